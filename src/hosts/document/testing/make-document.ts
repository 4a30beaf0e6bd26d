import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMESPACES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What stands in a Word file of a test: the content of the body, and what else there is of parts. */
export interface DocumentSource {
  readonly body: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  /** Parts by name, in place of those made here. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The parts of a Word file with that body. */
export function documentParts({ body, styles, footnotes, endnotes, header, parts = {} }: DocumentSource): Record<string, string> {
  const others = Object.entries({ styles, footnotes, endnotes, header }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const roots: Readonly<Record<string, string>> = { styles: "styles", footnotes: "footnotes", endnotes: "endnotes", header: "hdr" };
  return {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${others.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${others.map(([name], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join("")}</Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(others.map(([name, content]) => [`word/${name}.xml`, `<?xml version="1.0" encoding="UTF-8"?><w:${roots[name]} ${NAMESPACES}>${content}</w:${roots[name]}>`])),
    ...parts
  };
}

export function makeDocument(source: DocumentSource): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(documentParts(source)).map(([name, text]) => [name, strToU8(text)])));
}

/** A run of plain text; what is XML stays as it is. */
export const run = (text: string, properties = ""): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ""): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
export const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith("<") ? text : paragraph(text)}</w:tc>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.map((each) => (each.startsWith("<") ? each : cell(each))).join("")}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
