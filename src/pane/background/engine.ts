import { WorkbookError, type WorkbookContent } from "../../workbook";
import type { Checked } from "../session";
import type { Job, News } from "./jobs";
import { startWorker, type BackgroundWorker } from "./start-worker";

/** A worker that nobody has asked for so long (milliseconds) gives its memory back. */
const IDLE = 120_000;
/** A worker that has checked so many cells keeps more memory than a warm start is worth. */
const MOST_CELLS = 200_000;

/**
 * Checks in a web worker that stays warm between checks: the next one finds its program compiled and the sheets that have not changed
 * worked out. It is retired after big work, when nobody has asked for a while, and by a check that is ended or breaks off.
 */
export class BackgroundEngine {
  private worker: Promise<BackgroundWorker> | null = null;
  private retirement: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly start: () => Promise<BackgroundWorker> = startWorker) {}

  /** Rejects with a WorkbookError for a workbook that is at fault, and with an AbortError when the signal ends the check. One at a time. */
  async check(job: Job, signal: AbortSignal): Promise<Checked> {
    signal.throwIfAborted();
    if (this.retirement !== null) clearTimeout(this.retirement);
    this.worker ??= this.start();
    const { worker } = this;
    let whole = false;
    try {
      const news = await answerOf(await worker, job, signal);
      whole = news.kind === "checked" && sizeOf(job.content) <= MOST_CELLS;
      if (news.kind === "checked") return news.checked;
      throw news.code ? new WorkbookError(news.code, news.detail) : new Error(news.detail);
    } finally {
      if (!whole) this.retire(worker);
      else this.retirement = setTimeout(() => this.retire(worker), IDLE);
    }
  }

  private retire(worker: Promise<BackgroundWorker>): void {
    if (this.worker === worker) this.worker = null;
    void worker.then((started) => started.terminate(), () => undefined);
  }
}

function answerOf(worker: BackgroundWorker, job: Job, signal: AbortSignal): Promise<News> {
  return new Promise<News>((resolve, reject) => {
    const stop = () => reject(new DOMException("stopped", "AbortError"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    worker.onmessage = ({ data }: MessageEvent<News>) => {
      signal.removeEventListener("abort", stop);
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(job);
  });
}

function sizeOf({ sheets }: WorkbookContent): number {
  return sheets.reduce((sum, { cells }) => sum + cells.size, 0);
}
