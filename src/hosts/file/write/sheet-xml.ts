import { cellName, columnLetters, type CellStyle, type SheetDescription, type WrittenCell } from "../../../workbook";
import { storeFormula } from "../package/functions";
import { formulaAt } from "../../sheet/kept-cells";
import { pageBreaks } from "../../../workbook/on-paper/page-breaks";
import { DEFAULT_HEIGHT, rowHeights } from "../../../workbook/on-paper/row-heights";
import type { StyleWriter } from "./styles";
import type { Dialect } from "./parts";
import { breaksXml, conditionalsXml, extensionsXml, pageXml, PROTECTION, validationsXml } from "./sheet-extras";
import { escapeCellText, escapeXml } from "../package/xml-write";

/** Excel's bounds on a sheet. */
const MAX_LINKS = 65_530;
const MAX_LINK_TEXT = 255;
const MAX_WIDTH = 255;
const OWN_TAB_COLOR = "2F6DB5";

/** What a sheet that is written over passes on. */
export interface EarlierXml {
  /** The `cols` element as it stood, or "": the user's widths. */
  readonly columns: string;
  /** The style number that a cell had, or null. */
  styleAt(row: number, column: number): string | null;
}

export interface SheetXmlOptions {
  readonly styles: StyleWriter;
  readonly dialect: Dialect;
  readonly earlier: EarlierXml | null;
  /** The relationship that leads to the sheet's drawing, or null. */
  readonly drawing: string | null;
  /** The relationship that leads to the drawing of the sheet's notes, or null. */
  readonly notes: string | null;
}

/** The worksheet part of a described sheet: strings inline, so that the shared strings stay untouched. */
export function sheetXml(sheet: SheetDescription, options: SheetXmlOptions): string {
  const { styles, dialect, earlier, drawing, notes } = options;
  const widest = Math.max(1, ...sheet.rows.map((row) => row.length));
  const last = cellName(Math.max(1, sheet.rows.length), widest);
  const heights = rowHeights(sheet);
  const links: string[] = [];
  const count = Math.max(sheet.rows.length, ...heights.keys());
  const rows = Array.from({ length: count }, (_, index) => rowXml(sheet.rows[index] ?? [], index + 1, heights.get(index + 1), options, links));
  // The schema fixes the order of what follows.
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
    `<sheetPr><tabColor rgb="FF${sheet.tabColor ?? OWN_TAB_COLOR}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}"/>` +
    viewXml(sheet.frozenRows, sheet.frozenColumns ?? 0) +
    `<sheetFormatPr defaultRowHeight="${DEFAULT_HEIGHT}" customHeight="1"/>` +
    (keptColumns(sheet, earlier) || columnsXml(sheet)) +
    `<sheetData>${rows.join("")}</sheetData>` +
    (sheet.isProtected ? PROTECTION : "") +
    (sheet.autofilter ? `<autoFilter ref="${sheet.autofilter}"/>` : "") +
    (sheet.merges.length ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "") +
    conditionalsXml(sheet, styles) +
    validationsXml(sheet.validations ?? []) +
    (links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
    pageXml(sheet.print?.orientation ?? "landscape") +
    breaksXml(pageBreaks(sheet, heights)) +
    // A shown "16" is a text here, because it is what the user's sheet shows; Excel need not warn of it.
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors>` +
    (drawing ? `<drawing r:id="${drawing}"/>` : "") +
    (notes ? `<legacyDrawing r:id="${escapeXml(notes)}"/>` : "") +
    extensionsXml(sheet) +
    "</worksheet>";
}

function viewXml(rows: number, columns: number): string {
  if (rows <= 0 && columns <= 0) return '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
  const first = cellName(rows + 1, columns + 1);
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  return '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

/** The columns as the user left them; not where they were moved, so that what we hide would show. */
function keptColumns({ hiddenColumns = [], hasOtherColumns }: SheetDescription, earlier: EarlierXml | null): string {
  const columns = hasOtherColumns ? "" : earlier?.columns ?? "";
  const hidden = [...columns.matchAll(/<col\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => /\bhidden="(?:1|true)"/.test(tag))
    .map((tag) => [Number(/\bmin="(\d+)"/.exec(tag)?.[1]), Number(/\bmax="(\d+)"/.exec(tag)?.[1])] as const);
  return hiddenColumns.every((column) => hidden.some(([first, last]) => column >= first && column <= last)) ? columns : "";
}

function columnsXml({ columnWidths, hiddenColumns = [] }: SheetDescription): string {
  if (columnWidths.length === 0) return "";
  const columns = columnWidths.map((width, i) =>
    `<col min="${i + 1}" max="${i + 1}" width="${Math.min(Math.max(width, 0), MAX_WIDTH)}"${hiddenColumns.includes(i + 1) ? ' hidden="1"' : ""} customWidth="1"/>`);
  return `<cols>${columns.join("")}</cols>`;
}

function rowXml(
  cells: readonly (WrittenCell | null)[], row: number, height: number | undefined, options: SheetXmlOptions, links: string[]
): string {
  let xml = "";
  cells.forEach((cell, index) => {
    if (!cell) return;
    const name = columnLetters(index + 1) + row;
    xml += cellXml({ ...cell, formula: formulaAt(cell, row, index + 1) }, name, options);
    if (cell.link && links.length < MAX_LINKS) links.push(linkXml(cell, name));
  });
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return xml === "" && size === "" ? "" : `<row r="${row}"${size}>${xml}</row>`;
}

function styleOf(cell: WrittenCell): CellStyle {
  return cell.style ?? (cell.link ? "link" : "plain");
}

function cellXml(cell: WrittenCell, name: string, { styles, earlier }: SheetXmlOptions): string {
  const { value, formula, kept } = cell;
  const isText = typeof value === "string" && !formula;
  const own = kept && earlier?.styleAt(kept.row, kept.column);
  const style = own ?? (kept && !cell.format ? null : styles.number(styleOf(cell), { format: cell.format, unlocked: cell.unlocked, quoted: isText && /^[=+\-@]/.test(value) }));
  const start = `<c r="${name}"${style === null ? "" : ` s="${style}"`}`;
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
