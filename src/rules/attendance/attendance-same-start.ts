import { mayBeRenewed } from "../../evaluation/employment";
import type { RosterEvaluation } from "../../evaluation/types";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { indexOf } from "../../tables/roster/months";
import { monthOf } from "../../values/dates";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthLabel } from "../words/roster";

interface Start {
  readonly person: number;
  readonly date: string;
  readonly month: number;
  /** By 备注; otherwise by the contract alone. */
  readonly remarked: boolean;
  /** What the sheet counts for the month, as far as its marks and remark tell. */
  readonly value: number;
}

/** Two persons start on the same day and the month counts differently: a question, since a contract may be a renewal. */
export const attendanceSameStart: Rule = {
  meta: { id: "attendance-same-start", severity: "warning", group: "attendance", title: "attendance-same-start-title", basis: ["R8", "question"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const { roster } = evaluated;
      const starts = startsOf(evaluated);
      for (const start of starts) {
        // Reported once a pair, at the one whose start no remark explains.
        const other = starts.find((candidate) => candidate.date === start.date && candidate.value !== start.value && (candidate.remarked || candidate.person < start.person));
        if (!other || (start.remarked && (!other.remarked || other.person > start.person))) continue;
        const contract = roster.persons[start.person]!.contract;
        const at = (start.remarked ? roster.persons[start.person]!.remark.at : contract.at) ?? roster.persons[start.person]!.nameAt;
        yield finding(this.meta, at, {
          severity: !start.remarked && mayBeRenewed(roster, roster.persons[start.person]!) ? "info" : "warning",
          message: () => say("attendance-same-start", {
            person: personLabel(roster, start.person), other: personLabel(roster, other.person), date: start.date, month: monthLabel(roster, start.month),
            value: start.value, otherValue: other.value
          }),
          basis: say("basis-r8-question"),
          subject: rosterSubject(personKey(roster, start.person), "start"),
          actual: start.remarked ? roster.persons[start.person]!.remark.text : contract.text,
          related: [related(roster.persons[other.person]!.remark.at ?? roster.persons[other.person]!.nameAt, personLabel(roster, other.person))]
        });
      }
    }
  }
};

function startsOf({ roster, people }: RosterEvaluation): Start[] {
  return roster.persons.flatMap((person, i) => {
    const joined = person.remark.events.find((event) => event.kind === "join" && event.date !== null)?.date ?? null;
    const date = joined ?? person.contract.start;
    const month = date === null ? -1 : roster.months.findIndex((candidate) => candidate.yearKnown && indexOf(candidate) === monthOf(date));
    const counted = people[i]!.months[month];
    // On duty before the contract starts: it is a renewal, or has a finding of its own.
    if (joined === null && people[i]!.months.slice(0, Math.max(0, month)).some((before) => before.ticked)) return [];
    // Left in the same month, or marks missing: the difference has another reason.
    if (date === null || !counted?.ticked || person.remark.events.some((event) => event.kind === "leave" && event.month === date.slice(0, 7))) return [];
    return [{ person: i, date, month, remarked: joined !== null, value: counted.value }];
  });
}
