import { cellKey, MAX_COLUMNS, Sheet, WorkbookError, type Cell, type DocumentTable, type Rect, type Workbook } from "../../workbook";
import { MAX_CELLS } from "../file/package/limits";
import { cellOfText, plainWorkbook } from "../file/read/typed-text";

/** A table as texts: what each cell shows, and which cells are one. */
export interface TextTable {
  readonly name: string;
  /** The index of the last body paragraph before it. */
  readonly after: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly merges: readonly Rect[];
  /** The widths of its columns, where the document states them. */
  readonly widths: readonly number[];
  /** Stands in another table or in a text box: no line of the body belongs to it. */
  readonly isInside: boolean;
}

/** A title and its period stand in lines of their own over a table; prose does not. */
const LONGEST_CAPTION = 150;
const MOST_CAPTIONS = 6;
/** What explains marks may stand under a table. */
const LEGEND = /^[（(【]?(?:备?注|说明|图例)/;
const MOST_LEGENDS = 3;

/** The workbook of a document's tables, and where in it each of them stands. `paragraphs`: the texts of the body's. */
export function tablesWorkbook(tables: readonly TextTable[], paragraphs: readonly string[]): { workbook: Workbook; tables: DocumentTable[] } {
  const sheets: SheetOfTables[] = [];
  let before: TextTable | null = null;
  for (const table of tables) {
    const between = paragraphs.slice(before && !before.isInside ? before.after + 1 : 0, table.after + 1);
    const sheet = sheets[sheets.length - 1];
    if (before && sheet && goesOn(before, table, between)) {
      between.filter((text) => text.trim() !== "").forEach((text) => sheet.addLine(text));
      sheet.addTable(table);
    } else {
      const next = new SheetOfTables(table.name);
      if (!table.isInside) captionsIn(between).forEach((text) => next.addLine(text));
      next.addTable(table);
      sheets.push(next);
    }
    if (!table.isInside) before = table;
  }
  sheets.forEach((sheet) => sheet.addLegend(paragraphs));
  const placed = sheets.flatMap((sheet) => sheet.tables);
  return {
    workbook: { ...plainWorkbook(new Sheet({ name: "", cells: new Map() })), sheets: sheets.map((sheet) => sheet.finish()) },
    tables: tables.map(({ name }) => placed.find((table) => table.name === name)!)
  };
}

/** One sheet being filled: lines and tables below one another. */
class SheetOfTables {
  readonly tables: DocumentTable[] = [];
  private readonly cells = new Map<number, Cell>();
  private readonly merges: Rect[] = [];
  private bottom = 0;
  private isInside = false;

  constructor(private readonly name: string) {}

  addLine(text: string): void {
    this.cells.set(cellKey(++this.bottom, 1), cellOfText(text.trim()));
  }

  addTable(table: TextTable): void {
    const top = this.bottom + 1;
    for (const { row, column, text } of table.cells) {
      if (column > MAX_COLUMNS || this.cells.size >= MAX_CELLS) throw new WorkbookError("document-too-large", table.name);
      const typed = typedText(text);
      if (typed !== "") this.cells.set(cellKey(top + row - 1, column), cellOfText(typed));
    }
    for (const { top: first, left, bottom, right } of table.merges) this.merges.push({ top: first + top - 1, left, bottom: bottom + top - 1, right });
    this.bottom = top + Math.max(1, table.rows) - 1;
    this.tables.push({ name: table.name, sheet: this.name, top, bottom: this.bottom, after: table.after });
    this.isInside = table.isInside;
  }

  /** The lines under the last table that say what its marks mean. */
  addLegend(paragraphs: readonly string[]): void {
    if (this.isInside) return;
    const { after } = this.tables[this.tables.length - 1]!;
    const below = paragraphs.slice(after + 1).filter((text) => text.trim() !== "").slice(0, MOST_LEGENDS);
    const end = below.findIndex((text) => !LEGEND.test(text.trim()));
    below.slice(0, end < 0 ? undefined : end).forEach((text) => this.addLine(text));
  }

  finish(): Sheet {
    return new Sheet({ name: this.name, cells: this.cells, merges: this.merges });
  }
}

/** A text as somebody would type it into a cell: a number in full-width digits is a number, and no blank stands before its percent sign. */
function typedText(text: string): string {
  const trimmed = text.trim();
  // Full-width forms only: ① is no 1.
  const plain = trimmed.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s+(?=[%.,])|(?<=[.,])\s+/g, "");
  return /^[+-]?[\d,.]+%?$/.test(plain) ? plain : trimmed;
}

/** The lines right above a table that can be its title: short, and no sentences. */
function captionsIn(between: readonly string[]): string[] {
  const lines: string[] = [];
  for (let index = between.length - 1; index >= 0 && lines.length < MOST_CAPTIONS; index--) {
    const text = between[index]!.trim();
    if (text === "") continue;
    if (!isCaption(text)) break;
    lines.unshift(text);
  }
  return lines;
}

function isCaption(text: string): boolean {
  return text.length <= LONGEST_CAPTION && !/[。；;]$/.test(text);
}

/**
 * Does the table go on with the one before it, as a table does that was cut at the end of a page? Either it repeats the heads, under no more
 * than the title that is repeated, too; or nothing at all stands between them and their columns are as wide.
 */
function goesOn(before: TextTable, table: TextTable, between: readonly string[]): boolean {
  if (before.isInside || table.isInside || before.columns !== table.columns || table.columns < 3) return false;
  if (between.every((text) => text.trim() === "")) return table.widths.length > 0 && table.widths.join() === before.widths.join();
  const heads = firstRow(table);
  return heads.length >= 3 && heads.join("\u0000") === firstRow(before).join("\u0000") && between.every((text) => text.trim() === "" || isCaption(text.trim()));
}

function firstRow({ cells }: TextTable): string[] {
  return cells.filter(({ row, text }) => row === 1 && text.trim() !== "").map(({ column, text }) => `${column} ${text.replace(/\s+/g, "")}`);
}
