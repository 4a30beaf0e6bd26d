import { startWorker, type BackgroundWorker } from "../../pane/background/start-worker";
import { WorkbookError, type WorkbookErrorCode } from "../../workbook";
import type { Ask, RequestKind, Requests } from "./requests";

export interface Asked {
  readonly number: number;
  readonly ask: Ask;
}

export type Answered =
  | { readonly number: number; readonly answer: unknown; readonly failure?: undefined }
  | { readonly number: number; readonly failure: { readonly code: WorkbookErrorCode | null; readonly detail: string } };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** A worker of the page, and the requests that it has not answered yet. */
export class WorkerClient {
  private readonly worker: Promise<BackgroundWorker>;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private ended = false;

  constructor() {
    this.worker = startWorker(async () => (await import(/* webpackChunkName: "page-worker" */ "worker-source/page-worker.js")).default).then((worker) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) => this.settle(data);
      worker.onerror = (event) => this.failAll(new Error(event.message));
      return worker;
    });
  }

  /** Rejects with a WorkbookError for a workbook that is at fault, with an AbortError once {@link end} was called. */
  async ask<K extends RequestKind>(kind: K, ask: Requests[K]["ask"]): Promise<Requests[K]["answer"]> {
    const worker = await this.worker;
    if (this.ended) throw new DOMException("stopped", "AbortError");
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve: resolve as Waiting["resolve"], reject });
      worker.postMessage({ number, ask: { kind, ...ask } as Ask } satisfies Asked);
    });
  }

  /** Ends the worker, and with it whatever it is at. */
  end(): void {
    this.ended = true;
    this.failAll(new DOMException("stopped", "AbortError"));
    void this.worker.then((worker) => worker.terminate(), () => undefined);
  }

  private settle(answered: Answered): void {
    const waiting = this.waiting.get(answered.number);
    this.waiting.delete(answered.number);
    if (!answered.failure) return waiting?.resolve(answered.answer);
    const { code, detail } = answered.failure;
    waiting?.reject(code ? new WorkbookError(code, detail) : new Error(detail));
  }

  private failAll(error: unknown): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
