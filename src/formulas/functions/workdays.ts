import { isError, type Scalar } from "../../workbook";
import { toNumber } from "../coerce";
import { weekday } from "../dates";
import { Matrix, NUM, Raise, Reference, VALUE, type Value } from "../values";
import { fromWorkbook, toWorkbook } from "./date";
import { placeAbove } from "./numeric";
import { fn, type Context, type FunctionTable } from "./spec";

/** Which days are off, from Sunday (0) to Saturday (6). */
type DaysOff = readonly boolean[];

const SATURDAY_SUNDAY = daysOff([6, 0]);

function daysOff(days: readonly number[]): DaysOff {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => days.includes(day));
}

/** 1 to 7 are pairs of days, 11 to 17 single ones; a text has a "1" for each day off, from Monday. */
function weekendOf(weekend: Scalar | undefined): DaysOff {
  if (weekend === undefined) return SATURDAY_SUNDAY;
  if (typeof weekend === "string") {
    if (!/^[01]{7}$/.test(weekend)) throw new Raise(VALUE);
    return [6, 0, 1, 2, 3, 4, 5].map((place) => weekend[place] === "1");
  }
  const code = Math.trunc(toNumber(weekend));
  if (code >= 1 && code <= 7) return daysOff([(code + 5) % 7, (code + 6) % 7]);
  if (code >= 11 && code <= 17) return daysOff([code - 11]);
  throw new Raise(NUM);
}

/** The days that are off beside those of the week, in order. */
function holidaysOf(list: Value | undefined, off: DaysOff, context: Context): readonly number[] {
  const days = new Set<number>();
  if (list === undefined) return [];
  const add = (value: Scalar): void => {
    if (isError(value)) throw new Raise(value);
    if (value !== null) days.add(Math.floor(fromWorkbook(toNumber(value, context.date1904), context)));
  };
  if (list instanceof Reference || list instanceof Matrix) context.each(list, add);
  else add(context.scalar(list));
  return [...days].filter((day) => !off[weekday(day)]).sort((a, b) => a - b);
}

/** How many of the holidays lie from one day to another, both included. */
function holidaysWithin(holidays: readonly number[], first: number, last: number): number {
  const before = (limit: number): number => placeAbove(holidays.length, (place) => holidays[place]! >= limit);
  return Math.max(0, before(last + 1) - before(first));
}

function countWorkdays(from: number, to: number, off: DaysOff, holidays: readonly number[]): number {
  if (from > to) return -countWorkdays(to, from, off, holidays);
  const perWeek = off.filter((day) => !day).length;
  const weeks = Math.floor((to - from + 1) / 7);
  let count = weeks * perWeek;
  for (let day = from + weeks * 7; day <= to; day++) if (!off[weekday(day)]) count++;
  return count - holidaysWithin(holidays, from, to);
}

function addWorkdays(start: number, days: number, off: DaysOff, holidays: readonly number[], context: Context): number {
  if (off.every(Boolean)) throw new Raise(VALUE);
  const step = days < 0 ? -1 : 1;
  const perWeek = off.filter((each) => !each).length;
  let day = start;
  for (let left = Math.abs(days); left > 0;) {
    // Whole weeks at a time, but for the last: it ends on a working day.
    const weeks = Math.floor((left - 1) / perWeek);
    if (weeks > 0) {
      const from = day;
      day = inCalendar(from + step * weeks * 7, context);
      left += (step > 0 ? holidaysWithin(holidays, from + 1, day) : holidaysWithin(holidays, day, from - 1)) - weeks * perWeek;
      continue;
    }
    day = inCalendar(day + step, context);
    if (!off[weekday(day)] && holidaysWithin(holidays, day, day) === 0) left--;
  }
  return toWorkbook(day, context);
}

/** The day itself; an error where the calendar of the workbook does not reach. */
function inCalendar(day: number, context: Context): number {
  if (day < 0) throw new Raise(NUM);
  toWorkbook(day, context);
  return day;
}

const whole = (serial: number, context: Context): number => Math.floor(fromWorkbook(serial, context));

function between(from: number, to: number, off: DaysOff, holidays: Value | undefined, context: Context): number {
  return countWorkdays(whole(from, context), whole(to, context), off, holidaysOf(holidays, off, context));
}

function later(start: number, days: number, off: DaysOff, holidays: Value | undefined, context: Context): number {
  return addWorkdays(whole(start, context), Math.trunc(days), off, holidaysOf(holidays, off, context), context);
}

export const workdayFunctions: FunctionTable = {
  NETWORKDAYS: fn("k k A?", ([from, to, holidays], context) => between(from, to, SATURDAY_SUNDAY, holidays, context)),
  "NETWORKDAYS.INTL": fn("k k S? A?", ([from, to, weekend, holidays], context) => between(from, to, weekendOf(weekend), holidays, context)),
  WORKDAY: fn("k k A?", ([start, days, holidays], context) => later(start, days, SATURDAY_SUNDAY, holidays, context)),
  "WORKDAY.INTL": fn("k k S? A?", ([start, days, weekend, holidays], context) => later(start, days, weekendOf(weekend), holidays, context))
};
