import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { isDifference, meanOf, type Derived } from "../read/derivations";
import { fitsUnit, witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { roleOf } from "../read/roles";
import { isSlip, isTypedFor } from "./slips";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";
import { gapsOf } from "./gaps";

/** Numbers that a sentence derives from others: what is lacking or beyond, means, shares. Nothing is said of one that any two numbers near it give. */
export function proveDerived(reader: Reader): Proof[] {
  return reader.lines.flatMap((line, index) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure): Proof[] => {
    if ((measure.token.bound !== "exact" && !(measure.token.bound === "about" && meanOf(measure))) || measure.token.unit === "倍") return [];
    const near = () => reader.lines.slice(Math.max(0, index - 2), index).flatMap((one) => (one.isNote ? [] : reader.measuresOf(one)));
    if (measure.token.unit === "%") return shareOf(measure, reader, near);
    if (isDifference(measure)) return differenceOf(measure, reader, near);
    return averageOf(measure, reader, near);
  })));
}

function sentenceOf({ line, sentence }: Measure, reader: Reader): readonly Measure[] {
  return reader.measuresOf(line).filter((one) => one.sentence === sentence);
}

/** What two numbers are apart, and what is lacking of a target: 开案82个，结案70个，未结12个; 电访还差21人次. */
function differenceOf(measure: Measure, reader: Reader, near: () => readonly Measure[]): Proof[] {
  const { token, line, group } = measure;
  const unit = token.unit === "个百分点" ? "%" : token.unit;
  const isKind = (one: Measure): boolean => one !== measure && one.token.unit !== "" && fitsUnit(one.token.unit, unit) && (one.token.unit === "%") === (unit === "%");
  const own = reader.measuresOf(line);
  const gaps = gapsOf(measure, reader);
  const pool = [...near(), ...own].filter(isKind);
  const apart = apartIn(pool, token);
  const right = [...gaps.sure, ...gaps.maybe, ...apart].find(({ value }) => states(token, round(value)));
  if (right) return [agrees([measure], { kind: "derived", subject: "difference", witnesses: right.witnesses })];
  const before = own.filter((one) => one.group === group && one.token.end <= token.start && isKind(one) && one.token.unit === unit && !one.bracketed && !isDifference(one));
  const between = before.length === 2 && comparesTwo(measure) && before.every((one) => one.token.decimals >= token.decimals) && isPair(before as [Measure, Measure], measure) ? [{ value: Math.abs(before[0]!.token.value - before[1]!.token.value), witnesses: before.map(sentenceWitness) }] : [];
  const sure = gaps.sure.length > 0 ? gaps.sure : between;
  if (sure.length === 0 || new Set(sure.map(({ value }) => round(value))).size > 1) {
    if (cellsApart(measure, reader).some(({ value }) => states(token, round(value)))) return [];
    const sentence = sentenceOf(measure, reader).filter(isKind);
    const slips = slipsIn(token, [[apart, pool.length], [apartIn(sentence, token), sentence.length]]);
    return slips.length > 0 && new Set(slips.map(({ value }) => round(value))).size === 1 ? told(measure, slips[0]!) : [];
  }
  return told(measure, sure[0]!);
}

/** 开案82个，结案70个，未结12个; what was to be done and what was; else only where a slip tells that they are meant. */
function isPair([first, second]: readonly [Measure, Measure], { before, token }: Measure): boolean {
  return (/未结/u.test(before) && /[开接]案/u.test(first.before) && /结案/u.test(second.before)) || /相差|极差/u.test(before) || roleOf(first) === "target" || roleOf(second) === "target" || /应/u.test(first.before) || isTypedFor(token.value, Math.abs(first.token.value - second.token.value), token.step);
}

/** What any two of the numbers are apart, no coarser than the difference is told. */
function apartIn(pool: readonly Measure[], { decimals }: Measure["token"]): Derived[] {
  const precise = pool.filter(({ token }) => token.decimals >= decimals || Number.isInteger(token.value));
  return precise.flatMap((a, i) => precise.slice(i + 1).map((b): Derived => ({ value: Math.abs(a.token.value - b.token.value), witnesses: [a, b].map(sentenceWitness) })));
}

/** What the cells of the rows that the line names are apart, from each other and from those of other rows. */
function cellsApart({ line }: Measure, reader: Reader): Derived[] {
  return reader.mentionsOf(line).flatMap(({ rows }) => rows.filter((one) => one.rows.length === 1).flatMap(({ found, rows: [row] }) => [...row!.cells].flatMap(([column, cell]) => {
    const others = [...row!.cells.values(), ...[...found.grid.rows, ...found.grid.sums].flatMap((other) => other.cells.get(column) ?? [])];
    return others.filter((other) => other !== cell && other.isPercent === cell.isPercent).map((other): Derived => ({ value: Math.abs(other.value - cell.value), witnesses: [cell, other].map((one) => witnessOf(one, found)) }));
  })));
}

/** 比片区1多, 较去年增加: of something that is not told beside it. */
function comparesTwo({ line, token, group }: Measure): boolean {
  const clause = line.text.slice(Math.max(group.start, line.text.lastIndexOf("，", token.start - 1)), token.start);
  return !/前者|后者|(?:比|较|与|距|离)(?!最|前者)/u.test(clause) && !/上一?(?:年|期)|去年/u.test(clause);
}

/** Of more numbers any can be made. */
const MOST_NEAR = 6;
const PERSONS = /[人名位]/u;

/** Those of which the number is a slip; `from` is how many numbers they were made of. */
function slipsIn({ value: written, decimals }: Measure["token"], made: readonly (readonly [readonly Derived[], number])[]): Derived[] {
  return made.flatMap(([all, from]) => all.filter(({ value }) => value > 0 && isTyped(written, roundHalfUp(value, decimals), decimals, from <= MOST_NEAR)));
}

/** Could a hand that meant the one have typed the other? Only where chance is unlikely: the more numbers there are to make it of, the longer it must be. */
function isTyped(actual: number, expected: number, decimals: number, isNear: boolean): boolean {
  const times = 10 ** decimals;
  const [a, b] = [roundHalfUp(actual * times, 0), roundHalfUp(expected * times, 0)];
  const slip = isSlip(a, b);
  return (slip === "transposed" && a >= (isNear ? 100 : 1000)) || (slip === "digit" && isNear && a >= 1000);
}

function told(measure: Measure, { value, witnesses }: Derived): Proof[] {
  const { token } = measure;
  const times = roundHalfUp(token.step * 10 ** token.decimals, 0);
  const number = roundHalfUp(value / times, Math.max(token.decimals, Number.isInteger(round(value / times)) ? 0 : 1));
  const right = `${token.decimals > 0 ? number.toFixed(token.decimals) : numberText(number)}${times === 10_000 ? "万" : ""}${token.unit}`;
  return [contradicts([measure], { kind: "derived", subject: `derived ${token.unit}`, witnesses }, { rule: "report-rate", severity: "warning", actual: printed(measure), expected: right, message: say("statement-derived", { written: printed(measure), right }) })];
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** 组均45.62人次, 人均服务居民766人（服务居民16852人）: the total by the count that the sentence gives last. */
function averageOf(measure: Measure, reader: Reader, near: () => readonly Measure[]): Proof[] {
  const counted = meanOf(measure);
  if (!counted) return [];
  const { token } = measure;
  const own = reader.measuresOf(measure.line).filter((one) => one !== measure);
  const pool = [...near(), ...own];
  const right = meansOf(pool, token).find(({ value }) => states(token, value));
  if (right) return [agrees([measure], { kind: "derived", subject: "mean", witnesses: right.witnesses })];
  const inGroup = own.filter((one) => one.group === measure.group && one.token.bound === "exact");
  const isSecond = inGroup.some((one) => one.token.end <= measure.token.start && meanOf(one) !== null);
  const total = isSecond ? [] : inGroup.filter((one) => one.token.unit === token.unit && one.token.value > token.value && !meanOf(one) && !/平均|每/u.test(one.before));
  const here = inGroup.filter((one) => counted.includes(one.token.unit) && one.token.end <= measure.token.start);
  // 应提交208份，实际提交202份。材料累计2364页，平均每份11.7页: of the count told last.
  const far = own.filter((one) => counted.includes(one.token.unit) && one.token.bound === "exact" && one.token.end <= measure.token.start && !isDifference(one) && one.token.decimals === 0).slice(-1);
  const counts = here.length === 0 && token.decimals > 0 ? far : here;
  // 人均: the persons may be told elsewhere.
  const isOwn = total.length === 1 && counts.length === 1 && total[0] !== counts[0] && (!PERSONS.test(counted[0]!) || isTypedFor(token.value, total[0]!.token.value / counts[0]!.token.value, token.step));
  if (!isOwn) {
    const slips = slipsIn(token, [[meansOf(pool, token), pool.length]]);
    return slips.length > 0 && new Set(slips.map(({ value }) => roundHalfUp(value, token.decimals))).size === 1 ? told(measure, { ...slips[0]!, value: roundHalfUp(slips[0]!.value, token.decimals) }) : [];
  }
  return told(measure, { value: roundHalfUp(total[0]!.token.value / counts[0]!.token.value, token.decimals), witnesses: [total[0]!, counts[0]!].map(sentenceWitness) });
}

/** What each number of the unit makes by each other. */
function meansOf(pool: readonly Measure[], { unit }: Measure["token"]): Derived[] {
  return pool.filter((one) => one.token.unit === unit).flatMap((total) => pool.filter((count) => count !== total && count.token.value > 0 && count.token.unit !== "%").map((count): Derived => ({ value: total.token.value / count.token.value, witnesses: [total, count].map(sentenceWitness) })));
}

const PRECISE = 2;

/** A share to two decimals that no two numbers give, and one pair would but for a slip. */
function shareOf(measure: Measure, reader: Reader, near: () => readonly Measure[]): Proof[] {
  const { token } = measure;
  // 比中期的90.00%提高5.00个百分点: what it is compared with is told nowhere.
  if (/(?:比|较|与|同|由|从)[^，。；\d]{1,10}$/u.test(measure.line.text.slice(measure.group.start, token.start))) return [];
  // The target of an indicator may be told nowhere.
  if (token.decimals < PRECISE || token.value <= 0 || /完成率|百分比|协议|指标/u.test(measure.line.text.slice(Math.max(measure.group.start, token.start - 24), token.start))) return [];
  const isCount = (one: Measure): boolean => one.token.unit !== "%" && one.token.unit !== "" && one.token.unit !== "个百分点" && one.token.bound === "exact" && one.token.value > 0;
  const own = reader.measuresOf(measure.line).filter(isCount);
  const pairs = (pool: readonly Measure[]): Derived[] => pool.flatMap((a) => pool.filter((b) => b !== a && fitsUnit(a.token.unit, b.token.unit)).flatMap((b) => [a.token.value / b.token.value, (a.token.value - b.token.value) / b.token.value, a.token.value / (b.token.value - a.token.value)].map((value): Derived => ({ value: value * 100, witnesses: [a, b].map(sentenceWitness) }))));
  const all = pairs([...near().filter(isCount), ...own]);
  if (all.some(({ value }) => states(token, Math.abs(value))) || isPrinted(measure, reader)) return [];
  const inSentence = sentenceOf(measure, reader).filter(isCount);
  const slips = slipsIn(token, [[all, MOST_NEAR + 1], [pairs(inSentence), inSentence.length]]);
  const values = new Set(slips.map(({ value }) => roundHalfUp(value, token.decimals)));
  return values.size === 1 ? told(measure, { ...slips[0]!, value: [...values][0]! }) : [];
}

/** Does a table, or another sentence, print the rate? */
function isPrinted({ token: { value }, line: own }: Measure, { tables, lines, measuresOf }: Reader): boolean {
  return lines.some((line) => line !== own && measuresOf(line).some(({ token }) => token.unit === "%" && token.value === value)) || tables.some(({ grid }) => [...grid.rows, ...grid.sums].some(({ cells }) => [...cells.values()].some((cell) => cell.isPercent && cell.value === value)));
}
