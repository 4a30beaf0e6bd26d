import type { Sheet } from "../../workbook";
import { isTotalOf, namedRows, stackedText, type HeadArea } from "./columns";
import { addsOwn } from "./counted";
import { FEWEST_ROWS } from "./limits";
import type { HeadMonth } from "./month-heads";
import type { PartTotal, RosterPerson } from "./types";

/** A column of subtotals over some of the months, which are known by their heads' places among the months. */
export type PartHead = Pick<PartTotal, "column" | "label" | "months">;

/**
 * 第三季度小计 behind September, 上半年小计 behind June: columns whose numbers are those of the months since the last such column (or of each
 * half and quarter in turn, where they stand behind all months) and not those of all. Told by formulas and numbers; no word is needed. `counted`: columns of
 * what each month counts.
 */
export function partTotals(sheet: Sheet, area: HeadArea, nameColumn: number, counted: readonly number[] = []): PartHead[] {
  const { months } = area;
  const rows = namedRows(sheet, area, nameColumn);
  if (months.length < 3 || rows.length < FEWEST_ROWS) return [];
  const marks = new Set(months.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const lastMark = Math.max(...marks);
  const isPart = (column: number, from: number, to: number): boolean =>
    isTotalOf(sheet, rows, column, { ...area, months: months.slice(from, to) }) && !isTotalOf(sheet, rows, column, area);
  const found: PartHead[] = [];
  const add = (column: number, from: number, to: number): void => void found.push({ column, label: stackedText(sheet, area, column), months: indexes(from, to) });
  let from = 0;
  for (let column = Math.min(...marks); column <= Math.min(area.right, lastMark + 1); column++) {
    const to = months.filter(({ columns }) => columns.every((mark) => mark.column < column)).length;
    if (marks.has(column) || counted.includes(column) || to - from < 2 || to - from === months.length || !isPart(column, from, to)) continue;
    add(column, from, to);
    from = to;
  }
  return found.length > 0 ? found : behindAll(months, lastMark, area.right, isPart).map(({ column, from: first, to }) => ({ column, label: stackedText(sheet, area, column), months: indexes(first, to) }));
}

/** 上半年小计 | 下半年小计 side by side behind the last month. */
function behindAll(months: readonly HeadMonth[], lastMark: number, right: number, isPart: (column: number, from: number, to: number) => boolean): { column: number; from: number; to: number }[] {
  for (const parts of [2, 4]) {
    const size = months.length / parts;
    if (!Number.isInteger(size) || size < 2) continue;
    const columns = Array.from({ length: parts }, (_, i) => ({ column: lastMark + 1 + i, from: i * size, to: (i + 1) * size }));
    if (columns.every(({ column, from, to }) => column <= right && isPart(column, from, to))) return columns;
  }
  return [];
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Does a formula take the person's subtotal from those of parts of the months? It adds them up, and they are judged one by one. */
export function addsParts({ total, parts }: RosterPerson): boolean {
  return parts.length > 0 && addsOwn(total, parts);
}
