import { isError, type Scalar } from "../../workbook";
import { finite, Matrix, Raise, Reference, Unknown, VALUE, type Value } from "../values";
import { sumOf } from "./numeric";
import { fn, looking, type Context, type FunctionTable } from "./spec";
import { kth, largest, mean, median, mode, percentileExclusive, percentileInclusive, quartile, smallest, variance } from "./statistics";

interface Kept {
  /** Rows that a filter hides; null where Excel's way is not known. */
  readonly filtered: boolean | null;
  /** Rows hidden by hand. */
  readonly hidden: boolean;
  readonly errors: boolean;
  readonly nested: boolean;
}

/** The values of the arguments but for hidden rows, errors and other subtotals, as asked. */
function valuesOf(args: readonly Value[], keep: Kept, context: Context): Scalar[] {
  const values: Scalar[] = [];
  for (const argument of args) {
    if (!(argument instanceof Reference || argument instanceof Matrix)) throw new Raise(isError(argument) ? argument : VALUE);
    context.each(argument, (value, sheet, row, column) => {
      if (value === null) return;
      const hiding = sheet && context.hiding(sheet, row);
      if (hiding === "hand" && !keep.hidden) return;
      if (hiding === "filter" && keep.filtered === null) throw new Unknown("unknown-function", "AGGREGATE");
      if (hiding === "filter" && !keep.filtered) return;
      // A subtotal stays one where an invented value stands for what it should give.
      if (sheet && !keep.nested && isSubtotal(context.formulaAt(sheet, row, column, true))) return;
      if (isError(value) && !keep.errors) return;
      values.push(value);
    });
  }
  return values;
}

function isSubtotal(formula: string | null): boolean {
  return formula !== null && /\b(SUBTOTAL|AGGREGATE)\s*\(/i.test(formula);
}

function numbersAmong(values: readonly Scalar[]): number[] {
  const numbers: number[] = [];
  for (const value of values) {
    if (isError(value)) throw new Raise(value);
    if (typeof value === "number") numbers.push(value);
  }
  return numbers;
}


/** The eleven summaries of SUBTOTAL, by number. */
function summary(which: number, values: readonly Scalar[]): number {
  if (which === 2) return values.filter((value) => typeof value === "number").length;
  if (which === 3) return values.length;
  const numbers = numbersAmong(values);
  switch (which) {
    case 1: return mean(numbers);
    case 4: return largest(numbers);
    case 5: return smallest(numbers);
    case 6: return numbers.length === 0 ? 0 : finite(numbers.reduce((a, b) => a * b, 1));
    case 7: return Math.sqrt(variance(numbers, 1));
    case 8: return Math.sqrt(variance(numbers, 0));
    case 9: return sumOf(numbers);
    case 10: return variance(numbers, 1);
    case 11: return variance(numbers, 0);
    default: throw new Raise(VALUE);
  }
}

function subtotal(code: number, args: readonly Value[], context: Context): number {
  const which = Math.trunc(code);
  // What a filter hides never counts; rows hidden by hand count for 1 to 11.
  const keep = { filtered: false, hidden: which < 100, errors: true, nested: false };
  return summary(which > 100 ? which - 100 : which, valuesOf(args, keep, context));
}

function aggregate(code: number, option: number, args: readonly Value[], context: Context): number {
  const which = Math.trunc(code);
  const choice = Math.trunc(option);
  if (choice < 0 || choice > 7 || args.length === 0) throw new Raise(VALUE);
  const withHidden = choice % 2 === 0;
  const keep = { nested: choice >= 4, filtered: withHidden ? null : false, hidden: withHidden, errors: choice % 4 < 2 };
  if (which <= 11) return summary(which, valuesOf(args, keep, context));
  if (which === 12) return median(numbersAmong(valuesOf(args, keep, context)));
  if (which === 13) return mode(numbersAmong(valuesOf(args, keep, context)));
  const k = context.scalar(args[1] ?? null);
  if (isError(k)) throw new Raise(k);
  if (typeof k !== "number") throw new Raise(VALUE);
  const numbers = numbersAmong(valuesOf(args.slice(0, 1), keep, context));
  switch (which) {
    case 14: return kth(numbers, k, true);
    case 15: return kth(numbers, k, false);
    case 16: return percentileInclusive(numbers, k);
    case 17: return quartile(numbers, k, false);
    case 18: return percentileExclusive(numbers, k);
    case 19: return quartile(numbers, k, true);
    default: throw new Raise(VALUE);
  }
}

export const subtotalFunctions: FunctionTable = {
  SUBTOTAL: looking("workbook", fn("n a a*", ([code, ...args], context) => subtotal(code, args as Value[], context))),
  AGGREGATE: looking("workbook", fn("n n a a*", ([code, option, ...args], context) =>
    aggregate(code, option, args as Value[], context)))
};
