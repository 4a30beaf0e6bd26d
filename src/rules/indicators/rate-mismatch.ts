import { compareRate, expectedRateText } from "../../meaning/compare";
import { say, type Sentence } from "../../messages";
import { numberText, roundHalfUp, sameNumber } from "../../values/numbers";
import { writtenDecimals } from "../../values/text";
import { isStations } from "../../tables/tables";
import { finding, related, shown } from "../finding";
import { ratioFix } from "../fixes/rates";
import { rightFormulaFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { wrongExecutions } from "../views/execution";
import { formulasBeside } from "../views/peers";
import { inputsOf, partsOf, rateBasis, rateSubject, repeatedElsewhere, unprovedRates, wordsOf } from "../views/rates";

/** R15: a typed rate that is not done ÷ target at the precision it is shown with. */
export const rateMismatch: Rule = {
  meta: {
    id: "rate-mismatch", severity: "error", group: "indicators", title: "rate-mismatch-title", basis: ["R15"],
    relations: { ground: "computed", compares: "related" }
  },
  *check(context) {
    for (const { reading, spent, budget, expected } of isStations(context.tables) ? wrongExecutions(context.workbook) : []) {
      // What a table's own numbers say of the cell goes before its words.
      if (context.arithmetic.at(reading.at)) continue;
      const right = expectedRateText(reading, expected);
      yield finding(this.meta, reading.at, {
        message: () => say("rate-execution", { shown: shown(reading), spent: spent.text, budget: budget.text, expected: right }),
        basis: say("basis-execution"),
        subject: { table: "workbook", row: `${reading.at.sheet} ${reading.at.row}`, column: "execution" },
        actual: reading.text,
        expected: right,
        related: [related(spent.at, say("label-spent")), related(budget.at, say("label-budget"))]
      });
    }
    for (const judgement of unprovedRates(context)) {
      const { stated, reading, meaning } = judgement;
      if (typeof stated !== "number" || judgement.agrees !== false || reading.kind === "blank") continue;
      const comparison = compareRate(reading, stated);
      if (comparison && !comparison.equal && comparison.hundredfold) continue;
      const parts = partsOf(context, judgement);
      if (!parts) continue;
      const expected = expectedRateText(reading, stated);
      const texts = { target: numberText(parts.target), done: numberText(parts.done) };
      yield finding(this.meta, meaning.at, {
        message: (fix) => say("rate-mismatch", {
          label: meaning.label, shown: shown(reading), ...texts, ...wordsOf(judgement), expected, cause: meaning.isCapped && parts.done > parts.target ? say("cause-capped") : likelyCause(reading.text, reading.number, parts.target, parts.done),
          mend: fix?.kind === "formula" ? say("mend-rate-formula", { formula: String(fix.after) }) : say("mend-rate-typed", { expected })
        }),
        basis: rateBasis(judgement),
        subject: rateSubject(judgement),
        actual: reading.text,
        expected,
        related: [...inputsOf(judgement), ...repeatedElsewhere(context, meaning.at)],
        fix: () => (formulasBeside(context.arithmetic, judgement) ? rightFormulaFix(context.arithmetic, judgement) : null)
          ?? ratioFix(context.arithmetic, judgement, stated, expected, say("fix-rate", { ...texts, expected }))
      });
    }
  }
};

/** What may have led to the wrong rate, where the numbers tell; an empty sentence otherwise. */
function likelyCause(text: string, ratio: number | null, target: number, done: number): Sentence {
  if (ratio === null) return say("cause-shown-slash");
  const decimals = writtenDecimals(text) + (text.includes("%") || text.includes("％") ? 2 : 0);
  const fits = (value: number): boolean => Number.isFinite(value) && sameNumber(roundHalfUp(value, decimals), roundHalfUp(ratio, decimals));
  const exact = done / target;
  if (fits(roundHalfUp(exact, 2)) && decimals > 2) return say("cause-rounded-first", { shown: text });
  if (decimals >= 3 && fits(Math.floor(exact * 10 ** decimals) / 10 ** decimals)) return say("cause-truncated");
  if (done !== 0 && fits(target / done)) return say("cause-inverted");
  // With few decimals many fractions fit, and one of them would explain nothing.
  if (decimals >= 3 && target <= 10 ** (decimals - 1)) {
    const oldDone = Math.round(ratio * target);
    if (oldDone > 0 && oldDone !== done && fits(oldDone / target)) return say("cause-stale-done", { shown: text, done: numberText(oldDone), target: numberText(target) });
    const oldTarget = Math.round(done / ratio);
    if (oldTarget > 0 && oldTarget !== target && fits(done / oldTarget)) return say("cause-stale-target", { shown: text, done: numberText(done), target: numberText(oldTarget) });
  }
  return say("no-cause");
}
