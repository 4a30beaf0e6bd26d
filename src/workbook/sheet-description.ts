import type { CellAddress } from "./address";
import type { Scalar, Sheet } from "./workbook";

/** How a cell of a written sheet looks. Every host has the same fixed set, so that both write the same sheet. */
export type CellStyle =
  | "plain" | "title" | "subtitle" | "verdict" | "verdictError" | "verdictWarning" | "verdictGood" | "heading" | "head" | "label" | "text" | "center" | "number" | "percent" | "link" | "sum" | "count"
  | "input" | "amount" | "choice" | "remark" | "error" | "warning" | "info" | "good" | "muted" | "note" | "figure" | "unsure" | "signature";

export interface WrittenCell {
  readonly value: Exclude<Scalar, object>;
  /** With its leading "="; value is then what it gives. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Overrides the number format of the style, for example "0.0". */
  readonly format?: string;
  /** A jump to a cell of the same workbook when clicked. */
  readonly link?: CellAddress;
  /** On a protected sheet the user may change this cell. */
  readonly unlocked?: boolean;
  /**
   * The cell is the user's own, carried over from that cell of the earlier sheet: it keeps the look that it had there, and
   * value, formula and format are what stood there.
   */
  readonly kept?: { readonly row: number; readonly column: number };
}

/** What may be typed into some cells. */
export interface CellValidation {
  /** "C5:C40 E5:E40" */
  readonly range: string;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "whole" | "decimal"; readonly least: number; readonly most?: number }
    /** A formula that must be true, written for the first cell of the range. */
    | { readonly kind: "formula"; readonly formula: string };
  /** Shown when the cell is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when something else was typed; `warn` lets it pass after asking. */
  readonly error?: { readonly title: string; readonly text: string; readonly warn?: boolean };
}

/** A bar in each cell, as long as its number. */
export interface DataBar {
  readonly range: string;
  /** The numbers that have no bar, and a bar over the whole cell. */
  readonly least: number;
  readonly most: number;
  /** RRGGBB */
  readonly color: string;
}

/** Cells that take fill and font of a style while a formula, written for the first cell of the range, is true. */
export interface ConditionalStyle {
  readonly range: string;
  readonly formula: string;
  readonly style: CellStyle;
}

export interface ChartSeries {
  readonly name: string;
  /** Ranges of this sheet: "E20:E25". */
  readonly categories: string;
  readonly values: string;
  /** What the ranges hold now, for readers that do not calculate. */
  readonly labels: readonly string[];
  readonly numbers: readonly (number | null)[];
  /** RRGGBB */
  readonly color: string;
}

/** A chart over some cells of the sheet. */
export interface SheetChart {
  readonly kind: "columns" | "bars";
  readonly title: string;
  readonly series: readonly ChartSeries[];
  /** The cells that it covers: "A40:E58". */
  readonly over: string;
  /** Of the numbers beside the axis. */
  readonly format: string;
}

/** How the sheet prints. Without it: A4 landscape, as wide as the page. */
export interface PrintLayout {
  readonly orientation: "portrait" | "landscape";
  /** Rows repeated on every page, first and last; on the pages behind them where they stand further down. */
  readonly titleRows?: readonly [number, number];
  /** "A1:J60" */
  readonly area?: string;
  /** Rows that belong together, first and last, from top to bottom: a page begins before them where they don't fit into the rest of one. */
  readonly blocks?: readonly (readonly [number, number])[];
  /** The first rows of blocks that begin a page in any case. */
  readonly pages?: readonly number[];
}

/** A note goes from one cell to another; no two go to one. */
export interface NoteMove {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** A whole sheet as data, written by any host. Row 1 is rows[0]. */
export interface SheetDescription {
  readonly name: string;
  readonly rows: readonly (readonly (WrittenCell | null)[])[];
  /** Widths in characters, from column A. A sheet that is written over keeps the widths that it has, unless it has other columns. */
  readonly columnWidths: readonly number[];
  /** Where the notes that the user attached to cells of the earlier sheet stand now; those that are not named stay where they are. */
  readonly movedNotes?: readonly NoteMove[];
  /** The earlier sheet has other columns than this one: nothing of them stays but what the user keeps at the right. */
  readonly hasOtherColumns?: boolean;
  /** Merged areas such as "A1:H1". */
  readonly merges: readonly string[];
  /** That many rows stay in view when scrolling. */
  readonly frozenRows: number;
  readonly frozenColumns?: number;
  /** A hidden mark, by which a later run knows that the sheet is our own and may be replaced; "" for a sheet that is the user's from then on. */
  readonly marker: string;
  /** Heights in points by row number; other rows are as high as their texts need. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Column numbers. */
  readonly hiddenColumns?: readonly number[];
  /** RRGGBB */
  readonly tabColor?: string;
  /** The cells with filter buttons, heads included: "A5:J20". */
  readonly autofilter?: string;
  readonly validations?: readonly CellValidation[];
  readonly dataBars?: readonly DataBar[];
  readonly conditionals?: readonly ConditionalStyle[];
  readonly charts?: readonly SheetChart[];
  readonly print?: PrintLayout;
  /** Only unlocked cells may be changed; without a password, so that the user can lift it. */
  readonly isProtected?: boolean;
}

/**
 * A sheet of ours that is to be written. It is described only when the host has read what stands there from an earlier
 * run, because remarks that the user made on it are carried over.
 */
export interface SheetPlan {
  /** The hidden mark by which an earlier sheet of the same kind is known; the description carries the same. */
  readonly marker: string;
  /** `earlier` is our sheet as it stands now, null when there is none. */
  describe(earlier: Sheet | null): SheetDescription;
}

/** How far the writing of sheets is. */
export interface WriteProgress {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** Nothing is written yet, or nothing that would stay: stopping leaves everything as it was. */
  readonly canStop: boolean;
}

/** How the writing of sheets is followed and stopped. */
export interface WriteOptions {
  /** Aborted while it can still be stopped: the writing rejects with an AbortError, and nothing has changed. Later it does nothing. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WriteProgress) => void;
}

/** What became of a sheet of ours. */
export interface WrittenSheet {
  /** Its name in the workbook: another than wished for when a sheet of the user's has that. */
  readonly name: string;
  /** An earlier sheet was written over. */
  readonly replaced: boolean;
  /** What this host could not draw; the numbers and texts are all there. */
  readonly omitted: readonly ("charts" | "dataBars" | "validations" | "printLayout" | "looks" | "links" | "view" | "notes")[];
  /** The cells that held something else when they were read back; null where they could not be read. */
  readonly differing?: readonly string[] | null;
}

/** The plan of a sheet that carries nothing over from an earlier run. */
export function planOf(sheet: SheetDescription): SheetPlan {
  return { marker: sheet.marker, describe: () => sheet };
}
