import { mayBeRenewed, placeOf } from "../../evaluation/employment";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { indexOf } from "../../tables/roster/months";
import type { Roster } from "../../tables/roster/types";
import { firstDay, lastDay } from "../../values/dates";
import type { CellAddress } from "../../workbook";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthList } from "../words/roster";

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
          const outside = ticked ? outsideOf(roster, i, m) : null;
          if (!ticked || !outside) return;
          const entry = found.get(outside) ?? { at: ticked.at, months: [] };
          entry.months.push(m);
          found.set(outside, entry);
        });
        for (const [outside, { at, months }] of found) {
          const byContract = outside === "before-contract" || outside === "after-contract";
          const source = byContract ? person.contract.at : person.remark.at;
          const renewed = outside === "before-contract" && mayBeRenewed(roster, person);
          yield finding(this.meta, at, {
            severity: renewed ? "info" : "warning",
            message: () => say(renewed ? "attendance-outside-renewed" : `attendance-outside-${outside}`, {
              person: personLabel(roster, i), months: monthList(roster, months), text: (byContract ? person.contract.text : person.remark.text).replace(/\s+/g, " ")
            }),
            basis: say(byContract ? "basis-contract" : "basis-r8"),
            subject: rosterSubject(personKey(roster, i), outside),
            related: source ? [related(source, say(byContract ? "label-contract" : "label-remark"))] : []
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
