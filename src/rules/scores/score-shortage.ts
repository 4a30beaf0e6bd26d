import { say } from "../../messages";
import { finding, type AwaitedSetting } from "../finding";
import type { Rule } from "../rule";
import { scoreSubject } from "../views/scores";

function awaited(confirmed: { readonly headcount: boolean; readonly share: boolean } | undefined): AwaitedSetting[] {
  return [...(confirmed?.headcount ? [] : ["headcount" as const]), ...(confirmed?.share ? [] : ["certifiedShare" as const])];
}

/** R4: a shortage that makes 不合格, beside a grade that does not say so; while headcount or share are only defaults it asks for them. */
export const scoreShortage: Rule = {
  meta: { id: "score-shortage", severity: "warning", group: "scores", title: "score-shortage-title", basis: ["R4", "R5", "R10"] },
  *check({ tables, evaluation }) {
    const met = evaluation.vetoes.filter((veto) => veto.state === "met");
    const likely = evaluation.vetoes.filter((veto) => veto.state === "unconfirmed");
    if (met.length + likely.length === 0) return;
    for (const table of tables.scores) {
      if (!table.grade || table.grade.grade === "不合格") continue;
      yield finding(this.meta, table.grade.at, {
        message: () => say(met.length > 0 ? "score-shortage" : "score-shortage-unconfirmed", { shown: table.grade!.grade, details: (met.length > 0 ? met : likely).map((veto) => veto.detail) }),
        awaits: met.length > 0 ? [] : awaited(evaluation.used?.staffing.confirmed),
        basis: say("basis-r4"), subject: scoreSubject(table, "total", "veto"), actual: table.grade.grade
      });
    }
  }
};
