/** What the pane needs of a worker; the browser's own has more. */
export interface BackgroundWorker {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

/** What the worker says when a job needs the library for old formats, which it was started without (worker.ts). */
export interface WantsOldFormats {
  readonly kind: "wants-old-formats";
  /** The message that it could not finish, to be sent again. */
  readonly job: unknown;
}

/**
 * Starts the worker of a page. Its script (`source`) comes as text and runs from a blob, because a page that was opened from a folder
 * (file://) may start no worker from a file, nor may such a worker load another script. So the library for .xls and the like,
 * as heavy as all the rest, is loaded by the page, and a worker that turns out to need it is replaced by one that has it
 * and given its job again. Whoever talks to the worker does not notice, as long as the next job is sent after the
 * answer to the one before.
 */
export async function startWorker(source: () => Promise<string>): Promise<BackgroundWorker> {
  return new ReplaceableWorker(await source());
}

class ReplaceableWorker implements BackgroundWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  private worker: Worker;
  private address = "";
  private ended = false;

  constructor(private readonly source: string) {
    this.worker = this.start([source]);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer);
  }

  terminate(): void {
    this.ended = true;
    this.stop();
  }

  private start(sources: string[]): Worker {
    this.address = URL.createObjectURL(new Blob(sources, { type: "text/javascript" }));
    const worker = new Worker(this.address);
    worker.onmessage = (event: MessageEvent<unknown>) => {
      if (wantsOldFormats(event.data)) void this.replace(event.data.job);
      else this.onmessage?.(event);
    };
    worker.onerror = (event) => this.onerror?.(event);
    return worker;
  }

  private stop(): void {
    this.worker.terminate();
    URL.revokeObjectURL(this.address);
  }

  private async replace(job: unknown): Promise<void> {
    this.stop();
    try {
      const library = await oldFormatsSource();
      if (this.ended) return;
      this.worker = this.start([library, "\n", this.source]);
      this.worker.postMessage(job);
    } catch (error) {
      this.onerror?.(new ErrorEvent("error", { message: String(error), error }));
    }
  }
}

function wantsOldFormats(message: unknown): message is WantsOldFormats {
  return (message as Partial<WantsOldFormats> | null)?.kind === "wants-old-formats";
}

async function oldFormatsSource(): Promise<string> {
  return (await import(/* webpackChunkName: "old-formats" */ "worker-source/old-formats.js")).default;
}
