import { headText, readCell } from "../../tables/reading";
import type { Reading } from "../../tables/types";
import { sameNumber } from "../../values/numbers";
import type { Sheet, Workbook } from "../../workbook";

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
const NEAR = 4;
const ROWS = 12;

/** R9 on the sheets of a workbook with rosters: 应到, 实到 and 超配 below one another, or as heads side by side. */
export function wrongSurpluses(workbook: Workbook): WrongSurplus[] {
  return workbook.sheets.filter(({ visibility, marker }) => visibility === "visible" && marker === null).flatMap((sheet) =>
    sheet.texts().filter(({ row, column, value }) => value.length < 30 && SURPLUS.test(headText(sheet, row, column))).flatMap(({ row, column }) => {
      const below = besides(sheet, row, column, "rows");
      return below ?? besides(sheet, row, column, "columns") ?? [];
    }));
}

function besides(sheet: Sheet, row: number, column: number, along: "rows" | "columns"): WrongSurplus[] | null {
  const label = (step: number): string => (along === "rows" ? (row > step ? headText(sheet, row - step, column) : "") : column > step ? headText(sheet, row, column - step) : "");
  const steps = Array.from({ length: NEAR }, (_, i) => i + 1);
  const due = steps.find((step) => DUE.test(label(step)));
  const actual = steps.find((step) => ACTUAL.test(label(step)));
  if (due === undefined || actual === undefined) return null;
  const cells = along === "rows" ? sheet.columns(row).filter((other) => other > sheet.extent(row, column).right).map((other) => [row, other] as const)
    : Array.from({ length: ROWS }, (_, i) => [row + 1 + i, column] as const);
  return cells.flatMap(([r, c]): WrongSurplus[] => {
    const at = (step: number): Reading => (along === "rows" ? readCell(sheet, r - step, c) : readCell(sheet, r, c - step));
    const reading = readCell(sheet, r, c);
    const [owed, came] = [at(due), at(actual)];
    if (reading.number === null || owed.number === null || came.number === null || reading.at.row !== r) return [];
    const expected = Number((came.number - owed.number).toFixed(4));
    // Who only counts what is above writes 0 for a shortage.
    const holds = sameNumber(reading.number, expected) || (expected < 0 && reading.number === 0);
    return holds ? [] : [{ reading, label: headText(sheet, row, column), actual: came, due: owed, expected }];
  });
}
