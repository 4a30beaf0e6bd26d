/** After so many milliseconds without a sign of life the user is told that Excel has not answered. */
export const SILENCE = 4000;

/**
 * Tells when what was asked of Excel gets no answer for long. Excel holds everything back while a cell is being edited,
 * and says nothing of it.
 */
export class Patience {
  private pending = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly tell: (waiting: boolean) => void) {}

  /** Something was asked; what is given back says that it is over, however it ended. */
  asked(): () => void {
    this.pending++;
    this.sign();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.pending--;
      this.sign();
    };
  }

  /** Excel has answered something. */
  sign(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = this.pending > 0 ? setTimeout(() => this.tell(true), SILENCE) : null;
    this.tell(false);
  }
}
