import { monthIndex, monthKey, monthOf, type MonthIndex } from "./dates";
import type { HeadMonth } from "./roster-heads";
import type { RosterMonth } from "./roster-types";
import type { Period } from "./types";

/** Keeps the order of months where nothing tells the year; never shown. */
const STAND_IN_YEAR = 2001;

/**
 * Gives every month its year: from the heads that name one, counting on over New Year; otherwise so that the months
 * lie in the first of `anchors` that can hold them; otherwise so that most of `dates` ("YYYY-MM-DD", of remarks) fall
 * into the months.
 */
export function datedMonths(heads: readonly HeadMonth[], anchors: readonly Period[], dates: readonly string[]): RosterMonth[] {
  const indexes = byHeads(heads) ?? byAnchors(heads, anchors) ?? byDates(heads, dates);
  const known = indexes !== null;
  const final = indexes ?? countedFrom(heads, STAND_IN_YEAR);
  return heads.map((head, i) => {
    const key = monthKey(final[i]!);
    return {
      key: known ? key : key.slice(5), year: Math.floor(final[i]! / 12), yearKnown: known, month: head.month, label: head.label,
      head: head.head, columns: head.columns
    };
  });
}

/** The position of a roster's month in time. */
export function indexOf(month: RosterMonth): MonthIndex {
  return monthIndex(month.year, month.month);
}

function byHeads(heads: readonly HeadMonth[]): MonthIndex[] | null {
  const first = heads.findIndex((head) => head.year !== null);
  if (first < 0) return null;
  const indexes: MonthIndex[] = [];
  indexes[first] = monthIndex(heads[first]!.year!, heads[first]!.month);
  for (let i = first - 1; i >= 0; i--) {
    const year = Math.floor(indexes[i + 1]! / 12);
    indexes[i] = monthIndex(heads[i]!.month < heads[i + 1]!.month ? year : year - 1, heads[i]!.month);
  }
  for (let i = first + 1; i < heads.length; i++) indexes[i] = after(indexes[i - 1]!, heads[i]!);
  return indexes;
}

function after(before: MonthIndex, head: HeadMonth): MonthIndex {
  if (head.year !== null) return monthIndex(head.year, head.month);
  const year = Math.floor(before / 12);
  return monthIndex(head.month > (before % 12) + 1 ? year : year + 1, head.month);
}

function countedFrom(heads: readonly HeadMonth[], year: number): MonthIndex[] {
  const indexes: MonthIndex[] = [];
  for (const head of heads) {
    indexes.push(indexes.length === 0 ? monthIndex(year, head.month) : after(indexes[indexes.length - 1]!, head));
  }
  return indexes;
}

function byAnchors(heads: readonly HeadMonth[], anchors: readonly Period[]): MonthIndex[] | null {
  let partly: MonthIndex[] | null = null;
  for (const anchor of anchors) {
    const start = monthOf(anchor.start);
    const end = monthOf(anchor.end);
    for (let year = Math.floor(start / 12); year <= Math.floor(end / 12); year++) {
      const indexes = countedFrom(heads, year);
      const inside = indexes.filter((index) => index >= start && index <= end).length;
      if (inside === indexes.length) return indexes;
      if (inside > 0) partly ??= indexes;
    }
  }
  return partly;
}

function byDates(heads: readonly HeadMonth[], dates: readonly string[]): MonthIndex[] | null {
  const months = dates.map(monthOf);
  let best: MonthIndex[] | null = null;
  let most = 0;
  for (const year of new Set(months.map((index) => Math.floor(index / 12)).flatMap((y) => [y - 1, y]))) {
    const indexes = countedFrom(heads, year);
    const hits = months.filter((index) => indexes.includes(index)).length;
    if (hits > most) {
      most = hits;
      best = indexes;
    }
  }
  return best;
}
