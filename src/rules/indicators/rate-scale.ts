import { compareRate } from "../../meaning/compare";
import { say } from "../../messages";
import { numberText, percentText } from "../../values/numbers";
import { finding, shown } from "../finding";
import { ratioFix } from "../fixes/rates";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { formulasBeside } from "../views/peers";
import { inputsOf, rateSubject, unprovedRates } from "../views/rates";

/** 68.24 typed for 68.24%. */
export const rateScale: Rule = {
  meta: {
    id: "rate-scale", severity: "warning", group: "indicators", title: "rate-scale-title", basis: ["R15"],
    relations: { ground: "computed", part: "cause" }
  },
  *check(context) {
    for (const judgement of unprovedRates(context)) {
      const { stated, reading, meaning } = judgement;
      if (typeof stated !== "number" || judgement.agrees !== false) continue;
      const comparison = compareRate(reading, stated);
      if (!comparison || comparison.equal || !comparison.hundredfold) continue;
      const expected = percentText(stated);
      yield finding(this.meta, meaning.at, {
        message: () => say("rate-scale", { label: meaning.label, shown: shown(reading), expected, number: numberText(reading.number!) }),
        basis: say("basis-rate"),
        subject: rateSubject(judgement),
        actual: reading.text,
        expected,
        related: inputsOf(judgement),
        fix: () => (formulasBeside(context.arithmetic, judgement) ? rightFormulaFix(context.arithmetic, judgement) : null)
          ?? ratioFix(context.arithmetic, judgement, stated, expected, say("fix-roster-number", { number: expected }))
      });
    }
  }
};
