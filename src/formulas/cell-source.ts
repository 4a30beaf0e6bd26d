import { keyToRowColumn, type Scalar, type Sheet } from "../workbook";
import type { Book } from "./book";
import type { Sought } from "./column-index";
import type { Run } from "./run";
import type { Area } from "./values";

/** What a run needs of the evaluator: other cells. */
export interface CellSource {
  readonly book: Book;
  readonly bottom: number;
  readonly right: number;
  /** The value of a cell; what it depends on is added to the run. Throws Unknown. */
  read(sheet: Sheet, row: number, column: number, run: Run): Scalar;
  /** The same for many cells of one column. */
  reader(sheet: Sheet, column: number, run: Run): (row: number) => Scalar;
  /** The rows of a column, from one to another, that may hold what is looked for; null where all have to be gone through. */
  rowsWith(sheet: Sheet, column: number, top: number, bottom: number, sought: Sought, run: Run): readonly number[] | null;
  /** Whether another value stands in the place of the cell. */
  replaces(sheet: Sheet, row: number, column: number): boolean;
  /** Rows count as shown, whatever the sheet hides. */
  readonly showsAllRows: boolean;
  /** Keys of cells that are blank in the sheet and may hold a value here. */
  filledIn(sheet: Sheet): readonly number[];
}

/** From so many rows on, columns are read as such. */
const MANY_ROWS = 64;

/** The rows of an area's column, counted from its top, that may hold what is looked for; null where all have to be gone through. */
export function rowsWith({ sheet, top, left, bottom }: Area, column: number, sought: Sought, source: CellSource, run: Run): readonly number[] | null {
  if (bottom - top < MANY_ROWS) return null;
  const rows = source.rowsWith(sheet, left + column, top, bottom, sought, run);
  run.spend(rows?.length ?? 0);
  return rows?.map((row) => row - top) ?? null;
}

/** Reads the cells of an area, by row and column of the sheet. */
export function cellsOf({ sheet, top, left, bottom, right }: Area, source: CellSource, run: Run): (row: number, column: number) => Scalar {
  if (bottom - top < MANY_ROWS) return (row, column) => source.read(sheet, row, column, run);
  const readers = Array.from({ length: right - left + 1 }, (_, column) => source.reader(sheet, left + column, run));
  return (row, column) => readers[column - left]!(row);
}

/** Visits the cells of an area that are not blank, row by row. */
export function eachCell(area: Area, source: CellSource, run: Run, visit: (value: Scalar, sheet: Sheet, row: number, column: number) => void): void {
  const { sheet, top, left, bottom, right } = area;
  const size = (bottom - top + 1) * (right - left + 1);
  const read = cellsOf(area, source, run);
  const one = (row: number, column: number): void => {
    const value = read(row, column);
    if (value !== null) visit(value, sheet, row, column);
  };
  run.spend(Math.min(size, sheet.cells.size));
  if (size <= 2 * sheet.cells.size + 64) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) one(row, column);
    return;
  }
  for (const row of source.book.rowsOf(sheet)) {
    if (row < top || row > bottom) continue;
    for (const column of sheet.columns(row)) if (column >= left && column <= right) one(row, column);
  }
  for (const key of source.filledIn(sheet)) {
    const { row, column } = keyToRowColumn(key);
    if (row >= top && row <= bottom && column >= left && column <= right) one(row, column);
  }
}
