import type { Settings } from "../settings/types";
import { Kept } from "../workbook";
import type { Roster } from "../tables/roster/types";
import type { Period } from "../values/period";
import { clean, sumHalves } from "../values/exact";
import { indexOf } from "../tables/roster/months";
import { holdsYearAround, monthWeight } from "./months";
import { personMonths, writesShares } from "./person";
import type { MonthStaffing, PersonEvaluation, Retention, RosterEvaluation, Seniority, Staffing } from "./types";
import { weightsOf } from "./weights";

const kept = new Kept<Roster, RosterEvaluation>();

/** Everything that one roster gives by itself. `titled` are the periods that titles of indicator sheets name. Found once for the same roster, periods and settings. */
export function evaluateRoster(roster: Roster, titled: readonly Period[], settings: Settings): RosterEvaluation {
  return kept.of(roster, [JSON.stringify([titled, settings, [...settings.given]])], () => evaluated(roster, titled, settings));
}

function evaluated(roster: Roster, titled: readonly Period[], settings: Settings): RosterEvaluation {
  const { period, weights, open } = weightsOf(roster, titled, settings);
  const months = sumHalves(weights);
  const shares = writesShares(roster);
  const people = roster.persons.map((person): PersonEvaluation => {
    const counted = personMonths(person, roster.months, { weights, open, shares }, settings);
    return {
      sheet: person.nameAt.sheet, row: person.row, no: person.no, name: person.name, group: person.group, months: counted,
      total: sumHalves(counted.map((month) => month.value)),
      printed: person.total?.number ?? null,
      retained: counted.every((month) => month.value > 0),
      senior: person.senior?.number ?? null
    };
  });
  return {
    roster, period, weights, open, months, people,
    staffing: staffing(roster, weights, months, people, settings),
    retention: retention(roster, weights, people, settings, period),
    seniority: seniority(people)
  };
}

function staffing(roster: Roster, weights: readonly number[], months: number, people: readonly PersonEvaluation[], settings: Settings): Staffing {
  const { headcount, certifiedShare: share } = settings;
  const byMonth = roster.months.map((month, i): MonthStaffing => {
    const sum = (certified: boolean): number =>
      sumHalves(people.filter((person) => (person.group === "certified") === certified).map((person) => person.months[i]!.value));
    const certified = sum(true);
    const uncertified = sum(false);
    const total = certified + uncertified;
    const due = clean(headcount * weights[i]!);
    return { month: month.key, weight: weights[i]!, certified, uncertified, total, due, surplus: clean(total - due) };
  });
  const due = clean(headcount * months);
  const actual = sumHalves(people.map((person) => person.total));
  const certifiedActual = sumHalves(people.filter((person) => person.group === "certified").map((person) => person.total));
  const certifiedDue = clean(due * share);
  const atEnd = people.filter((person, i) => !isOtherHalf(people, i) && (person.months.at(-1)?.value ?? 0) > 0);
  const certifiedAtEnd = atEnd.filter((person) => person.group === "certified").length;
  return {
    headcount, due, actual, surplus: clean(actual - due),
    certified: { share, due: certifiedDue, actual: certifiedActual, surplus: clean(certifiedActual - certifiedDue) },
    confirmed: { headcount: settings.given.has("headcount"), share: settings.given.has("certifiedShare") },
    byMonth,
    atEnd: { certified: certifiedAtEnd, uncertified: atEnd.length - certifiedAtEnd, total: atEnd.length },
    trainingHours: clean(due * settings.trainingHoursPerPersonMonth)
  };
}

function retention(roster: Roster, weights: readonly number[], people: readonly PersonEvaluation[], settings: Settings, period: Period | null): Retention {
  const once = people.filter((_, i) => !isOtherHalf(people, i));
  const retained = once.filter((person) => person.retained).length;
  const { headcount, retentionLimit: limit } = settings;
  return {
    retained, headcount, limit,
    rate: clean(retained / headcount),
    printed: roster.retention?.number ?? null,
    // Compared without division, so that 16 of 20 is not a hair below 0.8.
    meets: retained >= clean(limit * headcount),
    retainedWithoutHalves: once.filter((person) => person.months.every((month, i) => month.value > 0 && month.value >= weights[i]!)).length,
    retainedInPeriod: retainedIn(roster, once, period)
  };
}

/** Of somebody who counts half in each of two areas (R18) the second row: it is the same person. */
function isOtherHalf(people: readonly PersonEvaluation[], i: number): boolean {
  const { name, months } = people[i]!;
  return name !== "" && people.slice(0, i).some((other) => other.name === name && months.some(({ value }, m) => value > 0 && other.months[m]!.value > 0)
    && months.every(({ value }, m) => value + other.months[m]!.value <= 1));
}

function retainedIn(roster: Roster, people: readonly PersonEvaluation[], period: Period | null): number | null {
  if (!holdsYearAround(roster, period)) return null;
  const inside = roster.months.map((month) => monthWeight(period, indexOf(month)) > 0);
  return people.filter(({ months }) => months.every(({ value }, m) => !inside[m] || value > 0)).length;
}

function seniority(people: readonly PersonEvaluation[]): Seniority | null {
  if (people.every((person) => person.senior === null)) return null;
  const personMonths = clean(people.reduce((sum, person) => sum + (person.senior ?? 0), 0));
  const actual = sumHalves(people.map((person) => person.total));
  return { personMonths, share: actual > 0 ? clean(personMonths / actual) : null };
}
