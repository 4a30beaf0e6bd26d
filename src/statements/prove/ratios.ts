import { say } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** 占发放数216份的96.30%, 达本片区指标8个的50.00%, 为协议量875人次的0.69倍: the base stands just before. */
const BASE_BEFORE = /(?:占|为|达|完成|相当于)[^，。；（）]{0,16}$/u;
/** Rates whose two numbers stand beside them. */
const NAMED = /(回收率|满意率|执行率|达成率|达标率|持证率|实现率|点亮率|签到率)(?:仅|达|为|是|达到|也)*$/u;
/** 占支出的, 占总支出比例为: the base is the number of that name. */
const OF_NAMED = /占(?:本期|总)*(支出|预算|宣传报道总数|总数)(?:总额|金额)?(?:的|比例为|的比例为|比例达)$/u;

/** Rates and multiples of two numbers that the same sentence names. */
export function proveRatios(reader: Reader): Proof[] {
  return [...products(reader), ...rates(reader)];
}

function rates(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((rate, index, all): Proof[] => {
    const { token } = rate;
    if ((token.unit !== "%" && token.unit !== "倍") || token.bound !== "exact") return [];
    const sentence = all.filter((one) => one.sentence === rate.sentence && one !== rate && one.token.unit !== "%" && one.token.unit !== "倍" && !isFactor(one));
    return withBase(rate, all[index - 1], sentence) ?? afterTarget(rate, all[index - 1], all[index - 2]) ?? named(rate, sentence) ?? inBrackets(rate, all[index - 1], sentence) ?? [];
  })));
}

/** 应达630小时（105人次×6小时）; 平均每个小组8.2节. */
function products({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure, index, all) => {
    const next = all[index + 1];
    const whole = all[index - 1];
    if (next && whole && line.text.slice(measure.token.end, next.token.start) === "×" && whole.token.unit === next.token.unit && /^（$/u.test(line.text.slice(whole.token.end, measure.token.start))) {
      const told = { kind: "product", subject: whole.token.unit, witnesses: [measure, next].map(sentenceWitness) };
      const right = numberText(measure.token.value * next.token.value);
      if (sameNumber(measure.token.value * next.token.value, whole.token.value)) return [agrees([whole], told), agrees([measure], told)];
      return [contradicts([whole, measure], { ...told, witnesses: [whole, measure, next].map(sentenceWitness) }, {
        rule: "report-rate", severity: "warning", actual: printed(whole), expected: `${right}${whole.token.unit}`, message: say("statement-product", { whole: printed(whole), parts: `${printed(measure)}×${printed(next)}`, right: `${right}${whole.token.unit}` })
      })];
    }
    return average(measure, all);
  })));
}

function average(measure: Measure, all: readonly Measure[]): Proof[] {
  const [, classifier, noun] = /(?:平均)?每(个|节|场|次)?(小组|个案|节|场|次)$/u.exec(measure.before) ?? [];
  const per = classifier !== undefined && classifier !== "个" ? classifier : noun;
  if (per === undefined || measure.token.decimals === 0 || measure.token.bound !== "exact" && !/平均/u.test(measure.before)) return [];
  const own = all.filter((one) => one.line === measure.line && one.token.end < measure.token.start && measure.token.start - one.token.end < 60 && one.token.decimals === 0);
  const total = own.filter((one) => one.token.unit === measure.token.unit).pop();
  const counts = own.filter((one) => one.token.unit === (per === "小组" || per === "个案" ? "个" : per));
  // 接案24个，结案14个，平均每个个案5.46节: of one of them.
  const count = counts.find((one) => total && sameNumber(roundHalfUp(total.token.value / one.token.value, measure.token.decimals), measure.token.value)) ?? (counts.length === 1 ? counts[0] : undefined);
  if (!total || !count || count.token.value === 0) return [];
  const told = { kind: "average", subject: per, witnesses: [total, count].map(sentenceWitness) };
  const right = roundHalfUp(total.token.value / count.token.value, measure.token.decimals);
  if (sameNumber(right, measure.token.value)) return [agrees([measure], told)];
  const expected = `${right.toFixed(measure.token.decimals)}${measure.token.unit}`;
  return [contradicts([measure], told, { rule: "report-rate", severity: "warning", actual: printed(measure), expected, message: say("statement-ratio", { part: printed(total), base: printed(count), rate: printed(measure), expected }) })];
}

/** 105人次×6小时: what is multiplied is no number of its own. */
function isFactor({ line, token }: Measure): boolean {
  return line.text[token.end] === "×" || line.text[token.start - 1] === "×" || /每人次$/u.test(line.text.slice(Math.max(0, token.start - 3), token.start));
}

function fits(part: Measure, base: Measure, { token }: Measure): boolean {
  return base.token.value > 0 && sameNumber(roundHalfUp((part.token.value / base.token.value) * (token.unit === "%" ? 100 : 1), token.decimals), token.value);
}

function withBase(rate: Measure, base: Measure | undefined, sentence: readonly Measure[]): Proof[] | null {
  if (!base || !sentence.includes(base) || !/^的$/u.test(rate.line.text.slice(base.token.end, rate.token.start)) || !BASE_BEFORE.test(base.before)) return null;
  const parts = sentence.filter((one) => one.group === rate.group && one.token.end <= base.token.start - base.before.length + 1 && one.token.start < base.token.start && one !== base && sameUnit(one, base)).reverse();
  return parts.length === 0 ? null : told(rate, parts, base, true);
}

function named(rate: Measure, sentence: readonly Measure[]): Proof[] | null {
  const name = NAMED.exec(rate.before)?.[1];
  const of = OF_NAMED.exec(rate.line.text.slice(rate.sentence.start, rate.token.start))?.[1];
  if (of !== undefined) {
    const base = sentence.find((one) => one.token.end <= rate.token.start && new RegExp(`${of}(?:总额|金额)?$`, "u").test(one.before));
    const part = sentence.filter((one) => one.token.end <= rate.token.start && one !== base).pop();
    return base && part && sameUnit(part, base) ? told(rate, [part], base, true) : null;
  }
  if (name === undefined) return null;
  if (name === "满意率") {
    const asked = sentence.find((one) => /^(?:中有|接受|参与)/u.test(one.behind) || /(?:受访的?|调查共?|回收)$/u.test(one.before));
    const content = sentence.find((one) => one !== asked && /表示满意|满意的/u.test(one.before + one.behind));
    return asked && content && sameUnit(asked, content) ? told(rate, [content], asked, true) : null;
  }
  for (const unit of new Set(sentence.map((one) => one.token.unit))) {
    const same = sentence.filter((one) => one.token.unit === unit && one.token.bound === "exact");
    const right = same.flatMap((part) => same.filter((base) => base !== part && fits(part, base, rate)).map((base) => ({ part, base })))[0];
    if (right) return told(rate, [right.part], right.base, true);
  }
  // Two numbers of one kind and no third: which of them is the base, the rate's name or its size tells.
  const near = sentence.filter((one) => one.group === rate.group && one.token.end <= rate.token.start && !/(?:多|少|超出?|差|增加?|减少?)(?:了)?$/u.test(one.before)).slice(-2);
  const [first, second] = near;
  if (!first || !second || [first, second].some(({ before, behind }) => /[未不]$/u.test(before) || /^(?:尚|仍)?[未不]/u.test(behind)) || !sameUnit(first, second) || sentence.filter((one) => sameUnit(one, first)).length !== 2 || [first, second].some(({ token }) => token.bound !== "exact")) return null;
  const [part, base] = name === "达标率" && /应/u.test(first.before) || name !== "达标率" ? [second, first] : [first, second];
  return told(rate, [part], base, true);
}

const TARGET_LEAD = /(?:目标|指标|协议|计划|应)[一-鿿]{0,4}$/u;

/** 目标4000次/完成4216次/105.40%; 目标接案45→实接46（102.22%）. */
function afterTarget(rate: Measure, done: Measure | undefined, target: Measure | undefined): Proof[] | null {
  if (!done || !target || [done, target].some(({ token, sentence }) => token.bound !== "exact" || sentence !== rate.sentence)) return null;
  const { text } = rate.line;
  const isWritten = TARGET_LEAD.test(target.before) && /^(?:[/→]|[，、](?=实|完成))(?:实|实际|完成|已)?[一-鿿]{0,4}$/u.test(text.slice(target.token.end, done.token.start)) && /^(?:[/（]|，完成率)$/u.test(text.slice(done.token.end, rate.token.start));
  return isWritten && (done.token.unit === target.token.unit || target.token.unit === "" || done.token.unit === "") ? told(rate, [done], target, true) : null;
}

/** 征集296个，实现282个（95.27%）. */
function inBrackets(rate: Measure, part: Measure | undefined, sentence: readonly Measure[]): Proof[] | null {
  if (!rate.bracketed || !part || rate.line.text.slice(part.token.end, rate.token.start) !== "（" || rate.line.text[rate.token.end] !== "）") return null;
  const base = sentence[sentence.indexOf(part) - 1];
  if (!base || !sameUnit(part, base) || !/征集|发放|协议|应|计划/u.test(base.before)) return null;
  return told(rate, [part], base, true);
}

function sameUnit(a: Measure, b: Measure): boolean {
  return a.token.unit === b.token.unit;
}

function told(rate: Measure, parts: readonly Measure[], base: Measure, sure: boolean): Proof[] {
  const about = { kind: "ratio", subject: rate.before.slice(-6).replace(/\d/gu, "") };
  const right = parts.find((part) => fits(part, base, rate));
  if (right) return [agrees([rate], { ...about, witnesses: [right, base].map(sentenceWitness) })];
  const [part] = parts;
  if (!sure || part!.token.bound !== "exact" || base.token.bound !== "exact") return [unknown([rate], about)];
  const { decimals, unit } = rate.token;
  const value = roundHalfUp((part!.token.value / base.token.value) * (unit === "%" ? 100 : 1), decimals);
  const expected = `${decimals > 0 ? value.toFixed(decimals) : numberText(value)}${unit}`;
  return [contradicts([rate], { ...about, witnesses: [part!, base].map(sentenceWitness) }, {
    rule: "report-rate", severity: "error", actual: printed(rate), expected, message: say("statement-ratio", { part: printed(part!), base: printed(base), rate: printed(rate), expected })
  })];
}
