import { freeSheetName, MARKER_NAME, type SheetDescription, type WrittenSheet } from "../../workbook";
import type { SheetEntry } from "./package";
import type { PackageEditor } from "./package-editor";
import { partOfType } from "./read-package";
import { relationshipsName } from "./relationships";
import { addContentType, addRelationship, dialectOf, removePart, type Dialect } from "./write-parts";
import { sheetXml } from "./write-sheet-xml";
import { openStyles } from "./write-styles";
import { childOf, type XmlEdit } from "./xml-edit";
import { escapeXml } from "./xml-write";

/** The order that the schema gives the children of a workbook part. */
export const WORKBOOK_ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
  "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
  "fileRecoveryPr", "webPublishObjects", "extLst"
];
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/**
 * Writes the described sheet as the last of the workbook, or in the place of an earlier one with the same marker.
 *
 * The marker is the text of a hidden defined name, local to the sheet: Excel, WPS and LibreOffice all keep such names
 * when they save, also when the user renames or moves the sheet.
 */
export function writeSheet(editor: PackageEditor, sheet: SheetDescription): WrittenSheet {
  const { part: workbookPart, workbook } = editor.opened;
  const workbookXml = editor.editExisting(workbookPart);
  const dialect = dialectOf(workbookXml.namespace);
  const former = workbook.sheets.find(({ name, type }) => type === "worksheet" && workbook.markers.get(name) === sheet.marker);
  const name = former?.name ?? freeSheetName(sheet.name, workbook.sheets.map((each) => each.name));
  const part = former ? replaced(editor, former) : added(editor, workbookXml, name, sheet.marker, dialect);
  const styles = openStyles(editor, dialect);
  editor.set(part, sheetXml(sheet, styles, dialect));
  styles.finish();
  return { name, replaced: former !== undefined, omitted: [] };
}

function replaced(editor: PackageEditor, former: SheetEntry): string {
  // The new content has no pictures or notes: what the old one led to is let go.
  if (editor.has(relationshipsName(former.part))) editor.remove(relationshipsName(former.part));
  // The calculation chain lists the former formulas; where there is none now, Excel would offer a repair.
  dropCalculationChain(editor);
  return former.part;
}

/** Removes the calculation chain, which Excel builds again by itself. */
export function dropCalculationChain(editor: PackageEditor): void {
  const chain = partOfType(editor.opened, "calcChain");
  if (chain !== null && editor.has(chain)) removePart(editor, editor.opened.part, chain);
}

function added(editor: PackageEditor, workbookXml: XmlEdit, name: string, mark: string, dialect: Dialect): string {
  const { part: workbookPart, workbook } = editor.opened;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const part = editor.freeName((number) => `${folder}worksheets/sheet${workbook.sheets.length + number}.xml`);
  addContentType(editor, part, WORKSHEET_TYPE);
  const id = addRelationship(editor, workbookPart, part, `${dialect.relationships}/worksheet`);
  const sheets = childOf(workbookXml.root, "sheets")!;
  const sheetId = Math.max(0, ...sheets.children.map((each) => Number(each.attributes["sheetId"]) || 0)) + 1;
  const { prefix } = workbookXml;
  workbookXml.append(sheets,
    `<${prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${relationshipAttribute(workbookXml, dialect)}="${id}"/>`);
  const marker = escapeXml(`"${mark.replace(/"/g, '""')}"`);
  const definedName = `<${prefix}definedName name="${MARKER_NAME}" localSheetId="${workbook.sheets.length}" hidden="1">${marker}</${prefix}definedName>`;
  const names = childOf(workbookXml.root, "definedNames");
  if (names) workbookXml.append(names, definedName);
  else {
    workbookXml.insert(workbookXml.root, WORKBOOK_ORDER, "definedNames",
      `<${prefix}definedNames>${definedName}</${prefix}definedNames>`);
  }
  editor.set(workbookPart, workbookXml);
  return part;
}

/** How the attribute that leads to a part is written here: "r:id", with its namespace when the root has not declared it. */
function relationshipAttribute(workbookXml: XmlEdit, dialect: Dialect): string {
  for (const [name, value] of Object.entries(workbookXml.root.attributes)) {
    if (value === dialect.relationships && name.startsWith("xmlns:")) return `${name.slice(6)}:id`;
  }
  return `xmlns:r="${dialect.relationships}" r:id`;
}
