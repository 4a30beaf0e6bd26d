import type { CellAddress } from "./address";
import type { Scalar, Sheet } from "./workbook";

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

/** What became of a sheet of ours. */
export interface WrittenSheet {
  /** Its name in the workbook: another than wished for when a sheet of the user's has that. */
  readonly name: string;
  /** An earlier sheet was written over. */
  readonly replaced: boolean;
  /** What this host could not draw; the numbers and texts are all there. */
  readonly omitted: readonly ("charts" | "dataBars" | "printLayout")[];
}

/** The plan of a sheet that carries nothing over from an earlier run. */
export function planOf(sheet: SheetDescription): SheetPlan {
  return { marker: sheet.marker, describe: () => sheet };
}
