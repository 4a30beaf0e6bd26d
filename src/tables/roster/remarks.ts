import { dateText, findDates, isoDate, monthIndex, monthKey, type FoundDate } from "../../values/dates";
import { indexOf } from "./months";
import { staysWithin } from "./moves";
import type { Remark, RosterMonth, RosterPerson, SettledMonth, StaffEvent } from "./types";
import { normalise } from "../../values/text";
import type { CellAddress } from "../../workbook";

/** 不计到岗 and 未到岗 are no coming. */
const JOIN = "(?<![未不没]|[不未没](?:计|算|予|能)入?)(?:入职|转入|调入|到岗(?![不未情率]|人次)|到任|上岗|报到|返岗|复职|入站|新聘|加入|(?<![返解])聘用|录用)";
const LEAVE = "离职|解除|转出|调出|调离|辞职|辞退|离岗|离站|离任|离开|终止|退出|退休(?!返聘)|期满|不再续|解聘|合同到期";
/** These lead to another station or, with the own station's name behind them, to this one. */
const MOVE = "调至|调往|调到|转至|转到|转往|(?:转|调)岗[至到]";
const EVENT = new RegExp(`(?<join>${JOIN})|(?<leave>${LEAVE})|(?<move>${MOVE})`, "gu");

/** The street that tells stations apart: 广州市联和街“双百工程”社工站 → 联和. "" when the title names none. */
export function stationCore(station: string): string {
  return normalise(station).replace(/"[^"]*"/g, "").replace(/社工(?:服务)?站.*$/, "").replace(/^.*?市/, "").replace(/^[^街镇]{2,3}区/, "").replace(/(?:街道|街|镇)$/, "");
}

/** Reads 备注: joining and leaving with their dates, and the months that it settles. `places`: what else stands in the person's row. */
export function parseRemark(text: string, at: CellAddress | null, months: readonly RosterMonth[], station: string, marks: RosterPerson["marks"] = [], places: readonly string[] = []): Remark {
  const plain = dateText(text, true);
  if (plain === "") return { at, text, events: [], settled: [], unclear: false };
  const around = { core: stationCore(station), places };
  const named = eventsOf(plain, months, around, at);
  const settled = settledIn(plain, months, marks);
  const within = plain.split(CLAUSE).filter((clause) => movesWithin(clause, plain, around));
  const events = [...named, ...(within.length > 0 ? [] : eventsByMarks(plain, named, months, marks, at))].sort(inTime);
  const told = events.length > 0 || settled.length > 0 || within.length > 0 || IN_BETWEEN.test(plain);
  return { at, text, events, settled, unclear: !told && /\d/.test(plain) };
}

/** Being away for a while, or something that has nothing to do with coming and going. */
const IN_BETWEEN = /假|休|病|孕|产|工伤|培训|进修|考试|通过|取得|获|晋|任|升|补缴|补交|社保|工资|年限|电话|续/;

/**
 * Days with words that nobody listed (外派, 考编): the marks tell whether somebody came or went, where they end or begin with
 * that month. Of coming and of going each one day at most, and none where a known word has said it.
 */
function eventsByMarks(plain: string, named: readonly StaffEvent[], months: readonly RosterMonth[], marks: RosterPerson["marks"], at: CellAddress | null): StaffEvent[] {
  const there = marks.map((own) => own.every(({ kind }) => kind === "present" || kind === "half"));
  const found = plain.split(CLAUSE).filter((clause) => !IN_BETWEEN.test(clause) && !SETTLES.test(clause)).flatMap((clause) => findDates(clause, true).flatMap((day): StaffEvent[] => {
    const { date, month } = resolved(day, months);
    const index = months.findIndex(({ key }) => key === month);
    if (date === null || index < 0 || named.some((event) => event.date === date)) return [];
    const gone = !there.slice(index + 1).includes(true) && index + 1 < there.length && there.slice(0, index + 1).includes(true);
    const came = !there.slice(0, index).includes(true) && index > 0 && there.slice(index).includes(true);
    if (gone === came) return [];
    return [{ kind: gone ? "leave" : "join", date, month, word: /^[\p{Script=Han}]{2,6}/u.exec(clause.slice(day.to))?.[0] ?? "", at }];
  }));
  return found.filter(({ kind }) => !named.some((event) => event.kind === kind) && found.filter((other) => other.kind === kind).length === 1);
}

const CLAUSE = /[;,。、]/u;
/** 计0.5人次 settles a month; its date is no day of coming or going. */
const SETTLES = /计[^;]{0,6}人次/u;

function inTime(a: StaffEvent, b: StaffEvent): number {
  return (a.date ?? a.month ?? "").localeCompare(b.date ?? b.month ?? "");
}

interface Word {
  readonly kind: "join" | "leave";
  readonly word: string;
  readonly from: number;
}

/** What tells the station's own places from others. */
interface Surroundings {
  readonly core: string;
  readonly places: readonly string[];
}

function eventsOf(plain: string, months: readonly RosterMonth[], around: Surroundings, at: CellAddress | null): StaffEvent[] {
  const events: StaffEvent[] = [];
  let waiting: FoundDate | null = null;
  let undated: Word | null = null;
  const add = (word: Word, date: FoundDate | null): void => {
    events.push({ kind: word.kind, word: word.word, at, ...resolved(date, months) });
  };
  for (const clause of plain.split(CLAUSE)) {
    const dates = findDates(clause, true);
    // 合同到期，已续签: nobody left.
    const words = wordsOf(clause, plain, around).filter(({ word }) => word !== "合同到期" || !plain.includes("续"));
    const loose = words.length === 0 && !SETTLES.test(clause) ? (dates.at(-1) ?? null) : null;
    if (undated) add(undated, loose);
    else if (loose) waiting = loose;
    undated = null;
    let from = 0;
    for (const word of words) {
      // A word takes the last date before it that no other word has, else the first one behind it (离职时间：2024.11.15).
      const before = dates.filter((date) => date.from >= from && date.to <= word.from).at(-1);
      const own = before ?? dates.find((date) => date.from >= Math.max(from, word.from));
      if (own) from = Math.max(own.to, word.from);
      const date: FoundDate | null = own ?? waiting;
      waiting = null;
      if (date) add(word, date);
      else undated = word;
    }
  }
  if (undated) add(undated, null);
  // "2024.10.31离职，解除劳动合同" is one leave, not a second one without a date.
  const dated = events.filter((event) => event.month !== null);
  const kept = events.filter((event) => event.month !== null || !dated.some((other) => other.kind === event.kind));
  return kept
    .filter((event, i) => event.month !== null || kept.findIndex((other) => other.kind === event.kind && other.month === null) === i)
    .sort(inTime);
}

function wordsOf(clause: string, remark: string, { core, places }: Surroundings): Word[] {
  const words: Word[] = [];
  for (const match of clause.matchAll(EVENT)) {
    const word = match[0];
    if (isWithin(clause, match, remark, places)) continue;
    const kind = match.groups!["leave"] ? "leave" : directionOf(clause.slice(match.index + word.length), match.groups!["move"] !== undefined, core);
    // 转出…转入昌华社工站 within one clause is one event: the first word tells.
    if (words.some((other) => other.kind === kind) || (words.length > 0 && findDates(clause.slice(words.at(-1)!.from, match.index)).length === 0)) continue;
    words.push({ kind, word, from: match.index });
  }
  return words;
}

function movesWithin(clause: string, remark: string, { places }: Surroundings): boolean {
  return [...clause.matchAll(EVENT)].some((match) => isWithin(clause, match, remark, places));
}

function isWithin(clause: string, { 0: word, index }: RegExpExecArray, remark: string, places: readonly string[]): boolean {
  return staysWithin(word, { before: clause.slice(0, index), behind: clause.slice(index + word.length), remark, places });
}

/** 转入 and 调至 with another station's name behind them lead away from here. */
function directionOf(behind: string, move: boolean, core: string): "join" | "leave" {
  const goal = /^到?([^;,。()]{1,20}?)(?:街|镇)?(?:道)?(?:社工(?:服务)?站|项目|服务中心|家综)/u.exec(behind)?.[1];
  const own = /^到?(?:本|我)/u.test(behind) || (goal !== undefined && core !== "" && normalise(goal).includes(core));
  if (own) return "join";
  if (move) return "leave";
  return goal !== undefined && core !== "" ? "leave" : "join";
}

function resolved(date: FoundDate | null, months: readonly RosterMonth[]): { date: string | null; month: string | null } {
  if (!date) return { date: null, month: null };
  const year = date.year ?? nearestYear(date.month, months);
  return {
    date: date.day === null ? null : isoDate(year, date.month, date.day),
    month: monthKey(monthIndex(year, date.month))
  };
}

/** The year in which a month without one lies in the roster, or nearest to it. */
function nearestYear(month: number, months: readonly RosterMonth[]): number {
  const inside = months.find((candidate) => candidate.month === month);
  if (inside) return inside.year;
  const first = months[0] ? indexOf(months[0]) : 0;
  const last = months.length > 0 ? indexOf(months[months.length - 1]!) : 0;
  const year = Math.floor(first / 12);
  const distance = (candidate: number): number => {
    const index = monthIndex(candidate, month);
    return index < first ? first - index : index - last;
  };
  return [year - 1, year, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** `7月份购买社保计0.5人次`, `9、10月各计0.5人次`, `当月不计人次`; `兼职，每月计0.5人次` and `不计入到岗人次` speak of all months. */
function settledIn(plain: string, months: readonly RosterMonth[], marks: RosterPerson["marks"]): SettledMonth[] {
  const settled = new Map<string, number>();
  let from = 0;
  for (const match of plain.matchAll(COUNTS)) {
    const before = plain.slice(from, match.index);
    from = match.index + match[0].length;
    const value = match[2] ? 0 : match[1] === "半" ? 0.5 : Number(match[1]);
    if (![0, 0.5, 1].includes(value)) continue;
    const dates = findDates(before);
    // 兼两个片区，各计0.5人次: neither a day nor 当月 says which month is meant, so all of them are.
    const always = EVERY_MONTH.test(before.slice(-8)) || (dates.length === 0 && !THAT_MONTH.test(before) && (value === 0 || (value < 1 && !OF_SOME_TIME.test(before))));
    if (always) {
      months.forEach(({ key }, m) => {
        if (marks[m]?.every(({ kind }) => kind === "present" || kind === "half")) settled.set(key, value);
      });
      continue;
    }
    const whole = dates.filter((date) => date.day === null);
    for (const date of whole.length > 0 ? whole : dates.slice(-1)) {
      const year = date.year ?? nearestYear(date.month, months);
      const month = months.find((candidate) => candidate.month === date.month && (!candidate.yearKnown || candidate.year === year));
      if (month) settled.set(month.key, value);
    }
  }
  return [...settled].map(([month, value]) => ({ month, value }));
}

const COUNTS = /(?:计算?[为入]?|算|折算?为?)(\d+(?:\.\d+)?|半)个?人次|(不[计纳](?:算)?入?)(?:到岗|在岗|有效|考核)?人[次数员]/gu;
const EVERY_MONTH = /(?:[每各逐]个?月|按月|月均)(?:份)?(?:均|都|各|按|只|仅)?$/u;
/** 试用期, 产假期间, 入职 …: what is counted otherwise for some time only. */
const OF_SOME_TIME = /试用|实习|期间?|假|入职|离职|转[入出]|调|解除|辞/u;
const THAT_MONTH = /[当本该首上下]个?月|月份?$/u;

/** What several cells say of one person, as one remark. */
export function joinedRemark(remarks: readonly Remark[]): Remark {
  const events = remarks.flatMap((remark) => remark.events);
  return {
    at: remarks.find(({ text }) => text !== "")?.at ?? remarks[0]!.at,
    text: [...new Set(remarks.map(({ text }) => text).filter((text) => text !== ""))].join("；"),
    events: events.filter((event, i) => events.findIndex((other) => other.kind === event.kind && other.date === event.date && other.month === event.month) === i)
      .sort((a, b) => (a.date ?? a.month ?? "").localeCompare(b.date ?? b.month ?? "")),
    settled: remarks.flatMap((remark) => remark.settled), unclear: remarks.some(({ unclear }) => unclear)
  };
}
