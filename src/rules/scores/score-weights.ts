import { say } from "../../messages";
import type { ScoreSumCell, ScoreTable } from "../../tables/scores/types";
import type { Reading } from "../../tables/types";
import { clean } from "../../values/exact";
import { numberText, percentText, roundHalfUp, sameNumber } from "../../values/numbers";
import { USUAL_POINTS } from "../../values/party";
import { addressKey } from "../../workbook";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { scoreSubject, sumShown } from "../views/scores";

/** R1: what the items count, as 标准分 or as 权重, makes 100. */
export const scoreWeights: Rule = {
  meta: { id: "score-weights", severity: "error", group: "scores", title: "score-weights-title", basis: ["R1"] },
  *check({ tables }) {
    for (const table of tables.scores) {
      const sum = table.total === null ? undefined : table.sums.find(({ of, subtotal }) => subtotal === null && (of === "weight" || of === "standard"));
      const { expected, complete } = sum ? sumShown(sum, new Map()) : { expected: 0, complete: false };
      if (!sum || !complete || table.outOf === null) continue;
      const whole = sum.of === "weight" ? 1 : 100;
      if (sameNumber(roundHalfUp(expected, 4), whole)) continue;
      const odd = oddOne(table, sum, whole - expected);
      // A total that says 100 beside other points is told as a wrong sum.
      if (odd === null && sum.cell.formula === null) continue;
      const at = odd ?? sum.cell;
      const text = (number: number): string => (sum.of === "weight" ? percentText(number) : numberText(number));
      yield finding(this.meta, at.at, {
        message: () => odd === null ? say("score-weights", { sum: text(expected), whole: text(whole) })
          : say("score-weight-odd", { shown: odd.text, usual: text(clean(odd.number! + whole - expected)), sum: text(expected), whole: text(whole) }),
        basis: say("basis-r1"), subject: scoreSubject(table, odd ? nameOf(table, odd) : "total", sum.of), actual: at.text,
        expected: odd === null ? text(whole) : text(clean(odd.number! + whole - expected)),
        related: sum.units.flatMap(({ cells }) => cells).filter((reading) => reading !== at).map((reading) => related(reading.at, say("label-score-points")))
      });
    }
  }
};

/** The one part that does not count what is usual (R1, R3), where all would make 100 if it did. */
function oddOne({ rows }: ScoreTable, { of }: ScoreSumCell, short: number): Reading | null {
  const unusual = rows.flatMap((row) => {
    const reading = of === "weight" ? row.weight : row.standard;
    const usual = row.item === "other" ? null : USUAL_POINTS[row.item] / (of === "weight" ? 100 : 1);
    return reading?.number != null && usual !== null && !sameNumber(reading.number, usual) ? [{ reading, usual }] : [];
  });
  const [only] = unusual;
  return only && unusual.length === 1 && sameNumber(roundHalfUp(only.reading.number! + short, 6), only.usual) ? only.reading : null;
}

function nameOf({ rows }: ScoreTable, { at }: Reading): string {
  return rows.find((row) => [row.weight, row.standard].some((reading) => reading && addressKey(reading.at) === addressKey(at)))?.item ?? "other";
}
