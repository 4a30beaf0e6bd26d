import type { SheetAtoms } from "./atoms";
import { CERTAIN, chance, MISS } from "./chance";
import { allWords, headsOf, wordWeight, type LearnedHeads } from "./learned";
import { AGAINST, COMMON_SHAPES, FORMULA, INFORMATIVE, MOST_NONES, MOST_OF_A_LINE, MOST_OF_OTHERS, OWN_SHAPES, SHARE_OF_OTHERS } from "./limits";
import { sampleOf, type Line } from "./lines";
import { amount, formulaShapes, isAlong, shows, speaks, valueShapes, type Shape } from "./shapes";
import type { Atom, Form, LineStats } from "./types";

/** A shape tried on a line, with what speaks for it there and elsewhere on the sheet. */
export interface Candidate {
  readonly line: Line;
  readonly shape: Shape;
  readonly heads: string;
  /** Evidence of the line itself. */
  readonly own: number;
  readonly score: number;
  readonly stats: LineStats;
}

type FormOf = (atom: Atom) => Form | undefined;
type Weighed = Pick<Candidate, "line" | "shape" | "own"> & { readonly stats: Omit<LineStats, "holds" | "fails" | "named"> };

const NONE = Math.log(2);

/** Every line with every shape that formulas, values or other lines of the sheet propose, weighed; the best first. */
export function candidatesOn(sheet: SheetAtoms, sheets: readonly SheetAtoms[], lines: readonly Line[], formOf: FormOf, learned: LearnedHeads): Candidate[] {
  const { shapes, proposals, common } = proposalsOf(sheet, lines, formOf);
  const weighed = lines.flatMap((line): Weighed[] => {
    const keys = new Set([...proposals.get(line)!, ...common.filter((key) => isAlong(shapes.get(key)!, line.across))]);
    return [...keys].flatMap((key) => weigh(line, shapes.get(key)!, sheets, formOf) ?? []);
  });
  const elsewhere = byShape(weighed);
  return weighed.map((one): Candidate => {
    const { weight, holds, fails } = elsewhere.get(one.shape.key)!;
    const first = one.line.cells[0]!;
    const heads = headsOf(sheet, first, one.shape, one.line.across);
    // A shape speaks for other lines only where it holds on most of those it can be tried on: among thousands of percentages it fits some by accident.
    const others = fails > holds ? 0 : Math.max(0, Math.min(MOST_OF_OTHERS, weight - Math.min(MOST_OF_A_LINE, Math.max(0, one.own))));
    return {
      ...one, heads,
      score: one.own + SHARE_OF_OTHERS * others - 2 * Math.log(Math.max(1, one.shape.span)) + learned.weight(heads) + wordWeight(heads),
      stats: { ...one.stats, holds, fails, named: /[%％]/.test(sheet.headOf(first.top, first.left, one.line.across)) }
    };
  }).sort((a, b) => b.score - a.score);
}

/** The shapes that each line's formulas and values vote for, and those that most lines of the sheet do. */
function proposalsOf(sheet: SheetAtoms, lines: readonly Line[], formOf: FormOf) {
  const shapes = new Map<string, Shape>();
  const proposals = new Map<Line, string[]>();
  const everywhere = new Map<string, number>();
  for (const line of lines) {
    const votes = new Map<string, number>();
    const vote = (shape: Shape, weight: number): void => {
      if (!shapes.has(shape.key)) shapes.set(shape.key, shape);
      votes.set(shape.key, (votes.get(shape.key) ?? 0) + weight);
    };
    for (const atom of line.cells) for (const shape of formulaShapes(atom, formOf(atom), line.across)) vote(shape, FORMULA);
    for (const atom of sampleOf(line.cells)) for (const [shape, weight] of valueShapes(atom, sheet, line.across)) vote(shape, weight);
    const best = topOf(votes, OWN_SHAPES);
    proposals.set(line, best);
    for (const key of best) everywhere.set(key, (everywhere.get(key) ?? 0) + Math.min(MOST_OF_A_LINE, votes.get(key)!));
  }
  return { shapes, proposals, common: topOf(everywhere, COMMON_SHAPES) };
}

function topOf(votes: ReadonlyMap<string, number>, most: number): string[] {
  return [...votes].sort((a, b) => b[1] - a[1]).slice(0, most).map(([key]) => key);
}

function byShape(weighed: readonly Weighed[]): Map<string, { weight: number; holds: number; fails: number }> {
  const found = new Map<string, { weight: number; holds: number; fails: number }>();
  for (const { shape, own, stats: { matched, missed, formulas } } of weighed) {
    const known = found.get(shape.key) ?? { weight: 0, holds: 0, fails: 0 };
    found.set(shape.key, known);
    if (own > 0) {
      known.weight += Math.min(MOST_OF_A_LINE, own);
      known.holds++;
    } else if (matched + missed > 0 && formulas === 0) known.fails++;
  }
  return found;
}

/** What the cells of a line say for and against a shape; null where none says anything. */
function weigh(line: Line, shape: Shape, sheets: readonly SheetAtoms[], formOf: FormOf): Weighed | null {
  let own = 0, matched = 0, informative = 0, missed = 0, formulas = 0, nones = 0;
  const pairs = new Set<string>();
  if (isAccidentalShare(line, shape, formOf)) return null;
  for (const atom of line.cells) {
    const form = formOf(atom);
    const says = speaks(atom, shape, form);
    if (says) {
      formulas++;
      own += FORMULA;
    } else if (form?.kind === "quotient") own -= AGAINST;
    const shown = shows(atom, shape, sheets);
    if (shown === "match") {
      matched++;
      const pair = [shape.done, shape.target].map((offsets) => amount(atom, offsets, sheets)).join("/");
      // The same numbers again prove nothing new.
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      const odds = chance(atom.value! / shape.scale, atom.decimals + (shape.scale === 100 ? 2 : 0));
      // That a formula gives what it says is no second witness.
      if (!says) own += Math.log(1 / odds);
      if (odds <= INFORMATIVE) informative++;
    } else if (shown === "deviant" && !says) {
      missed++;
      // A formula that divides other cells shows something else: one slip, not two.
      if (form?.kind !== "quotient") own -= MISS;
    } else if (shown === "none" && nones++ < MOST_NONES) own += NONE;
  }
  return matched + missed + formulas === 0 ? null : { line, shape, own, stats: { matched, informative, missed, formulas } };
}

/** A target that stays where it is needs two formulas in other rows that name it: the one of its own row says as well that it moves, a single other one slipped. */
function isAccidentalShare(line: Line, shape: Shape, formOf: FormOf): boolean {
  const fixed = shape.target.find((place) => place.fixed);
  if (!fixed) return false;
  const elsewhere = line.cells.filter((atom) => (line.across ? atom.left !== fixed.column : atom.top !== fixed.row) && speaks(atom, shape, formOf(atom)));
  return elsewhere.length < 2;
}

/** The conditions, besides the odds, under which a shape is believed on its line. `echo`: it is known from other lines alone. */
export function isAcceptable({ score, shape, stats, heads }: Candidate, learned: LearnedHeads, echo: boolean): boolean {
  const { matched, informative, missed, formulas, holds, fails, named } = stats;
  if (score < CERTAIN || (matched + formulas === 0 && !echo)) return false;
  if (formulas > 0) return true;
  // Numbers alone must agree nearly everywhere; those that agree by 100% or 0% do not outweigh one that does not.
  const outweighed = missed * 2 > matched || (missed > 0 && informative < 2 * missed && holds < 3 && !allWords(heads));
  if (!echo && outweighed) return false;
  // A single cell that only others vouch for: none of them may contradict, or its heads must be theirs.
  if (matched === 1 && fails > 0 && learned.weight(heads) === 0) return false;
  // A number without a percent sign is a rate only by many witnesses: prices and index numbers are quotients as well.
  return shape.scale === 1 || holds >= 3 || named || (missed === 0 && informative >= 6);
}

/** A line whose own numbers say nothing (all "/", one wrong card) but whose shape and heads are proven on others. */
export function isEcho({ stats: { matched, formulas, missed, holds, fails }, score, heads }: Candidate, learned: LearnedHeads): boolean {
  if (matched + formulas > 0 || missed > 1 || learned.weight(heads) === 0) return false;
  return (holds >= 3 && fails === 0 && score > 2 * CERTAIN) || allWords(heads);
}
