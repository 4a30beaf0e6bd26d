import { say } from "../../messages";
import type { ScoreTable } from "../../tables/scores/types";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import { addressKey } from "../../workbook";
import { finding, shown } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule } from "../rule";
import { isReadByFormula } from "../views/readers";
import { scoreSubject } from "../views/scores";

/** Scores kept as text where the table's others are numbers: sums and means pass over them. */
export const scoreTextNumber: Rule = {
  meta: {
    id: "score-text-number", severity: "error", group: "scores", title: "score-text-number-title", basis: ["excel"],
    relations: { ground: "entry" }
  },
  *check(context) {
    for (const table of context.tables.scores) {
      const cells = numbersOf(table);
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

interface NumberCell {
  readonly reading: Reading;
  readonly name: string;
  /** Cells of one field are filled in alike. */
  readonly field: string;
  /** It adds up others. */
  readonly isResult: boolean;
  /** For the fingerprint. */
  readonly row: string;
}

/** Every cell of a table that holds a score, its points, a deduction or a weight, each once. */
function numbersOf({ rows, sums, series }: ScoreTable): NumberCell[] {
  const counted = rows.some(({ converted }) => converted !== null) ? "converted" : "score";
  const cells = [
    ...rows.flatMap((row) => [
      ...(["standard", "weight", "deduction", "score", "converted"] as const).map((field) => ({ reading: row[field], field })),
      ...row.judges.map((reading) => ({ reading, field: "judge" }))
    ].map((cell, i) => ({ ...cell, name: `${series}${row.name}`, row: `${row.item}:${row.place}:${i}`, isResult: false }))),
    ...sums.map(({ cell, row, subtotal, head, of }) => ({ reading: cell, name: subtotal ?? head, row, field: of === "score" ? counted : of, isResult: true }))
  ];
  return [...new Map(cells.flatMap(({ reading, ...rest }) => (reading?.kind === "number" ? [[addressKey(reading.at), { reading, ...rest }] as const] : []))).values()];
}
