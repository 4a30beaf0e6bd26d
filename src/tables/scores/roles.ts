import { meanOf, trimmedMean } from "../../values/exact";
import { USUAL_POINTS } from "../../values/party";
import { roundHalfUp, sameNumber } from "../../values/numbers";
import { writtenDecimals } from "../../values/text";
import { addressKey } from "../../workbook";
import type { Reading } from "../types";
import { eachOnce, type Grid, type GridLine } from "./grid";
import { gradeWord, headWord, itemOf, periodWord, pointsIn, type HeadWord } from "./words";

/** One evaluation of a table: of several side by side (中期 and 末期, several stations) each has its own. Fields by their place in the grid. */
export interface Series {
  /** "" where the table holds one only. */
  readonly label: string;
  /** Experts, or areas, whose scores are averaged. */
  readonly judges: readonly number[];
  readonly deduction: number | null;
  readonly score: number | null;
  readonly converted: number | null;
}

/** What each field of a score table is. */
export interface Roles {
  readonly standard: number | null;
  /** Shares of the items: 0.55 or 55%. */
  readonly weight: number | null;
  /** 得分率 of the first evaluation. */
  readonly rate: number | null;
  readonly series: readonly Series[];
  /** Fields of numbers that are none of these. */
  readonly unread: readonly number[];
}

/** Fields of numbers that say nothing of scores. */
const NO_SCORE = /排名|名次|序号|编号|日期|时间|年度$|人数|次数|电话/;

interface Field {
  readonly index: number;
  readonly head: string;
  readonly word: HeadWord | null;
  readonly period: string | null;
  /** What the items' lines hold. */
  readonly cells: readonly Reading[];
  readonly numbers: readonly (number | null)[];
}

/** How a relation between fields holds over the lines; `telling` matches are those that chance would hardly give. */
export interface Support {
  readonly matches: number;
  readonly misses: number;
  readonly telling: number;
}

/** Holds in three lines at least and fails in a third at most: what fails then is a mistake of its cell and not of our reading. */
export function isProven({ matches, misses, telling }: Support, least = 3): boolean {
  return matches >= least && telling >= Math.min(least, 2) && misses * 2 <= matches;
}

/** What every field of the grid is: words propose, the values decide. */
export function findRoles(grid: Grid): Roles {
  const lines = grid.lines.filter(({ kind }) => kind === "item");
  const fields = grid.fields.map(({ head, heads }, index): Field => {
    const cells = lines.map((line) => line.cells[index]!);
    return { index, head, word: headWord(head), period: periodWord(heads.join(" ")), cells, numbers: cells.map(({ number }) => number) };
  });
  let rest = fields.filter((field) => isFilled(grid, field) && !NO_SCORE.test(field.head));
  const take = (field: Field | null): number | null => {
    if (field) rest = rest.filter((other) => other !== field);
    return field?.index ?? null;
  };
  const gaps = rest.filter((field) => isGap(field, rest));
  rest = rest.filter((field) => !gaps.includes(field));
  const weight = take(rest.find(isShare) ?? null);
  const standard = take(findStandard(rest, lines));
  // 满分 100 of every item, beside what each counts, is what 百分制 means.
  rest = rest.filter(({ word, numbers }) => word !== "standard" || numbers.some((number) => number !== null && number !== 100));
  const points = standard === null ? lines.map(({ name }) => pointsIn(name)) : fields[standard]!.numbers;
  const rate = take(rest.find((field) => isRate(field, rest, points)) ?? null);
  const weights = weight === null ? null : fields[weight]!.numbers;
  const graded = rest.filter(({ index }) => hasGrade(grid, index));
  if (graded.length > 1 && rest.every((field) => field.word === "mean" || graded.includes(field))) return { standard, weight, rate, series: eachGraded(graded), unread: indices([...rest.filter((field) => !graded.includes(field)), ...gaps]) };
  const periods = new Set(rest.map(({ period }) => period));
  const groups = periods.size > 1 && !periods.has(null) ? [...periods].map((period) => rest.filter((field) => field.period === period)) : [rest];
  const found = groups.map((group) => seriesOf(group, { points, weights }, lines));
  return {
    standard, weight, rate,
    series: found.flatMap(({ series }, i) => (groups.length > 1 ? series.map((one) => ({ ...one, label: one.label || groups[i]![0]!.period! })) : series)),
    unread: [...found.flatMap(({ unread }) => unread), ...indices(gaps)]
  };
}

/** 增减: what two evaluations lie apart, small beside both, is no score. */
function isGap(field: Field, fields: readonly Field[]): boolean {
  if (field.word === "deduction") return false;
  const others = fields.filter((other) => other !== field && other.word !== "deduction");
  return others.some((a) => others.some((b) => {
    const both = (i: number): [number, number] | null => (a === b || a.numbers[i] == null || b.numbers[i] == null ? null : [a.numbers[i], b.numbers[i]]);
    const support = supportOf(field, (i) => { const pair = both(i); return pair && pair[1] - pair[0]; }, (i) => field.numbers[i] !== 0);
    return isProven(support) && field.numbers.every((number, i) => { const pair = both(i); return number === null || !pair || Math.abs(number) * 2 <= Math.min(...pair); });
  }));
}

/** What has a grade of its own is an evaluation, and no expert's scores: a list of stations or of years, with their mean beside them. */
function hasGrade({ lines }: Grid, index: number): boolean {
  return lines.some(({ kind, cells }) => {
    const own = cells[index]!;
    const isShared = cells.some((other, i) => i !== index && addressKey(other.at) === addressKey(own.at));
    return kind === "grade" && !isShared && gradeWord(own.text.replace(/\s/g, "")) !== null;
  });
}

function eachGraded(fields: readonly Field[]): Series[] {
  const periods = new Set(fields.map(({ period }) => period));
  const byPeriod = periods.size === fields.length && !periods.has(null);
  return fields.map(({ index, head, period }) => ({ label: byPeriod ? period! : head, judges: [], deduction: null, score: index, converted: null }));
}

/** Numbers in a third of the items' lines; where its head says what they are, in one line. */
function isFilled(grid: Grid, { index, numbers, word }: Field): boolean {
  const count = numbers.filter((number) => number !== null).length;
  const inSums = grid.lines.some(({ kind, cells }) => kind !== "item" && cells[index]!.number !== null);
  return word === null ? count > 0 && count * 3 >= numbers.length : count > 0 || inSums;
}

/** Percentages of one, or numbers below one under a head that says so. */
function isShare({ cells, word }: Field): boolean {
  const filled = cells.filter(({ number }) => number !== null);
  const sum = filled.reduce((total, { number }) => total + number!, 0);
  return filled.length >= 2 && filled.every(({ number, text }) => number! > 0 && number! <= 1 && (word === "weight" || text.includes("%"))) && sum > 0.5 && sum < 1.5;
}

/** The field of the points that each item can reach. */
function findStandard(fields: readonly Field[], lines: readonly GridLine[]): Field | null {
  const usual = lines.map(({ name }) => USUAL_POINTS[itemOf(name) as keyof typeof USUAL_POINTS] ?? null);
  const known = fields.map((field) => ({ field, hits: usual.filter((points, i) => points !== null && field.numbers[i] === points).length }));
  const best = known.reduce<(typeof known)[number] | null>((most, one) => (one.hits > (most?.hits ?? 2) ? one : most), null);
  if (best) return best.field;
  const candidates = [...fields.filter(({ word }) => word === "standard"), ...fields.filter(({ word }) => word === "weight"), ...fields.filter(addsUpToHundred)];
  return candidates.find((field) => bounds(field, fields)) ?? null;
}

/** Whole numbers that make 100. */
function addsUpToHundred({ numbers }: Field): boolean {
  const filled = numbers.filter((number) => number !== null);
  return filled.length >= 3 && filled.every((number) => number! > 0 && Number.isInteger(number! * 2)) && filled.reduce((sum, number) => sum + number!, 0) === 100;
}

/** Of the other fields of scores at least one stays below it but for single lines; where there is none nothing speaks against it. */
function bounds(field: Field, fields: readonly Field[]): boolean {
  const others = fields.filter((other) => other !== field);
  return others.length === 0 || others.some((other) => staysBelow(other.numbers, field.numbers));
}

function staysBelow(numbers: readonly (number | null)[], points: readonly (number | null)[]): boolean {
  const above = numbers.filter((number, i) => number !== null && points[i] != null && number > points[i]).length;
  const both = numbers.filter((number, i) => number !== null && points[i] != null).length;
  return above * 3 <= both;
}

/** What the items count: their points, and their shares of all. */
interface Counts {
  readonly points: readonly (number | null)[];
  readonly weights: readonly (number | null)[] | null;
}

/** 得分率: percentages under that word, or that are another field's quotient by the points. */
function isRate(field: Field, fields: readonly Field[], points: readonly (number | null)[]): boolean {
  if (field.word === "rate") return true;
  if (!field.cells.every(({ number, text }) => number === null || text.includes("%"))) return false;
  return fields.some((score) => score !== field && isProven(supportOf(field, (i) => (score.numbers[i] == null || !points[i] ? null : score.numbers[i] / points[i]), () => true, 2)));
}

function seriesOf(fields: readonly Field[], { points, weights }: Counts, lines: readonly GridLine[]): { series: Series[]; unread: number[] } {
  const single = (parts: Partial<Series>): Series => ({ label: "", judges: [], deduction: null, score: null, converted: null, ...parts });
  const deducted = findDeduction(fields, points);
  if (deducted) {
    const rest = fields.filter((field) => field !== deducted.deduction && field !== deducted.score);
    const converted = rest.find(({ word }) => word === "converted") ?? null;
    return { series: [single({ deduction: deducted.deduction.index, score: deducted.score.index, converted: converted?.index ?? null })], unread: indices(rest.filter((field) => field !== converted)) };
  }
  const judged = findJudges(fields, lines);
  const left = fields.filter((field) => !judged || (field !== judged.mean && !judged.judges.includes(field)));
  if (judged) {
    const converted = left.find((field) => field.index > judged.mean.index) ?? null;
    return { series: [single({ judges: indices(judged.judges), score: judged.mean.index, converted: converted?.index ?? null })], unread: indices(left.filter((field) => field !== converted)) };
  }
  const [first, second] = left;
  if (!first) return { series: [], unread: [] };
  if (!second) return { series: [single({ [first.word === "converted" ? "converted" : "score"]: first.index })], unread: [] };
  const converted = left.find(({ word }) => word === "converted") ?? (left.length === 2 && isConverted(first, second, { points, weights }) ? second : null);
  if (converted) {
    const score = left.find((field) => field !== converted && field.word === "score") ?? left.find((field) => field !== converted)!;
    return { series: [single({ score: score.index, converted: converted.index })], unread: indices(left.filter((field) => field !== score && field !== converted)) };
  }
  const beside = left.filter((field) => staysBelow(field.numbers, points));
  return { series: beside.map((field) => single({ label: beside.length > 1 ? field.head : "", score: field.index })), unread: indices(left.filter((field) => !beside.includes(field))) };
}

function indices(fields: readonly Field[]): number[] {
  return fields.map(({ index }) => index);
}

/** 标准分 − 扣分 = 得分: by the head, or by the values, where the larger of the two is the score. */
function findDeduction(fields: readonly Field[], points: readonly (number | null)[]): { deduction: Field; score: Field } | null {
  const named = fields.find(({ word }) => word === "deduction");
  const scored = fields.filter((field) => field !== named && field.word !== "judge" && field.word !== "converted");
  if (named) {
    const score = scored.find((field) => isDifference(points, named, field)) ?? (scored.length === 1 ? scored[0]! : null);
    return score ? { deduction: named, score } : null;
  }
  for (const [i, a] of fields.entries()) {
    for (const b of fields.slice(i + 1)) {
      if (isDifference(points, a, b)) return sum(a) < sum(b) ? { deduction: a, score: b } : { deduction: b, score: a };
    }
  }
  return null;
}

function isDifference(points: readonly (number | null)[], deduction: Field, score: Field): boolean {
  return isProven(supportOf(score, (i) => (points[i] == null || deduction.numbers[i] == null ? null : points[i] - Math.abs(deduction.numbers[i])), (i) => deduction.numbers[i] !== 0));
}

function sum({ numbers }: Field): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}

/** Fields whose mean another gives: 专家1 … 专家5 and 平均分. Their words, or the values of three lines, say so. */
function findJudges(fields: readonly Field[], lines: readonly GridLine[]): { judges: Field[]; mean: Field } | null {
  const named = fields.filter(({ word }) => word === "judge");
  if (named.length >= 2) {
    const after = fields.filter((field) => field.index > named[named.length - 1]!.index);
    const mean = after.find(({ word }) => word === "mean") ?? after.find((field) => isMean(named, field)) ?? null;
    return mean ? { judges: named, mean } : null;
  }
  for (const mean of fields.filter((_, i) => i >= 2)) {
    const before = fields.filter((field) => field.index < mean.index);
    if (before.length >= 2 && (isMean(before, mean) || (mean.word === "mean" && areAlike(before, lines)))) return { judges: before, mean };
  }
  return null;
}

function isMean(judges: readonly Field[], mean: Field): boolean {
  const inputs = (i: number): number[] => numbersOf(judges.map((judge) => judge.cells[i]!));
  const differ = (i: number): boolean => new Set(inputs(i)).size > 1;
  return [meanOf, trimmedMean].some((kind) => isProven(supportOf(mean, (i) => kind(inputs(i)), differ)));
}

/** Scores of the same items: the numbers of each line are of one size. */
function areAlike(fields: readonly Field[], lines: readonly GridLine[]): boolean {
  return lines.every((_, i) => {
    const numbers = numbersOf(fields.map((field) => field.cells[i]!));
    return numbers.length === 0 || Math.max(...numbers) <= 2 * Math.min(...numbers);
  });
}

export function numbersOf(cells: readonly Reading[]): number[] {
  return eachOnce(cells).flatMap(({ number }) => (number === null ? [] : [number]));
}

/** The second field repeats the first, or the mean of the lines that share its cell (评分 | 得分), or is it times what the item counts, in most lines. */
function isConverted(first: Field, second: Field, { points, weights }: Counts): boolean {
  if (first.word === "own" || second.word === "own") return false;
  const shared = (i: number): number[] => second.cells.flatMap(({ at }, j) => (at.row === second.cells[i]!.at.row && at.column === second.cells[i]!.at.column ? [first.numbers[j] ?? NaN] : []));
  const times = (by: number | null | undefined, i: number): number | null => (by == null || first.numbers[i] == null ? null : first.numbers[i] * by);
  const results = [(i: number) => meanOf(shared(i)), (i: number) => times(weights?.[i], i), (i: number) => times(points[i] == null ? null : points[i] / 100, i)];
  return results.some((result) => isProven(supportOf(second, result, () => true)));
}

/** How often the field holds what `expected` gives for a line, at the precision that the field shows. */
export function supportOf(field: Pick<Field, "cells">, expected: (line: number) => number | null, tells: (line: number) => boolean, decimals = decimalsOf(field.cells)): Support {
  let [matches, misses, telling] = [0, 0, 0];
  field.cells.forEach(({ number }, i) => {
    const right = expected(i);
    if (number === null || right === null || !Number.isFinite(right)) return;
    if (!sameAt(number, right, decimals)) misses++;
    else {
      matches++;
      if (tells(i)) telling++;
    }
  });
  return { matches, misses, telling };
}

/** The decimals that scores of a field are shown with: one where none shows more, otherwise two (R3). */
export function decimalsOf(cells: readonly Reading[]): number {
  return Math.max(0, ...cells.map(({ number, text }) => (number === null ? 0 : writtenDecimals(text)))) === 1 ? 1 : 2;
}

export function sameAt(a: number, b: number, decimals: number): boolean {
  return sameNumber(roundHalfUp(a, decimals), roundHalfUp(b, decimals));
}
