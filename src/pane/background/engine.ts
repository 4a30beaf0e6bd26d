import { WorkbookError, type WorkbookContent } from "../../workbook";
import type { Answers, Inquiry } from "../../report/inquiries";
import type { CheckedDocument, DocumentSource } from "../document/check";
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

  constructor(private readonly start: () => Promise<BackgroundWorker> = () => startWorker(workerSource)) {}

  /** Jobs follow each other: the worker says one thing at a time. */
  private last: Promise<unknown> = Promise.resolve();

  /** Rejects with a WorkbookError for a workbook that is at fault, and with an AbortError when the signal ends the check. */
  async check(job: Omit<Job, "inquiry">, signal: AbortSignal): Promise<Checked> {
    const news = await this.inTurn({ ...job, inquiry: null }, signal);
    if (news.kind === "checked") return news.checked;
    throw new Error(news.kind);
  }

  /** Answers a question about the workbook; rejects like a check. */
  async answer<I extends Inquiry>(job: Job & { readonly inquiry: I }): Promise<Answers[I["kind"]]> {
    const news = await this.inTurn(job, new AbortController().signal);
    if (news.kind === "answered") return news.answer as Answers[I["kind"]];
    throw new Error(news.kind);
  }

  /** Checks a report beside the workbook; rejects like a check. */
  async document(job: Job & { readonly document: DocumentSource }): Promise<CheckedDocument> {
    const news = await this.inTurn(job, new AbortController().signal);
    if (news.kind === "document") return news.document;
    throw new Error(news.kind);
  }

  private inTurn(job: Job, signal: AbortSignal): Promise<Exclude<News, { kind: "failed" }>> {
    const next = this.last.then(() => this.run(job, signal));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async run(job: Job, signal: AbortSignal): Promise<Exclude<News, { kind: "failed" }>> {
    signal.throwIfAborted();
    if (this.retirement !== null) clearTimeout(this.retirement);
    this.worker ??= this.start();
    const { worker } = this;
    let whole = false;
    try {
      const news = await answerOf(await worker, job, signal);
      whole = news.kind !== "failed" && sizeOf(job.content) <= MOST_CELLS;
      if (news.kind !== "failed") return news;
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

async function workerSource(): Promise<string> {
  return (await import(/* webpackChunkName: "worker" */ "worker-source/worker.js")).default;
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
