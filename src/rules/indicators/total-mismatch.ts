import type { Judgement } from "../../judgement/arithmetic";
import { say, type Sentence } from "../../messages";
import type { MatrixRow } from "../../tables/indicators/types";
import { headText } from "../../tables/reading";
import { numberText, numeric, sameNumber } from "../../values/numbers";
import { type CellAddress, findSheet, sameCell } from "../../workbook";
import { finding, related, shown } from "../finding";
import { valueFix } from "../fixes/content";
import { rightFormula, rightFormulaFix } from "../fixes/right-formula";
import type { CheckContext, Rule } from "../rule";
import { peers } from "../views/peers";

/** 合计 ≠ sum of the areas, where the total is typed or its formula cannot be judged. */
export const totalMismatch: Rule = {
  meta: {
    id: "total-mismatch", severity: "error", group: "indicators", title: "total-mismatch-title", basis: ["arithmetic"],
    relations: { ground: "computed", compares: "related" }
  },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { stated, reading, meaning, verdict } = judgement;
      if (meaning.role !== "total" || typeof stated !== "number" || judgement.agrees !== false) continue;
      if (reading.kind === "blank" || reading.kind === "error" || verdict?.state === "right" || verdict?.state === "wrong") continue;
      const expected = numberText(stated);
      const formula = peers(context.arithmetic, judgement).some((peer) => peer.reading.formula !== null) ? rightFormula(context.arithmetic, judgement) : null;
      yield finding(this.meta, meaning.at, {
        message: () => say("total-mismatch", {
          label: meaning.label, shown: shown(reading), sum: addends(context, judgement), expected, cause: leftOut(context, judgement)
        }),
        basis: say("basis-total"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected,
        related: meaning.inputs.map((at) => related(at, areaOf(context, at))),
        fix: () => formula === null
          ? valueFix(reading, stated, say("fix-total", { expected }))
          : rightFormulaFix(context.arithmetic, judgement)
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
  for (const matrix of context.tables.matrices) {
    if (matrix.sheet !== at.sheet) continue;
    const area = [...matrix.areas, ...matrix.subtotals].find((row) => holds(row, at));
    if (area) return say("label-area-value", { area: headText(findSheet(context.workbook, at.sheet)!, area.label.at.row, area.label.at.column) });
  }
  return say("label-done");
}

function holds(row: MatrixRow, at: CellAddress): boolean {
  return [row.staff, ...row.triples.flatMap(({ target, done }) => [target, done])].some((reading) => reading !== null && sameCell(reading.at, at));
}
