import type { Judgement } from "../../judgement/arithmetic";
import { say, type Sentence } from "../../messages";
import { headText } from "../../tables/reading";
import { numberText, numeric, percentText, sameNumber } from "../../values/numbers";
import { type CellAddress, findSheet } from "../../workbook";
import { finding, related, shown } from "../finding";
import { valueFix } from "../fixes/content";
import { rightFormulaFix } from "../fixes/right-formula";
import type { CheckContext, Rule } from "../rule";
import { matrixRowAt } from "../views/matrix-rows";
import { formulasBeside } from "../views/peers";
import { wrongTallies } from "../views/tallies";

/** 合计 ≠ sum of the areas, where the total is typed or its formula cannot be judged. */
export const totalMismatch: Rule = {
  meta: {
    id: "total-mismatch", severity: "error", group: "indicators", title: "total-mismatch-title", basis: ["arithmetic"],
    relations: { ground: "computed", compares: "related" }
  },
  *check(context) {
    for (const { reading, label, kind, expected, table } of wrongTallies(context.workbook, context.tables)) {
      const right = kind === "share" ? percentText(expected) : numberText(expected);
      yield finding(this.meta, reading.at, {
        message: () => say("tally-mismatch", { label, shown: shown(reading), expected: right }),
        basis: say("basis-tally"),
        subject: { table: table.kind, row: label, column: "tally" },
        actual: reading.text,
        expected: right,
        fix: () => (reading.formula === null && kind !== "share" ? valueFix(reading, expected, say("fix-number", { number: right })) : null)
      });
    }
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning, verdict } = judgement;
      if (meaning.role !== "total" || typeof stated !== "number" || judgement.agrees !== false) continue;
      if (reading.kind === "blank" || reading.kind === "error" || verdict?.state === "right" || verdict?.state === "wrong") continue;
      const expected = numberText(stated);
      yield finding(this.meta, meaning.at, {
        message: () => say(meaning.byProof ? "total-mismatch-own" : "total-mismatch", {
          label: meaning.label, shown: shown(reading), sum: addends(context, judgement), expected, cause: leftOut(context, judgement)
        }),
        basis: say(meaning.byProof ? "basis-own-sum" : "basis-total"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected,
        related: meaning.inputs.map((at) => related(at, areaOf(context, at))),
        fix: () => (formulasBeside(context.arithmetic, judgement) ? rightFormulaFix(context.arithmetic, judgement) : null) ?? valueFix(reading, stated, say(meaning.byProof ? "fix-sum" : "fix-total", { expected }))
      });
    }
  }
};

function numbersOf(context: CheckContext, judgement: Judgement): { at: CellAddress; number: number }[] {
  return judgement.meaning.inputs.flatMap((at) => {
    const number = numeric(findSheet(context.workbook, at.sheet)?.cell(at.row, at.column)?.value ?? null);
    return typeof number === "number" ? [{ at, number }] : [];
  });
}

/** "634＋650＋145", cut where it would be long. */
function addends(context: CheckContext, judgement: Judgement): string {
  const numbers = numbersOf(context, judgement).map(({ number }) => numberText(number));
  return numbers.length > 8 ? `${numbers.slice(0, 7).join("＋")}＋…` : numbers.join("＋");
}

/** The area that the typed total seems to leave out. */
function leftOut(context: CheckContext, judgement: Judgement): Sentence {
  const total = judgement.reading.number;
  if (total === null || typeof judgement.stated !== "number") return say("no-cause");
  const missing = numbersOf(context, judgement).filter(({ number }) => number !== 0 && sameNumber(judgement.stated as number - number, total));
  return missing.length === 1
    ? say("cause-left-out", { shown: shown(judgement.reading), area: areaOf(context, missing[0]!.at), number: numberText(missing[0]!.number) })
    : say("no-cause");
}

/** The label of the area or of the 小计 that a cell of a matrix belongs to: 片区1. */
function areaOf(context: CheckContext, at: CellAddress): Sentence {
  const row = matrixRowAt(context, at);
  if (!row) return say("label-done");
  const { sheet, row: top, column } = row.label.at;
  return say("label-area-value", { area: headText(findSheet(context.workbook, sheet)!, top, column) });
}
