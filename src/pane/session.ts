import type { Language } from "../messages";
import type { Checked } from "../report/screen";
import type { StoredSettings } from "../settings";
import type { CellAddress, Fix, FixOutcome, WrittenSheet } from "../workbook";

export type { Checked } from "../report/screen";

/** How far a check is: `share` is 0 … 1, null where nobody can tell. */
export interface Progress {
  readonly stage: "reading" | "checking";
  readonly share: number | null;
}

export interface CheckRun {
  readonly language: Language;
  /** Aborted: the promise rejects with an AbortError and nothing has happened. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * The workbook in front of the user and what can be done with it, wherever it lives: open in Excel, or opened from a
 * file in a browser. Everything rejects with an error that `problemOf` has a sentence for.
 */
export interface Session {
  readonly fileName: string;
  check(run: CheckRun): Promise<Checked>;
  /** Shows the cell to the user. */
  goTo(at: CellAddress): Promise<void>;
  /** `language`: of the reasons that the outcomes give. */
  applyFixes(fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]>;
  /** Writes 核查汇总 into the workbook; in a browser into the opened copy. */
  writeSummary(checked: Checked, language: Language, onProgress: (share: number) => void): Promise<WrittenSheet>;
  /** Keeps settings and ignored findings in the workbook. */
  keep(stored: StoredSettings): Promise<void>;
  /** Copies a sheet beside itself and gives the copy's name; null where the original file is a copy in any case. */
  readonly copySheet: ((sheet: string) => Promise<string>) | null;
  /**
   * Calls back when the user has changed cells, from the moment at which the next check begins to read; gives what ends it.
   * null where nobody but us changes the workbook.
   */
  readonly watch: ((changed: () => void) => () => Promise<void>) | null;
}
