import { markText, usualMarks } from "../tables/roster/marks";
import type { RosterEvaluation } from "../evaluation/types";
import type { Mark, Roster } from "../tables/roster/types";

/** The columns of a person's month whose tick is another sign than the usual one of its column (✔ among √), or a number kept as text. */
export function oddTicks(roster: Roster, person: number, month: number): number[] {
  return roster.persons[person]!.marks[month]!.flatMap((mark, j) => (isCounted(mark) && (mark.textual || (mark.kind === "present" && mark.text !== markText(usualMarks(roster, month, j).present))) ? [j] : []));
}

function isCounted({ kind }: Mark): boolean {
  return kind === "present" || kind === "half";
}

/** By how much a person's months, or one of them, would count more if all marks that can't be read were ticks. */
export function openValue({ people }: RosterEvaluation, person: number, month: number | null = null): number {
  const months = people[person]!.months.filter((one, m) => (month === null || m === month) && one.others.some(({ kind }) => kind === "mark"));
  return months.reduce((sum, { ifTicked, value }) => sum + ifTicked - value, 0);
}

/** What formulas that look for the roster's usual tick pass over: person-months, or ticks of a column of the month. */
export function passedOver({ roster, people }: RosterEvaluation, persons: readonly number[], month: number | null, column: number | null = null): number {
  const months = month === null ? roster.months.map((_, m) => m) : [month];
  let sum = 0;
  for (const i of persons) {
    for (const m of months) {
      const odd = oddTicks(roster, i, m);
      if (column === null) sum += odd.length > 0 ? people[i]!.months[m]!.value : 0;
      else if (odd.includes(column)) sum++;
    }
  }
  return sum;
}

/** Up to which the two-year subtotal of a person may go: 到岗小计 as printed or, where that is wrong, as counted, with marks that can't be read taken as ticks. */
export function seniorBound(evaluated: RosterEvaluation, person: number): number {
  return Math.max(evaluated.roster.persons[person]!.total?.number ?? 0, evaluated.people[person]!.total + openValue(evaluated, person));
}

/** By how much a person's months would count more if no remark (计0.5人次) settled them. */
export function settledAway({ people, weights }: RosterEvaluation, person: number): number {
  return people[person]!.months.reduce((sum, month, m) => sum + (month.settled && month.ticked ? weights[m]! - month.value : 0), 0);
}
