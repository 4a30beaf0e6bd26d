import { moveFormula, relativeForm, shapeOf } from "../../formulas";
import { isSlip } from "../../judgement/fill-compare";
import { oddFills } from "../../judgement/fills";
import { say } from "../../messages";
import { allTables } from "../../tables/tables";
import { type Cell, type CellAddress, cellKey, cellName, isError, keyToRowColumn, MAX_COLUMNS, MAX_ROWS, rectContains, type Sheet, type Workbook } from "../../workbook";
import { finding, type Found } from "../finding";
import type { Rule } from "../rule";

/** So many other cells of the line must have the same formula. */
const EVIDENCE = 5;

/**
 * Formulas outside the recognised tables: a cell in the middle of an unbroken row or column of equal formulas that alone
 * has another one, or a typed number. Only where the other direction does not explain it.
 */
export const patternBreak: Rule = {
  meta: { id: "pattern-break", severity: "warning", group: "formulas", title: "pattern-break-title", basis: ["question"] },
  *check(context) {
    const tables = allTables(context.tables);
    const judged = new Map<string, Set<number>>(context.workbook.sheets.map(({ name }) => [name, new Set()]));
    for (const { meaning: { at } } of context.arithmetic.judgements) judged.get(at.sheet)?.add(cellKey(at.row, at.column));
    for (const { reading: { at } } of oddFills(context.workbook, context.tables, context.arithmetic)) judged.get(at.sheet)?.add(cellKey(at.row, at.column));
    for (const sheet of context.workbook.sheets) {
      if (context.ownSheets.has(sheet.name)) continue;
      const rects = tables.filter((table) => table.sheet === sheet.name).map((table) => table.rect);
      const cells = judged.get(sheet.name)!;
      yield* breaksOn(context.workbook, sheet, (key) => {
        const { row, column } = keyToRowColumn(key);
        return cells.has(key) || sheet.arrayAt(row, column) !== null || rects.some((rect) => rectContains(rect, row, column));
      });
    }
  }
};

/** Is the cell one of a recognised table, judged by what it means, or of an array formula, which is written once for all its cells? */
type Known = (key: number) => boolean;

function* breaksOn(workbook: Workbook, sheet: Sheet, known: Known): Iterable<Found> {
  const shapes = new Map<number, number>();
  for (const { key, formula } of sheet.formulas()) {
    if (known(key)) continue;
    shapes.set(key, shapeOf(formula, Math.floor(key / MAX_COLUMNS) + 1, (key % MAX_COLUMNS) + 1));
  }
  if (shapes.size < EVIDENCE) return;
  const across = Float64Array.from(shapes.keys()).sort();
  // Column by column: sorted by a key that counts the rows first, then turned back.
  const down = across.map((key) => (key % MAX_COLUMNS) * MAX_ROWS + Math.floor(key / MAX_COLUMNS)).sort()
    .map((key) => (key % MAX_ROWS) * MAX_COLUMNS + Math.floor(key / MAX_ROWS));
  for (const { key, model } of [...suspects(sheet, shapes, known, across, 1), ...suspects(sheet, shapes, known, down, MAX_COLUMNS)]) {
    const shape = shapes.get(key);
    // The neighbours of the other direction have the same formula: it belongs to their line.
    if (shape !== undefined && [key - 1, key + 1, key - MAX_COLUMNS, key + MAX_COLUMNS].some((other) => shapes.get(other) === shape)) continue;
    const at = { sheet: sheet.name, ...keyToRowColumn(key) };
    const found = breakAt(workbook, at, sheet.cells.get(key)!, { sheet: sheet.name, ...keyToRowColumn(model) }, sheet.cells.get(model)!);
    if (found) yield found;
  }
}

/** The one cell inside each unbroken line that differs from all others, which agree. `step` leads to the next cell of a line. */
function* suspects(
  sheet: Sheet, shapes: ReadonlyMap<number, number>, known: Known, keys: Float64Array, step: number
): Iterable<{ key: number; model: number }> {
  let line: number[] = [];
  for (const key of [...keys, MAX_ROWS * MAX_COLUMNS * 2]) {
    const last = line[line.length - 1];
    if (last !== undefined && key === last + 2 * step && isTypedNumber(sheet, last + step) && !known(last + step)) line.push(last + step);
    else if (last !== undefined && key !== last + step) {
      const odd = oddOne(line, shapes);
      if (odd !== null) yield { key: odd, model: line[0]! };
      line = [];
    }
    line.push(key);
  }
}

function isTypedNumber(sheet: Sheet, key: number): boolean {
  const cell = sheet.cells.get(key);
  return cell !== undefined && cell.formula === null && typeof cell.value === "number";
}

function oddOne(line: readonly number[], shapes: ReadonlyMap<number, number>): number | null {
  if (line.length <= EVIDENCE) return null;
  const usual = shapes.get(line[0]!)!;
  if (shapes.get(line[line.length - 1]!) !== usual) return null;
  const odd = line.filter((key) => shapes.get(key) !== usual);
  return odd.length === 1 ? odd[0]! : null;
}

function breakAt(workbook: Workbook, at: CellAddress, cell: Cell, modelAt: CellAddress, model: Cell): Found | null {
  const expected = moveFormula(model.formula!, modelAt, at);
  const form = relativeForm(model.formula!, modelAt);
  // A line of formulas that read no cell has no pattern to break.
  if (expected === null || form === null || expected.includes("#REF!") || expected === model.formula || expected === cell.formula) return null;
  // A mean in the row of sums is made of other functions: it means something else.
  if (cell.formula !== null && !isSlip(workbook, { formula: cell.formula, at }, expected, false)) return null;
  const name = cellName(at.row, at.column);
  return finding(patternBreak.meta, at, {
    message: () => cell.formula === null
      ? say("pattern-constant", { cell: name, shown: say("shown-text", { text: cell.text }), expected })
      : say("pattern-break", { cell: name, formula: cell.formula, expected }),
    basis: say("basis-pattern"),
    subject: { table: "workbook", row: at.sheet, column: name },
    actual: cell.text,
    expected,
    fix: () => ({
      at, kind: "formula", before: cell.formula ?? (isError(cell.value) ? cell.text : cell.value), after: expected, why: say("fix-formula", { formula: expected })
    })
  });
}
