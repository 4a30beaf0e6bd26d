import { gradeOf } from "../../evaluation/scores";
import { say } from "../../messages";
import { scoreText } from "../../values/numbers";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { scoreSubject } from "../views/scores";
import { listedVetoes } from "../views/veto-list";

/** R2, R4: the printed grade against the total, and against the workbook's own list of vetoes. */
export const scoreGrade: Rule = {
  meta: { id: "score-grade", severity: "error", group: "scores", title: "score-grade-title", basis: ["R2", "R4"], relations: { compares: "related" } },
  *check({ workbook, tables, settings, evaluation, arithmetic }) {
    const listed = tables.scores.some(({ grade }) => grade) ? listedVetoes(workbook) : [];
    const [veto] = listed;
    const met = veto !== undefined || evaluation.vetoes.some((veto) => veto.state === "met" || veto.state === "unconfirmed");
    for (const table of tables.scores) {
      if (!table.grade) continue;
      if (veto && table.grade.grade !== "不合格") {
        yield finding(this.meta, table.grade.at, {
          message: () => say("score-grade-listed-veto", { shown: table.grade!.grade, item: veto.item, answer: veto.answer.text }),
          basis: say("basis-r4"), subject: scoreSubject(table, "total", "grade"), actual: table.grade.grade, expected: "不合格",
          related: listed.map(({ answer }) => related(answer.at, say("label-veto-answer")))
        });
        continue;
      }
      const total = table.total?.converted?.number ?? table.total?.score?.number ?? table.lines.find((line) => line.party === "total")?.value ?? evaluation.scores?.total ?? null;
      if (total === null) continue;
      const expected = gradeOf(total, settings.gradeLimits);
      // 不合格 in spite of the total is what a veto (R4) makes of it, and some vetoes no table shows.
      // A total that is wrong itself says nothing of a grade that fits the right one.
      const sum = table.total?.converted ?? table.total?.score ?? null;
      const right = sum && arithmetic.at(sum.at)?.ideal;
      if (typeof right === "number" && table.grade.grade === gradeOf(right, settings.gradeLimits)) continue;
      if (table.grade.grade === expected || (table.grade.grade === "不合格" && met)) continue;
      const severity = table.grade.grade === "不合格" ? ("warning" as const) : ("error" as const);
      yield finding(this.meta, table.grade.at, {
        severity,
        message: () => say(severity === "warning" ? "score-grade-veto" : "score-grade", { shown: table.grade!.grade, total: scoreText(total), expected }),
        basis: say("basis-r2"), subject: scoreSubject(table, "total", "grade"), actual: table.grade.grade, expected,
        related: sum ? [related(sum.at, say("label-score-sum"))] : []
      });
    }
  }
};
