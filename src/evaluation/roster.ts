import type { Settings } from "../settings/types";
import { monthOf } from "../values/dates";
import { indexOf } from "../tables/roster/months";
import type { Roster } from "../tables/roster/types";
import type { Period } from "../values/period";
import { clean, sumHalves } from "../values/exact";
import { monthsCounted, overlappingPeriod, ownPeriod, rosterWeights, sameMonths } from "./months";
import { personMonths } from "./person";
import type { MonthStaffing, PersonEvaluation, Retention, RosterEvaluation, Seniority, Staffing } from "./types";

/** Everything that one roster gives by itself. `titled` are the periods that titles of indicator sheets name. */
export function evaluateRoster(roster: Roster, titled: readonly Period[], settings: Settings): RosterEvaluation {
  const period = periodFor(roster, titled, settings);
  const weights = settledWeights(roster, period, isStated(roster, titled, settings), settings);
  const months = period && isStated(roster, titled, settings) && sameMonths(roster, period) ? monthsCounted(period) : sumHalves(weights);
  const people = roster.persons.map((person): PersonEvaluation => {
    const counted = personMonths(person, roster.months, weights, settings);
    return {
      sheet: roster.sheet, row: person.row, no: person.no, name: person.name, group: person.group, months: counted,
      total: sumHalves(counted.map((month) => month.value)),
      printed: person.total?.number ?? null,
      retained: counted.every((month) => month.value > 0),
      senior: person.senior?.number ?? null
    };
  });
  return {
    roster, period, weights, months, people,
    staffing: staffing(roster, weights, months, people, settings),
    retention: retention(roster, weights, people, settings),
    seniority: seniority(people)
  };
}

/**
 * Where the roster's months are not the period's, or no period is stated, nothing tells what the roster's first or last
 * month counts: it is taken as most printed subtotals take it. That period and months disagree is said once.
 */
function settledWeights(roster: Roster, period: Period | null, stated: boolean, settings: Settings): number[] {
  const plain = rosterWeights(roster, period);
  if (!period || (stated && sameMonths(roster, period)) || roster.months.some((month) => !month.yearKnown)) return plain;
  const last = plain.length - 1;
  // Without a stated period only the agreement's first and last day tell something.
  const told = stated ? period : roster.agreement;
  const open = [0, last].filter((m) => told === null || indexOf(roster.months[m]!) !== monthOf(m === 0 ? told.start : told.end));
  const options = (m: number): number[] => (open.includes(m) ? [plain[m]!, plain[m] === 1 ? 0.5 : 1] : [plain[m]!]);
  let best = plain;
  let most = -1;
  for (const first of options(0)) {
    for (const end of last > 0 ? options(last) : [null]) {
      const weights = plain.map((weight, m) => (m === 0 ? first : m === last ? end! : weight));
      const fitting = roster.persons.filter((person) =>
        person.total?.number != null && sumHalves(personMonths(person, roster.months, weights, settings).map((month) => month.value)) === person.total.number).length;
      if (fitting > most) [best, most] = [weights, fitting];
    }
  }
  return best;
}

/** Does a title or a setting name the period, or is it only what the roster's months suggest? */
function isStated(roster: Roster, titled: readonly Period[], settings: Settings): boolean {
  return (settings.period ?? roster.period ?? overlappingPeriod(roster, titled)) !== null;
}

function periodFor(roster: Roster, titled: readonly Period[], settings: Settings): Period | null {
  if (settings.period) return settings.period;
  return roster.period ?? overlappingPeriod(roster, titled) ?? ownPeriod(roster);
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
  const atEnd = people.filter((person) => (person.months.at(-1)?.value ?? 0) > 0);
  const certifiedAtEnd = atEnd.filter((person) => person.group === "certified").length;
  return {
    headcount, due, actual, surplus: clean(actual - due),
    certified: { share, due: certifiedDue, actual: certifiedActual, surplus: clean(certifiedActual - certifiedDue) },
    byMonth,
    atEnd: { certified: certifiedAtEnd, uncertified: atEnd.length - certifiedAtEnd, total: atEnd.length },
    trainingHours: clean(due * settings.trainingHoursPerPersonMonth)
  };
}

function retention(roster: Roster, weights: readonly number[], people: readonly PersonEvaluation[], settings: Settings): Retention {
  const retained = people.filter((person) => person.retained).length;
  const { headcount, retentionLimit: limit } = settings;
  return {
    retained, headcount, limit,
    rate: clean(retained / headcount),
    printed: roster.retention?.number ?? null,
    // Compared without division, so that 16 of 20 is not a hair below 0.8.
    meets: retained >= clean(limit * headcount),
    retainedWithoutHalves: people.filter((person) => person.months.every((month, i) => month.value > 0 && month.value >= weights[i]!)).length
  };
}

function seniority(people: readonly PersonEvaluation[]): Seniority | null {
  if (people.every((person) => person.senior === null)) return null;
  const personMonths = clean(people.reduce((sum, person) => sum + (person.senior ?? 0), 0));
  const actual = sumHalves(people.map((person) => person.total));
  return { personMonths, share: actual > 0 ? clean(personMonths / actual) : null };
}
