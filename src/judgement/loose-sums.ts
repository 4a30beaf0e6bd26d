import { totalVerdict } from "../evidence";
import { readCell } from "../tables/reading";
import type { Reading } from "../tables/types";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { roundHalfUp, sameNumber } from "../values/numbers";
import { cellName, findSheet, rectContains, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";
import { crossedCells, isConfirmed, type Crossed } from "./loose-crossings";

/**
 * Sums that the numbers of a sheet prove and no table's roles speak of: the months of 应到人次 in a row under a roster, a list of expenses. A typed number that alone
 * of its line is not what its cells come to.
 */
export function looseSums(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  const { evidence } = tables;
  const { at: judged } = arithmetic;
  const crossed = crossedCells(evidence);
  const right = new Set(crossed.flatMap(({ totals }) => totals));
  return [...crossed.flatMap((one) => insideAt(tables, arithmetic, one)), ...evidence.totals.flatMap((total): OddFill[] => {
    const { cell, parts, state, direction } = total;
    const sheet = evidence.sheets[cell.sheet]!.sheet;
    if (state !== "deviant" || cell.formula !== null || (direction !== "down" && direction !== "across") || sheet.visibility !== "visible" || sheet.marker !== null) return [];
    const at = { sheet: sheet.name, row: cell.top, column: cell.left };
    if (judged(at) || right.has(cell) || (totalVerdict(total, evidence.forms.get(cell)) !== "error" && !isConfirmed(evidence, total)) || !isOfStationsWorkbook(sheet, tables)) return [];
    const cells = parts.map(({ sheet: index, row, column }) => readCell(evidence.sheets[index]!.sheet, row, column));
    const gives = Number(cells.reduce((sum, { number }) => sum + (number ?? 0), 0).toFixed(6));
    if (direction === "down" && isNoSum(cell.value, cells)) return [];
    const table = allTables(tables).find((one) => one.sheet === at.sheet && rectContains(one.rect, at.row, at.column))?.kind ?? "workbook";
    // Of the other tables their roles say what adds up: 满分 = 得分 + 扣分 is a difference read backwards.
    if (table !== "workbook" && table !== "roster") return [];
    const formula = `=${cells.map((part) => cellName(part.at.row, part.at.column)).join("+")}`;
    return [{ reading: readCell(findSheet(workbook, at.sheet)!, at.row, at.column), formula, gives, models: cells.map((part) => part.at), agrees: false, table, isSum: true }];
  })];
}

/** A number inside a table of which both totals say the same. */
function insideAt(tables: Tables, { at: judged }: Arithmetic, { cell, gives, totals }: Crossed): OddFill[] {
  const { sheet } = tables.evidence.sheets[cell.sheet]!;
  const at = { sheet: sheet.name, row: cell.top, column: cell.left };
  const models = totals.map(({ top: row, left: column }) => ({ sheet: sheet.name, row, column }));
  const isJudged = [at, ...models].some((each) => judged(each) !== undefined);
  if (isJudged || sheet.visibility !== "visible" || sheet.marker !== null || !isOfStationsWorkbook(sheet, tables)) return [];
  return [{ reading: readCell(sheet, at.row, at.column), formula: "", gives, models, agrees: false, table: "workbook", isInside: true }];
}

/** The first of the cells (what was there at the beginning), the last, the largest, the smallest or their mean: another way to say a column in one number. */
function isNoSum(value: number | null, parts: readonly Reading[]): boolean {
  const numbers = parts.flatMap(({ number }) => number ?? []);
  if (value === null || numbers.length === 0) return true;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return [numbers[0]!, numbers[numbers.length - 1]!, Math.max(...numbers), Math.min(...numbers)].some((number) => sameNumber(number, value))
    || sameNumber(roundHalfUp(mean, 2), roundHalfUp(value, 2));
}
