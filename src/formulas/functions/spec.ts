import type { CellAddress, ErrorValue, Scalar, Sheet, Workbook } from "../../workbook";
import type { Node } from "../values";
import type { Grid, Lambda, Matrix, Scope, Value } from "../values";

/** What a function may ask of the evaluation it runs in. */
export interface Context {
  /** The cell that the formula stands in. */
  readonly at: CellAddress;
  readonly workbook: Workbook;
  readonly date1904: boolean;
  /** The serial of this moment in the workbook's calendar. The result counts as volatile. */
  now(): number;
  markVolatile(): void;
  /** Counts work beyond what reading cells and building arrays costs, in cells looked at. Throws Unknown where it is too much. */
  spend(work: number): void;
  /** One value: of a cell, of a range by implicit intersection, the first of an array. */
  scalar(value: Value): Scalar;
  /** Rows and columns of single values; whole columns end where the workbook's cells end. Cells are read when asked for. */
  grid(value: Value): Grid;
  matrix(value: Value): Matrix;
  /** Visits the values, row by row; of references only cells that are not blank. */
  each(value: Value, visit: (value: Scalar, sheet: Sheet | null, row: number, column: number) => void): void;
  read(sheet: Sheet, row: number, column: number): Scalar;
  /** The formula of a cell, or null for a constant or when another value was put there; with `own` also then. */
  formulaAt(sheet: Sheet, row: number, column: number, own?: boolean): string | null;
  /** What hides a row; null where it is shown. */
  hiding(sheet: Sheet, row: number): "filter" | "hand" | null;
  /** The sheet that this formula stands on, or the one so named. */
  sheet(name?: string): Sheet | undefined;
  /** All values that the formula of a cell gives, or its one value. */
  spilled(sheet: Sheet, row: number, column: number): Value;
  /** What a text such as "Sheet1!A1" or a name stands for, as in INDIRECT. */
  referenceOf(text: string): Value;
  call(lambda: Lambda, args: readonly Value[]): Value;
}

/** Where arguments are evaluated that a function takes unevaluated. */
export interface Frame {
  readonly context: Context;
  /** True where whole arrays are computed, false where a range means the cell beside the formula. */
  readonly array: boolean;
  readonly scope: Scope | null;
  evaluate(node: Node | null, array?: boolean, scope?: Scope | null): Value;
}

/**
 * How one argument reaches a function. Small letters: an argument left empty between commas counts as 0, "" or FALSE;
 * capital letters: as absent. Arrays for all but "a" make the function run once for each element.
 * n number, k number where a truth value is none (#VALUE!), t text, b truth value, s single value, e single value or error,
 * a anything as it is.
 * "?" may be missing, "*" repeats (the starred ones together, to the end; the function gets a list of values).
 */
type Argument<T extends string> =
  T extends `${infer L}?` ? Argument<L> | undefined
  : T extends "n" | "k" ? number : T extends "N" ? number | undefined
  : T extends "t" ? string : T extends "T" ? string | undefined
  : T extends "b" ? boolean : T extends "B" ? boolean | undefined
  : T extends "s" ? Exclude<Scalar, ErrorValue> : T extends "S" ? Exclude<Scalar, ErrorValue> | undefined
  : T extends "e" ? Scalar
  : T extends "A" ? Value | undefined
  : Value;

type Arguments<S extends string> =
  S extends "" ? []
  : S extends `${infer H} ${infer R}` ? (H extends `${string}*` ? Value[] : [Argument<H>, ...Arguments<R>])
  : S extends `${string}*` ? Value[]
  : [Argument<S>];

export type ArgumentKind = "n" | "k" | "t" | "b" | "s" | "e" | "a";

export interface ArgumentSpec {
  readonly kind: ArgumentKind;
  readonly absentWhenEmpty: boolean;
}

/**
 * What a function looks at beside the values of the cells that its arguments name. "volatile": its value may change though no
 * cell did, or only computing tells what it reads. "place": where its arguments, or its own cell, stand. "workbook": anything
 * else, such as other cells than the named ones, formulas, hidden rows.
 */
export type Trait = "volatile" | "place" | "workbook";

interface Traits {
  readonly trait?: Trait;
  /** With fewer arguments it has not that trait. */
  readonly traitFrom?: number;
}

/** A function whose arguments are evaluated before it runs. */
export interface EagerFunction extends Traits {
  readonly first: readonly ArgumentSpec[];
  readonly repeated: readonly ArgumentSpec[];
  readonly minimum: number;
  readonly run: (args: readonly (Value | undefined)[], context: Context) => Value;
}

/** A function that decides which of its arguments to evaluate. */
export interface LazyFunction extends Traits {
  readonly minimum: number;
  readonly maximum: number;
  readonly lazy: (args: readonly (Node | null)[], frame: Frame) => Value;
}

export type FunctionSpec = EagerFunction | LazyFunction;

export type FunctionTable = Readonly<Record<string, FunctionSpec>>;

/** Defines a function by its signature (see Argument) and what it computes. */
export function fn<S extends string>(signature: S, run: (args: Arguments<S>, context: Context) => Value): EagerFunction {
  const first: ArgumentSpec[] = [];
  const repeated: ArgumentSpec[] = [];
  let minimum = 0;
  for (const part of signature.split(" ").filter(Boolean)) {
    const letter = part[0]!;
    const spec = { kind: letter.toLowerCase() as ArgumentKind, absentWhenEmpty: letter !== letter.toLowerCase() };
    if (part.endsWith("*")) repeated.push(spec);
    else {
      first.push(spec);
      if (!part.endsWith("?")) minimum++;
    }
  }
  return { first, repeated, minimum, run: run as unknown as EagerFunction["run"] };
}

/** The same function, with what it looks at beside the values of its arguments, if there are at least so many of them. */
export function looking<T extends FunctionSpec>(trait: Trait, spec: T, traitFrom = 0): T {
  return { ...spec, trait, traitFrom };
}

/** Defines a function that takes its arguments unevaluated. */
export function lazy(minimum: number, maximum: number, run: LazyFunction["lazy"]): LazyFunction {
  return { minimum, maximum, lazy: run };
}
