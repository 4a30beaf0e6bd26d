import { render, say } from "../../messages";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import type { Fix } from "../../workbook";
import { formulaFix, valueFix } from "./content";

/** The formula where the cell already has one, else the number. */
export function scoreFix(reading: Reading, score: number, formula: string): Fix {
  return reading.formula === null
    ? valueFix(reading, score, render(say("fix-roster-number", { number: numberText(score) })))
    : formulaFix(reading, formula, render(say("fix-formula", { formula })));
}
