import { say } from "../../messages";
import type { ScoreTable } from "../../tables/scores/types";
import { normalise } from "../../values/text";
import type { Line } from "../sitting";
import { line, numbered } from "./indicators";
import type { Views } from "./views";

/** The lines of a score table: one an item, the sums, what stands outside its grid. */
export function scoreLines(table: ScoreTable, views: Views): Line[] {
  const { series, rows, sums, lines, grade } = table;
  const score = (name: string): string => views.words(say("label-score-of", { item: name }));
  const items = rows.map((row, index) => line({
    sort: "score", keys: [`score ${series} ${normalise(row.name)}`], places: [{ of: `score ${series} #${index}`, name: normalise(row.name) }], label: row.name, at: row.nameAt,
    cells: [
      ...views.at(row.nameAt, "label", "label", say("review-label-name", { name: row.name })),
      ...views.of(row.standard, "standard", "number", say("label-score-points")),
      ...views.of(row.weight, "weight", "number", say("label-score-points")),
      ...numbered(views, row.judges, "judge", score(row.name)),
      ...views.of(row.deduction, "deduction", "number", score(row.name)),
      ...views.of(row.score, "score", "number", score(row.name)),
      ...views.of(row.converted, "converted", "number", say("label-converted", { item: row.name })),
      ...views.of(row.rate, "rate", "rate", say("label-score-rate", { item: row.name }))
    ],
    remarks: views.remarksOf([row.nameAt.row], table.sheet, table.rect)
  }));
  const totals = sums.map(({ cell, row, of, head, subtotal }) => line({
    sort: "score", keys: [`score-sum ${series} ${row} ${of} ${normalise(head)}`], label: subtotal ?? head, at: cell.at,
    cells: views.of(cell, "sum", "number", subtotal === null ? say("label-score-sum") : say("label-score-subtotal", { name: subtotal }))
  }));
  const others = lines.map(({ party, at }) => line({ sort: "score", keys: [`score-line ${party}`], label: party, at, cells: views.at(at, "line", "text", say("label-score-sum")) }));
  const grades = grade ? [line({ sort: "score", keys: [`grade ${series}`], label: grade.grade, at: grade.at, cells: views.at(grade.at, "grade", "text", say("review-label-grade"), grade.grade) })] : [];
  return [...items, ...totals, ...others, ...grades].filter(({ cells }) => cells.length > 0);
}
