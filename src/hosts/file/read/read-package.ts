import { Sheet, type PassedOver, type Workbook } from "../../../workbook";
import { readThemeColours } from "./colours";
import { readable, readNotes } from "./notes";
import { externalLinks, findSettings, type WorkbookPackage } from "../package/package";
import { readRelationships, type Relationship } from "../package/relationships";
import { readTables } from "./tables";
import { readSheet, type SheetContext } from "./sheet";
import { readSharedStrings } from "./strings";
import { readStyles } from "./styles";
import { decodeXml } from "../package/xml";

/** No formula can read a sheet that is a chart or a dialog. Old macros have cells, but they are none to check. */
const WITHOUT_CELLS = new Set(["chartsheet", "dialogsheet"]);

/** Reads an opened .xlsx or .xlsm; of its sheets only the one of that name, when one is given. */
export function readPackage(opened: WorkbookPackage, only: string | null = null): Workbook {
  const { zip, workbook } = opened;
  const context: SheetContext = {
    strings: readStrings(opened),
    styles: readWorkbookStyles(opened),
    date1904: workbook.date1904,
    cells: 0,
    sharedFormulaCharacters: 0
  };
  const sheets: Sheet[] = [];
  const passedOver: PassedOver[] = [];
  const names = new Set<string>();
  const twins = new Map<string, number>();
  for (const { name, visibility, type, part } of workbook.sheets) {
    if (WITHOUT_CELLS.has(type) || (only !== null && name !== only)) continue;
    // Excel keeps names apart whatever their case; of a damaged file's two a formula, a finding and a fix could mean either.
    if (names.has(name.toLowerCase())) {
      twins.set(name, (twins.get(name) ?? 0) + 1);
      continue;
    }
    names.add(name.toLowerCase());
    if (type !== "worksheet") {
      passedOver.push({ what: "sheet", sheet: name, count: 1, places: [] });
      continue;
    }
    const relationships: Relationship[] = [];
    const leadsOn = readable(() => void relationships.push(...readRelationships(zip, part)));
    const { notes, complete } = readNotes(zip, relationships);
    const { tables, filters } = readTables(zip, relationships);
    if (!complete || !leadsOn) passedOver.push({ what: "notes", sheet: name, count: 1, places: [] });
    const { missingTexts, badMerges, ...content } = readSheet(part, zip.read(part)!, context);
    passedOver.push(...missingTexts.on(name, "texts"), ...badMerges.on(name, "merges"));
    sheets.push(new Sheet({ name, visibility, marker: workbook.markers.get(name) ?? null, notes, ...content, tables, filters: [...content.filters, ...filters] }));
  }
  for (const [sheet, count] of twins) passedOver.push({ what: "twins", sheet, count, places: [] });
  const settings = findSettings(zip);
  return {
    sheets,
    names: workbook.names,
    date1904: workbook.date1904,
    calculation: workbook.manual ? "manual" : "automatic",
    recalculatesOnOpen: workbook.recalculates,
    externalLinks: externalLinks(opened),
    settingsXml: settings && decodeXml(settings.part, settings.bytes),
    ...(passedOver.length > 0 && { passedOver })
  };
}

/** The name of the part of that type that the workbook leads to, or null. */
export function partOfType({ relationships }: WorkbookPackage, type: string): string | null {
  return relationships.find((each) => each.type === type && !each.external)?.target ?? null;
}

/** Reads the shared strings of an opened package: none where their part is missing, and of a damaged one those before the damage. */
export function readStrings(opened: WorkbookPackage): string[] {
  const strings: string[] = [];
  const part = partOfType(opened, "sharedStrings");
  const bytes = part === null ? null : opened.zip.read(part);
  if (bytes) readable(() => readSharedStrings(part!, bytes, strings));
  return strings;
}

/** Reads the styles of an opened package. */
export function readWorkbookStyles(opened: WorkbookPackage) {
  const part = partOfType(opened, "styles");
  const theme = partOfType(opened, "theme");
  const colours = readThemeColours(theme ?? "", () => (theme === null ? null : opened.zip.read(theme)));
  return readStyles(part ?? "", part === null ? null : opened.zip.read(part), opened.workbook.date1904, colours);
}
