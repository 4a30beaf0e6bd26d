import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { findSheet } from "../../workbook";
import { finding, related, shown } from "../finding";
import { provedFix, rightFormula } from "../fixes/right-formula";
import type { Rule, CheckContext } from "../rule";
import { peersOf } from "../views/peers";

/** Cells of these roles are typed by hand for good reasons in one row and computed in the next. */
const MIXED_BY_NATURE = new Set(["same", "person-total", "month-total", "retention"]);

/** R17: a number typed where its neighbours have formulas, right today. */
export const typedOverFormula: Rule = {
  meta: {
    id: "typed-over-formula", severity: "warning", group: "formulas", title: "typed-over-formula-title", basis: ["R17"],
    relations: { ground: "typed" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading } = judgement;
      if (reading.formula !== null || reading.array || judgement.agrees !== true || reading.number === null || meaning.table === "quotients" || MIXED_BY_NATURE.has(meaning.role)) continue;
      const { numbers, computed, typedColumns } = peersOf(context.arithmetic, judgement);
      // The typed cell itself is one of the numbers.
      if (computed.length < 2 || computed.length * 2 < numbers - 1) continue;
      if (typedColumns.has(meaning.at.column) || isFilledInByHand(context, judgement, computed)) continue;
      const formula = rightFormula(context.arithmetic, judgement);
      if (formula === null) continue;
      yield finding(this.meta, meaning.at, {
        message: (fix) => say("typed-over-formula", { label: meaning.label, shown: shown(reading), formula: fix ? ` ${formula}` : "" }),
        basis: meaning.role === "rate" ? say("basis-template") : say("basis-formula"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected: (fix) => (fix ? formula : ""),
        related: computed.slice(0, 3).map((peer) => related(peer.meaning.at, peer.meaning.label)),
        fix: () => provedFix(context.arithmetic, judgement, formula)
      });
    }
  }
};

/** All that the cell is computed of is typed as well, where the others compute that, too: a line of its own, filled in by hand. */
function isFilledInByHand({ workbook }: CheckContext, judgement: Judgement, computed: readonly Judgement[]): boolean {
  const formulas = ({ meaning: { inputs } }: Judgement): number => inputs.filter((at) => findSheet(workbook, at.sheet)?.cell(at.row, at.column)?.formula != null).length;
  return formulas(judgement) === 0 && computed.every((peer) => formulas(peer) === peer.meaning.inputs.length);
}
