import type { Judgement } from "../../judgement/arithmetic";
import { compareRate } from "../../meaning/compare";
import { say } from "../../messages";
import { isDateFormat } from "../../values/dates";
import { percentText } from "../../values/numbers";
import { finding, type Found, related, shown } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { inputsOf, rateSubject } from "../views/rates";

/** Of so many formulas in a table, at most one in ten may be shown otherwise than the rest. */
const FEWEST_ALIKE = 8;

/**
 * Rates shown with fewer than two decimals although that hides something, or where all others of the table show two. A whole table of
 * them is one finding.
 */
export const rateCoarse: Rule = {
  meta: {
    id: "rate-coarse", severity: "warning", group: "indicators", title: "rate-coarse-title", basis: ["R15"],
    relations: { ground: "coarse" }
  },
  *check(context) {
    const bySheet = new Map<string, { coarse: Judgement[]; odd: Judgement[]; formulas: number; all: number }>();
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || meaning.byProof || typeof stated !== "number" || reading.number === null || isDateFormat(reading.format)) continue;
      const key = `${meaning.at.sheet}\u0000${meaning.table}`;
      const group = bySheet.get(key) ?? { coarse: [], odd: [], formulas: 0, all: 0 };
      bySheet.set(key, group);
      group.all++;
      const comparison = compareRate(reading, stated);
      if (reading.formula !== null) group.formulas++;
      if (comparison?.equal && comparison.coarse) group.coarse.push(judgement);
      // What hides nothing today hides it when the numbers change.
      else if (comparison?.equal && reading.formula !== null && !reading.textual && showsWholePercents(reading.text)) group.odd.push(judgement);
    }
    for (const { coarse, odd, formulas, all } of bySheet.values()) {
      if (formulas >= FEWEST_ALIKE && (odd.length + coarse.length) * 10 <= formulas) for (const judgement of odd) yield otherwise(this.meta, judgement);
      const whole = coarse.length > 3 && coarse.length * 2 > all;
      for (const judgement of whole ? coarse.slice(0, 1) : coarse) {
        const { reading, meaning } = judgement;
        const expected = percentText(judgement.stated as number);
        yield finding(this.meta, meaning.at, {
          message: () => whole
            ? say("rate-coarse-table", { shown: shown(reading), count: coarse.length })
            : say("rate-coarse", { label: meaning.label, shown: shown(reading), expected }),
          basis: say("basis-rate"),
          subject: rateSubject(judgement),
          actual: reading.text,
          expected,
          related: whole ? coarse.slice(1).map((other) => related(other.meaning.at, other.meaning.label)) : inputsOf(judgement)
        });
      }
    }
  }
};

/** "108%", where a percentage has two decimals. */
function showsWholePercents(text: string): boolean {
  return /^-?[\d,]+[%％]$/.test(text.trim());
}

function otherwise(meta: RuleMeta, judgement: Judgement): Found {
  const { reading, meaning } = judgement;
  const expected = percentText(judgement.stated as number);
  return finding(meta, meaning.at, {
    message: () => say("rate-coarse-one", { label: meaning.label, shown: shown(reading), expected }),
    basis: say("basis-rate"),
    subject: rateSubject(judgement),
    actual: reading.text,
    expected,
    related: inputsOf(judgement)
  });
}
