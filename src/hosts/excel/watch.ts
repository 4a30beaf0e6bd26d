import { ask } from "./batch";

/**
 * Calls back when somebody else than us has changed cells of any sheet (worksheets.onChanged, ExcelApi 1.9); gives what ends it.
 * `isOurs` knows the sheets that we wrote, by Excel's id: no check reads
 * them. An older Excel does not say who made a change; then ours count as the user's, which costs a check and harms nothing.
 */
export async function watchChanges(context: Excel.RequestContext, isOurs: (sheetId: string) => boolean, changed: () => void): Promise<() => Promise<void>> {
  const handler = await ask(context, () => {
    const added = context.workbook.worksheets.onChanged.add((event) => {
      if ((event.triggerSource as string | undefined) !== "ThisLocalAddin" && !isOurs(event.worksheetId)) changed();
      return Promise.resolve();
    });
    return () => added;
  });
  return async () => {
    try {
      await Excel.run(handler.context, async (same) => {
        handler.remove();
        await same.sync();
      });
    } catch {
      // The workbook is gone, and with it what was listened to.
    }
  };
}
