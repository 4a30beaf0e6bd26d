import { isError, type Scalar } from "../../workbook";
import { compareScalars, equalInExcel, equalTexts } from "../coerce";
import type { Sought } from "../column-index";
import { hasWildcard, textMatches, type Spend } from "../criteria";
import { Matrix, NA, Raise, REF, Reference, VALUE, type Grid, type Value } from "../values";
import { fn, looking, type Context, type FunctionTable } from "./spec";

/** A row or a column as a list. */
interface Line {
  readonly length: number;
  at(index: number): Scalar;
  /** The places that may hold it, in order; null where all have to be gone through. */
  with(sought: Sought): readonly number[] | null;
}

function columnOf(grid: Grid, column: number): Line {
  return { length: grid.rows, at: (row) => grid.at(row, column), with: (sought) => grid.rowsWith?.(column, sought) ?? null };
}

function rowOf(grid: Grid, row: number): Line {
  return { length: grid.columns, at: (column) => grid.at(row, column), with: () => null };
}

/** The only row or column; null when there are several of both. */
function lineOf(grid: Grid): Line | null {
  return grid.columns === 1 ? columnOf(grid, 0) : grid.rows === 1 ? rowOf(grid, 0) : null;
}

function typeRank(value: Scalar): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3;
}

/** Equal in type and value; no text is a number here. With wildcards the work is told. */
function same(value: Scalar, wanted: Scalar, wildcards: Spend | null): boolean {
  if (typeof wanted === "string") {
    return typeof value === "string" && (wildcards ? textMatches(value, wanted, wildcards) : equalTexts(value, wanted));
  }
  if (typeof wanted === "number") return typeof value === "number" && equalInExcel(value, wanted);
  return value === wanted;
}

function findExact(line: Line, wanted: Scalar, wildcards: Spend | null, backwards = false): number {
  const isPlain = typeof wanted === "number" || (typeof wanted === "string" && !(wildcards && hasWildcard(wanted)));
  const places = isPlain ? line.with({ value: wanted, loosely: false }) : null;
  if (places) {
    const isThere = (place: number): boolean => same(line.at(place), wanted, wildcards);
    return (backwards ? [...places].reverse() : places).find(isThere) ?? -1;
  }
  for (let i = 0; i < line.length; i++) {
    const place = backwards ? line.length - 1 - i : i;
    if (same(line.at(place), wanted, wildcards)) return place;
  }
  return -1;
}

/**
 * The last place whose value is not above the wanted one, by halving, as Excel searches sorted lists (and unsorted ones,
 * with results that depend on the way of halving). Values of other types, blanks and errors are passed over.
 */
function findSorted(line: Line, wanted: Scalar): number {
  const rank = typeRank(wanted);
  let low = 0;
  let high = line.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && typeRank(line.at(probe)) !== rank) probe++;
    if (probe > high) {
      high = middle - 1;
      continue;
    }
    if (compareScalars(line.at(probe), wanted) <= 0) {
      found = probe;
      low = probe + 1;
    } else high = middle - 1;
  }
  return found;
}

/** In a descending list the last place whose value is not below the wanted one; of equal ones the first. */
function findDescending(line: Line, wanted: Scalar): number {
  let found = -1;
  for (let i = 0; i < line.length; i++) {
    const value = line.at(i);
    if (typeRank(value) !== typeRank(wanted)) continue;
    const order = compareScalars(value, wanted);
    if (order < 0) break;
    found = i;
    if (order === 0) break;
  }
  return found;
}

/** The place of the exact value, or of the next smaller (-1) or larger (1) one; -1 when there is none. */
function findNearest(line: Line, wanted: Scalar, direction: number, backwards: boolean): number {
  const exact = findExact(line, wanted, null, backwards);
  if (exact >= 0) return exact;
  let best = -1;
  for (let i = 0; i < line.length; i++) {
    const place = backwards ? line.length - 1 - i : i;
    const value = line.at(place);
    if (typeRank(value) !== typeRank(wanted)) continue;
    if (compareScalars(value, wanted) * direction < 0) continue;
    if (best < 0 || compareScalars(value, line.at(best)) * direction < 0) best = place;
  }
  return best;
}

const spending = (context: Context): Spend => (work) => context.spend(work);

function lookedFor(wanted: Scalar): Scalar {
  if (isError(wanted)) throw new Raise(wanted);
  return wanted ?? 0;
}

function match(wanted: Scalar, list: Value, type: number, context: Context): number {
  if (isError(list)) throw new Raise(list);
  const value = lookedFor(wanted);
  const line = lineOf(context.grid(list));
  if (!line) throw new Raise(NA);
  let place: number;
  if (type === 0) place = findExact(line, value, spending(context));
  else place = type > 0 ? findSorted(line, value) : findDescending(line, value);
  if (place < 0) throw new Raise(NA);
  return place + 1;
}

function tableLookup(wanted: Scalar, table: Value, index: number, approximate: boolean, byRow: boolean, context: Context): Scalar {
  if (isError(table)) throw new Raise(table);
  const value = lookedFor(wanted);
  const grid = context.grid(table);
  const which = Math.trunc(index);
  if (which < 1) throw new Raise(VALUE);
  if (which > (byRow ? grid.rows : grid.columns)) throw new Raise(REF);
  const keys = byRow ? rowOf(grid, 0) : columnOf(grid, 0);
  const place = approximate ? findSorted(keys, value) : findExact(keys, value, spending(context));
  if (place < 0) throw new Raise(NA);
  return byRow ? grid.at(which - 1, place) : grid.at(place, which - 1);
}

function lookup(wanted: Scalar, list: Value, results: Value | undefined, context: Context): Scalar {
  if (isError(list)) throw new Raise(list);
  const value = lookedFor(wanted);
  const grid = context.grid(list);
  const wide = grid.columns > grid.rows;
  const keys = lineOf(grid) ?? (wide ? rowOf(grid, 0) : columnOf(grid, 0));
  const place = findSorted(keys, value);
  if (place < 0) throw new Raise(NA);
  if (results === undefined) return wide ? grid.at(grid.rows - 1, place) : grid.at(place, grid.columns - 1);
  if (isError(results)) throw new Raise(results);
  const target = context.grid(results);
  const line = target.columns >= target.rows ? rowOf(target, 0) : columnOf(target, 0);
  if (place >= line.length) {
    // The list of results may be shorter: Excel reads on in the cells behind it.
    if (!(results instanceof Reference)) throw new Raise(NA);
    const { sheet, top, left } = results.area;
    return target.columns > target.rows ? context.read(sheet, top, left + place) : context.read(sheet, top + place, left);
  }
  return line.at(place);
}

function xmatchPlace(wanted: Scalar, line: Line, mode: number, search: number, context: Context): number {
  // Nothing is looked for among the blank cells, not taken for a 0.
  if (isError(wanted)) throw new Raise(wanted);
  const value = wanted;
  if (![-1, 0, 1, 2].includes(mode) || ![1, -1, 2, -2].includes(search)) throw new Raise(VALUE);
  if (mode === 0 || mode === 2) return findExact(line, value, mode === 2 ? spending(context) : null, search === -1);
  return findNearest(line, value, mode, search === -1);
}

function xlookup(
  wanted: Scalar, list: Value, results: Value, missing: Value | undefined, mode: number, search: number, context: Context
): Value {
  if (isError(list)) throw new Raise(list);
  if (isError(results)) throw new Raise(results);
  const keys = context.grid(list);
  const line = lineOf(keys);
  if (!line) throw new Raise(VALUE);
  const size = sizeOf(list, context);
  const given = sizeOf(results, context);
  if ((size.columns > 1 || size.rows !== given.rows) && (size.rows > 1 || size.columns !== given.columns)) throw new Raise(VALUE);
  const place = xmatchPlace(wanted, line, mode, search, context);
  if (place < 0) {
    if (missing === undefined) throw new Raise(NA);
    return missing;
  }
  const byRow = keys.columns === 1 && !(keys.rows === 1 && context.grid(results).rows === 1);
  if (results instanceof Reference) {
    const { sheet, top, left, bottom, right } = results.area;
    return new Reference([byRow
      ? { sheet, top: top + place, bottom: top + place, left, right }
      : { sheet, top, bottom, left: left + place, right: left + place }]);
  }
  const grid = context.grid(results);
  return byRow
    ? Matrix.build(1, grid.columns, (_, column) => grid.at(place, column))
    : Matrix.build(grid.rows, 1, (row) => grid.at(row, place));
}

/** INDEX: a cell, or with 0 a whole row or column, as a reference where the list is one. */
function index(list: Value, row: number, column: number | undefined, area: number, context: Context): Value {
  if (isError(list)) throw new Raise(list);
  const source = list instanceof Reference ? areaNumber(list, area) : list;
  const size = sizeOf(source, context);
  let r = Math.trunc(row);
  let c = Math.trunc(column ?? 0);
  // With one number, a single row is counted along.
  if (column === undefined && size.rows === 1) [r, c] = [size.columns > 1 ? 1 : r, size.columns > 1 ? r : 1];
  else if (column === undefined && size.columns === 1) c = 1;
  if (r < 0 || c < 0) throw new Raise(VALUE);
  if (r > size.rows || c > size.columns) throw new Raise(REF);
  if (source instanceof Reference) {
    const { sheet, top, left, bottom, right } = source.area;
    return new Reference([{
      sheet,
      top: r === 0 ? top : top + r - 1,
      bottom: r === 0 ? bottom : top + r - 1,
      left: c === 0 ? left : left + c - 1,
      right: c === 0 ? right : left + c - 1
    }]);
  }
  const grid = context.grid(source);
  if (r > 0 && c > 0) return grid.at(r - 1, c - 1);
  return Matrix.build(r === 0 ? grid.rows : 1, c === 0 ? grid.columns : 1, (i, j) =>
    grid.at(r === 0 ? i : r - 1, c === 0 ? j : c - 1));
}

function areaNumber(reference: Reference, number: number): Reference {
  const area = reference.areas[Math.trunc(number) - 1];
  if (!area) throw new Raise(REF);
  return new Reference([area]);
}

/** Rows and columns, of references the real ones (a whole column has 1048576). */
export function sizeOf(value: Value, context: Context): { rows: number; columns: number } {
  if (isError(value)) throw new Raise(value);
  if (!(value instanceof Reference)) return context.grid(value);
  const { top, left, bottom, right } = value.area;
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

function vectorLookup(byRow: boolean) {
  return fn("e a n b?", ([wanted, table, which, approximate], context) =>
    tableLookup(wanted, table, which, approximate ?? true, byRow, context));
}

export const lookupFunctions: FunctionTable = {
  VLOOKUP: vectorLookup(false),
  HLOOKUP: vectorLookup(true),
  LOOKUP: looking("workbook", fn("e a A?", ([wanted, list, results], context) => lookup(wanted, list, results, context)), 3),
  MATCH: fn("e a n?", ([wanted, list, type], context) => match(wanted, list, type ?? 1, context)),
  XMATCH: fn("e a N? N?", ([wanted, list, mode, search], context) => {
    const line = lineOf(context.grid(list));
    if (!line) throw new Raise(VALUE);
    const place = xmatchPlace(wanted, line, mode ?? 0, search ?? 1, context);
    if (place < 0) throw new Raise(NA);
    return place + 1;
  }),
  XLOOKUP: fn("e a a A? N? N?", ([wanted, list, results, missing, mode, search], context) =>
    xlookup(wanted, list, results, missing, mode ?? 0, search ?? 1, context)),
  INDEX: fn("a n n? n?", ([list, row, column, area], context) => index(list, row, column, area ?? 1, context))
};
