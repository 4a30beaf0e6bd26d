import type { Language } from "../../../messages";
import { WorkbookError, type Fix, type FixOutcome, type Sheet, type SheetPlan, type WrittenSheet } from "../../../workbook";
import { PackageEditor } from "../package/package-editor";
import { openFile } from "../read/open";
import { readPackage } from "../read/read-package";
import { writeFixes } from "./fixes";
import { writeSettings } from "./settings";
import { ownSheet, writeSheet } from "./sheet";

/** What to change in a package. What is undefined is left as it is. */
export interface PackageEdit {
  /** Sheets to add, each in its order, or to write over earlier ones with the same marker. */
  readonly sheets?: readonly SheetPlan[];
  readonly fixes?: readonly Fix[];
  /** Of the reasons that the outcomes of the fixes give; Chinese when it is left out. */
  readonly language?: Language;
  /** Our settings part; null removes it. */
  readonly settingsXml?: string | null;
}

export interface EditResult {
  readonly bytes: Uint8Array;
  readonly fixes: readonly FixOutcome[];
  /** What became of the sheets, in the order in which they were given. */
  readonly sheets: readonly WrittenSheet[];
}

/**
 * Gives a new package in which only the parts concerned are changed; every other entry keeps its compressed bytes.
 * Throws "unsupported" for kinds that are only read, and "signed" when a change would break a signature.
 */
export async function editWorkbook(bytes: Uint8Array, edit: PackageEdit): Promise<EditResult> {
  const file = openFile(bytes);
  if (file.kind === "empty" || file.kind === "encrypted") throw new WorkbookError(file.kind);
  if (file.kind === "other" || file.kind === "text") throw new WorkbookError("not-a-workbook");
  if (file.kind !== "package") throw new WorkbookError("unsupported", "only .xlsx and .xlsm are written");
  const editor = new PackageEditor(file.opened);
  if (editor.opened.zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))) throw new WorkbookError("signed");
  const fixes = edit.fixes?.length ? writeFixes(editor, edit.fixes, edit.language) : [];
  const sheets = (edit.sheets ?? []).map((plan) => writeSheet(editor, plan.describe(earlierSheet(editor, plan))));
  if (edit.settingsXml !== undefined) writeSettings(editor, edit.settingsXml);
  editor.readAgain((name) => SHEET_PART.test(name));
  return { bytes: editor.finish(), fixes, sheets };
}

/** A sheet was read before it is written: one that cannot be read any more was spoilt by us. */
const SHEET_PART = /\/worksheets\/[^/]+\.xml$/i;

/** Our sheet as it stands in the package, or null. */
function earlierSheet({ opened }: PackageEditor, plan: SheetPlan): Sheet | null {
  const own = ownSheet(opened, plan.marker, () => plan.describe(null).name);
  return own === null ? null : readPackage(opened, own).sheets[0] ?? null;
}

/** True when the bytes hold a sheet with that marker, or one of the wanted name that tells so by its cells: our own earlier output. False for anything unreadable. */
export async function hasMarkedSheet(bytes: Uint8Array, marker: string, wanted = ""): Promise<boolean> {
  try {
    const file = openFile(bytes);
    return file.kind === "package" && ownSheet(file.opened, marker, () => wanted) !== null;
  } catch {
    return false;
  }
}
