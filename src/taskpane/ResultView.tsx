import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useRef, useState } from "react";
import { render, say, type Sentence } from "../messages";
import type { WorkbookReport } from "../report/types";
import { countFindings, periodText, stationText } from "../summary";
import { parseCellName } from "../workbook";
import type { Engine } from "./background/engine";
import type { CheckActions } from "./CheckButton";
import { CoverageSection } from "./CoverageSection";
import { EvaluationSection } from "./EvaluationSection";
import { FindingFilter, type Shown } from "./FindingFilter";
import { FindingList } from "./FindingList";
import { NoFindings } from "./NoFindings";
import { problemOf, type OpenedWorkbook } from "./pane-state";
import type { OpenExcel } from "./Pane";
import { Notice, type NoticeContent } from "./Notice";
import { ResultActions } from "./ResultActions";
import { LanguageContext } from "./words";

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  // Excel lays a button of its own over the pane's upper right corner.
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, overflowWrap: "anywhere", paddingRight: "24px" },
  station: { outlineStyle: "none" },
  quiet: { color: tokens.colorNeutralForeground3 }
});

interface ResultViewProps extends CheckActions {
  readonly report: WorkbookReport;
  readonly opened: OpenedWorkbook;
  readonly excel: OpenExcel | null;
  readonly engine: Engine;
}

/** What a check found, proved and left out. */
export function ResultView({ report, opened, excel, engine, ...actions }: ResultViewProps) {
  const styles = useStyles();
  const language = useContext(LanguageContext);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [shown, setShown] = useState<Shown>({ error: true, warning: true, info: true, ignored: false });
  const heading = useRef<HTMLHeadingElement>(null);
  const counts = countFindings(report.findings);
  const live = counts.error + counts.warning + counts.info;

  // Whoever uses a keyboard or a screen reader goes on from the result.
  useEffect(() => heading.current?.focus(), [report]);

  /** Does something for the user and says how it went. */
  async function attempt(work: () => Promise<Sentence | null>): Promise<void> {
    try {
      const done = await work();
      setNotice(done && { intent: "success", text: render(done, language) });
    } catch (error) {
      setNotice({ intent: "error", text: render(problemOf(error), language) });
    }
  }

  const goTo = excel && ((sheet: string, cell: string) => void attempt(async () => {
    const at = parseCellName(cell);
    if (at) await excel.goTo({ sheet, ...at });
    return null;
  }));

  return (
    <div className={styles.result}>
      <header className={styles.head}>
        <Text as="h1" size={500} weight="semibold" ref={heading} tabIndex={-1} className={styles.station}>
          {stationText(report.station, language)}
        </Text>
        <Text>{periodText(report.period, language)}</Text>
        <Text size={200} className={styles.quiet}>{report.file}</Text>
      </header>
      <ResultActions report={report} opened={opened} excel={excel} engine={engine} attempt={attempt} {...actions} />
      <Notice content={notice} onDismiss={() => setNotice(null)} />
      {live === 0 && <NoFindings ignored={counts.ignored} />}
      {report.findings.length > 0 && (
        <>
          {live > 0 && <Text size={400} weight="semibold">{render(say("pane-found", { count: live }), language)}</Text>}
          <FindingFilter counts={counts} shown={shown} onChange={setShown} />
          <FindingList findings={report.findings.filter((finding) => shown[finding.ignored ? "ignored" : finding.severity])} tables={report.tables} goTo={goTo} />
        </>
      )}
      {report.evaluation && <EvaluationSection evaluation={report.evaluation} />}
      <CoverageSection report={report} />
    </div>
  );
}
