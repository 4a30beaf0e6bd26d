import { cellIds, keyToRowColumn, rectContains, type Cell, type CellAddress, type CellIds, type Sheet, type SheetTable, type Workbook } from "../workbook";
import { ColumnIndex } from "./column-index";
import { Unknown } from "./values";

/**
 * The work that all formulas of a workbook may do together, in cells looked at: some seconds. A hundred whole-column formulas
 * over 100,000 rows stay below it.
 */
export const MAX_WORK = 80_000_000;

/** A table with the sheet that it stands on. */
export interface PlacedTable extends SheetTable {
  readonly sheet: Sheet;
}

const books = new WeakMap<Workbook, Book>();

/** The one book of a workbook. */
export function bookOf(workbook: Workbook): Book {
  let book = books.get(workbook);
  if (!book) books.set(workbook, (book = new Book(workbook)));
  return book;
}

/** What all who compute in one workbook share: sheets and names by lower-case name, the used area, the work done so far. */
export class Book {
  readonly ids: CellIds;
  private readonly sheets = new Map<string, Sheet>();
  private readonly names = new Map<string, string>();
  private readonly tables = new Map<string, PlacedTable>();
  private readonly rows = new Map<Sheet, readonly number[]>();
  private readonly columns = new Map<Sheet, Map<number, Cell[]>>();
  private readonly indexes = new Map<readonly (Cell | undefined)[], ColumnIndex>();
  /** The last row and column that any sheet uses. One for all, so that A:A is equally long on each. */
  readonly bottom: number = 1;
  readonly right: number = 1;
  readonly openedAt = new Date();
  /** Sheets that are there and were not read: what stands on them nobody knows. */
  private readonly unread: ReadonlySet<string>;
  private work = 0;

  constructor(readonly workbook: Workbook) {
    this.ids = cellIds(workbook);
    for (const sheet of workbook.sheets) {
      this.sheets.set(sheet.name.toLowerCase(), sheet);
      this.bottom = Math.max(this.bottom, sheet.used?.bottom ?? 1);
      this.right = Math.max(this.right, sheet.used?.right ?? 1);
    }
    for (const sheet of workbook.sheets) for (const table of sheet.tables) this.tables.set(table.name.toLowerCase(), { ...table, sheet });
    for (const name of workbook.names) this.names.set(nameKey(name.name, name.sheet), name.formula);
    this.unread = new Set((workbook.passedOver ?? []).flatMap(({ what, sheet }) => (what === "sheet" ? [sheet.toLowerCase()] : [])));
  }

  /** Counts work, in cells that are looked at; where formulas would take minutes, their values are not known. */
  spend(work: number): void {
    if (this.work + work > MAX_WORK) throw new Unknown("limit", "too many cells to look at");
    this.work += work;
  }

  /** The work done so far. */
  get spent(): number {
    return this.work;
  }

  sheet(name: string): Sheet | undefined {
    return this.sheets.get(name.toLowerCase());
  }

  /** A sheet whose cells are to be read; undefined when there is none. Throws Unknown for one that was not read. */
  sheetToRead(name: string): Sheet | undefined {
    if (this.unread.has(name.toLowerCase())) throw new Unknown("unread-sheet", name);
    return this.sheet(name);
  }

  table(name: string): PlacedTable | undefined {
    return this.tables.get(name.toLowerCase());
  }

  /** The table that a cell stands in. */
  tableAt({ sheet, row, column }: CellAddress): PlacedTable | undefined {
    return [...this.tables.values()].find((table) => table.sheet.name === sheet && rectContains(table.rect, row, column));
  }

  /** The sheets from one to another in the order of the workbook. */
  sheetsBetween(first: Sheet, last: Sheet): readonly Sheet[] {
    const { sheets } = this.workbook;
    const [a, b] = [sheets.indexOf(first), sheets.indexOf(last)];
    return sheets.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  /** The formula of a defined name: the sheet's own before the workbook's. */
  nameFormula(name: string, sheet: string): string | undefined {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name, null));
  }

  /** The cells of one column by their rows: for reading long columns, where each look into the map of all cells would cost ten times as much. */
  column(sheet: Sheet, column: number): readonly (Cell | undefined)[] {
    let columns = this.columns.get(sheet);
    if (!columns) {
      this.columns.set(sheet, (columns = new Map()));
      for (const [key, cell] of sheet.cells) {
        const place = keyToRowColumn(key);
        let cells = columns.get(place.column);
        if (!cells) columns.set(place.column, (cells = []));
        cells[place.row] = cell;
      }
    }
    return columns.get(column) ?? NO_CELLS;
  }

  /** The same cells by what they hold. */
  indexOf(sheet: Sheet, column: number): ColumnIndex {
    const cells = this.column(sheet, column);
    let index = this.indexes.get(cells);
    if (!index) {
      index = new ColumnIndex(cells, (row) => sheet.arrays.length > 0 && sheet.arrayAt(row, column) !== null);
      this.indexes.set(cells, index);
    }
    return index;
  }

  /** The rows of a sheet that hold cells; the sheet itself makes a new list at each call. */
  rowsOf(sheet: Sheet): readonly number[] {
    let rows = this.rows.get(sheet);
    if (!rows) {
      rows = sheet.rows();
      this.rows.set(sheet, rows);
    }
    return rows;
  }
}

const NO_CELLS: readonly (Cell | undefined)[] = [];

function nameKey(name: string, sheet: string | null): string {
  return `${sheet?.toLowerCase() ?? ""}\u0000${name.toLowerCase()}`;
}
