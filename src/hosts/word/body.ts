import type { WrittenBlock, WrittenTableCell, WrittenDocument, WrittenParagraph, WrittenRun, WrittenTable } from "../../workbook";
import { escapeXml } from "../file/package/xml-write";
import { MAIN, styleId } from "./styles";

/** Twentieths of a point, by which Word measures. */
const PER_MILLIMETRE = 1440 / 25.4;
const PAGE = { width: 210, height: 297, side: 15, top: 16, bottom: 16, foot: 8 } as const;
const BORDER_COLOR = "9AA5B5";
const HEAD_FILL = "E6ECF4";

/** The main part of the document. `foot`: the relationship that leads to the foot of the pages. */
export function bodyXml({ blocks }: WrittenDocument, foot: string): string {
  return `<w:document xmlns:w="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${blocks.map(blockXml).join("")}` +
    `<w:sectPr><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/>` +
    `<w:pgMar w:top="${twips(PAGE.top)}" w:right="${twips(PAGE.side)}" w:bottom="${twips(PAGE.bottom)}" w:left="${twips(PAGE.side)}" w:header="${twips(PAGE.foot)}" w:footer="${twips(PAGE.foot)}" w:gutter="0"/>` +
    "</w:sectPr></w:body></w:document>";
}

/** The foot of every page. */
export function footXml([before, between, after]: WrittenDocument["foot"]): string {
  return `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="${styleId("note")}"/><w:jc w:val="center"/></w:pPr>` +
    `${runXml({ text: before })}${fieldXml("PAGE")}${runXml({ text: between })}${fieldXml("NUMPAGES")}${runXml({ text: after })}</w:p></w:ftr>`;
}

function fieldXml(name: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
}

function blockXml(block: WrittenBlock): string {
  return block.kind === "table" ? tableXml(block) : paragraphXml(block);
}

function paragraphXml({ style, runs, keepWithNext }: WrittenParagraph): string {
  return `<w:p><w:pPr><w:pStyle w:val="${styleId(style)}"/>${keepWithNext ? "<w:keepNext/>" : ""}</w:pPr>${runs.map(runXml).join("")}</w:p>`;
}

/** The order of the properties is the schema's. */
function runXml({ text, bold, color }: WrittenRun): string {
  if (text === "") return "";
  const look = `${bold ? "<w:b/><w:bCs/>" : ""}${color ? `<w:color w:val="${color}"/>` : ""}`;
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function tableXml({ widths, head, rows, leastHeight }: WrittenTable): string {
  const columns = widths.map(twips);
  const total = columns.reduce((sum, width) => sum + width, 0);
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${BORDER_COLOR}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((text, column) => headXml(text, columns[column]!)).join("")}</w:tr>` +
    rows.map((cells) => rowXml(cells, columns, leastHeight)).join("") + "</w:tbl>";
}

function headXml(text: string, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="${HEAD_FILL}"/><w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="${styleId("head")}"/><w:keepNext/></w:pPr>${runXml({ text })}</w:p></w:tc>`;
}

function rowXml(cells: readonly WrittenTableCell[], columns: readonly number[], leastHeight: number | undefined): string {
  const height = leastHeight === undefined ? "" : `<w:trHeight w:val="${twips(leastHeight)}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cellsXml(cells, columns)}</w:tr>`;
}

/** A cell over several columns is as wide as they are together. */
function cellsXml(cells: readonly WrittenTableCell[], columns: readonly number[]): string {
  let column = 0;
  return cells.map((cell) => {
    const first = column;
    column += cell.span ?? 1;
    return cellXml(cell, columns.slice(first, column).reduce((sum, width) => sum + width, 0));
  }).join("");
}

function cellXml({ lines, align, span = 1 }: WrittenTableCell, width: number): string {
  const jc = align && align !== "left" ? `<w:jc w:val="${align}"/>` : "";
  const paragraphs = lines.map((runs) => `<w:p><w:pPr><w:pStyle w:val="${styleId("cell")}"/>${jc}</w:pPr>${runs.map(runXml).join("")}</w:p>`);
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join("")}</w:tc>`;
}

function twips(millimetres: number): number {
  return Math.round(millimetres * PER_MILLIMETRE);
}
