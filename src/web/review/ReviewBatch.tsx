import { Button } from "@fluentui/react-components";
import { BranchCompare20Regular, History20Regular } from "@fluentui/react-icons";
import { useContext, useEffect, useRef, useState } from "react";
import { isAbort } from "../../pane/model/problem";
import { LanguageContext, useWords } from "../../pane/words";
import type { ReviewDocument } from "../../review/types";
import { parseCellName, type CellAddress } from "../../workbook";
import type { Batch } from "../batch/batch";
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
    const old = chosenFiles(files, true).filter((given) => !given.isLeftOut && !isDocument(given)).map(({ path, file }) => ({ content: file, fileName: path }));
    const { entries, settings } = batch.state.get();
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
