import { say } from "../../messages";
import { markCriterion, usualMarks } from "../../tables/roster/marks";
import { numberText } from "../../values/numbers";
import { shown } from "../finding";
import { bottomRow, columnRange, sumFix } from "../fixes/roster";
import type { Rule } from "../rule";
import { ownMistakes, report } from "../views/roster";

/** The ticks of a column, of a group or of everybody. */
export const attendanceTickCount: Rule = {
  meta: { id: "attendance-tick-count", severity: "error", group: "attendance", title: "attendance-tick-count-title", basis: ["arithmetic"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) => {
    const { roster } = evaluated;
    return ownMistakes(evaluated, "ticks").map((judged) => {
      const rows = judged.persons.map((i) => roster.persons[i]!.row);
      const range = columnRange(rows, judged.reading.at.column);
      const usual = usualMarks(roster, judged.month!, judged.mark!);
      const formula = roster.numbers ? `=SUM(${range})` : `=COUNTIF(${range},${markCriterion(usual.present)})`;
      return report(attendanceTickCount.meta, evaluated, judged, {
        message: () => say("attendance-tick-count", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected) }),
        basis: say("basis-ticks"),
        fix: () => sumFix(judged.reading, judged.expected, roster.turned ? null : formula, bottomRow(roster, judged.reading))
      });
    });
  })
};
