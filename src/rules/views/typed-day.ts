import type { Reading } from "../../tables/types";
import { isDateFormat, serialDate } from "../../values/dates";

/** Serials of days from 1990 to 2099: no count of a station is so large and happens to bear a date's format. */
const DAYS = { first: 32_874, last: 73_050 };

/** The day ("2025-03-01") that a cell holds where a number was typed (3-1); null where it holds a number, or a formula gives it. */
export function typedDay({ kind, number, formula, format }: Reading, date1904: boolean): string | null {
  if (kind !== "number" || formula !== null || number === null || number < DAYS.first || number > DAYS.last || !isDateFormat(format)) return null;
  return serialDate(number, date1904);
}
