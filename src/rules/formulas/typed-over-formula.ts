import { say } from "../../messages";
import { finding, related, shown } from "../finding";
import { provedFix } from "../fixes/right-formula";
import type { Rule } from "../rule";
import { peersOf } from "../views/peers";
import { replacedFormula } from "../views/replaced-formula";

/** R17: a number typed where its neighbours have formulas, right today. */
export const typedOverFormula: Rule = {
  meta: {
    id: "typed-over-formula", severity: "warning", group: "formulas", title: "typed-over-formula-title", basis: ["R17"],
    relations: { ground: "typed" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading } = judgement;
      const formula = replacedFormula(context, judgement);
      if (formula === null) continue;
      yield finding(this.meta, meaning.at, {
        message: (fix) => say("typed-over-formula", { label: meaning.label, shown: shown(reading), formula: fix ? ` ${formula}` : "" }),
        basis: meaning.role === "rate" ? say("basis-template") : say("basis-formula"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected: (fix) => (fix ? formula : ""),
        related: peersOf(context.arithmetic, judgement).computed.slice(0, 3).map((peer) => related(peer.meaning.at, peer.meaning.label)),
        fix: () => provedFix(context.arithmetic, judgement, formula)
      });
    }
  }
};
