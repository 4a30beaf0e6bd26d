import { say, type Sentence } from "../../messages";
import type { Reading } from "../../tables/types";
import type { PlannedFix } from "../finding";

/** A fix that puts a plain value into the cell. */
export function valueFix(reading: Reading, after: string | number | boolean, why: Sentence): PlannedFix {
  return { at: reading.at, kind: "value", before: contentOf(reading), after, why };
}

/** A fix that puts a formula into the cell. */
export function formulaFix(reading: Reading, formula: string): PlannedFix {
  return { ...valueFix(reading, formula, say("fix-formula", { formula })), kind: "formula" };
}

/** What stands in the cell: its formula, or its value. */
function contentOf(reading: Reading): PlannedFix["before"] {
  if (reading.formula !== null) return reading.formula;
  if (reading.kind === "blank") return null;
  return reading.kind === "number" && !reading.textual ? reading.number : reading.text;
}
