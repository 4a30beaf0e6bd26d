import { Button } from "@fluentui/react-components";
import { ArrowDownload20Regular, Braces20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { say, type Sentence } from "../messages";
import { reportDocument } from "../report";
import { download, JSON_TYPE, nameBeside, XLSM_TYPE, XLSX_TYPE } from "../taskpane/download";
import { FileButton } from "../taskpane/FileButton";
import { Pane } from "../taskpane/Pane";
import type { Checked } from "../taskpane/session";
import { FailedView } from "../taskpane/start/FailedView";
import { useController } from "../taskpane/use-pane";
import { useFileDrop } from "../taskpane/use-file-drop";
import { useWords } from "../taskpane/words";
import { DropView } from "./DropView";
import { FileSession } from "./file-session";

/** The browser page: choose a workbook, see it checked, download the mended copy. */
export function WebFace() {
  const words = useWords();
  const [session, setSession] = useState<FileSession | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);

  async function open(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setProblem(null);
      setSession(new FileSession(file.name, bytes));
    } catch {
      setProblem(say("pane-cannot-read-file"));
    }
  }

  const dragging = useFileDrop((files) => {
    if (files.length === 1) void open(files[0]!);
    else setProblem(say("pane-one-file"));
  }, true);
  const choose = <FileButton appearance="secondary" onFile={(file) => void open(file)}>{words("pane-choose-other")}</FileButton>;
  if (problem) return <FailedView fileName="" problem={problem}>{choose}</FailedView>;
  if (!session) return <DropView dragging={dragging} onFile={(file) => void open(file)} />;
  return <FilePane key={session.fileName} session={session} choose={choose} />;
}

function FilePane({ session, choose }: { readonly session: FileSession; readonly choose: React.ReactNode }) {
  const words = useWords();
  const controller = useController(session);
  const { snapshot } = controller;
  if (!snapshot().check && !snapshot().checked && snapshot().failure === null) void Promise.resolve().then(() => controller.check());

  function downloadCopy(): Sentence {
    const macros = /\.xlsm$/i.test(session.fileName);
    const file = nameBeside(session.fileName, `${words("pane-copy-name")}.${macros ? "xlsm" : "xlsx"}`);
    download(session.bytes(), file, macros ? XLSM_TYPE : XLSX_TYPE);
    session.saved();
    return say("pane-downloaded", { file });
  }

  function downloadJson({ report }: Checked): Sentence {
    const file = nameBeside(session.fileName, "json");
    download(JSON.stringify(reportDocument([report]), null, 2), file, JSON_TYPE);
    return say("pane-downloaded", { file });
  }

  return (
    <Pane
      controller={controller}
      start={null}
      afterFailure={choose}
      actions={() => (
        <>
          <Button icon={<ArrowDownload20Regular />} onClick={() => void controller.perform(downloadCopy)}>{words("pane-download-copy")}</Button>
          <Button appearance="subtle" icon={<Braces20Regular />} onClick={() => void controller.perform(downloadJson)}>{words("pane-download-json")}</Button>
          {choose}
        </>
      )}
    />
  );
}
