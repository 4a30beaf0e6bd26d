import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle24Filled, ErrorCircle24Filled, Info24Filled, Warning24Filled } from "@fluentui/react-icons";
import { useContext } from "react";
import { countFindings, coverageText } from "../../summary";
import { render } from "../../messages";
import { isBlank } from "../../report/blank";
import { selfCheckSentence } from "../../report/self-check";
import type { WorkbookReport } from "../../report/types";
import { LanguageContext, useWords } from "../words";
import { hasMoved, type Since } from "../model/since";
import { verdictOf } from "./verdict";

const ICONS = { errors: ErrorCircle24Filled, both: ErrorCircle24Filled, warnings: Warning24Filled, unread: Warning24Filled, notes: Info24Filled, blank: Info24Filled, clean: CheckmarkCircle24Filled } as const;

const INHERITED = { "@media (forced-colors: active)": { color: "inherit" } } as const;

const useStyles = makeStyles({
  overview: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  icon: { flexShrink: 0 },
  texts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  errors: { color: tokens.colorStatusDangerForeground1, ...INHERITED },
  both: { color: tokens.colorStatusDangerForeground1, ...INHERITED },
  warnings: { color: tokens.colorStatusWarningForeground3, ...INHERITED },
  unread: { color: tokens.colorStatusWarningForeground3, ...INHERITED },
  blank: { color: tokens.colorNeutralForeground3, ...INHERITED },
  notes: { color: tokens.colorStatusSuccessForeground1, ...INHERITED },
  clean: { color: tokens.colorStatusSuccessForeground1, ...INHERITED }
});

interface OverviewProps {
  readonly report: WorkbookReport;
  readonly since: Since;
}

/** The result in one line, what has changed since the check before, and what was proved for it. */
export function Overview({ report, since }: OverviewProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const counts = countFindings(report.findings);
  const unread = report.unread.length;
  const verdict = verdictOf(counts, unread, isBlank(report));
  const Icon = ICONS[verdict];
  const months = report.evaluation?.staffing?.byMonth.length ?? 0;
  const { people = 0, ...others } = report.coverage;
  return (
    <div className={styles.overview}>
      <Icon className={mergeClasses(styles.icon, styles[verdict])} aria-hidden />
      <div className={styles.texts}>
        <div role="status"><Text as="h2" size={400} weight="semibold">{words(`pane-verdict-${verdict}`, { ...counts, unread })}</Text></div>
        {unread > 0 && verdict !== "unread" && <Text size={200} className={styles.unread}>{words("pane-verdict-left", { unread })}</Text>}
        {hasMoved(since) && <Text size={200}>{words(since.ignored > 0 ? "pane-since-ignored" : "pane-since", { ...since })}</Text>}
        {report.selfCheck && report.selfCheck.changed > 0 && <Text size={200} className={styles.warnings}>{render(selfCheckSentence(report.selfCheck), language)}</Text>}
        {verdict === "blank" && <Text size={200}>{words("pane-verdict-blank-next")}</Text>}
        {verdict !== "blank" && <Text size={200} className={styles.quiet}>
          {coverageText(months ? others : report.coverage, language)}
          {months > 0 && people > 0 && words("list-separator") + words("pane-staff-months", { people, months })}
        </Text>}
        {counts.ignored > 0 && <Text size={200} className={styles.quiet}>{words("pane-verdict-ignored", { count: counts.ignored })}</Text>}
      </div>
    </div>
  );
}
