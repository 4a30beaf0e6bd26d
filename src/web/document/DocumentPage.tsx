import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentTable20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { DocumentReport } from "../../pane/document/DocumentReport";
import { DocumentText } from "../../pane/document/DocumentText";
import { useDocument, type DocumentState } from "../../pane/document/use-document";
import { useController } from "../../pane/use-pane";
import { useWords } from "../../pane/words";
import type { FileSession } from "../file-session";
import { chosenFiles, WORKBOOK_KINDS, type GivenFile } from "../page/given-files";
import { Split } from "../page/Split";
import { SheetPanel } from "../sheet/SheetPanel";
import type { Beside, FileDocument } from "./file-document";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  left: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0 },
  tabs: { display: "flex", flexShrink: 0, gap: tokens.spacingHorizontalXS, padding: `0 ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground1 },
  tab: {
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderBottom: "2px solid transparent",
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  chosen: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke, [FORCED]: { borderBottomColor: "Highlight" } },
  text: { flexGrow: 1, minHeight: 0, overflowY: "auto", backgroundColor: tokens.colorNeutralBackground3, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  sheets: { flexGrow: 1, minHeight: 0 }
});

interface DocumentPageProps {
  readonly session: FileDocument;
  /** A workbook to be held beside it was chosen. */
  readonly onFiles: (files: readonly GivenFile[]) => void;
}

/** A report: its text, or the workbook beside it, at the left, what was found at the right. */
export function DocumentPage({ session, onFiles }: DocumentPageProps) {
  const state = useDocument(session);
  const beside = useSyncExternalStore(session.beside.subscribe, session.beside.get);
  const text = state.checked && (
    <DocumentText checked={state.checked} findings={state.findings} selected={state.selected} target={state.target} onSelect={state.select} />
  );
  const pane = <DocumentReport session={session} state={state} beside choose={<ChooseWorkbook onFiles={onFiles} />} onShow={(isAsked) => session.show("report", isAsked)} />;
  return (
    <Split
      sheets={<Left session={session} beside={beside} state={state}>{text}</Left>}
      pane={pane}
      isRevealed={beside.isRevealed}
      onBack={() => session.beside.set({ isRevealed: false })}
    />
  );
}

function Left({ session, beside, state, children }: { readonly session: FileDocument; readonly beside: Beside; readonly state: DocumentState; readonly children: React.ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  const showsText = beside.shown === "report" || !beside.session;
  return (
    <div className={styles.left}>
      {beside.session && (
        <div className={styles.tabs} role="group" aria-label={words("page-sheets")}>
          {(["report", "workbook"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={beside.shown === each} className={mergeClasses(styles.tab, beside.shown === each && styles.chosen)} onClick={() => session.show(each, false)}>
              {words(`document-tab-${each}`, { file: beside.session!.fileName })}
            </button>
          ))}
        </div>
      )}
      <div className={styles.text} hidden={!showsText} tabIndex={0} role="region" aria-label={words("document-text")} data-view="text">{state.checked && children}</div>
      {beside.session && !showsText && <div className={styles.sheets}><Sheets session={beside.session} /></div>}
    </div>
  );
}

/** The workbook beside the report, with what its own check found. */
function Sheets({ session }: { readonly session: FileSession }) {
  const controller = useController(session);
  useEffect(() => {
    const { check, checked, failure } = controller.snapshot();
    if (!check && !checked && failure === null) void controller.check();
  }, [controller]);
  return <SheetPanel session={session} controller={controller} />;
}

function ChooseWorkbook({ onFiles }: Pick<DocumentPageProps, "onFiles">) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input} type="file" accept={WORKBOOK_KINDS} hidden data-input="beside"
        onChange={({ target }) => {
          const files = chosenFiles(target.files, false);
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button icon={<DocumentTable20Regular />} onClick={() => input.current?.click()}>{words("document-beside-choose")}</Button>
    </>
  );
}
