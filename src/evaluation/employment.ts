import { dayOf, daysInMonth, monthOf, type MonthIndex } from "../values/dates";
import { indexOf } from "../tables/roster/months";
import type { Roster, RosterMonth, RosterPerson, StaffEvent } from "../tables/roster/types";

/** How 备注 places a month: between joining and leaving, before, after, or the month of an event itself. */
export interface MonthPlace {
  readonly state: "inside" | "before" | "after";
  /** Events of this month that have a day. */
  readonly joined: StaffEvent | null;
  readonly left: StaffEvent | null;
  /** An event of this month that lacks its day. */
  readonly dayMissing: StaffEvent | null;
}

function monthOfEvent(event: StaffEvent): MonthIndex {
  return monthOf(`${event.month}-01`);
}

/** Places a month by the dated events of a person's remark (R8). Left on the 1st: the month before is the last. */
export function placeOf(person: RosterPerson, month: RosterMonth): MonthPlace {
  const index = indexOf(month);
  const events = person.remark.events.filter((event) => event.month !== null);
  const here = events.filter((event) => monthOfEvent(event) === index);
  const joined = here.find((event) => event.kind === "join" && event.date !== null) ?? null;
  const leftFirst = here.find((event) => event.kind === "leave" && event.date !== null && dayOf(event.date) === 1);
  const left = here.find((event) => event.kind === "leave" && event.date !== null && event !== leftFirst) ?? null;
  const dayMissing = here.find((event) => event.date === null) ?? null;
  const place = { joined, left, dayMissing };
  if (here.length > 0 && !(leftFirst && here.length === 1)) return { state: "inside", ...place };
  const before = events.filter((event) => monthOfEvent(event) < index || event === leftFirst).at(-1);
  if (before) return { state: before.kind === "leave" ? "after" : "inside", ...place };
  return { state: events[0]?.kind === "join" ? "before" : "inside", ...place };
}

/** Where the contract begins or ends within the month: the day, or null. */
export function contractDays(person: RosterPerson, month: RosterMonth): { starts: number | null; ends: number | null } {
  const index = indexOf(month);
  const { start, end } = person.contract;
  if (!month.yearKnown) return { starts: null, ends: null };
  return {
    starts: start !== null && monthOf(start) === index ? dayOf(start) : null,
    ends: end !== null && monthOf(end) === index ? dayOf(end) : null
  };
}

/**
 * A contract that starts while its person is there may be a renewal: one without end comes by law from renewals, and who has
 * all his months as 从业2年以上 did not come with it. What 备注 says of joining goes before that.
 */
export function mayBeRenewed(roster: Roster, { contract, remark, senior, total }: RosterPerson): boolean {
  const last = roster.months[roster.months.length - 1]!;
  const inside = contract.start !== null && last.yearKnown && monthOf(contract.start) <= indexOf(last);
  if (!inside || remark.events.some((event) => event.kind === "join")) return false;
  return contract.openEnded || (senior?.number != null && senior.number > 0 && senior.number === total?.number);
}

export function isLastDay(date: string): boolean {
  return dayOf(date) === daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}
