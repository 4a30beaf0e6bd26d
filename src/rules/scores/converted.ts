import { hundredthsOf } from "../../values/exact";
import { convertedScore, itemWeight } from "../../evaluation/scores";
import { convertedCells, type ConvertedCell } from "../../meaning/scores";
import { say } from "../../messages";
import type { Settings } from "../../settings/types";
import type { ScoreTable } from "../../tables/scores/types";
import { cellName } from "../../workbook";
import { finding, related, shown } from "../build";
import type { Finding } from "../finding";
import type { Rule } from "../rule";
import { scoreFix, scoreText, subject, sumOf, sumShown } from "./shared";

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
        yield {
          ...finding(this.meta, converted.at, {
            message: say(rows.length > 1 ? "score-mean" : "score-converted", {
              item: rows[0]!.name, shown: shown(converted), scores: scores.map((score) => score.text).join("、"), expected: scoreText(wrong)
            }),
            basis: say("basis-r3"),
            subject: subject(rows[0]!.item, "converted"),
            actual: converted.text,
            expected: scoreText(wrong),
            related: scores.map((score) => related(score.at, say("label-score"))),
            fix: plain ? scoreFix(converted, wrong, formula) : null
          }),
          consequences: totalFollows(table, converted.number, wrong)
        };
      }
    }
  }
};

/** What the cell should show, or null where it is right or nothing can be said. */
export function wrongConversion({ converted, rows }: ConvertedCell, settings: Settings): number | null {
  if (converted.number === null && converted.formula === null) return null;
  const expected = convertedScore(rows, itemWeight(rows[0]!.item, settings));
  return expected === null || (converted.number !== null && hundredthsOf(converted.number) === hundredthsOf(expected)) ? null : expected;
}

function totalFollows(table: ScoreTable, printed: number | null, right: number): Finding["consequences"] {
  const total = table.total?.converted ?? null;
  if (!total || total.number === null || printed === null) return [];
  const { expected } = sumShown(table);
  if (hundredthsOf(total.number) !== hundredthsOf(expected)) return [];
  return [{
    sheet: table.sheet, cell: cellName(total.at.row, total.at.column), label: say("label-score-sum"), actual: total.text,
    expected: scoreText(sumOf([expected, right, -printed]))
  }];
}
