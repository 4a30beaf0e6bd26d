import { remembered } from "./remembered";
import { normalise } from "./text";
import type { Period } from "./period";

/** A month as a number that counts on over New Year: year × 12 + month − 1. */
export type MonthIndex = number;

/** A date as found in a text. The year or the day may be missing ("9月23日", "2024年9月"). */
export interface FoundDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** Where it stands in the normalised text. */
  readonly from: number;
  readonly to: number;
}

/** "2024-09-10"; null when the calendar has no such day (2月30日). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}

/** The month that a date "YYYY-MM-DD" lies in. */
export function monthOf(date: string): MonthIndex {
  return monthIndex(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

export function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

/** "2024-09" */
export function monthKey(index: MonthIndex): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

export function firstDay(index: MonthIndex): string {
  return `${monthKey(index)}-01`;
}

export function lastDay(index: MonthIndex): string {
  return `${monthKey(index)}-${String(daysInMonth(Math.floor(index / 12), (index % 12) + 1)).padStart(2, "0")}`;
}

/** The calendar months that a period touches, in order. */
export function monthsOf(period: Period): MonthIndex[] {
  const months: MonthIndex[] = [];
  for (let index = monthOf(period.start); index <= monthOf(period.end); index++) months.push(index);
  return months;
}

/**
 * The day of an Excel date number, counted from 1900 (with Excel's 29 February 1900 that never was) or from 1904.
 * Null outside 1900 … 2199.
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (!Number.isFinite(whole) || whole < 61) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** Does a number format show a date (has a year, or a month with a day)? */
export const isDateFormat = remembered((format): boolean => {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  return /y/.test(codes) || /m.*d|d.*m/.test(codes) || /^m+$/.test(codes.replace(/[^a-z]/g, ""));
});

const DIGITS = "〇一二三四五六七八九";

/** 二〇二四年十二月, 十一月廿日 → 2024年12月, 11月20日: Chinese numerals before 年, 月, 日, 号 become digits. */
function digitsForNumerals(text: string): string {
  return text.replace(/[〇零○0一二三四五六七八九十廿卅]{1,8}(?=[年月日号])/gu, (numeral) => {
    if (/^0+$/.test(numeral)) return numeral;
    const plain = numeral.replace(/[零○0]/gu, "〇").replace("廿", "二十").replace("卅", "三十");
    if (!plain.includes("十")) return [...plain].map((digit) => DIGITS.indexOf(digit)).join("");
    const [tens = "", ones = ""] = plain.split("十");
    return String((tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones)));
  });
}

/** Stops that a Chinese keyboard puts where a point belongs; spaces around them, so few that no text makes the search long. */
const POINT = " {0,3}[.。·・] {0,3}";

/** Spellings of a day for which there is one reading only, with what they are rewritten to. Each works on text in half-width forms. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // A time behind the day: 2024-11-20 09:30.
  [/(\d[日号]?)(?:[ \t]{1,3}(?:上午|下午)?|T|上午|下午)[ \t]{0,3}\d{1,2}:\d{2}(?::\d{2})?/gu, "$1"],
  // 2024。11。20, 2024·11.20
  [new RegExp(`(?<!\\d)(\\d{4}|1[3-9]|[2-3]\\d)${POINT}(\\d{1,2})${POINT}(\\d{1,2})(?![\\d月])`, "gu"), "$1.$2.$3"],
  // 2024、11、20, 2024,11,20, 2024\11\20, 2024 11 20; before 月 it is a list of months.
  [/(?<!\d)(\d{4}) {0,3}([、,_\\ ]) {0,3}(\d{1,2}) {0,3}\2 {0,3}(\d{1,2})(?![\d月])/gu, "$1.$3.$4"],
  // 2024年11.20, 2024.11月20日
  [new RegExp(`(?<!\\d)(\\d{4}|\\d{2}) {0,3}年 {0,3}(\\d{1,2})${POINT}(\\d{1,2})(?![\\d月])`, "gu"), "$1年$2月$3"],
  [/(?<!\d)(\d{4})[./-](\d{1,2})月(\d{1,2})(?!\d)/gu, "$1年$2月$3"],
  // 11。20
  [/(?<![\d.])(\d{1,2})[。·・](\d{1,2})(?![\d.年月日人个])/gu, "$1.$2"],
  // 20/11/2024, 11/20/2024, where only one of the two can be the month.
  [/(?<![\d./-])(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-](\d{4})(?!\d)/gu, "$3.$2.$1"],
  [/(?<![\d./-])(\d{1,2})[./-](1[3-9]|2\d|3[01])[./-](\d{4})(?!\d)/gu, "$3.$1.$2"]
];

/** Days as the forms below have them, whatever keyboards and pasted cells made of them. */
function plainDays(text: string): string {
  if (!/\d[^\d]+\d/.test(text)) return text;
  return SPELLINGS.reduce((plain, [pattern, written]) => plain.replace(pattern, written), text);
}

/** The form in which dates are looked for: normalised, numerals as digits; line breaks gone, or kept as ";". */
export function dateText(text: string, keepBreaks = false): string {
  return inDateForm(keepBreaks ? text.replace(/[\r\n]+/g, ";") : text);
}

const inDateForm = remembered((text) => digitsForNumerals(normalise(plainDays(text.normalize("NFKC")))));

interface Form {
  readonly pattern: RegExp;
  readonly year: boolean;
  readonly day: boolean;
}

// The longer forms stand first, so that "2024年9月10日" is never read as "2024年9月".
const FORMS: readonly Form[] = [
  { pattern: /(?<!\d)(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月(?<d>\d{1,2})(?!\d)[日号]?/uy, year: true, day: true },
  { pattern: /(?<!\d)(?<y>\d{4})(?<s>[./-])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)[日号]?/uy, year: true, day: true },
  { pattern: /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0\d|1[0-2])(?<d>[0-3]\d)(?!\d)/uy, year: true, day: true },
  { pattern: /(?<![\d./-])(?<y>\d{2})(?<s>[./])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)[日号]?/uy, year: true, day: true },
  { pattern: /(?<!\d)(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月份?/uy, year: true, day: false },
  { pattern: /(?<!\d)(?<y>\d{4})[./-](?<m>\d{1,2})(?!\d)/uy, year: true, day: false },
  { pattern: /(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})(?!\d)[日号]?/uy, year: false, day: true },
  { pattern: /(?<!\d)(?<m>\d{1,2})月份?/uy, year: false, day: false }
];
/** "9.23" is a day only where nothing says that it is a number. */
const SHORT_FORM: Form = {
  pattern: /(?<![\d./])(?<m>\d{1,2})[./](?<d>\d{1,2})(?![\d./%]|人|个|分|万|天|小时|元|岁|年|月)/uy, year: false, day: true
};

/**
 * The dates of a text in {@link dateText} form, in order. Days that the calendar does not have are passed over. Short
 * dates without a year and without 月 ("9.23") are found only when asked for.
 */
export function findDates(text: string, short = false): FoundDate[] {
  const found: FoundDate[] = [];
  const forms = short ? [...FORMS, SHORT_FORM] : FORMS;
  for (let at = 0; at < text.length; ) {
    const next = /\d/.test(text[at]!) ? matchDate(text, at, forms) : null;
    if (next?.date) found.push(next.date);
    at = next ? next.to : at + 1;
  }
  return found;
}

function matchDate(text: string, at: number, forms: readonly Form[]): { date: FoundDate | null; to: number } | null {
  for (const form of forms) {
    form.pattern.lastIndex = at;
    const groups = form.pattern.exec(text)?.groups;
    if (!groups) continue;
    const to = form.pattern.lastIndex;
    const year = form.year ? fullYear(groups["y"]!) : null;
    const month = Number(groups["m"]);
    const day = form.day ? Number(groups["d"]) : null;
    // Without a year 29 February may be right: 2024 has it.
    const valid = isoDate(year ?? 2024, month, day ?? 1) !== null;
    return { date: valid ? { year, month, day, from: at, to } : null, to };
  }
  return null;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const CONNECTOR = /^(?:\([^()]*\))?[起自]?(?:开始)?(?:至|到|-+|~+)(?=\d)/u;

/**
 * The first period that a text names, in any of the forms that people type: "（2024年9月10日至2025年2月28日）",
 * "2024.9.10-2025.2.28", "2024年9月10日至12月31日", "2024年9月至2025年2月" (whole months). Null when there is none or its
 * end lies before its start.
 */
export const parsePeriod = remembered((text): Period | null => {
  const plain = dateText(text);
  const dates = findDates(plain, true);
  for (let i = 0; i < dates.length; i++) {
    const start = dates[i]!;
    const between = CONNECTOR.exec(plain.slice(start.to));
    if (!between) continue;
    const at = start.to + between[0].length;
    const end = dates[i + 1]?.from === at ? dates[i + 1]! : dayAlone(plain, at, start);
    const period = end ? asPeriod(start, end) : null;
    if (period) return period;
  }
  return null;
});

/** "2024年9月1日至30日": the end gives its day only. */
function dayAlone(plain: string, at: number, start: FoundDate): FoundDate | null {
  const match = /^(\d{1,2})[日号]/u.exec(plain.slice(at));
  return match ? { year: start.year, month: start.month, day: Number(match[1]), from: at, to: at + match[0].length } : null;
}

function asPeriod(start: FoundDate, end: FoundDate): Period | null {
  if (start.year === null && end.year === null) return null;
  if ((start.day === null) !== (end.day === null)) return null;
  const later = end.month < start.month || (end.month === start.month && (end.day ?? 31) < (start.day ?? 1));
  const startYear = start.year ?? end.year! - (later ? 1 : 0);
  const endYear = end.year ?? startYear + (later ? 1 : 0);
  const first = isoDate(startYear, start.month, start.day ?? 1);
  const last = isoDate(endYear, end.month, end.day ?? daysInMonth(endYear, end.month));
  return first && last && first <= last ? { start: first, end: last } : null;
}

/** What 合同期限 says: "2022.3.28-2027.3.27", "2013.06.25-无固定期限", several contracts after another. */
export function parseContract(text: string): { start: string | null; end: string | null; openEnded: boolean } {
  const plain = dateText(text, true);
  const openEnded = /无固定|长期|无期限|不限期/u.test(plain);
  const days = findDates(plain)
    .filter((date) => date.year !== null)
    .map((date) => isoDate(date.year!, date.month, date.day ?? 1))
    .filter((day) => day !== null);
  return {
    start: days[0] ?? null,
    end: openEnded || days.length < 2 ? null : days.reduce((a, b) => (a > b ? a : b)),
    openEnded
  };
}

/** A head that names a month: "9月", "2025年1月", "24年9月", "2024.9", "2024-09", 九月. The year may be missing. */
export function parseMonthHead(text: string): { year: number | null; month: number } | null {
  const plain = dateText(text).replace(/[()]/g, "");
  const match = /^(?:(\d{4}|\d{2})年|(\d{4})[./-])?(\d{1,2})(月份?)?$/u.exec(plain);
  const year = match?.[1] ?? match?.[2];
  const month = Number(match?.[3]);
  // A bare number is no month.
  if (!match || (year === undefined && match[4] === undefined) || month < 1 || month > 12) return null;
  return { year: year === undefined ? null : fullYear(year), month };
}
