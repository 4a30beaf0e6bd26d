import type { Language, Sentence } from "../messages";
import type { Checked as CheckedForScreen } from "../report/screen";
import type { Answers, Inquiry } from "../report/inquiries";
import type { TableDescription } from "../report/types";
import type { StoredSettings } from "../settings";
import type { SummaryState } from "../summary";
import type { CellAddress, Fix, FixOutcome, WriteOptions, WrittenSheet } from "../workbook";

/** What a check yields for the pane. */
export interface Checked extends CheckedForScreen {
  readonly summary: SummaryState;
}

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

export interface WriteRun extends WriteOptions {
  readonly language: Language;
}

/**
 * The workbook in front of the user and what can be done with it, wherever it lives: open in Excel, or opened from a
 * file in a browser. Everything rejects with an error that `problemOf` has a sentence for.
 */
export interface Session {
  readonly fileName: string;
  check(run: CheckRun): Promise<Checked>;
  /** Shows the cell to the user, or the region from it to `until`. */
  goTo(at: CellAddress, until?: { readonly row: number; readonly column: number }): Promise<void>;
  /** Brings the sheet before the user where it does not stand beside the pane anyway. */
  readonly reveal?: () => void;
  /** Answers a question about the workbook as it is now; nothing of it changes. */
  inquire<I extends Inquiry>(inquiry: I, language: Language): Promise<Answers[I["kind"]]>;
  /** Hands a new workbook to the user (a download, or a window of Excel's); gives what there is to say. */
  handOver(bytes: Uint8Array, fileName: string): Promise<Sentence>;
  /** Labels the columns and rows of a table in the sheet with what they are read as, or takes the labels away; null where the sheet is not ours to draw. */
  readonly label: ((table: TableDescription | null) => void) | null;
  /** `language`: of the reasons that the outcomes give. */
  applyFixes(fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]>;
  /** Writes 核查汇总 and 核查明细 into the workbook, in a browser into the opened copy; gives what became of them in that order. */
  writeSummary(checked: Checked, run: WriteRun): Promise<readonly WrittenSheet[]>;
  /** Notes that the user attached to cells of a summary cannot be seen here: they stay on their cells when it is written again. */
  readonly notesStay?: () => boolean;
  /** Shows the cell ready to be written anew; not there where the user writes in Excel itself. */
  readonly writeCell?: (at: CellAddress) => void;
  /** The file's kind can only be read: nothing can be written into it, and what is kept holds for this time only. */
  readonly isReadOnly?: () => boolean;
  /** A summary that stands in the workbook is rewritten after each check, because nobody but us changes this copy. */
  readonly renewsSummary?: () => boolean;
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
