import { ITEM_WEIGHTS, mostConverted, partyFromRows } from "../../evaluation/scores";
import { nameIn } from "../../meaning/scores";
import { say } from "../../messages";
import type { Settings } from "../../settings/types";
import type { ScoreItem, ScoreRow, ScoreTable } from "../../tables/scores/types";
import type { Reading } from "../../tables/types";
import { hundredthsOf } from "../../values/exact";
import { numberText, scoreText } from "../../values/numbers";
import { addressKey } from "../../workbook";
import { type Finding, finding, type Found, related } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { scoreSubject, wrongCells } from "../views/scores";
import { typedDay } from "../views/typed-day";

/** R1, R3: no score above its maximum, of an item or of a party. */
export const scoreMaximum: Rule = {
  meta: { id: "score-maximum", severity: "error", group: "scores", title: "score-maximum-title", basis: ["R1", "R3"], relations: { doubts: "cell" } },
  *check({ tables, settings, workbook }) {
    for (const table of tables.scores) {
      // A line that repeats a number above its maximum from the table is listed there.
      const repeats = (item: ScoreItem, value: number): Finding["related"] => table.lines
        .filter((line) => line.party === item && hundredthsOf(line.value) === hundredthsOf(value)).map((line) => related(line.at, say(`party-${line.party}`)));
      yield* rows(this.meta, table, settings, workbook.date1904, repeats);
      yield* converted(this.meta, table, settings, repeats);
      for (const line of table.lines) {
        const limit = line.party === "total" ? 100 : settings.weights[line.party];
        // What the table says of the party is judged there, and that the line says something else by another rule.
        if (line.value <= limit || (line.party !== "total" && partyFromRows(table, line.party, settings) !== null)) continue;
        yield finding(this.meta, line.at, {
          message: () => say("score-maximum", { item: say(`party-${line.party}`), shown: line.text, limit: numberText(limit) }),
          basis: say("basis-r1"), subject: scoreSubject(table, line.party, "line"), actual: line.text
        });
      }
    }
  }
};

type Repeats = (item: ScoreItem, value: number) => Finding["related"];

function* rows(meta: RuleMeta, table: ScoreTable, settings: Settings, date1904: boolean, repeats: Repeats): Iterable<Found> {
  const wrong = wrongCells(table, settings);
  for (const row of table.rows) {
    const limit = mostScored(row, table);
    if (limit === null) continue;
    const judged = row.judges.filter(({ number }) => number !== null && isBeyond(number, limit));
    // The mean of scores above the maximum is above it as well; a score that its deduction contradicts is told by that.
    const own = judged.length === 0 && row.score?.number != null && isBeyond(row.score.number, limit) && !wrong.has(addressKey(row.score.at)) ? [row.score] : [];
    // A score that became a day (9/9) is no number at all.
    for (const reading of [...judged, ...own]) if (typedDay(reading, date1904) === null) yield above(meta, table, row, reading, limit, row.judges.indexOf(reading), repeats);
  }
}

/** More than the points there are, or more taken off than there is to take (-3 of -2). */
function isBeyond(number: number, limit: number): boolean {
  return limit < 0 ? number < limit : number > limit;
}

/** What the row's 评分 is at most. */
function mostScored({ most }: ScoreRow, { outOf }: ScoreTable): number | null {
  return outOf === "hundred" ? 100 : outOf === "points" ? most : null;
}

function above(meta: RuleMeta, table: ScoreTable, row: ScoreRow, reading: Reading, limit: number, judge: number, repeats: Repeats): Found {
  return finding(meta, reading.at, {
    message: () => say("score-maximum", { item: nameIn(table, row.name), shown: reading.text, limit: numberText(limit) }),
    basis: say("basis-r1"), subject: scoreSubject(table, `${row.item}:${row.place}`, judge < 0 ? "score" : `judge${judge}`), actual: reading.text, related: repeats(row.item, reading.number!)
  });
}

function* converted(meta: RuleMeta, table: ScoreTable, settings: Settings, repeats: Repeats): Iterable<Found> {
  const wrong = wrongCells(table, settings);
  const seen = new Set<string>();
  for (const row of table.rows) {
    const reading = row.converted;
    if (!reading || seen.has(addressKey(reading.at))) continue;
    seen.add(addressKey(reading.at));
    const limit = mostConverted(row, table, settings);
    if (reading.number === null || limit === null || !isBeyond(reading.number, limit) || wrong.has(addressKey(reading.at))) continue;
    // A score above its own maximum has said it already.
    if (table.rows.some((own) => own.converted === reading && own.score?.number != null && isBeyond(own.score.number, mostScored(own, table) ?? Infinity))) continue;
    yield finding(meta, reading.at, {
      message: () => say("score-maximum", { item: nameIn(table, row.name), shown: scoreText(reading.number!), limit: numberText(limit) }),
      basis: say(ITEM_WEIGHTS[row.item] === undefined ? "basis-r1" : "basis-r3"), subject: scoreSubject(table, row.item, "converted"), actual: reading.text, related: repeats(row.item, reading.number)
    });
  }
}
