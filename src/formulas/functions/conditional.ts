import { isError, type Scalar } from "../../workbook";
import type { Sought } from "../column-index";
import { criterionOf, soughtBy, type Criterion } from "../criteria";
import { Raise, Reference, VALUE, type Grid, type Value } from "../values";
import { sumOf } from "./numeric";
import { fn, looking, type Context, type FunctionTable } from "./spec";
import { largest, mean, smallest } from "./statistics";

/** How many cells a range really has; whole columns count to the sheet's end. */
function cellCount(range: Reference): number {
  const { top, left, bottom, right } = range.area;
  return (bottom - top + 1) * (right - left + 1);
}

function rangeOf(value: Value | undefined): Reference {
  if (value instanceof Reference) return value;
  // An error in the place of a range is the result; an array there can't even be entered.
  throw new Raise(isError(value) ? value : VALUE);
}

/** Criteria of more characters Excel takes for an error. */
const MAX_CRITERION = 255;

function criterion(wanted: Scalar, context: Context): Criterion {
  if (typeof wanted === "string" && wanted.length > MAX_CRITERION) throw new Raise(VALUE);
  return criterionOf(wanted, (work) => context.spend(work));
}

function countIf(range: Reference, wanted: Scalar, context: Context): number {
  const holds = criterion(wanted, context);
  const { rowsWith, at, columns } = context.grid(range);
  const sought = soughtBy(wanted);
  const rows = sought && columns === 1 ? rowsWith?.(0, sought) : null;
  if (rows) return rows.filter((row) => holds(at(row, 0))).length;
  let filled = 0;
  let found = 0;
  context.each(range, (value) => {
    filled++;
    if (holds(value)) found++;
  });
  return holds(null) ? found + cellCount(range) - filled : found;
}

/** A range of the shape of another, from the first cell of its own, as SUMIF takes its sum range. */
function reshaped(range: Reference, shape: Reference): Reference {
  const { sheet, top, left } = range.area;
  const like = shape.area;
  return new Reference([{ sheet, top, left, bottom: top + like.bottom - like.top, right: left + like.right - like.left }]);
}

/** Visits the places where all criteria are met. Pairs of range and criterion follow each other. */
function whereAll(args: readonly Value[], context: Context, visit: (row: number, column: number) => void): { beyond: number } {
  if (args.length % 2 === 1) throw new Raise(VALUE);
  const conditions: { grid: Grid; range: Reference; holds: Criterion; sought: Sought | null }[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const range = rangeOf(args[i]);
    const wanted = context.scalar(args[i + 1]!);
    conditions.push({ range, grid: context.grid(range), holds: criterion(wanted, context), sought: soughtBy(wanted) });
  }
  const first = conditions[0]!;
  const { rows, columns } = first.grid;
  for (const { range } of conditions) if (!sameShape(range, first.range)) throw new Raise(VALUE);
  const one = (row: number, column: number): void => {
    if (conditions.every(({ grid, holds }) => holds(grid.at(row, column)))) visit(row, column);
  };
  // The condition that fewest rows can meet says which are looked at.
  const lists = columns === 1 ? conditions.map(({ grid, sought }) => (sought && grid.rowsWith?.(0, sought)) ?? null).filter((list) => list !== null) : [];
  if (lists.length > 0) lists.reduce((a, b) => (b.length < a.length ? b : a)).forEach((row) => one(row, 0));
  else for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) one(row, column);
  const blanksMatch = conditions.every(({ holds }) => holds(null));
  return { beyond: blanksMatch ? cellCount(first.range) - rows * columns : 0 };
}

function sameShape(a: Reference, b: Reference): boolean {
  return a.area.bottom - a.area.top === b.area.bottom - b.area.top && a.area.right - a.area.left === b.area.right - b.area.left;
}

/** The numbers of a range where all criteria are met. */
function numbersWhere(target: Value, args: readonly Value[], context: Context): number[] {
  const range = rangeOf(target);
  if (!sameShape(range, rangeOf(args[0]))) throw new Raise(VALUE);
  const grid = context.grid(range);
  const numbers: number[] = [];
  whereAll(args, context, (row, column) => {
    const value: Scalar = grid.at(row, column);
    if (isError(value)) throw new Raise(value);
    if (typeof value === "number") numbers.push(value);
  });
  return numbers;
}

/** SUMIF and AVERAGEIF: the third argument gives only where to begin, so that other cells may be read than it names. */
function numbersIf(range: Value, criterion: Scalar, target: Value | undefined, context: Context): number[] {
  const where = rangeOf(range);
  return numbersWhere(target === undefined ? where : reshaped(rangeOf(target), where), [where, criterion], context);
}

export const conditionalFunctions: FunctionTable = {
  COUNTIF: fn("a e", ([range, wanted], context) => countIf(rangeOf(range), wanted, context)),
  COUNTIFS: fn("a e a* e*", (args, context) => {
    let found = 0;
    const { beyond } = whereAll(args, context, () => found++);
    return found + beyond;
  }),
  SUMIF: looking("workbook", fn("a e A?", ([range, criterion, target], context) => sumOf(numbersIf(range, criterion, target, context))), 3),
  SUMIFS: fn("a a e a* e*", (args, context) => sumOf(numbersWhere(args[0], args.slice(1) as Value[], context))),
  AVERAGEIF: looking("workbook", fn("a e A?", ([range, criterion, target], context) => mean(numbersIf(range, criterion, target, context))), 3),
  AVERAGEIFS: fn("a a e a* e*", (args, context) => mean(numbersWhere(args[0], args.slice(1) as Value[], context))),
  MAXIFS: fn("a a e a* e*", (args, context) => largest(numbersWhere(args[0], args.slice(1) as Value[], context))),
  MINIFS: fn("a a e a* e*", (args, context) => smallest(numbersWhere(args[0], args.slice(1) as Value[], context)))
};
