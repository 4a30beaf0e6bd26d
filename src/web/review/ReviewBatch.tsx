import { Button } from "@fluentui/react-components";
import { BranchCompare20Regular, History20Regular } from "@fluentui/react-icons";
import { useContext, useEffect, useRef, useState } from "react";
import { isAbort } from "../../pane/model/problem";
import { LanguageContext, useWords } from "../../pane/words";
import type { ReviewDocument } from "../../review/types";
import { parseCellName, type CellAddress } from "../../workbook";
import type { Batch, Entry } from "../batch/batch";
import { chosenFiles, isDocument } from "../page/given-files";
import { reviewBatch } from "./review-batch";
import { ReviewDialog } from "./ReviewDialog";

interface ReviewBatchProps {
  readonly batch: Batch;
  readonly disabled: boolean;
  /** Opens the workbook of a row, at a cell or as a whole. */
  readonly onOpen: (id: number, at: CellAddress | null) => void;
  readonly onProblem: (error: unknown) => void;
}

/** What a batch was last held against, for whoever comes back from one of its workbooks. */
interface Kept {
  readonly document: ReviewDocument;
  /** The earlier workbooks by their files. */
  readonly earlier: ReadonlyMap<string, Blob>;
  /** The pair whose workbook the user went to, by its new file. */
  readonly at: string | null;
}

const kept = new WeakMap<Batch, Kept>();

/** An earlier workbook. */
interface Earlier {
  readonly content: Blob;
  readonly fileName: string;
}

/** Two workbooks of one station and period, given together, are two versions of one: the one that was saved first is the earlier. */
function twoVersions(batch: Batch): { readonly old: Earlier; readonly now: Entry } | null {
  const { entries } = batch.state.get();
  const [one, other] = entries.map((entry) => ({ entry, row: entry.row, content: batch.contentOf(entry) }));
  if (entries.length !== 2 || !one?.row?.station || one.row.station !== other?.row?.station || !one.row.period || one.row.period.start !== other.row.period?.start || one.row.period.end !== other.row.period.end) return null;
  const savedAt = (content: unknown): number => (content instanceof File ? content.lastModified : Infinity);
  const [old, now] = savedAt(one.content) > savedAt(other.content) ? [other, one] : [one, other];
  return { old: { content: old.content instanceof Blob ? old.content : new Blob([old.content as BlobPart]), fileName: old.entry.path }, now: now.entry };
}

/** 与上次比较: the user chooses the folder of the earlier workbooks, which are paired with those of the batch by station and period. */
export function ReviewBatch({ batch, disabled, onOpen, onProblem }: ReviewBatchProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const input = useRef<HTMLInputElement>(null);
  const run = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null);
  const [result, setResult] = useState<Kept | null>(kept.get(batch) ?? null);
  // Whoever went to a workbook from here comes back to here.
  const [shown, setShown] = useState(result !== null && result.at !== null);

  useEffect(() => () => run.current?.abort(), []);

  async function compare(files: FileList | null): Promise<void> {
    await hold(chosenFiles(files, true).filter((given) => !given.isLeftOut && !isDocument(given)).map(({ path, file }) => ({ content: file, fileName: path })), batch.state.get().entries);
  }

  async function hold(old: readonly Earlier[], entries: readonly Entry[]): Promise<void> {
    const { settings } = batch.state.get();
    const now = entries.map((entry) => ({ content: batch.contentOf(entry), fileName: entry.path }));
    run.current = new AbortController();
    setProgress({ done: 0, count: old.length + now.length });
    try {
      const document = await reviewBatch(old, now, settings, language, run.current.signal, (done, count) => setProgress({ done, count }));
      keep({ document, earlier: new Map(old.map(({ content, fileName }) => [fileName, content])), at: null });
      setShown(true);
    } catch (error) {
      if (!isAbort(error)) onProblem(error);
    } finally {
      setProgress(null);
    }
  }

  function keep(next: Kept): void {
    kept.set(batch, next);
    setResult(next);
  }

  function close(): void {
    setShown(false);
    if (result) keep({ ...result, at: null });
  }

  function open(file: string, at: CellAddress | null): void {
    const entry = batch.state.get().entries.find(({ path }) => path === file);
    setShown(false);
    if (!entry || !result) return;
    keep({ ...result, at: file });
    onOpen(entry.id, at);
  }

  const versions = disabled ? null : twoVersions(batch);
  return (
    <>
      <input
        ref={input} type="file" multiple hidden data-input="earlier" {...{ webkitdirectory: "" }}
        onChange={({ target }) => {
          void compare(target.files);
          target.value = "";
        }}
      />
      {progress
        ? <Button onClick={() => run.current?.abort()}>{words("review-progress", progress)}</Button>
        : <Button icon={<BranchCompare20Regular />} disabled={disabled} title={words("review-button-folder")} onClick={() => input.current?.click()}>{words("review-button")}</Button>}
      {versions && !progress && <Button appearance="primary" title={words("review-two-title", { old: versions.old.fileName, new: versions.now.path })} onClick={() => void hold([versions.old], [versions.now])}>{words("review-two")}</Button>}
      {result && !progress && <Button icon={<History20Regular />} aria-label={words("review-again")} title={words("review-again")} onClick={() => setShown(true)} />}
      {result && shown && (
        <ReviewDialog
          document={result.document}
          earlierOf={(file) => result.earlier.get(file)}
          at={result.at}
          onGoTo={({ sheet, cell }, file) => open(file, { sheet, ...parseCellName(cell)! })}
          onOpen={(file) => open(file, null)}
          onClose={close}
        />
      )}
    </>
  );
}
