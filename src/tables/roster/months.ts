import { monthIndex, monthKey, monthOf, type MonthIndex } from "../../values/dates";
import type { HeadMonth } from "./heads";
import type { RosterMonth } from "./types";
import type { Period } from "../../values/period";

/** Keeps the order of months where nothing tells the year; never shown. */
const STAND_IN_YEAR = 2001;

/** A head with the month that it stands for. */
interface Named extends HeadMonth {
  readonly month: number;
  readonly misnamed: boolean;
}

/**
 * Gives every month its year: from the heads that name one, counting on over New Year; otherwise so that the months
 * lie in the first of `anchors` that can hold them; otherwise so that most of `dates` ("YYYY-MM-DD", of remarks) fall
 * into the months. A head that breaks the order of the others is taken for the month that stands at its place. `own` are
 * the periods that the roster's own title and agreement name.
 */
export function datedMonths(heads: readonly HeadMonth[], anchors: readonly Period[], dates: readonly string[], own: readonly Period[] = anchors): RosterMonth[] {
  const inOrder = byPlace(heads, anchors);
  const named = yearsAgree(inOrder, own);
  const indexes = byHeads(named) ?? byAnchors(named, anchors) ?? byDates(named, dates);
  const known = indexes !== null;
  const final = indexes ?? countedFrom(named, STAND_IN_YEAR);
  return named.map((head, i) => {
    const key = monthKey(final[i]!);
    const year = Math.floor(final[i]! / 12);
    const withYear = known && (head.month === 1 || /年|[./-]/.test(head.label));
    return {
      key: known ? key : key.slice(5), year, yearKnown: known, month: head.month, written: head.label, misnamed: head.misnamed,
      label: head.misnamed ? `${withYear ? `${year}年` : ""}${head.month}月` : head.label, head: head.head, columns: head.columns
    };
  });
}

/** 第1月, 第2月 …: the months of the period, counted from its first; without a period, from January. */
export function withMonths(heads: readonly HeadMonth[], period: Period | null): HeadMonth[] {
  return heads.map((head) => {
    if (head.nth === null) return head;
    const index = (period ? monthOf(period.start) : monthIndex(STAND_IN_YEAR, 1)) + head.nth - 1;
    return { ...head, month: (index % 12) + 1, year: period ? Math.floor(index / 12) : null };
  });
}

/** The position of a roster's month in time. */
export function indexOf(month: RosterMonth): MonthIndex {
  return monthIndex(month.year, month.month);
}

/** Heads in calendar order as they are; of others the ones that break the order named by their place. */
function byPlace(heads: readonly HeadMonth[], anchors: readonly Period[]): Named[] {
  const written = heads.filter((head) => head.month !== null).map((head): Named => ({ ...head, month: head.month!, misnamed: false }));
  const asWritten = byHeads(written) ?? countedFrom(written, STAND_IN_YEAR);
  if (written.length === heads.length && asWritten.every((index, i) => i === 0 || index === asWritten[i - 1]! + 1)) return written;
  const start = intendedStart(heads, anchors);
  if (start === null) return written;
  // The years: of the heads whose month fits, the year in which most of them put the first month.
  const years = new Map<number, number>();
  const firstYear = (head: HeadMonth, i: number): number => head.year! - Math.floor((start + i) / 12);
  const fits = (head: HeadMonth, i: number): boolean => head.month === ((start + i) % 12) + 1;
  heads.forEach((head, i) => {
    if (fits(head, i) && head.year !== null) years.set(firstYear(head, i), (years.get(firstYear(head, i)) ?? 0) + 1);
  });
  const year = [...years].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return heads.map((head, i) => {
    const right = fits(head, i) && (head.year === null || firstYear(head, i) === year);
    return { ...head, month: ((start + i) % 12) + 1, year: year === null ? null : year + Math.floor((start + i) / 12), misnamed: !right };
  });
}

/** The month (0 … 11) of the first column, if all columns are consecutive months and most heads are right; null where that is not clear. */
function intendedStart(heads: readonly HeadMonth[], anchors: readonly Period[]): number | null {
  const count = heads.length;
  const agree = (start: number): number => heads.filter((head, i) => head.month === ((start + i) % 12) + 1).length;
  const starts = Array.from({ length: 12 }, (_, start) => start).sort((a, b) => agree(b) - agree(a));
  const [best, second] = starts as [number, number];
  // A period of exactly so many months says which they are, if at least some heads agree with it.
  const exact = anchors.find((anchor) => monthOf(anchor.end) - monthOf(anchor.start) + 1 === count && agree(monthOf(anchor.start) % 12) * 2 >= count);
  if (exact) return monthOf(exact.start) % 12;
  if (agree(best) * 2 <= count || agree(best) === agree(second)) return null;
  // Several heads in a row that agree with each other are a gap in the roster, not slips of the pen.
  const wrong = heads.flatMap((head, i) => (head.month === ((best + i) % 12) + 1 ? [] : [i]));
  const run = wrong.some((i) => wrong.includes(i + 1) && heads[i]!.month !== null && heads[i + 1]!.month === (heads[i]!.month! % 12) + 1);
  return run ? null : best;
}

/** Where the only year in the heads puts all months outside the roster's own period, that year is the slip. */
function yearsAgree(heads: readonly Named[], own: readonly Period[]): Named[] {
  const dated = heads.filter((head) => head.year !== null);
  const indexes = byHeads(heads);
  const first = own[0];
  if (dated.length !== 1 || heads.length < 2 || !indexes || !first) return [...heads];
  const inside = (index: MonthIndex, period: Period): boolean => index >= monthOf(period.start) && index <= monthOf(period.end);
  if (own.some((period) => indexes.some((index) => inside(index, period)))) return [...heads];
  const shift = [-12, 12].find((months) => own.every((period) => indexes.every((index) => inside(index + months, period))));
  if (shift === undefined) return [...heads];
  return heads.map((head) => (head.year === null ? head : { ...head, year: head.year + shift / 12, misnamed: true }));
}

function byHeads(heads: readonly Named[]): MonthIndex[] | null {
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

function after(before: MonthIndex, head: Named): MonthIndex {
  if (head.year !== null) return monthIndex(head.year, head.month);
  const year = Math.floor(before / 12);
  return monthIndex(head.month > (before % 12) + 1 ? year : year + 1, head.month);
}

function countedFrom(heads: readonly Named[], year: number): MonthIndex[] {
  const indexes: MonthIndex[] = [];
  for (const head of heads) {
    indexes.push(indexes.length === 0 ? monthIndex(year, head.month) : after(indexes[indexes.length - 1]!, head));
  }
  return indexes;
}

function byAnchors(heads: readonly Named[], anchors: readonly Period[]): MonthIndex[] | null {
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

function byDates(heads: readonly Named[], dates: readonly string[]): MonthIndex[] | null {
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
