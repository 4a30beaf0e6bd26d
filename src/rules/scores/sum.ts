import { hundredthsOf } from "../../evaluation/exact";
import { partyFromRows, THIRD_PARTY_ITEMS } from "../../evaluation/scores";
import { addends, convertedCells } from "../../meaning/scores";
import { say } from "../../messages";
import { PARTIES, type Settings } from "../../settings/types";
import type { ScoreLine, ScoreTable } from "../../tables/scores-types";
import { cellName } from "../../workbook";
import { finding, related, shown } from "../build";
import type { Rule } from "../rule";
import { wrongConversion } from "./converted";
import { scoreFix, scoreText, subject, sumOf, sumShown } from "./shared";

/** R1: 总分 is the sum of its parts, in the table and in the score lines; both say the same of a party. */
export const scoreSum: Rule = {
  meta: { id: "score-sum", severity: "error", group: "scores", title: "score-sum-title", basis: ["R1"] },
  *check({ tables, settings }) {
    for (const table of tables.scores) {
      const total = table.total?.converted ?? table.total?.score ?? null;
      const { expected, complete } = sumShown(table);
      // Right once a wrong 折算分 is put right: that cell has the finding.
      const corrected = sumOf([expected, ...convertedCells(table).map((cell) => {
        const right = wrongConversion(cell, settings);
        return right === null ? 0 : right - (cell.converted.number ?? 0);
      })]);
      if (total && total.number !== null && complete && ![expected, corrected].some((sum) => hundredthsOf(sum) === hundredthsOf(total.number!))) {
        const parts = addends(table);
        const cells = parts.map((part) => cellName(part.at.row, part.at.column));
        const column = parts.every((part) => part.at.column === parts[0]!.at.column);
        yield finding(this.meta, total.at, {
          message: say("score-sum", { shown: shown(total), parts: parts.map((part) => scoreText(part.number ?? 0)).join("＋"), expected: scoreText(corrected) }),
          basis: say("basis-r1"), subject: subject("total", "converted"), actual: total.text, expected: scoreText(corrected),
          related: parts.map((part) => related(part.at, say("label-score"))),
          fix: scoreFix(total, corrected, `=SUM(${column ? `${cells[0]}:${cells[cells.length - 1]}` : cells.join(",")})`)
        });
      }
      const lines = PARTIES.map((party) => table.lines.find((line) => line.party === party));
      const totalLine = table.lines.find((line) => line.party === "total");
      if (totalLine && lines.every((line) => line !== undefined)) {
        const sum = sumOf(lines.map((line) => line!.value));
        if (hundredthsOf(sum) !== hundredthsOf(totalLine.value)) {
          yield finding(this.meta, totalLine.at, {
            message: say("score-sum", { shown: say("shown-text", { text: totalLine.text }), parts: lines.map((line) => line!.text).join("＋"), expected: scoreText(sum) }),
            basis: say("basis-r1"), subject: subject("total", "line"), actual: totalLine.text, expected: scoreText(sum),
            related: lines.map((line) => related(line!.at, say(`party-${line!.party}`)))
          });
        }
      }
      for (const line of lines) {
        const own = line ? partyFromRows(table, line.party as (typeof PARTIES)[number], settings) : null;
        if (!line || own === null || hundredthsOf(own) === hundredthsOf(line.value)) continue;
        // The line is right and the 折算分 wrong: that cell has the finding.
        if (hundredthsOf(sumOf([own, ...corrections(table, line.party, settings)])) === hundredthsOf(line.value)) continue;
        yield finding(this.meta, line.at, {
          message: say("score-line", { party: say(`party-${line.party}`), shown: line.text, expected: scoreText(own) }),
          basis: say("basis-r1"), subject: subject(line.party, "line-table"), actual: line.text, expected: scoreText(own)
        });
      }
    }
  }
};

/** By how much the wrong 折算分 of a party would change if they were put right. */
function corrections(table: ScoreTable, party: ScoreLine["party"], settings: Settings): number[] {
  return convertedCells(table).flatMap((cell) => {
    const item = cell.rows[0]!.item;
    const right = item === party || (party === "thirdParty" && THIRD_PARTY_ITEMS.includes(item)) ? wrongConversion(cell, settings) : null;
    return right === null || cell.converted.number === null ? [] : [right, -cell.converted.number];
  });
}
