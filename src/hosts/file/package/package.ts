import { MARKER_NAME, SETTINGS_NAMESPACE, WorkbookError, type DefinedName, type Visibility } from "../../../workbook";
import { showFormula } from "./functions";
import { anyRelationships, decoded, readRelationships, type Relationship } from "./relationships";
import { isTrue, type NameMap, parseXml, prefixedAttribute, type XmlHandler, type Attributes } from "./xml";
import type { ZipArchive } from "./zip";

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationshipId: string;
  /** "worksheet", "chartsheet", "dialogsheet" …; {@link MISSING} where nothing is behind the entry. */
  readonly type: string;
  readonly part: string;
}

/** The type of an entry that leads to no part: modules of old macros have such, and Excel passes them over. */
export const MISSING = "missing";

/** What the workbook part says. */
export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  /** The markers of sheets of ours, by the sheet's name. */
  readonly markers: ReadonlyMap<string, string>;
  readonly date1904: boolean;
  readonly manual: boolean;
  readonly recalculates: boolean;
  readonly externalIds: readonly string[];
}

/** An opened package: its zip, and the way from there to the sheets. */
export interface WorkbookPackage {
  readonly zip: ZipArchive;
  readonly part: string;
  readonly relationships: readonly Relationship[];
  readonly workbook: WorkbookPart;
}

/** Opens the zip of an .xlsx or .xlsm. Any other zip is "not-a-workbook". */
export function openPackage(zip: ZipArchive, part: string | null = mainPart(zip)): WorkbookPackage {
  const content = part === null ? null : zip.read(part);
  if (part === null || !content) throw new WorkbookError("not-a-workbook", "the package has no workbook");
  const relationships = readRelationships(zip, part);
  return { zip, part, relationships, workbook: readWorkbookPart(part, content, relationships, (name) => zip.find(name) !== undefined) };
}

/** Opens a package that somebody gave us. Excel makes none without a sheet, and a sheet added to such a one would not be found. */
export function openGivenPackage(zip: ZipArchive, part: string | null): WorkbookPackage {
  const opened = openPackage(zip, part);
  if (opened.workbook.sheets.every(({ type }) => type === MISSING)) throw new WorkbookError("corrupt", "the workbook has no sheet");
  return opened;
}

/** The name of the part that is the document, or null. */
export function mainPart(zip: ZipArchive): string | null {
  const main = readRelationships(zip, "").find((each) => each.type === "officeDocument" && !each.external);
  const name = main?.target ?? "xl/workbook.xml";
  return zip.find(name)?.name ?? null;
}

function readWorkbookPart(part: string, bytes: Uint8Array, relationships: readonly Relationship[], exists: (part: string) => boolean): WorkbookPart {
  const reader = new WorkbookReader(part);
  parseXml(part, bytes, reader);
  const sheets = reader.sheets.map((sheet): SheetEntry => {
    const target = relationships.find((each) => each.id === sheet.relationshipId && !each.external);
    return target && exists(target.target) ? { ...sheet, type: target.type, part: target.target } : { ...sheet, type: MISSING, part: "" };
  });
  const names: DefinedName[] = [];
  const markers = new Map<string, string>();
  for (const { name, scope, text } of reader.names) {
    const sheet = scope === null ? null : sheets[scope]?.name;
    if (sheet === undefined) continue;
    if (name === MARKER_NAME && sheet !== null) markers.set(sheet, /^"(.*)"$/s.exec(text)?.[1]?.replace(/""/g, '"') ?? text);
    else if (!name.toLowerCase().startsWith("_xlnm.")) names.push({ name, formula: showFormula(text), sheet });
  }
  const { date1904, manual, recalculates, externalIds } = reader;
  return { sheets, names, markers, date1904, manual, recalculates, externalIds };
}

class WorkbookReader implements XmlHandler {
  readonly sheets: { name: string; visibility: Visibility; relationshipId: string }[] = [];
  readonly names: { name: string; scope: number | null; text: string }[] = [];
  readonly externalIds: string[] = [];
  date1904 = false;
  manual = false;
  recalculates = false;
  private inName = false;
  /** The elements that are open, the root first. */
  private readonly path: string[] = [];
  private lists = 0;

  constructor(private readonly part: string) {}

  open(name: string, attributes: Attributes): void {
    this.path.push(name);
    if (this.path.length === 1) {
      if (name !== "workbook") throw new WorkbookError("not-a-workbook", `${this.part} is a ${name}`);
    } else if (name === "sheets") this.lists++;
    else if (name === "workbookPr") this.date1904 = isTrue(attributes["date1904"]);
    else if (name === "sheet") {
      // Only what stands in the one list is a sheet: what is written counts there, too.
      if (this.lists !== 1 || this.path.length !== 3 || this.path[1] !== "sheets") return;
      const state = attributes["state"];
      this.sheets.push({
        name: attributes["name"] ?? "",
        visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
        relationshipId: prefixedAttribute(attributes, "id") ?? ""
      });
    } else if (name === "definedName") {
      const scope = attributes["localSheetId"];
      this.names.push({ name: attributes["name"] ?? "", scope: scope === undefined ? null : Number(scope), text: "" });
      this.inName = true;
    } else if (name === "externalReference") this.externalIds.push(prefixedAttribute(attributes, "id") ?? "");
    else if (name === "calcPr") {
      this.manual = attributes["calcMode"] === "manual";
      this.recalculates = isTrue(attributes["fullCalcOnLoad"]);
    }
  }

  close(name: string): void {
    this.path.pop();
    if (name === "definedName") this.inName = false;
  }

  text(text: string): void {
    if (this.inName) this.names[this.names.length - 1]!.text += text;
  }
}

/** The file names of the other workbooks that formulas of this one read, in the order of their numbers in formulas. */
export function externalLinks({ zip, relationships, workbook }: WorkbookPackage): string[] {
  return workbook.externalIds.map((id) => externalFile(zip, relationships.find((each) => each.id === id)?.target ?? ""));
}

/** The file name of the workbook to which a part of links leads; "?" where it leads to none. */
export function externalFile(zip: ZipArchive, part: string): string {
  const target = part === "" ? undefined : anyRelationships(zip, part).find((each) => each.external)?.target;
  // The folder tells about the machine of whoever made the file, the name is what the user knows.
  return target === undefined ? "?" : decoded((/^https?:/i.test(target) ? target.replace(/[?#].*$/s, "") : target).split(/[\\/]/).pop()!);
}

/** Our settings part, known by the namespace of its root, wherever it lies. */
export function findSettings(zip: ZipArchive): { part: string; bytes: Uint8Array } | null {
  for (const entry of zip.entries) {
    if (!/^customxml\/item\d+\.xml$/i.test(entry.name)) continue;
    const bytes = zip.inflate(entry);
    if (rootNamespace(entry.name, bytes) === SETTINGS_NAMESPACE) return { part: entry.name, bytes };
  }
  return null;
}

/** The namespace of a part's root element; null when it cannot be read, which for a stranger's part is no matter. */
function rootNamespace(part: string, bytes: Uint8Array): string | null {
  let namespace: string | null = null;
  try {
    parseXml(part, bytes, {
      root: (names: NameMap) => void (namespace = names.namespace),
      open() {}
    });
  } catch {
    return null;
  }
  return namespace;
}
