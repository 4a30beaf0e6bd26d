import { itemWeight } from "../../evaluation/scores";
import { derivedLabel, nameIn } from "../../meaning/scores";
import { say, type Sentence } from "../../messages";
import type { Settings } from "../../settings/types";
import type { DerivedScore, ScoreTable } from "../../tables/scores/types";
import { hundredthsOf, sumScores } from "../../values/exact";
import { numberText, percentText, scoreText, shareText } from "../../values/numbers";
import { addressKey, cellName } from "../../workbook";
import { finding, type Finding, related, shown } from "../finding";
import { scoreFix } from "../fixes/scores";
import type { Rule } from "../rule";
import { scoreSubject, showsSum, sumShown, wrongCells } from "../views/scores";

/** R3: 折算分 of an item, of 服务质量 the mean over the areas; the mean of experts, what a deduction leaves, 得分 × 权重. */
export const scoreMean: Rule = {
  meta: { id: "score-mean", severity: "error", group: "scores", title: "score-mean-title", basis: ["R3"], relations: { compares: "inputs" } },
  *check({ tables, settings }) {
    for (const table of tables.scores) {
      const all = wrongCells(table, settings);
      for (const one of table.derived) {
        const wrong = all.get(addressKey(one.cell.at));
        if (wrong === undefined) continue;
        const { cell, inputs } = one;
        yield finding(this.meta, cell.at, {
          message: () => message(one, table, wrong),
          basis: say(one.relation === "share" || one.relation === "mean" || one.relation === "detail" ? "basis-r3" : "basis-score-table"),
          subject: scoreSubject(table, one.row, one.of),
          actual: cell.text,
          expected: one.relation === "rate" ? percentText(wrong) : scoreText(wrong),
          related: inputs.map((input) => related(input.at, say("label-score"))),
          fix: () => {
            const formula = formulaFor(one);
            return formula === null || !isPlain(one, table, settings) ? null : scoreFix(cell, wrong, formula, table.derived.filter(({ relation }) => relation === one.relation).map((other) => other.cell));
          },
          consequences: totalFollows(table, one, wrong)
        });
      }
    }
  }
};

function message(one: DerivedScore, table: ScoreTable, wrong: number): Sentence {
  const { cell, relation, inputs, name, factors, of } = one;
  const words = { item: nameIn(table, name), label: derivedLabel(one, table), shown: shown(cell), scores: inputs.map(({ text }) => text).join("、"), expected: scoreText(wrong) };
  switch (relation) {
    case "share": return say(inputs.length > 1 ? "score-mean" : "score-converted", words);
    case "mean": return say(of === "score" ? "score-mean-judges" : "score-mean", words);
    case "trimmed-mean": return say("score-mean-trimmed", words);
    case "detail": return say("score-detail", words);
    case "difference": return say("score-difference", { ...words, standard: inputs[0]!.text, deduction: inputs[1]!.text || "0" });
    case "product": return say("score-product", { ...words, score: inputs[0]!.text, weight: factors[0] === 1 ? inputs[1]!.text : shareText((inputs[1]?.number ?? 1) * factors[0]!) });
    case "rate": return say("score-rate", { ...words, score: inputs[0]!.text, standard: inputs[1]!.text, expected: percentText(wrong) });
    case "periods": return say("score-periods", { ...words, parts: inputs.map(({ text }, i) => `${text}×${numberText(factors[i]! * 100)}%`).join("＋") });
  }
}

/** The formula that a cell with a formula gets; null where it takes more than the cells tell. */
function formulaFor({ relation, inputs, rows, factors, decimals }: DerivedScore): string | null {
  const cells = inputs.map(({ at }) => cellName(at.row, at.column));
  if (new Set(inputs.map(({ at }) => at.sheet)).size > 1) return null;
  const range = isRun(inputs.map(({ at }) => at)) ? `${cells[0]}:${cells[cells.length - 1]}` : cells.join(",");
  switch (relation) {
    case "share":
      return rows.length === 1 ? `=${cells[0]}` : `=AVERAGE(${range})`;
    case "mean":
      return inputs.length === 1 ? `=${cells[0]}` : `=ROUND(AVERAGE(${range}),${decimals})`;
    case "trimmed-mean": return `=ROUND((SUM(${range})-MAX(${range})-MIN(${range}))/(COUNT(${range})-2),${decimals})`;
    case "difference": return `=${cells[0]}-${cells[1]}`;
    case "product": return `=ROUND(${cells.join("*")}${factors[0] === 1 ? "" : cells.length > 1 ? "/100" : `*${shareText(factors[0]!)}`},${decimals})`;
    case "periods": return `=ROUND(${cells.map((cell, i) => `${cell}*${numberText(factors[i]! * 100)}%`).join("+")},${decimals})`;
    case "rate": return `=${cells[0]}/${cells[1]}`;
    case "detail": return null;
  }
}

/** Scored out of another maximum (100), a score counts in proportion: no formula says that as plainly. */
function isPlain({ relation, rows }: DerivedScore, { ownPoints }: ScoreTable, settings: Settings): boolean {
  return relation !== "share" || ownPoints || rows.every(({ standard, item }) => standard?.number == null || standard.number === itemWeight(item, settings));
}

/** One unbroken column or row. */
function isRun(places: readonly { readonly row: number; readonly column: number }[]): boolean {
  const [first] = places;
  return places.every(({ row, column }, i) => column === first!.column && row === first!.row + i) || places.every(({ row, column }, i) => row === first!.row && column === first!.column + i);
}

/** The total shows the sum of what the table shows: put right, the cell changes it too. */
function totalFollows(table: ScoreTable, { cell }: DerivedScore, right: number): Finding["consequences"] {
  return table.sums.flatMap((sum): Finding["consequences"] => {
    const isPart = sum.units.some(({ cells }) => cells.some(({ at }) => addressKey(at) === addressKey(cell.at)));
    if (sum.of !== "score" || sum.subtotal !== null || !isPart || cell.number === null || sum.cell.number === null) return [];
    const { expected } = sumShown(sum, new Map());
    if (!showsSum(sum, expected)) return [];
    return [{ at: sum.cell.at, label: say("label-score-sum"), actual: sum.cell.text, expected: scoreText(sumScores([hundredthsOf(expected) / 100, right, -cell.number])) }];
  });
}
