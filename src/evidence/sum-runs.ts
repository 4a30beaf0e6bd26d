import { near } from "./atoms";
import { CERTAIN } from "./chance";
import { BLANKS_BETWEEN_PARTS, LEAST_WORTH, LONGEST_STRIDE, LONGEST_SUM, MOST_FOR_STRIDES, STRIDE_CHOICES } from "./limits";
import type { CrossList, SumAxis } from "./sum-axis";
import type { Atom } from "./types";

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
export function runsOf(axis: SumAxis, cross: CrossList, index: number, totals: ReadonlySet<number>): Run[] {
  const atom = cross.list[index]!;
  return [-1, 1].flatMap((step) => [
    ...unbroken(axis, cross, index, step, totals),
    ...(cross.list.length <= MOST_FOR_STRIDES ? strided(axis, cross, atom, step) : [])
  ]).filter(({ worth }) => worth >= LEAST_WORTH).map(({ of, worth }) => ({ of: [...of].sort((a, b) => a - b), worth }));
}

function* unbroken(axis: SumAxis, { list, twice, negative }: CrossList, index: number, step: number, totals: ReadonlySet<number>): Iterable<Run> {
  const value = list[index]!.value!;
  const runs: { readonly parts: Atom[]; sum: number }[] = [{ parts: [], sum: 0 }, { parts: [], sum: 0 }, { parts: [], sum: 0 }];
  const [all] = runs;
  let last = axis.lineOf(list[index]!);
  for (let i = index + step; list[i] && all!.parts.length < LONGEST_SUM; i += step) {
    const part = list[i]!;
    const line = axis.lineOf(part);
    if (!axis.counts(part)) {
      if (!twice.has(part.text)) return;
      last = line + step;
      continue;
    }
    if (Math.abs(line - last) > BLANKS_BETWEEN_PARTS) return;
    last = line;
    const own = totals.has(line) ? [0, 2] : [0, 1];
    for (const kind of own) {
      runs[kind]!.parts.push(part);
      runs[kind]!.sum += part.value;
    }
    for (const kind of own) {
      const { parts, sum } = runs[kind]!;
      const same = kind > 0 && parts.length === all!.parts.length;
      if (parts.length >= 2 && !same && near(sum, value, 6)) yield { of: parts.map((p) => axis.lineOf(p)), worth: worthOf(value, parts, 1 + kind) };
    }
    // Sums that only grow do not come back to the cell's number.
    if (!negative && runs.every(({ sum }, kind) => sum > value + 1e-6 || (kind === 2 && totals.size === 0))) return;
  }
}

function* strided(axis: SumAxis, { byLine, negative }: CrossList, atom: Atom, step: number): Iterable<Run> {
  for (const stride of STRIDES) {
    const parts: Atom[] = [];
    let sum = 0;
    for (let k = 1; k < LONGEST_STRIDE; k++) {
      const part = byLine.get(axis.lineOf(atom) + step * stride * k);
      if (!part || !axis.counts(part)) break;
      parts.push(part);
      sum += part.value;
      if (parts.length >= 2 && near(sum, atom.value!, 6)) yield { of: parts.map((p) => axis.lineOf(p)), worth: worthOf(atom.value!, parts, STRIDE_CHOICES) };
      if (!negative && sum > atom.value! + 1e-6) break;
    }
  }
}

/** What it is worth that the parts add up to a number, out of so many ways to choose them. */
export function worthOf(value: number, parts: readonly (Atom | undefined)[], choices: number): number {
  if (parts.filter((part) => part?.value !== 0).length < 2) return ONE_PART;
  return Math.min(CERTAIN, Math.log(Math.max(3, Math.abs(value)))) - Math.log(choices);
}
