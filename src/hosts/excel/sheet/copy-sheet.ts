import { say } from "../../../messages";
import { freeSheetName, MARKER_NAME } from "../../../workbook";
import { ask } from "../batch";
import { codeOf, ExcelProblem, sentenceOf } from "../problem";

/** What a copy is called after its sheet: 附件2 留底 11-21 14-30. */
const SUFFIX = "留底";
const LONGEST_NAME = 31;
/** No check reads a sheet that carries a mark of ours: what stands in the copy would contradict what was mended. */
const MARKER = "hebiao-copy";

/** Copies a sheet to behind itself under a free name and gives that name. Two round trips; the sheet in front stays in front. */
export async function copySheet(context: Excel.RequestContext, name: string, now: Date = new Date()): Promise<string> {
  const { worksheets } = context.workbook;
  const before = await sheetsNow(context);
  const sheet = before.find((each) => each.name.toLowerCase() === name.toLowerCase())?.item;
  if (!sheet) throw new ExcelProblem(say("excel-sheet-gone", { sheet: name }));
  const tail = ` ${SUFFIX} ${[now.getMonth() + 1, now.getDate()].join("-")} ${String(now.getHours()).padStart(2, "0")}-${String(now.getMinutes()).padStart(2, "0")}`;
  const free = freeSheetName(name.slice(0, LONGEST_NAME - tail.length) + tail, before.map((each) => each.name));
  try {
    await ask(context, () => {
      const copy = sheet.copy("After", sheet);
      copy.name = free;
      copy.names.add(MARKER_NAME, `="${MARKER}"`).visible = false;
      return () => undefined;
    });
    return free;
  } catch (error) {
    const added = await addedSince(context, new Set(before.map(({ id }) => id)));
    if (added === "unknown") throw new ExcelProblem(say("copy-unknown", { reason: sentenceOf(error) }), { cause: error });
    if (added === null) throw new ExcelProblem(codeOf(error) === "AccessDenied" ? say("excel-structure-protected") : sentenceOf(error), { cause: error });
    // The copy is there; it lacks its name or its mark. Without the mark a check would read it: rather none than that.
    try {
      await ask(context, () => {
        worksheets.getItem(added.id).delete();
        return () => undefined;
      });
    } catch {
      throw new ExcelProblem(say("copy-left", { sheet: added.name, reason: sentenceOf(error) }), { cause: error });
    }
    throw error;
  }
}

interface NamedSheet {
  readonly item: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
}

async function sheetsNow(context: Excel.RequestContext): Promise<readonly NamedSheet[]> {
  return ask(context, () => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    return () => worksheets.items.map((item) => ({ item, id: item.id, name: item.name }));
  });
}

/** A sheet that was not there before; null for none. */
async function addedSince(context: Excel.RequestContext, before: ReadonlySet<string>): Promise<NamedSheet | "unknown" | null> {
  try {
    return (await sheetsNow(context)).find(({ id }) => !before.has(id)) ?? null;
  } catch {
    return "unknown";
  }
}
