import { normalise } from "../../values/text";
import { isError, type Sheet } from "../../workbook";
import { isShare, markLike, readsOwnMarks, shownCell } from "./cells";
import { FEWEST_ROWS, MOST_OF_A_COLUMN } from "./limits";
import { headText } from "../reading";
import type { Reading } from "../types";
import type { RosterMonth, RosterPerson } from "./types";

/** Heads over what a month counts of a person. */
const COUNTED = /人次|折算|计数|小计|合计/;

/**
 * 人员到位 | 社保 | 工资 | 有效人次 under each month: the column that holds what the marks beside it come to is no mark itself. Proven by formulas over the
 * month's own marks, or by its head over 0, 0.5 and 1. Gives the months without it, and by month the column, or null where the roster has none.
 */
export function withoutCounted(sheet: Sheet, months: readonly RosterMonth[], persons: readonly number[]): { months: readonly RosterMonth[]; counted: readonly number[] | null } {
  const width = months[0]?.columns.length ?? 0;
  if (width < 2 || months.some(({ columns }) => columns.length !== width || columns.some(({ line }) => line > 0))) return { months, counted: null };
  for (let place = width - 1; place >= 0; place--) {
    if (months.every(({ columns }) => columns[place]!.kind === "other") && isCounted(sheet, months, persons, place)) {
      // 出勤天数 | 计人次: days are no marks; what they come to is all that a month says.
      if (holdNumbers(sheet, months, persons, place)) return { months: months.map((month) => ({ ...month, columns: [month.columns[place]!] })), counted: null };
      return { months: months.map((month) => ({ ...month, columns: month.columns.filter((_, i) => i !== place) })), counted: months.map(({ columns }) => columns[place]!.column) };
    }
  }
  return { months, counted: null };
}

/** Do the other columns of the months hold numbers that are no person-months? */
function holdNumbers(sheet: Sheet, months: readonly RosterMonth[], persons: readonly number[], place: number): boolean {
  const likes = months.flatMap(({ columns }) => columns.filter((_, i) => i !== place).flatMap(({ column }) => persons.map((row) => markLike(sheet, row, column)))).filter((like) => like !== "blank");
  return likes.length > 0 && likes.filter((like) => like === "number").length >= likes.length * MOST_OF_A_COLUMN;
}

function isCounted(sheet: Sheet, months: readonly RosterMonth[], persons: readonly number[], place: number): boolean {
  const cells = months.flatMap(({ columns }) => {
    const others = new Set(columns.filter((_, i) => i !== place).map(({ column }) => column));
    return persons.flatMap((row) => {
      const cell = shownCell(sheet, row, columns[place]!.column);
      return cell && (cell.value !== null || cell.formula !== null) ? [{ row, cell, others }] : [];
    });
  });
  if (persons.length < FEWEST_ROWS || cells.some(({ cell: { value } }) => value !== null && !isShare(value) && !isError(value))) return false;
  const byFormula = cells.filter(({ row, cell, others }) => cell.formula !== null && readsOwnMarks(cell.formula, row, others)).length;
  if (byFormula > 0 && byFormula >= cells.length * MOST_OF_A_COLUMN) return true;
  return cells.length >= persons.length * months.length * MOST_OF_A_COLUMN && months.every((month) => headedCounted(sheet, month, place));
}

function headedCounted(sheet: Sheet, { head, columns }: RosterMonth, place: number): boolean {
  const { column } = columns[place]!;
  const below = sheet.extent(head.row, head.column).bottom + 1;
  return COUNTED.test(normalise(headText(sheet, below, column)));
}

/** Does a formula take the person's subtotal from what the months print beside their marks? It adds those up, and they are judged one by one. */
export function addsCounted({ total, counted }: RosterPerson): boolean {
  return addsOwn(total, counted);
}

/** Does a formula read nothing but these cells of its own row? */
export function addsOwn(total: Reading | null, cells: readonly Reading[]): boolean {
  return total !== null && total.formula !== null && readsOwnMarks(total.formula, total.at.row, new Set(cells.map(({ at }) => at.column)));
}
