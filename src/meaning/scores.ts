import { hundredthsOf } from "../evaluation/exact";
import { itemWeight } from "../evaluation/scores";
import { say } from "../messages";
import type { Settings } from "../settings/types";
import type { ScoreRow, ScoreTable } from "../tables/scores-types";
import type { Reading } from "../tables/types";
import { addressKey } from "../workbook";
import { numeric } from "./numbers";
import type { Meaning, MeaningSet, Read, Variable } from "./types";

/** Rows that share one 折算分: one row, or the areas of 服务质量. */
export interface ConvertedCell {
  readonly converted: Reading;
  readonly rows: readonly ScoreRow[];
}

/** The 折算分 cells of a score table, each once, with the rows that it converts. */
export function convertedCells(table: ScoreTable): ConvertedCell[] {
  const byCell = new Map<string, { converted: Reading; rows: ScoreRow[] }>();
  for (const row of table.rows) {
    if (!row.converted) continue;
    const key = addressKey(row.converted.at);
    const entry = byCell.get(key) ?? { converted: row.converted, rows: [] };
    entry.rows.push(row);
    byCell.set(key, entry);
  }
  return [...byCell.values()];
}

/** The cells that 总分 adds up: 折算分 where there is such a column, else 评分. */
export function addends(table: ScoreTable): Reading[] {
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
      compute: (read) => convertedOf(cell.rows, weight, read)
    });
  }
  const sum = table.total?.converted ?? table.total?.score ?? null;
  const parts = addends(table);
  for (const part of parts) note(part);
  if (sum && parts.length > 0) {
    meanings.push({
      at: sum.at, table: "scores", role: "score-sum", label: say("label-score-sum"), row: "total", column: "converted",
      inputs: parts.map((part) => part.at), decimals: 2, constantsAllowed: false,
      compute: (read) => {
        const numbers = parts.map((part) => numeric(read(part.at)));
        return numbers.every((number) => typeof number === "number" || number === null)
          ? numbers.reduce<number>((total, number) => total + hundredthsOf((number as number | null) ?? 0), 0) / 100
          : undefined;
      }
    });
  }
  const variables: Variable[] = [...inputs.values()].map((reading) => ({ cells: [reading.at], choices: "count" }));
  return { meanings, variables };
}

function convertedOf(rows: readonly ScoreRow[], weight: number | null, read: Read): number | undefined {
  let sum = 0;
  for (const { score, standard } of rows) {
    const value = numeric(read(score!.at));
    if (typeof value !== "number") return undefined;
    sum += weight !== null && standard?.number && standard.number !== weight ? (value * weight) / standard.number : value;
  }
  // R3: shown with two decimals.
  return hundredthsOf(sum / rows.length) / 100;
}
