import { Button, Spinner } from "@fluentui/react-components";
import { DocumentText20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useContext, useState } from "react";
import { render, say } from "../messages";
import type { ExcelSession } from "./excel-session";
import { NewTablesButton } from "../pane/new-tables/NewTablesButton";
import { problemOf } from "../pane/model/problem";
import { Pane } from "../pane/Pane";
import { SAMPLE_NAME } from "../pane/sample";
import { StartView } from "../pane/start/StartView";
import { useController } from "../pane/use-pane";
import { LanguageContext, useWords } from "../pane/words";

const ReportFace = lazy(() => import("./report/ReportFace"));

/** The pane beside the workbook that is open in Excel. */
export function ExcelFace({ session }: { readonly session: ExcelSession }) {
  const controller = useController(session);
  const language = useContext(LanguageContext);
  const words = useWords();
  const [told, setTold] = useState("");
  const [reports, setReports] = useState(false);

  async function openSample(): Promise<void> {
    try {
      setTold(render(await session.openSample() ? say("pane-sample-opened") : say("pane-sample-unsupported", { file: SAMPLE_NAME }), language));
    } catch (error) {
      setTold(render(problemOf(error), language));
    }
  }

  async function openTables(bytes: Uint8Array): Promise<string> {
    return render(say(await session.openTables(bytes) ? "tables-opened" : "tables-unsupported"), language);
  }

  if (reports) return <Suspense fallback={<Spinner />}><ReportFace session={session} onBack={() => setReports(false)} /></Suspense>;
  const reportButton = <Button appearance="subtle" icon={<DocumentText20Regular />} title={words("document-begin-what")} onClick={() => setReports(true)}>{words("document-begin")}</Button>;
  return (
    <Pane
      controller={controller}
      actions={() => reportButton}
      start={
        <StartView fileName={session.fileName} told={told} onCheck={() => void controller.check()} onSample={() => void openSample()}>
          <NewTablesButton deliver={openTables} />
          {reportButton}
        </StartView>
      }
    />
  );
}
