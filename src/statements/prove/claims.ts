import { say } from "../../messages";
import { numberText, percentText, roundHalfUp, sameNumber } from "../../values/numbers";
import { subjectNamed, type Subject } from "../read/subjects";
import { numeralValue } from "../text/numerals";
import type { Line } from "../text/lines";
import { placeOf, type Measure } from "../text/measures";
import { progressOf, type Progress } from "./progress";
import type { Reader } from "./reader";
import { agrees, contradicts, unknown, type Proof } from "./statement";

/** 中小型社区活动人次的完成率已超过六成; 电访、入户探访完成率均达80%以上. */
const LEVEL = /(?<=^|[，。；：])(?:其中|而|但)?([一-鿿、]{2,30}?)(?:的)?(?:完成率|完成比例|完成百分比|完成度)(?:也|已|均|仍|尚|仅|都|分别|全部)*(超过|突破|高于|达到?|不足|未达到?|未满|低于|不到|未超过)(?:了)?([一二三四五六七八九]成(?:半|[一二三四五六七八九])?|一半|半数|\d+(?:\.\d+)?%)/gu;
/** 除入户探访外，附件1所列片区服务指标均已达到协议要求. */
const EXCEPT = /除([一-鿿、]{2,30}?)(?:以外|之外|外)，[^。；]{0,24}指标[^，。；]{0,6}(?:均|都|全部)(?:已)?(?:达到|完成|达成|达标|超额)/gu;
/** 入户探访完成率为82.55%，未达协议量; 电访未达到协议要求. */
const REACHED = /(?<=^|[，。；：])(?:其中|而|但|仅)?([一-鿿、]{2,30}?)(?:的)?(?:完成率(?:仅|仅?为|达|仅达)?([\d.]+)%，)?(?:均|都|仍|尚|暂)*(未能?(?:达到?|完成|达成)(?:年度)?(?:协议|指标)(?:量|要求|数|指标)?)(?!的)/gu;
/** 电访量为协议量的0.90倍. */
const MULTIPLE = /(?<=^|[，。；：、])(?:其中|而)?([一-鿿]{2,16}?)(?:完成)?(?:数|量)?(?:约)?(?:为|是|达到?|相当于)(?:其)?(?:协议|指标|目标)(?:量|数|要求)?的$/u;
/** 电访完成率高于入户探访完成率. */
const HIGHER = /(?<=^|[，。；：])(?:其中|而|但)?([一-鿿]{2,14}?)(?:的)?完成率(?:明显|略|远)?(高于|低于|优于|不及|不如)([一-鿿]{2,14}?)(?:的)?(?:完成率)?(?=[，。；]|$)/gu;

/** Words about indicators (超过, 不足, 除…外, …倍, 高于) against what was done of their targets. */
export function proveClaims(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : [...levels(line, reader), ...exceptions(line, reader), ...reached(line, reader), ...multiples(line, reader), ...comparisons(line, reader)]));
}

/** The indicators that a list of names means; null where one of them is not understood. */
function subjectsOf(names: string): Subject[] | null {
  const subjects: Subject[] = [];
  for (const name of names.split(/、|以及|[和与及]/u)) {
    const subject = subjectNamed(name, subjects.at(-1) ?? null);
    if (!subject) return null;
    subjects.push(subject);
  }
  return subjects.length > 0 ? subjects : null;
}

/** 七成 → 0.7, 九成五 → 0.95, 一半 → 0.5, 70% → 0.7. */
function shareOf(words: string): number {
  if (words.endsWith("%")) return Number(words.slice(0, -1)) / 100;
  if (!words.includes("成")) return 0.5;
  const rest = words.slice(2);
  return (numeralValue(words[0]!)! + (rest === "半" ? 0.5 : rest === "" ? 0 : numeralValue(rest)! / 10)) / 10;
}

function measuresAt(line: Line, start: number, end: number, reader: Reader): Measure[] {
  return reader.measuresOf(line).filter(({ token }) => token.start >= start && token.end <= end);
}

function levels(line: Line, reader: Reader): Proof[] {
  return [...line.text.matchAll(LEVEL)].flatMap((match): Proof[] => {
    const [written, names, word, level] = match;
    const known = (subjectsOf(names!) ?? []).map((subject) => progressOf(subject, reader));
    const place = placeOf(line, { start: match.index, end: match.index + written.length });
    const measures = measuresAt(line, match.index, match.index + written.length, reader);
    const told = { kind: "level", subject: names!, place };
    // 达92.9% states the rate itself.
    if (/^达到?$/u.test(word!) && level!.endsWith("%")) return [];
    if (known.length === 0 || known.some((one) => one === null)) return [];
    const share = shareOf(level!);
    const isBelow = /不足|未|低于|不到/u.test(word!);
    // Just so much is doubtful in every wording.
    const keeps = ({ rates }: Progress): boolean => rates.some((rate) => sameNumber(rate, share) || (isBelow ? rate < share : rate > share));
    const odd = (known as Progress[]).find((one) => !keeps(one));
    const witnesses = (known as Progress[]).flatMap((one) => one.witnesses);
    if (!odd) return [agrees(measures, { ...told, witnesses })];
    return [contradicts(measures, { ...told, witnesses: odd.witnesses }, { rule: "report-claim", severity: "warning", actual: `${word}${level}`, expected: percentText(odd.rates[0]!), message: say("statement-level", { written: `${word}${level}`, name: odd.name, rate: percentText(odd.rates[0]!) }) })];
  });
}

/** What is excepted from those that were reached must not have been reached itself. */
function exceptions(line: Line, reader: Reader): Proof[] {
  return [...line.text.matchAll(EXCEPT)].flatMap((match): Proof[] => {
    const known = (subjectsOf(match[1]!) ?? []).map((subject) => progressOf(subject, reader));
    if (known.length === 0 || known.some((one) => one === null)) return [];
    const told = { kind: "except", subject: "except", place: placeOf(line, { start: match.index, end: match.index + match[0].length }) };
    const odd = (known as Progress[]).find(({ rates }) => rates.every((rate) => rate >= 1));
    if (!odd) return [agrees([], { ...told, witnesses: (known as Progress[]).flatMap(({ witnesses }) => witnesses) })];
    return [contradicts([], { ...told, witnesses: odd.witnesses }, { rule: "report-claim", severity: "warning", actual: match[1]!, expected: "", message: say("statement-excepted", { written: match[0], name: odd.name, rate: percentText(odd.rates[0]!) }) })];
  });
}

/** What is said not to have reached its target. What is said to have reached it may be meant by the time gone by, and is left alone. */
function reached(line: Line, reader: Reader): Proof[] {
  return [...line.text.matchAll(REACHED)].flatMap((match): Proof[] => {
    const [, names, rate, word] = match;
    const known = (subjectsOf(names!) ?? []).map((subject) => progressOf(subject, reader));
    if (known.length === 0 || known.some((one) => one === null)) return [];
    const odd = (known as Progress[]).find(({ rates }) => rates.every((one) => one >= 1));
    const start = match.index + match[0].length - word!.length;
    const told = { kind: "reached", subject: names!, place: placeOf(line, { start, end: start + word!.length }), witnesses: (odd ? [odd] : known as Progress[]).flatMap(({ witnesses }) => witnesses) };
    if (!odd) return [agrees([], told)];
    // The rate beside it is wrong, and told of by itself.
    if (rate !== undefined && Number(rate) < 100) return [unknown([], told)];
    return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: word!, expected: "", message: say("statement-level", { written: word!, name: odd.name, rate: percentText(odd.rates[0]!) }) })];
  });
}

function multiples(line: Line, reader: Reader): Proof[] {
  return reader.measuresOf(line).flatMap((measure): Proof[] => {
    const { token, sentence } = measure;
    const name = token.unit === "倍" ? MULTIPLE.exec(line.text.slice(sentence.start, token.start))?.[1] : undefined;
    const subject = name === undefined ? null : subjectNamed(name);
    const known = subject && progressOf(subject, reader);
    if (!known || token.bound !== "exact") return [];
    const told = { kind: "multiple", subject: known.name, witnesses: known.witnesses };
    const [right] = known.rates.map((rate) => roundHalfUp(rate, token.decimals));
    if (known.rates.some((rate) => sameNumber(roundHalfUp(rate, token.decimals), token.value))) return [agrees([measure], told)];
    const expected = `${token.decimals > 0 ? right!.toFixed(token.decimals) : numberText(right!)}倍`;
    return [contradicts([measure], told, { rule: "report-rate", severity: "error", actual: `${token.text}倍`, expected, message: say("statement-multiple", { written: `${token.text}倍`, name: known.name, right: expected }) })];
  });
}

function comparisons(line: Line, reader: Reader): Proof[] {
  return [...line.text.matchAll(HIGHER)].flatMap((match): Proof[] => {
    const [one, other] = [match[1]!, match[3]!].map((name) => subjectNamed(name)).map((subject) => subject && progressOf(subject, reader));
    if (!one || !other) return [];
    const told = { kind: "comparison", subject: match[2]!, place: placeOf(line, { start: match.index, end: match.index + match[0].length }), witnesses: [...one.witnesses, ...other.witnesses] };
    const isHigher = /高于|优于/u.test(match[2]!);
    const fits = one.rates.some((a) => other.rates.some((b) => (isHigher ? a > b : a < b)));
    if (fits || one.rates.some((a) => other.rates.some((b) => sameNumber(roundHalfUp(a, 4), roundHalfUp(b, 4))))) return [(fits ? agrees : unknown)([], told)];
    return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: match[2]!, expected: "", message: say("statement-higher", { written: match[2]!, first: one.name, second: other.name, one: percentText(one.rates[0]!), other: percentText(other.rates[0]!) }) })];
  });
}
