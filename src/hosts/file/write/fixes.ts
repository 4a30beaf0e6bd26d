import { render, say, type Language } from "../../../messages";
import { cellsOfFix, outcomesOfFixes, cellKey, isError, parseCellName, rectContains, type Cell, type Fix, type FixOutcome } from "../../../workbook";
import type { PackageEditor } from "../package/package-editor";
import { readStrings, readWorkbookStyles } from "../read/read-package";
import { readSheet } from "../read/sheet";
import { scannedCells, scanSheet, type ScannedCell, type SheetScan } from "./sheet-scan";
import type { CellStyles } from "../read/styles";
import { type CellChange, changeCells, inheritedStyle } from "./cells";
import { dialectOf } from "./parts";
import { openStyles, type StyleWriter } from "./styles";
import { besideOf, formatAfter, needsFormat, type CellBeside } from "../../sheet/fix-format";
import { dropCalculationChain, WORKBOOK_ORDER } from "./sheet";
import { childOf } from "../package/xml-edit";

/** Why a fix was not applied; the message catalogue has a sentence "fix-refused-…" for each. */
type Refusal = "no-sheet" | "bad-cell" | "bad-content" | "changed" | "array" | "merged" | "protected";

/** Characters of a number format that Excel takes. */
const MAX_FORMAT = 255;

/** A fix whose cell has been found. */
interface Placed {
  readonly index: number;
  readonly fix: Fix;
  readonly row: number;
  readonly column: number;
}

/** What became of a fix: refused, or applied to a cell that held a formula or a value. */
type Fate = { readonly refusal: Refusal } | { readonly former: Fix["kind"]; /** The number format, where it was changed. */ readonly format?: string };

interface Context {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
  /** The number of the style with another number format. */
  reformatted(style: number, format: string): number;
}

/**
 * Applies fixes to the sheets of a package. Each is checked against what stands in the cell now. When one was applied,
 * Excel is asked to calculate everything on opening, because other cells may depend on it.
 */
export function writeFixes(editor: PackageEditor, fixes: readonly Fix[], language: Language = "zh"): FixOutcome[] {
  return outcomesOfFixes(fixes, writeCells(editor, fixes.flatMap(cellsOfFix), language));
}

function writeCells(editor: PackageEditor, fixes: readonly Fix[], language: Language): FixOutcome[] {
  const fates = new Map<number, Fate>();
  const bySheet = new Map<string, Placed[]>();
  fixes.forEach((fix, index) => {
    const sheet = editor.opened.workbook.sheets.find(({ name, type }) => type === "worksheet" && name.toLowerCase() === fix.sheet.toLowerCase());
    const at = parseCellName(fix.cell);
    if (!sheet) fates.set(index, { refusal: "no-sheet" });
    else if (!at) fates.set(index, { refusal: "bad-cell" });
    else if (!isWritable(fix)) fates.set(index, { refusal: "bad-content" });
    else bySheet.set(sheet.part, [...(bySheet.get(sheet.part) ?? []), { index, fix, ...at }]);
  });
  if (bySheet.size > 0) {
    let styles: StyleWriter | null = null;
    const context: Context = {
      strings: readStrings(editor.opened), styles: readWorkbookStyles(editor.opened), date1904: editor.opened.workbook.date1904,
      reformatted: (style, format) => (styles ??= openStyles(editor, dialectOf(editor.editExisting(editor.opened.part).namespace))).reformatted(style, format)
    };
    for (const [part, placed] of bySheet) fixSheet(editor, part, placed, context, fates);
    (styles as StyleWriter | null)?.finish();
  }
  if ([...fates.values()].some((fate) => "former" in fate)) askForCalculation(editor);
  return fixes.map((fix, index) => {
    const fate = fates.get(index)!;
    if ("former" in fate) return { fix, applied: true, reason: null, undo: undoOf(fix, fate) };
    return { fix, applied: false, reason: render(say(`fix-refused-${fate.refusal}`, { sheet: fix.sheet }), language), undo: null };
  });
}

function fixSheet(
  editor: PackageEditor, part: string, placed: readonly Placed[],
  context: Context, fates: Map<number, Fate>
): void {
  const text = editor.text(part)!;
  const bytes = new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ""));
  const { cells } = readSheet(part, bytes, { ...context, cells: 0, sharedFormulaCharacters: 0 });
  const scan = scanSheet(part, text, new Set(placed.map(({ row }) => row)));
  const present = scannedCells(scan);
  const rows = new Map(scan.rows.map((row) => [row.row, row]));
  const changes = new Map<number, CellChange>();
  for (const { index, fix, row, column } of placed) {
    const key = cellKey(row, column);
    const stored = present.get(key);
    const refusal = refuse(scan, row, column, stored, context.styles)
      ?? (changes.has(key) || !holds(cells.get(key), fix.before) ? "changed" : null);
    if (refusal !== null) {
      fates.set(index, { refusal });
      continue;
    }
    const style = Number(stored ? stored.attributes["s"] ?? 0 : inheritedStyle(scan, column, rows.get(row)) ?? 0);
    const former = context.styles.format(style).code;
    const format = formatAfter(fix, former, besideOf({ row, column }, (r, c) => besideCell(cells.get(cellKey(r, c)))));
    // The cell itself tells a formula from a text that begins like one.
    fates.set(index, { former: cells.get(key)?.formula ? "formula" : "value", ...(format !== former && { format: former }) });
    const changed = format !== former || (needsFormat(fix) && context.styles.isMarkedText(style));
    changes.set(key, { row, column, stored, kind: fix.kind, after: fix.after, ...(changed && { style: context.reformatted(style, format) }) });
  }
  if (changes.size > 0) editor.set(part, changeCells(text, scan, [...changes.values()]));
}

/** Content and number format as they were. */
function undoOf({ format: _, ...fix }: Fix, { former, format }: Exclude<Fate, { refusal: Refusal }>): Fix {
  return { ...fix, before: fix.after, after: fix.before, kind: former, ...(format !== undefined && { format }) };
}

function besideCell(cell: Cell | undefined): CellBeside | null {
  return cell ? { format: cell.format, holdsNumber: typeof cell.value === "number" } : null;
}

function isWritable({ kind, after, format }: Fix): boolean {
  if (format !== undefined && format.length > MAX_FORMAT) return false;
  if (kind === "formula") return typeof after === "string" && after.startsWith("=") && after.length > 1 && after.length <= 8192;
  return typeof after !== "number" || Number.isFinite(after);
}

function refuse(scan: SheetScan, row: number, column: number, stored: ScannedCell | undefined, styles: CellStyles): Refusal | null {
  const merge = scan.merges.find((rect) => rectContains(rect, row, column));
  if (merge && (merge.top !== row || merge.left !== column)) return "merged";
  if (scan.arrays.some((rect) => rectContains(rect, row, column))) return "array";
  if (scan.isProtected && styles.isLocked(Number(stored?.attributes["s"] ?? 0))) return "protected";
  return null;
}

/** Whether the cell still holds what the fix was made for. */
function holds(cell: Cell | undefined, before: Fix["before"]): boolean {
  if (cell?.formula) return cell.formula === before;
  const value = cell?.value ?? null;
  if (value === null || value === "") return before === null || before === "";
  if (isError(value)) return value.error === before;
  return value === before;
}

function askForCalculation(editor: PackageEditor): void {
  dropCalculationChain(editor);
  const workbookXml = editor.editExisting(editor.opened.part);
  const calculation = childOf(workbookXml.root, "calcPr");
  if (calculation) workbookXml.setAttribute(calculation, "fullCalcOnLoad", "1");
  else workbookXml.insert(workbookXml.root, WORKBOOK_ORDER, "calcPr", `<${workbookXml.prefix}calcPr fullCalcOnLoad="1"/>`);
  editor.set(editor.opened.part, workbookXml);
}
