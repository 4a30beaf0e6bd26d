import type { Sheet } from "../../workbook";
import { readCell } from "../reading";
import { ROWS_FOR_TARGETS } from "./limits";
import type { HeadTriple } from "./types";

/**
 * 年度协议量 | 本期协议量 | 完成量 | 完成率: which of two targets the rate is of is not said by the heads but by what stands
 * under them. `other` is the column of the target left of the triple's own; null where it holds no numbers (names under 指标).
 */
export function withTwoTargets(sheet: Sheet, triple: HeadTriple, other: { column: number; head: string }): HeadTriple {
  const { target, rate } = triple;
  if (target === null || !holdsNumbers(sheet, triple, other.column)) return triple;
  const wide = { ...triple, left: other.column };
  if (rate === null || matches(sheet, triple, other.column, rate) <= matches(sheet, triple, target, rate)) return wide;
  return { ...wide, target: other.column, heads: { ...triple.heads, target: other.head } };
}

function rowsBelow(sheet: Sheet, triple: HeadTriple): number[] {
  const last = Math.min(sheet.used?.bottom ?? 0, triple.bottom + ROWS_FOR_TARGETS);
  return Array.from({ length: Math.max(0, last - triple.bottom) }, (_, i) => triple.bottom + 1 + i);
}

function holdsNumbers(sheet: Sheet, triple: HeadTriple, column: number): boolean {
  const kinds = rowsBelow(sheet, triple).slice(0, 10).map((row) => readCell(sheet, row, column).kind);
  return kinds.includes("number") && !kinds.slice(0, 2).includes("text");
}

/** In how many rows the rate is done ÷ the number in that column. */
function matches(sheet: Sheet, triple: HeadTriple, column: number, rate: number): number {
  return rowsBelow(sheet, triple).filter((row) => {
    const [target, done, shown] = [column, triple.done, rate].map((at) => readCell(sheet, row, at).number);
    return target && done != null && shown != null && Math.abs(done / target - shown) < 0.00006;
  }).length;
}
