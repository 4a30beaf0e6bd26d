import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../../words";
import { CHART, chartLayout, type StaffMonth } from "./chart-layout";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  figure: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, maxWidth: "460px" },
  chart: { width: "100%", height: "auto", display: "block", fontFamily: "inherit", fontSize: "11px" },
  certified: { fill: tokens.colorCompoundBrandBackground, [FORCED]: { fill: "Highlight" } },
  uncertified: { fill: tokens.colorPaletteTealBorderActive, [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  due: { fill: "none", stroke: tokens.colorNeutralForeground1, strokeWidth: "1.5px", strokeDasharray: "4 3", [FORCED]: { stroke: "CanvasText" } },
  base: { stroke: tokens.colorNeutralStroke1, [FORCED]: { stroke: "CanvasText" } },
  value: {
    fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    // The line of what is due passes behind the numbers.
    paintOrder: "stroke", stroke: tokens.colorNeutralBackground1, strokeWidth: "3px", [FORCED]: { fill: "CanvasText", stroke: "Canvas" }
  },
  month: { fill: tokens.colorNeutralForeground3, [FORCED]: { fill: "CanvasText" } },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  key: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS }
});

/** Persons present by month: certified and not as one bar, what is due as a line. */
export function MonthChart({ months }: { readonly months: readonly StaffMonth[] }) {
  const styles = useStyles();
  const words = useWords();
  const { bars, dueLine, base } = chartLayout(months);
  const said = months.map(({ month, total, certified, uncertified, due }) => words("attendance-tab-chart-month", { month, total, certified, uncertified, due }));
  return (
    <figure className={styles.figure}>
      <svg className={styles.chart} viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={words("attendance-tab-chart", { months: said.join(words("list-separator")) })}>
        {bars.map(({ month, x, width, middle, top, certifiedTop }, index) => (
          <g key={index}>
            <rect className={styles.certified} x={x} width={width} y={certifiedTop} height={base - certifiedTop} />
            <rect className={styles.uncertified} x={x} width={width} y={top} height={certifiedTop - top} />
            <text className={styles.month} x={middle} y={base + 14} textAnchor="middle">{Number(month.month.slice(-2))}</text>
          </g>
        ))}
        {years(months).map(({ year, first }) => {
          const bar = bars[first]!;
          return <text key={first} className={styles.month} x={bar.x} y={base + 29}>{year}</text>;
        })}
        <line className={styles.base} x1={CHART.side} x2={CHART.width - CHART.side} y1={base} y2={base} />
        <polyline className={styles.due} points={dueLine} />
        {bars.map(({ month, middle, top }, index) => <text key={index} className={styles.value} x={middle} y={top - 5} textAnchor="middle">{month.total}</text>)}
      </svg>
      <Legend />
    </figure>
  );
}

function Legend() {
  const styles = useStyles();
  const words = useWords();
  return (
    <figcaption className={styles.legend}>
      <span className={styles.key}><Swatch className={styles.certified} />{words("attendance-tab-certified")}</span>
      <span className={styles.key}><Swatch className={styles.uncertified} />{words("attendance-tab-uncertified")}</span>
      <span className={styles.key}>
        <svg width="18" height="10" aria-hidden="true"><line className={styles.due} x1="0" x2="18" y1="5" y2="5" /></svg>
        {words("attendance-tab-line-due")}
      </span>
    </figcaption>
  );
}

function Swatch({ className }: { readonly className: string }) {
  return <svg width="10" height="10" aria-hidden="true"><rect className={className} width="10" height="10" rx="2" /></svg>;
}

/** The years of the months, each where it begins; none where the months have no year. */
function years(months: readonly StaffMonth[]): { year: string; first: number }[] {
  return months.flatMap(({ month }, first) => {
    const year = /^\d{4}(?=-)/.exec(month)?.[0];
    return year && (first === 0 || !months[first - 1]!.month.startsWith(year)) ? [{ year, first }] : [];
  });
}
