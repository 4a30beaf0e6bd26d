import type { Random } from "./random";

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The period of an evaluation with its months; weights in halves (2 = a whole month, R6). */
export interface PeriodPlan {
  readonly start: Day;
  readonly end: Day;
  readonly months: readonly { readonly year: number; readonly month: number; readonly halves: 1 | 2 }[];
  readonly agreement: { readonly start: Day; readonly end: Day };
}

export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day before or after, by whole days. */
export function shiftDay(day: Day, days: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function chineseDay({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`;
}

export function dayOrder(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Days of a first or last month of which no report tells whether the month counts 1 or 0.5: there the table itself is right. */
const OPEN = { start: [11, 15], end: [15, 27] } as const;

/**
 * A period of that many calendar months; "halves": it may start or end in the middle of a month; "open": it does so on
 * days that the reports leave open, and the station has chosen what the month counts.
 */
export function planPeriod(random: Random, months: number, cut: "whole" | "halves" | "open"): PeriodPlan {
  const halves = cut === "halves";
  const year = random.int(2022, 2025);
  const month = random.int(1, 12);
  const startDay = cut === "open" ? random.int(...OPEN.start) : halves && random.chance(0.5) ? random.int(16, 28) : random.chance(0.5) ? 1 : random.int(2, 15);
  const start: Day = { year, month, day: startDay };
  const endIndex = month - 1 + months - 1;
  const endYear = year + Math.floor(endIndex / 12);
  const endMonth = (endIndex % 12) + 1;
  const openEnd = cut === "open" && months > 1 && random.chance(0.5);
  const endDay = openEnd ? random.int(...OPEN.end) : months > 1 && halves && random.chance(0.5) ? random.int(5, 14) : lastDay(endYear, endMonth);
  const chosen = cut === "open" ? { first: random.chance(0.5), last: openEnd && random.chance(0.5) } : { first: false, last: false };
  const agreementEnd = shiftDay({ year: year + 1, month, day: startDay }, -1);
  let end: Day = { year: endYear, month: endMonth, day: endDay };
  if (dayOrder(end, agreementEnd) > 0) end = agreementEnd;
  return {
    start, end,
    months: Array.from({ length: months }, (_, i) => {
      const index = month - 1 + i;
      const first = i === 0 && (start.day > 15 || chosen.first);
      const last = i === months - 1 && (end.day < 15 || chosen.last);
      return { year: year + Math.floor(index / 12), month: (index % 12) + 1, halves: first || last ? 1 : 2 };
    }),
    agreement: { start, end: agreementEnd }
  };
}
