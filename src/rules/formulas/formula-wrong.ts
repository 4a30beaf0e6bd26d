import { say, type Sentence } from "../../messages";
import { finding, related, shown } from "../finding";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { rateBasis } from "../views/rates";
import { expectedText } from "../words/expected";
import { explainSlip } from "../words/slips";

/** A formula that does not compute what its cell means: wrong row, wrong column, inverted, anchored, a row left out, right today only by luck. */
export const formulaWrong: Rule = {
  meta: {
    id: "formula-wrong", severity: "error", group: "formulas", title: "formula-wrong-title", basis: ["R15", "R17", "arithmetic"],
    relations: { ground: "formula" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading, verdict } = judgement;
      if (verdict?.state !== "wrong") continue;
      const slip = (): Sentence => explainSlip(context.workbook, context.arithmetic, judgement);
      if (meaning.constantsAllowed && slip().id === "slip-constants") continue;
      const expected = expectedText(judgement);
      const lucky = judgement.agrees === true && expected !== "";
      yield finding(this.meta, meaning.at, {
        message: (fix) => {
          const mend = fix ? say("mend-formula", { formula: String(fix.after) }) : say("mend-by-hand");
          const data = { label: meaning.label, shown: shown(reading), formula: reading.formula!, slip: slip(), mend };
          return lucky ? say("formula-lucky", data) : expected === "" ? say("formula-only", data) : say("formula-wrong", { ...data, expected });
        },
        basis: meaning.role === "rate" ? rateBasis(judgement) : meaning.role === "total" ? say(meaning.byProof ? "basis-own-sum" : "basis-total") : say("basis-formula"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected: (fix) => (lucky && fix ? String(fix.after) : expected),
        related: meaning.inputs.slice(0, 12).map((at) => related(at, context.arithmetic.at(at)?.meaning.label ?? say("input-cell"))),
        fix: () => rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};
