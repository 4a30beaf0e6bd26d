import { cellName, quoteSheet, rectName, type CellAddress, type ErrorCode, type Rect } from "../../src/workbook";

/**
 * A formula as the generator keeps it: one tree that is both printed into the file and computed by the generator's own
 * arithmetic (arithmetic.ts), so that text and stored value agree by construction.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly text?: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: ErrorCode }
  | { readonly kind: "cell"; readonly at: CellAddress; readonly anchor: Anchor; readonly qualified: boolean }
  | { readonly kind: "range"; readonly sheet: string; readonly rect: Rect; readonly anchor: Anchor; readonly qualified: boolean }
  | { readonly kind: "name"; readonly name: string; readonly target: Expression }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "prefix"; readonly operator: "-" | "+" | "--"; readonly operand: Expression }
  | { readonly kind: "brackets"; readonly inner: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  /** Reads another workbook; `stored` is what the file remembers of it. */
  | { readonly kind: "external"; readonly text: string; readonly stored: number };

/** Which parts of a reference carry a `$`. */
export type Anchor = "" | "column" | "row" | "both";
export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | ">" | "<" | ">=" | "<=";

export const number = (value: number, text?: string): Expression => ({ kind: "number", value, text });
export const text = (value: string): Expression => ({ kind: "text", value });
export const cell = (at: CellAddress, anchor: Anchor = "", qualified = false): Expression =>
  ({ kind: "cell", at, anchor, qualified });
export const range = (sheet: string, rect: Rect, anchor: Anchor = "", qualified = false): Expression =>
  ({ kind: "range", sheet, rect, anchor, qualified });
export const name = (label: string, target: Expression): Expression => ({ kind: "name", name: label, target });
export const binary = (left: Expression, operator: Operator, right: Expression): Expression =>
  ({ kind: "binary", operator, left, right });
export const prefix = (operator: "-" | "+" | "--", operand: Expression): Expression => ({ kind: "prefix", operator, operand });
export const brackets = (inner: Expression): Expression => ({ kind: "brackets", inner });
export const call = (label: string, ...args: Expression[]): Expression => ({ kind: "call", name: label, args });
export const divide = (a: Expression, b: Expression): Expression => binary(a, "/", b);
export const equal = (a: Expression, b: Expression): Expression => binary(a, "=", b);

/** A vertical run of cells in one column. */
export function columnRange(sheet: string, column: number, top: number, bottom: number, anchor: Anchor = ""): Expression {
  return range(sheet, { top, left: column, bottom, right: column }, anchor);
}

const PRECEDENCE: Record<Operator, number> = {
  "=": 1, "<>": 1, ">": 1, "<": 1, ">=": 1, "<=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5
};

/** The formula with its "=", as it stands in a cell of the sheet `home`. */
export function formulaText(expression: Expression, home: string): string {
  return `=${print(expression, (reference) => printReference(reference, home))}`;
}

/**
 * A text that is the same for two formulas that differ only as a copied formula differs: references not anchored count
 * from the cell itself.
 */
export function relativeKey(expression: Expression, home: CellAddress): string {
  return print(expression, (reference) => {
    const offset = (row: number, column: number): string => {
      const r = reference.anchor === "row" || reference.anchor === "both" ? `R${row}` : `R[${row - home.row}]`;
      const c = reference.anchor === "column" || reference.anchor === "both" ? `C${column}` : `C[${column - home.column}]`;
      return r + c;
    };
    const sheet = sheetPrefix(reference, home.sheet);
    return reference.kind === "cell"
      ? sheet + offset(reference.at.row, reference.at.column)
      : `${sheet}${offset(reference.rect.top, reference.rect.left)}:${offset(reference.rect.bottom, reference.rect.right)}`;
  });
}

/** The cells that the formula reads, ranges written out. */
export function* precedents(expression: Expression): Generator<CellAddress> {
  switch (expression.kind) {
    case "cell":
      yield expression.at;
      break;
    case "range":
      for (let row = expression.rect.top; row <= expression.rect.bottom; row++) {
        for (let column = expression.rect.left; column <= expression.rect.right; column++) {
          yield { sheet: expression.sheet, row, column };
        }
      }
      break;
    case "name":
      yield* precedents(expression.target);
      break;
    case "binary":
      yield* precedents(expression.left);
      yield* precedents(expression.right);
      break;
    case "prefix":
      yield* precedents(expression.operand);
      break;
    case "brackets":
      yield* precedents(expression.inner);
      break;
    case "call":
      for (const arg of expression.args) yield* precedents(arg);
      break;
    default:
  }
}

type Reference = Extract<Expression, { kind: "cell" | "range" }>;

function print(expression: Expression, reference: (r: Reference) => string, outer = 0): string {
  switch (expression.kind) {
    case "number":
      return expression.text ?? String(expression.value);
    case "text":
      return `"${expression.value.replace(/"/g, "\"\"")}"`;
    case "boolean":
      return expression.value ? "TRUE" : "FALSE";
    case "error":
      return expression.code;
    case "cell":
    case "range":
      return reference(expression);
    case "name":
      return expression.name;
    case "external":
      return expression.text;
    case "prefix":
      return expression.operator + print(expression.operand, reference, 6);
    case "brackets":
      return `(${print(expression.inner, reference)})`;
    case "call":
      return `${expression.name}(${expression.args.map((arg) => print(arg, reference)).join(",")})`;
    case "binary": {
      const level = PRECEDENCE[expression.operator];
      const inner = print(expression.left, reference, level) + expression.operator
        + print(expression.right, reference, level + 1);
      return level < outer ? `(${inner})` : inner;
    }
  }
}

function sheetPrefix(reference: Reference, home: string): string {
  const sheet = reference.kind === "cell" ? reference.at.sheet : reference.sheet;
  return sheet !== home || reference.qualified ? `${quoteSheet(sheet)}!` : "";
}

function printReference(reference: Reference, home: string): string {
  const names = (reference.kind === "cell" ? cellName(reference.at.row, reference.at.column) : rectName(reference.rect)).split(":");
  const anchored = names.map((label) => {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(label)!;
    const c = reference.anchor === "column" || reference.anchor === "both" ? "$" : "";
    const r = reference.anchor === "row" || reference.anchor === "both" ? "$" : "";
    return `${c}${letters}${r}${digits}`;
  });
  return sheetPrefix(reference, home) + anchored.join(":");
}
