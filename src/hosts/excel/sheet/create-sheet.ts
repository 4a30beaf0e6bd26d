import { ExcelUtilities } from "@microsoft/office-js-helpers";
import { say } from "../../../messages";
import { ask } from "../batch";
import { askForList, SheetsChanged, type ListedSheet } from "./known-sheets";
import { codeOf, ExcelProblem, isAbort } from "../problem";

/**
 * Creates a sheet under a name that is free. Two round trips, the helper's own: it looks whether there is such a sheet, which
 * it would clear, and adds it where there is none. Our list of the sheets comes with the first, and `confirm` throws before a
 * sheet of the user's could be cleared.
 */
export async function createSheet(context: Excel.RequestContext, name: string, confirm: (list: readonly ListedSheet[]) => void): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  const listed = askForList(context);
  let confirmed = false;
  const guarded = {
    workbook: context.workbook,
    async sync(): Promise<void> {
      await context.sync();
      if (!confirmed) confirm(listed());
      confirmed = true;
    }
  };
  try {
    return await ExcelUtilities.forceCreateSheet({ context: guarded, worksheets } as unknown as Excel.Workbook, name, true);
  } catch (error) {
    if (error instanceof SheetsChanged || isAbort(error)) throw error;
    if (confirmed && codeOf(error) === "AccessDenied") throw new ExcelProblem(say("excel-structure-protected"), { cause: error });
    if (codeOf(error) !== "?" || confirmed) throw error;
  }
  // The helper asks Office for its version, which not every Office tells; nothing has been sent yet.
  confirm(await ask(context, () => listed));
  const added = worksheets.add(name);
  await context.sync();
  return added;
}
