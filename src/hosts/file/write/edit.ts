import type { Language } from "../../../messages";
import { WorkbookError, type Fix, type FixOutcome, type Sheet, type SheetPlan, type WrittenSheet } from "../../../workbook";
import { openGivenPackage, openPackage } from "../package/package";
import { PackageEditor } from "../package/package-editor";
import { isLegacyZip, readWorkbook } from "../read/read";
import { sniff } from "../read/sniff";
import { writeFixes } from "./fixes";
import { writeSettings } from "./settings";
import { ownSheet, writeSheet } from "./sheet";

/** What to change in a package. What is undefined is left as it is. */
export interface PackageEdit {
  /** A sheet to add, or to write over an earlier one with the same marker. */
  readonly sheet?: SheetPlan;
  readonly fixes?: readonly Fix[];
  /** Of the reasons that the outcomes of the fixes give; Chinese when it is left out. */
  readonly language?: Language;
  /** Our settings part; null removes it. */
  readonly settingsXml?: string | null;
}

export interface EditResult {
  readonly bytes: Uint8Array;
  readonly fixes: readonly FixOutcome[];
  /** What became of the sheet, when one was to be written. */
  readonly sheet: WrittenSheet | null;
}

/**
 * Gives a new package in which only the parts concerned are changed; every other entry keeps its compressed bytes.
 * Throws "unsupported" for kinds that are only read, and "signed" when a change would break a signature.
 */
export async function editWorkbook(bytes: Uint8Array, edit: PackageEdit): Promise<EditResult> {
  const kind = sniff(bytes);
  if (kind === "empty" || kind === "encrypted") throw new WorkbookError(kind);
  if (kind === "other" || kind === "text") throw new WorkbookError("not-a-workbook");
  if (kind !== "zip" || isLegacyZip(bytes)) throw new WorkbookError("unsupported", "only .xlsx and .xlsm are written");
  const editor = new PackageEditor(openGivenPackage(bytes));
  if (editor.opened.zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))) throw new WorkbookError("signed");
  const fixes = edit.fixes?.length ? writeFixes(editor, edit.fixes, edit.language) : [];
  const sheet = edit.sheet ? writeSheet(editor, edit.sheet.describe(await earlierSheet(bytes, editor, edit.sheet))) : null;
  if (edit.settingsXml !== undefined) writeSettings(editor, edit.settingsXml);
  return { bytes: editor.finish(), fixes, sheet };
}

/** Our sheet as it stands in the package, or null. */
async function earlierSheet(bytes: Uint8Array, { opened }: PackageEditor, plan: SheetPlan): Promise<Sheet | null> {
  const own = ownSheet(opened.workbook, plan.marker, () => plan.describe(null).name);
  return own === null ? null : (await readWorkbook(bytes, "")).sheets.find(({ name }) => name === own) ?? null;
}

/** True when the bytes hold a sheet with that marker: our own earlier output. False for anything unreadable. */
export async function hasMarkedSheet(bytes: Uint8Array, marker: string): Promise<boolean> {
  if (sniff(bytes) !== "zip") return false;
  try {
    return [...openPackage(bytes).workbook.markers.values()].includes(marker);
  } catch {
    return false;
  }
}
