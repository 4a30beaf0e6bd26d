import { WorkbookError } from "../../workbook";
import type { Checked } from "../session";
import type { Job, News } from "./jobs";
import { startWorker } from "./start-worker";

/**
 * Checks in a web worker of its own, whose memory is given back afterwards. Rejects with a WorkbookError for a workbook
 * that is at fault, and with an AbortError when the signal ends the check.
 */
export async function checkInBackground(job: Job, signal: AbortSignal): Promise<Checked> {
  signal.throwIfAborted();
  const worker = await startWorker();
  return new Promise<Checked>((resolve, reject) => {
    const stop = () => reject(new DOMException("stopped", "AbortError"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    worker.onmessage = ({ data: news }: MessageEvent<News>) => {
      if (news.kind === "checked") resolve(news.checked);
      else reject(news.code ? new WorkbookError(news.code, news.detail) : new Error(news.detail));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
