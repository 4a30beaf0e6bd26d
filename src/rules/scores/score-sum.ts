import { partyFromRows } from "../../evaluation/scores";
import { addends, convertedCells, type ScoreSumCell, sumsOf } from "../../meaning/scores";
import { say } from "../../messages";
import type { Settings } from "../../settings/types";
import type { ScoreLine, ScoreTable } from "../../tables/scores/types";
import { hundredthsOf, sumScores } from "../../values/exact";
import { scoreText } from "../../values/numbers";
import { PARTIES, THIRD_PARTY_ITEMS } from "../../values/party";
import { cellName } from "../../workbook";
import { finding, type Found, related, shown } from "../finding";
import { scoreFix } from "../fixes/scores";
import type { Rule, RuleMeta } from "../rule";
import { scoreSubject, sumShown, wrongConversion } from "../views/scores";

/** R1: 总分 is the sum of its parts, in the table and in the score lines; both say the same of a party. */
export const scoreSum: Rule = {
  meta: { id: "score-sum", severity: "error", group: "scores", title: "score-sum-title", basis: ["R1"] },
  *check({ tables, settings }) {
    for (const table of tables.scores) {
      for (const sum of sumsOf(table)) yield* sums(this.meta, table, sum, settings);
      const lines = PARTIES.map((party) => table.lines.find((line) => line.party === party));
      const totalLine = table.lines.find((line) => line.party === "total");
      if (totalLine && lines.every((line) => line !== undefined)) {
        const sum = sumScores(lines.map((line) => line!.value));
        if (hundredthsOf(sum) !== hundredthsOf(totalLine.value)) {
          yield finding(this.meta, totalLine.at, {
            message: () => say("score-sum", { shown: say("shown-text", { text: totalLine.text }), parts: lines.map((line) => line!.text).join("＋"), expected: scoreText(sum) }),
            basis: say("basis-r1"), subject: scoreSubject("total", "line"), actual: totalLine.text, expected: scoreText(sum),
            related: lines.map((line) => related(line!.at, say(`party-${line!.party}`)))
          });
        }
      }
      for (const line of lines) {
        const own = line ? partyFromRows(table, line.party as (typeof PARTIES)[number], settings) : null;
        if (!line || own === null || hundredthsOf(own) === hundredthsOf(line.value)) continue;
        // The line is right and the 折算分 wrong: that cell has the finding.
        if (hundredthsOf(sumScores([own, ...corrections(table, line.party, settings)])) === hundredthsOf(line.value)) continue;
        yield finding(this.meta, line.at, {
          message: () => say("score-line", { party: say(`party-${line.party}`), shown: line.text, expected: scoreText(own) }),
          basis: say("basis-r1"), subject: scoreSubject(line.party, "line-table"), actual: line.text, expected: scoreText(own)
        });
      }
    }
  }
};

/** 总分 or a 小计 that is not the sum of its parts; right once a wrong 折算分 or 小计 is put right, which has its own finding. */
function* sums(meta: RuleMeta, table: ScoreTable, { sum, rows, row }: ScoreSumCell, settings: Settings): Iterable<Found> {
  const { expected, complete } = sumShown({ rows });
  const corrected = sumScores([expected, ...convertedCells({ rows }).map((cell) => {
    const right = wrongConversion(cell, settings);
    return right === null ? 0 : right - (cell.converted.number ?? 0);
  })]);
  const passedOn = row !== "total" ? 0 : sumScores(sumsOf(table).filter((part) => part.row !== "total").map((part) => (part.sum.number ?? 0) - sumShown({ rows: part.rows }).expected));
  if (sum.number === null || !complete || [expected, corrected, expected + passedOn].some((right) => hundredthsOf(right) === hundredthsOf(sum.number!))) return;
  const parts = addends({ rows });
  const cells = parts.map((part) => cellName(part.at.row, part.at.column));
  const column = parts.every((part) => part.at.column === parts[0]!.at.column) && (row !== "total" || table.subtotals.length === 0);
  const words = { shown: shown(sum), parts: parts.map((part) => scoreText(part.number ?? 0)).join("＋"), expected: scoreText(corrected) };
  const subtotal = table.subtotals.find((candidate) => row === `subtotal:${table.subtotals.indexOf(candidate)}`);
  yield finding(meta, sum.at, {
    message: () => subtotal ? say("score-subtotal", { name: subtotal.name, ...words }) : say("score-sum", words),
    basis: say("basis-r1"), subject: scoreSubject(row, "converted"), actual: sum.text, expected: scoreText(corrected),
    related: parts.map((part) => related(part.at, say("label-score"))),
    fix: () => scoreFix(sum, corrected, `=SUM(${column ? `${cells[0]}:${cells[cells.length - 1]}` : cells.join(",")})`)
  });
}

/** By how much the wrong 折算分 of a party would change if they were put right. */
function corrections(table: ScoreTable, party: ScoreLine["party"], settings: Settings): number[] {
  return convertedCells(table).flatMap((cell) => {
    const item = cell.rows[0]!.item;
    const right = item === party || (party === "thirdParty" && THIRD_PARTY_ITEMS.some((part) => part === item)) ? wrongConversion(cell, settings) : null;
    return right === null || cell.converted.number === null ? [] : [right, -cell.converted.number];
  });
}
