/**
 * Excel's calendar: day 1 is 1900-01-01, and day 60 is 1900-02-29, which never was. Workbooks that count from 1904
 * hold serials smaller by 1462.
 */
export const OFFSET_1904 = 1462;
export const LAST_SERIAL = 2_958_465;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** The day before 1900-01-01. */
const EPOCH = Date.UTC(1899, 11, 31);

/** The day of a serial that counts from 1900; 0 is "1900-01-00". */
export function dayOf(serial: number): CalendarDay {
  const days = Math.floor(serial);
  if (days === 0) return { year: 1900, month: 1, day: 0 };
  if (days === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(EPOCH + (days > 60 ? days - 1 : days) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial counting from 1900. Months and days beyond their end run over, as in DATE. */
export function serialOf(year: number, month: number, day: number): number {
  if (year === 1900 && month === 2 && day === 29) return 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const days = Math.round((date.getTime() - EPOCH) / DAY_MS);
  return days >= 60 ? days + 1 : days;
}

/** How many days the month has; February 1900 has 29, as in Excel. */
export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** The same day that many months later, or the last one of that month. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const count = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** 0 for Sunday … 6 for Saturday, as Excel counts it (also before March 1900, where it is off by one). */
export function weekday(serial: number): number {
  return (((Math.floor(serial) + 6) % 7) + 7) % 7;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const NO_YEAR = /^(?:\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}[-\s]?[a-z]{3,9})(?:\s|$)/i;

/** A text that is a date but for its year (3月1日, 3-1, 1-Mar): Excel takes the year in which it looks. */
export function lacksYear(text: string): boolean {
  return NO_YEAR.test(text) && parseDateText(text) !== null;
}

/** Reads a date, a time or both, as a Chinese Excel does when it meets them in a text; null for anything else. A year that is missing is this one. */
export function parseDateText(text: string): number | null {
  const split = /^(.*?[^\s:])(?:\s+|(?<=日))(\S*\d{1,2}(?::|时).*)$/.exec(text);
  if (split) {
    const date = parseDay(split[1]!);
    const time = parseTime(split[2]!);
    if (date !== null && time !== null) return date + time;
  }
  return parseDay(text) ?? parseTime(text);
}

function parseDay(text: string): number | null {
  let match = /^(\d{4}|\d{2})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match) return checked(fullYear(match[1]!), Number(match[3]), Number(match[4]));
  match = /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?$/.exec(text);
  if (match) return checked(fullYear(match[1]!), Number(match[2]), Number(match[3] ?? 1));
  match = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match) return checked(Number(match[4]), Number(match[1]), Number(match[3]));
  match = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (match) return checked(Number(match[1]), Number(match[2]), 1);
  match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (match) return checked(new Date().getFullYear(), Number(match[1]), Number(match[2]));
  match = /^(\d{1,2})[-\s]?([a-z]{3,9})[-\s,]*(\d{4}|\d{2})?$/i.exec(text);
  if (match) return namedMonth(match[2]!, match[1]!, match[3]);
  match = /^([a-z]{3,9})[-\s](\d{1,2}),?\s*(\d{4})$/i.exec(text);
  if (match) return namedMonth(match[1]!, match[2]!, match[3]);
  match = /^([a-z]{3,9})[-\s](\d{4}|\d{2})$/i.exec(text);
  if (match) return namedMonth(match[1]!, "1", match[2]);
  return null;
}

function namedMonth(name: string, day: string, year: string | undefined): number | null {
  const lower = name.toLowerCase();
  const month = MONTHS.findIndex((short) => lower.startsWith(short)) + 1;
  if (month === 0) return null;
  const full = new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" }).toLowerCase();
  if (lower.length > 3 && lower !== full && lower !== "sept") return null;
  return checked(year === undefined ? new Date().getFullYear() : fullYear(year), month, Number(day));
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function checked(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return serialOf(year, month, day);
}

function parseTime(text: string): number | null {
  const match =
    /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?\s*(am|pm|a|p)?$/i.exec(text) ??
    /^(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?$/.exec(text);
  if (match) return timeOf(match[1]!, match[2]!, match[3], match[4]);
  const bare = /^(\d{1,2})\s*(am|pm)$/i.exec(text);
  if (bare) return timeOf(bare[1]!, "0", undefined, bare[2]);
  const chinese = /^(上午|下午)\s*(\d{1,2})(?::|时)(\d{1,2})分?(?::?(\d{1,2})秒?)?$/.exec(text);
  return chinese ? timeOf(chinese[2]!, chinese[3]!, chinese[4], chinese[1] === "上午" ? "am" : "pm") : null;
}

function timeOf(hours: string, minutes: string, seconds: string | undefined, half: string | undefined): number | null {
  let hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds ?? 0);
  if (minute > 59 || second >= 60) return null;
  if (half) {
    if (hour > 12 || hour === 0) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  return (hour * 3600 + minute * 60 + second) / 86_400;
}
