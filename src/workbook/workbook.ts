import { cellKey, keyToRowColumn, type Rect } from "./address";
import { markerInCells } from "./own-sheet";

export type ErrorCode =
  | "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A"
  | "#GETTING_DATA" | "#SPILL!" | "#CALC!" | "#FIELD!" | "#BLOCKED!" | "#CONNECT!";

/** An Excel error as a cell's value. */
export interface ErrorValue {
  readonly error: ErrorCode;
}

/** What a cell can hold; null is blank. Dates are numbers, as in Excel. */
export type Scalar = number | string | boolean | ErrorValue | null;

export function isError(value: unknown): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}

export interface Cell {
  /** The stored value. For a formula without a stored value: null. */
  readonly value: Scalar;
  /** The formula in A1 style with its leading "=", as it stands in this very cell (shared formulas expanded), or null. */
  readonly formula: string | null;
  /** What the sheet shows: the value in its number format. "" for a blank cell. */
  readonly text: string;
  /** The number format code, for example "General", "0.00%" or "@". */
  readonly format: string;
  /** What the cell would show if it held another value, where the host can tell. */
  showing?(value: Scalar): string;
  /** How the cell is set, where the host can tell and it is anything but plain. */
  readonly look?: CellLook;
}

/** How the user's own cell looks, as far as a view of the sheet shows it. Nothing is judged by it. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  /** RRGGBB. */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
}

/** How wide and how high the columns and rows of a sheet are. Widths in characters as the file states them, heights in points. */
export interface SheetLayout {
  readonly defaultWidth: number | null;
  readonly defaultHeight: number | null;
  readonly columnWidths: readonly { readonly first: number; readonly last: number; readonly width: number }[];
  /** Only of rows that differ from the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Cells that lead to a place of the workbook, by {@link cellKey}: "'附件1 对照表'!D9". */
  readonly links?: ReadonlyMap<number, string>;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface SheetContent {
  readonly name: string;
  readonly visibility?: Visibility;
  /** Keyed by {@link cellKey}. Blank cells without a formula need not be there. */
  readonly cells: Map<number, Cell>;
  readonly merges?: readonly Rect[];
  /** The areas of array formulas and data tables (模拟运算表): the first cell holds the formula, the others show what it gives. */
  readonly arrays?: readonly Rect[];
  /** Tables (套用表格格式) whose columns formulas may name. */
  readonly tables?: readonly SheetTable[];
  /** Areas that a filter is at work on, without the filter's own row of heads: hidden rows in them are hidden by it. */
  readonly filters?: readonly Rect[];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Notes (批注) by {@link cellKey}. */
  readonly notes?: ReadonlyMap<number, string>;
  /** The hidden mark that an earlier run of ours left on a sheet that it wrote. */
  readonly marker?: string | null;
  /** Where the host can tell. */
  readonly layout?: SheetLayout | null;
}

/** A table (套用表格格式). */
export interface SheetTable {
  /** As formulas have it; no other table of the workbook has the same. */
  readonly name: string;
  /** With its heads and its row of totals. */
  readonly rect: Rect;
  readonly hasHeads: boolean;
  readonly hasTotals: boolean;
  /** The names of its columns, from the left. */
  readonly columns: readonly string[];
}

export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

export interface FormulaCell {
  readonly key: number;
  readonly formula: string;
}

/** One sheet of a snapshot. Never changed after it was read. */
export class Sheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly cells: ReadonlyMap<number, Cell>;
  readonly merges: readonly Rect[];
  readonly arrays: readonly Rect[];
  readonly tables: readonly SheetTable[];
  readonly filters: readonly Rect[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly notes: ReadonlyMap<number, string>;
  /** Not null on a sheet that we wrote ourselves: it holds no table of the user's. */
  readonly marker: string | null;
  readonly layout: SheetLayout | null;
  /** The rectangle around all cells with a value or a formula; null for an empty sheet. */
  readonly used: Rect | null;
  /** The merged areas that touch a row, so that finding a cell's merged area stays cheap on long sheets. */
  private readonly mergesByRow: ReadonlyMap<number, readonly Rect[]>;
  private readonly arraysByRow: ReadonlyMap<number, readonly Rect[]>;
  private columnsByRow: Map<number, number[]> | null = null;
  private textCells: TextCell[] | null = null;
  private formulaCells: FormulaCell[] | null = null;

  constructor(content: SheetContent) {
    this.name = content.name;
    this.visibility = content.visibility ?? "visible";
    this.cells = content.cells;
    this.merges = content.merges ?? [];
    this.arrays = content.arrays ?? [];
    this.tables = content.tables ?? [];
    this.filters = content.filters ?? [];
    this.hiddenRows = content.hiddenRows ?? new Set();
    this.hiddenColumns = content.hiddenColumns ?? new Set();
    this.notes = content.notes ?? new Map();
    this.layout = content.layout ?? null;
    let used: { top: number; left: number; bottom: number; right: number } | null = null;
    for (const key of this.cells.keys()) {
      const { row, column } = keyToRowColumn(key);
      if (!used) used = { top: row, left: column, bottom: row, right: column };
      else {
        if (row < used.top) used.top = row;
        if (row > used.bottom) used.bottom = row;
        if (column < used.left) used.left = column;
        if (column > used.right) used.right = column;
      }
    }
    this.used = used;
    this.marker = content.marker ?? markerInCells(this.cells, used);
    this.mergesByRow = byRow(this.merges, used);
    this.arraysByRow = byRow(this.arrays, used);
  }

  /** The cell itself, without regard to merged areas; undefined when blank. */
  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** The merged area that holds the cell, or null. */
  mergeAt(row: number, column: number): Rect | null {
    return areaAt(this.mergesByRow.get(row), column);
  }

  /** The area of the array formula or data table that the cell belongs to, or null. */
  arrayAt(row: number, column: number): Rect | null {
    return areaAt(this.arraysByRow.get(row), column);
  }

  /** The rectangle that the cell shows as one: its merged area, or itself alone. */
  extent(row: number, column: number): Rect {
    return this.mergeAt(row, column) ?? { top: row, left: column, bottom: row, right: column };
  }

  /** The rows that hold at least one cell, in order. */
  rows(): number[] {
    return [...this.index().keys()];
  }

  /** The columns of a row that hold a cell, in order. */
  columns(row: number): readonly number[] {
    return this.index().get(row) ?? [];
  }

  /** The cells whose value is a text, row by row. Heads and titles are looked for among these, not among a million numbers. */
  texts(): readonly TextCell[] {
    if (!this.textCells) {
      const found: TextCell[] = [];
      for (const [key, { value }] of this.cells) if (typeof value === "string") found.push({ ...keyToRowColumn(key), value });
      this.textCells = found.sort((a, b) => a.row - b.row || a.column - b.column);
    }
    return this.textCells;
  }

  /** The cells with a formula, in the order of the cells. */
  formulas(): readonly FormulaCell[] {
    if (!this.formulaCells) {
      this.formulaCells = [];
      for (const [key, { formula }] of this.cells) if (formula !== null) this.formulaCells.push({ key, formula });
    }
    return this.formulaCells;
  }

  /** Of those, the ones that are seen: a merged area shows its first cell alone. */
  shownFormulas(): readonly FormulaCell[] {
    return this.merges.length === 0 ? this.formulas() : this.formulas().filter(({ key }) => {
      const { row, column } = keyToRowColumn(key);
      const merge = this.mergeAt(row, column);
      return merge === null || (merge.top === row && merge.left === column);
    });
  }

  /** The area of the filter that hides the row, or null. */
  filterHiding(row: number): Rect | null {
    return this.hiddenRows.has(row) ? this.filters.find(({ top, bottom }) => row >= top && row <= bottom) ?? null : null;
  }

  isHidden(row: number, column: number): boolean {
    return this.hiddenRows.has(row) || this.hiddenColumns.has(column);
  }

  private index(): Map<number, number[]> {
    if (!this.columnsByRow) {
      const index = new Map<number, number[]>();
      const keys = [...this.cells.keys()];
      let sorted = true;
      for (let i = 1; i < keys.length && sorted; i++) sorted = keys[i - 1]! < keys[i]!;
      if (!sorted) keys.sort((a, b) => a - b);
      for (const key of keys) {
        const { row, column } = keyToRowColumn(key);
        const columns = index.get(row);
        if (columns) columns.push(column);
        else index.set(row, [column]);
      }
      this.columnsByRow = index;
    }
    return this.columnsByRow;
  }
}

/** Of areas that touch a row the first that holds the column. */
function areaAt(areas: readonly Rect[] | undefined, column: number): Rect | null {
  if (areas) for (const area of areas) if (column >= area.left && column <= area.right) return area;
  return null;
}

/** The areas that touch each row. One over whole columns would list a million rows; beyond the used rows nobody asks. */
function byRow(areas: readonly Rect[], used: Rect | null): ReadonlyMap<number, readonly Rect[]> {
  const rows = new Map<number, Rect[]>();
  for (const area of areas) {
    const bottom = Math.min(area.bottom, Math.max(used?.bottom ?? 0, area.top));
    for (let row = area.top; row <= bottom; row++) {
      const list = rows.get(row);
      if (list) list.push(area);
      else rows.set(row, [area]);
    }
  }
  return rows;
}

/** A defined name (名称). */
export interface DefinedName {
  readonly name: string;
  /** What it stands for, with a leading "=". */
  readonly formula: string;
  /** The sheet it belongs to, or null for the whole workbook. */
  readonly sheet: string | null;
}

/** The formula of a cell that has one which the host cannot read: no parser takes it, so its cell is never judged by it. */
export const UNREADABLE_FORMULA = "=?";

/** Something odd of one sheet that the host passed over, reading the rest. */
export interface PassedOver {
  /** A sheet without content, its notes, texts that are not in the file, merged areas that are none, more sheets of the same name. */
  readonly what: "sheet" | "notes" | "texts" | "merges" | "twins";
  readonly sheet: string;
  /** How many cells or areas are concerned, and the first of them as the file names them. */
  readonly count: number;
  readonly places: readonly string[];
}

/** A snapshot of a workbook: everything that the engine knows of it. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** Dates count from 1904 instead of 1900. */
  readonly date1904: boolean;
  readonly calculation: "automatic" | "manual";
  /** The file asks Excel to recalculate everything on opening: stored values say nothing. */
  readonly recalculatesOnOpen: boolean;
  /** Other workbooks that formulas of this one read. */
  readonly externalLinks: readonly string[];
  /** Our own custom XML part (settings and ignored findings), or null. */
  readonly settingsXml: string | null;
  /** What was not read of it; absent when everything was. */
  readonly passedOver?: readonly PassedOver[];
}

/** A sheet by its name, in any case, as formulas name it. */
export function findSheet({ sheets }: Workbook, name: string): Sheet | undefined {
  let byName = sheetsByName.get(sheets);
  if (!byName) {
    byName = new Map();
    for (const sheet of sheets) if (!byName.has(sheet.name.toLowerCase())) byName.set(sheet.name.toLowerCase(), sheet);
    sheetsByName.set(sheets, byName);
  }
  return byName.get(name) ?? byName.get(name.toLowerCase());
}

/** Sheets are looked for by name once a cell that is judged. */
const sheetsByName = new WeakMap<readonly Sheet[], Map<string, Sheet>>();
