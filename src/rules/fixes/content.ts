import type { Reading } from "../../tables/types";
import { cellName, type Fix } from "../../workbook";

/** A fix that puts a plain value into the cell. */
export function valueFix(reading: Reading, after: string | number, why: string): Fix {
  return {
    sheet: reading.at.sheet, cell: cellName(reading.at.row, reading.at.column), kind: "value", before: contentOf(reading), after, why
  };
}

/** A fix that puts a formula into the cell. */
export function formulaFix(reading: Reading, after: string, why: string): Fix {
  return { ...valueFix(reading, after, why), kind: "formula" };
}

/** What stands in the cell: its formula, or its value. */
function contentOf(reading: Reading): Fix["before"] {
  if (reading.formula !== null) return reading.formula;
  if (reading.kind === "blank") return null;
  return reading.kind === "number" && !reading.textual ? reading.number : reading.text;
}
