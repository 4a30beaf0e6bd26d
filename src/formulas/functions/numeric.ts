import { isError } from "../../workbook";
import { digits15, toNumber } from "../coerce";
import { finite, Matrix, NUM, Raise, Reference, type Value } from "../values";
import type { Context } from "./spec";

/** Rounds a decimal number as written, not its binary neighbour; `how` sees the absolute value scaled by 10^digits. */
function decimalRound(value: number, digits: number, how: (scaled: number) => number): number {
  if (value === 0) return 0;
  const places = Math.trunc(digits);
  if (places > 300) return value;
  const scaled = shift(digits15(Math.abs(value)), places);
  if (!Number.isFinite(scaled)) return value;
  const rounded = shift(how(digits15(scaled)), -places);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

/** Multiplies by a power of ten in decimal, where multiplying would leave 1.005 × 100 below 100.5. */
function shift(value: number, places: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e") as [string, string?];
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

export const roundHalfUp = (value: number, digits: number): number => decimalRound(value, digits, Math.round);
export const roundAwayFromZero = (value: number, digits: number): number => decimalRound(value, digits, Math.ceil);
export const roundToZero = (value: number, digits: number): number => decimalRound(value, digits, Math.floor);

/** n / step, without the rounding error that would push a whole quotient over the edge. */
export function quotient(n: number, step: number): number {
  return digits15(n / step);
}

/** The numbers among the arguments as SUM takes them: in cells and arrays only numbers, written out also "3" and TRUE. */
export function numbersOf(args: readonly Value[], context: Context): number[] {
  const numbers: number[] = [];
  for (const argument of args) {
    if (argument instanceof Reference || argument instanceof Matrix) {
      context.each(argument, (value) => {
        if (typeof value === "number") numbers.push(value);
        else if (isError(value)) throw new Raise(value);
      });
    } else numbers.push(toNumber(context.scalar(argument)));
  }
  return numbers;
}

/** As SUMA would: texts in cells count as 0, truth values as 0 and 1. */
export function numbersOfA(args: readonly Value[], context: Context): number[] {
  const numbers: number[] = [];
  for (const argument of args) {
    if (argument instanceof Reference || argument instanceof Matrix) {
      context.each(argument, (value) => {
        if (isError(value)) throw new Raise(value);
        if (value !== null) numbers.push(typeof value === "string" ? 0 : Number(value));
      });
    } else numbers.push(toNumber(context.scalar(argument)));
  }
  return numbers;
}

/** The numbers of one argument, in order. */
export function numbersIn(argument: Value, context: Context): number[] {
  return numbersOf([argument], context);
}

/** A sum in which nothing but rounding error counts as 0. */
export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  let largest = 0;
  for (const number of numbers) {
    sum += number;
    largest = Math.max(largest, Math.abs(number));
  }
  return Math.abs(sum) < largest * 2 ** -50 ? 0 : finite(sum);
}

/** A whole number of at least that size, or #NUM!. */
export function wholeAtLeast(value: number, least: number): number {
  const whole = Math.trunc(value);
  if (whole < least) throw new Raise(NUM);
  return whole;
}

/** The first place from which on a condition holds, which holds for all places after one for which it does. */
export function placeAbove(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
