import { isError } from "../../workbook";
import { compareScalars, toBoolean, toNumber } from "../coerce";
import { broadcast } from "../operators";
import type { Node } from "../values";
import { Lambda, Matrix, NA, Raise, Reference, Unknown, VALUE, type Scope, type Value } from "../values";
import { fn, lazy, type Context, type Frame, type FunctionTable } from "./spec";

/** A value for choosing by: an array where arrays are computed, else one value. */
function chooser(node: Node | null, frame: Frame): Value {
  const value = frame.evaluate(node);
  const several = frame.array && value instanceof Reference && !isCell(value);
  return value instanceof Matrix || several ? frame.context.matrix(value) : frame.context.scalar(value);
}

function isCell(reference: Reference): boolean {
  const { top, left, bottom, right } = reference.area;
  return top === bottom && left === right;
}

/** An array of a value that may be one, for picking from element by element. */
function asElements(value: Value, frame: Frame): Value {
  if (value instanceof Reference) return isCell(value) || !frame.array ? frame.context.scalar(value) : frame.context.matrix(value);
  return value;
}

function choose(args: readonly (Node | null)[], frame: Frame): Value {
  const condition = chooser(args[0]!, frame);
  const otherwise = (): Value => (args.length < 3 ? false : args[2] ? frame.evaluate(args[2]) : 0);
  const then = (): Value => (args[1] ? frame.evaluate(args[1]) : 0);
  if (!(condition instanceof Matrix)) {
    if (isError(condition)) return condition;
    return toBoolean(condition as never) ? then() : otherwise();
  }
  return broadcast([condition, asElements(then(), frame), asElements(otherwise(), frame)], ([test, yes, no]) => {
    if (isError(test)) return test;
    try {
      return toBoolean(test!) ? yes! : no!;
    } catch (raised) {
      if (raised instanceof Raise) return raised.error;
      throw raised;
    }
  });
}

/** IFERROR and IFNA. */
function replaceErrors(args: readonly (Node | null)[], frame: Frame, onlyNA: boolean): Value {
  const caught = (value: unknown): boolean => isError(value) && (!onlyNA || value.error === "#N/A");
  const fallback = (): Value => (args[1] ? frame.evaluate(args[1]) : 0);
  const value = asElements(frame.evaluate(args[0]!), frame);
  if (value instanceof Matrix) {
    if (!value.data.some(caught)) return value;
    return broadcast([value, asElements(fallback(), frame)], ([element, other]) => (caught(element) ? other! : element!));
  }
  return caught(value) ? fallback() : value;
}

/** AND, OR and XOR: in cells only truth values and numbers count; with none at all it is #VALUE!. */
function truths(args: readonly Value[], context: Context): boolean[] {
  const found: boolean[] = [];
  for (const argument of args) {
    if (argument instanceof Reference || argument instanceof Matrix) {
      context.each(argument, (value) => {
        if (isError(value)) throw new Raise(value);
        if (typeof value === "boolean" || typeof value === "number") found.push(Boolean(value));
      });
    } else found.push(toBoolean(context.scalar(argument)));
  }
  if (found.length === 0) throw new Raise(VALUE);
  return found;
}

function firstTrue(args: readonly (Node | null)[], frame: Frame): Value {
  if (args.length % 2 === 1) throw new Unknown("parse", "IFS");
  for (let i = 0; i < args.length; i += 2) {
    const condition = chooser(args[i]!, frame);
    if (condition instanceof Matrix) return choose([args[i]!, args[i + 1]!, rest("IFS", args, i + 2)], frame);
    if (isError(condition)) return condition;
    if (toBoolean(condition as never)) return frame.evaluate(args[i + 1]!);
  }
  return NA;
}

function rest(name: string, args: readonly (Node | null)[], from: number): Node {
  return from < args.length ? { kind: "call", name, args: args.slice(from) } : { kind: "constant", value: NA };
}

function switchOn(args: readonly (Node | null)[], frame: Frame): Value {
  const value = frame.context.scalar(frame.evaluate(args[0]!));
  if (isError(value)) return value;
  let i = 1;
  for (; i + 1 < args.length; i += 2) {
    const candidate = frame.context.scalar(frame.evaluate(args[i]!));
    if (isError(candidate)) return candidate;
    if (compareScalars(value, candidate) === 0) return frame.evaluate(args[i + 1]!);
  }
  return i < args.length ? frame.evaluate(args[i]!) : NA;
}

function chooseNth(args: readonly (Node | null)[], frame: Frame): Value {
  const pick = (index: unknown): Value => {
    const number = Math.trunc(toNumber(index as never));
    return number >= 1 && number < args.length ? (args[number] ? frame.evaluate(args[number]) : 0) : VALUE;
  };
  const index = chooser(args[0]!, frame);
  if (!(index instanceof Matrix)) return pick(index);
  // CHOOSE({1,2},A:A,B:B) puts columns side by side.
  const parts = index.data.map((element) => frame.context.grid(pick(element)));
  const rows = parts.reduce((most, part) => Math.max(most, part.rows), 0);
  if (index.rows === 1) return Matrix.build(rows, parts.length, (row, column) => parts[column]!.at(parts[column]!.rows === 1 ? 0 : row, 0));
  const columns = parts.reduce((most, part) => Math.max(most, part.columns), 0);
  return Matrix.build(parts.length, columns, (row, column) => parts[row]!.at(0, parts[row]!.columns === 1 ? 0 : column));
}

function define(args: readonly (Node | null)[], frame: Frame): Value {
  if (args.length % 2 === 0) throw new Unknown("parse", "LET");
  let scope: Scope | null = frame.scope;
  for (let i = 0; i + 1 < args.length; i += 2) {
    const name = args[i];
    if (name?.kind !== "name") throw new Unknown("parse", "LET");
    scope = { name: name.name.toLowerCase(), value: frame.evaluate(args[i + 1]!, true, scope), outer: scope };
  }
  return frame.evaluate(args[args.length - 1]!, frame.array, scope);
}

function lambdaOf(value: Value | undefined): Lambda {
  if (value instanceof Lambda) return value;
  throw new Raise(VALUE);
}

function mapped(args: readonly Value[], context: Context): Matrix {
  const lambda = lambdaOf(args[args.length - 1]);
  const matrices = args.slice(0, -1).map((value) => context.matrix(value));
  return broadcast(matrices, (elements) => context.scalar(context.call(lambda, elements)));
}

function reduced(start: Value, list: Value, lambda: Lambda, context: Context): Value[] {
  const steps: Value[] = [];
  let value = start;
  for (const element of context.matrix(list).data) {
    value = context.call(lambda, [value, element]);
    steps.push(value);
  }
  return steps;
}

function sizeAtLeast1(size: number): number {
  if (size < 1) throw new Raise(VALUE);
  return Math.trunc(size);
}

function byLine(list: Value, lambda: Lambda, context: Context, rows: boolean): Matrix {
  const matrix = context.matrix(list);
  const count = rows ? matrix.rows : matrix.columns;
  const results = Array.from({ length: count }, (_, i) => {
    const line = rows
      ? Matrix.build(1, matrix.columns, (__, column) => matrix.at(i, column))
      : Matrix.build(matrix.rows, 1, (row) => matrix.at(row, i));
    return context.scalar(context.call(lambda, [line]));
  });
  return rows ? new Matrix(count, 1, results) : new Matrix(1, count, results);
}

const MANY = 255;

export const logicalFunctions: FunctionTable = {
  IF: lazy(2, 3, choose),
  IFS: lazy(2, MANY, firstTrue),
  SWITCH: lazy(3, MANY, switchOn),
  CHOOSE: lazy(2, MANY, chooseNth),
  IFERROR: lazy(2, 2, (args, frame) => replaceErrors(args, frame, false)),
  IFNA: lazy(2, 2, (args, frame) => replaceErrors(args, frame, true)),
  LET: lazy(3, MANY, define),
  AND: fn("a a*", (args, context) => truths(args, context).every(Boolean)),
  OR: fn("a a*", (args, context) => truths(args, context).some(Boolean)),
  XOR: fn("a a*", (args, context) => truths(args, context).filter(Boolean).length % 2 === 1),
  NOT: fn("b", ([value]) => !value),
  TRUE: fn("", () => true),
  FALSE: fn("", () => false),
  MAP: fn("a a a*", (args, context) => mapped(args as Value[], context)),
  REDUCE: fn("a a a", ([start, list, lambda], context) => reduced(start, list, lambdaOf(lambda), context).pop() ?? start),
  SCAN: fn("a a a", ([start, list, lambda], context) => {
    const { rows, columns } = context.grid(list);
    return new Matrix(rows, columns, reduced(start, list, lambdaOf(lambda), context).map((step) => context.scalar(step)));
  }),
  BYROW: fn("a a", ([list, lambda], context) => byLine(list, lambdaOf(lambda), context, true)),
  BYCOL: fn("a a", ([list, lambda], context) => byLine(list, lambdaOf(lambda), context, false)),
  MAKEARRAY: fn("n n a", ([rows, columns, lambda], context) =>
    Matrix.build(sizeAtLeast1(rows), sizeAtLeast1(columns), (row, column) => context.scalar(context.call(lambdaOf(lambda), [row + 1, column + 1]))))
};
