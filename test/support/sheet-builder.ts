import { completeValues } from "../../src/formulas";
import {
  type SheetTable,
  cellKey, columnLetters, isError, parseCellName, parseRectName, Sheet, type Cell, type Scalar, type Visibility, type Workbook
} from "../../src/workbook";
import { NumberFormat } from "../../src/workbook/number-format";

/** A cell of a test: a value, a formula ("=…"), or both with a format. Percent formats show percents. */
export type CellSpec = Scalar | { readonly f?: string; readonly v?: Scalar; readonly format?: string; readonly text?: string };

export interface SheetSpec {
  readonly cells: Readonly<Record<string, CellSpec>>;
  readonly merges?: readonly string[];
  /** Areas of array formulas. */
  readonly arrays?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly filters?: readonly string[];
  readonly tables?: readonly SheetTable[];
  readonly hiddenColumns?: readonly number[];
  readonly visibility?: Visibility;
}

/** Cells row by row from a first cell: rows("A2", [["a", 1], ["b", 2]]). */
export function rows(first: string, values: readonly (readonly CellSpec[])[]): Record<string, CellSpec> {
  const start = parseCellName(first)!;
  const cells: Record<string, CellSpec> = {};
  values.forEach((line, down) => line.forEach((value, right) => {
    if (value !== null) cells[columnLetters(start.column + right) + (start.row + down)] = value;
  }));
  return cells;
}

/** A workbook of these sheets. Formulas without a value are computed, as a file saved by Excel would hold them. */
export function workbookOf(sheets: Readonly<Record<string, SheetSpec>>, rest: Partial<Workbook> = {}): Workbook {
  const workbook: Workbook = {
    sheets: Object.entries(sheets).map(([name, spec]) => sheetOf(name, spec)),
    names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null, ...rest
  };
  return completeValues(workbook).workbook;
}

function sheetOf(name: string, spec: SheetSpec): Sheet {
  const cells = new Map<number, Cell>();
  for (const [address, given] of Object.entries(spec.cells)) {
    const at = parseCellName(address)!;
    cells.set(cellKey(at.row, at.column), cellOf(given));
  }
  return new Sheet({
    name, cells, merges: (spec.merges ?? []).map((merge) => parseRectName(merge)!), arrays: spec.arrays?.map((area) => parseRectName(area)!), hiddenRows: new Set(spec.hiddenRows), tables: spec.tables, filters: spec.filters?.map((area) => parseRectName(area)!),
    hiddenColumns: new Set(spec.hiddenColumns), visibility: spec.visibility
  });
}

function cellOf(given: CellSpec): Cell {
  const spec = typeof given === "object" && given !== null && !isError(given)
    ? given
    : typeof given === "string" && given.startsWith("=") ? { f: given } : { v: given };
  const formula = spec.f ?? null;
  const format = spec.format ?? (formula?.includes("/") ? "0.00%" : "General");
  const showing = (value: Scalar): string => shownAs(value, format);
  const value = spec.v ?? null;
  return { value, formula, format, text: spec.text ?? showing(value), showing };
}

function shownAs(value: Scalar, format: string): string {
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return format === "General" ? String(value) : new NumberFormat(format, false).show(value);
}
