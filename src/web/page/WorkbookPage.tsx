import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Braces20Regular } from "@fluentui/react-icons";
import { useEffect, useSyncExternalStore, type ReactNode } from "react";
import { say } from "../../messages";
import { reportDocument } from "../../report/document";
import { download, JSON_TYPE, nameBeside } from "../../taskpane/download";
import { Pane } from "../../taskpane/Pane";
import { FailedView } from "../../taskpane/start/FailedView";
import { useController, useModel } from "../../taskpane/use-pane";
import { useWords } from "../../taskpane/words";
import type { FileSession } from "../file-session";
import { SheetPanel } from "../sheet/SheetPanel";
import { Split } from "./Split";

const useStyles = makeStyles({
  unread: {
    boxSizing: "border-box",
    width: "min(640px, 100%)",
    margin: "auto",
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" }
  }
});

interface WorkbookPageProps {
  readonly session: FileSession;
  /** The ways to go on when the workbook cannot be read. */
  readonly ways: ReactNode;
}

/** A workbook: its sheets, and the pane beside them. */
export function WorkbookPage({ session, ways }: WorkbookPageProps) {
  const styles = useStyles();
  const words = useWords();
  const controller = useController(session);
  const { failure } = useModel(controller);
  const { sheets } = useSyncExternalStore(session.opened.subscribe, session.opened.get);

  // A workbook that was opened is checked; one that is come back to is already.
  useEffect(() => {
    const { check, checked, failure } = controller.snapshot();
    if (!check && !checked && failure === null) void controller.check();
  }, [controller]);

  if (failure !== null && sheets.length === 0) {
    return <main className={styles.unread}><FailedView fileName={session.fileName} problem={failure}>{ways}</FailedView></main>;
  }

  const json = (
    <Button
      appearance="subtle"
      icon={<Braces20Regular />}
      onClick={() => void controller.perform(({ report }) => {
        const file = nameBeside(session.fileName, "json");
        download(JSON.stringify(reportDocument([report]), null, 2), file, JSON_TYPE);
        return say("pane-downloaded", { file });
      })}
    >
      {words("page-download-json")}
    </Button>
  );
  return (
    <Split
      sheets={<SheetPanel session={session} controller={controller} />}
      pane={<Pane controller={controller} start={null} actions={() => json} />}
    />
  );
}
