/** Cells change in bursts: so long nothing must have changed before the check repeats itself. */
export const QUIET_TIME = 1200;

/**
 * Repeats the check when the user has paused after changing cells. While something else goes on it waits for its end,
 * which `resume` tells.
 */
export class LiveCheck {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private due = false;

  constructor(private readonly mayCheck: () => boolean, private readonly check: () => void) {}

  changed(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.due = true;
      this.resume();
    }, QUIET_TIME);
  }

  /** What was in the way may have ended. */
  resume(): void {
    if (!this.due || !this.mayCheck()) return;
    this.due = false;
    this.check();
  }

  /** A check has begun, which sees every change so far. */
  settled(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.due = false;
  }
}
