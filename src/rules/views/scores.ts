import { convertedScore, itemWeight } from "../../evaluation/scores";
import { addends, type ConvertedCell } from "../../meaning/scores";
import type { Settings } from "../../settings/types";
import type { ScoreTable } from "../../tables/scores/types";
import { hundredthsOf, sumScores } from "../../values/exact";
import type { Finding } from "../finding";

export function scoreSubject(row: string, column: string): Finding["subject"] {
  return { table: "scores", row, column };
}

/** The sum of what the table shows, and whether every part shows a number. */
export function sumShown(table: Pick<ScoreTable, "rows">): { expected: number; complete: boolean } {
  const parts = addends(table);
  return { expected: sumScores(parts.map((part) => part.number ?? 0)), complete: parts.length > 1 && parts.every((part) => part.number !== null) };
}

/** What the cell should show, or null where it is right or nothing can be said. */
export function wrongConversion({ converted, rows }: ConvertedCell, settings: Settings): number | null {
  if (converted.number === null && converted.formula === null) return null;
  const expected = convertedScore(rows, itemWeight(rows[0]!.item, settings));
  return expected === null || (converted.number !== null && hundredthsOf(converted.number) === hundredthsOf(expected)) ? null : expected;
}
