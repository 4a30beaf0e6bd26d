import { makeStyles, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useRef, useState } from "react";
import type { ExcelHost } from "../hosts/excel";
import { say } from "../messages";
import type { Engine } from "./background/engine";
import { FailedView } from "./FailedView";
import { Footer } from "./Footer";
import { problemOf, type OpenedWorkbook, type PaneState } from "./pane-state";
import { ResultView } from "./ResultView";
import { StartView } from "./StartView";
import { useFileDrop } from "./use-file-drop";
import { LanguageContext } from "./words";
import { WorkingView } from "./WorkingView";

/** What the pane asks of Excel. */
export type OpenExcel = Pick<ExcelHost, "fileName" | "readBytes" | "goTo" | "writeSheet">;

export interface PaneProps {
  /** The Excel that the pane stands in; null in a browser, where the user chooses a file. */
  readonly excel: OpenExcel | null;
  readonly engine: Engine;
  readonly onOtherLanguage: () => void;
}

const useStyles = makeStyles({
  pane: {
    boxSizing: "border-box",
    minHeight: "100vh",
    maxWidth: "880px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL
  },
  main: { flexGrow: 1, display: "flex", flexDirection: "column" }
});

/** The one pane of both pages: choose or take a workbook, check it, show what was found. */
export function Pane({ excel, engine, onOtherLanguage }: PaneProps) {
  const styles = useStyles();
  const language = useContext(LanguageContext);
  const [state, setState] = useState<PaneState>({ step: "start" });
  const latestRun = useRef(0);

  /** Opens a workbook and checks it; a check that was started later wins. */
  async function check(fileName: string, open: () => Promise<Uint8Array>): Promise<void> {
    const run = ++latestRun.current;
    const show = (next: PaneState) => {
      if (run === latestRun.current) setState(next);
    };
    show({ step: "working", stage: "reading", fileName });
    try {
      const opened: OpenedWorkbook = { fileName, bytes: await open() };
      const report = await engine.check(opened.bytes, fileName, language, () => show({ step: "working", stage: "checking", fileName }));
      show(report.error ? { step: "failed", fileName, problem: report.error.message } : { step: "result", report, opened });
    } catch (error) {
      show({ step: "failed", fileName, problem: problemOf(error) });
    }
  }

  const checkFile = (file: File) => void check(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  const checkExcel = excel && (() => void check(excel.fileName, () => excel.readBytes()));
  const dragging = useFileDrop((files) => {
    if (files.length === 1) checkFile(files[0]!);
    else setState({ step: "failed", fileName: "", problem: say("pane-one-file") });
  }, excel === null);

  // A report is written in one language: another language asks for another report.
  const shownLanguage = useRef(language);
  useEffect(() => {
    if (shownLanguage.current === language) return;
    shownLanguage.current = language;
    if (state.step === "result") void check(state.opened.fileName, () => Promise.resolve(state.opened.bytes));
  });

  function view() {
    switch (state.step) {
      case "start": return <StartView onFile={checkFile} onCheck={checkExcel} dragging={dragging} />;
      case "working": return <WorkingView stage={state.stage} fileName={state.fileName} />;
      case "failed": return <FailedView fileName={state.fileName} problem={state.problem} onFile={checkFile} onCheck={checkExcel} />;
      case "result": return (
        <ResultView report={state.report} opened={state.opened} excel={excel} engine={engine} onFile={checkFile} onCheck={checkExcel} />
      );
    }
  }

  return (
    <div className={styles.pane}>
      <main className={styles.main}>{view()}</main>
      <Footer onOtherLanguage={onOtherLanguage} />
    </div>
  );
}
