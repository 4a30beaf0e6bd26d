import { say } from "../../messages";
import type { Reading } from "../../tables/types";
import { sumHalves } from "../../values/exact";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { printed, type Measure } from "../text/measures";
import type { Witness } from "../types";
import { oncePer } from "./once";
import type { Reader } from "./reader";
import { statedHeadcount } from "./headcount";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

type Who = "all" | "certified" | "uncertified";
type What = "due" | "actual" | "surplus" | "shortage";

/** Person-months (人次) that a sentence states. */
export interface PersonMonths {
  readonly who: Who;
  readonly what: What;
  readonly measure: Measure;
}

const WHATS: readonly (readonly [RegExp, What])[] = [
  [/应到(?:岗|位)?(?:总)?(?:人数|人次)?(?:数)?(?:为|共|共计|合计|是|计|：)?$/u, "due"],
  [/实(?:际)?到(?:岗|位)?(?:社工)?(?:总)?(?:人数|人次)?(?:数)?(?:为|共|共计|合计|是|有|：)?$/u, "actual"],
  [/(?:超配|超额配备|超出|多配)(?:了|为)?$/u, "surplus"], [/(?:缺配|缺岗|缺|欠)(?:了|为)?$/u, "shortage"]
];
/** 6月份实到, 第一季度实到: not of the whole period. */
const PART_OF_TIME = /(?:\d{1,2}月份?|季度|半年|首月|末月|当月|每月|[本上]月)[^，。；]{0,8}$/u;
const WHO = /非持证(?:社工|人员)?|持证(?:社工|人员|社会工作者)?|项目社工|全站|总人数|社工(?:站)?总|全体/gu;

/** What a report says of person-months, in order. */
export const personMonthsIn = oncePer(({ lines, measuresOf, isElsewhere }: Reader): PersonMonths[] => {
  return lines.flatMap((line) => {
    if (line.isNote || line.area !== null) return [];
    let last: What | null = null;
    return measuresOf(line).flatMap((measure): PersonMonths[] => {
      const { token, before, sentence } = measure;
      if (token.unit !== "人次" && !(token.unit === "人" && /应到|实到/u.test(before)) && !(token.unit === "" && /[应实]到人次(?:计|为|共|是)?$/u.test(before))) return [];
      const lead = line.text.slice(sentence.start, token.start);
      const said = [...lead.matchAll(WHO)].map((match) => match[0]);
      const word = said[said.length - 1] ?? "";
      const who: Who = word.startsWith("非") ? "uncertified" : word.startsWith("持证") ? "certified" : "all";
      const what: What | null = WHATS.find(([pattern]) => pattern.test(before))?.[1] ?? (last !== null && /^(?:其中)?(?:非)?持证(?:社工|人员)?(?:到岗)?(?:有|为|共)?$/u.test(before) ? last : null);
      // 未触及末期短缺10人次的否决线: a rule's number.
      if (/(?:触及|达到?|存在)(?:中期|末期)?短缺$/u.test(before) || /^的?(?:否决线|界线|红线|标准|上限|下限)/u.test(measure.behind)) return [];
      if (what === null || isElsewhere(measure) || !/[应实](?:际)?到/u.test(lead) || PART_OF_TIME.test(lead)) return [];
      last = what === "surplus" || what === "shortage" ? last : what;
      return [{ who, what, measure }];
    });
  });
});

/** 评估周期为5.5个月, 共计5个考核月份: the months counted, as the report states them. */
export const statedMonths = oncePer(({ lines, measuresOf }: Reader): Measure[] => {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).filter(({ token, before, sentence }) =>
    token.bound === "exact" && (/考核月/u.test(token.unit) || (/^个月/u.test(token.unit) && /(?:评估|考核|统计)/u.test(line.text.slice(sentence.start, token.start) + before) && /(?:^|周?期|时间段?|月数|月份|统计|口径|前后|历时)(?:为|共计|共|计|：|折算)*$/u.test(before) && !/满意|公示|整改|以上|协议期|每/u.test(before) && /[日止）期为计共算：]（?$/u.test(line.text.slice(0, token.start)))))));
});

/** The whole headcount that due and months give; null where they give none, or several periods (中期 and 末期) give different ones. */
export function impliedHeadcount(reader: Reader): { readonly headcount: number; readonly due: Measure; readonly months: Measure } | null {
  const due = personMonthsIn(reader).find(({ who, what, measure }) => who === "all" && what === "due" && measure.token.bound === "exact")?.measure;
  if (!due) return null;
  const implied = statedMonths(reader).map((months) => ({ headcount: due.token.value / months.token.value, due, months }));
  const [first] = implied;
  return first && Number.isInteger(first.headcount) && implied.every(({ headcount }) => headcount === first.headcount || !Number.isInteger(headcount)) ? first : null;
}

/** 应到, 实到, 超配: each follows from the others, from posts and months, and from the roster. */
export function proveAttendance(reader: Reader): Proof[] {
  const stated = personMonthsIn(reader);
  const find = (who: Who, what: What): Measure | undefined => stated.find((one) => one.who === who && one.what === what)?.measure;
  return stated.map(({ who, what, measure }) => {
    // 中期应到同为96人次，实到94人次，欠2人次: of the numbers of several periods those that stand before it.
    const nearest = (of: Who, one: What): Measure | undefined => stated.filter((other) => other.who === of && other.what === one && other.measure.line === measure.line && other.measure.token.end <= measure.token.start).at(-1)?.measure ?? find(of, one);
    const told = { kind: `attendance-${what}`, subject: `${who}.${what}` };
    const value = measure.token.value;
    if (measure.token.bound !== "exact") return unknown([measure], told);
    const first = find(who, what)!;
    if (first !== measure && sameNumber(first.token.value, value)) return agrees([measure], { ...told, witnesses: [sentenceWitness(first)] });
    const expectations = [...bySum(who, what, what === "surplus" || what === "shortage" ? nearest : find), ...(what === "due" && who === "all" ? byMonths(measure, reader) : []), ...byRoster(who, what, reader)];
    const agreeing = expectations.filter(({ values }) => values.some((one) => sameNumber(one, value)));
    const against = expectations.filter((one) => !agreeing.includes(one));
    if (against.length > 0) {
      const { values, witnesses, how } = against[0]!;
      return contradicts([measure], { ...told, witnesses }, {
        rule: "report-attendance", severity: how === "months" ? "warning" : "error", actual: printed(measure), expected: `${numberText(values[0]!)}人次`,
        message: say(how === "sum" ? "statement-attendance-sum" : how === "months" ? "statement-attendance-months" : "statement-attendance-roster", { written: printed(measure), right: numberText(values[0]!) })
      });
    }
    if (agreeing.length === 0 && isPartOfSum(who, what, find)) return agrees([measure], { ...told, witnesses: [sentenceWitness(find("all", what)!)] });
    if (who === "certified" && what === "due" && find("all", "due")) return proveShare(measure, find("all", "due")!);
    return (agreeing.length > 0 ? agrees : unknown)([measure], { ...told, witnesses: agreeing.flatMap(({ witnesses }) => witnesses) });
  });
}

/** 到岗达标率为106.48%, 到岗率101.42%: the actual of the due. */
export function proveAttendanceRates(reader: Reader): Proof[] {
  const find = (what: What): Measure | undefined => personMonthsIn(reader).find((one) => one.who === "all" && one.what === what && one.measure.token.bound === "exact")?.measure;
  const [due, actual] = [find("due"), find("actual")];
  if (!due || !actual) return [];
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : reader.measuresOf(line).flatMap((rate) => {
    if (rate.token.unit !== "%" || rate.token.bound !== "exact" || !/到岗(?:达标|完成)?率(?:为|达|是)*$/u.test(rate.before) || line !== actual.line || /持证/u.test(line.text.slice(rate.sentence.start, rate.token.start))) return [];
    const right = roundHalfUp((actual.token.value / due.token.value) * 100, rate.token.decimals);
    const told = { kind: "attendance-rate", subject: "all.rate", witnesses: [actual, due].map(sentenceWitness) };
    if (sameNumber(right, rate.token.value)) return [agrees([rate], told)];
    const expected = `${right.toFixed(rate.token.decimals)}%`;
    return [contradicts([rate], told, { rule: "report-rate", severity: "error", actual: printed(rate), expected, message: say("statement-ratio", { part: printed(actual), base: printed(due), rate: printed(rate), expected }) })];
  })));
}

/** Certified and uncertified together make all. */
function isPartOfSum(who: Who, what: What, find: (who: Who, what: What) => Measure | undefined): boolean {
  const [all, ...parts] = (["all", "certified", "uncertified"] as const).map((one) => find(one, what)?.token.value);
  return who !== "all" && all !== undefined && parts.every((part) => part !== undefined) && sameNumber(sumHalves(parts as number[]), all);
}

/** The agreement asks for a share in whole percents, or for two thirds. */
function proveShare(measure: Measure, all: Measure): Proof {
  const told = { kind: "attendance-due", subject: "certified.due", witnesses: [sentenceWitness(all)] };
  const percent = (measure.token.value / all.token.value) * 100;
  const isWhole = sameNumber(percent, Math.round(percent)) || sameNumber(percent * 3, Math.round(percent * 3));
  if (isWhole && percent <= 100) return agrees([measure], told);
  return contradicts([measure], told, {
    rule: "report-attendance", severity: "warning", actual: printed(measure), expected: "", message: say("statement-attendance-share", { written: printed(measure), all: printed(all), share: `${roundHalfUp(percent, 2)}%` })
  });
}

interface Expectation {
  readonly values: readonly number[];
  readonly witnesses: readonly Witness[];
  readonly how: "sum" | "months" | "roster";
}

/** 超配 = 实到 − 应到; all = certified + uncertified. Only the surplus and the whole are accused: they follow from the others. */
function bySum(who: Who, what: What, find: (who: Who, what: What) => Measure | undefined): Expectation[] {
  const found: Expectation[] = [];
  if (what === "surplus" || what === "shortage") {
    const due = find(who, "due");
    const actual = find(who, "actual");
    const sign = what === "surplus" ? 1 : -1;
    if (due && actual) found.push({ values: [sign * sumHalves([actual.token.value, -due.token.value])], witnesses: [due, actual].map(sentenceWitness), how: "sum" });
  }
  const certified = find("certified", what);
  const uncertified = find("uncertified", what);
  if (who === "all" && certified && uncertified) found.push({ values: [sumHalves([certified.token.value, uncertified.token.value])], witnesses: [certified, uncertified].map(sentenceWitness), how: "sum" });
  return found;
}

/** 全年应到岗 in a report of half a year is another number. */
const WHOLE_YEAR = 10;

/** What is due is a whole headcount by months. */
function byMonths({ token, before }: Measure, reader: Reader): Expectation[] {
  const [months] = statedMonths(reader);
  if (!months || months.token.value === 0 || (/全年|年度/u.test(before) && months.token.value < WHOLE_YEAR)) return [];
  const posts = reader.settings.given.has("headcount") ? reader.settings.headcount : statedHeadcount(reader)?.token.value ?? Math.round(token.value / months.token.value);
  return [{ values: [posts * months.token.value], witnesses: [sentenceWitness(months)], how: "months" }];
}

/** The roster's sums, as printed and as counted. */
function byRoster(who: Who, what: What, { sources }: Reader): Expectation[] {
  if (what !== "actual") return [];
  return sources.flatMap(({ evaluation, file }): Expectation[] => {
    const { staffing, used } = evaluation;
    if (!staffing || !used) return [];
    const groups = used.roster.groups;
    const printedSum: Reading | null = who === "all" ? used.roster.grandTotal?.total ?? null : groups.find(({ group }) => group === who)?.subtotal?.total ?? null;
    const counted = who === "all" ? staffing.actual : who === "certified" ? staffing.certified.actual : staffing.actual - staffing.certified.actual;
    const values = [counted, ...(typeof printedSum?.number === "number" ? [printedSum.number] : [])];
    return [{ values, witnesses: printedSum ? [cellWitness(printedSum.at, file, say("statement-label-roster"))] : [], how: "roster" }];
  }).slice(0, 1);
}
