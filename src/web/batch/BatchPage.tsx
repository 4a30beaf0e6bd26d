import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { Archive20Regular, Dismiss16Regular, MailEdit20Regular, Play20Regular, Settings20Regular, Stop20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { render, say, type Sentence } from "../../messages";
import { isAbort, problemOf } from "../../pane/model/problem";
import { download, XLSX_TYPE } from "../../pane/download";
import { LanguageContext, useWords } from "../../pane/words";
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
}

const AS_GIVEN: Sorting = { key: "file", descending: false };
const ZIP_TYPE = "application/zip";
/** Longer lists of names help nobody. */
const MOST_NAMES = 8;

interface BatchPageProps {
  readonly batch: Batch;
  readonly onOpen: (id: number, walk: Walk) => void;
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
  const { entries, running, settings, duplicates } = state;
  const done = entries.filter(({ step }) => step === "done").length;
  const shown = useMemo(() => shownEntries(entries, duplicates, filter, sorting), [entries, duplicates, filter, sorting]);
  const open = useRef<(id: number) => void>(() => undefined);
  open.current = (id) => onOpen(id, { ids: openable(shown), seek: soughtBy(filter) });
  const openRow = useCallback((id: number) => open.current(id), []);

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
    download(await comparisonWorkbook(entries, language), file, XLSX_TYPE);
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
          <Button icon={<MailEdit20Regular />} disabled={busy || done === 0} onClick={() => setLettersOpen(true)}>{words("letters-make")}</Button>
          <Suspense fallback={null}><ReviewBatch batch={batch} disabled={busy || done === 0} onOpen={openRow} onProblem={(error) => setNotice({ intent: "error", sentences: [problemOf(error)] })} /></Suspense>
          <Button icon={<Archive20Regular />} title={words("batch-download-all-title")} disabled={busy || done === 0} onClick={() => void downloadAll()}>{words("batch-download-all")}</Button>
          <Button appearance="primary" icon={<TableSimple20Regular />} disabled={busy || done === 0} onClick={() => void exportTable()}>{words("batch-export")}</Button>
        </div>
        {busy && <ProgressBar value={(packing ?? done) / entries.length} thickness="large" aria-label={words("batch-progress", { done: packing ?? done, count: entries.length })} />}
        {notice && (
          <MessageBar intent={notice.intent} layout="multiline">
            <MessageBarBody>{notice.sentences.map((sentence) => render(sentence, language)).join(" ")}</MessageBarBody>
            <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={words("pane-dismiss")} onClick={() => setNotice(null)} />} />
          </MessageBar>
        )}
        <FilterRow state={state} filter={filter} shown={shown.length} onChange={setFilter} />
      </div>
      <BatchTable shown={shown} all={entries} duplicates={duplicates} sorting={sorting} onSort={setSorting} onOpen={openRow} last={last} />
      {lettersOpen && (
        <Suspense fallback={null}>
          <LettersDialog
            entries={entries}
            shown={shown}
            onClose={() => setLettersOpen(false)}
            onDone={(warns, sentences) => {
              setLettersOpen(false);
              setNotice({ intent: warns ? "warning" : "success", sentences });
            }}
            onProblem={(error) => {
              setLettersOpen(false);
              setNotice({ intent: "error", sentences: [problemOf(error)] });
            }}
          />
        </Suspense>
      )}
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
