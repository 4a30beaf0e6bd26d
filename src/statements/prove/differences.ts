import { say } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { isDifference } from "../read/derivations";
import { roleOf } from "../read/roles";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** What says how far two numbers of the sentence are apart. */
const DIFFERENCE = /(增加|增长|上升|提高|提升|减少|下降|降低|回落|超出|尚差|尚欠|净增|净减|相差|缺口|较协议多|较协议少|多出|少)(?:了|为)?$/u;
/** Which words say that the later number is the higher, and which that it is the lower. */
const UP = /^(?:增加|增长|上升|提高|提升|净增|增幅|升至|增至|增加到|上升到)/u;
const DOWN = /^(?:减少|下降|降低|回落|净减|降幅|降至|减至|减少到|下降到)/u;
/** Of an earlier evaluation: 由上期的35次, 与上一评估期的8个相比, 去年同期. */
const FORMER = /(?:上一?(?:个)?(?:评估)?(?:期|年度?|周期|次)|去年|同期|原来|原有|此前|中期)(?:末)?(?:的|为|是|完成|接案|共)*$/u;
/** How much more or less, in percent. */
const GROWTH = /(增幅|降幅|增长率|增长|下降)(?:率)?(?:达到?|约|为|了)*$/u;

/** Differences of two numbers of a sentence, which way they go and by how much, and bounds that the number beside them does not keep. */
export function proveDifferences(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure, index, all) => [...difference(measure, all), ...growth(measure, all), ...comparison(measure, all[index - 1]), ...bound(measure, all[index - 1], all[index + 1])])));
}

function difference(measure: Measure, all: readonly Measure[]): Proof[] {
  const { token } = measure;
  const word = DIFFERENCE.exec(measure.before)?.[1];
  if (word === undefined || token.bound !== "exact") return [];
  const unit = token.unit === "个百分点" ? "%" : token.unit;
  const isOther = (one: Measure): boolean => one.sentence === measure.sentence && one.token.end <= token.start && one.token.unit === unit && one.token.bound === "exact" && !DIFFERENCE.test(one.before);
  const near = all.filter((one) => one.group === measure.group && isOther(one));
  const others = near.length > 1 ? near : differentIn(all.filter(isOther));
  const told = { kind: "difference", subject: word };
  // 与上年度相差: of something that is not told beside it.
  if (/(?:与|比|较)(?:上一?(?:年|期|次|个)|去年|同期|往年|全[市区省国镇]|平均|均值|满分|标准|要求)[^\d]*$/u.test(measure.before)) return [unknown([measure], told)];
  const apart = (a: Measure, b: Measure): number => roundHalfUp(Math.abs(a.token.value - b.token.value), 4);
  const pair = others.flatMap((a, i) => others.slice(i + 1).filter((b) => sameNumber(apart(a, b), token.value)).map((b) => [a, b] as const))[0];
  if (pair) return [directionOf(measure, word, pair) ?? agrees([measure], { ...told, witnesses: pair.map(sentenceWitness) })];
  const [first, second, third] = others;
  // 接案数较协议少9个: the agreement's number need not stand in the sentence.
  if (!first || !second || third || word.startsWith("较协议") || [first, second].some(({ behind }) => /^(?:服务)?片区|^社工点|^社区|^村/u.test(behind))) return [unknown([measure], told)];
  // Numbers of two things: only those that are told as one before and after, or as asked for and done.
  const isTold = word === "相差" ? near.length === 2 : formerOf([first, second]) !== null || (!BETWEEN_TIMES.test(word) && (isFromTo(first, second) || (!NEXT_POINT.test(measure.line.text.slice(first.token.end, token.start)) && [first, second].some((one) => roleOf(one) === "target"))));
  if (!isTold) return [unknown([measure], told)];
  const right = numberText(apart(first, second));
  return [contradicts([measure], { ...told, witnesses: [first, second].map(sentenceWitness) }, {
    rule: "report-rate", severity: "warning", actual: printed(measure), expected: right, message: say("statement-difference", { written: printed(measure), first: printed(first), second: printed(second), right })
  })];
}

/** 一是…；二是…: of other things. */
const NEXT_POINT = /[二三四五六七八]是|第[二三四五六七八][，：]/u;
/** What is said of one thing at two times. */
const BETWEEN_TIMES = /^(?:增长|上升|提高|提升|下降|降低|回落|多出|少)$/u;

/** 由35次降至33次. */
function isFromTo({ before, sentence, line, token }: Measure, second: Measure): boolean {
  return /[由从][^，。；]*$/u.test(line.text.slice(sentence.start, token.start)) && /[到至][^，。；\d]{0,6}$/u.test(second.before) && before.length < 16;
}

/** The first of each value. */
function differentIn(measures: readonly Measure[]): Measure[] {
  return measures.filter((measure, i) => measures.findIndex(({ token }) => token.value === measure.token.value) === i);
}

/** Of two numbers the one of the evaluation before, and that of this one; null where the words do not tell. */
function formerOf(pair: readonly [Measure, Measure]): { readonly former: Measure; readonly now: Measure } | null {
  const former = pair.filter(({ before }) => FORMER.test(before));
  return former.length === 1 ? { former: former[0]!, now: pair.find((one) => one !== former[0])! } : null;
}

/** 由上期的35次降至本期的33次，增加2次: the word goes the other way; null where it does not. */
function directionOf(measure: Measure, word: string, pair: readonly [Measure, Measure]): Proof | null {
  const both = formerOf(pair);
  if (!both || both.former.token.value === both.now.token.value) return null;
  const isUp = both.now.token.value > both.former.token.value;
  const verb = /(升至|增至|增加到|上升到|降至|减至|减少到|下降到)[^，。；\d]{0,6}$/u.exec(both.now.before)?.[1];
  const wrong = [word, ...(verb === undefined ? [] : [verb])].find((one) => (isUp ? DOWN : UP).test(one));
  if (wrong === undefined) return null;
  const at = wrong === word ? measure : both.now;
  const from = at.token.start - at.before.length + at.before.lastIndexOf(wrong);
  const right = isUp ? say("statement-more") : say("statement-less");
  return contradicts([measure], { kind: "direction", subject: word, place: placeOf(measure.line, { start: from, end: at.token.end }), witnesses: pair.map(sentenceWitness) }, {
    rule: "report-claim", severity: "warning", actual: wrong, expected: "", message: say("statement-direction", { written: wrong, former: printed(both.former), now: printed(both.now), right })
  });
}

/** 与上一评估期的8个相比，本期接案11个，增加3个，增幅37.50%: what was added of what was there before. */
function growth(measure: Measure, all: readonly Measure[]): Proof[] {
  const { token } = measure;
  const word = token.unit === "%" && token.bound === "exact" ? GROWTH.exec(measure.before)?.[1] : undefined;
  if (word === undefined) return [];
  const told = { kind: "growth", subject: word };
  const others = all.filter((one) => one.sentence === measure.sentence && one.token.end <= token.start && one.token.unit !== "%" && one.token.bound === "exact" && !DIFFERENCE.test(one.before) && !isDifference(one));
  const pair = others.length === 2 && others[0]!.token.unit === others[1]!.token.unit ? formerOf([others[0]!, others[1]!]) : null;
  if (!pair || pair.former.token.value === 0) return [unknown([measure], told)];
  const { former, now } = pair;
  const about = { ...told, witnesses: [former, now].map(sentenceWitness) };
  const change = ((now.token.value - former.token.value) / former.token.value) * 100;
  const right = roundHalfUp(Math.abs(change), token.decimals);
  const turned = change === 0 ? null : directionOf(measure, word, [former, now]);
  if (turned) return [turned];
  if (sameNumber(right, token.value)) return [agrees([measure], about)];
  const expected = `${right.toFixed(token.decimals)}%`;
  return [contradicts([measure], about, { rule: "report-rate", severity: "error", actual: printed(measure), expected, message: say("statement-growth", { written: printed(measure), former: printed(former), now: printed(now), right: expected }) })];
}

/** 第一片区为112.44%，高于第二片区的107.91%: the word goes with the two numbers. */
function comparison(measure: Measure, previous: Measure | undefined): Proof[] {
  const { token, line } = measure;
  if (!previous || previous.sentence !== measure.sentence || previous.token.unit !== token.unit || previous.token.bound !== "exact" || token.bound !== "exact") return [];
  const match = /^[^，。；：、\d]{0,4}，(?:略|明显|远)?(高于|多于|低于|少于)[^，。；：、]{1,16}的$/u.exec(line.text.slice(previous.token.end, token.start));
  if (!match) return [];
  const word = match[1]!;
  const isHigher = /高于|多于/u.test(word);
  const start = previous.token.end + match[0].indexOf(word);
  const told = { kind: "comparison", subject: word, place: placeOf(line, { start, end: token.end }), witnesses: [previous, measure].map(sentenceWitness) };
  if (sameNumber(previous.token.value, token.value)) return [unknown([], told)];
  if (previous.token.value > token.value === isHigher) return [agrees([], told)];
  return [contradicts([], told, { rule: "report-claim", severity: "warning", actual: word, expected: "", message: say("statement-compared", { written: word, first: printed(previous), second: printed(measure) }) })];
}

/** 新培育志愿者超过80名，实际登记86名; 参与482人次，超过450人次: what was reached keeps the bound that is said of it. */
function bound(measure: Measure, previous: Measure | undefined, next: Measure | undefined): Proof[] {
  const { token, sentence } = measure;
  if ((token.bound !== "least" && token.bound !== "most") || /^的(?!要求|标准|规定)/u.test(measure.behind)) return [];
  const isSame = (one: Measure | undefined): one is Measure => one !== undefined && one.sentence === sentence && one.token.unit === token.unit && one.token.bound === "exact";
  // 每月不少于200次，实际月均173次: a demand that was not kept.
  if (/(?:不少于|不低于|至少|应|须|要求)[^，。；]*$/u.test(measure.line.text.slice(sentence.start, token.start))) return [];
  const stands = isSame(previous) && /^，(?:已|仍)?(?:超过|不足|未达|未满|超出|突破|低于|高于|少于|多于|不到)(?:了)?$/u.test(measure.line.text.slice(previous.token.end, token.start));
  const actual = stands ? previous : token.bound === "least" && isSame(next) && /^实际/u.test(next.before) ? next : null;
  if (actual === null) return [];
  const told = { kind: "bound", subject: "bound", witnesses: [sentenceWitness(actual)] };
  const isMost = token.bound === "most";
  if (isMost ? actual.token.value <= token.value : actual.token.value >= token.value) return [agrees([measure], told)];
  return [contradicts([measure], told, { rule: "report-parts", severity: "warning", actual: printed(measure), expected: "", message: say(isMost ? "statement-bound-most" : "statement-bound", { written: printed(measure), actual: printed(actual) }) })];
}
