import { itemWeight } from "../../evaluation/scores";
import { convertedCells } from "../../meaning/scores";
import { say } from "../../messages";
import type { ScoreTable } from "../../tables/scores/types";
import { hundredthsOf, sumScores } from "../../values/exact";
import { scoreText } from "../../values/numbers";
import { cellName } from "../../workbook";
import { finding, type Finding, related, shown } from "../finding";
import { scoreFix } from "../fixes/scores";
import type { Rule } from "../rule";
import { scoreSubject, sumShown, wrongConversion } from "../views/scores";

/** R3: 折算分 of an item; of 服务质量 the mean over the areas. */
export const scoreMean: Rule = {
  meta: { id: "score-mean", severity: "error", group: "scores", title: "score-mean-title", basis: ["R3"] },
  *check({ tables, settings }) {
    for (const table of tables.scores) {
      for (const cell of convertedCells(table)) {
        const wrong = wrongConversion(cell, settings);
        if (wrong === null) continue;
        const { converted, rows } = cell;
        const scores = rows.map((row) => row.score!);
        const cells = scores.map((score) => cellName(score.at.row, score.at.column));
        const down = scores.every((score, i) => score.at.row === scores[0]!.at.row + i);
        const formula = rows.length === 1 ? `=${cells[0]}` : `=AVERAGE(${down ? `${cells[0]}:${cells[cells.length - 1]}` : cells.join(",")})`;
        const plain = rows.every((row) => row.standard?.number == null || row.standard.number === itemWeight(row.item, settings));
        yield finding(this.meta, converted.at, {
          message: () => say(rows.length > 1 ? "score-mean" : "score-converted", {
            item: rows[0]!.name, shown: shown(converted), scores: scores.map((score) => score.text).join("、"), expected: scoreText(wrong)
          }),
          basis: say("basis-r3"),
          subject: scoreSubject(rows[0]!.item, "converted"),
          actual: converted.text,
          expected: scoreText(wrong),
          related: scores.map((score) => related(score.at, say("label-score"))),
          fix: () => (plain ? scoreFix(converted, wrong, formula) : null),
          consequences: totalFollows(table, converted.number, wrong)
        });
      }
    }
  }
};

function totalFollows(table: ScoreTable, printed: number | null, right: number): Finding["consequences"] {
  const total = table.total?.converted ?? null;
  if (!total || total.number === null || printed === null) return [];
  const { expected } = sumShown(table);
  if (hundredthsOf(total.number) !== hundredthsOf(expected)) return [];
  return [{
    at: total.at, label: say("label-score-sum"), actual: total.text,
    expected: scoreText(sumScores([expected, right, -printed]))
  }];
}
