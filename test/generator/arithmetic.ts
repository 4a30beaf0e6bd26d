import { isError, type CellAddress, type ErrorValue, type Scalar } from "../../src/workbook";
import type { Expression, Operator } from "./expression";
import { roundHalfUp, shownText } from "./format";

/** The generator's own arithmetic: what Excel computes for the few functions that the generator writes. */
export type Read = (at: CellAddress) => Scalar;
type Grid = Scalar[][];
type Value = Scalar | Grid;

const DIV0: ErrorValue = { error: "#DIV/0!" };
const VALUE: ErrorValue = { error: "#VALUE!" };
const NA: ErrorValue = { error: "#N/A" };

export function compute(expression: Expression, read: Read): Scalar {
  const value = single(evaluate(expression, read));
  return value === null ? 0 : value;
}

function evaluate(expression: Expression, read: Read): Value {
  switch (expression.kind) {
    case "number":
    case "text":
    case "boolean":
      return expression.value;
    case "error":
      return { error: expression.code };
    case "external":
      return expression.stored;
    case "cell":
      return read(expression.at);
    case "range": {
      const grid: Grid = [];
      for (let row = expression.rect.top; row <= expression.rect.bottom; row++) {
        const line: Scalar[] = [];
        for (let column = expression.rect.left; column <= expression.rect.right; column++) {
          line.push(read({ sheet: expression.sheet, row, column }));
        }
        grid.push(line);
      }
      return grid;
    }
    case "name":
      return evaluate(expression.target, read);
    case "brackets":
      return evaluate(expression.inner, read);
    case "prefix": {
      const operand = evaluate(expression.operand, read);
      if (expression.operator === "+") return operand;
      return lift(operand, 0, (a) => (expression.operator === "-" ? negate(a) : negate(negate(a))));
    }
    case "binary":
      return lift(evaluate(expression.left, read), evaluate(expression.right, read), (a, b) => apply(expression.operator, a, b));
    case "call":
      return invoke(expression.name, expression.args, read);
  }
}

/** Applies a function of scalars to scalars or, element by element, to arrays. */
function lift(a: Value, b: Value, f: (a: Scalar, b: Scalar) => Scalar): Value {
  if (!Array.isArray(a) && !Array.isArray(b)) return f(a, b);
  const rows = Math.max(Array.isArray(a) ? a.length : 1, Array.isArray(b) ? b.length : 1);
  const columns = Math.max(Array.isArray(a) ? a[0]!.length : 1, Array.isArray(b) ? b[0]!.length : 1);
  const at = (v: Value, r: number, c: number): Scalar => {
    if (!Array.isArray(v)) return v;
    const line = v[v.length === 1 ? 0 : r];
    return line?.[line.length === 1 ? 0 : c] ?? null;
  };
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => f(at(a, r, c), at(b, r, c))));
}

function toNumber(value: Scalar): number | ErrorValue {
  if (isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const plain = value.normalize("NFKC").trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (/^[+-]?\d+(\.\d+)?%$/.test(plain)) return Number(plain.slice(0, -1)) / 100;
  return VALUE;
}

function negate(value: Scalar): Scalar {
  const n = toNumber(value);
  return isError(n) ? n : -n;
}

function apply(operator: Operator, a: Scalar, b: Scalar): Scalar {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (operator === "&") return shownText(a, "General") + shownText(b, "General");
  if (["=", "<>", ">", "<", ">=", "<="].includes(operator)) return compare(operator, a, b);
  const x = toNumber(a);
  const y = toNumber(b);
  if (isError(x)) return x;
  if (isError(y)) return y;
  switch (operator) {
    case "+":
      return clean(x + y);
    case "-":
      return clean(x - y);
    case "*":
      return x * y;
    case "^":
      return x === 0 && y < 0 ? DIV0 : x ** y;
    default:
      return y === 0 ? DIV0 : x / y;
  }
}

/** Drops the binary noise that a sheet does not show (0.1+0.2). */
const clean = (n: number): number => Number(n.toPrecision(15));

function compare(operator: Operator, a: Scalar, b: Scalar): boolean {
  const rank = (v: Scalar): number => (typeof v === "number" ? 0 : typeof v === "string" ? 1 : 2);
  const fill = (v: Scalar, other: Scalar): Scalar => (v === null ? (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0) : v);
  const x = fill(a, b);
  const y = fill(b, a);
  let order: number;
  if (rank(x) !== rank(y)) order = rank(x) - rank(y);
  else if (typeof x === "string" && typeof y === "string") {
    const p = x.toLowerCase();
    const q = y.toLowerCase();
    order = p < q ? -1 : p > q ? 1 : 0;
  } else order = Number(x) - Number(y);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case ">=":
      return order >= 0;
    default:
      return order <= 0;
  }
}

function flat(value: Value): Scalar[] {
  return Array.isArray(value) ? value.flat() : [value];
}

function single(value: Value): Scalar {
  return Array.isArray(value) ? value[0]?.[0] ?? null : value;
}

/** The numbers that SUM and its like add up: in ranges only real numbers, the first error instead. */
function numbers(args: readonly Value[]): number[] | ErrorValue {
  const result: number[] = [];
  for (const arg of args) {
    for (const item of flat(arg)) {
      if (isError(item)) return item;
      if (typeof item === "number") result.push(item);
    }
  }
  return result;
}

const total = (items: readonly number[]): number => clean(items.reduce((a, b) => a + b, 0));

function matches(item: Scalar, criterion: Scalar): boolean {
  if (typeof criterion !== "string") return item === criterion;
  const [, operator, wanted] = /^(<>|>=|<=|>|<|=)?(.*)$/s.exec(criterion)!;
  if (operator && operator !== "<>" && operator !== "=") {
    return typeof item === "number" && compare(operator as Operator, item, Number(wanted));
  }
  const same = typeof item === "string" ? item.toLowerCase() === wanted!.toLowerCase() : typeof item === "number" && String(item) === wanted;
  return operator === "<>" ? !same : same;
}

function invoke(label: string, args: readonly Expression[], read: Read): Value {
  const value = (i: number): Value => evaluate(args[i]!, read);
  const scalar = (i: number): Scalar => single(value(i));
  const truth = (v: Scalar): boolean | ErrorValue => (isError(v) ? v : typeof v === "string" ? VALUE : Boolean(v));
  switch (label) {
    case "IF": {
      const test = truth(scalar(0));
      if (isError(test)) return test;
      return test ? scalar(1) : args.length > 2 ? scalar(2) : false;
    }
    case "IFS":
      for (let i = 0; i < args.length; i += 2) {
        const test = truth(scalar(i));
        if (isError(test)) return test;
        if (test) return scalar(i + 1);
      }
      return NA;
    case "IFERROR": {
      const first = scalar(0);
      return isError(first) ? scalar(1) : first;
    }
    case "ISERROR":
      return isError(scalar(0));
    case "ISNUMBER":
      return typeof scalar(0) === "number";
    case "ISTEXT":
      return typeof scalar(0) === "string";
    case "NOT": {
      const test = truth(scalar(0));
      return isError(test) ? test : !test;
    }
    case "AND":
    case "OR": {
      const tests = args.map((_, i) => truth(scalar(i)));
      const error = tests.find(isError);
      if (error) return error;
      return label === "AND" ? tests.every(Boolean) : tests.some(Boolean);
    }
    case "N": {
      const v = scalar(0);
      return typeof v === "number" || isError(v) ? v : v === true ? 1 : 0;
    }
    case "ROUND": {
      const n = toNumber(scalar(0));
      return isError(n) ? n : roundHalfUp(n, Number(scalar(1)));
    }
    case "TEXT": {
      const v = scalar(0);
      return isError(v) || typeof v === "string" ? v : shownText(v === null ? 0 : v, String(scalar(1)));
    }
    case "SUM":
    case "SUBTOTAL": {
      const items = numbers(args.map((_, i) => value(i)).slice(label === "SUM" ? 0 : 1));
      return isError(items) ? items : total(items);
    }
    case "AVERAGE": {
      const items = numbers(args.map((_, i) => value(i)));
      return isError(items) ? items : items.length === 0 ? DIV0 : total(items) / items.length;
    }
    case "PRODUCT": {
      const items = numbers(args.map((_, i) => value(i)));
      return isError(items) ? items : items.reduce((a, b) => a * b, 1);
    }
    case "COUNTA":
      return args.flatMap((_, i) => flat(value(i))).filter((v) => v !== null).length;
    case "SUMPRODUCT": {
      const columns = args.map((_, i) => flat(value(i)));
      const error = columns.flat().find(isError);
      if (error) return error;
      return total(columns[0]!.map((_, row) => columns.reduce((p, column) => {
        const item = column[row];
        return p * (typeof item === "number" ? item : 0);
      }, 1)));
    }
    case "COUNTIF":
    case "COUNTIFS": {
      const first = flat(value(0));
      return first.filter((_, row) => args.every((_, i) => i % 2 === 1 || matches(flat(value(i))[row] ?? null, scalar(i + 1)))).length;
    }
    case "SUMIF": {
      const tested = flat(value(0));
      const added = args.length > 2 ? flat(value(2)) : tested;
      const criterion = scalar(1);
      const chosen = numbers([[added.filter((_, row) => matches(tested[row] ?? null, criterion))]]);
      return isError(chosen) ? chosen : total(chosen);
    }
    case "MATCH": {
      const wanted = scalar(0);
      const index = flat(value(1)).findIndex((item) => compare("=", item, wanted));
      return index < 0 ? NA : index + 1;
    }
    case "INDEX": {
      const position = scalar(1);
      return isError(position) ? position : flat(value(0))[Number(position) - 1] ?? null;
    }
    default:
      throw new Error(`the generator cannot compute ${label}`);
  }
}
