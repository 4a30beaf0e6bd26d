import { sumScores } from "../values/exact";
import { convertedScore, itemWeight } from "../evaluation/scores";
import { say, type Sentence } from "../messages";
import type { Settings } from "../settings/types";
import type { ScoreRow, ScoreSum, ScoreTable } from "../tables/scores/types";
import type { Reading } from "../tables/types";
import { addressKey } from "../workbook";
import { numeric } from "../values/numbers";
import { numbersAt } from "./numbers-at";
import type { Meaning, MeaningSet, Read, Variable } from "./types";

/** Rows that share one 折算分: one row, or the areas of 服务质量. */
export interface ConvertedCell {
  readonly converted: Reading;
  readonly rows: readonly ScoreRow[];
}

/** The 折算分 cells of a score table, each once, with the rows that it converts. */
export function convertedCells({ rows }: Pick<ScoreTable, "rows">): ConvertedCell[] {
  const byCell = new Map<string, { converted: Reading; rows: ScoreRow[] }>();
  for (const row of rows) {
    if (!row.converted) continue;
    const key = addressKey(row.converted.at);
    const entry = byCell.get(key) ?? { converted: row.converted, rows: [] };
    entry.rows.push(row);
    byCell.set(key, entry);
  }
  return [...byCell.values()];
}

/** The cells that 总分, or a 小计 of its rows, adds up: 折算分 where there is such a column, else 评分. */
export function addends(table: Pick<ScoreTable, "rows">): Reading[] {
  const converted = convertedCells(table).map((cell) => cell.converted);
  return converted.length > 0 ? converted : table.rows.map((row) => row.score).filter((score) => score !== null);
}

/** What the cells of a score table must hold: 折算分 by 评分, the mean over the areas, 总分. */
export function scoreMeanings(table: ScoreTable, settings: Settings): MeaningSet {
  const meanings: Meaning[] = [];
  const inputs = new Map<string, Reading>();
  const note = (reading: Reading | null): void => {
    if (reading?.kind === "number" && !reading.textual && reading.formula === null) inputs.set(addressKey(reading.at), reading);
  };
  for (const cell of convertedCells(table)) {
    for (const row of cell.rows) note(row.score);
    // Areas that each show a score of their own but no shared cell are converted one by one; then nothing is known of them.
    const scores = cell.rows.map((row) => row.score).filter((score) => score !== null && score.kind === "number");
    if (scores.length === 0 || scores.length < cell.rows.length) {
      note(cell.converted);
      continue;
    }
    const weight = itemWeight(cell.rows[0]!.item, settings);
    meanings.push({
      at: cell.converted.at, table: "scores", role: cell.rows.length > 1 ? "mean" : "converted",
      label: say("label-converted", { item: cell.rows[0]!.name }), row: cell.rows[0]!.item, column: "converted",
      inputs: scores.map((score) => score!.at), decimals: 2, constantsAllowed: false,
      compute: (read) => convertedScore(cell.rows, weight, ({ score }) => scoreAt(score!, read)) ?? undefined
    });
  }
  for (const part of addends(table)) note(part);
  for (const { sum, rows, label, row } of sumsOf(table)) {
    const parts = addends({ rows });
    if (parts.length === 0) continue;
    meanings.push({
      at: sum.at, table: "scores", role: "score-sum", label, row, column: "converted",
      inputs: parts.map((part) => part.at), decimals: 2, constantsAllowed: false,
      compute: (read) => {
        const scores = numbersAt(parts.map((part) => part.at), read);
        return scores && sumScores(scores);
      }
    });
  }
  const variables: Variable[] = [...inputs.values()].map((reading) => ({ cells: [reading.at], choices: "count" }));
  return { meanings, variables };
}

/** A cell that adds up scores. */
export interface ScoreSumCell {
  readonly sum: Reading;
  readonly rows: readonly ScoreRow[];
  readonly label: Sentence;
  /** For the fingerprint. */
  readonly row: string;
}

/** 总分 and the 小计 of the parties. */
export function sumsOf(table: ScoreTable): ScoreSumCell[] {
  const cellOf = (row: ScoreSum): Reading | null => row.converted ?? row.score;
  const total = table.total && cellOf(table.total);
  const parts = table.subtotals.flatMap((subtotal, i): ScoreSumCell[] => {
    const sum = cellOf(subtotal);
    return sum && sum.kind !== "blank" ? [{ sum, rows: subtotal.rows, label: say("label-score-subtotal", { name: subtotal.name }), row: `subtotal:${i}` }] : [];
  });
  return [...parts, ...(total ? [{ sum: total, rows: table.rows, label: say("label-score-sum"), row: "total" }] : [])];
}

function scoreAt({ at }: Reading, read: Read): number | null {
  const value = numeric(read(at));
  return typeof value === "number" ? value : null;
}
