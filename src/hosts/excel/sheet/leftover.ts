import { ask } from "../batch";
import { askForList, type KnownSheets, type ListedSheet } from "./known-sheets";
import { markerAmong, rectOfRange } from "../read/overview";

/**
 * Takes away the sheet of that name that was added but not filled; tells whether it is gone. `before`: the ids of the sheets
 * until then. A sheet that somebody else has added meanwhile, with something on it, stays.
 */
export async function removeNew(context: Excel.RequestContext, name: string, before: ReadonlySet<string>): Promise<"gone" | "left" | "unknown"> {
  try {
    const list = await ask(context, () => askForList(context));
    if (!list.some((sheet) => sheet.name === name && !before.has(sheet.id))) return "gone";
    const { isEmpty, marker } = await lookAt(context, name);
    if (!isEmpty && marker === null) return "left";
    await remove(context, name);
    return "gone";
  } catch {
    return "unknown";
  }
}

/** Takes away what an earlier try left: an empty sheet of that name that was not there before. Gives the sheets that remain. */
export async function removeLeftover(context: Excel.RequestContext, known: KnownSheets, list: readonly ListedSheet[]): Promise<readonly ListedSheet[]> {
  const left = list.find(({ id, name }) => name === known.leftover && !known.has(id));
  if (!left || !(await lookAt(context, left.name)).isEmpty) return list;
  await remove(context, left.name);
  return list.filter((sheet) => sheet !== left);
}

async function lookAt(context: Excel.RequestContext, name: string): Promise<{ isEmpty: boolean; marker: string | null }> {
  return ask(context, () => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const { names } = sheet;
    names.load("items/name,items/formula");
    return () => ({ isEmpty: rectOfRange(used) === null, marker: markerAmong(names.items) });
  });
}

function remove(context: Excel.RequestContext, name: string): Promise<void> {
  return ask(context, () => {
    context.workbook.worksheets.getItem(name).delete();
    return () => undefined;
  });
}
