import { isError, type Scalar } from "../../workbook";
import { parseNumber, toNumber } from "../coerce";
import { addMonths, dayOf, daysInMonth, LAST_SERIAL, OFFSET_1904, serialOf, weekday, type CalendarDay } from "../dates";
import { NUM, Raise, VALUE } from "../values";
import { fn, looking, type Context, type FunctionTable } from "./spec";

/** A workbook's serial as one that counts from 1900; #NUM! outside the calendar. */
export function fromWorkbook(serial: number, context: Context): number {
  const days = serial + (context.date1904 ? OFFSET_1904 : 0);
  if (serial < 0 || days >= LAST_SERIAL + 1) throw new Raise(NUM);
  return days;
}

/** The inverse of {@link fromWorkbook}. */
export function toWorkbook(days: number, context: Context): number {
  const serial = days - (context.date1904 ? OFFSET_1904 : 0);
  if (serial < 0 || days > LAST_SERIAL) throw new Raise(NUM);
  return serial;
}

/** Years below 1900 count from 1900. */
function date(year: number, month: number, day: number, context: Context): number {
  const whole = Math.trunc(year);
  if (whole < 0 || whole > 9999) throw new Raise(NUM);
  return toWorkbook(serialOf(whole < 1900 ? whole + 1900 : whole, Math.trunc(month), Math.trunc(day)), context);
}

/** Seconds of the day, rounded as Excel shows them: 0.999999 of a minute is the next one. */
function secondsOf(serial: number): number {
  if (serial < 0) throw new Raise(NUM);
  return Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
}

function textDate(value: Scalar, context: Context): number {
  if (isError(value)) throw new Raise(value);
  // A number is no text of a date, although the sheet may show it as one.
  if (typeof value !== "string" || parseNumberOnly(value)) throw new Raise(VALUE);
  return toNumber(value, context.date1904);
}

function parseNumberOnly(text: string): boolean {
  return /^[\s\d.,%+-]*$/.test(text) && !/\d[-/]\d/.test(text) && parseNumber(text) !== null;
}

function weekdayNumber(serial: number, type: number): number {
  const day = weekday(serial);
  const kind = Math.trunc(type);
  if (kind === 1) return day + 1;
  if (kind === 2) return ((day + 6) % 7) + 1;
  if (kind === 3) return (day + 6) % 7;
  if (kind >= 11 && kind <= 17) return ((day - (kind - 10) + 7) % 7) + 1;
  throw new Raise(NUM);
}

function weekNumber(serial: number, type: number): number {
  const kind = Math.trunc(type);
  if (kind === 21) return isoWeek(serial);
  const first = kind === 1 || kind === 17 ? 0 : kind === 2 || kind === 11 ? 1 : kind >= 12 && kind <= 16 ? kind - 10 : -1;
  if (first < 0) throw new Raise(NUM);
  const start = serialOf(dayOf(serial).year, 1, 1);
  const offset = (weekday(start) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - start + offset) / 7) + 1;
}

/** The week that holds the year's first Thursday is number 1. */
function isoWeek(serial: number): number {
  const day = Math.floor(serial);
  const thursday = day - ((weekday(day) + 6) % 7) + 3;
  const start = serialOf(dayOf(thursday).year, 1, 1);
  return Math.floor((thursday - start) / 7) + 1;
}

function fullMonths(start: CalendarDay, end: CalendarDay): number {
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
}

function dateDifference(from: number, to: number, unit: string): number {
  if (Math.floor(from) > Math.floor(to)) throw new Raise(NUM);
  const start = dayOf(from);
  const end = dayOf(to);
  const months = fullMonths(start, end);
  switch (unit.toLowerCase()) {
    case "d": return Math.floor(to) - Math.floor(from);
    case "m": return months;
    case "y": return Math.floor(months / 12);
    case "ym": return months % 12;
    case "md": {
      if (end.day >= start.day) return end.day - start.day;
      // Excel counts on from that day of the month before the end, past the end of a short month.
      const before = addMonths({ ...end, day: 1 }, -1);
      return Math.floor(to) - serialOf(before.year, before.month, start.day);
    }
    case "yd": {
      const sameYear = serialOf(start.year + Math.floor(months / 12), start.month, start.day);
      const inStartYear = Math.floor(months / 12) === end.year - start.year ? end.year : end.year - 1;
      // The days are counted in the year of the start, which decides about 29 February.
      const later = serialOf(start.year + (end.year - inStartYear), end.month, end.day);
      return sameYear <= to ? later - Math.floor(from) : 0;
    }
    default: throw new Raise(NUM);
  }
}

function days360(from: number, to: number, european: boolean): number {
  const start = dayOf(from);
  const end = dayOf(to);
  let first = start.day;
  let last = end.day;
  if (european) {
    first = Math.min(first, 30);
    last = Math.min(last, 30);
  } else {
    const lastOfFebruary = start.month === 2 && first === daysInMonth(start.year, 2);
    if (first === 31 || lastOfFebruary) first = 30;
    if (last === 31 && first >= 30) last = 30;
  }
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first;
}

const isLeap = (year: number): boolean => daysInMonth(year, 2) === 29;

function yearFraction(a: number, b: number, basis: number): number {
  const [from, to] = a <= b ? [Math.floor(a), Math.floor(b)] : [Math.floor(b), Math.floor(a)];
  switch (Math.trunc(basis)) {
    case 0: return yearFraction30(from, to);
    case 1: return (to - from) / averageYear(dayOf(from), dayOf(to));
    case 2: return (to - from) / 360;
    case 3: return (to - from) / 365;
    case 4: return days360(from, to, true) / 360;
    default: throw new Raise(NUM);
  }
}

function yearFraction30(from: number, to: number): number {
  const start = dayOf(from);
  const end = dayOf(to);
  const isLast = (day: CalendarDay): boolean => day.month === 2 && day.day === daysInMonth(day.year, 2);
  let first = start.day;
  let last = end.day;
  if (isLast(start) && isLast(end)) last = 30;
  if (isLast(start)) first = 30;
  if (last === 31 && first >= 30) last = 30;
  if (first === 31) first = 30;
  return ((end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first) / 360;
}

/** Within a year: 366 when a 29 February lies between; else the mean length of the years touched. */
function averageYear(start: CalendarDay, end: CalendarDay): number {
  const within = start.year === end.year
    || (start.year + 1 === end.year && (start.month > end.month || (start.month === end.month && start.day >= end.day)));
  if (!within) {
    let total = 0;
    for (let year = start.year; year <= end.year; year++) total += isLeap(year) ? 366 : 365;
    return total / (end.year - start.year + 1);
  }
  if (start.year === end.year) return isLeap(start.year) ? 366 : 365;
  const inFirst = isLeap(start.year) && start.month <= 2;
  const inSecond = isLeap(end.year) && (end.month > 2 || (end.month === 2 && end.day === 29));
  return inFirst || inSecond ? 366 : 365;
}

function timeOf(hours: number, minutes: number, seconds: number): number {
  const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
  if (total < 0) throw new Raise(NUM);
  return (total % 86_400) / 86_400;
}

const part = (pick: (day: CalendarDay) => number) =>
  fn("n", ([serial], context) => pick(dayOf(fromWorkbook(serial, context))));

function monthsLater(serial: number, months: number, context: Context): CalendarDay {
  return addMonths(dayOf(fromWorkbook(serial, context)), Math.trunc(months));
}

export const dateFunctions: FunctionTable = {
  DATE: fn("n n n", ([year, month, day], context) => date(year, month, day, context)),
  DATEVALUE: fn("e", ([text], context) => Math.floor(textDate(text, context))),
  TIMEVALUE: fn("e", ([text], context) => {
    const serial = textDate(text, context);
    return serial - Math.floor(serial);
  }),
  TIME: fn("n n n", ([hours, minutes, seconds]) => timeOf(hours, minutes, seconds)),
  YEAR: part((day) => day.year),
  MONTH: part((day) => day.month),
  DAY: part((day) => day.day),
  HOUR: fn("n", ([serial]) => Math.floor(secondsOf(serial) / 3600)),
  MINUTE: fn("n", ([serial]) => Math.floor(secondsOf(serial) / 60) % 60),
  SECOND: fn("n", ([serial]) => secondsOf(serial) % 60),
  TODAY: looking("volatile", fn("", (_, context) => Math.floor(context.now()))),
  NOW: looking("volatile", fn("", (_, context) => context.now())),
  WEEKDAY: fn("n n?", ([serial, type], context) => weekdayNumber(fromWorkbook(serial, context), type ?? 1)),
  WEEKNUM: fn("k k?", ([serial, type], context) => weekNumber(fromWorkbook(serial, context), type ?? 1)),
  ISOWEEKNUM: fn("n", ([serial], context) => isoWeek(fromWorkbook(serial, context))),
  EDATE: fn("k k", ([serial, months], context) => {
    const { year, month, day } = monthsLater(serial, months, context);
    return toWorkbook(serialOf(year, month, day), context);
  }),
  EOMONTH: fn("k k", ([serial, months], context) => {
    const { year, month } = monthsLater(serial, months, context);
    return toWorkbook(serialOf(year, month, daysInMonth(year, month)), context);
  }),
  DATEDIF: fn("n n t", ([from, to, unit], context) =>
    dateDifference(fromWorkbook(from, context), fromWorkbook(to, context), unit)),
  DAYS: fn("n n", ([to, from], context) =>
    Math.floor(fromWorkbook(to, context)) - Math.floor(fromWorkbook(from, context))),
  DAYS360: fn("n n b?", ([from, to, european], context) =>
    days360(fromWorkbook(from, context), fromWorkbook(to, context), european ?? false)),
  YEARFRAC: fn("k k k?", ([from, to, basis], context) =>
    yearFraction(fromWorkbook(from, context), fromWorkbook(to, context), basis ?? 0))
};
