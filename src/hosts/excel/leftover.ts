import { ask } from "./batch";
import { askForList, type KnownSheets, type ListedSheet } from "./known-sheets";
import { rectOfRange } from "./read/overview";

/** Takes away the sheet that was added but not filled; tells whether it is gone. `before`: the ids of the sheets until then. */
export async function removeNew(context: Excel.RequestContext, before: ReadonlySet<string>): Promise<"gone" | "left" | "unknown"> {
  try {
    const added = (await ask(context, () => askForList(context))).filter(({ id }) => !before.has(id));
    if (added.length > 1) return "left";
    for (const { name } of added) await remove(context, name);
    return "gone";
  } catch {
    return "unknown";
  }
}

/** Takes away what an earlier try left: an empty sheet of that name that was not there before. Gives the sheets that remain. */
export async function removeLeftover(context: Excel.RequestContext, known: KnownSheets, list: readonly ListedSheet[]): Promise<readonly ListedSheet[]> {
  const left = list.find(({ id, name }) => name === known.leftover && !known.has(id));
  if (!left) return list;
  const isEmpty = await ask(context, () => {
    const used = context.workbook.worksheets.getItem(left.name).getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return () => rectOfRange(used) === null;
  });
  if (!isEmpty) return list;
  await remove(context, left.name);
  return list.filter((sheet) => sheet !== left);
}

function remove(context: Excel.RequestContext, name: string): Promise<void> {
  return ask(context, () => {
    context.workbook.worksheets.getItem(name).delete();
    return () => undefined;
  });
}
