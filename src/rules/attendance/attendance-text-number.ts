import { judgeRoster } from "../../judgement/roster";
import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { shown } from "../finding";
import { numberFix } from "../fixes/roster";
import type { Rule } from "../rule";
import { report } from "../views/roster";

/** The right number, kept as text: sums pass over it. */
export const attendanceTextNumber: Rule = {
  meta: { id: "attendance-text-number", severity: "error", group: "attendance", title: "attendance-text-number-title", basis: ["excel"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) =>
    judgeRoster(evaluated).all.filter((judged) => judged.status === "text" && judged.reading.formula === null).map((judged) =>
      report(attendanceTextNumber.meta, evaluated, judged, {
        message: () => say("attendance-text-number", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected) }),
        basis: say("basis-number-kept"),
        fix: () => numberFix(judged.reading, judged.expected)
      })))
};
