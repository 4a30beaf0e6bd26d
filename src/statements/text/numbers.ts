import { roundHalfUp, sameNumber } from "../../values/numbers";
import { numeralValue } from "./numerals";
import { maskOf } from "./names";
import type { Plain } from "./plain";

/** How a number is meant: as it is, or as a bound (超过, 不少于, 约, 以上, 余 …), which no other number contradicts. */
export type Bound = "exact" | "about" | "least" | "most";

/** A number with its unit in the plain text of a paragraph. */
export interface NumberToken {
  /** Of the digits; `end` is behind the unit. */
  readonly start: number;
  readonly end: number;
  /** In the unit: 2.8万元 is 28000 of 元, 57.30% is 57.3 of %. */
  readonly value: number;
  /** The digits as they are printed, without blanks: "57.30". */
  readonly text: string;
  readonly decimals: number;
  /** What its last printed digit is worth: 0.01 of 57.30, 100 of 1.49万. */
  readonly step: number;
  readonly unit: string;
  readonly bound: Bound;
  /** 仅达, 高达, 达: the number itself, or what was at least reached. */
  readonly reached: boolean;
  /** In Chinese numerals: 三个. */
  readonly spelled: boolean;
}

const UNITS = ["个百分点", "个考核月份", "个考核月", "个月份", "个工作日", "人次", "场次", "户次", "篇次", "批次", "人天", "课时", "小时", "分钟", "个月", "平方米", "平米", "公里",
  "名", "位", "人", "户", "份", "支", "场", "次", "个", "节", "条", "篇", "封", "面", "件", "项", "家", "本", "张", "元", "分", "年", "天", "日", "周", "岁", "月", "组", "队",
  "套", "期", "批", "间", "台", "种", "类", "宗", "辆", "只", "站", "片", "点", "号", "楼", "层", "室", "栋", "届", "大", "方", "部", "倍", "栋", "处", "岁", "笔", "页", "册", "趟", "组"];
const UNIT = `(?:${UNITS.join("|")})`;
const NUMBER = new RegExp(`(\\d+(?:\\.\\d+)?)(万|亿)?(余|多)?(%|‰|(?:${UNIT})?)`, "gu");
/** Numerals are numbers only before what can be counted: 三个, 两大; never inside a word (一体, 双百), and 三片区 is the third. */
const SPELLED = new RegExp(`([一二两三四五六七八九十百千零]+)(万)?(余|多)?(个月|个|名|位|人次|户次|人(?!户|士|员|次|数|民|文)|小时|平方米|元|支|场|次|大|项|类|方面|条|份|封|户|家|年|天|站|片(?!区)|点|种|处|件|笔|页|册)`, "gu");
/** 百分之五十四, 百分之九十二点五. */
const SPELLED_PERCENT = /百分之([一二三四五六七八九十百零]+)(?:点([一二三四五六七八九零]+))?/gu;
/** 三分之二: a share that is said in round words. */
const FRACTION = /([二三四五六七八九])分之([一二三四五六七八])(?![\d一二三四五六七八九十])/gu;
const BEFORE = /(?:(超过|超出|超|突破|逾|不少于|不低于|不小于|至少|最少|高于|多于|大于|满|≥|>=|>|多达)|(不超过|不高于|不多于|至多|最多|低于|少于|小于|不足|不满|未满|≤|<=|<)|(接近|将近|近|大约|约为|约|大概|左右|平均))(?:为|了|共|达)?$/u;
const BEHIND = /^(?:(余|多(?![元\d])|以上|或以上|及以上|起)|(以下|以内|以下)|(左右|上下))/u;

/** All numbers of a plain text that can be part of a statement, in order; those in names, dates, addresses and list numbers are passed over. */
export function numbersIn({ text }: Plain): NumberToken[] {
  const masked = maskOf(text);
  const found: NumberToken[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { index: start } = match;
    const [whole, digits, scale = "", more = "", unit = ""] = match;
    if (masked(start) || /[A-Za-z\d.]/.test(text[start - 1] ?? "") || /[A-Za-z]/.test(text[start + whole.length] ?? "")) continue;
    const decimals = /\.(\d+)/.exec(digits!)?.[1]?.length ?? 0;
    const times = scale === "万" ? 10_000 : scale === "亿" ? 100_000_000 : 1;
    found.push({
      start, end: start + whole.length, value: exact(Number(digits) * times), text: digits!, decimals, step: times / 10 ** decimals, unit,
      ...boundOf(text, start, start + whole.length, more !== ""), spelled: false
    });
  }
  for (const match of text.matchAll(SPELLED)) {
    const { index: start } = match;
    const [whole, numeral, scale, more = "", unit = ""] = match;
    const digits = numeralValue(numeral!);
    const times = scale === undefined ? 1 : 10_000;
    if (digits === null || (times > 1 && unit === "大") || masked(start) || /[第\d.〇零每之逐统唯万]/.test(text[start - 1] ?? "") || (text[start - 1] === "进" && !/[名位人]/u.test(unit))) continue;
    const end = start + whole.length;
    found.push({ start, end, value: digits * times, text: numeral!, decimals: 0, step: times, unit, ...boundOf(text, start, end, more !== "" || /^[百千]$/.test(numeral!)), spelled: true });
  }
  for (const { index: start, 0: whole, 1: numeral, 2: rest = "" } of text.matchAll(SPELLED_PERCENT)) {
    const digits = [...rest].map((sign) => numeralValue(sign)).join("");
    const end = start + whole.length;
    if (!masked(start)) found.push({ start, end, value: Number(`${numeralValue(numeral!)}.${digits || 0}`), text: whole, decimals: digits.length, step: 1 / 10 ** digits.length, unit: "%", ...boundOf(text, start, end, false), spelled: true });
  }
  for (const { index: start, 0: whole, 1: below, 2: above } of text.matchAll(FRACTION)) {
    const end = start + whole.length;
    const share = (numeralValue(above!)! / numeralValue(below!)!) * 100;
    const { bound, reached } = boundOf(text, start, end, false);
    if (!masked(start) && share <= 100) found.push({ start, end, value: exact(share), text: whole, decimals: 0, step: 1, unit: "%", bound: bound === "exact" ? "about" : bound, reached, spelled: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Does a number state a value, as precisely as it is printed, or keep the bound that it is? */
export function states({ value, step, bound }: Pick<NumberToken, "value" | "step" | "bound">, right: number): boolean {
  if (bound === "least") return right >= value;
  if (bound === "most") return right <= value;
  if (bound === "about") return Math.abs(right - value) <= 0.1 * Math.max(Math.abs(right), Math.abs(value));
  return sameNumber(roundHalfUp(right / step, 0) * step, value) || (step > 1 && Math.abs(right - value) < step / 2);
}

function exact(value: number): number {
  return Number(value.toPrecision(15));
}

function boundOf(text: string, start: number, end: number, more: boolean): Pick<NumberToken, "bound" | "reached"> {
  const before = text.slice(Math.max(0, start - 6), start);
  const reached = /(?:达|达到|多达)(?:了)?$/.test(before);
  const [, least, most, about] = BEFORE.exec(before) ?? [];
  const [, least2, most2, about2] = BEHIND.exec(text.slice(end, end + 3)) ?? [];
  const bound = least !== undefined || least2 !== undefined || more ? "least" : most !== undefined || most2 !== undefined ? "most" : about !== undefined || about2 !== undefined ? "about" : "exact";
  return { bound, reached };
}
