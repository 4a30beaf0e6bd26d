import { say } from "../../messages";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import type { PlannedFix } from "../finding";
import { formulaFix, valueFix } from "./content";

/** The formula where the cell or others that do the same have one, else the number. */
export function scoreFix(reading: Reading, score: number, formula: string, others: readonly Reading[] = []): PlannedFix {
  return [reading, ...others].every((one) => one.formula === null)
    ? valueFix(reading, score, say("fix-roster-number", { number: numberText(score) }))
    : formulaFix(reading, formula);
}
