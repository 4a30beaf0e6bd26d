import { say, type Sentence } from "../messages";
import { triplesOf } from "../tables/indicators/proven/coverage";
import { isTotalLabel } from "../tables/indicators/heads";
import { headText, readCell } from "../tables/reading";
import { findSheet, rectContains, rectName, rectsMeet, type CellAddress, type Rect, type Sheet } from "../workbook";
import { BESIDE } from "../tables/unread";
import type { CheckResult } from "./check";

/** Percentages of one column of a table of indicators that nothing was proved of. */
interface UncheckedColumn {
  readonly sheet: string;
  readonly rect: Rect;
  readonly head: string;
  readonly count: number;
  /** Most hold formulas: those are held against one another, though what they should compute is not known. */
  readonly byFormula: boolean;
}

const known = new WeakMap<CheckResult["arithmetic"], readonly UncheckedColumn[]>();

/** Columns of percentages inside the station's tables that no table's rate or proof took: growth, shares, weights. */
export function uncheckedColumns({ tables, arithmetic, workbook }: Pick<CheckResult, "tables" | "arithmetic" | "workbook">): readonly UncheckedColumn[] {
  let found = known.get(arithmetic);
  if (found) return found;
  // 95% as what was done of a condition is no quotient.
  const seen = new Set([...tables.matrices, ...tables.overall, ...tables.cards].flatMap(triplesOf)
    .flatMap(({ target, done }) => [target, done].flatMap((reading) => (reading ? [`${reading.at.sheet} ${reading.at.row} ${reading.at.column}`] : []))));
  found = [...tables.matrices, ...tables.overall, ...tables.cards].flatMap(({ sheet: name, rect }) => {
    const sheet = findSheet(workbook, name)!;
    const columns: UncheckedColumn[] = [];
    const others = [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.quotients, ...tables.rosters, ...tables.scores].filter((table) => table.sheet === name && table.rect !== rect);
    const isElse = (row: number, column: number): boolean => column > rect.right && others.some((table) => rectContains(table.rect, row, column));
    for (let column = rect.left; column <= rect.right + BESIDE && sheet.visibility === "visible"; column++) {
      const cells = rows(rect).flatMap((row) => (isPercentage(sheet, row, column) && arithmetic.at({ sheet: name, row, column })?.stated === undefined ? [row] : []))
        .filter((row) => !seen.has(`${name} ${row} ${column}`) && !isElse(row, column));
      if (cells.length === 0) continue;
      for (const row of cells) seen.add(`${name} ${row} ${column}`);
      const formulas = cells.filter((row) => sheet.cell(row, column)!.formula !== null).length;
      const own = { top: Math.min(...cells), left: column, bottom: Math.max(...cells), right: column };
      columns.push({ sheet: name, rect: own, head: headOf(sheet, own.top, column, rect.top), count: cells.length, byFormula: formulas * 2 > cells.length });
    }
    return columns;
  });
  known.set(arithmetic, found);
  return found;
}

function rows({ top, bottom }: Rect): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

function isPercentage(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet.cell(row, column);
  return typeof cell?.value === "number" && /^-?[\d,.]+[%％]$/.test(cell.text.trim());
}

/** The nearest text above the first of the cells, not above the table. */
function headOf(sheet: Sheet, first: number, column: number, top: number): string {
  for (let row = first - 1; row >= top; row--) {
    const text = headText(sheet, row, column);
    if (text !== "" && typeof sheet.cell(sheet.extent(row, column).top, sheet.extent(row, column).left)?.value === "string") return text;
  }
  return "";
}

/** Total rows of the station's tables of which no number was compared with anything. */
function uncheckedTotals({ tables, arithmetic, workbook }: CheckResult): { at: CellAddress; label: string }[] {
  return [...tables.matrices, ...tables.overall].flatMap((table) => {
    const { sheet: name, rect } = table;
    const sheet = findSheet(workbook, name)!;
    return rows(rect).flatMap((row) => {
      const columns = sheet.columns(row).filter((column) => column >= rect.left && column <= rect.right);
      const label = columns.map((column) => headText(sheet, row, column)).find((text) => text !== "" && !/^\d+$/.test(text)) ?? "";
      if (!isTotalLabel(label)) return [];
      const numbers = columns.map((column) => readCell(sheet, row, column)).filter(({ number, at }) => number !== null && at.row === row);
      return numbers.length > 0 && numbers.every(({ at }) => arithmetic.at(at)?.stated === undefined) ? [{ at: numbers[0]!.at, label }] : [];
    });
  });
}

/** What of the station's tables was read and not checked, a sentence each. */
export function uncheckedSentences(result: CheckResult): Sentence[] {
  const isTold = ({ sheet, rect }: UncheckedColumn): boolean => result.tables.unread.some((region) => region.grave && region.sheet === sheet && rectsMeet(region.rect, rect));
  return [
    ...uncheckedColumns(result).filter((column) => !isTold(column)).map(({ sheet, rect, head, count, byFormula }) => say(byFormula ? "not-checked-percent-alike" : "not-checked-percent", { sheet, range: rectName(rect), head, count })),
    ...uncheckedTotals(result).map(({ at: { sheet, row }, label }) => say("not-checked-total-row", { sheet, row, label }))
  ];
}
