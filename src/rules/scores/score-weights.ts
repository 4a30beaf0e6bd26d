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
    for (const table of tables.scores) for (const sum of table.sums) {
      if (table.outOf === null || (sum.of !== "weight" && sum.of !== "standard")) continue;
      const { expected, complete } = sumShown(sum, new Map());
      const isMain = table.total !== null && sum.subtotal === null;
      // A table of some of the items may count less than all; more than all it cannot.
      if (!complete || (!isMain && (sum.of !== "weight" || expected < 1))) continue;
      const whole = sum.of === "weight" ? 1 : 100;
      if (sameNumber(roundHalfUp(expected, 4), whole)) continue;
      const odd = isMain ? oddOne(table, sum, whole - expected) : null;
      // A total that says 100 beside other points is told as a wrong sum.
      if (odd === null && sum.cell.formula === null && (sum.cell.number === null || !sameNumber(roundHalfUp(sum.cell.number, 4), roundHalfUp(expected, 4)))) continue;
      const at = odd ?? sum.cell;
      const text = (number: number): string => (sum.of === "weight" ? percentText(number) : numberText(number));
      yield finding(this.meta, at.at, {
        ...(!isMain && { severity: "warning" as const }),
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
