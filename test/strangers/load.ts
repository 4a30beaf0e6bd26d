import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sheetFrom } from "../../src/hosts/snapshot/workbook-from";
import { cellKey, parseCellName, parseRectName, type DefinedName, type ErrorCode, type PlainCell, type PlainSheet, type Scalar, type Sheet, type Visibility, type Workbook } from "../../src/workbook";
import { NumberFormat } from "../../src/workbook/number-format";

/** A value, or a value with its formula ("" for none) and its number format; an error value as { e: "#DIV/0!" }. */
type StoredValue = Scalar | { readonly e: ErrorCode };
type StoredCell = StoredValue | readonly [StoredValue, string?, string?];

interface StoredSheet {
  readonly name: string;
  readonly visibility?: Visibility;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly cells: Readonly<Record<string, StoredCell>>;
}

interface ExpectedTable {
  readonly kind: string;
  readonly sheet: string;
  readonly range: string;
}

/** A layout as its file keeps it: clean workbooks, and mistakes as the cells that differ from the clean one of the same filling. */
interface StoredLayout {
  readonly layout: string;
  readonly note: string;
  readonly clean: readonly { readonly filling: number; readonly settings?: Record<string, unknown>; readonly tables: readonly ExpectedTable[]; readonly names?: readonly DefinedName[]; readonly sheets: readonly StoredSheet[] }[];
  readonly mistakes: readonly {
    readonly mistake: string; readonly filling: number; readonly severity: "error" | "warning"; readonly at: readonly string[]; readonly also?: readonly string[];
    readonly detail: string; readonly settings?: Record<string, unknown>; readonly cells: Readonly<Record<string, Readonly<Record<string, StoredCell>>>>;
  }[];
}

/** A workbook of somebody who had only read what the tables are, and what is true of it. */
export interface StrangersWorkbook {
  readonly layout: string;
  readonly label: string;
  readonly settings: Record<string, unknown> | null;
  readonly tables: readonly ExpectedTable[];
  /** null: nothing is wrong. */
  readonly mistake: null | { readonly kind: string; readonly severity: "error" | "warning"; readonly at: readonly string[]; readonly also: readonly string[]; readonly detail: string };
  readonly workbook: () => Workbook;
}

const FOLDER = join(__dirname, "layouts");

/** The layouts of the folder with their notes, by their ids. */
export function layoutNotes(): ReadonlyMap<string, string> {
  return new Map(stored().map(({ layout, note }) => [layout, note]));
}

/** Every workbook of a folder, layout after layout; of some only where a word of the label is given. */
export function strangersWorkbooks(only: string | null = null, folder = FOLDER): StrangersWorkbook[] {
  return stored(folder).flatMap(workbooksOf).filter(({ label }) => only === null || label.includes(only));
}

function stored(folder = FOLDER): StoredLayout[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as StoredLayout);
}

type Changes = StoredLayout["mistakes"][number]["cells"];

/**
 * The sheets of one layout's clean workbooks, by filling, and its number formats. A copy with a mistake shares the sheets that it leaves as they are,
 * as a workbook does that is checked again (report/rechecker.ts): what was worked out of them still holds.
 */
let unchanged: { readonly layout: string | null; readonly sheets: Map<number, readonly Sheet[]>; readonly formats: Map<string, NumberFormat> } = { layout: null, sheets: new Map(), formats: new Map() };

function workbooksOf({ layout, clean, mistakes }: StoredLayout): StrangersWorkbook[] {
  const bases = new Map(clean.map((base) => [base.filling, base]));
  const workbookOf = (filling: number, changes: Changes = {}): Workbook => {
    const { sheets, names = [] } = bases.get(filling)!;
    if (unchanged.layout !== layout) unchanged = { layout, sheets: new Map(), formats: new Map() };
    const { formats } = unchanged;
    const formatOf = (code: string): NumberFormat => formats.get(code) ?? formats.set(code, new NumberFormat(code, false)).get(code)!;
    const sheetOf = (sheet: StoredSheet): Sheet => sheetFrom(plainSheet(sheet, changes[sheet.name] ?? {}), formatOf);
    const clean = unchanged.sheets.get(filling) ?? (Object.keys(changes).length === 0 ? sheets.map(sheetOf) : null);
    if (clean) unchanged.sheets.set(filling, clean);
    return {
      sheets: sheets.map((sheet, index) => (changes[sheet.name] ? null : clean?.[index]) ?? sheetOf(sheet)),
      names, date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null
    };
  };
  return [
    ...clean.map(({ filling, settings, tables }): StrangersWorkbook => ({
      layout, label: `${layout}-clean-${filling}`, settings: settings ?? null, tables, mistake: null, workbook: () => workbookOf(filling)
    })),
    ...mistakes.map(({ mistake, filling, severity, at, also = [], detail, settings, cells }, index): StrangersWorkbook => {
      const base = bases.get(filling)!;
      return {
        layout, label: `${layout}-${index + 1}-${mistake}-${filling}`, settings: settings ?? base.settings ?? null, tables: base.tables,
        mistake: { kind: mistake, severity, at, also, detail }, workbook: () => workbookOf(filling, cells)
      };
    })
  ];
}

function plainSheet(sheet: StoredSheet, changes: Readonly<Record<string, StoredCell>>): PlainSheet {
  const cells = new Map<number, PlainCell>();
  for (const [name, stored] of Object.entries({ ...sheet.cells, ...changes })) {
    const { row, column } = parseCellName(name)!;
    if (stored !== null) cells.set(cellKey(row, column), plainCell(stored));
  }
  return {
    name: sheet.name, visibility: sheet.visibility ?? "visible", merges: (sheet.merges ?? []).map((merge) => parseRectName(merge)!),
    hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns), marker: null,
    cells: new Map([...cells].sort(([a], [b]) => a - b))
  };
}

function plainCell(stored: StoredCell): PlainCell {
  const [given, formula = "", format = "General"] = isList(stored) ? stored : [stored];
  const value: Scalar = typeof given === "object" && given !== null && "e" in given ? { error: given.e } : given;
  return { value, formula: formula === "" ? null : formula, text: null, format };
}

function isList(stored: StoredCell): stored is readonly [StoredValue, string?, string?] {
  return Array.isArray(stored);
}
