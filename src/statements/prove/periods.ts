import { say, type Sentence } from "../../messages";
import { monthsCounted } from "../../evaluation";
import { dayOf, isoDate, monthOf } from "../../values/dates";
import type { Period } from "../../values/period";
import { numberText, sameNumber } from "../../values/numbers";
import { numeralValue } from "../text/numerals";
import type { Line } from "../text/lines";
import { placeOf, printed } from "../text/measures";
import type { Witness } from "../types";
import { statedMonths } from "./attendance";
import type { Reader } from "./reader";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

interface NamedPeriod extends WrittenPeriod {
  readonly period: Period;
}

/** 协议期 or 合同期, 采购周期, 评估期; "" where the words do not say of what. */
type Kind = "agreement" | "purchase" | "evaluated" | "";

/** A period that a report names; null where its days make none. */
interface WrittenPeriod {
  readonly kind: Kind;
  readonly period: Period | null;
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

const DAY = "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]?";
const PERIOD = new RegExp(`(\\d{4})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})[日号]?(?:（含）)?(?:起|开始)?，?(?:至|到|-|~|止于)+(?:${DAY}|(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2}))`, "gu");
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/(?:采购周期|采购期|采购期限|项目周期|服务周期)[^，。；]{0,8}$/u, "purchase"],
  [/评估报告(?:书)?（$/u, "evaluated"],
  [/(?:评估(?:考核)?(?:期|周期|时间段|时段)|考核(?:期|周期|时段)|评估统计时间|统计(?:时间|周期|时段)|数据统计|评估统计时间段)[^。；]{0,10}$/u, "evaluated"],
  [/(?:协议期?限?|合同期?限?|协议时间|服务期限?|合同有效期|服务协议期)[^，。；]{0,8}$/u, "agreement"]
];

function periodsIn(lines: readonly Line[]): WrittenPeriod[] {
  return lines.flatMap((line) => {
    if (line.isNote) return [];
    return [...line.text.matchAll(PERIOD)].flatMap((match): WrittenPeriod[] => {
      const [, y1, m1, d1, y2, m2, d2, y3, m3, d3] = match;
      const start = isoDate(Number(y1), Number(m1), Number(d1));
      const endMonth = Number(m2 ?? m3);
      const end = isoDate(Number(y2 ?? y3 ?? (endMonth >= Number(m1) ? y1 : Number(y1) + 1)), endMonth, Number(d2 ?? d3));
      const before = line.text.slice(0, match.index);
      return [{ kind: KINDS.find(([pattern]) => pattern.test(before))?.[1] ?? "", period: start && end && start <= end ? { start, end } : null, line, start: match.index, end: match.index + match[0].length }];
    });
  });
}

/** Periods, months and years of service against each other, the tables' titles and the roster. */
export function provePeriods(reader: Reader): Proof[] {
  const written = periodsIn(reader.lines);
  const named = written.filter((one): one is NamedPeriod => one.period !== null);
  const compared = named.flatMap((one) => provePeriod(one, named, reader));
  const isTold = ({ place }: Proof): boolean => compared.some((one) => one.contradiction !== null && one.place.paragraph === place.paragraph && one.place.start === place.start);
  return [
    ...written.flatMap((one) => (one.period === null ? [impossible(one)] : [])),
    ...compared, ...proveLengths(named, reader).filter((proof) => !isTold(proof)),
    ...proveBudgets(reader), ...proveMonths(named, reader), ...proveYears(reader), ...proveOrdinalYears(reader), ...provePhase(reader)
  ];
}

function impossible({ line, start, end, kind }: WrittenPeriod): Proof {
  const written = line.text.slice(start, end);
  return contradicts([], { kind: "period", subject: kind, place: placeOf(line, { start, end }) }, { rule: "report-period", severity: "error", actual: written, expected: "", message: say("statement-no-day", { written }) });
}

const WHOLE_YEARS = new Set([1, 2, 3, 4, 5, 6]);

/** How many full years a period is; null where it is none. */
function wholeYears({ start, end }: Period): number | null {
  // 2022.3.16 to 2025.3.16 is said of three years as well.
  const next = end.slice(5) === start.slice(5) ? end : new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  return next.slice(5) === start.slice(5) ? Number(next.slice(0, 4)) - Number(start.slice(0, 4)) : null;
}

/** 采购周期三年（…）, …，共三年; purchases and agreements of full years; the agreement within the purchase, and which year of it. */
function proveLengths(named: readonly NamedPeriod[], reader: Reader): Proof[] {
  const purchase = named.find(({ kind }) => kind === "purchase");
  const agreement = named.find(({ kind }) => kind === "agreement");
  const witnessOf = ({ line, start, end }: NamedPeriod): Witness => ({ place: placeOf(line, { start, end }), label: say("statement-label-sentence") });
  const range = ({ start, end }: Period): string => `${start}–${end}`;
  const proofs = named.flatMap((one): Proof[] => {
    if (one.kind !== "purchase" && one.kind !== "agreement") return [];
    const written = one.line.text.slice(one.start, one.end);
    const told = { kind: "period-length", subject: one.kind, place: placeOf(one.line, { start: one.start, end: one.end }) };
    const years = wholeYears(one.period);
    const stated = reader.measuresOf(one.line).find(({ token, before }) => token.unit === "年" && token.bound === "exact" && ((token.end <= one.start && one.start - token.end < 4 && /周期$/u.test(before)) || (token.start >= one.end && token.start - one.end < 4 && /^，?(?:共(?:计)?|为期)?$/u.test(before))));
    if (stated) {
      if (years === stated.token.value) return [agrees([stated], told)];
      return [contradicts([stated], told, { rule: "report-period", severity: "warning", actual: `${written}，${printed(stated)}`, expected: "", message: say("statement-period-years", { written: printed(stated), start: one.period.start, end: one.period.end, years: stated.token.value }) })];
    }
    if (years !== null && WHOLE_YEARS.has(years)) return [];
    const slip = [1, 2, 3, 5].some((count) => isSlipOf(one.period, { start: one.period.start, end: endAfter(one.period.start, count) }, true));
    return slip ? [contradicts([], told, { rule: "report-period", severity: "warning", actual: written, expected: "", message: say("statement-period-whole", { written }) })] : [];
  });
  if (!purchase || !agreement || agreement === purchase) return proofs;
  const told = { kind: "period-within", subject: "agreement", place: placeOf(agreement.line, { start: agreement.start, end: agreement.end }), witnesses: [witnessOf(purchase)] };
  if (agreement.period.start < purchase.period.start || agreement.period.end > purchase.period.end) {
    return [...proofs, contradicts([], told, { rule: "report-period", severity: "warning", actual: agreement.line.text.slice(agreement.start, agreement.end), expected: "", message: say("statement-agreement-outside", { written: range(agreement.period), purchase: range(purchase.period) }) })];
  }
  const right = Math.round((monthOf(agreement.period.start) - monthOf(purchase.period.start)) / 12) + 1;
  const ordinals = reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(/(?:采购周期的第([一二三四五六]|\d)年(?!度)|第([一二三四五六]|\d)(?:个服务)?年度(?=的协议|，服务协议|。|，|；|$))/gu)].map((match) => ({ line, match }))));
  return [...proofs, ...ordinals.map(({ line, match }) => {
    const numeral = (match[1] ?? match[2])!;
    const value = /\d/.test(numeral) ? Number(numeral) : "一二三四五六".indexOf(numeral) + 1;
    const about = { kind: "year-ordinal", subject: "ordinal", place: placeOf(line, { start: match.index, end: match.index + match[0].length }), witnesses: [witnessOf(purchase), witnessOf(agreement)] };
    if (value === right) return agrees([], about);
    return contradicts([], about, { rule: "report-period", severity: "warning", actual: match[0], expected: String(right), message: say("statement-year-ordinal", { written: value, purchase: range(purchase.period), agreement: range(agreement.period), right }) });
  })];
}

function endAfter(start: string, years: number): string {
  return new Date(Date.parse(`${Number(start.slice(0, 4)) + years}${start.slice(4)}`) - 86_400_000).toISOString().slice(0, 10);
}

/** 三年总经费720万元，年均240万元: years by the year's money. */
function proveBudgets({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((years, _, all): Proof[] => {
    if (years.token.unit !== "年" || years.token.bound !== "exact" || years.token.value < 2 || !/^(?:总经费|合计|总计|共计)/u.test(years.behind)) return [];
    const money = all.filter((one) => one.sentence === years.sentence && one.token.unit === "元" && one.token.bound === "exact");
    const annual = money.find(({ before }) => /(?:年均|每年度?(?:购买)?(?:服务)?经费)(?:为)?$/u.test(before));
    const total = money.find((one) => one !== annual && one.token.start > years.token.start);
    if (!annual || !total || money.length !== 2) return [];
    const told = { kind: "budget", subject: "budget", witnesses: [years, annual].map(sentenceWitness) };
    const right = years.token.value * annual.token.value;
    if (sameNumber(right, total.token.value)) return [agrees([total], told), agrees([annual], told)];
    return [contradicts([total, annual], { ...told, witnesses: [total, years, annual].map(sentenceWitness) }, {
      rule: "report-parts", severity: "warning", actual: printed(total), expected: `${numberText(right / 10_000)}万元`, message: say("statement-budget", { years: printed(years), total: printed(total), annual: printed(annual), right: `${numberText(right / 10_000)}万元` })
    })];
  })));
}

interface Known {
  readonly period: Period;
  readonly witness: Witness;
}

function provePeriod(one: NamedPeriod, all: readonly NamedPeriod[], reader: Reader): Proof[] {
  const { kind, period, line, start, end } = one;
  const told = { kind: kind === "agreement" ? "period-agreement" : kind === "evaluated" ? "period-evaluated" : "period", subject: kind, place: placeOf(line, { start, end }) };
  // A table of the whole agreement is no table of this evaluation.
  const agreed = all.filter((other) => other.kind === "agreement");
  const known = knownPeriods(kind, one, all, reader).filter(({ period: its, witness }) => kind !== "evaluated" || "place" in witness || same(its, period) || !agreed.some((other) => same(other.period, its)));
  const right = known.find((other) => same(other.period, period));
  const range = (wanted: Period): string => `${wanted.start}–${wanted.end}`;
  const against = (witnesses: readonly Witness[], expected: string, message: Sentence, severity: "error" | "warning"): Proof[] => [contradicts([], { ...told, witnesses }, { rule: "report-period", severity, actual: line.text.slice(start, end), expected, message })];
  if (right) return [agrees([], { ...told, witnesses: [right.witness] })];
  if (kind === "") {
    // A cover's period that shares one end with the agreement and misses the other by a slip.
    const near = all.find((other) => other !== one && other.kind === "agreement" && line.paragraph < 6 && isSlipOf(period, other.period));
    return near ? against([{ place: placeOf(near.line, { start: near.start, end: near.end }), label: say("statement-label-sentence") }], range(near.period), say("statement-period", { written: range(period), known: range(near.period) }), "warning") : [unknown([], told)];
  }
  if (kind === "purchase") return [unknown([], told)];
  // Of two sentences that differ the later one is named, unless more say as it does.
  const first = known[0];
  const isLater = first && (!("place" in first.witness) || first.witness.place.paragraph < line.paragraph || (first.witness.place.paragraph === line.paragraph && first.witness.place.start < placeOf(line, { start, end }).start) || known.length > 1);
  if (first && isLater && (overlap(first.period, period) > 0.85 || isSlipOf(first.period, period))) return against(known.map(({ witness }) => witness), range(first.period), say("statement-period", { written: range(period), known: range(first.period) }), known.length > 1 || !("place" in first.witness) ? "error" : "warning");
  if (kind === "evaluated") {
    const agreement = knownPeriods("agreement", one, all, reader)[0];
    if (agreement && overlap(agreement.period, period) > 0.2 && (period.start < agreement.period.start || period.end > agreement.period.end)) {
      return against([agreement.witness], "", say("statement-period-outside", { written: range(period), agreement: range(agreement.period) }), "warning");
    }
    if (agreement && period.start >= agreement.period.start && period.end <= agreement.period.end) return [agrees([], { ...told, witnesses: [agreement.witness] })];
  }
  return [unknown([], told)];
}

/** What else tells of the same period: the tables first, then other sentences. */
function knownPeriods(kind: Kind, self: NamedPeriod, all: readonly NamedPeriod[], { sources }: Reader): Known[] {
  const known: Known[] = [];
  for (const { tables, file } of sources) {
    for (const { agreement, agreementAt } of tables.rosters.slice(0, 1)) if (agreement && agreementAt && kind !== "evaluated") known.push({ period: agreement, witness: cellWitness(agreementAt, file, say("label-agreement")) });
    if (kind === "agreement" || kind === "purchase") continue;
    const titled = [...tables.matrices, ...tables.overall, ...tables.cards].filter((table) => table.period !== null && table.titleAt !== null);
    for (const table of titled.slice(0, 2)) known.push({ period: table.period!, witness: cellWitness(table.titleAt!, file, say("statement-label-title")) });
  }
  // A title names a period without saying of what.
  for (const other of all) {
    if (other === self || (kind !== "" && other.kind !== kind && other.kind !== "")) continue;
    if (other.kind === "" && kind !== "" && !same(other.period, self.period)) continue;
    known.push({ period: other.period, witness: { place: placeOf(other.line, { start: other.start, end: other.end }), label: say("statement-label-sentence") } });
  }
  return known;
}

function same(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

/** One end is the same and the other a slip away: a day of the same month, a month or a year of the same day. */
function isSlipOf(a: Period, b: Period, long = false): boolean {
  const years = ({ start, end }: Period): number => Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000 / 365.25);
  // A purchase runs over three years or five and may be called a contract.
  if (!long && [a, b].some((one) => years(one) >= 3)) return false;
  // Half a year of a year, a quarter of it: two periods.
  if ([a, b].every((one) => [3, 6, 12].includes(wholeMonths(one)[0] ?? 0))) return false;
  const near = (one: string, other: string): boolean => [[0, 4], [5, 7], [8, 10]].filter(([from, to]) => one.slice(from, to) !== other.slice(from, to)).length === 1;
  return (a.start === b.start && near(a.end, b.end)) || (a.end === b.end && near(a.start, b.start));
}

/** How much of the longer of two periods both share, 0 … 1. */
function overlap(a: Period, b: Period): number {
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const shared = days(a.start > b.start ? a.start : b.start, a.end < b.end ? a.end : b.end);
  return Math.max(0, shared) / Math.max(days(a.start, a.end), days(b.start, b.end));
}

/** 共计5个考核月份: the months of the evaluated period (R6), where no other reading of its first and last day gives them. */
function proveMonths(named: readonly NamedPeriod[], reader: Reader): Proof[] {
  const months = statedMonths(reader);
  return months.map((measure) => {
    const told = { kind: "months-counted", subject: "months" };
    const value = measure.token.value;
    const inSentence = named.filter(({ line, end }) => line === measure.line && end <= measure.token.start && measure.token.start - end < 24);
    const evaluated = inSentence.length > 0 ? inSentence.slice(-1) : named.filter(({ kind }) => kind === "evaluated");
    const titled = evaluated.length > 0 ? [] : reader.sources.flatMap(({ tables, evaluation }) => (evaluation.period && tables.matrices.length > 0 ? [evaluation.period] : []));
    const periods = [...evaluated.map(({ period }) => period), ...titled, ...(evaluated.length === 0 && titled.length === 0 ? upToDate(named, reader) : [])];
    const witnesses = evaluated.slice(0, 1).map(({ line, start, end }): Witness => ({ place: placeOf(line, { start, end }), label: say("statement-label-sentence") }));
    if (periods.some((period) => readings(period).includes(value))) return agrees([measure], { ...told, witnesses });
    const others = months.filter((other) => other !== measure);
    if (periods.length === 0 || (evaluated.length === 0 && titled.length === 0)) {
      return others.some((other) => other.token.value === value) ? agrees([measure], { ...told, witnesses: others.slice(0, 1).map(sentenceWitness) }) : unknown([measure], told);
    }
    const right = monthsCounted(periods[0]!);
    return contradicts([measure], { ...told, witnesses }, {
      rule: "report-period", severity: "error", actual: printed(measure), expected: `${numberText(right)}个月`, message: say("statement-months", { written: printed(measure), start: periods[0]!.start, end: periods[0]!.end, right: numberText(right) })
    });
  });
}

/** The months of a period in every reading that the published reports leave open (R6). */
function readings(period: Period): number[] {
  const counted = monthsCounted(period);
  const first = dayOf(period.start);
  const last = dayOf(period.end);
  const others = [counted, ...wholeMonths(period)];
  if (first >= 11 && first <= 15) others.push(counted - 0.5);
  if (last >= 15 && last <= 27) others.push(...others.map((one) => one - 0.5));
  return others;
}

/** 2023-12-10 to 2024-06-09: six months to the day. */
function wholeMonths({ start, end }: Period): number[] {
  const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  return dayOf(next) === dayOf(start) ? [monthOf(next) - monthOf(start)] : [];
}

/** From the agreement's first day to 截至…: the period where the report names none. */
function upToDate(named: readonly NamedPeriod[], { lines }: Reader): Period[] {
  const agreement = named.find(({ kind }) => kind === "agreement")?.period;
  if (!agreement) return [];
  return lines.flatMap(({ text }) => [...text.matchAll(/截[至止](\d{4})年(\d{1,2})月(\d{1,2})日/gu)].flatMap(([, year, month, day]) => {
    const end = isoDate(Number(year), Number(month), Number(day));
    return end && end > agreement.start ? [{ start: agreement.start, end }] : [];
  }));
}

/** 自2010年9月起, 于2015年3月开始投入运营, 2018年7月正式挂牌; days and ends of periods are none. */
const SINCE = /(?:(?:于|自|从)(\d{4})年(?:(\d{1,2})月)?(?!\d)|(\d{4})年(\d{1,2})月(?=正式|起(?:提供|承接|运营)|开始(?:提供|承接|运营)|挂牌|进驻)|自(\d{4})年(\d{1,2})月\d{1,2}日(?=承接|进驻|挂牌|开始|成立))(?:起|开始|以来|进驻|正式|由|[^，。；至]{0,6}(?:承接|运营|成立|挂牌|落户|接手))/gu;
const SERVED = /(?:运营|服务|扎根|进驻)[^，。；]{0,16}$/u;
/** 至评估时已逾12年, 恰好走过十一年: of what the line says it has been since. */
const GONE = /(?:已逾|已满|已|走过|历时)$/u;

/** 于2011年12月开始 … 已运营11年: full years at the day of the report, which writers also count as begun years. */
function proveYears(reader: Reader): Proof[] {
  const { lines, measuresOf } = reader;
  const starts = lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(SINCE)].map((match) => ({ line, match }))));
  const day = reportDay(reader);
  if (starts.length === 0 || day === null) return [];
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure) => {
    const { token, before, behind } = measure;
    // 2020年成立，已走过五年: of something that began later.
    const isGone = GONE.test(before) && starts.some((one) => one.line === line && one.match.index < token.start && !/\d{4}年[^，。；）]{0,8}(?:成立|迁|起|开始|改|更名|承接)/u.test(line.text.slice(one.match.index + one.match[0].length, token.start)));
    if (token.unit !== "年" || (token.bound !== "exact" && !(isGone && token.bound === "least")) || token.value < 2 || !(isGone || SERVED.test(before)) || /^(?:以上|以内|度|期)/u.test(behind)) return [];
    // What the same line says, or the only one.
    const own = starts.filter((one) => one.line === line);
    const since = own.length === 1 ? own[0]! : own.length === 0 && starts.length === 1 ? starts[0]! : null;
    if (!since) return [];
    const year = since.match[1] ?? since.match[3] ?? since.match[5]!;
    const month = since.match[2] ?? since.match[4] ?? since.match[6];
    const full = (from: string): number => Math.floor((monthOf(day) - monthOf(from) - (dayOf(day) < dayOf(from) ? 1 : 0)) / 12);
    const least = full(`${year}-${(month ?? "12").padStart(2, "0")}-31`);
    const most = full(`${year}-${(month ?? "1").padStart(2, "0")}-01`) + 1;
    const told = { kind: "years-of-service", subject: "years", witnesses: [{ place: placeOf(since.line, { start: since.match.index, end: since.match.index + since.match[0].length }), label: say("statement-label-sentence") }] };
    if ((token.value >= least || token.bound === "least") && token.value <= most) return [agrees([measure], told)];
    return [contradicts([measure], told, { rule: "report-period", severity: "warning", actual: printed(measure), expected: `${least}年`, message: say("statement-years", { written: printed(measure), since: since.match[0], day, right: least }) })];
  })));
}

/** 2024年已是第12个年头, 今年是服务辖区的第十二年: of the year that it began in. */
const ORDINAL = /(?:(\d{4})年|今年)(?:已|是|为|正)*(?:(?:服务|运营|承接|进驻|扎根)[^，。；]{0,6}?)?第([一二三四五六七八九十]{1,3}|\d{1,2})(?:个年头|年(?!度))/gu;

function proveOrdinalYears(reader: Reader): Proof[] {
  const day = reportDay(reader);
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(ORDINAL)].flatMap((match): Proof[] => {
    const starts = [...line.text.matchAll(SINCE)];
    const [since] = starts;
    const year = match[1] ?? day?.slice(0, 4);
    if (!since || starts.length > 1 || year === undefined) return [];
    const first = Number(since[1] ?? since[3] ?? since[5]!);
    const nth = /\d/.test(match[2]!) ? Number(match[2]) : numeralValue(match[2]!)!;
    // Counted from the day or from the year.
    const right = Number(year) - first + 1;
    const told = { kind: "years-of-service", subject: "ordinal", place: placeOf(line, { start: match.index, end: match.index + match[0].length }) };
    if (nth === right || nth === right - 1) return [agrees([], told)];
    return [contradicts([], told, { rule: "report-period", severity: "warning", actual: match[0], expected: String(right), message: say("statement-ordinal", { written: match[0], since: since[0], right }) })];
  })));
}

/** The last full date of the report, which its signature or its day of evaluation is; null without one. */
function reportDay({ lines }: Reader): string | null {
  const days = lines.flatMap(({ text, isNote }) => (isNote ? [] : [...text.matchAll(/(?<!(?:至|到|-|~|止于))(\d{4})[年.](\d{1,2})[月.](\d{1,2})日?(?!\d|起|结束|止|至|-|~)/gu)].flatMap(([, year, month, date]) => isoDate(Number(year), Number(month), Number(date)) ?? [])));
  return days.length > 0 ? days.reduce((a, b) => (a > b ? a : b)) : null;
}

/** 末期评估周期为 in a 中期评估报告. */
function provePhase({ lines }: Reader): Proof[] {
  const title = lines.slice(0, 6).map(({ text }) => /(中期|末期)评估报告/u.exec(text)?.[1]).find((phase) => phase !== undefined);
  if (title === undefined) return [];
  return lines.flatMap((line) => (line.isNote || (line.text.includes("中期") && line.text.includes("末期")) ? [] : [...line.text.matchAll(/(中期|末期)(?:评估|考核)(?:考核)?(?:周期|期|时间|统计时间)(?=为|是|自|：|从)/gu)].map((match) => {
    const told = { kind: "phase", subject: "phase", place: placeOf(line, { start: match.index, end: match.index + match[0].length }) };
    if (match[1] === title) return agrees([], told);
    return contradicts([], told, { rule: "report-period", severity: "warning", actual: match[1]!, expected: title, message: say("statement-phase", { written: match[0], title }) });
  })));
}
