import type { Judged } from "../../judgement/roster";
import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { cellName } from "../../workbook";
import { shown } from "../finding";
import { bottomRow, columnRange, sumFix } from "../fixes/roster";
import type { Rule } from "../rule";
import { ownMistakes, report, summaryMistakes } from "../views/roster";

/** 小计 and 总计: sums of subtotals, of groups, of months. */
export const attendanceSum: Rule = {
  meta: { id: "attendance-sum", severity: "error", group: "attendance", title: "attendance-sum-title", basis: ["arithmetic"] },
  check: ({ evaluation }) => [
    ...evaluation.rosters.map((evaluated) => ({ evaluated, mistakes: ownMistakes(evaluated, "sum") })),
    ...evaluation.summaries.map((evaluated) => ({ evaluated, mistakes: summaryMistakes(evaluated, "sum") }))
  ].flatMap(({ evaluated, mistakes }) => mistakes.map((judged) => {
    const own = judged.parts.map((part) => part.reading.at);
    const column = own.every((at) => at.column === own[0]!.column) && judged.parts.every((part) => part.kind === "person");
    const formula = column
      ? `=SUM(${columnRange(own.map((at) => at.row), own[0]!.column)})`
      : `=${own.map((at) => cellName(at.row, at.column)).join("+")}`;
    return report(attendanceSum.meta, evaluated, judged, {
      severity: judged.reading.text === "" ? "warning" : "error",
      message: () => judged.reading.text === ""
        ? say("attendance-sum-blank", { label: judged.label, expected: numberText(judged.expected), sum: addition(judged) })
        : say("attendance-sum", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), sum: addition(judged) }),
      basis: say("basis-sum"),
      fix: () => sumFix(judged.reading, judged.expected, formula, bottomRow(evaluated.roster, judged.reading))
    });
  }))
};

/** "98＋16", cut where it would be long. */
function addition(judged: Judged): string {
  const numbers = judged.parts.map((part) => numberText(part.reading.number ?? 0));
  return numbers.length > 8 ? `${numbers.slice(0, 7).join("＋")}＋…` : numbers.join("＋");
}
