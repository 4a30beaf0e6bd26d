import { NUM, Raise, Unknown, VALUE } from "../values";
import { wholeAtLeast } from "./numeric";
import { fn, type FunctionTable } from "./spec";

const LETTERS = "MDCLXVI";
const WORTH = [1000, 500, 100, 50, 10, 5, 1];

/** The Roman numeral of a number, in one of Excel's forms from 0 (as taught) to 4 (as short as can be). */
function roman(n: number, form: number): string {
  let rest = Math.trunc(n);
  if (rest < 0 || rest > 3999 || form < 0 || form >= 5) throw new Raise(VALUE);
  let text = "";
  for (let power = 0; power < WORTH.length; power += 2) {
    const digit = Math.trunc(rest / WORTH[power]!);
    if (digit % 5 !== 4) {
      text += (digit > 4 ? LETTERS[power - 1]! : "") + LETTERS[power]!.repeat(digit % 5);
      rest %= WORTH[power]!;
      continue;
    }
    // Four or nine: a letter taken off a larger one; the shorter forms take off the smallest that does.
    const from = digit === 4 ? power - 1 : power - 2;
    let off = power;
    for (let step = 0; step < Math.trunc(form) && off < WORTH.length - 1 && WORTH[from]! - WORTH[off + 1]! <= rest; step++) off++;
    text += LETTERS[off]! + LETTERS[from]!;
    rest += WORTH[off]! - WORTH[from]!;
  }
  return text;
}

/** The number of a Roman numeral in any of the forms. What Excel makes of letters in another order is not known. */
function arabic(text: string): number {
  const upper = text.trim().toUpperCase();
  const negative = upper.startsWith("-");
  const letters = negative ? upper.slice(1) : upper;
  if (text.length > MAX_DIGITS || !/^[MDCLXVI]*$/.test(letters)) throw new Raise(VALUE);
  let number = 0;
  [...letters].forEach((letter, i) => {
    const worth = WORTH[LETTERS.indexOf(letter)]!;
    const next = i + 1 < letters.length ? WORTH[LETTERS.indexOf(letters[i + 1]!)]! : 0;
    number += worth < next ? -worth : worth;
  });
  const isKnown = number >= 0 && number <= 3999 && [0, 1, 2, 3, 4].some((form) => roman(number, form) === letters);
  // More than three thousands have no numeral, and are read all the same.
  if (!isKnown && !/^M{4,}$/.test(letters)) throw new Unknown("unknown-function", "ARABIC");
  return negative ? -number : number;
}

const MAX_DIGITS = 255;

function radixOf(radix: number): number {
  const base = Math.trunc(radix);
  if (base < 2 || base > 36) throw new Raise(NUM);
  return base;
}

function toBase(n: number, radix: number, length = 0): string {
  const base = radixOf(radix);
  if (wholeAtLeast(n, 0) >= 2 ** 53 || wholeAtLeast(length, 0) > MAX_DIGITS) throw new Raise(NUM);
  return Math.trunc(n).toString(base).toUpperCase().padStart(length, "0");
}

function fromBase(text: string, radix: number): number {
  const base = radixOf(radix);
  if (text.length > MAX_DIGITS) throw new Raise(VALUE);
  if (![...text.toLowerCase()].every((digit) => Number.parseInt(digit, 36) < base)) throw new Raise(NUM);
  return text === "" ? 0 : Number.parseInt(text, base);
}

/** Ten digits are all that BIN, OCT and HEX have; a number with the highest of them set is negative. */
const PLACES = 10;

function written(n: number, radix: number, places: number | undefined): string {
  const whole = Math.trunc(n);
  const half = radix ** PLACES / 2;
  if (whole < -half || whole >= half) throw new Raise(NUM);
  if (whole < 0) return (whole + 2 * half).toString(radix).toUpperCase();
  const digits = whole.toString(radix).toUpperCase();
  if (places === undefined) return digits;
  const length = Math.trunc(places);
  if (length < digits.length || length > PLACES) throw new Raise(NUM);
  return digits.padStart(length, "0");
}

function read(text: string, radix: number): number {
  if (text.length > PLACES || ![...text.toLowerCase()].every((digit) => Number.parseInt(digit, 36) < radix)) throw new Raise(NUM);
  const number = text === "" ? 0 : Number.parseInt(text, radix);
  return number >= radix ** PLACES / 2 ? number - radix ** PLACES : number;
}

const RADICES = { BIN: 2, OCT: 8, HEX: 16 } as const;
type RadixName = keyof typeof RADICES;
const NAMES = Object.keys(RADICES) as RadixName[];

/** A number written in one base, as text or as a number of those digits; a truth value is none. */
const digitsOf = (value: string | number | boolean | null): string => {
  if (typeof value === "boolean") throw new Raise(VALUE);
  return value === null ? "" : String(value);
};

const fromDecimal = NAMES.map((name) => [`DEC2${name}`, fn("k k?", ([n, places]) => written(n, RADICES[name], places))] as const);
const toDecimal = NAMES.map((name) => [`${name}2DEC`, fn("s", ([text]) => read(digitsOf(text), RADICES[name]))] as const);
const across = NAMES.flatMap((from) => NAMES.filter((to) => to !== from).map((to) =>
  [`${from}2${to}`, fn("s k?", ([text, places]) => written(read(digitsOf(text), RADICES[from]), RADICES[to], places))] as const));

/** Numbers written in other ways: Roman, and in bases other than ten. */
export const numeralFunctions: FunctionTable = {
  ROMAN: fn("n s?", ([n, form = 0]) => roman(n, typeof form === "boolean" ? (form ? 0 : 4) : Number(form))),
  ARABIC: fn("t", ([text]) => arabic(text)),
  BASE: fn("n n n?", ([n, radix, length]) => toBase(n, radix, length)),
  DECIMAL: fn("t n", ([text, radix]) => fromBase(text, radix)),
  ...Object.fromEntries([...fromDecimal, ...toDecimal, ...across])
};
