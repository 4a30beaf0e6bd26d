import { totalVerdict } from "../evidence";
import { readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { cellName, findSheet, rectContains, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/**
 * Sums that the numbers of a sheet prove and no table's roles speak of: the months of 应到人次 in a row under a roster, a list of expenses. A typed number that alone
 * of its line is not what its cells come to.
 */
export function looseSums(workbook: Workbook, tables: Tables, { at: judged }: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  const { evidence } = tables;
  return evidence.totals.flatMap((total): OddFill[] => {
    const { cell, parts, state, direction } = total;
    const sheet = evidence.sheets[cell.sheet]!.sheet;
    if (state !== "deviant" || cell.formula !== null || (direction !== "down" && direction !== "across") || sheet.visibility !== "visible" || sheet.marker !== null) return [];
    const at = { sheet: sheet.name, row: cell.top, column: cell.left };
    if (judged(at) || totalVerdict(total, evidence.forms.get(cell)) !== "error" || !isOfStationsWorkbook(sheet, tables)) return [];
    const cells = parts.map(({ sheet: index, row, column }) => readCell(evidence.sheets[index]!.sheet, row, column));
    const gives = Number(cells.reduce((sum, { number }) => sum + (number ?? 0), 0).toFixed(6));
    const table = allTables(tables).find((one) => one.sheet === at.sheet && rectContains(one.rect, at.row, at.column))?.kind ?? "workbook";
    // Of the other tables their roles say what adds up: 满分 = 得分 + 扣分 is a difference read backwards.
    if (table !== "workbook" && table !== "roster") return [];
    const formula = `=${cells.map((part) => cellName(part.at.row, part.at.column)).join("+")}`;
    return [{ reading: readCell(findSheet(workbook, at.sheet)!, at.row, at.column), formula, gives, models: cells.map((part) => part.at), agrees: false, table, isSum: true }];
  });
}
