import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { Archive20Regular, Dismiss16Regular, MailEdit20Regular, Play20Regular, Save20Filled, Save20Regular, Settings20Regular, Stop20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { NO_NOTE, type DeskNote } from "../../desk";
import { render, say, type MessageId, type Sentence } from "../../messages";
import { isAbort, problemOf } from "../../pane/model/problem";
import { download, JSON_TYPE, XLSX_TYPE } from "../../pane/download";
import { LanguageContext, useWords } from "../../pane/words";
import type { CellAddress } from "../../workbook";
import type { Batch } from "./batch";
import type { Walk } from "../page/page-controller";
import { BatchTable, TABLE_WIDTH } from "./BatchTable";
import { comparisonWorkbook, packCopies } from "./exports";
import { FilterRow } from "./FilterRow";
import { NO_FILTER, openable, shownEntries, soughtBy, type RowFilter, type Sorting } from "./rows";
import { SettingsDialog } from "./SettingsDialog";

/** Loaded when letters are asked for. */
const ReviewBatch = lazy(async () => ({ default: (await import("../review/ReviewBatch")).ReviewBatch }));
const LettersDialog = lazy(async () => ({ default: (await import("./LettersDialog")).LettersDialog }));

const ColumnsDialog = lazy(async () => ({ default: (await import("./ColumnsDialog")).ColumnsDialog }));
const DeskFileDialog = lazy(async () => ({ default: (await import("./DeskFileDialog")).DeskFileDialog }));
const RemarkDialog = lazy(async () => ({ default: (await import("./RemarkDialog")).RemarkDialog }));

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  top: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    width: "100%",
    maxWidth: TABLE_WIDTH,
    margin: "0 auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { marginRight: "auto", display: "flex", flexDirection: "column" },
  progress: { color: tokens.colorNeutralForeground2 }
});

interface Notice {
  readonly intent: "success" | "warning" | "error";
  readonly sentences: readonly Sentence[];
  readonly offer?: { readonly label: MessageId; readonly go: () => void };
}

const AS_GIVEN: Sorting = { key: "file", descending: false };
const ZIP_TYPE = "application/zip";
/** Longer lists of names help nobody. */
const MOST_NAMES = 8;

interface BatchPageProps {
  readonly batch: Batch;
  /** `at`: the cell that it is opened at. */
  readonly onOpen: (id: number, walk: Walk, at?: CellAddress | null) => void;
  /** The row whose workbook the user comes back from. */
  readonly last: number | null;
}

/** Many workbooks: how far the check is, the table, and what can be had of it as a whole. */
export function BatchPage({ batch, onOpen, last }: BatchPageProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const state = useSyncExternalStore(batch.state.subscribe, batch.state.get);
  const { filter, setFilter, sorting, setSorting } = useView(batch);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [lettersOpen, setLettersOpen] = useState(false);
  const [packing, setPacking] = useState<number | null>(null);
  const packingRun = useRef<AbortController | null>(null);
  const desk = useSyncExternalStore(batch.desk.state.subscribe, batch.desk.state.get);
  const noteOf = useCallback((id: number): DeskNote => desk.notes.get(id) ?? NO_NOTE, [desk]);
  const [deskOpen, setDeskOpen] = useState<"columns" | "file" | null>(null);
  const [remarked, setRemarked] = useState<number | null>(null);
  const { entries, running, settings, duplicates } = state;
  const done = entries.filter(({ step }) => step === "done").length;
  const shown = useMemo(() => shownEntries(entries, duplicates, filter, sorting, noteOf), [entries, duplicates, filter, sorting, noteOf]);
  const open = useRef<(id: number) => void>(() => undefined);
  open.current = (id) => onOpen(id, { ids: openable(shown), seek: soughtBy(filter) });
  const openRow = useCallback((id: number) => open.current(id), []);
  /** What is looked at in a review may be of a row that the table does not show now. */
  const openAt = (id: number, at: CellAddress | null): void => {
    const ids = openable(shown);
    onOpen(id, { ids: ids.includes(id) ? ids : openable(entries), seek: null }, at);
  };

  useEffect(() => () => packingRun.current?.abort(), []);

  async function attempt(work: () => Promise<Notice>): Promise<void> {
    setNotice(null);
    try {
      setNotice(await work());
    } catch (error) {
      if (!isAbort(error)) setNotice({ intent: "error", sentences: [problemOf(error)] });
    }
  }

  const exportTable = () => attempt(async () => {
    const file = `${words("batch-export-name")}.xlsx`;
    download(await comparisonWorkbook(batch, language), file, XLSX_TYPE);
    return { intent: "success", sentences: [say("batch-exported", { file })] };
  });

  const downloadAll = () => attempt(async () => {
    const run = new AbortController();
    packingRun.current = run;
    try {
      const { archive, count, left } = await packCopies(batch, language, run.signal, setPacking);
      const file = `${words("batch-zip-name")}.zip`;
      download(archive, file, ZIP_TYPE);
      batch.saved(left);
      const names = left.slice(0, MOST_NAMES).join("、") + (left.length > MOST_NAMES ? " …" : "");
      return {
        intent: left.length > 0 ? "warning" : "success",
        sentences: [say("batch-packed", { file, count }), ...(left.length > 0 ? [say("batch-not-packed", { count: left.length, files: names })] : [])]
      };
    } finally {
      setPacking(null);
    }
  });

  const saveDesk = () => attempt(async () => {
    setDeskOpen(null);
    const file = `${words("desk-file-name")}.json`;
    download(batch.desk.text(settings, batch.subjects()), file, JSON_TYPE);
    batch.desk.saved();
    return { intent: "success", sentences: [say("desk-saved", { file })] };
  });

  const readDesk = (file: File) => attempt(async () => {
    setDeskOpen(null);
    return { intent: "success", sentences: await batch.readDesk(file) };
  });

  const setState = useCallback((id: number, next: DeskNote["state"]) => batch.desk.note(id, { state: next }), [batch]);

  function summary(): string {
    if (running) return words("batch-progress", { done, count: entries.length });
    if (done < entries.length) return words("batch-stopped", { count: entries.length - done });
    const count = (...states: string[]) => entries.filter(({ row }) => row && states.includes(row.state)).length;
    return words("batch-done", { errors: count("errors"), clean: count("warnings", "unread", "clean"), failed: count("failed") });
  }

  const busy = running || packing !== null;
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <div className={styles.head}>
          <div className={styles.title}>
            <Text as="h1" size={500} weight="semibold">{words("batch-title", { count: entries.length })}</Text>
            <Text role="status" size={200} className={styles.progress}>{packing === null ? summary() : words("batch-packing", { done: packing, count: entries.length })}</Text>
          </div>
          {busy
            ? <Button icon={<Stop20Regular />} onClick={() => (running ? batch.stop() : packingRun.current?.abort())}>{words("batch-stop")}</Button>
            : done < entries.length && <Button appearance="primary" icon={<Play20Regular />} onClick={() => void batch.start()}>{words("batch-resume")}</Button>}
          <Button icon={<Settings20Regular />} disabled={busy} onClick={() => setSettingsOpen(true)}>{words("batch-settings")}</Button>
          <Button icon={desk.unsaved ? <Save20Filled /> : <Save20Regular />} title={words(desk.unsaved ? "desk-unsaved" : "desk-save-title")} disabled={busy} onClick={() => setDeskOpen("file")}>{words("desk-file")}</Button>
          <Button icon={<MailEdit20Regular />} disabled={busy || done === 0} onClick={() => setLettersOpen(true)}>{words("letters-make")}</Button>
          <Suspense fallback={null}><ReviewBatch batch={batch} disabled={busy || done === 0} onOpen={openAt} onProblem={(error) => setNotice({ intent: "error", sentences: [problemOf(error)] })} /></Suspense>
          <Button icon={<Archive20Regular />} title={words("batch-download-all-title")} disabled={busy || done === 0} onClick={() => void downloadAll()}>{words("batch-download-all")}</Button>
          <Button appearance="primary" icon={<TableSimple20Regular />} disabled={busy || done === 0} onClick={() => void exportTable()}>{words("batch-export")}</Button>
        </div>
        {busy && <ProgressBar value={(packing ?? done) / entries.length} thickness="large" aria-label={words("batch-progress", { done: packing ?? done, count: entries.length })} />}
        {desk.told && <Said notice={desk.told} onDismiss={() => batch.desk.state.set({ told: null })} />}
        {notice && <Said notice={notice} onDismiss={() => setNotice(null)} />}
        <FilterRow state={state} filter={filter} noteOf={noteOf} shown={shown.length} onChange={setFilter} onColumns={() => setDeskOpen("columns")} />
      </div>
      <BatchTable shown={shown} all={entries} desk={desk} onState={setState} onRemark={setRemarked} duplicates={duplicates} sorting={sorting} onSort={setSorting} onOpen={openRow} last={last} />
      {lettersOpen && (
        <Suspense fallback={null}>
          <LettersDialog
            entries={entries}
            shown={shown}
            onClose={() => setLettersOpen(false)}
            onDone={(warns, sentences, written) => {
              setLettersOpen(false);
              const go = (): void => {
                for (const id of written) batch.desk.note(id, { state: "notified" });
                setNotice(null);
              };
              setNotice({ intent: warns ? "warning" : "success", sentences, ...(written.length > 0 && { offer: { label: "desk-mark-notified", go } }) });
            }}
            onProblem={(error) => {
              setLettersOpen(false);
              setNotice({ intent: "error", sentences: [problemOf(error)] });
            }}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {deskOpen === "columns" && <ColumnsDialog columns={desk.columns} onChange={(columns) => batch.desk.choose(columns)} onClose={() => setDeskOpen(null)} />}
        {deskOpen === "file" && <DeskFileDialog unsaved={desk.unsaved} onSave={() => void saveDesk()} onRead={(file) => void readDesk(file)} onClose={() => setDeskOpen(null)} />}
        {remarked !== null && (
          <RemarkDialog
            name={entries[remarked]!.row?.station ?? entries[remarked]!.path}
            remark={noteOf(remarked).remark}
            onKeep={(remark) => {
              batch.desk.note(remarked, { remark });
              setRemarked(null);
            }}
            onClose={() => setRemarked(null)}
          />
        )}
      </Suspense>
      {settingsOpen && (
        <SettingsDialog
          settings={settings}
          stations={[...new Set(entries.flatMap(({ row }) => row?.station ?? []))]}
          onClose={() => setSettingsOpen(false)}
          onApply={(next) => {
            setSettingsOpen(false);
            void batch.changeSettings(next);
          }}
        />
      )}
    </main>
  );
}

/** What came of what the user asked for. */
function Said({ notice: { intent, sentences, offer }, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{sentences.map((sentence) => render(sentence, language)).join(" ")}</MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={words("pane-dismiss")} onClick={onDismiss} />}>
        {offer && <Button size="small" onClick={offer.go}>{words(offer.label)}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

const views = new WeakMap<Batch, { filter: RowFilter; sorting: Sorting }>();

/** Filter and order of the table, as they were when the user comes back from a workbook. */
function useView(batch: Batch) {
  const [filter, setFilter] = useState<RowFilter>(views.get(batch)?.filter ?? NO_FILTER);
  const [sorting, setSorting] = useState<Sorting>(views.get(batch)?.sorting ?? AS_GIVEN);
  useEffect(() => {
    views.set(batch, { filter, sorting });
  }, [batch, filter, sorting]);
  return { filter, setFilter, sorting, setSorting };
}
