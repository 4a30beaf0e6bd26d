import { strToU8, zipSync } from "fflate";
import type { WrittenDocument } from "../../workbook";
import { escapeXml } from "../file/package/xml-write";
import { bodyXml, footXml } from "./body";
import { MAIN, stylesXml } from "./styles";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** The same input gives the same bytes. */
const NO_TIME = "1980-01-01T00:00:00";

/** A text document as the bytes of a .docx, that Word, WPS and LibreOffice open. */
export function newDocument(document: WrittenDocument): Uint8Array {
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      [["/word/document.xml", `${WORD}.document.main+xml`], ["/word/styles.xml", `${WORD}.styles+xml`], ["/word/settings.xml", `${WORD}.settings+xml`], ["/word/footer1.xml", `${WORD}.footer+xml`],
        ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"]].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("") + "</Types>",
    "_rels/.rels": relationships([["officeDocument", `${OFFICE}/officeDocument`, "word/document.xml"], ["core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]]),
    "word/document.xml": bodyXml(document, "foot"),
    "word/_rels/document.xml.rels": relationships([["styles", `${OFFICE}/styles`, "styles.xml"], ["settings", `${OFFICE}/settings`, "settings.xml"], ["foot", `${OFFICE}/footer`, "footer1.xml"]]),
    "word/styles.xml": stylesXml(document.language),
    // Without it Word opens the document in the layout of 2007.
    "word/settings.xml": `<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    "word/footer1.xml": footXml(document.foot),
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(document.title)}</dc:title></cp:coreProperties>`
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])), { mtime: NO_TIME });
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
}
