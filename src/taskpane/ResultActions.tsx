import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular, Braces20Regular, TableAdd20Regular } from "@fluentui/react-icons";
import { useContext, useState } from "react";
import { say, type Sentence } from "../messages";
import type { ReportDocument, WorkbookReport } from "../report/types";
import { summaryPlan, summarySheet } from "../summary";
import type { Engine } from "./background/engine";
import { CheckButton, type CheckActions } from "./CheckButton";
import { download, JSON_TYPE, nameBeside, XLSM_TYPE, XLSX_TYPE } from "./download";
import type { OpenedWorkbook } from "./pane-state";
import type { OpenExcel } from "./Pane";
import { LanguageContext, useWords } from "./words";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3 }
});

interface ResultActionsProps extends CheckActions {
  readonly report: WorkbookReport;
  readonly opened: OpenedWorkbook;
  readonly excel: OpenExcel | null;
  readonly engine: Engine;
  readonly attempt: (work: () => Promise<Sentence | null>) => Promise<void>;
}

/** What can be done with a result: the summary sheet, the JSON, another check. */
export function ResultActions({ report, opened, excel, engine, attempt, ...actions }: ResultActionsProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [busy, setBusy] = useState(false);

  async function whileBusy(work: () => Promise<Sentence | null>): Promise<void> {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  }

  async function writeInExcel(to: OpenExcel): Promise<Sentence> {
    await to.writeSheet(summaryPlan(report, language));
    return say("pane-written");
  }

  async function downloadCopy(): Promise<Sentence> {
    const macros = /\.xlsm$/i.test(opened.fileName);
    const file = nameBeside(opened.fileName, `${words("pane-copy-name")}.${macros ? "xlsm" : "xlsx"}`);
    download(await engine.withSheet(opened.bytes, summarySheet(report, language)), file, macros ? XLSM_TYPE : XLSX_TYPE);
    return say("pane-downloaded", { file });
  }

  function downloadJson(): Promise<Sentence> {
    const file = nameBeside(opened.fileName || report.file, "json");
    const content: ReportDocument = { version: 1, workbooks: [report] };
    download(JSON.stringify(content, null, 2), file, JSON_TYPE);
    return Promise.resolve(say("pane-downloaded", { file }));
  }

  return (
    <div className={styles.block}>
      <div className={styles.actions}>
        {excel
          ? <Button appearance="primary" disabledFocusable={busy} icon={<TableAdd20Regular />} onClick={() => void whileBusy(() => writeInExcel(excel))}>{words("pane-write")}</Button>
          : <Button appearance="primary" disabledFocusable={busy} icon={<ArrowDownload20Regular />} onClick={() => void whileBusy(downloadCopy)}>{words("pane-download-copy")}</Button>}
        <CheckButton {...actions} again />
        <Button appearance="subtle" icon={<Braces20Regular />} onClick={() => void attempt(downloadJson)}>{words("pane-download-json")}</Button>
      </div>
      {!excel && <Text size={200} className={styles.hint}>{words("pane-copy-hint")}</Text>}
    </div>
  );
}
