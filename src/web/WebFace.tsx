import { Button, makeStyles, mergeClasses, MessageBar, MessageBarActions, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { render } from "../messages";
import { LanguageContext, useWords } from "../pane/words";
import { LeaveDialog } from "./page/LeaveDialog";
import { OpenButtons } from "./page/OpenButtons";
import { PageController } from "./page/page-controller";
import { downloadCopy } from "./page/save";
import { StartPage } from "./page/StartPage";
import { TopBar } from "./page/TopBar";
import { useDrop } from "./page/use-drop";

/** What is needed when something was opened; the start page shows without it. */
const loadWorkbookPage = () => import("./page/WorkbookPage");
const loadBatchPage = () => import("./batch/BatchPage");
const WorkbookPage = lazy(async () => ({ default: (await loadWorkbookPage()).WorkbookPage }));
const DiskTools = lazy(async () => ({ default: (await import("./disk/DiskTools")).DiskTools }));
const StationBar = lazy(async () => ({ default: (await import("./batch/StationBar")).StationBar }));
const DocumentPage = lazy(async () => ({ default: (await import("./document/DocumentPage")).DocumentPage }));
const BatchPage = lazy(async () => ({ default: (await loadBatchPage()).BatchPage }));

const useStyles = makeStyles({
  /** As high as what stands on it, also under the bar of a pane without Excel. */
  page: { position: "relative", display: "flex", flexDirection: "column", flexShrink: 0, minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
  /** A workbook fills the window and scrolls inside. */
  filled: { height: "100vh", minHeight: 0, flexShrink: 1 },
  waiting: { margin: "auto" },
  problem: { padding: tokens.spacingHorizontalM },
  over: {
    position: "fixed",
    inset: 0,
    zIndex: 10,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    pointerEvents: "none",
    border: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBackgroundOverlay
  },
  overText: { padding: tokens.spacingHorizontalXL, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, fontSize: tokens.fontSizeBase500 }
});

/** The browser page: a workbook beside its pane, or a batch as a table. */
export function WebFace() {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [controller] = useState(() => new PageController(language));
  const { session, batch, report, row, walk, problem, leaving, leftOut } = useSyncExternalStore(controller.state.subscribe, controller.state.get);
  const dragging = useDrop((files) => controller.open(files));

  // Fetched while the user looks for a file.
  useEffect(() => void loadWorkbookPage().then(loadBatchPage), []);
  useEffect(() => controller.changeLanguage(language), [controller, language]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (controller.hasUnsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [controller]);

  useEffect(() => {
    window.history.replaceState(null, "");
    const popped = ({ state }: PopStateEvent) => controller.popped(state);
    window.addEventListener("popstate", popped);
    return () => window.removeEventListener("popstate", popped);
  }, [controller]);

  const openButtons = (primary: boolean) => <OpenButtons primary={primary} onFiles={(files) => controller.open(files)} />;
  const station = session && batch && row !== null ? <Suspense><StationBar batch={batch} row={row} walk={walk} onStep={(by) => void controller.step(by)} /></Suspense> : null;
  const nothing = !session && !batch && !report;
  return (
    <div className={mergeClasses(styles.page, !nothing && styles.filled)}>
      <TopBar session={session} onHome={nothing ? null : () => controller.home()} onBack={session && batch ? () => controller.back() : null} station={station}>
        {session && <Suspense><DiskTools key={session.number} session={session} /></Suspense>}
        {!nothing && !(session && batch) && openButtons(false)}
      </TopBar>
      {problem && (
        <div className={styles.problem} role="alert">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{render(problem, language)}</MessageBarBody>
            <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={words("pane-dismiss")} onClick={() => controller.dismissProblem()} />} />
          </MessageBar>
        </div>
      )}
      {leftOut && (
        <div className={styles.problem} role="status">
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{render(leftOut, language)}</MessageBarBody>
            <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={words("pane-dismiss")} onClick={() => controller.dismissLeftOut()} />} />
          </MessageBar>
        </div>
      )}
      <Suspense fallback={<Spinner className={styles.waiting} />}>
        {session ? <WorkbookPage key={session.number} session={session} ways={openButtons} mid={batch && row !== null ? batch.midOf(row) : null} seek={walk.seek} />
          : report ? <DocumentPage key={report.number} session={report} onFiles={(files) => controller.open(files)} />
          : batch ? <BatchPage batch={batch} last={row} onOpen={(id, way, at) => void controller.openRow(id, way, at)} />
            : <StartPage dragging={dragging} onFiles={(files) => controller.open(files)} onSample={() => controller.openSample()} onText={(text) => controller.openText(text, words("document-pasted-name"))} />}
      </Suspense>
      {dragging && !nothing && <div role="status" className={styles.over}><span className={styles.overText}>{words("page-drop-now")}</span></div>}
      {leaving && (
        <LeaveDialog
          file={leaving.file}
          notes={leaving.notes ?? false}
          onDownload={session?.opened.get().unsaved ? () => downloadCopy(session, language) : null}
          onAnswer={(leave) => controller.answerLeaving(leave)}
        />
      )}
    </div>
  );
}
