import { TICK } from "../../values/marks";
import type { Sheet } from "../../workbook";
import { shownCell } from "./cells";
import { isPresentMark } from "./marks";
import type { RosterMonth } from "./types";

/**
 * Two columns a month whose heads say none of 到位, 社保, 工资 are its halves where the persons' printed subtotals count each of them
 * for half a month, and not the months in which both are ticked: proven by persons with a month in which only one is. `total`: the column of
 * the subtotals.
 */
export function inParts(sheet: Sheet, months: readonly RosterMonth[], persons: readonly number[], total: number | null): readonly RosterMonth[] {
  if (total === null || months.some(({ columns }) => columns.length !== 2 || columns.some(({ kind, line }) => kind !== "other" || line > 0))) return months;
  let parts = 0;
  let others = 0;
  for (const row of persons) {
    const printed = shownCell(sheet, row, total)?.value;
    if (typeof printed !== "number") continue;
    const ticks = months.map(({ columns }) => columns.filter(({ column }) => isPresentMark(shownCell(sheet, row, column)?.value ?? null, TICK)).length);
    const halves = ticks.reduce((sum, count) => sum + count, 0) / 2;
    if (halves === ticks.filter((count) => count === 2).length) continue;
    if (printed === halves) parts++;
    else others++;
  }
  if (parts <= others) return months;
  return months.map((month) => ({ ...month, columns: month.columns.map((column) => ({ ...column, kind: "part" })) }));
}
