import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import { finding, shown } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule } from "../rule";
import { isReadByFormula } from "../views/readers";
import { scoreNumbers, scoreSubject } from "../views/scores";

/** Scores kept as text where the table's others are numbers: sums and means pass over them. */
export const scoreTextNumber: Rule = {
  meta: {
    id: "score-text-number", severity: "error", group: "scores", title: "score-text-number-title", basis: ["excel"],
    relations: { ground: "entry" }
  },
  *check(context) {
    for (const table of context.tables.scores) {
      const cells = scoreNumbers(table);
      for (const { reading, name, row, field, isResult } of cells.filter(({ reading: { textual, formula } }) => textual && formula === null)) {
        // A result with its unit (87.11分) that nothing reads is meant for people.
        if (isResult && reading.unit !== "" && !isReadByFormula(context, reading.at)) continue;
        // A field typed as text throughout (10分) is how its table is written.
        const alike = cells.filter((other) => other.field === field);
        if (alike.filter((other) => other.reading.textual).length * 2 > alike.length) continue;
        const number = reading.unit === "%" ? reading.text : numberText(reading.number!);
        yield finding(this.meta, reading.at, {
          message: () => say("score-text-number", { item: name, shown: shown(reading), number }),
          basis: say("basis-number-kept"), subject: scoreSubject(table, row, "number"), actual: reading.text, expected: number,
          fix: () => valueFix(reading, reading.number!, say("fix-number", { number }))
        });
      }
    }
  }
};
