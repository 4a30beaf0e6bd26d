import { TICK } from "../../values/marks";
import type { Sheet } from "../../workbook";
import { shownCell } from "./cells";
import { isPresentMark } from "./marks";
import type { Roster, RosterMonth } from "./types";

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

/**
 * What the counts under the months take a tick for where each stands for half a month (by the sheet's note, or because months have two parts): by what
 * most of the printed counts agree with. null where ticks stand for whole months.
 */
export function tickWorth(months: readonly RosterMonth[], { persons, groups }: Pick<Roster, "persons" | "groups">): Roster["tickWorth"] {
  const kinds = new Set(persons.flatMap(({ marks }) => marks.flat().map(({ kind }) => kind)));
  const halves = months.every(({ columns }) => columns.every(({ kind }) => kind === "part"));
  if (!halves && (kinds.has("present") || !kinds.has("half"))) return null;
  let [whole, half] = [0, 0];
  for (const { subtotal, persons: own } of groups) subtotal?.ticks.forEach((month, m) => month.forEach(({ number }, j) => {
    const ticks = own.filter((i) => ["present", "half"].includes(persons[i]!.marks[m]![j]!.kind)).length;
    if (number === null || ticks === 0) return;
    if (number === ticks) whole++;
    else if (number === ticks / 2) half++;
  }));
  return half > whole ? 0.5 : 1;
}
