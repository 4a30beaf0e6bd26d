/** How a reading is followed and stopped. */
export interface ReadOptions {
  /** Aborted: the reading rejects with an AbortError. */
  readonly signal?: AbortSignal;
  /** 0 … 1 */
  readonly onProgress?: (share: number) => void;
}

/** Longest time in which the pane may not answer, in milliseconds. */
const BREATH = 12;

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException("cancelled", "AbortError");
}

/** Waits for Excel, but not when the user no longer does. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(new DOMException("cancelled", "AbortError"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Lets the pane draw and answer between two pieces of work; Office restarts one that is silent for 5 s. */
export class Breathing {
  private since = Date.now();

  constructor(private readonly signal: AbortSignal | undefined) {}

  async pause(): Promise<void> {
    if (Date.now() - this.since < BREATH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = Date.now();
    throwIfAborted(this.signal);
  }
}
