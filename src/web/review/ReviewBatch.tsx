import { Button } from "@fluentui/react-components";
import { BranchCompare20Regular } from "@fluentui/react-icons";
import { useContext, useEffect, useRef, useState } from "react";
import { isAbort } from "../../pane/model/problem";
import { LanguageContext, useWords } from "../../pane/words";
import type { ReviewDocument } from "../../review/types";
import type { Batch } from "../batch/batch";
import { chosenFiles, isDocument } from "../page/given-files";
import { reviewBatch } from "./review-batch";
import { ReviewDialog } from "./ReviewDialog";

interface ReviewBatchProps {
  readonly batch: Batch;
  readonly disabled: boolean;
  readonly onOpen: (id: number) => void;
  readonly onProblem: (error: unknown) => void;
}

/** 与上次比较: the user chooses the folder of the earlier workbooks, which are paired with those of the batch by station and period. */
export function ReviewBatch({ batch, disabled, onOpen, onProblem }: ReviewBatchProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const input = useRef<HTMLInputElement>(null);
  const run = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null);
  const [document, setDocument] = useState<ReviewDocument | null>(null);
  const earlier = useRef<ReadonlyMap<string, Blob>>(new Map());

  useEffect(() => () => run.current?.abort(), []);

  async function compare(files: FileList | null): Promise<void> {
    const old = chosenFiles(files, true).filter((given) => !given.isLeftOut && !isDocument(given)).map(({ path, file }) => ({ content: file, fileName: path }));
    earlier.current = new Map(old.map(({ content, fileName }) => [fileName, content]));
    const { entries, settings } = batch.state.get();
    const now = entries.map((entry) => ({ content: batch.contentOf(entry), fileName: entry.path }));
    run.current = new AbortController();
    setProgress({ done: 0, count: old.length + now.length });
    try {
      setDocument(await reviewBatch(old, now, settings, language, run.current.signal, (done, count) => setProgress({ done, count })));
    } catch (error) {
      if (!isAbort(error)) onProblem(error);
    } finally {
      setProgress(null);
    }
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
      {document && (
        <ReviewDialog
          document={document}
          earlierOf={(file) => earlier.current.get(file)}
          onGoTo={null}
          onOpen={(file) => {
            const entry = batch.state.get().entries.find(({ path }) => path === file);
            setDocument(null);
            if (entry) onOpen(entry.id);
          }}
          onClose={() => setDocument(null)}
        />
      )}
    </>
  );
}
