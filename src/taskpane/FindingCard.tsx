import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReportedFinding } from "../report/types";
import { FindingDetails, FindingReasons } from "./FindingDetails";
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
    // A card looks the same in a fold, whose print is small.
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere"
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  ignored: { borderLeftColor: tokens.colorNeutralStroke1 },
  where: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  values: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    "& div": { display: "flex", gap: tokens.spacingHorizontalS },
    "& dt": { flexShrink: 0, color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold }
  },
  actual: { color: tokens.colorStatusDangerForeground1 },
  expected: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 }
});

/** One finding: where, what the cell shows and should show, what is wrong and how to mend it, why, and what it was compared with. */
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
      <dl className={styles.values}>
        <div>
          <dt>{words("pane-shown")}</dt>
          <dd className={finding.severity === "error" ? styles.actual : undefined}>{finding.actual || words("pane-blank")}</dd>
        </div>
        {finding.expected && (
          <div>
            <dt>{words("pane-expected")}</dt>
            <dd className={styles.expected}>{finding.expected}</dd>
          </div>
        )}
      </dl>
      <Text>{finding.message}</Text>
      {finding.ignored && <Text size={200} className={styles.quiet}>{words("pane-ignored-because", { reason: finding.ignored.reason })}</Text>}
      <FindingReasons finding={finding} goTo={goTo} />
      <FindingDetails finding={finding} goTo={goTo} />
    </li>
  );
}
