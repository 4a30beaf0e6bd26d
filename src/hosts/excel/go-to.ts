import { say } from "../../messages";
import { rectName, type CellAddress } from "../../workbook";
import { ask, attempt } from "./batch";
import { codeOf, ExcelProblem, sentenceOf } from "./problem";

/** What Excel says when another workbook has the focus. */
const ELSEWHERE = new Set(["InvalidOperation", "GeneralException", "InactiveWorkbook", "InvalidSelection"]);

/** Shows a cell, or the region from it to `until`: activates the sheet and selects it. Changes nothing: a hidden sheet stays hidden, and the user is told. */
export async function goTo(context: Excel.RequestContext, at: CellAddress, until: { readonly row: number; readonly column: number } = at): Promise<void> {
  const sheet = await ask(context, () => {
    const found = context.workbook.worksheets.getItemOrNullObject(at.sheet);
    found.load("name,visibility");
    return () => found;
  });
  if (sheet.isNullObject) throw new ExcelProblem(say("excel-sheet-gone", { sheet: at.sheet }));
  if ((attempt(() => sheet.visibility) ?? "Visible") !== "Visible") throw new ExcelProblem(say("excel-sheet-hidden", { sheet: at.sheet }));
  try {
    await ask(context, () => {
      sheet.activate();
      sheet.getRange(rectName({ top: at.row, left: at.column, bottom: until.row, right: until.column })).untrack().select();
      return () => undefined;
    });
  } catch (error) {
    throw new ExcelProblem(ELSEWHERE.has(codeOf(error)) ? say("excel-elsewhere") : sentenceOf(error), { cause: error });
  }
}
