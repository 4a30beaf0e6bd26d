import { say } from "../../messages";
import { finding, shown } from "../finding";
import { valueFix } from "../fixes/content";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { inputsOf, rateSubject } from "../views/rates";

/** R16: "/" as target asks for "/" as rate. */
export const rateWithoutTarget: Rule = {
  meta: {
    id: "rate-without-target", severity: "error", group: "indicators", title: "rate-without-target-title", basis: ["R16"],
    // Beside the target "/" it cannot be told which of the two is wrong.
    relations: { ground: "computed", doubts: "related" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || stated !== "/" || reading.number === null) continue;
      yield finding(this.meta, meaning.at, {
        message: () => say("rate-without-target", { label: meaning.label, shown: shown(reading) }),
        basis: say("basis-no-target"),
        subject: rateSubject(judgement),
        actual: reading.text,
        expected: "/",
        related: inputsOf(judgement),
        fix: () => rightFormulaFix(context.arithmetic, judgement) ?? valueFix(reading, "/", say("fix-slash"))
      });
    }
  }
};
