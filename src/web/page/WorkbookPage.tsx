import { Button } from "@fluentui/react-components";
import { Braces20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { say } from "../../messages";
import { reportDocument } from "../../report/document";
import type { ReportedFinding } from "../../report/types";
import { download, JSON_TYPE, nameBeside } from "../../pane/download";
import { groupsOf } from "../../pane/model/pane-model";
import { Pane } from "../../pane/Pane";
import { useController, useModel } from "../../pane/use-pane";
import { useWords } from "../../pane/words";
import type { Version } from "../background/requests";
import type { FileSession } from "../file-session";
import { SheetPanel } from "../sheet/SheetPanel";
import { PrintView } from "../print/PrintView";
import { Split } from "./Split";
import { Stopped, UnreadCard } from "./UnreadCard";

const MidWorkbook = lazy(async () => ({ default: (await import("../review/MidWorkbook")).MidWorkbook }));
const ReviewWorkbook = lazy(async () => ({ default: (await import("../review/ReviewWorkbook")).ReviewWorkbook }));

interface WorkbookPageProps {
  readonly session: FileSession;
  /** The ways to go on when the workbook cannot be read. */
  readonly ways: (primary: boolean) => ReactNode;
  /** The mid-term workbook of its station, where a batch has one. */
  readonly mid: Version | null;
  /** The finding that the workbook is opened at; null where it is opened as a whole. */
  readonly seek: ((finding: ReportedFinding) => boolean) | null;
}

/** A workbook: its sheets, and the pane beside them. */
export function WorkbookPage({ session, ways, mid, seek }: WorkbookPageProps) {
  const words = useWords();
  const controller = useController(session);
  const model = useModel(controller);
  const { check, checked } = model;
  const { sheets, isRevealed } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  const [begun, setBegun] = useState(false);

  useEffect(() => {
    session.prepare = () => controller.prepare();
    session.handedOut = (file) => controller.tellUser("success", say("page-downloaded", { file }));
  }, [controller, session]);

  // A workbook that was opened is checked; one that is come back to is already, unless the settings are others now.
  useEffect(() => {
    const { check: running, checked, failure } = controller.snapshot();
    if (!running && (session.isOutdated() || (!checked && failure === null))) void controller.check();
    setBegun(true);
  }, [controller, session]);

  // Once: whoever closes the finding, or goes to another, is left alone.
  const sought = useRef(seek === null);
  useEffect(() => {
    if (sought.current || check || !checked) return;
    sought.current = true;
    const found = groupsOf(controller.snapshot()).flatMap(({ findings }) => findings).find(({ finding }) => seek!(finding));
    if (found) void controller.select(found.key);
  }, [check, checked, controller, seek]);

  if (begun && !check && sheets.length === 0) return <UnreadCard controller={controller} ways={ways} />;

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
    <>
      <PrintView model={model} fileName={session.fileName} />
      <Split
        isRevealed={isRevealed}
        onBack={() => session.opened.set({ isRevealed: false })}
        sheets={<SheetPanel session={session} controller={controller} />}
        pane={<Pane beside controller={controller} start={begun ? <Stopped controller={controller} /> : null} actions={() => <>{json}<Suspense fallback={null}><ReviewWorkbook session={session} /><MidWorkbook session={session} known={mid} /></Suspense></>} />}
      />
    </>
  );
}
