import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { roleOf } from "../read/roles";
import { isDifference } from "../read/derivations";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** 两项相加，…共触达2030人次; 大型及中小型社区活动合计服务2166人次. */
const BOTH = /(?:两项|两类|两者|二者|两段)(?:相加|合计|加起来)|[一-鿿]{2,6}[及和与][一-鿿]{2,8}(?:合计|共计|总计|相加)/u;
const SUM = /(?:合计|共计|总计|共|总共)[^，。；\d]{0,4}$/u;

/** What the two numbers of the sentences before it make together, where there are just two of the kind. */
export function proveBoth(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : reader.measuresOf(line).flatMap((sum, index, all): Proof[] => {
    const { token, sentence } = sum;
    if (token.bound !== "exact" || token.unit === "" || token.unit === "%" || !SUM.test(sum.before) || reader.isElsewhere(sum) || !BOTH.test(line.text.slice(sentence.start, token.start))) return [];
    const isPart = (one: Measure): boolean => one.token.unit === token.unit && one.token.bound === "exact" && !one.bracketed && roleOf(one) === "done" && !relationOf(one) && !isDifference(one);
    const parts = all.slice(0, index).filter(isPart);
    if (parts.length < 2 || reader.areaWords.all(line.text.slice(parts[0]!.sentence.start, token.start)).length > 0 && parts.length > 2) return [];
    const told = { kind: "sum", subject: `both ${token.unit}` };
    const pair = parts.flatMap((a, i) => parts.slice(i + 1).filter((b) => roundHalfUp(a.token.value + b.token.value, 4) === token.value).map((b) => [a, b]))[0];
    if (pair) return [agrees([sum], { ...told, witnesses: pair.map(sentenceWitness) })];
    if (parts.length !== 2) return [];
    const right = numberText(roundHalfUp(parts[0]!.token.value + parts[1]!.token.value, 4));
    return [contradicts([sum], { ...told, witnesses: parts.map(sentenceWitness) }, { rule: "report-parts", severity: "warning", actual: printed(sum), expected: printed(sum).replace(token.text, right), message: say("statement-parts", { whole: printed(sum), parts: parts.map(printed).join("＋"), sum: right }) })];
  })));
}
