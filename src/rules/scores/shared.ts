import { numberText } from "../../meaning/numbers";
import { render, say } from "../../messages";
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
