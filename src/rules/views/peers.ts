import type { Arithmetic, Judgement } from "../../judgement/arithmetic";
import type { CellAddress } from "../../workbook";

/** The judged cells that do the same in the same table: rates with rates, totals with totals. */
export interface Peers {
  /** How many hold a formula. */
  readonly formulas: number;
  /** How many show a number, and those of them that compute it. */
  readonly numbers: number;
  readonly computed: readonly Judgement[];
  /** Columns of several numbers none of which is computed: typed as a whole. */
  readonly typedColumns: ReadonlySet<number>;
  /** Of those that should show a number, how many are filled in and which are blank. */
  readonly filled: number;
  readonly missing: readonly Judgement[];
  /** Those whose own formulas are proved right and may be copied, row by row and each row from left to right. */
  readonly proved: readonly (readonly Judgement[])[];
}

const known = new WeakMap<Arithmetic, ReadonlyMap<string, Peers>>();

/** The peers of a judged cell, itself among them. */
export function peersOf(arithmetic: Arithmetic, judgement: Judgement): Peers {
  let groups = known.get(arithmetic);
  if (!groups) {
    groups = groupsOf(arithmetic);
    known.set(arithmetic, groups);
  }
  return groups.get(groupOf(judgement))!;
}

/** Does another cell that does the same hold a formula? */
export function formulasBeside(arithmetic: Arithmetic, judgement: Judgement): boolean {
  return peersOf(arithmetic, judgement).formulas > (judgement.reading.formula === null ? 0 : 1);
}

/** Of the other peers whose formulas are right the nearest ones, the nearest first. */
export function nearestProved(arithmetic: Arithmetic, judgement: Judgement, count: number): Judgement[] {
  const { proved } = peersOf(arithmetic, judgement);
  const { at } = judgement.meaning;
  const found: { peer: Judgement; distance: number }[] = [];
  let below = firstFrom(proved, (row) => row[0]!.meaning.at.row >= at.row);
  let above = below - 1;
  while (above >= 0 || below < proved.length) {
    const toAbove = above < 0 ? Infinity : at.row - proved[above]![0]!.meaning.at.row;
    const toBelow = below >= proved.length ? Infinity : proved[below]![0]!.meaning.at.row - at.row;
    if (found.length >= count && Math.min(toAbove, toBelow) * ROW > found[count - 1]!.distance) break;
    const row = toAbove < toBelow ? proved[above--]! : proved[below++]!;
    const right = firstFrom(row, (peer) => peer.meaning.at.column >= at.column);
    for (const peer of row.slice(Math.max(0, right - count), right + count + 1)) {
      if (peer !== judgement) found.push({ peer, distance: distance(peer.meaning.at, at) });
    }
    found.sort((a, b) => a.distance - b.distance);
  }
  return found.slice(0, count).map(({ peer }) => peer);
}

/** A row further away counts as so many columns: the template repeats by row. */
const ROW = 100;

function distance(a: CellAddress, b: CellAddress): number {
  return Math.abs(a.row - b.row) * ROW + Math.abs(a.column - b.column);
}

function groupsOf({ judgements }: Arithmetic): ReadonlyMap<string, Peers> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const group = groups.get(groupOf(judgement));
    if (group) group.push(judgement);
    else groups.set(groupOf(judgement), [judgement]);
  }
  return new Map([...groups].map(([key, all]) => [key, summary(all)]));
}

function summary(all: readonly Judgement[]): Peers {
  const formulas = all.filter(({ reading }) => reading.formula !== null);
  const due = all.filter(({ stated }) => typeof stated === "number");
  const missing = due.filter(({ reading }) => reading.kind === "blank");
  const numbers = all.filter(({ reading }) => reading.number !== null);
  return {
    formulas: formulas.length,
    numbers: numbers.length,
    computed: formulas.filter(({ reading }) => reading.number !== null),
    typedColumns: typedColumns(numbers),
    filled: due.length - missing.length,
    missing,
    proved: byRow(formulas.filter(({ reading, verdict }) => verdict?.state === "right" && !reading.array))
  };
}

/** So many typed numbers below one another, and no formula, were not typed over formulas. */
const TYPED_BELOW_ONE_ANOTHER = 3;

function typedColumns(numbers: readonly Judgement[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { reading, meaning: { at } } of numbers) counts.set(at.column, reading.formula === null ? (counts.get(at.column) ?? 0) + 1 : -Infinity);
  return new Set([...counts].filter(([, count]) => count >= TYPED_BELOW_ONE_ANOTHER).map(([column]) => column));
}

function groupOf({ meaning: { at, role, table, block = "", inputs } }: Judgement): string {
  return `${at.sheet}\u0000${table}\u0000${block}\u0000${role}${role === "total" ? directionOf(at, inputs) : ""}`;
}

/** A total of what stands above it does not do the same as one of what stands beside it. */
function directionOf(at: CellAddress, inputs: readonly CellAddress[]): "down" | "across" | "apart" {
  if (inputs.every(({ column }) => column === at.column)) return "down";
  return inputs.every(({ row }) => row === at.row) ? "across" : "apart";
}

function byRow(judgements: readonly Judgement[]): Judgement[][] {
  const rows: Judgement[][] = [];
  for (const judgement of [...judgements].sort(({ meaning: { at: a } }, { meaning: { at: b } }) => a.row - b.row || a.column - b.column)) {
    const row = rows[rows.length - 1];
    if (row && row[0]!.meaning.at.row === judgement.meaning.at.row) row.push(judgement);
    else rows.push([judgement]);
  }
  return rows;
}

/** The index of the first item from which on the condition holds. */
function firstFrom<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
