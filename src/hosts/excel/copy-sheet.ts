import { freeSheetName, MARKER_NAME } from "../../workbook";

/** What a copy is called after its sheet: 附件2 留底. */
const SUFFIX = "留底";
/** No check reads a sheet that carries a mark of ours: what stands in the copy would contradict what was mended. */
const MARKER = "hebiao-copy";

/** Copies a sheet to behind itself under a free name and gives that name. Two round trips; the sheet in front stays in front. */
export async function copySheet(context: Excel.RequestContext, name: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheet = worksheets.getItem(name);
  const free = freeSheetName(`${name} ${SUFFIX}`, worksheets.items.map((each) => each.name));
  const copy = sheet.copy("After", sheet);
  copy.name = free;
  copy.names.add(MARKER_NAME, `="${MARKER}"`).visible = false;
  await context.sync();
  return free;
}
