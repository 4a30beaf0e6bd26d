import { say } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { meanOf } from "../read/derivations";
import { printed, type Measure } from "../text/measures";
import { fitsUnit } from "./quantities";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** 解决率为75%, 活跃率40.00%: the word of the rate names the part. */
const RATE = /([一-鿿]{2})率(?:仅|约|为|达到?|是)*$/u;
const OTHER_RATE = /完成|增长|满意|执行|支出|使用|达标|稳岗|结案|知晓|回收|到岗|到账/u;
const RETENTION = /稳岗率(?:刚好|仅)?(?:为|达到?|是)*$/u;
const MISSING = /^(?:尚|还)?(?:缺|差|少交)(?:了)?$/u;
const AVERAGE = /(?:人均|场均|月均|平均每[一-鿿]{1,4})$/u;
const PERSONS = "人名位";

/** Rates, averages and what is missing, of the two numbers that the sentence gives for them. */
export function proveNamedRates({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure, index, all) => {
    if (measure.token.bound !== "exact" || measure.bracketed) return [];
    const before = all.slice(0, index).filter((one) => one.sentence === measure.sentence && !one.bracketed && one.token.bound === "exact" && one.token.unit !== "%" && relationOf(one) === null);
    return measure.token.unit === "%" ? [...ofName(measure, before), ...ofPosts(measure, before)] : [...missing(measure, before), ...(isOfCounted(measure, all) ? [] : average(measure, before, all))];
  })));
}

/** 形成议题16个，已解决12个，解决率为75%: only where the sentence has no third number of the kind. */
function ofName(rate: Measure, before: readonly Measure[]): Proof[] {
  const name = RATE.exec(rate.before)?.[1];
  const part = name === undefined || OTHER_RATE.test(name) ? undefined : before.filter((one) => one.before.includes(name)).at(-1);
  const same = part ? before.filter((one) => fitsUnit(one.token.unit, part.token.unit) && one.token.unit !== "") : [];
  return part && same.length === 2 && same[1] === part ? ratio(rate, part, same[0]!) : [];
}

/** 10个协议岗位中，6个月均在岗的有8人，稳岗率刚好达到80.00%; 十七名社工…，以二十名计，稳岗率85%. */
function ofPosts(rate: Measure, before: readonly Measure[]): Proof[] {
  if (!RETENTION.test(rate.before)) return [];
  const isPosts = ({ token, behind, before: words }: Measure): boolean => (token.unit === "个" && /^(?:协议|核定)?岗位/u.test(behind)) || (PERSONS.includes(token.unit) && /^计/u.test(behind) && /[以按]$/u.test(words));
  const [base, more] = before.filter((one) => one.token.unit !== "" && isPosts(one));
  const retained = before.filter((one) => one.token.unit !== "" && PERSONS.includes(one.token.unit) && one !== base);
  return base && !more && retained.length === 1 ? ratio(rate, retained[0]!, base) : [];
}

function ratio(rate: Measure, part: Measure, base: Measure): Proof[] {
  const told = { kind: "ratio", subject: rate.before.slice(-4), witnesses: [part, base].map(sentenceWitness) };
  if (base.token.value === 0 || part.token.value > base.token.value) return [];
  const right = roundHalfUp((part.token.value / base.token.value) * 100, rate.token.decimals);
  if (sameNumber(right, rate.token.value)) return [agrees([rate], told)];
  const expected = `${right.toFixed(rate.token.decimals)}%`;
  return [contradicts([rate], told, { rule: "report-rate", severity: "error", actual: printed(rate), expected, message: say("statement-ratio", { part: printed(part), base: printed(base), rate: printed(rate), expected }) })];
}

/** 应提交208份，实际提交202份，缺6份. */
function missing(measure: Measure, before: readonly Measure[]): Proof[] {
  const same = before.filter((one) => one.token.unit === measure.token.unit);
  const [due, done] = same;
  if (!MISSING.test(measure.before) || same.length !== 2 || !/应/u.test(due!.before + due!.line.text.slice(due!.sentence.start, due!.token.start)) || !/实际|实/u.test(done!.before)) return [];
  const right = due!.token.value - done!.token.value;
  const told = { kind: "difference", subject: "missing", witnesses: [due!, done!].map(sentenceWitness) };
  if (sameNumber(right, measure.token.value)) return [agrees([measure], told)];
  return [contradicts([measure], told, { rule: "report-rate", severity: "error", actual: printed(measure), expected: `${numberText(right)}${measure.token.unit}`, message: say("statement-apart", { written: printed(measure), first: printed(due!), second: printed(done!), right: `${numberText(right)}${measure.token.unit}` }) })];
}

const MOST = 2000;

/** The line says of how many it is the mean. */
function isOfCounted(measure: Measure, all: readonly Measure[]): boolean {
  const units = meanOf(measure) ?? [];
  return all.some(({ token }) => token.end <= measure.token.start && units.includes(token.unit));
}

/** 共372小时，人均39.2小时: no number of persons, halves taken in, gives it. */
function average(measure: Measure, before: readonly Measure[], all: readonly Measure[]): Proof[] {
  const { token } = measure;
  const same = before.filter((one) => one.token.unit === token.unit);
  const [total] = same;
  if (!AVERAGE.test(measure.before) || token.decimals === 0 || token.value === 0 || same.length !== 1 || total!.token.decimals > 0 || total!.token.value < token.value || !/共|累计|合计|总/u.test(total!.before)) return [];
  // 以平均20.17名计人均72.5小时: of no whole number.
  if (all.some((one) => one.sentence === measure.sentence && one !== total && one !== measure && one.token.value > 0 && sameNumber(roundHalfUp(total!.token.value / one.token.value, token.decimals), token.value))) return [];
  const near = total!.token.value / token.value;
  const told = { kind: "average", subject: "average", witnesses: [sentenceWitness(total!)] };
  for (let halves = Math.max(1, Math.floor(near * 2) - 2); halves <= Math.min(MOST, Math.ceil(near * 2) + 2); halves++) {
    if (sameNumber(roundHalfUp((total!.token.value / halves) * 2, token.decimals), token.value)) return [agrees([measure], told)];
  }
  if (near > MOST / 2 - 2) return [];
  return [contradicts([measure], told, { rule: "report-rate", severity: "warning", actual: printed(measure), expected: "", message: say("statement-average-whole", { written: printed(measure), total: printed(total!), of: numberText(roundHalfUp(near, 2)) }) })];
}
