import { ExcelUtilities } from "@microsoft/office-js-helpers";
import { freeSheetName, MARKER_NAME, type SheetDescription, type SheetPlan, type WrittenSheet } from "../../workbook";
import { layOut } from "./sheet-layout";
import { applyStyle } from "./sheet-styles";

/** Excel counts a column's width in points; a character of the standard font is about 5.25 wide, with a margin. */
const POINTS_PER_CHARACTER = 5.25;
const POINTS_OF_MARGIN = 3.75;

/**
 * Writes a sheet of ours and shows it: in place where an earlier one carries the marker (deleting a
 * sheet would clear the undo stack), otherwise as a new sheet under a free name.
 */
export async function writeSheet(context: Excel.RequestContext, plan: SheetPlan): Promise<WrittenSheet> {
  const sheet = plan.describe(null);
  const { target, name, replaced } = await ownOrNewSheet(context, sheet);
  const layout = layOut(sheet);

  context.workbook.application.suspendApiCalculationUntilNextSync();
  // The whole sheet is ours, down to what an earlier and longer one left.
  const everything = target.getRange();
  everything.unmerge();
  everything.clear();
  const range = target.getRange(layout.address);
  for (const { cell, target: documentReference } of layout.links) target.getRange(cell).hyperlink = { documentReference };
  for (const { address, style } of layout.blocks) applyStyle(target.getRange(address), style);
  // The format comes before the content: a text written into a General cell may turn into a date.
  range.numberFormat = layout.formats as string[][];
  range.formulas = layout.formulas as (string | number | boolean)[][];
  for (const merge of sheet.merges) target.getRange(merge).merge();
  sheet.columnWidths.forEach((width, index) => {
    range.getColumn(index).format.columnWidth = width * POINTS_PER_CHARACTER + POINTS_OF_MARGIN;
  });
  range.format.autofitRows();
  target.showGridlines = false;
  target.freezePanes.unfreeze();
  if (sheet.frozenRows) target.freezePanes.freezeRows(sheet.frozenRows);
  target.activate();
  await context.sync();
  return { name, replaced, omitted: [] };
}

interface OwnSheet {
  readonly target: Excel.Worksheet;
  readonly name: string;
  readonly replaced: boolean;
}

/** The earlier sheet with the marker, or a new one. */
async function ownOrNewSheet(context: Excel.RequestContext, sheet: SheetDescription): Promise<OwnSheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const marks = worksheets.items.map((each) => ({ sheet: each, mark: each.names.getItemOrNullObject(MARKER_NAME) }));
  for (const { mark } of marks) mark.load("formula");
  await context.sync();
  const own = marks.find(({ mark }) => !mark.isNullObject && mark.formula === `="${sheet.marker}"`);
  if (own) return { target: own.sheet, name: own.sheet.name, replaced: true };
  const name = freeSheetName(sheet.name, worksheets.items.map((each) => each.name));
  // The name is free, so it only adds: no sheet of the user's is cleared, and none deleted, which would clear the undo stack.
  const created = await ExcelUtilities.forceCreateSheet(context.workbook, name, true);
  created.names.add(MARKER_NAME, `="${sheet.marker}"`).visible = false;
  // Marked before anything else can fail, so that a next try finds it.
  await context.sync();
  return { target: created, name, replaced: false };
}
