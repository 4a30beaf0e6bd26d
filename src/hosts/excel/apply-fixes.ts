import { render, say } from "../../messages";
import type { Fix, FixOutcome } from "../../workbook";
import { asText } from "./sheet-layout";

/** Applies fixes; one whose cell has changed since the check is refused, the others are applied together. */
export async function applyFixes(context: Excel.RequestContext, fixes: readonly Fix[]): Promise<readonly FixOutcome[]> {
  const sheets = fixes.map((fix) => context.workbook.worksheets.getItemOrNullObject(fix.sheet));
  for (const sheet of sheets) sheet.load("name");
  await context.sync();
  const cells = fixes.map((fix, index) => (sheets[index]!.isNullObject ? null : sheets[index]!.getRange(fix.cell)));
  for (const cell of cells) cell?.load("formulas, numberFormat");
  await context.sync();
  const outcomes = fixes.map((fix, index): FixOutcome => {
    const cell = cells[index];
    if (!cell) return refused(fix, render(say("fix-refused-no-sheet", { sheet: fix.sheet })));
    const [[present]] = cell.formulas as [[unknown]];
    if (present !== (fix.before ?? "")) return refused(fix, render(say("fix-refused-changed")));
    // In a cell formatted as text, a formula or number would stay a text.
    if (cell.numberFormat[0]?.[0] === "@" && (fix.kind === "formula" || typeof fix.after === "number")) cell.numberFormat = [["General"]];
    cell.formulas = [[fix.kind === "formula" ? fix.after : asText(fix.after)]];
    return { fix, applied: true, reason: null, undo: { ...fix, before: fix.after, after: fix.before } };
  });
  await context.sync();
  return outcomes;
}

function refused(fix: Fix, reason: string): FixOutcome {
  return { fix, applied: false, reason, undo: null };
}
