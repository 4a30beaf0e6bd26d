import { say } from "../../messages";
import { numberText, percentText } from "../../values/numbers";
import { finding } from "../finding";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { peersOf } from "../views/peers";
import { inputsOf, partsOf, rateSubject } from "../views/rates";

/** A rate or a total left blank where its neighbours are filled in. */
export const valueMissing: Rule = {
  meta: {
    id: "value-missing", severity: "info", group: "indicators", title: "value-missing-title", basis: ["R15", "arithmetic"],
    relations: { ground: "blank" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (reading.kind !== "blank" || reading.formula !== null || typeof stated !== "number" || (meaning.role !== "rate" && meaning.role !== "total")) continue;
      // A column or table that nobody fills in is a choice, not a slip.
      const { filled, blank } = peersOf(context.arithmetic, judgement);
      if (filled < blank) continue;
      const parts = meaning.role === "rate" ? partsOf(context, judgement) : null;
      if (meaning.role === "rate" && !parts) continue;
      const expected = parts ? percentText(stated) : numberText(stated);
      yield finding(this.meta, meaning.at, {
        message: () => parts
          ? say("value-missing-rate", { label: meaning.label, done: numberText(parts.done), target: numberText(parts.target), expected })
          : say("value-missing-total", { label: meaning.label, expected }),
        basis: say(parts ? "basis-rate" : "basis-total"),
        subject: rateSubject(judgement),
        expected,
        related: parts ? inputsOf(judgement) : [],
        fix: () => rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};
