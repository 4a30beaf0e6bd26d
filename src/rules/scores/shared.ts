import { hundredthsOf } from "../../values/exact";
import { numberText } from "../../values/numbers";
import { addends } from "../../meaning/scores";
import { render, say } from "../../messages";
import type { ScoreTable } from "../../tables/scores/types";
import type { Reading } from "../../tables/types";
import type { Fix } from "../../workbook";
import { formulaFix, valueFix } from "../build";
import type { Finding } from "../finding";

/** A score as the tables print it: two decimals. */
export function scoreText(score: number): string {
  return score.toFixed(2);
}

export function subject(row: string, column: string): Finding["subject"] {
  return { table: "scores", row, column };
}

/** The formula where the cell already has one, else the number. */
export function scoreFix(reading: Reading, score: number, formula: string): Fix {
  return reading.formula === null
    ? valueFix(reading, score, render(say("fix-roster-number", { number: numberText(score) })))
    : formulaFix(reading, formula, render(say("fix-formula", { formula })));
}

/** The sum of what the table shows, and whether every part shows a number. */
export function sumShown(table: Pick<ScoreTable, "rows">): { expected: number; complete: boolean } {
  const parts = addends(table);
  return { expected: sumOf(parts.map((part) => part.number ?? 0)), complete: parts.length > 1 && parts.every((part) => part.number !== null) };
}

/** The sum of scores, each taken with two decimals; differences may be negative. */
export function sumOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + hundredthsOf(score), 0) / 100;
}
