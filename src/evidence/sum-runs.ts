import { near } from "./atoms";
import { CERTAIN } from "./chance";
import { BLANKS_BETWEEN_PARTS, LEAST_WORTH, LONGEST_STRIDE, LONGEST_SUM, MOST_FOR_STRIDES, STRIDE_CHOICES } from "./limits";
import type { CrossList } from "./sum-axis";

/** Lines whose numbers add up to a cell's, with what that is worth as evidence. */
export interface Run {
  readonly of: readonly number[];
  readonly worth: number;
}

/** Every second to eighth cell: bands side by side, metrics as rows. */
const STRIDES = [2, 3, 4, 5, 6, 7, 8];
/** A sum with one part that is not zero is only that part again. */
const ONE_PART = Math.log(1.5);

/**
 * The runs before and after a cell of a cross that give its number: everything, everything but the lines known to be
 * totals, only those totals; and every k-th cell.
 */
export function runsOf(cross: CrossList, index: number, totals: ReadonlySet<number>, hasTotals: boolean): readonly Run[] {
  const every = cross.lines.length <= MOST_FOR_STRIDES ? (cross.strided[index] ??= [strided(cross, index, -1), strided(cross, index, 1)]) : NO_RUNS;
  // Where no line of the cross is a total yet, the runs are those of the round before.
  const [before, behind] = hasTotals ? bothWays(cross, index, totals, true) : (cross.unbroken[index] ??= bothWays(cross, index, totals, false));
  if (before!.length + behind!.length + every[0]!.length + every[1]!.length === 0) return NO_RUN;
  return [...before!, ...every[0]!, ...behind!, ...every[1]!];
}

const NO_RUN: readonly Run[] = [];
const NO_RUNS = [NO_RUN, NO_RUN];

function bothWays(cross: CrossList, index: number, totals: ReadonlySet<number>, hasTotals: boolean): (readonly Run[])[] {
  return [unbroken(cross, index, -1, totals, hasTotals), unbroken(cross, index, 1, totals, hasTotals)];
}

/** Whether a total's line is among the parts of each kind of run: all lines, all but totals, totals alone. */
const KINDS: readonly ((isTotal: boolean) => boolean)[] = [() => true, (isTotal) => !isTotal, (isTotal) => isTotal];

function unbroken(cross: CrossList, index: number, step: number, totals: ReadonlySet<number>, hasTotals: boolean): readonly Run[] {
  const { list, lines, values, twice, negative } = cross;
  const value = values[index]!;
  let found: Run[] | null = null;
  const counts = [0, 0, 0];
  const sums = [0, 0, 0];
  let last = lines[index]!;
  for (let i = index + step; i >= 0 && i < list.length && counts[0]! < LONGEST_SUM; i += step) {
    const line = lines[i]!;
    const part = values[i]!;
    if (part === null) {
      if (!twice.has(list[i]!.text)) break;
      last = line + step;
      continue;
    }
    if (Math.abs(line - last) > BLANKS_BETWEEN_PARTS) break;
    last = line;
    const other = hasTotals && totals.has(line) ? 2 : 1;
    for (let kind = 0; kind <= other; kind += other) {
      counts[kind]!++;
      sums[kind]! += part;
    }
    for (let kind = 0; kind <= other; kind += other) {
      const same = kind > 0 && counts[kind] === counts[0];
      if (counts[kind]! >= 2 && !same && near(sums[kind]!, value, 6)) add((found ??= []), cross, index, 1 + kind, partsBetween(cross, index, i, (at) => KINDS[kind]!(totals.has(at))));
    }
    // Sums that only grow do not come back to the cell's number.
    if (!negative && sums[0]! > value + 1e-6 && sums[1]! > value + 1e-6 && (sums[2]! > value + 1e-6 || !hasTotals)) break;
  }
  return found ?? NO_RUN;
}

/** The places of the numbers of a cross from beside one place up to another. */
function partsBetween({ lines, values }: CrossList, from: number, to: number, isPart: (line: number) => boolean): number[] {
  const parts: number[] = [];
  const step = Math.sign(to - from);
  for (let i = from + step; i !== to + step; i += step) if (values[i] !== null && isPart(lines[i]!)) parts.push(i);
  return parts;
}

function strided(cross: CrossList, index: number, step: number): readonly Run[] {
  const { lines, values, placeOf, negative } = cross;
  const value = values[index]!;
  let found: Run[] | null = null;
  for (const stride of STRIDES) {
    let sum = 0;
    for (let k = 1; k < LONGEST_STRIDE; k++) {
      const part = placeOf.get(lines[index]! + step * stride * k);
      if (part === undefined) break;
      sum += values[part]!;
      if (k >= 2 && near(sum, value, 6)) {
        add((found ??= []), cross, index, STRIDE_CHOICES, Array.from({ length: k }, (_, before) => placeOf.get(lines[index]! + step * stride * (before + 1))!));
      }
      if (!negative && sum > value + 1e-6) break;
    }
  }
  return found ?? NO_RUN;
}

/** Adds a run, unless it is worth too little to start a sum. */
function add(found: Run[], { lines, values }: CrossList, index: number, choices: number, parts: readonly number[]): void {
  const worth = worthOf(values[index]!, parts.map((part) => values[part]!), choices);
  if (worth >= LEAST_WORTH) found.push({ of: parts.map((part) => lines[part]!).sort((a, b) => a - b), worth });
}

/** What it is worth that the parts add up to a number, out of so many ways to choose them. */
export function worthOf(value: number, parts: readonly number[], choices: number): number {
  if (parts.filter((part) => part !== 0).length < 2) return ONE_PART;
  return Math.min(CERTAIN, Math.log(Math.max(3, Math.abs(value)))) - Math.log(choices);
}
