import type { Judged } from "../../judgement/roster";
import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { cellName, type Workbook } from "../../workbook";
import { finding, type Found, related, shown } from "../finding";
import { bottomRow, columnRange, numberFix, sumFix } from "../fixes/roster";
import type { CheckContext, Rule } from "../rule";
import { ownMistakes, report, rosterSubject, summaryMistakes } from "../views/roster";
import { wrongSurpluses } from "../views/surplus";

/** 小计 and 总计: sums of subtotals, of groups, of months. */
export const attendanceSum: Rule = {
  meta: { id: "attendance-sum", severity: "error", group: "attendance", title: "attendance-sum-title", basis: ["arithmetic"] },
  check: ({ evaluation, workbook }) => [...surpluses(evaluation, workbook), ...[
    ...evaluation.rosters.map((evaluated) => ({ evaluated, mistakes: ownMistakes(evaluated, "sum") })),
    ...evaluation.summaries.map((evaluated) => ({ evaluated, mistakes: summaryMistakes(evaluated, "sum") }))
  ].flatMap(({ evaluated, mistakes }) => mistakes.map((judged) => {
    const own = judged.parts.map((part) => part.reading.at);
    const column = own.every((at) => at.column === own[0]!.column) && judged.parts.every((part) => part.kind === "person" || part.kind === "part");
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
  }))]
};

/** 超配 = 实到 − 应到 (R9), wherever the three stand together. */
function surpluses(evaluation: CheckContext["evaluation"], workbook: Workbook): Found[] {
  if (evaluation.rosters.length === 0) return [];
  return wrongSurpluses(workbook).map(({ reading, label, actual, due, expected }) => finding(attendanceSum.meta, reading.at, {
    message: () => say("attendance-surplus", { label, shown: shown(reading), actual: numberText(actual.number!), due: numberText(due.number!), expected: numberText(expected) }),
    basis: say("basis-surplus"),
    subject: rosterSubject("surplus", label),
    actual: reading.text,
    expected: numberText(expected),
    related: [related(actual.at, say("label-surplus-actual")), related(due.at, say("label-surplus-due"))],
    fix: () => (reading.formula === null ? numberFix(reading, expected) : null)
  }));
}

/** "98＋16", cut where it would be long. */
function addition(judged: Judged): string {
  const numbers = judged.parts.map((part) => numberText(part.reading.number ?? 0));
  return numbers.length > 8 ? `${numbers.slice(0, 7).join("＋")}＋…` : numbers.join("＋");
}
