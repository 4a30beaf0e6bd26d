import type { Judgement } from "../../judgement/arithmetic";
import { compareRate } from "../../meaning/compare";
import { say } from "../../messages";
import { isDateFormat } from "../../values/dates";
import { percentText } from "../../values/numbers";
import { finding, related, shown } from "../finding";
import type { Rule } from "../rule";
import { inputsOf, rateSubject } from "../views/rates";

/** Rates shown with fewer than two decimals although that hides something. A whole table of them is one finding. */
export const rateCoarse: Rule = {
  meta: {
    id: "rate-coarse", severity: "warning", group: "indicators", title: "rate-coarse-title", basis: ["R15"],
    relations: { ground: "coarse" }
  },
  *check(context) {
    const bySheet = new Map<string, { coarse: Judgement[]; all: number }>();
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning } = judgement;
      if (meaning.role !== "rate" || meaning.byProof || typeof stated !== "number" || reading.number === null || isDateFormat(reading.format)) continue;
      const key = `${meaning.at.sheet}\u0000${meaning.table}`;
      const group = bySheet.get(key) ?? { coarse: [], all: 0 };
      bySheet.set(key, group);
      group.all++;
      const comparison = compareRate(reading, stated);
      if (comparison?.equal && comparison.coarse) group.coarse.push(judgement);
    }
    for (const { coarse, all } of bySheet.values()) {
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
