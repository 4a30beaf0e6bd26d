import { cellKey, isError, MAX_COLUMNS, MAX_ROWS, type Cell, type CellLook, type Rect, type Sheet, type SheetLayout, type Visibility } from "../../workbook";
import { editText } from "../edit/edit-text";
import { fittedHeights } from "./auto-height";
import { columnWidths } from "./widths";

/** What the view knows of a sheet before it shows a cell of it. */
export interface SheetOutline {
  readonly name: string;
  readonly visibility: Visibility;
  /** How many rows and columns there are to look at: what is used, with some room around. */
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly Rect[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly layout: SheetLayout | null;
  /** Written by us (核查汇总). */
  readonly own: boolean;
}

/** A cell as the view shows it. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly formula: string | null;
  /** What whoever goes on to write in it finds there, where that is neither the formula nor the text. */
  readonly edit?: string;
  /** Decides on which side the cell stands when its style does not say. */
  readonly kind: "number" | "text" | "other";
  readonly look: CellLook | undefined;
}

/** The cells of a sheet are handed over in blocks of that many rows and columns. */
export const BLOCK_ROWS = 100;
export const BLOCK_COLUMNS = 40;

const LEAST_ROWS = 60;
const LEAST_COLUMNS = 26;
const ROOM = 3;

export function outlineOf(sheet: Sheet): SheetOutline {
  const { name, visibility, used, merges, hiddenRows, hiddenColumns, marker } = sheet;
  return {
    name, visibility, merges, hiddenRows, hiddenColumns, layout: fittedLayout(sheet),
    rows: Math.min(MAX_ROWS, Math.max(LEAST_ROWS, (used?.bottom ?? 0) + ROOM)),
    columns: Math.min(MAX_COLUMNS, Math.max(LEAST_COLUMNS, (used?.right ?? 0) + ROOM)),
    own: marker !== null
  };
}

/** The layout with the heights that the file leaves to Excel. */
function fittedLayout(sheet: Sheet): SheetLayout | null {
  const { layout } = sheet;
  const fitted = fittedHeights(sheet, columnWidths(layout, sheet.used?.right ?? 0));
  if (fitted.size === 0) return layout;
  return { ...(layout ?? { defaultWidth: null, defaultHeight: null, columnWidths: [] }), rowHeights: new Map([...fitted, ...layout?.rowHeights ?? []]) };
}

/** The cells of one block, row by row; `row` and `column` are its first. */
export function cellsOfBlock(sheet: Sheet, row: number, column: number, date1904 = false): ShownCell[] {
  const cells: ShownCell[] = [];
  const lastRow = Math.min(row + BLOCK_ROWS - 1, sheet.used?.bottom ?? 0);
  const lastColumn = Math.min(column + BLOCK_COLUMNS - 1, sheet.used?.right ?? 0);
  for (let r = row; r <= lastRow; r++) {
    for (let c = column; c <= lastColumn; c++) {
      const cell = sheet.cells.get(cellKey(r, c));
      if (!cell) continue;
      const edit = cell.formula === null ? editText(cell, date1904) : null;
      cells.push({ row: r, column: c, text: cell.text, formula: cell.formula, kind: kindOf(cell), look: cell.look, ...(edit !== null && edit !== cell.text && { edit }) });
    }
  }
  return cells;
}

function kindOf({ value }: Cell): ShownCell["kind"] {
  if (typeof value === "number") return "number";
  return typeof value === "boolean" || isError(value) ? "other" : "text";
}
