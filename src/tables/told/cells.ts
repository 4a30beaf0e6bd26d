import { say, type Sentence } from "../../messages";
import { isMarkRole, type ColumnRole, type Fit, type FittedColumn } from "../../told";
import { rectName } from "../../workbook";
import { readCell } from "../reading";

/** Roles whose cells are numbers. */
const NUMBERS: ReadonlySet<ColumnRole> = new Set(["staff", "target", "done", "rate", "total", "senior", "standard", "weight", "judge", "deduction", "score", "converted"]);
/** So much of the filled cells may be something else: notes, 待定, a slip. */
const MOST_OTHERS = 0.5;
/** A mark counts for a month at most. */
const LARGEST_MARK = 1;

/** Why the cells of a place can't be what was told of it; null where they can. */
export function refusalOf(fit: Fit): Sentence | null {
  for (const column of fit.columns) {
    const cells = cellsOf(fit, column);
    const range = rectName({ top: fit.headBottom + 1, bottom: fit.last, left: column.column, right: column.column });
    if (NUMBERS.has(column.role) && cells.texts > MOST_OTHERS * cells.filled) return say("told-cells-text", { role: say(`told-role-${column.role}`), head: column.head, range });
    if (isMarkRole(column.role) && cells.amounts > MOST_OTHERS * cells.filled) return say("told-cells-amount", { role: say(`told-role-${column.role}`), head: column.head, range });
  }
  return null;
}

function cellsOf({ sheet, headBottom, last }: Fit, { column }: FittedColumn): { filled: number; texts: number; amounts: number } {
  let [filled, texts, amounts] = [0, 0, 0];
  for (let row = headBottom + 1; row <= last; row++) {
    const { kind, number } = readCell(sheet, row, column);
    if (kind === "blank" || kind === "slash") continue;
    filled++;
    if (kind === "text") texts++;
    if (number !== null && number > LARGEST_MARK) amounts++;
  }
  return { filled, texts, amounts };
}
