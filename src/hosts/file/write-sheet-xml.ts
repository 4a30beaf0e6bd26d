import {
  cellName, parseRectName, rectContains, type CellStyle, type Rect, type SheetDescription, type WrittenCell
} from "../../workbook";
import { storeFormula } from "./functions";
import { LOOKS } from "../look";
import type { StyleWriter } from "./write-styles";
import type { Dialect } from "./write-parts";
import { escapeCellText, escapeXml } from "./xml-write";

/** Excel's bounds on a sheet. */
const MAX_LINKS = 65_530;
const MAX_LINK_TEXT = 255;
const MAX_WIDTH = 255;
const MAX_HEIGHT = 409;
const LINE_HEIGHT = 16;
const LEAST_HEIGHTS = new Map<CellStyle, number>([["title", 30], ["heading", 24], ["head", 20]]);

/** The worksheet part of a described sheet: strings inline, so that the shared strings stay untouched. */
export function sheetXml(sheet: SheetDescription, styles: StyleWriter, dialect: Dialect): string {
  const merges = sheet.merges.map(parseRectName).filter((rect): rect is Rect => rect !== null);
  const widest = Math.max(1, ...sheet.rows.map((row) => row.length));
  const links: string[] = [];
  const rows = sheet.rows.map((cells, index) => rowXml(sheet, cells, index + 1, merges, styles, links));
  // The schema fixes the order of what follows.
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${dialect.main}">` +
    '<sheetPr><tabColor rgb="FF2F6DB5"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${cellName(Math.max(1, sheet.rows.length), widest)}"/>` +
    viewXml(sheet.frozenRows) +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>` +
    columnsXml(sheet.columnWidths) +
    `<sheetData>${rows.join("")}</sheetData>` +
    (merges.length ? `<mergeCells count="${merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "") +
    (links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>";
}

function viewXml(frozenRows: number): string {
  if (frozenRows <= 0) return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const first = `A${frozenRows + 1}`;
  return '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane ySplit="${frozenRows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return "";
  const columns = widths.map((width, i) =>
    `<col min="${i + 1}" max="${i + 1}" width="${Math.min(Math.max(width, 0), MAX_WIDTH)}" customWidth="1"/>`);
  return `<cols>${columns.join("")}</cols>`;
}

function rowXml(
  sheet: SheetDescription, cells: readonly (WrittenCell | null)[], row: number, merges: readonly Rect[],
  styles: StyleWriter, links: string[]
): string {
  let xml = "";
  cells.forEach((cell, index) => {
    if (!cell) return;
    const name = cellName(row, index + 1);
    xml += cellXml(cell, name, styles);
    if (cell.link && links.length < MAX_LINKS) links.push(linkXml(cell, name));
  });
  return xml === "" ? "" : `<row r="${row}"${heightXml(sheet, cells, row, merges)}>${xml}</row>`;
}

function styleOf(cell: WrittenCell): CellStyle {
  return cell.style ?? (cell.link ? "link" : "plain");
}

function cellXml(cell: WrittenCell, name: string, styles: StyleWriter): string {
  const { value, formula } = cell;
  const start = `<c r="${name}" s="${styles.number(styleOf(cell), cell.format)}"`;
  const f = formula ? `<f>${escapeXml(storeFormula(formula))}</f>` : "";
  if (value === null) return f ? `${start}>${f}</c>` : `${start}/>`;
  if (typeof value === "boolean") return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") {
    return Number.isFinite(value) ? `${start}>${f}<v>${value}</v></c>` : `${start} t="e">${f}<v>#NUM!</v></c>`;
  }
  if (f) return `${start} t="str">${f}<v>${escapeCellText(value)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}

function linkXml(cell: WrittenCell, name: string): string {
  const { sheet, row, column } = cell.link!;
  // Always quoted: here a name that would pass bare in a formula of one version may not in another.
  const location = `'${sheet.replace(/'/g, "''")}'!${cellName(row, column)}`;
  const display = cell.value === null ? location : String(cell.value).slice(0, MAX_LINK_TEXT);
  return `<hyperlink ref="${name}" location="${escapeXml(location)}" display="${escapeXml(display)}"/>`;
}

/**
 * The height that the texts of a row need, as attributes; none for the usual one. LibreOffice would not find it itself, and
 * neither looks into merged cells; there the height is marked as chosen, so that it stays.
 */
function heightXml(
  sheet: SheetDescription, cells: readonly (WrittenCell | null)[], row: number, merges: readonly Rect[]
): string {
  let height = 0;
  let chosen = false;
  cells.forEach((cell, index) => {
    if (!cell) return;
    const style = styleOf(cell);
    const least = LEAST_HEIGHTS.get(style);
    if (least) [height, chosen] = [Math.max(height, least), true];
    if (typeof cell.value !== "string" || !LOOKS[style].wrap) return;
    const merge = merges.find((rect) => rectContains(rect, row, index + 1));
    if (merge && merge.bottom > merge.top) return;
    let width = 0;
    for (let column = index + 1; column <= (merge?.right ?? index + 1); column++) width += sheet.columnWidths[column - 1] ?? 8.43;
    const lines = linesOf(cell.value, width);
    if (lines <= 1) return;
    height = Math.max(height, lines * LINE_HEIGHT);
    if (merge) chosen = true;
  });
  if (height === 0) return "";
  return ` ht="${Math.min(height, MAX_HEIGHT)}"${chosen ? ' customHeight="1"' : ""}`;
}

function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let units = 0;
    // A Chinese character takes the room of two digits, by which widths are counted.
    for (const character of line) units += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
    lines += Math.max(1, Math.ceil(units / Math.max(1, width - 1)));
  }
  return lines;
}
