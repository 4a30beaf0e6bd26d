import type { WrittenCell } from "../../workbook";
import { SharedFormula } from "./shared-formula";

/** The formula of a cell that is to stand there. One of the user's own that moved reads the cells beside it, as it did before. */
export function formulaAt({ formula, kept }: WrittenCell, row: number, column: number): string | undefined {
  if (!formula || !kept || (kept.row === row && kept.column === column)) return formula;
  return new SharedFormula(formula, kept.row, kept.column).at(row, column);
}
