import { say, type Sentence } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { Reader } from "./reader";
import { swapsOrDigit } from "./slips";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

/** What two or more numbers beside it would make a number. */
interface Made {
  readonly value: number;
  readonly of: readonly Measure[];
  /** They stand nearest, and nothing else could be meant. */
  readonly isNear: boolean;
  readonly kind: "difference" | "sum" | "mean" | "share" | "growth";
}

/** Beside a difference: before the number (还差, 剩余, 多, 高出), or behind it (在跟进). */
const APART = /(?:差|欠|缺|余|剩|多|少|超出?|高出?|低|增加?|减少?|提高|提升|上升|下降|降低|盈|相距|补足|未结|未完成|落后|[+＋])[^\d，。；：到至]{0,8}$/u;
const APART_BEHIND = /^[^\d，。；]{0,2}(?:在跟进|跟进中|未结|待结|未完成|结余|没有落实)/u;
const ADDED = /(?:合计|共计|总计|总共|一共|共|计|累计|相加|[=＝])[^\d，。；：]{0,4}$/u;
const MEAN = /(?:([场组人月节户次个])均|平均每?(?:个|名|位)?([场组人月节户次个])?|每(场|组|人|月|节|户|次))[^\d，。；：]{0,8}$/u;
const GROWN = /(?:增幅|降幅|增长|环比|同比|增加|下降)[^\d，。；：]{0,6}$/u;
const SHARE = /(?:占|率|比例|比重|增幅|降幅|环比)[^\d，。；：]{0,8}$/u;
/** What is asked for, and what is done of a target that need not stand beside it. */
const DEMANDED = /标准|要求|不低于|完成|达成|执行|进度|同比|由/u;
/** What each word for a mean divides by. */
const DIVISORS: Readonly<Record<string, string>> = { 场: "场次", 组: "个组", 人: "人名位", 月: "个月", 节: "节", 户: "户", 次: "次场", 个: "个" };
/** 与上年度相差: of something that is not told beside it. */
const FORMER = /(?:与|比|较)(?:上一?(?:年|期|次|个)|去年|同期|往年|全[市区省国镇])/u;
/** So many numbers of a sentence are looked at; in a longer one any number can be made of others. */
const MOST_OTHERS = 6;
/** Two numbers side by side may be of different things: a slip of a short number says too little beyond them. */
const LONG = 3;

/**
 * Numbers that the numbers beside them make but for a slip of the hand: two digits changed about, or one of them another. Nothing else explains
 * them, and their words say what they are: a difference, a sum, a mean, a share, a growth.
 */
export function proveHandSlips(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure, _, all) => slipOf(measure, all))));
}

function slipOf(measure: Measure, all: readonly Measure[]): Proof[] {
  const { token } = measure;
  if (token.bound !== "exact" || (token.unit === "" && !ADDED.test(measure.before)) || FORMER.test(measure.before)) return [];
  const made = madeBeside(measure, all);
  const told = (one: Made): { kind: string; subject: string; witnesses: ReturnType<typeof sentenceWitness>[] } => ({ kind: one.kind, subject: one.kind, witnesses: one.of.map(sentenceWitness) });
  const right = made.find(({ value }) => states(token, value));
  if (right) return [agrees([measure], told(right))];
  const slip = made.find((one) => isSlipTo(measure, one));
  if (!slip) return [];
  const expected = textOf(slip.value, measure);
  return [contradicts([measure], told(slip), { rule: slip.kind === "sum" ? "report-parts" : "report-rate", severity: "warning", actual: printed(measure), expected, message: messageOf(slip, measure, expected) })];
}

function madeBeside(measure: Measure, all: readonly Measure[]): Made[] {
  const { token, before, behind, sentence, group } = measure;
  const isExact = (one: Measure): boolean => one !== measure && one.token.bound === "exact" && one.token.unit !== "";
  const unit = token.unit === "个百分点" ? "%" : token.unit;
  const isAlike = (one: Measure): boolean => sameUnit(one.token.unit, unit);
  const inSentence = all.filter((one) => isExact(one) && one.sentence === sentence);
  const near = inSentence.filter((one) => isAlike(one) && one.group === group);
  // In a long sentence what stands between its ；is enough, in a short one the paragraph.
  const alike = [all.filter((one) => isExact(one) && isAlike(one)), inSentence.filter(isAlike), near].find((list) => list.length <= MOST_OTHERS) ?? [];
  const found: Made[] = [];
  // 同比增长10.00% is no difference of percentages.
  if (token.unit !== "%" && (APART.test(before) || APART_BEHIND.test(behind))) found.push(...differences(alike, near));
  if (ADDED.test(before)) found.push(...runsBefore(measure, all, unit));
  if (token.unit === "%" ? token.decimals > 0 && SHARE.test(before) && !DEMANDED.test(before) : MEAN.test(before)) found.push(...quotients(measure, inSentence.filter((one) => one.token.unit !== "%")));
  return found;
}

function differences(alike: readonly Measure[], near: readonly Measure[]): Made[] {
  const pairs = alike.flatMap((a, i) => alike.slice(i + 1).map((b) => [a, b] as const)).filter(([a, b]) => a.token.value !== b.token.value);
  return pairs.map((of): Made => ({ kind: "difference", of, value: apart(of), isNear: near.length === 2 && of.every((one) => near.includes(one)) }));
}

function apart([a, b]: readonly [Measure, Measure]): number {
  return Number(Math.abs(a.token.value - b.token.value).toPrecision(12));
}

/** The numbers of its unit just before it, two, three … of them. */
function runsBefore(measure: Measure, all: readonly Measure[], unit: string): Made[] {
  const before = all.slice(0, all.indexOf(measure)).filter((one) => one.group === measure.group && one.token.bound === "exact" && (unit === "" || sameUnit(one.token.unit, unit))).reverse();
  return before.slice(1, MOST_OTHERS).map((_, i): Made => {
    const of = before.slice(0, i + 2).reverse();
    return { kind: "sum", of, value: Number(of.reduce((sum, { token }) => sum + token.value, 0).toPrecision(12)), isNear: of.length === before.length };
  });
}

/** Means and shares: of two numbers of the sentence the one by the other. */
function quotients({ before, token }: Measure, others: readonly Measure[]): Made[] {
  if (others.length > MOST_OTHERS || others.length < 2) return [];
  const pairs = others.flatMap((part) => others.filter((base) => base !== part && base.token.value !== 0).map((base) => [part, base] as const));
  if (token.unit === "%") {
    const own = pairs.filter(([part, base]) => sameUnit(part.token.unit, base.token.unit));
    const isOnly = others.filter((one) => sameUnit(one.token.unit, own[0]?.[0].token.unit ?? "")).length === 2;
    return own.flatMap((of): Made[] => {
      const share = (of[0].token.value / of[1].token.value) * 100;
      // 达成八项，欠一项；稳岗率80.00%: no part is more than its whole.
      if (share > 100 && token.value <= 100) return [];
      const isNear = isOnly || (of[1] === others[0] && namesPart(before, of[0].before));
      return [{ kind: "share", of, value: share, isNear: isNear && share <= 100 }, ...(GROWN.test(before) ? [{ kind: "growth" as const, of, value: Math.abs(share - 100), isNear: isOnly }] : [])];
    });
  }
  const match = MEAN.exec(before);
  const per = match?.[1] ?? match?.[2] ?? match?.[3];
  const own = pairs.filter(([part, base]) => sameUnit(part.token.unit, token.unit) && !sameUnit(base.token.unit, token.unit) && (per === undefined || [...DIVISORS[per] ?? per].some((sign) => base.token.unit.includes(sign))));
  return own.map((of): Made => ({ kind: "mean", of, value: of[0].token.value / of[1].token.value, isNear: own.length === 1 }));
}

/** 持证比例 is that of 持证13人. */
function namesPart(rate: string, part: string): boolean {
  const name = part.replace(/(?:为|有|共|达)$/u, "");
  return name.length >= 2 && rate.startsWith(name.slice(-4));
}

/** Of numbers that stand nearest any slip counts; of others two digits changed about, in a number of three digits and more. */
function isSlipTo({ token }: Measure, { value, isNear, of }: Made): boolean {
  if (!Number.isFinite(value) || of.some((one) => one.token.spelled !== token.spelled && token.value < 10)) return false;
  const [written, right] = [token.value, value].map((number) => String(Math.round(number / token.step)));
  const kind = swapsOrDigit(written!, right!);
  return kind === "digit" ? isNear && written!.length >= LONG && written!.length === right!.length : kind === "swap" && (isNear || written!.length >= LONG);
}

const PERSONS = "人名位";

function sameUnit(a: string, b: string): boolean {
  return a === b || (a !== "" && b !== "" && PERSONS.includes(a) && PERSONS.includes(b));
}

function textOf(value: number, { token }: Measure): string {
  const times = roundHalfUp(token.step * 10 ** token.decimals, 0);
  const number = roundHalfUp(value / times, token.decimals);
  return `${token.decimals > 0 ? number.toFixed(token.decimals) : numberText(number)}${times === 10_000 ? "万" : ""}${token.unit}`;
}

function messageOf({ kind, of }: Made, measure: Measure, expected: string): Sentence {
  const written = printed(measure);
  const [first, second] = of.map(printed) as [string, string];
  switch (kind) {
    case "difference": return say("statement-apart", { written, first, second, right: expected });
    case "sum": return say("statement-parts", { whole: written, parts: of.map(printed).join("＋"), sum: expected });
    case "growth": return say("statement-growth", { written, former: second, now: first, right: expected });
    default: return say("statement-ratio", { part: first, base: second, rate: written, expected });
  }
}
