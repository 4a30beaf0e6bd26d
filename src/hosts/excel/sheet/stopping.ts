/**
 * Lets the user stop a writing until it begins to write: at once, also while Excel keeps it waiting because somebody is typing. What
 * has begun goes on to its end, so that nothing is left half-written.
 */
export class Stopping {
  private begun = false;

  constructor(private readonly signal: AbortSignal | undefined) {}

  get canStop(): boolean {
    return !this.begun && this.signal !== undefined;
  }

  /** From here on it is written; throws an AbortError where the user has stopped it before. */
  begin(): void {
    if (!this.begun && this.signal?.aborted) throw stopped();
    this.begun = true;
  }

  /** What the work gives, or an AbortError as soon as it is stopped before it has begun to write. */
  orStopped<T>(work: Promise<T>): Promise<T> {
    const { signal } = this;
    if (!signal) return work;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        if (!this.begun) reject(stopped());
      };
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
      work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
  }
}

function stopped(): DOMException {
  return new DOMException("cancelled", "AbortError");
}
