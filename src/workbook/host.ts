import type { CellAddress } from "./address";
import type { Scalar, Workbook } from "./workbook";

/** A change that mends a finding (修正), as data. Nothing applies it but a host, when the user asked for it. */
export interface Fix {
  readonly sheet: string;
  /** "D9" */
  readonly cell: string;
  readonly kind: "formula" | "value";
  /** What stands there now: a formula with its "=", or the value. */
  readonly before: string | number | boolean | null;
  /** What should stand there: a formula with its "=", or the value. */
  readonly after: string | number | boolean | null;
  /** One sentence for the user. */
  readonly why: string;
}

/** How a cell of a written sheet looks. Every host has the same fixed set, so that both write the same sheet. */
export type CellStyle =
  | "plain" | "title" | "heading" | "head" | "text" | "number" | "percent" | "link"
  | "error" | "warning" | "info" | "good" | "muted";

export interface WrittenCell {
  readonly value: Exclude<Scalar, object>;
  /** With its leading "="; value is then what it gives. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Overrides the number format of the style, for example "0.0". */
  readonly format?: string;
  /** A jump to a cell of the same workbook when clicked. */
  readonly link?: CellAddress;
}

/** A whole sheet as data, written by any host. Row 1 is rows[0]. */
export interface SheetDescription {
  readonly name: string;
  readonly rows: readonly (readonly (WrittenCell | null)[])[];
  /** Widths in characters, from column A. */
  readonly columnWidths: readonly number[];
  /** Merged areas such as "A1:H1". */
  readonly merges: readonly string[];
  /** That many rows stay in view when scrolling. */
  readonly frozenRows: number;
  /** A hidden mark, by which a later run knows that the sheet is our own and may be replaced. */
  readonly marker: string;
}

/** What happened to one fix. */
export interface FixOutcome {
  readonly fix: Fix;
  readonly applied: boolean;
  /** Why not: the cell has changed since, the sheet is protected … */
  readonly reason: string | null;
}

/** A place that keeps a workbook: Excel itself, or the bytes of a file. */
export interface WorkbookHost {
  /** Reads the whole workbook. Rejects with a WorkbookError when it can't. */
  read(): Promise<Workbook>;
  /** Shows the cell to the user, where the host can. */
  goTo(at: CellAddress): Promise<void>;
  applyFixes(fixes: readonly Fix[]): Promise<readonly FixOutcome[]>;
  /** Writes a sheet of ours, replacing only an earlier one that carries the same marker. */
  writeSheet(sheet: SheetDescription): Promise<void>;
  /** Keeps our settings part in the workbook; null removes it. */
  writeSettings(xml: string | null): Promise<void>;
}

export type WorkbookErrorCode =
  | "not-found" | "unreadable" | "empty" | "not-a-workbook" | "encrypted" | "corrupt" | "too-large" | "unsupported"
  | "signed" | "protected" | "write-failed";

/** A workbook that can't be read or written. The message catalogue has a sentence for each code. */
export class WorkbookError extends Error {
  constructor(readonly code: WorkbookErrorCode, readonly detail: string = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "WorkbookError";
  }
}
