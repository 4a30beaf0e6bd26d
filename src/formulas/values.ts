import type { Sought } from "./column-index";
import type { ErrorCode, ErrorValue, Rect, Scalar, Sheet } from "../workbook";

/** Something with rows and columns of single values; both count from 0. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Scalar;
  /** The rows of a column that may hold what is looked for, in order; null where all have to be gone through. */
  rowsWith?(column: number, sought: Sought): readonly number[] | null;
}

/** Larger arrays are not computed: no sheet of this kind has them, and a hostile one must not exhaust the memory. */
const MAX_ELEMENTS = 2_000_000;

/** Throws Unknown for an array that would be too large. */
export function checkSize(rows: number, columns: number): void {
  if (rows * columns > MAX_ELEMENTS) throw new Unknown("limit", `${rows} × ${columns}`);
}

/** An array of values, as formulas compute with. */
export class Matrix implements Grid {
  /** `beyond` is what every further element would be, where whole columns or rows were cut to the used ones. */
  constructor(readonly rows: number, readonly columns: number, readonly data: readonly Scalar[], readonly beyond?: Scalar) {}

  static of(rows: readonly (readonly Scalar[])[]): Matrix {
    return new Matrix(rows.length, rows[0]?.length ?? 0, rows.flat());
  }

  static build(rows: number, columns: number, make: (row: number, column: number) => Scalar, beyond?: Scalar): Matrix {
    checkSize(rows, columns);
    const data: Scalar[] = [];
    for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) data.push(make(row, column));
    return new Matrix(rows, columns, data, beyond);
  }

  at(row: number, column: number): Scalar {
    return this.data[row * this.columns + column] ?? null;
  }

  get size(): number {
    return this.rows * this.columns;
  }

  map(change: (value: Scalar) => Scalar): Matrix {
    return new Matrix(this.rows, this.columns, this.data.map(change), this.beyond === undefined ? undefined : change(this.beyond));
  }
}

/** A rectangle as a formula names it. The "$" flags say which edges stay when the formula is moved. */
export interface AreaNode extends Rect {
  readonly kind: "area";
  /** null: the sheet of the formula. */
  readonly sheet: string | null;
  /** The other end of a range over sheets (Sheet1:Sheet3!A1), or null. */
  readonly lastSheet: string | null;
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
}

export type Node =
  | { readonly kind: "constant"; readonly value: Scalar }
  | { readonly kind: "array"; readonly value: Matrix }
  | AreaNode
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | null }
  | { readonly kind: "external"; readonly text: string }
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Node | null)[] }
  | { readonly kind: "apply"; readonly callee: Node; readonly args: readonly (Node | null)[] }
  | { readonly kind: "lambda"; readonly parameters: readonly string[]; readonly body: Node };

/** A rectangle of cells on a sheet of the workbook, with its real edges (whole columns go to the last row). */
export interface Area {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A reference: one area, or several (a union, or the same area on several sheets). */
export class Reference {
  constructor(readonly areas: readonly Area[]) {}

  /** The only area; raises #VALUE! when there are several. */
  get area(): Area {
    if (this.areas.length !== 1) throw new Raise(VALUE);
    return this.areas[0]!;
  }
}

/** An array of references, as INDIRECT and OFFSET give for arrays of texts and distances; an element may be an error. */
export class References {
  constructor(readonly rows: number, readonly columns: number, readonly list: readonly (Reference | Scalar)[]) {}
}

/** Variables of LET and LAMBDA, by lower-case name. */
export interface Scope {
  readonly name: string;
  readonly value: Value;
  readonly outer: Scope | null;
}

/** A LAMBDA that was not called yet. */
export class Lambda {
  constructor(readonly parameters: readonly string[], readonly body: Node, readonly scope: Scope | null) {}
}

export type Value = Scalar | Matrix | Reference | References | Lambda;

/** Why a value cannot be known. */
export type Reason = "unknown-function" | "other-workbook" | "unread-sheet" | "circular" | "limit" | "parse" | "no-year";

/** Thrown while computing: the value cannot be known. Not an Error, since no stack is wanted and it is thrown often. */
export class Unknown {
  constructor(readonly reason: Reason, readonly detail: string) {}
}

/** Thrown inside a function: its value is that Excel error. */
export class Raise {
  constructor(readonly error: ErrorValue) {}
}

const errorOf = (error: ErrorCode): ErrorValue => Object.freeze({ error });
export const NULL = errorOf("#NULL!");
export const DIV0 = errorOf("#DIV/0!");
export const VALUE = errorOf("#VALUE!");
export const REF = errorOf("#REF!");
export const NAME = errorOf("#NAME?");
export const NUM = errorOf("#NUM!");
export const NA = errorOf("#N/A");
export const CALC = errorOf("#CALC!");

const OTHERS = ["#GETTING_DATA", "#SPILL!", "#FIELD!", "#BLOCKED!", "#CONNECT!"] as const;
const BY_CODE = new Map<string, ErrorValue>(
  [NULL, DIV0, VALUE, REF, NAME, NUM, NA, CALC, ...OTHERS.map(errorOf)].map((error) => [error.error, error])
);

/** The error that a text such as "#N/A" names, or undefined. */
export function errorNamed(text: string): ErrorValue | undefined {
  return BY_CODE.get(text.toUpperCase());
}

/** A finite number, or #NUM!. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Raise(NUM);
  return value;
}
