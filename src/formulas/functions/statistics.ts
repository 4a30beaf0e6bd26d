import { toNumber } from "../coerce";
import { DIV0, Matrix, NA, NUM, Raise, Reference, type Value } from "../values";
import { pairs } from "./math";
import { numbersIn, numbersOf, numbersOfA, placeAbove, roundToZero, sumOf } from "./numeric";
import { fn, type Context, type FunctionTable } from "./spec";

export function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Raise(DIV0);
  return sumOf(numbers) / numbers.length;
}

/** The sum of squared distances from the mean, over all less `freedom`. */
export function variance(numbers: readonly number[], freedom: 0 | 1): number {
  if (numbers.length <= freedom) throw new Raise(DIV0);
  const middle = mean(numbers);
  return sumOf(numbers.map((x) => (x - middle) ** 2)) / (numbers.length - freedom);
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Raise(NUM);
  const sorted = ascending(numbers);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The value that occurs most often, the first of several; #N/A when none occurs twice. */
export function mode(numbers: readonly number[]): number {
  return modes(numbers)[0]!;
}

function modes(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  if (most < 2) throw new Raise(NA);
  return [...counts].filter(([, count]) => count === most).map(([number]) => number);
}

/** The k-th largest (or smallest); a broken k counts as the next whole one for LARGE, as the one before for SMALL. */
export function kth(numbers: readonly number[], k: number, largest: boolean): number {
  const place = largest ? Math.ceil(k) : Math.floor(k);
  if (place < 1 || place > numbers.length) throw new Raise(NUM);
  const sorted = ascending(numbers);
  return largest ? sorted[sorted.length - place]! : sorted[place - 1]!;
}

export function percentileInclusive(numbers: readonly number[], share: number): number {
  if (numbers.length === 0 || share < 0 || share > 1) throw new Raise(NUM);
  return between(ascending(numbers), share * (numbers.length - 1));
}

export function percentileExclusive(numbers: readonly number[], share: number): number {
  const place = share * (numbers.length + 1) - 1;
  if (numbers.length === 0 || place < -1e-12 || place > numbers.length - 1 + 1e-12) throw new Raise(NUM);
  return between(ascending(numbers), Math.min(Math.max(place, 0), numbers.length - 1));
}

function between(sorted: readonly number[], place: number): number {
  const below = Math.floor(place + 1e-12);
  const rest = Math.max(place - below, 0);
  const low = sorted[below]!;
  return rest === 0 ? low : low + rest * ((sorted[below + 1] ?? low) - low);
}

export function quartile(numbers: readonly number[], which: number, exclusive: boolean): number {
  const part = Math.trunc(which);
  if (part < 0 || part > 4 || (exclusive && (part === 0 || part === 4))) throw new Raise(NUM);
  return (exclusive ? percentileExclusive : percentileInclusive)(numbers, part / 4);
}

function rank(number: number, list: Value, order: number | undefined, context: Context): { place: number; ties: number } {
  const numbers = numbersIn(list, context);
  const ties = numbers.filter((other) => other === number).length;
  if (ties === 0) throw new Raise(NA);
  return { place: numbers.filter((other) => (order ? other < number : other > number)).length + 1, ties };
}

function percentRank(numbers: readonly number[], x: number, digits: number): number {
  const sorted = ascending(numbers);
  const last = sorted.length - 1;
  if (last < 0) throw new Raise(NUM);
  if (x < sorted[0]! || x > sorted[last]!) throw new Raise(NA);
  if (last === 0) return 1;
  const below = sorted.filter((other) => other < x).length;
  if (sorted[below] === x) return roundToZero(below / last, digits);
  const low = sorted[below - 1]!;
  return roundToZero((below - 1 + (x - low) / (sorted[below]! - low)) / last, digits);
}

function trimmedMean(numbers: readonly number[], share: number): number {
  if (share < 0 || share >= 1) throw new Raise(NUM);
  const cut = Math.floor((numbers.length * share) / 2 + 1e-12);
  return mean(ascending(numbers).slice(cut, numbers.length - cut));
}

function geometricMean(numbers: readonly number[]): number {
  if (numbers.length === 0 || numbers.some((x) => x <= 0)) throw new Raise(NUM);
  return Math.exp(mean(numbers.map(Math.log)));
}

/** How many of the arguments' values are numbers: texts and truth values only where they are written out. */
export function count(args: readonly Value[], context: Context): number {
  let found = 0;
  for (const argument of args) {
    if (argument instanceof Reference || argument instanceof Matrix) {
      context.each(argument, (value) => {
        if (typeof value === "number") found++;
      });
    } else {
      try {
        toNumber(context.scalar(argument));
        found++;
      } catch (raised) {
        if (!(raised instanceof Raise)) throw raised;
      }
    }
  }
  return found;
}

/** How many values there are at all; "" from a formula and errors count. */
export function countA(args: readonly Value[], context: Context): number {
  let found = 0;
  for (const argument of args) {
    if (argument instanceof Reference) context.each(argument, () => found++);
    else if (argument instanceof Matrix) context.each(argument, (value) => (found += value === null ? 0 : 1));
    else found++;
  }
  return found;
}

function countBlank(argument: Value, context: Context): number {
  if (!(argument instanceof Reference)) throw new Raise(NUM);
  const { top, left, bottom, right } = argument.area;
  let filled = 0;
  context.each(argument, (value) => {
    if (value !== "") filled++;
  });
  return (bottom - top + 1) * (right - left + 1) - filled;
}

function frequency(data: Value, limits: Value, context: Context): Matrix {
  const bins = numbersIn(limits, context);
  // The counts stand in the order in which the limits were given; of equal ones the first has them all.
  const order = bins.map((_, i) => i).sort((a, b) => bins[a]! - bins[b]! || a - b);
  const counts = new Array<number>(bins.length + 1).fill(0);
  for (const number of numbersIn(data, context)) counts[order[placeAbove(order.length, (i) => bins[order[i]!]! >= number)] ?? bins.length]!++;
  return Matrix.of(counts.map((count) => [count]));
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly correlation: number;
}

function regression(ys: Value, xs: Value, context: Context): Line {
  const points = pairs(context.grid(xs), context.grid(ys));
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const xx = sumOf(points.map(([x]) => (x - meanX) ** 2));
  const yy = sumOf(points.map(([, y]) => (y - meanY) ** 2));
  const xy = sumOf(points.map(([x, y]) => (x - meanX) * (y - meanY)));
  if (xx === 0) throw new Raise(DIV0);
  return { slope: xy / xx, intercept: meanY - (xy / xx) * meanX, correlation: yy === 0 ? NaN : xy / Math.sqrt(xx * yy) };
}

function correlation(a: Value, b: Value, context: Context): number {
  const found = regression(a, b, context).correlation;
  if (Number.isNaN(found)) throw new Raise(DIV0);
  return found;
}

const over = (compute: (numbers: number[]) => Value) =>
  fn("a a*", (args, context) => compute(numbersOf(args, context)));
const overA = (compute: (numbers: number[]) => Value) =>
  fn("a a*", (args, context) => compute(numbersOfA(args, context)));

/** The largest number; 0 of none, as MAX has it. */
export const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
/** The smallest number; 0 of none, as MIN has it. */
export const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);

const rankEqual = fn("n a n?", ([number, list, order], context) => rank(number, list, order, context).place);
const percentile = fn("a n", ([list, share], context) => percentileInclusive(numbersIn(list, context), share));
const quartileInclusive = fn("a n", ([list, which], context) => quartile(numbersIn(list, context), which, false));
const rankShare = fn("a n n?", ([list, x, digits], context) => percentRank(numbersIn(list, context), x, digits ?? 3));
const sample = over((numbers) => Math.sqrt(variance(numbers, 1)));
const population = over((numbers) => Math.sqrt(variance(numbers, 0)));
const sampleVariance = over((numbers) => variance(numbers, 1));
const populationVariance = over((numbers) => variance(numbers, 0));

export const statisticalFunctions: FunctionTable = {
  AVERAGE: over(mean),
  AVERAGEA: overA(mean),
  COUNT: fn("a a*", count),
  COUNTA: fn("a a*", countA),
  COUNTBLANK: fn("a", ([range], context) => countBlank(range, context)),
  MAX: over(largest),
  MIN: over(smallest),
  MAXA: overA(largest),
  MINA: overA(smallest),
  LARGE: fn("a n", ([list, k], context) => kth(numbersIn(list, context), k, true)),
  SMALL: fn("a n", ([list, k], context) => kth(numbersIn(list, context), k, false)),
  RANK: rankEqual,
  "RANK.EQ": rankEqual,
  "RANK.AVG": fn("n a n?", ([number, list, order], context) => {
    const { place, ties } = rank(number, list, order, context);
    return place + (ties - 1) / 2;
  }),
  MEDIAN: over(median),
  MODE: over(mode),
  "MODE.SNGL": over(mode),
  "MODE.MULT": over((numbers) => Matrix.of(modes(numbers).map((number) => [number]))),
  STDEV: sample,
  "STDEV.S": sample,
  STDEVP: population,
  "STDEV.P": population,
  STDEVA: overA((numbers) => Math.sqrt(variance(numbers, 1))),
  STDEVPA: overA((numbers) => Math.sqrt(variance(numbers, 0))),
  VAR: sampleVariance,
  "VAR.S": sampleVariance,
  VARP: populationVariance,
  "VAR.P": populationVariance,
  VARA: overA((numbers) => variance(numbers, 1)),
  VARPA: overA((numbers) => variance(numbers, 0)),
  AVEDEV: over((numbers) => {
    const middle = mean(numbers);
    return mean(numbers.map((x) => Math.abs(x - middle)));
  }),
  DEVSQ: over((numbers) => variance(numbers, 0) * numbers.length),
  GEOMEAN: over(geometricMean),
  HARMEAN: over((numbers) => {
    if (numbers.length === 0 || numbers.some((x) => x <= 0)) throw new Raise(NUM);
    return 1 / mean(numbers.map((x) => 1 / x));
  }),
  TRIMMEAN: fn("a n", ([list, share], context) => trimmedMean(numbersIn(list, context), share)),
  PERCENTILE: percentile,
  "PERCENTILE.INC": percentile,
  "PERCENTILE.EXC": fn("a n", ([list, share], context) => percentileExclusive(numbersIn(list, context), share)),
  QUARTILE: quartileInclusive,
  "QUARTILE.INC": quartileInclusive,
  "QUARTILE.EXC": fn("a n", ([list, which], context) => quartile(numbersIn(list, context), which, true)),
  PERCENTRANK: rankShare,
  "PERCENTRANK.INC": rankShare,
  FREQUENCY: fn("a a", ([data, limits], context) => frequency(data, limits, context)),
  CORREL: fn("a a", ([a, b], context) => correlation(a, b, context)),
  PEARSON: fn("a a", ([a, b], context) => correlation(a, b, context)),
  RSQ: fn("a a", ([a, b], context) => correlation(a, b, context) ** 2),
  SLOPE: fn("a a", ([ys, xs], context) => regression(ys, xs, context).slope),
  INTERCEPT: fn("a a", ([ys, xs], context) => regression(ys, xs, context).intercept),
  FORECAST: fn("n a a", ([x, ys, xs], context) => {
    const line = regression(ys, xs, context);
    return line.intercept + line.slope * x;
  }),
  STANDARDIZE: fn("n n n", ([x, middle, deviation]) => {
    if (deviation <= 0) throw new Raise(NUM);
    return (x - middle) / deviation;
  })
};
