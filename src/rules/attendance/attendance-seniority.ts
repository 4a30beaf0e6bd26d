import { seniorBound } from "../../judgement/roster-marks";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { finding, related, shown } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";

/** R14: 符合从业2年以上 of a person is 0 … 到岗小计; in between is worth a look, since a person has the two years or has not. */
export const attendanceSeniority: Rule = {
  meta: { id: "attendance-seniority", severity: "error", group: "attendance", title: "attendance-seniority-title", basis: ["R14"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const { roster } = evaluated;
      for (const [i, person] of roster.persons.entries()) {
        const { senior, total } = person;
        if (!senior || senior.number === null) continue;
        const limit = seniorBound(evaluated, i);
        const outside = senior.number < 0 || senior.number > limit;
        if (!outside && (senior.number === 0 || total?.number == null || senior.number >= total.number)) continue;
        yield finding(this.meta, senior.at, {
          severity: outside ? "error" : "info",
          message: () => outside
            ? say("attendance-seniority", { person: personLabel(roster, i), shown: shown(senior), limit: numberText(limit) })
            : say("attendance-seniority-part", { person: personLabel(roster, i), shown: shown(senior), total: shown(total!) }),
          basis: say("basis-r14"),
          subject: rosterSubject(personKey(roster, i), "senior"),
          actual: senior.text,
          related: total ? [related(total.at, say("label-person-total", { person: personLabel(roster, i) }))] : []
        });
      }
    }
  }
};
