import { cellKey, isError, parseCellName, type Cell, type Sheet } from "../../workbook";
import { remembered } from "../../values/remembered";
import { normalise } from "../../values/text";
import { LONGEST_MARK, ROWS_SAMPLED } from "./limits";

/** The cell that shows at a place: a merged area shows its first cell. */
export function shownCell(sheet: Sheet, row: number, column: number): Cell | undefined {
  const merge = sheet.mergeAt(row, column);
  return merge ? sheet.cell(merge.top, merge.left) : sheet.cell(row, column);
}

/** The rows that a formula names, once for each time. */
export const rowsNamed = remembered((formula): readonly number[] =>
  [...formula.matchAll(/(?<![A-Za-z_."])\$?[A-Z]{1,3}\$?(\d+)(?![\d(])/g)].map(([, named]) => Number(named)));

/** Does a formula name cells of other rows than its own, as counts and sums under a column do? */
export function readsOtherRows(formula: string, row: number): boolean {
  return rowsNamed(formula).some((named) => named !== row);
}

/** Person-months as a cell may state them. */
export function isShare(value: unknown): value is 0 | 0.5 | 1 {
  return value === 0 || value === 0.5 || value === 1;
}

/** What a cell under a month may be: a mark, or a number that says so many person-months; a count over persons is neither. */
export type MarkLike = "text" | "share" | "number" | "count" | "other" | "blank";

/** What was told of the cells of a sheet: heads, clues, columns and rows ask for the same ones. */
const likes = new WeakMap<Sheet, Map<number, MarkLike>>();

export function markLike(sheet: Sheet, row: number, column: number): MarkLike {
  let known = likes.get(sheet);
  if (!known) likes.set(sheet, (known = new Map()));
  const key = cellKey(row, column);
  let like = known.get(key);
  if (like === undefined) known.set(key, (like = likeOf(sheet, row, column)));
  return like;
}

function likeOf(sheet: Sheet, row: number, column: number): MarkLike {
  const cell = shownCell(sheet, row, column);
  if (!cell || (cell.value === null && cell.formula === null)) return "blank";
  if (cell.formula !== null && readsOtherRows(cell.formula, row)) return "count";
  if (typeof cell.value === "boolean") return "text";
  if (cell.value === null || isError(cell.value)) return "other";
  if (typeof cell.value === "number") return isShare(cell.value) ? "share" : "number";
  const plain = normalise(cell.value);
  return plain === "" ? "blank" : plain.length <= LONGEST_MARK ? "text" : "other";
}

/** Are the marks of a roster numbers (1, 0.5, 0), so that what stands under a month may be added? */
export function marksAreNumbers(sheet: Sheet, top: number, bottom: number, columns: readonly number[]): boolean {
  let texts = 0;
  let shares = 0;
  for (let row = top; row <= Math.min(bottom, top + ROWS_SAMPLED); row++) {
    for (const column of columns) {
      const like = markLike(sheet, row, column);
      // Numbers stand beside dashes as well as beside zeros; only another tick says that they are no marks.
      if (like === "text" && !/^[-\/\\×xX]+$/.test(normalise(String(shownCell(sheet, row, column)!.value)))) texts++;
      else if (like === "share") shares++;
    }
  }
  return shares > texts;
}

/** Does a formula name nothing but marks of its own row? */
export function readsOwnMarks(formula: string, row: number, marks: ReadonlySet<number>): boolean {
  const named = [...formula.matchAll(/(?<![A-Za-z_."])\$?([A-Z]{1,3})\$?(\d+)(?![\d(])/g)];
  return named.length > 0 && named.every(([, letters, number]) => Number(number) === row && marks.has(parseCellName(`${letters}1`)!.column));
}
