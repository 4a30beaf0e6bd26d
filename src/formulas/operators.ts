import { isError, type Scalar } from "../workbook";
import { addNumbers, compareScalars, equalScalars, toNumber, toText } from "./coerce";
import { DIV0, Lambda, Matrix, NA, NUM, Raise, Reference, References, Unknown, VALUE, type Value } from "./values";

type Operation = (a: Scalar, b: Scalar) => Scalar;

/** One step on single values; what it raises is its value. */
function guarded(run: () => Scalar): Scalar {
  try {
    return run();
  } catch (raised) {
    if (raised instanceof Raise) return raised.error;
    throw raised;
  }
}

function arithmetic(compute: (a: number, b: number) => Scalar): Operation {
  const checked = (a: number, b: number): Scalar => {
    const result = compute(a, b);
    return typeof result === "number" && !Number.isFinite(result) ? NUM : result;
  };
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return checked(a, b);
    if (isError(a)) return a;
    if (isError(b)) return b;
    return guarded(() => checked(toNumber(a), toNumber(b)));
  };
}

function comparison(accept: (order: number) => boolean): Operation {
  return (a, b) => (isError(a) ? a : isError(b) ? b : accept(compareScalars(a, b)));
}

/** a to the power of b as Excel has it: 0^0 is #NUM!, 0 to a negative power divides by 0, odd roots take negatives. */
export function power(a: number, b: number): Scalar {
  if (a === 0 && b === 0) return NUM;
  if (a === 0 && b < 0) return DIV0;
  const root = Math.round(1 / b);
  const isOddRoot = a < 0 && root % 2 !== 0 && Math.abs(b) < 1 && Math.abs(1 / b - root) < 1e-9;
  const result = isOddRoot ? -((-a) ** b) : a ** b;
  return Number.isFinite(result) ? result : NUM;
}

const OPERATIONS = new Map<string, Operation>([
  ["+", arithmetic(addNumbers)],
  ["-", arithmetic((a, b) => addNumbers(a, -b))],
  ["*", arithmetic((a, b) => a * b)],
  ["/", arithmetic((a, b) => (b === 0 ? DIV0 : a / b))],
  ["^", arithmetic(power)],
  ["&", (a, b) => (isError(a) ? a : isError(b) ? b : joined(a, b))],
  ["=", (a, b) => (isError(a) ? a : isError(b) ? b : equalScalars(a, b))],
  ["<>", (a, b) => (isError(a) ? a : isError(b) ? b : !equalScalars(a, b))],
  ["<", comparison((order) => order < 0)],
  ["<=", comparison((order) => order <= 0)],
  [">", comparison((order) => order > 0)],
  [">=", comparison((order) => order >= 0)]
]);

const MAX_TEXT = 32_767;

function joined(a: Scalar, b: Scalar): Scalar {
  const text = toText(a) + toText(b);
  return text.length > MAX_TEXT ? VALUE : text;
}

/** Applies an operator to values or arrays. References must have been read before. */
export function applyBinary(operator: string, left: Value, right: Value): Value {
  const operation = OPERATIONS.get(operator);
  if (!operation) return VALUE;
  if (left instanceof Matrix) return right instanceof Matrix ? combined(left, right, operation) : left.map((a) => operation(a, single(right)));
  return right instanceof Matrix ? right.map((b) => operation(single(left), b)) : operation(single(left), single(right));
}

export function applyUnary(operator: string, operand: Value): Value {
  if (operator === "+") return operand;
  const one = (value: Scalar): Scalar => guarded(() => {
    const number = toNumber(value);
    return operator === "%" ? number / 100 : number === 0 ? 0 : -number;
  });
  return operand instanceof Matrix ? operand.map(one) : one(single(operand));
}

function single(value: Value): Scalar {
  if (value instanceof References) throw new Unknown("unknown-function", "INDIRECT");
  return value instanceof Lambda || value instanceof Reference || value instanceof Matrix ? VALUE : value;
}

function combined(left: Matrix, right: Matrix, operation: Operation): Matrix {
  if (left.rows !== right.rows || left.columns !== right.columns) return broadcast([left, right], ([a, b]) => operation(a!, b!));
  const isCut = left.beyond !== undefined || right.beyond !== undefined;
  const beyond = isCut ? operation(left.beyond ?? null, right.beyond ?? null) : undefined;
  return new Matrix(left.rows, left.columns, left.data.map((a, i) => operation(a, right.data[i]!)), beyond);
}

/**
 * Computes element by element. One row or column is repeated over the others' size; where sizes do not fit, #N/A.
 */
export function broadcast(values: readonly Value[], compute: (elements: Scalar[]) => Scalar): Matrix {
  let rows = 1;
  let columns = 1;
  for (const value of values) {
    if (value instanceof Matrix) {
      rows = Math.max(rows, value.rows);
      columns = Math.max(columns, value.columns);
    }
  }
  const isCut = values.some((value) => value instanceof Matrix && value.beyond !== undefined);
  const beyond = isCut ? compute(values.map((value) => (value instanceof Matrix ? value.beyond ?? null : single(value)))) : undefined;
  return Matrix.build(rows, columns, (row, column) => {
    const elements: Scalar[] = [];
    for (const value of values) {
      if (value instanceof Matrix) {
        const r = value.rows === 1 ? 0 : row;
        const c = value.columns === 1 ? 0 : column;
        elements.push(r < value.rows && c < value.columns ? value.at(r, c) : NA);
      } else elements.push(single(value));
    }
    return compute(elements);
  }, beyond);
}
