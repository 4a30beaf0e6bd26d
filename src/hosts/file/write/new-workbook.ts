import { strToU8, zipSync } from "fflate";
import { freeSheetName, type SheetDescription, type WrittenCell } from "../../../workbook";
import { openPackage } from "../package/package";
import { openZip } from "../package/zip";
import { PackageEditor } from "../package/package-editor";
import { writeSettings } from "./settings";
import { writeSheet } from "./sheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The same input gives the same bytes. */
const NO_TIME = "1980-01-01T00:00:00";

/**
 * A workbook of its own with these sheets, as the bytes of an .xlsx. Names are made fit and unique as in any workbook, and
 * links between the sheets follow them; formulas that name other sheets need names that are fit from the start.
 * `settingsXml`: our settings part, which the workbook keeps from the beginning.
 */
export function newWorkbook(sheets: readonly SheetDescription[], settingsXml?: string): Uint8Array {
  const editor = new PackageEditor(openPackage(openZip(emptyPackage())));
  const names = new Map<string, string>();
  for (const { name } of sheets) names.set(name, freeSheetName(name, [...names.values()]));
  for (const sheet of sheets) writeSheet(editor, relinked(sheet, names));
  if (settingsXml !== undefined) writeSettings(editor, settingsXml);
  return editor.finish();
}

function relinked(sheet: SheetDescription, names: ReadonlyMap<string, string>): SheetDescription {
  const follow = (cell: WrittenCell | null): WrittenCell | null =>
    (cell?.link ? { ...cell, link: { ...cell.link, sheet: names.get(cell.link.sheet) ?? cell.link.sheet } } : cell);
  return { ...sheet, rows: sheet.rows.map((row) => row.map(follow)) };
}

function emptyPackage(): Uint8Array {
  const parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])), { mtime: NO_TIME });
}
