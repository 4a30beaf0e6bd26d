import { headText, readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { sameNumber } from "../values/numbers";
import { keyToRowColumn, rectContains, type Sheet, type Workbook } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** So many other sheets hold the same formula in the same cell, under the same label. */
const OTHERS = 3;
/** A sheet with more cells is data. */
const MOST_CELLS = 6000;
const TEXTS = /"[^"]*"/g;

/** Sheets of one form (one a month, one an area): a formula that alone asks for another word than the same cell of all others, in a row of the same label. */
export function oddAmongSheets(workbook: Workbook, tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  const sheets = workbook.sheets.filter((sheet) => sheet.visibility === "visible" && sheet.marker === null && sheet.cells.size <= MOST_CELLS && isOfStationsWorkbook(sheet, tables));
  if (sheets.length <= OTHERS) return [];
  const byForm = new Map<string, { sheet: Sheet; key: number; formula: string }[]>();
  for (const sheet of sheets) for (const { key, formula } of sheet.shownFormulas()) {
    if (!formula.includes("\"")) continue;
    const form = `${key} ${labelOf(sheet, key)} ${formula.replace(TEXTS, "\"\"")}`;
    byForm.set(form, [...(byForm.get(form) ?? []), { sheet, key, formula }]);
  }
  return [...byForm.values()].flatMap((cells) => {
    const ways = new Map<string, typeof cells>();
    for (const cell of cells) ways.set(cell.formula, [...(ways.get(cell.formula) ?? []), cell]);
    const [most, one, ...more] = [...ways.values()].sort((a, b) => b.length - a.length);
    if (!most || !one || more.length > 0 || most.length < OTHERS || one.length > 1) return [];
    return oddAt(tables, arithmetic, one[0]!, most);
  });
}

/** The first text of the cell's row. */
function labelOf(sheet: Sheet, key: number): string {
  const { row, column } = keyToRowColumn(key);
  const first = sheet.columns(row).find((other) => other < column && typeof sheet.cell(row, other)!.value === "string");
  return first === undefined ? "" : headText(sheet, row, first);
}

function oddAt(tables: Tables, { evaluator, at: judged }: Arithmetic, { sheet, key }: { sheet: Sheet; key: number }, others: readonly { sheet: Sheet; key: number; formula: string }[]): OddFill[] {
  const { row, column } = keyToRowColumn(key);
  const at = { sheet: sheet.name, row, column };
  const own = judged(at);
  // What a role proves right needs no other sheet's word.
  if (labelOf(sheet, key) === "" || own?.verdict?.state === "right") return [];
  const formula = others[0]!.formula;
  const outcome = evaluator.evaluate(formula, at);
  if (outcome.state !== "known" || typeof outcome.value !== "number") return [];
  const reading = readCell(sheet, row, column);
  const table = allTables(tables).find((one) => one.sheet === sheet.name && rectContains(one.rect, row, column))?.kind ?? "workbook";
  const models = others.map((other) => ({ sheet: other.sheet.name, row, column }));
  return [{ reading, formula, gives: outcome.value, models, agrees: reading.number !== null && sameNumber(reading.number, outcome.value), table, onSheets: true }];
}
