import { cellIds, descends, findSheet, isError, isSameContent, keyToRowColumn, rectContains, Sheet, type Cell, type CellAddress, type Rect, type Scalar, type Workbook } from "../workbook";
import { sameNumber } from "../values/numbers";
import { NumberFormat } from "../workbook/number-format";
import { Evaluator } from "./evaluate";

/** A cell whose stored value is not what its formula gives. */
export interface StaleCell {
  readonly at: CellAddress;
  readonly cell: Cell;
  /** Its own, or the array formula that fills it. */
  readonly formula: string;
  /** What the formula gives now. */
  readonly value: Scalar;
  readonly text: string;
}

/** A place to look for stale values. */
export interface Region {
  readonly sheet: string;
  readonly rect: Rect;
}

/** A cell of the same format and look with another value. */
function withValue(cell: Cell, value: Scalar): Cell {
  const { formula, format, look } = cell;
  const showing = cell.showing?.bind(cell);
  return { value, formula, format, text: showing ? showing(value) : plainText(value), ...(showing && { showing }), ...(look && { look }) };
}

function plainText(value: Scalar): string {
  if (value === null) return "";
  if (isError(value)) return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** The workbook with other cells, given by their ids, in the place of its own. */
function replaced(workbook: Workbook, cells: ReadonlyMap<number, Cell>): Workbook {
  if (cells.size === 0) return workbook;
  const ids = cellIds(workbook);
  const bySheet = new Map<Sheet, Map<number, Cell>>();
  for (const [id, cell] of cells) {
    const { sheet, key } = ids.placeOf(id);
    let changed = bySheet.get(sheet);
    if (!changed) bySheet.set(sheet, (changed = new Map()));
    changed.set(key, cell);
  }
  const result = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const changed = bySheet.get(sheet);
      return changed ? changedSheet(sheet, changed) : sheet;
    })
  };
  descends(result, workbook, [...cells.keys()]);
  return result;
}

/** The last sheets that were made of a sheet, with the cells by which they differ from it. */
const made = new WeakMap<Sheet, { readonly changed: ReadonlyMap<number, Cell>; readonly sheet: Sheet }[]>();
/** As many as one check tries fixes. */
const MOST_MADE = 8;
/** Of larger sheets nothing is kept: it would take more memory than it saves time. */
const MOST_CELLS_KEPT = 20_000;

/**
 * The sheet with other cells in the place of its own. Changed again in the same way it is the same object, so that what was worked out
 * of it holds: a check after an edit tries on the other sheets just what the check before tried.
 */
function changedSheet(sheet: Sheet, changed: ReadonlyMap<number, Cell>): Sheet {
  const before = made.get(sheet) ?? [];
  const known = before.find((other) => areSameCells(other.changed, changed));
  if (known) return known.sheet;
  const cells = new Map(sheet.cells);
  for (const [key, cell] of changed) cells.set(key, cell);
  const result = new Sheet({ ...sheet, cells });
  if (cells.size <= MOST_CELLS_KEPT) made.set(sheet, [...before.slice(1 - MOST_MADE), { changed, sheet: result }]);
  return result;
}

function areSameCells(a: ReadonlyMap<number, Cell>, b: ReadonlyMap<number, Cell>): boolean {
  return a.size === b.size && [...a].every(([key, cell]) => {
    const other = b.get(key);
    return other !== undefined && isSameContent(cell, other) && cell.text === other.text;
  });
}

/** An area that fills more cells than that with nothing stored in them is left as it is. */
const MANY_FILLED = 20_000;

/** The cells that array formulas fill, but for those with the formula; what the file has nothing of looks like that one. */
function filled(sheet: Sheet): { at: CellAddress; cell: Cell }[] {
  return sheet.arrays.flatMap(({ top, left, bottom, right }) => {
    const master = sheet.cell(top, left);
    if (!master || master.formula === null || (bottom - top + 1) * (right - left + 1) > MANY_FILLED) return [];
    const cells: { at: CellAddress; cell: Cell }[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const own = sheet.cell(row, column);
        if (own?.formula == null) cells.push({ at: { sheet: sheet.name, row, column }, cell: own ?? { ...withValue(master, null), formula: null } });
      }
    }
    return cells;
  });
}

/**
 * The workbook with a value in every formula cell that the file stores none for, or in every formula cell at all where
 * the file asks to be recalculated on opening. What cannot be computed stays as it is; `unknown` counts those.
 */
export function completeValues(workbook: Workbook): { workbook: Workbook; computed: number; unknown: number } {
  const wanted: { at: CellAddress; cell: Cell }[] = [];
  for (const sheet of workbook.sheets) {
    // What we wrote ourselves is not checked.
    if (sheet.marker !== null) continue;
    for (const { key } of sheet.formulas()) {
      const cell = sheet.cells.get(key)!;
      if (cell.value === null || workbook.recalculatesOnOpen) wanted.push({ at: { sheet: sheet.name, ...keyToRowColumn(key) }, cell });
    }
    wanted.push(...filled(sheet).filter(({ cell }) => cell.value === null || workbook.recalculatesOnOpen));
  }
  if (wanted.length === 0) return { workbook, computed: 0, unknown: 0 };
  const evaluator = new Evaluator(workbook);
  const ids = cellIds(workbook);
  const completed = new Map<number, Cell>();
  let unknown = 0;
  for (const { at, cell } of wanted) {
    const outcome = evaluator.valueOf(at);
    if (outcome.state === "known") completed.set(ids.of(at), withValue(cell, outcome.value));
    else unknown++;
  }
  return { workbook: replaced(workbook, completed), computed: completed.size, unknown };
}

/**
 * The formula cells in the regions whose stored value is stale by itself; a cell that only adds up stale cells is put
 * right with them and not listed. Also gives the workbook with the present values.
 */
export function findStaleValues(workbook: Workbook, regions: readonly Region[]): { workbook: Workbook; stale: StaleCell[] } {
  const evaluator = new Evaluator(workbook);
  const ids = cellIds(workbook);
  // By their ids: a cell may lie in two regions.
  const differing = new Map<number, StaleCell>();
  for (const { sheet: name, rect } of regions) {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name)!;
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (const column of sheet.columns(row)) {
        const cell = column >= rect.left && column <= rect.right ? sheet.cell(row, column)! : null;
        const formula = cell && formulaOf(sheet, row, column);
        if (!cell || cell.value === null || formula === null) continue;
        const at = { sheet: name, row, column };
        const outcome = evaluator.valueOf(at);
        if (outcome.state !== "known" || outcome.volatile || sameValue(outcome.value, cell.value)) continue;
        const { text } = withValue(cell, outcome.value);
        // A workbook may store its values as rounded as it shows them.
        if (text !== cell.text) differing.set(ids.of(at), { at, cell, formula, value: outcome.value, text });
      }
    }
  }
  if (differing.size === 0) return { workbook, stale: [] };
  const all = [...differing.values()];
  const asStored = evaluator.with(all.map(({ at, cell }) => [at, cell.value]));
  const viewOf = arrayViews(workbook, all, evaluator);
  const stale = all.filter(({ at, cell, formula }) => {
    const outcome = cell.formula === null ? viewOf(at)?.valueOf(at) : asStored.evaluate(formula, at);
    return outcome !== undefined && (outcome.state !== "known" || !sameValue(outcome.value, cell.value));
  });
  return { workbook: replaced(workbook, new Map([...differing].map(([id, { cell, value }]) => [id, withValue(cell, value)]))), stale };
}

/** The formula that a cell has, or the array formula that fills it; null for a typed cell. */
function formulaOf(sheet: Sheet, row: number, column: number): string | null {
  const array = sheet.arrayAt(row, column);
  return sheet.cell(row, column)?.formula ?? (array && sheet.cell(array.top, array.left)?.formula) ?? null;
}

/**
 * For cells that array formulas fill, the workbook as it is stored but for that array, in which they are calculated again; null where the
 * array formula's own cell is stale, and is named for all of them.
 */
function arrayViews(workbook: Workbook, differing: readonly StaleCell[], evaluator: Evaluator): (at: CellAddress) => Evaluator | null {
  const views = new Map<Rect, Evaluator | null>();
  return ({ sheet, row, column }) => {
    const array = findSheet(workbook, sheet)!.arrayAt(row, column)!;
    const isIn = ({ at }: StaleCell): boolean => at.sheet === sheet && rectContains(array, at.row, at.column);
    let view = views.get(array);
    if (view === undefined) {
      const others = differing.filter((other) => !isIn(other)).map(({ at, cell }) => [at, cell.value] as const);
      views.set(array, (view = differing.some((other) => isIn(other) && other.cell.formula !== null) ? null : evaluator.with(others)));
    }
    return view;
  };
}

/** New content of a cell, as a user would enter it. */
export interface Entry {
  readonly at: CellAddress;
  readonly value: Scalar;
  /** With its "="; null for a plain value. */
  readonly formula: string | null;
  /** The number format that the cell has then. */
  readonly format: string;
}

/** The workbook after some cells were filled in and the formulas in the regions calculated again. A formula that cannot be computed shows nothing. */
export function withEntries(workbook: Workbook, entries: readonly Entry[], regions: readonly Region[]): Workbook {
  const ids = cellIds(workbook);
  const entered = replaced(workbook, new Map(entries.map(({ at, value, formula, format }) => {
    const shown = new NumberFormat(format, workbook.date1904);
    return [ids.of(at), withValue({ value: null, formula, format, text: "", showing: (other) => shown.show(other) }, formula === null ? value : null)];
  })));
  const evaluator = new Evaluator(entered);
  const calculated = new Map<number, Cell>();
  const calculate = (at: CellAddress, cell: Cell): void => {
    const outcome = evaluator.valueOf(at);
    if (outcome.state === "known" && (cell.value === null || !sameValue(outcome.value, cell.value))) calculated.set(ids.of(at), withValue(cell, outcome.value));
  };
  for (const { at, formula } of entries) {
    // An entry that a sheet of a damaged file does not take changes nothing.
    const cell = formula === null ? undefined : findSheet(entered, at.sheet)?.cell(at.row, at.column);
    if (cell) calculate(at, cell);
  }
  for (const { sheet: name, rect } of regions) {
    const sheet = findSheet(entered, name)!;
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (const column of sheet.columns(row)) {
        const cell = column >= rect.left && column <= rect.right ? sheet.cell(row, column)! : null;
        if (cell?.formula != null && cell.value !== null) calculate({ sheet: name, row, column }, cell);
      }
    }
  }
  return replaced(entered, calculated);
}

/** Equal up to the last digits that programs compute differently. An empty text and a blank show the same. Not every program keeps a truth value as one. */
function sameValue(a: Scalar, b: Scalar): boolean {
  if (typeof a === "boolean" && typeof b === "number") return Number(a) === b;
  if (typeof a === "number" && typeof b === "number") return sameNumber(a, b);
  if (isError(a) && isError(b)) return a.error === b.error;
  if ((a === null || a === "" || a === 0) && (b === null || b === "")) return true;
  return a === b;
}
