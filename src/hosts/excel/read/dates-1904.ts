import { isDateFormat } from "../../../workbook/numfmt";
import type { PlainSheet } from "../../../workbook";

const DAY = 86_400_000;
const DAYS_FROM_1900_TO_1904 = 1462;
/** So many dates are proof enough. */
const DATES = 20;

/**
 * Whether dates count from 1904. Excel does not tell an add-in; a date that shows its year does: the year of the number
 * counted from 1900 or from 1904.
 */
export function countsFrom1904(sheets: readonly PlainSheet[]): boolean {
  let for1904 = 0;
  let seen = 0;
  for (const { cells } of sheets) {
    for (const { value, text, format } of cells.values()) {
      if (typeof value !== "number" || text === null || format === "General" || !/y{3}/i.test(format) || !isDate(format)) continue;
      const year = /(?:19|20|21)\d\d/.exec(text)?.[0];
      if (!year) continue;
      if (yearOf(value) !== Number(year) && yearOf(value + DAYS_FROM_1900_TO_1904) === Number(year)) for1904++;
      if (++seen === DATES) return for1904 > DATES / 2;
    }
  }
  return for1904 > seen / 2;
}

function yearOf(serial: number): number {
  return new Date((serial - 25_569) * DAY).getUTCFullYear();
}

function isDate(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    return false;
  }
}
