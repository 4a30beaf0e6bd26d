/** What of the browser's history is used. */
export type History = Pick<globalThis.History, "pushState" | "go">;

/**
 * Keeps the browser's Back in step with the page: the start is at depth 0, a workbook or a table at 1, a workbook of the table
 * at 2. `onBack` is told when the user goes back, and may go on where it was.
 */
export class PageHistory {
  /** Where the browser's history is. */
  private at = 0;
  /** Where the page is. */
  private wanted = 0;
  /** A step of ours is under way: the browser tells of it later. */
  private stepping = false;

  constructor(private readonly history: History, private readonly onBack: (depth: number) => void) {}

  /** The page is at this depth now. */
  follow(depth: number): void {
    this.wanted = depth;
    if (this.stepping) return;
    for (; this.at < depth; this.at++) this.history.pushState({ depth: this.at + 1 }, "");
    if (this.at > depth) this.step(depth);
  }

  /** The browser went to another entry, with the state that it bears. */
  popped(state: unknown): void {
    const depth = typeof state === "object" && state !== null && "depth" in state && typeof state.depth === "number" ? state.depth : 0;
    const wasOurs = this.stepping;
    const isBack = depth < this.at;
    this.stepping = false;
    this.at = depth;
    if (!wasOurs && isBack) this.onBack(depth);
    // What the user did not leave is come back to, and what is gone cannot be gone forward to.
    if (this.stepping || this.at === this.wanted) return;
    if (this.at > this.wanted || !wasOurs) this.step(this.wanted);
    else this.follow(this.wanted);
  }

  private step(depth: number): void {
    this.stepping = true;
    this.history.go(depth - this.at);
  }
}
