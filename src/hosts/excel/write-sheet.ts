import { ExcelUtilities } from "@microsoft/office-js-helpers";
import { cellName, columnLetters, freeSheetName, MARKER_NAME, rectName, type PlainCell, type Rect, type Sheet, type SheetDescription, type SheetPlan, type WrittenSheet } from "../../workbook";
import { DEFAULT_HEIGHT } from "../row-heights";
import { sheetFrom } from "../workbook-from";
import { ask } from "./batch";
import { CHART_NAME, decorations, type Decoration } from "./decorate-sheet";
import { isFinal } from "./problem";
import { convertRow } from "./read/convert";
import { markOf, rectOfRange } from "./read/overview";
import { layOut, type RowBlock, type SheetLayout } from "./sheet-layout";
import { applyBase, applyRules, applyStyle } from "./sheet-styles";

/** Excel counts a column's width in points; a character of the standard font is about 5.25 wide, with a margin. */
const POINTS_PER_CHARACTER = 5.25;
const POINTS_OF_MARGIN = 3.75;

/**
 * Writes a sheet of ours and shows it: in place where an earlier one carries the marker (deleting a
 * sheet would clear the undo stack), otherwise as a new sheet under a free name. What this Excel cannot draw is named.
 */
export async function writeSheet(context: Excel.RequestContext, plan: SheetPlan): Promise<WrittenSheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const own = await findOwn(context, worksheets.items, plan.marker);
  const sheet = plan.describe(own && await readEarlier(context, own));
  const name = own?.name ?? freeSheetName(sheet.name, worksheets.items.map((each) => each.name));
  // The name is free, so it only adds: no sheet of the user's is cleared, and none deleted, which would clear the undo stack.
  const target = own?.item ?? await ExcelUtilities.forceCreateSheet(context.workbook, name, true);
  // Marked before anything else can fail, so that a next try finds it.
  if (!own && sheet.marker !== "") target.names.add(MARKER_NAME, `="${sheet.marker}"`).visible = false;
  const layout = layOut(sheet);
  await fill(context, target, sheet, layout, own);
  const omitted = await decorate(context, target, decorations(target, sheet, layout.columns));
  return { name, replaced: own !== null, omitted };
}

/** The earlier sheet, with what of it is to go. */
interface OwnSheet {
  readonly item: Excel.Worksheet;
  readonly name: string;
  readonly used: Rect | null;
  readonly charts: readonly Excel.Chart[];
}

async function findOwn(context: Excel.RequestContext, items: readonly Excel.Worksheet[], marker: string): Promise<OwnSheet | null> {
  if (marker === "") return null;
  const marks = items.map((item) => ({ item, mark: item.names.getItemOrNullObject(MARKER_NAME) }));
  for (const { mark } of marks) mark.load("formula");
  await context.sync();
  const found = marks.find(({ mark }) => !mark.isNullObject && markOf(mark.formula) === marker);
  if (!found) return null;
  const { item } = found;
  const used = item.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const { charts } = item;
  charts.load("items/name");
  await context.sync();
  return { item, name: item.name, used: rectOfRange(used), charts: charts.items.filter((chart) => CHART_NAME.test(chart.name)) };
}

/** What stands on our earlier sheet: the user's remarks are among it. */
async function readEarlier(context: Excel.RequestContext, { item, name, used }: OwnSheet): Promise<Sheet | null> {
  if (!used) return null;
  const cells = new Map<number, PlainCell>();
  const range = item.getRange(rectName(used));
  range.load("values,formulas,text,numberFormat");
  await context.sync();
  for (let row = 0; row <= used.bottom - used.top; row++) convertRow(range, used, row, cells);
  return sheetFrom({ name, visibility: "visible", cells, merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), notes: new Map(), marker: null });
}

/** Content, looks and view; the rest of what Excel allows in one request goes in further ones. */
async function fill(context: Excel.RequestContext, target: Excel.Worksheet, sheet: SheetDescription, layout: SheetLayout, own: OwnSheet | null): Promise<void> {
  const [first, ...further] = layout.rows;
  await ask(context, () => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    clear(target, layout, own, sheet.columnWidths.length);
    // A link puts a look of its own on its cell.
    for (const { cell, target: documentReference } of layout.links) target.getRange(cell).hyperlink = { documentReference };
    applyBase(target.getRange(layout.columns));
    for (const { address, style } of layout.blocks) applyStyle(target.getRange(address), style);
    for (const { address, border } of layout.rules) applyRules(target.getRange(address), border);
    writeRows(target, first!);
    return () => undefined;
  });
  for (const block of further) {
    await ask(context, () => {
      writeRows(target, block);
      return () => undefined;
    });
  }
  for (const { address, across } of layout.merges) target.getRange(address).merge(across);
  for (const { cell, content, format } of layout.kept) {
    const range = target.getRange(cell);
    range.numberFormat = [[format]];
    range.formulas = [[content]];
  }
  setSizes(target, sheet, layout, own === null);
  target.showGridlines = false;
  target.freezePanes.unfreeze();
  if (sheet.frozenRows && sheet.frozenColumns) target.freezePanes.freezeAt(target.getRange(`A1:${cellName(sheet.frozenRows, sheet.frozenColumns)}`));
  else if (sheet.frozenRows) target.freezePanes.freezeRows(sheet.frozenRows);
  else if (sheet.frozenColumns) target.freezePanes.freezeColumns(sheet.frozenColumns);
  target.activate();
  await context.sync();
}

/**
 * Our columns are ours, down to what an earlier and longer sheet left. Behind them only contents go, which are written again
 * beside their rows: looks and widths there are the user's.
 */
function clear(target: Excel.Worksheet, layout: SheetLayout, own: OwnSheet | null, columns: number): void {
  const ours = target.getRange(layout.columns);
  ours.unmerge();
  ours.clear();
  for (const chart of own?.charts ?? []) chart.delete();
  if (own?.used && own.used.right > columns) target.getRange(rectName({ ...own.used, left: Math.max(own.used.left, columns + 1) })).clear("Contents");
}

function writeRows(target: Excel.Worksheet, { address, formats, formulas }: RowBlock): void {
  const range = target.getRange(address);
  // The format comes before the content: a text written into a General cell may turn into a date.
  range.numberFormat = formats as string[][];
  range.formulas = formulas as (string | number | boolean)[][];
}

/** Heights are ours; widths and hidden columns only the first time. */
function setSizes(target: Excel.Worksheet, sheet: SheetDescription, layout: SheetLayout, isNew: boolean): void {
  target.getRange(`1:${Math.max(1, sheet.rows.length)}`).format.rowHeight = DEFAULT_HEIGHT;
  for (const { rows, height } of layout.heights) target.getRange(rows).format.rowHeight = height;
  if (!isNew) return;
  sheet.columnWidths.forEach((width, index) => {
    target.getRange(columnName(index + 1)).format.columnWidth = width * POINTS_PER_CHARACTER + POINTS_OF_MARGIN;
  });
  for (const column of sheet.hiddenColumns ?? []) target.getRange(columnName(column)).columnHidden = true;
}

function columnName(column: number): string {
  return `${columnLetters(column)}:${columnLetters(column)}`;
}

/** Draws all at once; where Excel refuses that, each by itself, and names those that it cannot draw. */
async function decorate(context: Excel.RequestContext, target: Excel.Worksheet, wanted: readonly Decoration[]): Promise<WrittenSheet["omitted"]> {
  const draw = (some: readonly Decoration[]) => ask(context, () => {
    for (const each of some) each.draw();
    return () => undefined;
  });
  try {
    await draw(wanted);
    return [];
  } catch (error) {
    if (isFinal(error)) throw error;
  }
  await removeCharts(context, target);
  const omitted: WrittenSheet["omitted"][number][] = [];
  for (const each of wanted) {
    try {
      await draw([each]);
    } catch (error) {
      if (isFinal(error)) throw error;
      omitted.push(each.part);
    }
  }
  return omitted;
}

/** A batch that failed may have drawn some of them. */
async function removeCharts(context: Excel.RequestContext, target: Excel.Worksheet): Promise<void> {
  try {
    const { charts } = target;
    charts.load("items/name");
    await context.sync();
    for (const chart of charts.items) if (CHART_NAME.test(chart.name)) chart.delete();
    await context.sync();
  } catch (error) {
    if (isFinal(error)) throw error;
  }
}
