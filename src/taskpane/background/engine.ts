import { WorkbookError } from "../../workbook";
import type { Checked, CheckRun } from "../session";
import type { Edit, Edited, Job, News } from "./jobs";
import { startWorker } from "./start-worker";

/**
 * Does each job in a web worker of its own, whose memory is given back afterwards. Rejects with a WorkbookError for a
 * workbook that is at fault, and with an AbortError when the signal ends the job.
 */
export const engine = {
  /** Reads the bytes of a workbook and checks it. */
  check: (bytes: Uint8Array, fileName: string, { language, signal, onProgress }: CheckRun): Promise<Checked> => {
    onProgress({ stage: "reading", share: null });
    return run({ kind: "check", bytes, fileName, language }, signal, (news) => {
      if (news.kind === "read") onProgress({ stage: "checking", share: null });
      return news.kind === "checked" ? news.checked : undefined;
    });
  },
  /** The workbook with what is to be changed in it; the bytes given stay as they are. */
  edit: (bytes: Uint8Array, edit: Edit, signal?: AbortSignal): Promise<Edited> =>
    run({ kind: "edit", bytes, edit }, signal, (news) => (news.kind === "edited" ? news.edited : undefined))
};

/** Resolves with the first news that `result` makes something of. */
async function run<T>(job: Job, signal: AbortSignal | undefined, result: (news: News) => T | undefined): Promise<T> {
  signal?.throwIfAborted();
  const worker = await startWorker();
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new DOMException("stopped", "AbortError"));
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    worker.onmessage = ({ data: news }: MessageEvent<News>) => {
      if (news.kind === "failed") reject(news.code ? new WorkbookError(news.code, news.detail) : new Error(news.detail));
      const value = result(news);
      if (value !== undefined) resolve(value);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
