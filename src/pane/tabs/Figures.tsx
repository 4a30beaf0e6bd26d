import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** "open": not settled, so that it is no verdict yet. */
export type Tone = "plain" | "good" | "bad" | "open";

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
}

const INHERITED = { "@media (forced-colors: active)": { color: "inherit" } } as const;

const useStyles = makeStyles({
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(84px, 1fr))", gap: tokens.spacingHorizontalS, margin: 0, maxWidth: "460px" },
  figure: {
    display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
    "& dt": { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" }
  },
  plain: {},
  good: { color: tokens.colorStatusSuccessForeground1, ...INHERITED },
  bad: { color: tokens.colorStatusDangerForeground3, ...INHERITED },
  open: { color: tokens.colorNeutralForeground3, ...INHERITED }
});

/** A few numbers that matter, large, side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, tone = "plain" }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd className={mergeClasses(styles[tone])}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
