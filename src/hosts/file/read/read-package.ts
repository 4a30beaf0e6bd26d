import { Sheet, WorkbookError, type Workbook } from "../../../workbook";
import { readThemeColours } from "./colours";
import { readNotes } from "./notes";
import { externalLinks, findSettings, openGivenPackage, type WorkbookPackage } from "../package/package";
import { readRelationships } from "../package/relationships";
import { readSheet, type SheetContext } from "./sheet";
import { readSharedStrings } from "./strings";
import { readStyles } from "./styles";
import { decodeXml } from "../package/xml";

/** Reads an .xlsx or .xlsm package. */
export function readPackage(bytes: Uint8Array): Workbook {
  const opened = openGivenPackage(bytes);
  const { zip, workbook } = opened;
  const context: SheetContext = {
    strings: readStrings(opened),
    styles: readWorkbookStyles(opened),
    date1904: workbook.date1904,
    cells: 0,
    sharedFormulaCharacters: 0
  };
  const sheets: Sheet[] = [];
  for (const entry of workbook.sheets) {
    // Sheets that are a chart, a dialog or Excel 4 macros have no cells to check.
    if (entry.type !== "worksheet") continue;
    const content = zip.read(entry.part);
    if (!content) throw new WorkbookError("corrupt", `${entry.part} is missing`);
    const notes = readNotes(zip, readRelationships(zip, entry.part));
    sheets.push(new Sheet({ name: entry.name, visibility: entry.visibility, marker: workbook.markers.get(entry.name) ?? null, notes, ...readSheet(entry.part, content, context) }));
  }
  const settings = findSettings(zip);
  return {
    sheets,
    names: workbook.names,
    date1904: workbook.date1904,
    calculation: workbook.manual ? "manual" : "automatic",
    recalculatesOnOpen: workbook.recalculates,
    externalLinks: externalLinks(opened),
    settingsXml: settings && decodeXml(settings.part, settings.bytes)
  };
}

/** The name of the part of that type that the workbook leads to, or null. */
export function partOfType({ relationships }: WorkbookPackage, type: string): string | null {
  return relationships.find((each) => each.type === type && !each.external)?.target ?? null;
}

/** Reads the shared strings of an opened package. */
export function readStrings(opened: WorkbookPackage): string[] {
  const part = partOfType(opened, "sharedStrings");
  const bytes = part === null ? null : opened.zip.read(part);
  // When the part is missing, the first cell that needs it says so.
  return bytes ? readSharedStrings(part!, bytes) : [];
}

/** Reads the styles of an opened package. */
export function readWorkbookStyles(opened: WorkbookPackage) {
  const part = partOfType(opened, "styles");
  const theme = partOfType(opened, "theme");
  const colours = readThemeColours(theme ?? "", () => (theme === null ? null : opened.zip.read(theme)));
  return readStyles(part ?? "", part === null ? null : opened.zip.read(part), opened.workbook.date1904, colours);
}
