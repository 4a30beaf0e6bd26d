import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReportedFinding } from "../report/types";
import { FindingDetails } from "./FindingDetails";
import { Place, type GoTo } from "./Place";
import { SeverityIcon } from "./SeverityIcon";
import { useWords } from "./words";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "3px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere"
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  ignored: { borderLeftColor: tokens.colorNeutralStroke1 },
  where: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  values: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    "@media (min-width: 600px)": { gridTemplateColumns: "max-content minmax(max-content, 12em) max-content 1fr" },
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold }
  },
  actual: { color: tokens.colorStatusDangerForeground1 },
  expected: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 }
});

/** One finding: where, what it says, what the cell shows and should show, and on demand why. */
export function FindingCard({ finding, goTo }: { readonly finding: ReportedFinding; readonly goTo: GoTo | null }) {
  const styles = useStyles();
  const words = useWords();
  const kind = finding.ignored ? "ignored" : finding.severity;
  return (
    <li className={mergeClasses(styles.card, styles[kind])} data-cell={`${finding.sheet}!${finding.cell}`} data-severity={finding.severity}>
      <div className={styles.where}>
        <SeverityIcon kind={kind} />
        <Text size={200}>{words(`severity-${finding.severity}`)}</Text>
        <Place sheet={finding.sheet} cell={finding.cell} goTo={goTo} />
      </div>
      <Text>{finding.message}</Text>
      <dl className={styles.values}>
        <dt>{words("pane-shown")}</dt>
        <dd className={finding.severity === "error" ? styles.actual : undefined}>{finding.actual || words("pane-blank")}</dd>
        {finding.expected && <dt>{words("pane-expected")}</dt>}
        {finding.expected && <dd className={styles.expected}>{finding.expected}</dd>}
      </dl>
      {finding.ignored && <Text size={200} className={styles.quiet}>{words("pane-ignored-because", { reason: finding.ignored.reason })}</Text>}
      <FindingDetails finding={finding} goTo={goTo} />
    </li>
  );
}
