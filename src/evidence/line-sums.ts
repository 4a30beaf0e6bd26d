import { normalise } from "../values/text";
import { near, type SheetAtoms } from "./atoms";
import { CERTAIN, MISS } from "./chance";
import { BESIDE_VOTERS, FORMULA, LINE_KNOWN, LONGEST_CROSS, MOST_CELLS_TO_ADD, MOST_TALLIES, ROUNDS_OF_SUMS, TOTAL_WORD } from "./limits";
import { crossList, type CrossList, type SumAxis } from "./sum-axis";
import { runsOf, worthOf } from "./sum-runs";
import type { Atom, Form, LineSum } from "./types";

/** A line that may be the sum of others, while its votes are counted. */
interface Tally {
  readonly line: number;
  readonly of: readonly number[];
  own: number;
  score: number;
  readonly matched: number[];
  readonly missed: number[];
  readonly byFormula: number[];
}

const TOTAL_WORDS = /[合小总共]计|汇总|总[数和体]$|^全[站街镇区部]/;

/** The rows and columns of a sheet that are sums of others, along one axis; the best first. */
export function lineSumsOf(axis: SumAxis, forms: ReadonlyMap<Atom, Form>): LineSum[] {
  const voters = votersOf(axis, forms);
  const totals = new Set<number>();
  let accepted: Tally[] = [];
  for (let round = 0; round < ROUNDS_OF_SUMS; round++) {
    const tallies = votesOf(voters, totals);
    // Small numbers add up by accident everywhere: what cannot become certain any more is dropped before it costs time.
    const hopeful = tallies.filter(({ own, of }) => own - 2 * Math.log(of.length) >= CERTAIN - LINE_KNOWN);
    for (const tally of hopeful) settle(axis, tally);
    addKnown(axis, hopeful);
    accepted = acceptedOf(hopeful);
    const before = totals.size;
    for (const { line } of accepted) totals.add(line);
    if (totals.size === before) break;
  }
  return accepted.map(({ line, of, matched, missed, byFormula, score }) => ({
    sheet: axis.sheet.index, direction: axis.across ? "across" : "down", line, of, holds: [...new Set([...matched, ...byFormula])], missed,
    formulas: byFormula.length, support: score
  }));
}

/** Whether sums are looked for by values on a sheet. */
export function byValues(sheet: SheetAtoms): boolean {
  return sheet.sheet.cells.size <= MOST_CELLS_TO_ADD;
}

/** What votes in one cross, whatever lines are known to be totals. */
interface Voters {
  readonly cross: number;
  /** The lines whose cells say by formula what they add up. */
  readonly formulas: readonly { readonly line: number; readonly of: readonly number[] }[];
  /** null where only formulas speak. */
  readonly numbers: CrossList | null;
}

function votersOf(axis: SumAxis, forms: ReadonlyMap<Atom, Form>): Voters[] {
  const values = byValues(axis.sheet);
  return [...axis.crosses].map(([cross, atoms]) => {
    const formulas: { line: number; of: readonly number[] }[] = [];
    for (const atom of atoms) {
      const form = atom.formula === null ? undefined : forms.get(atom);
      const of = form && formulaLines(axis, form, atom, cross);
      if (of && of.length > 0) formulas.push({ line: axis.lineOf(atom), of });
    }
    const numbers = values ? crossList(axis, atoms) : null;
    return { cross, formulas, numbers: numbers && numbers.list.length <= LONGEST_CROSS ? numbers : null };
  });
}

function votesOf(voters: readonly Voters[], totals: ReadonlySet<number>): Tally[] {
  const tallies = new Map<string, Tally>();
  const vote = (line: number, of: readonly number[]): Tally | null => {
    const key = `${line}=${of.join()}`;
    let tally = tallies.get(key);
    if (!tally && tallies.size < MOST_TALLIES) tallies.set(key, (tally = { line, of, own: 0, score: 0, matched: [], missed: [], byFormula: [] }));
    return tally ?? null;
  };
  for (const { cross, formulas, numbers } of voters) {
    for (const { line, of } of formulas) {
      const tally = vote(line, of);
      if (!tally) continue;
      tally.own += FORMULA;
      tally.byFormula.push(cross);
    }
    if (!numbers) continue;
    const hasTotals = totals.size > 0 && numbers.lines.some((line) => totals.has(line));
    numbers.values.forEach((value, index) => {
      if (!value) return;
      for (const { of, worth } of runsOf(numbers, index, totals, hasTotals)) {
        const tally = vote(numbers.lines[index]!, of);
        if (!tally) continue;
        tally.own += worth;
        tally.matched.push(cross);
      }
    });
  }
  return [...tallies.values()];
}

/** The lines that a cell's own formula adds up along the axis; null where it adds anything else. */
export function formulaLines(axis: SumAxis, form: Form | undefined, atom: Atom, cross: number): number[] | null {
  if (form?.kind !== "sum" || !form.parts.every((p) => p.sheet === atom.sheet && axis.crossPlace(p) === cross)) return null;
  return form.parts.map((p) => axis.linePlace(p)).filter((line) => axis.at(line, cross));
}

/** Looks at the crosses that did not vote: a text or a blank among the parts counts as nothing, anything else is a miss. */
function settle(axis: SumAxis, tally: Tally): void {
  const voters = new Set(tally.matched);
  const crossed = [...tally.matched, ...tally.byFormula];
  const [from, to] = voters.size > 1 ? [Math.min(...crossed) - BESIDE_VOTERS, Math.max(...crossed) + BESIDE_VOTERS] : [0, -1];
  for (const cross of axis.crosses.keys()) {
    const own = axis.at(tally.line, cross);
    if (voters.has(cross) || cross < from || cross > to || !axis.counts(own)) continue;
    const parts = tally.of.map((line) => axis.at(line, cross)).filter((part) => axis.counts(part));
    if (parts.length < 2 || parts.length * 2 <= tally.of.length) continue;
    const values = parts.map((part) => part!.value!);
    if (own.value !== 0 && near(values.reduce((sum, value) => sum + value, 0), own.value, 6)) {
      tally.matched.push(cross);
      tally.own += worthOf(own.value, values, 1);
    } else {
      tally.missed.push(cross);
      tally.own -= MISS;
    }
  }
  tally.score = tally.own - 2 * Math.log(tally.of.length) + (TOTAL_WORDS.test(normalise(axis.labelOf(tally.line))) ? TOTAL_WORD : 0);
}

const provenAlone = ({ score, byFormula, matched }: Tally): boolean => score >= CERTAIN && (byFormula.length > 0 || matched.length > 1);

/** The same shape, or a line of the same name, proven elsewhere on the sheet is a witness of its own. */
function addKnown(axis: SumAxis, tallies: readonly Tally[]): void {
  if (!tallies.some(provenAlone)) return;
  const known = new Map<string, number>();
  const namesOf = ({ line, of }: Tally): string[] => {
    const label = axis.labelOf(line);
    return [`shape ${of.map((each) => each - line).join()}`, ...(label === "" ? [] : [`label ${label} ${of[0]! < line}`])];
  };
  for (const tally of tallies) {
    if (!provenAlone(tally)) continue;
    for (const name of namesOf(tally)) known.set(name, Math.min(LINE_KNOWN, (known.get(name) ?? 0) + tally.own / 4));
  }
  for (const tally of tallies) {
    if (!provenAlone(tally) && tally.own > 0) tally.score += Math.max(...namesOf(tally).map((name) => known.get(name) ?? 0));
  }
}

/** What is believed, the best first; two lines cannot be each other's parts. */
function acceptedOf(tallies: readonly Tally[]): Tally[] {
  const accepted: Tally[] = [];
  const good = tallies
    .filter(({ score, byFormula, matched, missed }) => score >= CERTAIN && (byFormula.length > 0 || (matched.length > 1 && matched.length >= 2 * missed.length)))
    .sort((a, b) => b.score - a.score);
  for (const tally of good) {
    if (!accepted.some((other) => other.of.includes(tally.line) && tally.of.includes(other.line))) accepted.push(tally);
  }
  return accepted;
}
