import { freeSheetName, keyToRowColumn, MARKER_NAME, type SheetDescription, type WrittenSheet } from "../../../workbook";
import type { SheetEntry, WorkbookPackage } from "../package/package";
import type { PackageEditor } from "../package/package-editor";
import { partOfType, readPackage } from "../read/read-package";
import { readRelationships, relationshipsName } from "../package/relationships";
import { scannedCells, scanSheet } from "./sheet-scan";
import { absolute, absoluteRows, addCharts } from "./charts";
import { keepNotes, moveNotes } from "./notes";
import { addContentType, addRelationship, dialectOf, removePart, type Dialect } from "./parts";
import { sheetXml, type EarlierXml } from "./sheet-xml";
import { openStyles } from "./styles";
import { childOf, type XmlEdit } from "../package/xml-edit";
import { escapeXml } from "../package/xml-write";

/** The order that the schema gives the children of a workbook part. */
export const WORKBOOK_ORDER = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
  "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
  "fileRecoveryPr", "webPublishObjects", "extLst"
];
const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
/** Names by which Excel keeps what belongs to a sheet's page and filter. */
const PAGE_NAMES = ["_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase"];
/** Parts that belong to a chart alone. */
const CHART_PARTS = new Set(["chart", "chartEx", "chartStyle", "chartColorStyle"]);

/**
 * Writes the described sheet as the last of the workbook, or in the place of an earlier one with the same marker.
 *
 * The marker is the text of a hidden defined name, local to the sheet: Excel, WPS and LibreOffice all keep such names
 * when they save, also when the user renames or moves the sheet.
 */
export function writeSheet(editor: PackageEditor, sheet: SheetDescription): WrittenSheet {
  const { workbook } = editor.opened;
  const dialect = dialectOf(editor.editExisting(editor.opened.part).namespace);
  const formerName = ownSheet(editor.opened, sheet.marker, () => sheet.name);
  const former = workbook.sheets.find((each) => each.name === formerName);
  const name = former?.name ?? freeSheetName(sheet.name, sheetNames(editor));
  const earlier = former ? earlierXml(editor, former.part, sheet) : null;
  const notes = former ? clear(editor, former) : null;
  if (former) moveNotes(editor, former.part, sheet.movedNotes ?? []);
  const part = former?.part ?? added(editor, name, dialect);
  nameIts(editor, former ? workbook.sheets.indexOf(former) : sheetNames(editor).length - 1, name, sheet, former === undefined);
  const drawing = sheet.charts?.length ? addCharts(editor, part, name, sheet.charts, dialect) : null;
  const styles = openStyles(editor, dialect);
  editor.set(part, sheetXml(sheet, { styles, dialect, earlier, drawing, notes }));
  styles.finish();
  return { name, replaced: former !== undefined, omitted: [] };
}

/**
 * The name of the sheet with that marker, or null. A copy that the user made of it carries the marker, too: then the one with the
 * wanted name is ours, and the copy stays what it is. Where a program has dropped the marker, the sheet of the wanted name tells by its cells.
 */
export function ownSheet(opened: WorkbookPackage, marker: string, wanted: () => string): string | null {
  const { workbook: { sheets, markers } } = opened;
  const names = marker === "" ? [] : sheets.filter(({ name, type }) => type === "worksheet" && markers.get(name) === marker).map(({ name }) => name);
  return (names.length > 1 ? names.find((name) => name === wanted()) : undefined) ?? names[0] ?? ownByCells(opened, marker, wanted);
}

function ownByCells(opened: WorkbookPackage, marker: string, wanted: () => string): string | null {
  if (marker === "") return null;
  const name = wanted();
  const isThere = opened.workbook.sheets.some((each) => each.name === name && each.type === "worksheet" && !opened.workbook.markers.has(name));
  return isThere && readPackage(opened, name).sheets[0]?.marker === marker ? name : null;
}

function sheetNames(editor: PackageEditor): string[] {
  const sheets = childOf(editor.editExisting(editor.opened.part).root, "sheets")?.children ?? [];
  return sheets.filter(({ name }) => name === "sheet").map((each) => each.attributes["name"] ?? "");
}

/** What of the earlier sheet goes over into the new one: widths of columns, and looks of the user's own cells. */
function earlierXml(editor: PackageEditor, part: string, sheet: SheetDescription): EarlierXml {
  const text = editor.text(part) ?? "";
  const columns = /<((?:\w+:)?)cols\b[^>]*>.*?<\/\1cols>/s.exec(text);
  const prefix = columns?.[1] ?? "";
  const wanted = new Set(sheet.rows.flatMap((row) => row.flatMap((cell) => (cell?.kept ? [cell.kept.row] : []))));
  const styles = new Map<string, string>();
  if (wanted.size > 0) {
    for (const [key, { attributes }] of scannedCells(scanSheet(part, text, wanted))) {
      const { row, column } = keyToRowColumn(key);
      if (attributes["s"] !== undefined) styles.set(`${row},${column}`, attributes["s"]);
    }
  }
  return {
    columns: columns ? columns[0].replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</") : "",
    styleAt: (row, column) => styles.get(`${row},${column}`) ?? null
  };
}

/** Lets go of what the earlier sheet led to: its charts are drawn anew. Gives what leads to the drawing of its notes, which stay. */
function clear(editor: PackageEditor, { part }: SheetEntry): string | null {
  const { zip } = editor.opened;
  for (const { type, target, external } of readRelationships(zip, part)) {
    if (type !== "drawing" || external) continue;
    for (const each of readRelationships(zip, target)) if (CHART_PARTS.has(each.type) && !each.external) removeChart(editor, target, each.target);
    dropRelationships(editor, target);
    removePart(editor, part, target);
  }
  const notes = keepNotes(editor, part);
  // The calculation chain lists the former formulas; where there is none now, Excel would offer a repair.
  dropCalculationChain(editor);
  return notes;
}

function removeChart(editor: PackageEditor, drawing: string, chart: string): void {
  for (const { type, target, external } of readRelationships(editor.opened.zip, chart)) {
    if (CHART_PARTS.has(type) && !external) removePart(editor, chart, target);
  }
  dropRelationships(editor, chart);
  removePart(editor, drawing, chart);
}

function dropRelationships(editor: PackageEditor, part: string): void {
  if (editor.has(relationshipsName(part))) editor.remove(relationshipsName(part));
}

/** Removes the calculation chain, which Excel builds again by itself. */
export function dropCalculationChain(editor: PackageEditor): void {
  const chain = partOfType(editor.opened, "calcChain");
  if (chain !== null && editor.has(chain)) removePart(editor, editor.opened.part, chain);
}

/** Adds an empty sheet at the end: names of the others count sheets from the front. */
function added(editor: PackageEditor, name: string, dialect: Dialect): string {
  const { part: workbookPart, workbook } = editor.opened;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const part = editor.freeName((number) => `${folder}worksheets/sheet${workbook.sheets.length + number}.xml`);
  addContentType(editor, part, WORKSHEET_TYPE);
  const id = addRelationship(editor, workbookPart, part, `${dialect.relationships}/worksheet`);
  const workbookXml = editor.editExisting(workbookPart);
  const sheets = childOf(workbookXml.root, "sheets")!;
  const sheetId = Math.max(0, ...sheets.children.map((each) => Number(each.attributes["sheetId"]) || 0)) + 1;
  workbookXml.append(sheets,
    `<${workbookXml.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${relationshipAttribute(workbookXml, dialect)}="${id}"/>`);
  editor.set(workbookPart, workbookXml);
  return part;
}

/** Writes the names that belong to a sheet of ours: marker, repeated rows, printed area, filter. */
function nameIts(editor: PackageEditor, index: number, name: string, sheet: SheetDescription, isNew: boolean): void {
  const workbookXml = editor.editExisting(editor.opened.part);
  const p = workbookXml.prefix;
  const names = childOf(workbookXml.root, "definedNames");
  const former = names?.children.filter(({ attributes }) => attributes["localSheetId"] === String(index) && PAGE_NAMES.includes(attributes["name"] ?? "")) ?? [];
  const defined = (id: string, text: string, hidden: boolean) =>
    `<${p}definedName name="${id}" localSheetId="${index}"${hidden ? ' hidden="1"' : ""}>${escapeXml(text)}</${p}definedName>`;
  const wanted: string[] = [];
  if (sheet.autofilter) wanted.push(defined("_xlnm._FilterDatabase", absolute(name, sheet.autofilter), true));
  if (sheet.print?.area) wanted.push(defined("_xlnm.Print_Area", absolute(name, sheet.print.area), false));
  if (sheet.print?.titleRows) wanted.push(defined("_xlnm.Print_Titles", absoluteRows(name, sheet.print.titleRows), false));
  if (isNew && sheet.marker !== "") wanted.push(defined(MARKER_NAME, `"${sheet.marker.replace(/"/g, '""')}"`, true));
  const stale = former.filter((each) => !wanted.includes(workbookXml.text.slice(each.start, each.end)));
  const missing = wanted.filter((text) => !former.some((each) => workbookXml.text.slice(each.start, each.end) === text));
  // An empty list of names is none that Excel accepts.
  if (names && missing.length === 0 && stale.length === names.children.length && stale.length > 0) workbookXml.remove(names);
  else for (const each of stale) workbookXml.remove(each);
  if (names && missing.length > 0) workbookXml.append(names, missing.join(""));
  else if (missing.length > 0) workbookXml.insert(workbookXml.root, WORKBOOK_ORDER, "definedNames", `<${p}definedNames>${missing.join("")}</${p}definedNames>`);
  editor.set(editor.opened.part, workbookXml);
}

/** How the attribute that leads to a part is written here: "r:id", with its namespace when the root has not declared it. */
function relationshipAttribute(workbookXml: XmlEdit, dialect: Dialect): string {
  for (const [name, value] of Object.entries(workbookXml.root.attributes)) {
    if (value === dialect.relationships && name.startsWith("xmlns:")) return `${name.slice(6)}:id`;
  }
  return `xmlns:r="${dialect.relationships}" r:id`;
}
