import { isError } from "../../workbook";
import { digits15, toNumber } from "../coerce";
import { power } from "../operators";
import { DIV0, finite, Matrix, NA, NUM, Raise, Unknown, VALUE, type Value } from "../values";
import { numbersOf, quotient, roundAwayFromZero, roundHalfUp, roundToZero, sumOf, wholeAtLeast } from "./numeric";
import { fn, looking, type Context, type FunctionTable } from "./spec";

/** n rounded to a multiple of the step, up or down the number line. */
function toMultiple(n: number, step: number, how: (value: number) => number): number {
  if (step === 0) return 0;
  const result = how(quotient(n, step)) * step;
  return result === 0 ? 0 : Number(result.toPrecision(15));
}

function ceiling(n: number, step: number): number {
  if (n > 0 && step < 0) throw new Raise(NUM);
  return toMultiple(n, step, Math.ceil);
}

function floor(n: number, step: number): number {
  if (n > 0 && step < 0) throw new Raise(NUM);
  if (step === 0 && n !== 0) throw new Raise(DIV0);
  return toMultiple(n, step, Math.floor);
}

/** CEILING.MATH and FLOOR.MATH: the sign of the step says nothing; mode turns negative numbers the other way. */
function mathMultiple(n: number, step: number | undefined, mode: number | undefined, up: boolean): number {
  const size = Math.abs(step ?? 1);
  const towards = n < 0 && mode ? !up : up;
  return toMultiple(n, size, towards ? Math.ceil : Math.floor);
}

function modulo(n: number, divisor: number): number {
  if (divisor === 0) throw new Raise(DIV0);
  const rest = n - divisor * Math.floor(n / divisor);
  return Math.abs(rest) < Math.abs(n) * 2 ** -50 ? 0 : rest;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= wholeAtLeast(n, 0); i++) product = finite(product * i);
  return product;
}

function combinations(n: number, k: number): number {
  const all = wholeAtLeast(n, 0);
  const chosen = wholeAtLeast(k, 0);
  if (chosen > all) throw new Raise(NUM);
  let result = 1;
  // It at least doubles with each step, so that it is soon too large for a number.
  for (let i = 1; i <= Math.min(chosen, all - chosen); i++) result = finite((result * (all - i + 1)) / i);
  return Math.round(result);
}

function permutations(n: number, k: number): number {
  const all = wholeAtLeast(n, 0);
  const chosen = wholeAtLeast(k, 0);
  if (chosen > all) throw new Raise(NUM);
  let result = 1;
  for (let i = 0; i < chosen; i++) result = finite(result * (all - i));
  return result;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The arguments of GCD and LCM: whole numbers that are exact. */
function wholes(args: readonly Value[], context: Context): number[] {
  if (args.some((argument) => typeof argument === "boolean")) throw new Raise(VALUE);
  return numbersOf(args, context).map((n) => {
    if (n >= 2 ** 53) throw new Raise(NUM);
    return wholeAtLeast(n, 0);
  });
}

function leastMultiple(a: number, b: number): number {
  const multiple = a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b;
  if (multiple >= 2 ** 53) throw new Raise(NUM);
  return multiple;
}

export const mathFunctions: FunctionTable = {
  ABS: fn("n", ([x]) => Math.abs(x)),
  SIGN: fn("n", ([x]) => Math.sign(x)),
  INT: fn("n", ([x]) => Math.floor(digits15(x))),
  TRUNC: fn("n n?", ([x, digits]) => roundToZero(x, digits ?? 0)),
  ROUND: fn("n n", ([x, digits]) => roundHalfUp(x, digits)),
  ROUNDUP: fn("n n", ([x, digits]) => roundAwayFromZero(x, digits)),
  ROUNDDOWN: fn("n n", ([x, digits]) => roundToZero(x, digits)),
  MROUND: fn("k k", ([x, step]) => {
    if (x * step < 0) throw new Raise(NUM);
    return step === 0 ? 0 : toMultiple(x, step, Math.round);
  }),
  CEILING: fn("n n", ([x, step]) => ceiling(x, step)),
  "CEILING.MATH": fn("n N? N?", ([x, step, mode]) => mathMultiple(x, step, mode, true)),
  "CEILING.PRECISE": fn("n N?", ([x, step]) => mathMultiple(x, step, 0, true)),
  "ISO.CEILING": fn("n N?", ([x, step]) => mathMultiple(x, step, 0, true)),
  FLOOR: fn("n n", ([x, step]) => floor(x, step)),
  "FLOOR.MATH": fn("n N? N?", ([x, step, mode]) => mathMultiple(x, step, mode, false)),
  "FLOOR.PRECISE": fn("n N?", ([x, step]) => mathMultiple(x, step, 0, false)),
  EVEN: fn("n", ([x]) => Math.sign(x) * Math.ceil(Math.abs(x) / 2) * 2),
  ODD: fn("n", ([x]) => (x < 0 ? -1 : 1) * (Math.ceil((Math.abs(x) - 1) / 2) * 2 + 1)),
  MOD: fn("n n", ([n, divisor]) => modulo(n, divisor)),
  QUOTIENT: fn("k k", ([n, divisor]) => {
    if (divisor === 0) throw new Raise(DIV0);
    return Math.trunc(n / divisor);
  }),
  POWER: fn("n n", ([base, exponent]) => power(base, exponent)),
  SQRT: fn("n", ([x]) => finite(Math.sqrt(x))),
  SQRTPI: fn("k", ([x]) => finite(Math.sqrt(x * Math.PI))),
  EXP: fn("n", ([x]) => finite(Math.exp(x))),
  LN: fn("n", ([x]) => finite(x > 0 ? Math.log(x) : NaN)),
  LOG: fn("n n?", ([x, base = 10]) => {
    if (x <= 0 || base <= 0) throw new Raise(NUM);
    if (base === 1) throw new Raise(DIV0);
    return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Number((Math.log(x) / Math.log(base)).toPrecision(15));
  }),
  LOG10: fn("n", ([x]) => finite(x > 0 ? Math.log10(x) : NaN)),
  PI: fn("", () => Math.PI),
  SIN: fn("n", ([x]) => Math.sin(x)),
  COS: fn("n", ([x]) => Math.cos(x)),
  TAN: fn("n", ([x]) => Math.tan(x)),
  ASIN: fn("n", ([x]) => finite(Math.asin(x))),
  ACOS: fn("n", ([x]) => finite(Math.acos(x))),
  ATAN: fn("n", ([x]) => Math.atan(x)),
  ATAN2: fn("n n", ([x, y]) => {
    if (x === 0 && y === 0) throw new Raise(DIV0);
    return Math.atan2(y, x);
  }),
  SINH: fn("n", ([x]) => finite(Math.sinh(x))),
  COSH: fn("n", ([x]) => finite(Math.cosh(x))),
  TANH: fn("n", ([x]) => Math.tanh(x)),
  DEGREES: fn("n", ([x]) => (x * 180) / Math.PI),
  RADIANS: fn("n", ([x]) => (x * Math.PI) / 180),
  FACT: fn("n", ([n]) => factorial(n)),
  COMBIN: fn("n n", ([n, k]) => combinations(n, k)),
  COMBINA: fn("n n", ([n, k]) => (n === 0 && k === 0 ? 1 : combinations(Math.trunc(n) + Math.trunc(k) - 1, k))),
  PERMUT: fn("n n", ([n, k]) => permutations(n, k)),
  GCD: fn("a*", (args, context) => wholes(args, context).reduce(gcd, 0)),
  LCM: fn("a*", (args, context) => wholes(args, context).reduce(leastMultiple, 1)),
  // What Excel will draw nobody knows: a finding must not rest on another number than the sheet will show.
  RAND: looking("volatile", fn("", () => {
    throw new Unknown("unknown-function", "RAND");
  })),
  RANDBETWEEN: looking("volatile", fn("k k", ([low, high]) => {
    if (high < low) throw new Raise(NUM);
    throw new Unknown("unknown-function", "RANDBETWEEN");
  })),
  SUM: fn("a a*", (args, context) => sumOf(numbersOf(args, context))),
  PRODUCT: fn("a a*", (args, context) => {
    const numbers = numbersOf(args, context);
    return numbers.length === 0 ? 0 : finite(numbers.reduce((a, b) => a * b, 1));
  }),
  SUMSQ: fn("a a*", (args, context) => sumOf(numbersOf(args, context).map((x) => x * x))),
  SUMPRODUCT: fn("a a*", (args, context) => {
    const grids = args.map((argument) => context.grid(argument));
    const { rows, columns } = grids[0]!;
    if (grids.some((grid) => grid.rows !== rows || grid.columns !== columns)) throw new Raise(VALUE);
    const products: number[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let product = 1;
        for (const grid of grids) {
          const value = grid.at(row, column);
          if (isError(value)) throw new Raise(value);
          product *= typeof value === "number" ? value : 0;
        }
        products.push(product);
      }
    }
    return sumOf(products);
  }),
  SUMX2MY2: fn("a a", ([a, b], context) => sumOf(pairs(context.grid(a), context.grid(b)).map(([x, y]) => x * x - y * y))),
  SUMX2PY2: fn("a a", ([a, b], context) => sumOf(pairs(context.grid(a), context.grid(b)).map(([x, y]) => x * x + y * y))),
  SUMXMY2: fn("a a", ([a, b], context) => sumOf(pairs(context.grid(a), context.grid(b)).map(([x, y]) => (x - y) ** 2))),
  MMULT: fn("a a", ([a, b], context) => {
    const left = context.matrix(a);
    const right = context.matrix(b);
    if (left.columns !== right.rows) throw new Raise(VALUE);
    context.spend(left.size * right.columns);
    return Matrix.build(left.rows, right.columns, (row, column) => {
      let sum = 0;
      for (let i = 0; i < left.columns; i++) sum += toNumber(left.at(row, i)) * toNumber(right.at(i, column));
      return sum;
    });
  })
};

interface Values {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): unknown;
}

/** The pairs of numbers at the same places; #N/A when the sizes differ. */
export function pairs(a: Values, b: Values): [number, number][] {
  if (a.rows * a.columns !== b.rows * b.columns) throw new Raise(NA);
  const found: [number, number][] = [];
  for (let i = 0; i < a.rows * a.columns; i++) {
    const x = a.at(Math.floor(i / a.columns), i % a.columns);
    const y = b.at(Math.floor(i / b.columns), i % b.columns);
    for (const value of [x, y]) if (isError(value)) throw new Raise(value);
    if (typeof x === "number" && typeof y === "number") found.push([x, y]);
  }
  return found;
}
