import { mayBeRenewed, placeOf } from "../../evaluation/employment";
import { judgeRoster } from "../../judgement/roster";
import { consequencesOfTicks } from "../../judgement/roster-consequences";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { indexOf } from "../../tables/roster/months";
import type { Roster } from "../../tables/roster/types";
import { firstDay, lastDay } from "../../values/dates";
import type { CellAddress } from "../../workbook";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { consequence, rosterSubject } from "../views/roster";
import { monthLabel, monthList } from "../words/roster";

type Outside = "before-join" | "after-leave" | "before-contract" | "after-contract";

/** Ticks before joining or after leaving by 备注 (R8), before the contract starts or after it ends; of one that may be a renewal it is the weakest of questions. */
export const attendanceOutside: Rule = {
  meta: { id: "attendance-outside", severity: "warning", group: "attendance", title: "attendance-outside-title", basis: ["R8", "consistency"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const { roster } = evaluated;
      for (const [i, person] of roster.persons.entries()) {
        const found = new Map<Outside, { at: CellAddress; months: number[] }>();
        roster.months.forEach((_, m) => {
          const ticked = person.marks[m]!.find((mark) => mark.kind === "present");
          // A number of person-months in such a month is said to be wrong by itself.
          const outside = ticked && !evaluated.people[i]!.months[m]!.contradicted ? outsideOf(roster, i, m) : null;
          if (!ticked || !outside) return;
          const entry = found.get(outside) ?? { at: ticked.at, months: [] };
          entry.months.push(m);
          found.set(outside, entry);
        });
        for (const [outside, { at, months }] of found) {
          const byContract = outside === "before-contract" || outside === "after-contract";
          const source = byContract ? person.contract.at : person.remark.at;
          const renewed = outside === "before-contract" && mayBeRenewed(roster, person);
          // Whose contract ran out while the ticks go on has most likely a new one: the contract is to be brought up to date.
          yield finding(this.meta, outside === "after-contract" && source ? source : at, {
            severity: renewed ? "info" : "warning",
            message: () => say(renewed ? "attendance-outside-renewed" : `attendance-outside-${outside}`, {
              person: personLabel(roster, i), months: monthList(roster, months), text: (byContract ? person.contract.text : person.remark.text).replace(/\s+/g, " ")
            }),
            basis: say(byContract ? "basis-contract" : "basis-r8"),
            subject: rosterSubject(personKey(roster, i), outside),
            consequences: byContract ? [] : consequencesOfTicks(i, months, judgeRoster(evaluated)).map(consequence),
            related: !source ? [] : outside === "after-contract" ? months.map((m) => related(person.marks[m]!.find((mark) => mark.kind === "present")!.at, say("label-month-marks", { month: monthLabel(roster, m) })))
              : [related(source, say(byContract ? "label-contract" : "label-remark"))]
          });
        }
      }
    }
  }
};

function outsideOf(roster: Roster, i: number, m: number): Outside | null {
  const person = roster.persons[i]!;
  const month = roster.months[m]!;
  const { state } = placeOf(person, month);
  if (state === "before") return "before-join";
  if (state === "after") return "after-leave";
  if (!month.yearKnown) return null;
  const { start, end } = person.contract;
  if (start !== null && start > lastDay(indexOf(month))) return "before-contract";
  return end !== null && end < firstDay(indexOf(month)) ? "after-contract" : null;
}
