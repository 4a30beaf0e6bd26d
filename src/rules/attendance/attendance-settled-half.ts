import type { RosterEvaluation } from "../../evaluation/types";
import { type Judged, judgeRoster } from "../../judgement/roster";
import { settledAway } from "../../judgement/roster-marks";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { finding, related, shown } from "../finding";
import { personFix } from "../fixes/roster";
import type { Rule } from "../rule";
import { consequences, rosterSubject } from "../views/roster";
import { monthList } from "../words/roster";

/** R8: 备注 says 计0.5人次, the subtotal counts the month in full. */
export const attendanceSettledHalf: Rule = {
  meta: { id: "attendance-settled-half", severity: "error", group: "attendance", title: "attendance-settled-half-title", basis: ["R8"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const judgement = judgeRoster(evaluated);
      for (const judged of judgement.persons) {
        if (!judged || judged.status !== "wrong" || !isUnsettledHalf(evaluated, judged)) continue;
        const { roster } = evaluated;
        const i = judged.persons[0]!;
        const months = monthList(roster, evaluated.people[i]!.months.flatMap((month, m) => (month.settled ? [m] : [])));
        const expected = numberText(judged.expected);
        yield finding(this.meta, judged.reading.at, {
          message: () => say("attendance-settled-half", { person: personLabel(roster, i), shown: shown(judged.reading), expected, months }),
          basis: say("basis-r8-remark"),
          subject: rosterSubject(personKey(roster, i), "total"),
          actual: judged.reading.text,
          expected,
          related: roster.persons[i]!.remark.at ? [related(roster.persons[i]!.remark.at!, say("label-remark"))] : [],
          fix: () => personFix(evaluated, judged),
          consequences: consequences(judged, judgement)
        });
      }
    }
  }
};

/** The subtotal is wrong by just what a remark's 计0.5人次 leaves out. */
export function isUnsettledHalf(evaluated: RosterEvaluation, judged: Judged): boolean {
  if (judged.reading.number === null) return false;
  const ignored = settledAway(evaluated, judged.persons[0]!);
  return ignored > 0 && judged.reading.number - judged.expected === ignored;
}
