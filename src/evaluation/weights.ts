import type { Settings } from "../settings/types";
import { indexOf } from "../tables/roster/months";
import type { Roster } from "../tables/roster/types";
import { dayOf, monthOf, type MonthIndex } from "../values/dates";
import { sumHalves } from "../values/exact";
import type { Period } from "../values/period";
import { monthWeight, overlappingPeriod, ownPeriod, sameMonths } from "./months";
import { personMonths, writesShares } from "./person";

/** What the months of a roster count, and how that is known. */
export interface MonthWeights {
  /** The period that the weights follow; null where the roster's own months are all that is known. */
  readonly period: Period | null;
  /** By month of the roster: 1 or 0.5. */
  readonly weights: readonly number[];
  /** By month: whether it counts 1 or 0.5 the published reports leave open. */
  readonly open: readonly boolean[];
}

/** A period may begin on these days of its first month, or end on those of its last, and no report tells whether that month counts 1 or 0.5. */
const OPEN_STARTS = { from: 11, to: 15 };
const OPEN_ENDS = { from: 15, to: 27 };

/** The weights of a roster's months (R6). What is not known is taken as most of the printed subtotals take it. */
export function weightsOf(roster: Roster, titled: readonly Period[], settings: Settings): MonthWeights {
  const stated = settings.period ?? roster.period ?? overlappingPeriod(roster, titled);
  const period = stated ?? ownPeriod(roster);
  const plain = plainWeights(roster, period);
  if (!period || roster.months.some((month) => !month.yearKnown)) return { period, weights: plain, open: plain.map(() => false) };
  const indexes = roster.months.map(indexOf);
  const open = indexes.map((month) => isOpen(period, month));
  // Without a stated period only the agreement's first and last day tell something; of other months than the period's, only those that it begins or ends in.
  const told = stated && sameMonths(roster, stated) ? "all" : stated ?? roster.agreement;
  const edges = [...new Set([0, indexes.length - 1])];
  const unknown = edges.filter((m) => open[m]! || (told !== "all" && (told === null || indexes[m] !== monthOf(m === 0 ? told.start : told.end))));
  return { period, weights: asPrinted(roster, plain, unknown, open, settings), open };
}

/** A month outside the period counts in full, as the roster itself counts it: that roster and period disagree is said once, not once a person. */
function plainWeights(roster: Roster, period: Period | null): number[] {
  return roster.months.map((month) => (period && month.yearKnown ? monthWeight(period, indexOf(month)) || 1 : 1));
}

function isOpen(period: Period, month: MonthIndex): boolean {
  const within = (date: string, days: { from: number; to: number }): boolean => month === monthOf(date) && dayOf(date) >= days.from && dayOf(date) <= days.to;
  return within(period.start, OPEN_STARTS) || within(period.end, OPEN_ENDS);
}

/** Of the weights that the unknown months may have those that make most of the printed subtotals right; the plain ones where they are as good. */
function asPrinted(roster: Roster, plain: readonly number[], unknown: readonly number[], open: readonly boolean[], settings: Settings): readonly number[] {
  let candidates: (readonly number[])[] = [plain];
  for (const m of unknown) {
    candidates = candidates.flatMap((weights) => [weights, weights.map((weight, i) => (i === m ? (weight === 1 ? 0.5 : 1) : weight))]);
  }
  if (candidates.length === 1) return plain;
  const scored = candidates.map((weights) => ({ weights, fits: fitting(roster, { weights, open }, settings) }));
  return scored.reduce((best, one) => (one.fits > best.fits ? one : best)).weights;
}

/** How many of the printed numbers, 到岗小计 of persons and 有效人次 of months, are what the weights give. */
function fitting(roster: Roster, weights: Pick<MonthWeights, "weights" | "open">, settings: Settings): number {
  const shares = writesShares(roster);
  const counted = roster.persons.map((person) => personMonths(person, roster.months, { ...weights, shares }, settings).map((month) => month.value));
  const persons = roster.persons.filter(({ total }, i) => total?.number != null && total.number === sumHalves(counted[i]!)).length;
  const everyone = roster.persons.map((_, i) => i);
  const rows = [...roster.groups.map(({ effective, persons: own }) => ({ effective, own })), { effective: roster.grandEffective, own: everyone }];
  const months = rows.flatMap(({ effective, own }) =>
    (effective?.months ?? []).filter((reading, m) => reading.number !== null && reading.number === sumHalves(own.map((i) => counted[i]![m]!)))).length;
  return persons + months;
}
