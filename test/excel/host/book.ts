import { Evaluator } from "../../../src/formulas";
import { NumberFormat } from "../../../src/workbook/number-format";
import {
  cellKey, cellName, isError, keyToRowColumn, parseCellName, rectContains, Sheet, type Cell, type DefinedName, type Rect, type Scalar, type SheetContent, type SheetTable, type Visibility, type Workbook
} from "../../../src/workbook";

/** A cell of the fake Excel. */
export interface BookCell {
  value: Scalar;
  formula: string | null;
  format: string;
  /** The text that Excel would show; undefined where the number format says it. */
  text?: string;
  locked: boolean;
  /** Typed with a leading apostrophe: a text, whatever it looks like. */
  quoted?: boolean;
}

export interface BookName {
  readonly name: string;
  formula: string;
  visible: boolean;
}

/** A sheet of the fake Excel. What it does not model it records: every other property set, every other method called. */
export interface BookSheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  readonly cells: Map<number, BookCell>;
  merges: Rect[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly arrays: BookArray[];
  readonly tables: BookTable[];
  /** With its row of heads. */
  filter: BookFilter | null;
  names: BookName[];
  /** Locked cells refuse every change. */
  isProtected: boolean;
  readonly links: Map<string, string>;
  /** "A1:B2.Format.Font.Bold = true" */
  readonly log: string[];
}

/** The area of an array formula: it spills from its first cell, or was entered over all cells, which then all show it. */
export interface BookArray extends Rect {
  readonly entered?: boolean;
}

export interface BookFilter {
  readonly rect: Rect;
  readonly isAtWork: boolean;
}

export interface BookTable extends SheetTable {
  readonly isFiltered: boolean;
}

/** A workbook as plain data, so that a test can hand it into a page. */
export interface BookData {
  readonly sheets: readonly {
    readonly name: string;
    readonly visibility?: Visibility;
    /** By cell name: what a user would have typed, or what a file holds. */
    readonly cells: Readonly<Record<string, unknown>>;
    readonly merges?: readonly Rect[];
    readonly hiddenRows?: readonly number[];
    readonly hiddenColumns?: readonly number[];
    readonly arrays?: readonly BookArray[];
    readonly tables?: readonly BookTable[];
    readonly filter?: BookFilter | null;
    readonly marker?: string | null;
  }[];
  readonly names?: readonly DefinedName[];
  readonly settingsXml?: string | null;
  readonly calculation?: "automatic" | "manual";
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** The marker of a sheet of ours, as in src/workbook; written out so that a change there shows here. */
export const MARKER = "_hebiao_marker";

const EMPTY: BookCell = { value: null, formula: null, format: "General", locked: true };

/** The workbook that is open in the fake Excel: plain state, and what Excel does when a cell is written. */
export class Book {
  readonly sheets: BookSheet[] = [];
  readonly names: (BookName & { readonly sheet: string | null })[] = [];
  readonly parts: XmlPart[] = [];
  readonly log: string[] = [];
  calculationMode = "Automatic";
  /** No sheet may be added, renamed, copied or deleted. */
  structureProtected = false;
  readOnly = false;
  /** The id of the sheet that the user sees. */
  active = "";
  selection = "";
  /** Another workbook has the focus: activating and selecting fail. */
  elsewhere = false;
  /** Formulas that were typed and have not been computed yet. */
  private readonly typed = new Set<BookCell>();
  private count = 0;
  private readonly formats = new Map<string, NumberFormat>();

  static of(data: BookData): Book {
    const book = new Book();
    for (const each of data.sheets) {
      const sheet = book.addSheet(each.name);
      sheet.visibility = each.visibility ?? "visible";
      for (const [name, cell] of Object.entries(each.cells)) {
        const { row, column } = parseCellName(name)!;
        if (typeof cell === "object" && cell !== null && !isError(cell)) sheet.cells.set(cellKey(row, column), { ...EMPTY, ...cell });
        else book.write(sheet, row, column, cell);
      }
      sheet.merges.push(...each.merges ?? []);
      sheet.arrays.push(...each.arrays ?? []);
      sheet.tables.push(...each.tables ?? []);
      sheet.filter = each.filter ?? null;
      for (const row of each.hiddenRows ?? []) sheet.hiddenRows.add(row);
      for (const column of each.hiddenColumns ?? []) sheet.hiddenColumns.add(column);
      if (each.marker) sheet.names.push({ name: MARKER, formula: `="${each.marker}"`, visible: false });
    }
    for (const { name, formula, sheet } of data.names ?? []) {
      if (sheet === null) book.names.push({ name, formula, visible: true, sheet });
      else book.sheet(sheet)?.names.push({ name, formula, visible: true });
    }
    if (data.settingsXml) book.addPart(data.settingsXml);
    if (data.calculation === "manual") book.calculationMode = "Manual";
    book.settle();
    return book;
  }

  /** The book as it is now, as a file would keep it. */
  data(): BookData {
    return {
      sheets: this.sheets.map(({ name, visibility, cells, merges, arrays, tables, filter, hiddenRows, hiddenColumns, names }) => ({
        name, visibility, merges, arrays, tables, filter, hiddenRows: [...hiddenRows], hiddenColumns: [...hiddenColumns],
        marker: /^="(.*)"$/.exec(names.find((each) => each.name === MARKER)?.formula ?? "")?.[1] ?? null,
        cells: Object.fromEntries([...cells].map(([key, cell]) => [nameAt(key), cell]))
      })),
      names: this.names, settingsXml: this.parts[0]?.xml ?? null, calculation: this.calculationMode === "Manual" ? "manual" : "automatic"
    };
  }

  sheet(name: string): BookSheet | undefined {
    return this.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  addSheet(name: string, at = this.sheets.length): BookSheet {
    const sheet: BookSheet = {
      id: `{${String(++this.count).padStart(8, "0")}-0001}`, name, visibility: "visible", cells: new Map(), merges: [], hiddenRows: new Set(),
      hiddenColumns: new Set(), arrays: [], tables: [], filter: null, names: [], isProtected: false, links: new Map(), log: []
    };
    this.sheets.splice(at, 0, sheet);
    this.active ||= sheet.id;
    return sheet;
  }

  addPart(xml: string): XmlPart {
    const part = { id: `{part-${++this.count}}`, xml };
    this.parts.push(part);
    return part;
  }

  /** The cell, made when it is not there. */
  cell(sheet: BookSheet, row: number, column: number): BookCell {
    const key = cellKey(row, column);
    let cell = sheet.cells.get(key);
    if (!cell) sheet.cells.set(key, (cell = { ...EMPTY }));
    return cell;
  }

  peek(sheet: BookSheet, row: number, column: number): Readonly<BookCell> {
    return sheet.cells.get(cellKey(row, column)) ?? EMPTY;
  }

  /** What the sheet shows. */
  text(cell: Readonly<BookCell>): string {
    return cell.text ?? this.format(cell.format).show(cell.value);
  }

  /** What typing does: a text that looks like a formula, a number, a date or an error becomes one. */
  write(sheet: BookSheet, row: number, column: number, content: unknown): void {
    const cell = this.cell(sheet, row, column);
    delete cell.text;
    delete cell.quoted;
    cell.formula = null;
    if (isError(content)) cell.value = content;
    else if (typeof content === "number" || typeof content === "boolean") cell.value = content;
    else this.type(cell, String(content ?? ""));
    this.typed.delete(cell);
    if (cell.formula === null) return;
    cell.value = null;
    this.typed.add(cell);
  }

  /** Computes the formulas that were just typed, which Excel does in any case. */
  settle(): void {
    if (this.typed.size > 0) this.calculate((cell) => this.typed.has(cell));
  }

  /** Computes every formula anew, as Excel does after each change. */
  recalculate(): void {
    if (this.calculationMode === "Manual") this.settle();
    else this.calculate(() => true);
  }

  private calculate(which: (cell: BookCell) => boolean): void {
    const evaluator = new Evaluator(this.snapshot());
    for (const sheet of this.sheets) {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === null || !which(cell)) continue;
        const outcome = evaluator.valueOf({ sheet: sheet.name, ...keyToRowColumn(key) });
        if (outcome.state === "known" ? outcome.value === cell.value : !this.typed.has(cell)) continue;
        cell.value = outcome.state === "known" ? outcome.value : 0;
        delete cell.text;
      }
    }
    this.typed.clear();
  }

  /** The book as the engine sees it. */
  snapshot(): Workbook {
    return {
      sheets: this.sheets.map((sheet) => new Sheet(this.contentOf(sheet))),
      names: [...this.names.map(({ name, formula, sheet }) => ({ name, formula, sheet })),
        ...this.sheets.flatMap((sheet) => sheet.names.filter(({ name }) => name !== MARKER).map(({ name, formula }) => ({ name, formula, sheet: sheet.name })))],
      date1904: false, calculation: this.calculationMode === "Manual" ? "manual" : "automatic", recalculatesOnOpen: false, externalLinks: [],
      settingsXml: this.parts[0]?.xml ?? null
    };
  }

  private contentOf(sheet: BookSheet): SheetContent {
    const cells = new Map<number, Cell>();
    for (const [key, cell] of sheet.cells) {
      if (cell.value === null && cell.formula === null) continue;
      const format = this.format(cell.format);
      cells.set(key, { value: cell.value, formula: cell.formula, text: this.text(cell), format: cell.format, showing: (value) => format.show(value) });
    }
    return { name: sheet.name, visibility: sheet.visibility, cells, merges: sheet.merges, arrays: sheet.arrays, tables: sheet.tables, hiddenRows: sheet.hiddenRows, hiddenColumns: sheet.hiddenColumns };
  }

  private type(cell: BookCell, content: string): void {
    if (content.startsWith("'")) {
      cell.value = content.slice(1);
      cell.quoted = true;
    } else if (content === "") cell.value = null;
    else if (cell.format === "@") cell.value = content;
    else if (/^[=+@]./.test(content) || /^-\D/.test(content)) cell.formula = content.startsWith("=") ? content : `=${content.replace(/^@/, "")}`;
    else if (/^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/.test(content)) cell.value = { error: content as "#N/A" };
    else if (/^(true|false)$/i.test(content)) cell.value = content.toLowerCase() === "true";
    else if (/^-?[\d,]*\.?\d+%$/.test(content)) [cell.value, cell.format] = [Number(content.replace(/[,%]/g, "")) / 100, cell.format === "General" ? "0%" : cell.format];
    else if (/^-?[\d,]*\.?\d+(e[+-]?\d+)?$/i.test(content)) cell.value = Number(content.replace(/,/g, ""));
    else if (/^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,2})?$/.test(content) || /^\d{1,2}月(\d{1,2}日)?$/.test(content)) [cell.value, cell.format] = [45_000, "yyyy/m/d"];
    else cell.value = content;
  }

  private format(code: string): NumberFormat {
    let format = this.formats.get(code);
    if (!format) this.formats.set(code, (format = new NumberFormat(code, false)));
    return format;
  }
}

/** A workbook that our file reader read, as plain data. */
export function dataOf(workbook: Workbook): BookData {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name, visibility: sheet.visibility, merges: sheet.merges, hiddenRows: [...sheet.hiddenRows], hiddenColumns: [...sheet.hiddenColumns], marker: sheet.marker,
      arrays: sheet.arrays, tables: sheet.tables.map((table) => ({ ...table, isFiltered: sheet.filters.some((filter) => isWithin(filter, table.rect)) })), filter: ownFilter(sheet),
      cells: Object.fromEntries([...sheet.cells].map(([key, { value, formula, text, format }]) => {
        return [nameAt(key), { value, formula, text, format, locked: true } satisfies BookCell];
      }))
    })),
    names: workbook.names, settingsXml: workbook.settingsXml, calculation: workbook.calculation
  };
}

/** The filter of the sheet itself, not of a table on it. */
function ownFilter({ filters, tables }: Sheet): BookFilter | null {
  const rect = filters.find((filter) => !tables.some((table) => isWithin(filter, table.rect)));
  return rect ? { rect: { ...rect, top: rect.top - 1 }, isAtWork: true } : null;
}

function isWithin({ top, left }: Rect, outer: Rect): boolean {
  return rectContains(outer, top, left);
}

function nameAt(key: number): string {
  const { row, column } = keyToRowColumn(key);
  return cellName(row, column);
}
