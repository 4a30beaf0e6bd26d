import { cellName, columnLetters, MARKER_NAME, type SheetDescription } from "../../../workbook";
import { DEFAULT_HEIGHT } from "../../../workbook/on-paper/row-heights";
import { moveAttached, type AttachedNote } from "./attached-notes";
import { decorations, type Step } from "./decorate-sheet";
import { piecesOf, type RowBlock, type SheetLayout } from "./sheet-layout";
import { applyBase, applyRules, applyStyle } from "./sheet-styles";

/** Excel counts a column's width in points; a character of the standard font is about 5.25 wide, with a margin. */
const POINTS_PER_CHARACTER = 5.25;
const POINTS_OF_MARGIN = 3.75;

/** A sheet that is to be filled, and what is known of it. */
export interface Target {
  readonly item: Excel.Worksheet;
  readonly isNew: boolean;
  /** It comes to the front. */
  readonly shows: boolean;
  /** Ours of an earlier run. */
  readonly charts: readonly Excel.Chart[];
  /** What the user attached to cells of it. */
  readonly attached: readonly AttachedNote[];
}

/** Numbers and texts: without them there is no sheet. What the user noted stands either in the earlier rows or in the new ones. */
export function writeContent({ item, isNew }: Target, layout: SheetLayout, block: RowBlock): void {
  const isFirst = block === layout.rows[0];
  // A cell that a merged area covers takes no content.
  if (isFirst && !isNew) item.getRange(layout.columns).unmerge();
  writeRows(item, block);
  if (!isFirst) return;
  for (const { cell, content, format } of layout.moved) writeRows(item, { address: cell, formats: [[format]], formulas: [[content]] });
  for (const cell of layout.vacated) item.getRange(cell).clear("Contents");
}

/** The format comes before the content: a text written into a General cell may turn into a date. */
export function writeRows(item: Excel.Worksheet, block: RowBlock): void {
  for (const piece of piecesOf(block)) {
    writeFormats(item, piece);
    item.getRange(piece.address).formulas = piece.formulas as (string | number | boolean)[][];
  }
}

function writeFormats(item: Excel.Worksheet, { address, formats }: RowBlock): void {
  item.getRange(address).numberFormat = formats as string[][];
}

/** The hidden name by which a later run knows the sheet; where Excel has no such names, the head of its hidden column tells it. */
export function markSheet(item: Excel.Worksheet, marker: string): void {
  item.names.add(MARKER_NAME, `="${marker}"`).visible = false;
}

/** What makes the content a sheet that one likes to read, in the order in which it is drawn. */
export function looksOf(target: Target, sheet: SheetDescription, layout: SheetLayout): Step[] {
  const { item } = target;
  return [
    // A link puts a look of its own on its cell.
    { part: "links", draw: () => {
      if (!target.isNew) item.getRange(layout.columns).clear("Hyperlinks");
      for (const { cell, target: documentReference, text } of layout.links) item.getRange(cell).hyperlink = { documentReference, textToDisplay: text };
    } },
    { part: "looks", draw: () => {
      if (!target.isNew) {
        item.getRange(layout.columns).clear("Formats");
        for (const piece of layout.rows.flatMap(piecesOf)) writeFormats(item, piece);
      }
      applyBase(item.getRange(layout.columns));
      for (const { address, style } of layout.blocks) applyStyle(item.getRange(address), style);
      for (const { address, border } of layout.rules) applyRules(item.getRange(address), border);
      for (const { address, across } of layout.merges) item.getRange(address).merge(across);
    } },
    { part: "looks", draw: () => setSizes(item, sheet, layout, target.isNew) },
    { part: "view", draw: () => setView(item, sheet) },
    ...(sheet.movedNotes?.length ? [{ part: "notes" as const, draw: () => moveAttached(item, target.attached, sheet.movedNotes!) }] : []),
    ...decorations(item, sheet, layout.columns, target.charts),
    // Another workbook may be in front: then the sheet is there all the same.
    ...(target.shows ? [{ part: null, draw: () => item.activate() }] : [])
  ];
}

function setView(item: Excel.Worksheet, { frozenRows, frozenColumns }: SheetDescription): void {
  item.showGridlines = false;
  item.freezePanes.unfreeze();
  if (frozenRows && frozenColumns) item.freezePanes.freezeAt(item.getRange(`A1:${cellName(frozenRows, frozenColumns)}`));
  else if (frozenRows) item.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns) item.freezePanes.freezeColumns(frozenColumns);
}

/** Heights are ours; widths and hidden columns only the first time, or where the columns are others. */
function setSizes(item: Excel.Worksheet, sheet: SheetDescription, layout: SheetLayout, isNew: boolean): void {
  item.getRange(`1:${Math.max(1, sheet.rows.length)}`).format.rowHeight = DEFAULT_HEIGHT;
  for (const { rows, height } of layout.heights) item.getRange(rows).format.rowHeight = height;
  if (!isNew && !sheet.hasOtherColumns) return;
  if (!isNew) item.getRange(layout.columns).columnHidden = false;
  sheet.columnWidths.forEach((width, index) => {
    item.getRange(columnName(index + 1)).format.columnWidth = width * POINTS_PER_CHARACTER + POINTS_OF_MARGIN;
  });
  for (const column of sheet.hiddenColumns ?? []) item.getRange(columnName(column)).columnHidden = true;
}

function columnName(column: number): string {
  return `${columnLetters(column)}:${columnLetters(column)}`;
}
