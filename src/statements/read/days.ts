import { isoDate } from "../../values/dates";
import type { Range } from "../text/measures";

/** A day that a text names; the year may be left out. */
export interface NamedDay extends Range {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const DAY = /(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})(?:[日号])?(?![\d.%])/gu;

/** The days that a text names with their day of the month: 2024年11月8日, 11月8日, 2024.11.8. */
export function daysIn(text: string): NamedDay[] {
  return [...text.matchAll(DAY)].flatMap(({ index: start, 0: whole, 1: year, 2: month, 3: day }): NamedDay[] => {
    const isWritten = /[月日号]/u.test(whole) || year !== undefined;
    if (!isWritten || isoDate(Number(year ?? 2024), Number(month), Number(day)) === null || /\d$/.test(text.slice(Math.max(0, start - 1), start))) return [];
    return [{ start, end: start + whole.length, year: year === undefined ? null : Number(year), month: Number(month), day: Number(day) }];
  });
}

/** May both be the same day? A year that one leaves out is the other's. */
export function isSameDay(a: Omit<NamedDay, "start" | "end">, b: Omit<NamedDay, "start" | "end">): boolean {
  return a.month === b.month && a.day === b.day && (a.year === null || b.year === null || a.year === b.year);
}
