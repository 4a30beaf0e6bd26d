import type { ParagraphStyle } from "../../workbook";

export const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

interface Look {
  /** Half points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: "center";
  /** Twentieths of a point. */
  readonly before: number;
  readonly after: number;
  /** Of a line, in 240ths of what its face needs; the document's where it is not given. */
  readonly line?: number;
  /** Of the outline, from 0: readers that speak and lists of contents go by it. */
  readonly outline?: number;
}

const LOOKS: Readonly<Record<ParagraphStyle, Look>> = {
  title: { size: 36, bold: true, color: "1F3864", align: "center", before: 0, after: 60, outline: 0 },
  subtitle: { size: 18, color: "5F6670", align: "center", before: 0, after: 40 },
  heading: { size: 24, bold: true, color: "1F3864", before: 200, after: 80, outline: 1 },
  body: { size: 21, before: 120, after: 60 },
  note: { size: 17, color: "5F6670", before: 80, after: 0 },
  signature: { size: 21, before: 240, after: 0 }
};
/** The paragraphs of cells: short lines need no room between them. */
const CELL: Look = { size: 18, before: 0, after: 0, line: 240 };
const TEXT_COLOR = "262626";

/** The id of a paragraph's style in the document. */
export const styleId = (style: ParagraphStyle | "cell" | "head"): string => `hebiao-${style}`;

/** The style part: faces that Windows and WPS have; elsewhere others of the same kind stand in for them. */
export function stylesXml(language: "zh" | "en"): string {
  const own = (Object.entries(LOOKS) as [ParagraphStyle, Look][]).map(([style, look]) => styleXml(styleId(style), look));
  return `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>` +
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/>' +
    `<w:color w:val="${TEXT_COLOR}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>` +
    `</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${language === "zh" ? "" : '<w:rPr><w:lang w:val="en-GB"/></w:rPr>'}</w:style>` +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `${own.join("")}${styleXml(styleId("cell"), CELL)}${styleXml(styleId("head"), { ...CELL, bold: true, color: "1F3864", align: "center" })}</w:styles>`;
}

function styleXml(id: string, { size, bold, color, align, before, after, line, outline }: Look): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:pPr>` +
    `<w:spacing w:before="${before}" w:after="${after}"${line === undefined ? "" : ` w:line="${line}" w:lineRule="auto"`}/>${align ? `<w:jc w:val="${align}"/>` : ""}${outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr>` +
    `<w:rPr>${bold ? "<w:b/><w:bCs/>" : ""}${color ? `<w:color w:val="${color}"/>` : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}
