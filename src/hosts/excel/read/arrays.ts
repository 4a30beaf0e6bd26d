import { cellKey, keyToRowColumn, rectContains, type PlainCell, type Rect } from "../../../workbook";
import { ask, type Question } from "../batch";
import { isFinal } from "../problem";
import { PLACE, rectOfRange, type FoundSheet } from "./overview";

/** So many formulas are asked for at once; an answer takes about a hundred bytes of each. */
const FORMULAS_A_TRIP = 4_000;
/** Beyond that the arrays are not asked for. */
const MOST_FORMULAS = 20_000;

interface FormulaCell {
  readonly sheet: FoundSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type Cells = Map<number, PlainCell>;

/** Whether a sheet has arrays at all. */
export function arraysOn(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const ranges = sheets.map(({ item }) => item.getUsedRangeOrNullObject(true).untrack());
    for (const range of ranges) range.load("hasSpill,savedAsArray");
    return () => ranges.forEach((range, index) => {
      // null: some cells are and some are not.
      sheets[index]!.hasArrays = !range.isNullObject && (range.hasSpill !== false || range.savedAsArray !== false);
    });
  };
}

/**
 * The areas of arrays on the sheets that have any, into `sheet.arrays`; the formula of an array then stands in its first cell
 * alone. `cells` are those of the sheets. Gives whether all were found.
 */
export async function findArrays(context: Excel.RequestContext, sheets: readonly FoundSheet[], cells: readonly Cells[]): Promise<boolean> {
  const formulas = sheets.flatMap((sheet, index) => (sheet.hasArrays ? formulasAmong(sheet, cells[index]!) : []));
  if (formulas.length > MOST_FORMULAS) return false;
  const answers: Answer[] = [];
  for (let from = 0; from < formulas.length; from += FORMULAS_A_TRIP) {
    try {
      answers.push(...await ask(context, arraysAt(formulas.slice(from, from + FORMULAS_A_TRIP))));
    } catch (error) {
      if (isFinal(error)) throw error;
      return false;
    }
  }
  for (const [index, sheet] of sheets.entries()) {
    sheet.arrays.push(...areasOf(answers.filter(({ cell }) => cell.sheet === sheet)));
    for (const area of sheet.arrays) keepFirstFormula(area, cells[index]!);
  }
  return true;
}

function formulasAmong(sheet: FoundSheet, cells: Cells): FormulaCell[] {
  return [...cells].flatMap(([key, { formula }]) => (formula === null ? [] : [{ sheet, ...keyToRowColumn(key), formula }])).sort((a, b) => a.row - b.row || a.column - b.column);
}

/** What Excel says of a formula: what it spills into, and whether it is an array at all. */
interface Answer {
  readonly cell: FormulaCell;
  readonly spill: Rect | null;
  readonly isArray: boolean;
}

function arraysAt(cells: readonly FormulaCell[]): Question<Answer[]> {
  return () => {
    const asked = cells.map((cell) => {
      const range = cell.sheet.item.getCell(cell.row - 1, cell.column - 1).untrack();
      const spill = range.getSpillingToRangeOrNullObject().untrack();
      range.load("savedAsArray");
      spill.load(PLACE);
      return { cell, range, spill };
    });
    return () => asked.map(({ cell, range, spill }) => ({ cell, spill: rectOfRange(spill), isArray: range.savedAsArray }));
  };
}

/** Where a formula spills, and where one was entered over an area (Ctrl+Shift+Enter): there all cells show the one formula. */
function areasOf(answers: readonly Answer[]): Rect[] {
  const spills = answers.flatMap(({ spill }) => spill ?? []);
  const entered = answers.filter(({ cell: { row, column }, isArray }) => isArray && !spills.some((rect) => rectContains(rect, row, column)));
  return [...spills, ...areasOfOneFormula(entered.map(({ cell }) => cell))];
}

/** Cells that stand together and have the same formula to the letter. */
function areasOfOneFormula(cells: readonly FormulaCell[]): Rect[] {
  const left = new Map(cells.map((cell) => [cellKey(cell.row, cell.column), cell.formula]));
  const areas: Rect[] = [];
  for (const { row, column, formula } of cells) {
    const isSame = (r: number, c: number): boolean => left.get(cellKey(r, c)) === formula;
    if (!isSame(row, column)) continue;
    let right = column;
    while (isSame(row, right + 1)) right++;
    const columns = Array.from({ length: right - column + 1 }, (_, index) => column + index);
    let bottom = row;
    while (columns.every((each) => isSame(bottom + 1, each))) bottom++;
    for (let r = row; r <= bottom; r++) for (const each of columns) left.delete(cellKey(r, each));
    areas.push({ top: row, left: column, bottom, right });
  }
  return areas;
}

function keepFirstFormula({ top, left, bottom, right }: Rect, cells: Cells): void {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const key = cellKey(row, column);
      const cell = cells.get(key);
      if (cell?.formula != null && (row !== top || column !== left)) cells.set(key, { ...cell, formula: null });
    }
  }
}
