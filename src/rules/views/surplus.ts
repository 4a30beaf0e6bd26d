import { headText, readCell } from "../../tables/reading";
import type { Reading } from "../../tables/types";
import { sameNumber } from "../../values/numbers";
import { onShownSheets, type Sheet } from "../../workbook";

/** A printed 超配 that is not 实到 − 应到 of the cells beside it. */
export interface WrongSurplus {
  readonly reading: Reading;
  readonly label: string;
  readonly actual: Reading;
  readonly due: Reading;
  readonly expected: number;
}

const SURPLUS = /^超(?:缺)?配/;
const DUE = /^(?:社工)?应到/;
const ACTUAL = /^(?:社工)?(?:实到|有效人次)/;
/** Rows (or columns) before 超配 in which 应到 and 实到 stand; rows under the heads that are read. */
const NEAR = 8;
const ROWS = 12;

/** R9 on the sheets of a workbook with rosters: 应到, 实到 and 超配 below one another, or as heads side by side. */
export const wrongSurpluses = onShownSheets((sheet) =>
  sheet.texts().filter(({ row, column, value }) => value.length < 30 && SURPLUS.test(headText(sheet, row, column))).flatMap(({ row, column }) => {
    const below = besides(sheet, row, column, "rows");
    return below ?? besides(sheet, row, column, "columns") ?? [];
  }));

/** Cells of a row (or column) called so, each with those of the two rows (or columns) before it that are called as wanted; null where those are not there. */
export function besideEachOther(sheet: Sheet, row: number, column: number, along: "rows" | "columns", first: RegExp, second: RegExp): { reading: Reading; first: Reading; second: Reading }[] | null {
  const label = (step: number): string => (along === "rows" ? (row > step ? headText(sheet, row - step, column) : "") : column > step ? headText(sheet, row, column - step) : "");
  const steps = Array.from({ length: NEAR }, (_, i) => i + 1);
  const [one, other] = [first, second].map((wanted) => steps.find((step) => wanted.test(label(step))));
  if (one === undefined || other === undefined) return null;
  const cells = along === "rows" ? sheet.columns(row).filter((each) => each > sheet.extent(row, column).right).map((each) => [row, each] as const)
    : rowsUnder(sheet, row, [column, column - one, column - other]).map((each) => [each, column] as const);
  return cells.flatMap(([r, c]) => {
    const at = (step: number): Reading => (along === "rows" ? readCell(sheet, r - step, c) : readCell(sheet, r, c - step));
    const reading = readCell(sheet, r, c);
    const [a, b] = [at(one), at(other)];
    return reading.number === null || a.number === null || b.number === null || reading.at.row !== r ? [] : [{ reading, first: a, second: b }];
  });
}

/** The rows under three heads, up to the next heads or to a row that holds nothing under them. */
function rowsUnder(sheet: Sheet, head: number, columns: readonly number[]): number[] {
  const first = Math.max(...columns.map((column) => sheet.extent(head, column).bottom)) + 1;
  const rows: number[] = [];
  for (let row = first; row < first + ROWS; row++) {
    const kinds = columns.map((column) => readCell(sheet, row, column).kind);
    if (kinds.includes("text") || kinds.every((kind) => kind === "blank")) break;
    rows.push(row);
  }
  return rows;
}

function besides(sheet: Sheet, row: number, column: number, along: "rows" | "columns"): WrongSurplus[] | null {
  return besideEachOther(sheet, row, column, along, ACTUAL, DUE)?.flatMap(({ reading, first: actual, second: due }): WrongSurplus[] => {
    const expected = Number((actual.number! - due.number!).toFixed(4));
    // Who only counts what is above writes 0 for a shortage.
    const holds = sameNumber(reading.number!, expected) || (expected < 0 && reading.number === 0);
    return holds ? [] : [{ reading, label: headText(sheet, row, column), actual, due, expected }];
  }) ?? null;
}
