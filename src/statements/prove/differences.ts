import { say } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** What says how far two numbers of the sentence are apart. */
const DIFFERENCE = /(增加|减少|超出|尚差|尚欠|净增|净减|相差|缺口|较协议多|较协议少)(?:了|为)?$/u;

/** Differences of two numbers of a sentence, and bounds that the number beside them does not keep. */
export function proveDifferences(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure, index, all) => [...difference(measure, all), ...bound(measure, all[index + 1])])));
}

function difference(measure: Measure, all: readonly Measure[]): Proof[] {
  const { token } = measure;
  const word = DIFFERENCE.exec(measure.before)?.[1];
  if (word === undefined || token.bound !== "exact") return [];
  const unit = token.unit === "个百分点" ? "%" : token.unit;
  const others = all.filter((one) => one.group === measure.group && one.token.end <= token.start && one.token.unit === unit && one.token.bound === "exact" && !DIFFERENCE.test(one.before));
  const told = { kind: "difference", subject: word };
  const apart = (a: Measure, b: Measure): number => roundHalfUp(Math.abs(a.token.value - b.token.value), 4);
  const pair = others.flatMap((a, i) => others.slice(i + 1).filter((b) => sameNumber(apart(a, b), token.value)).map((b) => [a, b] as const))[0];
  if (pair) return [agrees([measure], { ...told, witnesses: pair.map(sentenceWitness) })];
  const [first, second, third] = others;
  // 接案数较协议少9个: the agreement's number need not stand in the sentence.
  if (!first || !second || third || word.startsWith("较协议") || [first, second].some(({ behind }) => /^(?:服务)?片区|^社工点|^社区|^村/u.test(behind))) return [unknown([measure], told)];
  const right = numberText(apart(first, second));
  return [contradicts([measure], { ...told, witnesses: [first, second].map(sentenceWitness) }, {
    rule: "report-rate", severity: "warning", actual: printed(measure), expected: right, message: say("statement-difference", { written: printed(measure), first: printed(first), second: printed(second), right })
  })];
}

/** 新培育志愿者超过80名，实际登记86名: what was reached is not below what it is said to exceed. */
function bound(measure: Measure, next: Measure | undefined): Proof[] {
  const { token, sentence } = measure;
  if (token.bound !== "least" || !next || next.sentence !== sentence || next.token.unit !== token.unit || next.token.bound !== "exact" || !/^实际/u.test(next.before)) return [];
  const told = { kind: "bound", subject: "bound", witnesses: [sentenceWitness(next)] };
  if (next.token.value >= token.value) return [agrees([measure], told)];
  return [contradicts([measure], told, { rule: "report-parts", severity: "warning", actual: printed(measure), expected: "", message: say("statement-bound", { written: printed(measure), actual: printed(next) }) })];
}
