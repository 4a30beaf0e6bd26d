import { say, type Sentence } from "../messages";
import type { Settings } from "../settings/types";
import { dayOf } from "../values/dates";
import { sumHalves } from "../values/exact";
import type { Mark, MarkKind, Roster, RosterMonth, RosterPerson, StaffEvent } from "../tables/roster/types";
import { contractDays, isLastDay, placeOf } from "./employment";
import type { OtherReading, PersonMonth, RosterEvaluation } from "./types";

/**
 * Do the marks of a roster count person-months themselves? Where nobody ever writes a part of a month, a 1 is a tick, unless the persons'
 * subtotals are sums of one number a month.
 */
export function writesShares({ persons, ofAbsence }: Pick<Roster, "persons" | "ofAbsence">): boolean {
  if (ofAbsence) return true;
  if (persons.some(({ marks }) => marks.some((month) => month.some(({ share }) => share !== null && share > 0 && share < 1)))) return true;
  const added = persons.filter(addsUpItsMarks).length;
  return added > 1 && added * 2 > persons.length;
}

/** 到岗小计 = SUM of the person's numbers, one a month. */
function addsUpItsMarks({ marks, total }: RosterPerson): boolean {
  const shares = marks.flat().flatMap(({ share }) => (share === null ? [] : [share]));
  return shares.length === marks.length && total?.formula != null && /^=\s*SUM\(/i.test(total.formula) && total.number === sumHalves(shares);
}

/** What each month of a person counts, the smaller of the month's weight (R6) and what R7 and R8 give, with the reason. */
export function personMonths(
  person: RosterPerson, months: readonly RosterMonth[], { weights, open, shares }: Pick<RosterEvaluation, "weights" | "open"> & { readonly shares: boolean }, settings: Settings
): PersonMonth[] {
  const ticked = person.marks.map((marks, i) => isTicked(marks, months[i]!));
  const firstTicked = ticked.indexOf(true);
  const lastTicked = ticked.lastIndexOf(true);
  return months.map((month, i) => monthOf(person, month, i, { weight: weights[i]!, open: open[i]!, shares, firstTicked: i === firstTicked, lastTicked: i === lastTicked }, settings));
}

/** What the roster and the other months say of a month. */
interface Circumstances {
  readonly weight: number;
  /** Whether that is its weight the published reports leave open. */
  readonly open: boolean;
  /** The roster's marks count by themselves: writesShares. */
  readonly shares: boolean;
  /** The first and the last month with all marks. */
  readonly firstTicked: boolean;
  readonly lastTicked: boolean;
}

function monthOf(person: RosterPerson, month: RosterMonth, i: number, around: Circumstances, settings: Settings): PersonMonth {
  const { weight } = around;
  const marks = person.marks[i]!;
  const ticked = isTicked(marks, month);
  const readable = marks.every((mark) => isThere(mark) || mark.kind === "absent");
  const settled = person.remark.settled.find((entry) => entry.month === month.key);
  if (settled) {
    const value = Math.min(weight, settled.value);
    const others: OtherReading[] = ticked ? [] : [{ value: 0, kind: "remark", reading: say("reading-remark-unticked") }];
    return { month: month.key, value, ticked, ifTicked: value, settled: true, others, contradicted: null, reason: say("reason-settled", { value: settled.value, counted: value }) };
  }
  const counted = ifTicked(person, month, around, settings);
  const share = !ticked ? null : countsByParts(month) ? marks.filter(isThere).length / marks.length : around.shares ? statedShare(marks) : null;
  if (share !== null && !readable && countsByParts(month)) {
    const others: OtherReading[] = [{ value: counted.value, kind: "mark", reading: say("reading-mark") }];
    return { month: month.key, value: Math.min(weight, share), ticked, ifTicked: counted.value, settled: false, others, contradicted: null, reason: missingReason(person, month, i) };
  }
  if (share !== null) return statedMonth(month, share, around, counted);
  if (ticked) return { month: month.key, ...counted, ticked, ifTicked: counted.value, settled: false, contradicted: null };
  // A missing or unreadable mark may have been meant as present; that mark draws its own finding.
  const mightBe = !readable && marks.every((mark) => mark.kind !== "absent");
  return {
    month: month.key, value: 0, ticked, ifTicked: counted.value, settled: false, contradicted: null,
    reason: missingReason(person, month, i),
    others: mightBe ? [{ value: counted.value, kind: "mark", reading: say("reading-mark") }] : []
  };
}

/** Are the columns of a month parts of it (上半月, 下半月), each of which counts by itself? */
export function countsByParts({ columns }: RosterMonth): boolean {
  return columns.length > 1 && columns.every(({ kind }) => kind === "part");
}

/** All marks are there; of a month in parts, one of them. */
function isTicked(marks: readonly Mark[], month: RosterMonth): boolean {
  return countsByParts(month) ? marks.some(isThere) : marks.every(isThere);
}

/** A tick, or a mark of half a month. */
function isThere(mark: Mark): boolean {
  return mark.kind === "present" || mark.kind === "half";
}

/** The person-months that the marks of a month themselves state; null where they are ticks. */
function statedShare(marks: readonly Mark[]): number | null {
  const shares = marks.flatMap(({ share }) => (share === null ? [] : [share]));
  return shares.length === 0 ? null : Math.min(...shares);
}

/** A month whose marks say how much it counts. What the dates say otherwise is no other count of it, but a contradiction. */
function statedMonth(month: RosterMonth, share: number, { weight, open }: Circumstances, counted: Counted): PersonMonth {
  const value = open ? share : Math.min(share, weight);
  const others: OtherReading[] = share > value ? [{ value: share, kind: "weight", reading: say("reading-weight") }] : [];
  // Who writes 1 or 0.5 has counted: a day that leaves nothing open decides.
  const allowed = counted.others.find((other) => other.value === value && !other.beyond && other.kind !== "outside");
  const agrees = value === counted.value || allowed?.kind === "weight";
  return {
    month: month.key, value, ticked: true, ifTicked: counted.value, settled: false, others,
    reason: agrees ? counted.reason : say("reason-stated", { value: share, counted: value }),
    contradicted: agrees ? null : { value: counted.value, reason: counted.reason, reading: allowed?.reading ?? null }
  };
}

function missingReason(person: RosterPerson, month: RosterMonth, i: number): Sentence {
  const marks = person.marks[i]!;
  if (marks.every((mark) => mark.kind === "absent")) {
    const { state } = placeOf(person, month);
    return say(state === "before" ? "reason-before" : state === "after" ? "reason-after" : "reason-absent");
  }
  // A person on one row may have fewer marks than the month has columns.
  const missing = month.columns.filter((_, j) => marks[j]?.kind !== "present").map((column) => markName(column.kind));
  return say("reason-missing", { marks: missing });
}

/** 人员到位, 社保购买, 工资发放. */
export function markName(kind: MarkKind): Sentence {
  return say(`mark-${kind}`);
}

interface Counted {
  readonly value: number;
  readonly reason: Sentence;
  readonly others: readonly OtherReading[];
}

/** Days of joining and leaving of which the published reports do not tell whether the month counts in full (R8). */
function isOpenDay(kind: "join" | "leave", day: number): boolean {
  return kind === "join" ? day >= 11 && day <= 20 : day >= 13 && day <= 14;
}

/** What a month counts with all its marks ticked. */
function ifTicked(person: RosterPerson, month: RosterMonth, around: Circumstances, settings: Settings): Counted {
  const { weight, open } = around;
  const place = placeOf(person, month);
  if (place.state !== "inside") {
    // The month that begins with leaving has another reading; ticks of any other contradict the remark, which is a finding of its own.
    const leftOnFirst = person.remark.events.some((event) => event.kind === "leave" && event.date === `${month.key}-01`);
    return {
      value: 0,
      reason: say(leftOnFirst ? "reason-left-first" : place.state === "before" ? "reason-ticked-before" : "reason-ticked-after"),
      others: [...new Set([weight, 0.5])].filter((value) => value > 0).map((value): OtherReading => leftOnFirst
        ? { value, kind: "leave", reading: say(value > 0.5 ? "reading-leave-full" : "reading-leave-half", { day: shownDay(`${month.key}-01`) }) }
        : { value, kind: "outside", reading: say("reading-outside") })
    };
  }
  const others: OtherReading[] = [];
  const parts: Sentence[] = [];
  let value = weight;
  if (weight === 0.5) parts.push(say("reason-half-month"));
  const cut = (event: StaffEvent, kind: "join" | "leave", half: boolean, canDiffer: boolean): void => {
    const day = shownDay(event.date!);
    parts.push(say(`reason-${kind}-${half ? "half" : "full"}`, { day, word: event.word, cutoff: kind === "join" ? settings.joinCutoffDay : settings.leaveCutoffDay }));
    value = Math.min(value, half ? 0.5 : 1);
    const otherwise = Math.min(weight, half ? 1 : 0.5);
    if (canDiffer && otherwise !== Math.min(weight, half ? 0.5 : 1)) {
      const beyond = isOpenDay(kind, dayOf(event.date!)) ? {} : { beyond: true as const };
      others.push({ value: otherwise, kind, reading: say(`reading-${kind}-${half ? "full" : "half"}`, { day }), ...beyond });
    }
  };
  if (place.joined) cut(place.joined, "join", dayOf(place.joined.date!) > settings.joinCutoffDay, dayOf(place.joined.date!) > 1);
  if (place.left) cut(place.left, "leave", dayOf(place.left.date!) < settings.leaveCutoffDay, !isLastDay(place.left.date!));
  if (weight === 0.5) others.push({ value: 1, kind: "weight", reading: say("reading-weight") });
  else if (open && value === 1) others.push({ value: 0.5, kind: "weight", reading: say("reading-weight-half") });
  if (value > 0.5) others.push(...halfReadings(person, month, settings, around, place.dayMissing));
  const all = say(month.columns.length === 3 ? "reason-three" : "reason-all");
  return { value, others, reason: parts.length === 0 ? say("reason-full", { all, counted: value }) : say("reason-parts", { all, parts, counted: value }) };
}

/** Readings that would count half of a month that the rules count in full. */
function halfReadings(person: RosterPerson, month: RosterMonth, settings: Settings, { firstTicked, lastTicked }: Circumstances, dayMissing: StaffEvent | null): OtherReading[] {
  const others: OtherReading[] = [];
  if (dayMissing) others.push({ value: 0.5, kind: dayMissing.kind, reading: say("reading-day-missing", { word: dayMissing.word }) });
  else if (lastTicked && person.remark.events.some((event) => event.kind === "leave" && event.month === null)) {
    others.push({ value: 0.5, kind: "leave", reading: say("reading-undated-leave") });
  } else if (firstTicked && person.remark.events.some((event) => event.kind === "join" && event.month === null)) {
    others.push({ value: 0.5, kind: "join", reading: say("reading-undated-join") });
  }
  // A remark that could not be understood may name the day on which somebody came or went.
  if ((firstTicked || lastTicked) && person.remark.unclear) others.push({ value: 0.5, kind: "remark", reading: say("reading-remark-unclear", { text: person.remark.text.replace(/\s+/g, " ") }) });
  const { starts, ends } = contractDays(person, month);
  if (starts !== null && starts > settings.joinCutoffDay) others.push({ value: 0.5, kind: "contract", reading: say("reading-contract-start", { day: starts }) });
  if (ends !== null && ends < settings.leaveCutoffDay) others.push({ value: 0.5, kind: "contract", reading: say("reading-contract-end", { day: ends }) });
  return others;
}

/** "2024-09-22" → 9月22日 */
function shownDay(date: string): Sentence {
  return say("day-of-month", { month: Number(date.slice(5, 7)), day: dayOf(date) });
}
