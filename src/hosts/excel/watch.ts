import { attempt } from "./batch";

/**
 * Calls back when cells of any sheet have changed (worksheets.onChanged, ExcelApi 1.9); gives what ends it. Where Excel has no such
 * event nothing is ever called.
 */
export async function watchChanges(context: Excel.RequestContext, changed: () => void): Promise<() => Promise<void>> {
  if (attempt(() => Office.context.requirements.isSetSupported("ExcelApi", "1.9")) === false) return () => Promise.resolve();
  const handler = context.workbook.worksheets.onChanged.add(() => {
    changed();
    return Promise.resolve();
  });
  await context.sync();
  return async () => {
    await Excel.run(handler.context, async (own) => {
      handler.remove();
      await own.sync();
    });
  };
}
