import { isError, MAX_COLUMNS, MAX_ROWS, type Scalar } from "../../workbook";
import { compareScalars, toBoolean } from "../coerce";
import { CALC, checkSize, Matrix, NA, Raise, VALUE, type Grid, type Value } from "../values";
import { wholeAtLeast } from "./numeric";
import { fn, type Context, type FunctionTable } from "./spec";

function rowsOf(matrix: Grid): Scalar[][] {
  return Array.from({ length: matrix.rows }, (_, row) => Array.from({ length: matrix.columns }, (__, column) => matrix.at(row, column)));
}

function transposed(grid: Grid): Matrix {
  return Matrix.build(grid.columns, grid.rows, (row, column) => grid.at(column, row));
}

/** Turns a list of rows into an array; none at all is #CALC!. */
function arrayOf(rows: readonly (readonly Scalar[])[]): Matrix {
  if (rows.length === 0 || rows[0]!.length === 0) throw new Raise(CALC);
  return Matrix.of(rows);
}

function filter(list: Value, include: Value, otherwise: Value | undefined, context: Context): Value {
  if (isError(include)) throw new Raise(include);
  const matrix = context.matrix(list);
  const chosen = context.matrix(include);
  const byRow = chosen.columns === 1 && chosen.rows === matrix.rows;
  if (!byRow && !(chosen.rows === 1 && chosen.columns === matrix.columns)) throw new Raise(VALUE);
  const lines = rowsOf(byRow ? matrix : transposed(matrix)).filter((_, i) => toBoolean(chosen.data[i]!));
  if (lines.length === 0) {
    if (otherwise === undefined) throw new Raise(CALC);
    return otherwise;
  }
  return byRow ? Matrix.of(lines) : transposed(Matrix.of(lines));
}

/** Blanks stand last whichever way is sorted. */
function order(a: Scalar, b: Scalar, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareScalars(a, b) * direction;
}

function sort(list: Value, by: number, direction: number, byColumn: boolean, context: Context): Matrix {
  const matrix = context.matrix(list);
  const lines = rowsOf(byColumn ? transposed(matrix) : matrix);
  const key = wholeAtLeast(by, 1) - 1;
  if (key >= (lines[0]?.length ?? 0) || Math.abs(direction) !== 1) throw new Raise(VALUE);
  lines.sort((a, b) => order(a[key]!, b[key]!, direction));
  return byColumn ? transposed(Matrix.of(lines)) : Matrix.of(lines);
}

function sortBy(list: Value, keys: readonly Value[], context: Context): Matrix {
  const matrix = context.matrix(list);
  const columns: { values: readonly Scalar[]; direction: number }[] = [];
  for (let i = 0; i < keys.length; i += 2) {
    const direction = keys[i + 1] === undefined ? 1 : Number(context.scalar(keys[i + 1]!));
    const values = context.matrix(keys[i]!).data;
    if (values.length !== matrix.rows || Math.abs(direction) !== 1) throw new Raise(VALUE);
    columns.push({ values, direction });
  }
  const places = Array.from({ length: matrix.rows }, (_, i) => i);
  places.sort((a, b) => {
    for (const { values, direction } of columns) {
      const found = order(values[a]!, values[b]!, direction);
      if (found !== 0) return found;
    }
    return 0;
  });
  return Matrix.build(matrix.rows, matrix.columns, (row, column) => matrix.at(places[row]!, column));
}

function lineKey(line: readonly Scalar[]): string {
  return JSON.stringify(line.map((value) => (typeof value === "string" ? value.toLowerCase() : value)));
}

function unique(list: Value, byColumn: boolean, once: boolean, context: Context): Matrix {
  const matrix = context.matrix(list);
  const lines = rowsOf(byColumn ? transposed(matrix) : matrix);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(lineKey(line), (counts.get(lineKey(line)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = lines.filter((line) => {
    const key = lineKey(line);
    const first = !seen.has(key);
    seen.add(key);
    return once ? counts.get(key) === 1 : first;
  });
  const result = arrayOf(kept);
  return byColumn ? transposed(result) : result;
}

/** The part of a list that TAKE keeps (or DROP leaves), from the end when negative. */
function part(length: number, count: number | undefined, dropping: boolean): [number, number] {
  if (count === undefined) return [0, length];
  const size = Math.min(Math.abs(Math.trunc(count)), length);
  if (dropping) return count >= 0 ? [size, length] : [0, length - size];
  return count >= 0 ? [0, size] : [length - size, length];
}

function cut(list: Value, rows: number | undefined, columns: number | undefined, dropping: boolean, context: Context): Matrix {
  const matrix = context.matrix(list);
  const [top, bottom] = part(matrix.rows, rows, dropping);
  const [left, right] = part(matrix.columns, columns, dropping);
  return arrayOf(rowsOf(matrix).slice(top, bottom).map((line) => line.slice(left, right)));
}

function stack(args: readonly Value[], vertical: boolean, context: Context): Matrix {
  const grids = args.map((argument) => (vertical ? context.matrix(argument) : transposed(context.matrix(argument))));
  const width = Math.max(...grids.map((grid) => grid.columns));
  checkSize(grids.reduce((sum, grid) => sum + grid.rows, 0), width);
  const lines = grids.flatMap((grid) => rowsOf(grid).map((line) => [...line, ...new Array<Scalar>(width - line.length).fill(NA)]));
  return vertical ? Matrix.of(lines) : transposed(Matrix.of(lines));
}

function flatten(list: Value, ignore: number, byColumn: boolean, context: Context): Scalar[] {
  const matrix = context.matrix(list);
  const data = byColumn ? transposed(matrix).data : matrix.data;
  return data.filter((value) => !((ignore % 2 === 1 && value === null) || (ignore >= 2 && isError(value))));
}

function chosen(list: Value, numbers: readonly Value[], context: Context, columns: boolean): Matrix {
  const matrix = columns ? transposed(context.matrix(list)) : context.matrix(list);
  const lines = rowsOf(matrix);
  const picked = numbers.flatMap((number) => context.matrix(number).data).map((number) => {
    const place = Math.trunc(Number(number));
    const line = lines[place < 0 ? lines.length + place : place - 1];
    if (!line) throw new Raise(VALUE);
    return line;
  });
  return columns ? transposed(Matrix.of(picked)) : Matrix.of(picked);
}

export const arrayFunctions: FunctionTable = {
  TRANSPOSE: fn("a", ([list], context) => transposed(context.matrix(list))),
  FILTER: fn("a a A?", ([list, include, otherwise], context) => filter(list, include, otherwise, context)),
  SORT: fn("a N? N? B?", ([list, by, direction, byColumn], context) => sort(list, by ?? 1, direction ?? 1, byColumn ?? false, context)),
  SORTBY: fn("a a a*", ([list, ...keys], context) => sortBy(list, keys as Value[], context)),
  UNIQUE: fn("a B? B?", ([list, byColumn, once], context) => unique(list, byColumn ?? false, once ?? false, context)),
  SEQUENCE: fn("N N? N? N?", ([rows, columns, start, step]) => {
    const height = wholeAtLeast(rows ?? 1, 1);
    const width = wholeAtLeast(columns ?? 1, 1);
    if (height > MAX_ROWS || width > MAX_COLUMNS) throw new Raise(VALUE);
    return Matrix.build(height, width, (row, column) => (start ?? 1) + (row * width + column) * (step ?? 1));
  }),
  TAKE: fn("a N? N?", ([list, rows, columns], context) => cut(list, rows, columns, false, context)),
  DROP: fn("a N? N?", ([list, rows, columns], context) => cut(list, rows, columns, true, context)),
  VSTACK: fn("a a*", (args, context) => stack(args, true, context)),
  HSTACK: fn("a a*", (args, context) => stack(args, false, context)),
  TOCOL: fn("a N? B?", ([list, ignore, byColumn], context) =>
    arrayOf(flatten(list, ignore ?? 0, byColumn ?? false, context).map((value) => [value]))),
  TOROW: fn("a N? B?", ([list, ignore, byColumn], context) => arrayOf([flatten(list, ignore ?? 0, byColumn ?? false, context)])),
  CHOOSECOLS: fn("a a a*", ([list, ...numbers], context) => chosen(list, numbers as Value[], context, true)),
  CHOOSEROWS: fn("a a a*", ([list, ...numbers], context) => chosen(list, numbers as Value[], context, false))
};
