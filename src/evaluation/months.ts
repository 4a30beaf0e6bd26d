import type { Phase } from "../settings/types";
import { dayOf, firstDay, lastDay, monthOf, monthsOf, type MonthIndex } from "../values/dates";
import { indexOf } from "../tables/roster/months";
import type { Roster } from "../tables/roster/types";
import type { Period } from "../values/period";
import { sumHalves } from "../values/exact";

/** R6 has its own fixed day; the cut-off days of R8 are settings. */
const MIDDLE = 15;
/** Up to this many months counted an evaluation is taken for 中期. */
const MID_TERM_MONTHS = 7;
const YEAR = 12;

/** What a month of a period counts (R6): 1, 0.5, or 0 outside the period. */
export function monthWeight(period: Period, month: MonthIndex): number {
  const first = monthOf(period.start);
  const last = monthOf(period.end);
  if (month < first || month > last) return 0;
  const lateStart = month === first && dayOf(period.start) > MIDDLE;
  const earlyEnd = month === last && dayOf(period.end) < MIDDLE;
  return lateStart || earlyEnd ? 0.5 : 1;
}

/** 考核月数 of a period: 5, 10.5, 11 … */
export function monthsCounted(period: Period): number {
  return sumHalves(monthsOf(period).map((month) => monthWeight(period, month)));
}

export function guessPhase(months: number): Phase {
  return months <= MID_TERM_MONTHS ? "mid" : "final";
}

/** Calendar months of an agreement, to the nearest whole: 2024-09-10 … 2025-09-09 → 12. */
export function agreementMonths(agreement: Period): number {
  const days = dayOf(agreement.end) + 1 - dayOf(agreement.start);
  return Math.max(1, Math.round(monthOf(agreement.end) - monthOf(agreement.start) + days / 30));
}

/** The first of the periods that shares a month with the roster, or null. */
export function overlappingPeriod(roster: Roster, periods: readonly Period[]): Period | null {
  const months = roster.months.filter((month) => month.yearKnown).map(indexOf);
  return periods.find((period) => months.some((month) => monthWeight(period, month) > 0)) ?? null;
}

/**
 * The period of a roster that no title names: its months, cut by the agreement where that begins or ends in the first or
 * last of them. Null where the years are unknown.
 */
export function ownPeriod(roster: Roster): Period | null {
  if (roster.months.some((month) => !month.yearKnown)) return null;
  const months = roster.months.map(indexOf);
  const first = Math.min(...months);
  const last = Math.max(...months);
  const { agreement } = roster;
  return {
    start: agreement && monthOf(agreement.start) === first ? agreement.start : firstDay(first),
    end: agreement && monthOf(agreement.end) === last ? agreement.end : lastDay(last)
  };
}

/** Do the roster's months and the period's months agree? */
export function sameMonths(roster: Roster, period: Period): boolean {
  const own = roster.months.map(indexOf);
  const wanted = monthsOf(period);
  return own.length === wanted.length && own.every((month, i) => month === wanted[i]);
}

/** A roster of a whole year within which the period under evaluation lies: that it has more months is as it should be. */
export function holdsYearAround(roster: Roster, period: Period | null): period is Period {
  if (!period || roster.months.length < YEAR || roster.months.some((month) => !month.yearKnown)) return false;
  const own = new Set(roster.months.map(indexOf));
  const wanted = monthsOf(period);
  return wanted.length < own.size && wanted.every((month) => own.has(month));
}
