import { ITEM_WEIGHTS, itemWeight, partyFromRows } from "../../evaluation/scores";
import { convertedCells } from "../../meaning/scores";
import { say } from "../../messages";
import type { ScoreItem, ScoreTable } from "../../tables/scores/types";
import { hundredthsOf } from "../../values/exact";
import { numberText, scoreText } from "../../values/numbers";
import { type Finding, finding, type Found, related } from "../finding";
import type { CheckContext, Rule, RuleMeta } from "../rule";
import { scoreSubject } from "../views/scores";

/** R1, R3: no score above its maximum, of an item or of a party. */
export const scoreMaximum: Rule = {
  meta: { id: "score-maximum", severity: "error", group: "scores", title: "score-maximum-title", basis: ["R1", "R3"] },
  *check(context) {
    for (const table of context.tables.scores) {
      // A line that repeats a number above its maximum from the table is listed there.
      const repeats = (item: ScoreItem, value: number): Finding["related"] => table.lines
        .filter((line) => line.party === item && hundredthsOf(line.value) === hundredthsOf(value)).map((line) => related(line.at, say(`party-${line.party}`)));
      yield* rows(this.meta, table, repeats);
      yield* converted(this.meta, table, context, repeats);
      for (const line of table.lines) {
        const limit = line.party === "total" ? 100 : context.settings.weights[line.party];
        // What the table says of the party is judged there, and that the line says something else by another rule.
        if (line.value <= limit || (line.party !== "total" && partyFromRows(table, line.party, context.settings) !== null)) continue;
        yield finding(this.meta, line.at, {
          message: () => say("score-maximum", { item: say(`party-${line.party}`), shown: line.text, limit: numberText(limit) }),
          basis: say("basis-r1"), subject: scoreSubject(line.party, "line"), actual: line.text
        });
      }
    }
  }
};

type Repeats = (item: ScoreItem, value: number) => Finding["related"];

function* rows(meta: RuleMeta, table: ScoreTable, repeats: Repeats): Iterable<Found> {
  for (const row of table.rows) {
    const limit = row.standard?.number ?? null;
    if (!row.score || row.score.number === null || limit === null || row.score.number <= limit) continue;
    yield finding(meta, row.score.at, {
      message: () => say("score-maximum", { item: row.name, shown: row.score!.text, limit: numberText(limit) }),
      basis: say("basis-r1"), subject: scoreSubject(`${row.item}:${row.row - table.rect.top}`, "score"), actual: row.score.text, related: repeats(row.item, row.score.number)
    });
  }
}

function* converted(meta: RuleMeta, table: ScoreTable, { settings }: CheckContext, repeats: Repeats): Iterable<Found> {
  for (const { converted: reading, rows: own } of convertedCells(table)) {
    const { item, name } = own[0]!;
    const limit = itemWeight(item, settings);
    if (reading.number === null || limit === null || reading.number <= limit) continue;
    // A score above its own maximum has said it already.
    if (own.some((row) => row.score?.number != null && row.standard?.number != null && row.score.number > row.standard.number)) continue;
    yield finding(meta, reading.at, {
      message: () => say("score-maximum", { item: name, shown: scoreText(reading.number!), limit: numberText(limit) }),
      basis: say(ITEM_WEIGHTS[item] === undefined ? "basis-r1" : "basis-r3"), subject: scoreSubject(item, "converted"), actual: reading.text, related: repeats(item, reading.number)
    });
  }
}
