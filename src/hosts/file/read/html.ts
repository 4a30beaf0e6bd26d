import { cellKey, MAX_COLUMNS, MAX_ROWS, Sheet, WorkbookError, type Cell, type Rect, type Workbook } from "../../../workbook";
import { NumberFormat } from "../../../workbook/number-format";
import { MAX_CELLS, MAX_MERGED_ROWS } from "../package/limits";
import { FileCell } from "./cells";
import { decodeText } from "./sniff";
import { cellOfText, plainWorkbook } from "./typed-text";

const TEXT_FORMAT = new NumberFormat("@", false);
/** A comment, what no reader sees, a tag, or text. Bounded, so that a page without ends is not searched again from each "<". */
const PIECE = /<!--[\s\S]*?(?:-->|$)|<(script|style|title|xml)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w:]*)((?:"[^"]{0,5000}"|'[^']{0,5000}'|[^'"<>]){0,5000})>|<|[^<]+/gi;
const BLOCKS = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "body", "form", "center", "hr"]);

/** Reads an HTML page that bears the name of a workbook: all its tables on one sheet, one below the other, with the texts between them, as Excel opens it. */
export function readHtml(bytes: Uint8Array): Workbook {
  const reader = new HtmlReader();
  for (const [piece, hidden, closing, name, attributes] of decodeText(bytes).matchAll(PIECE)) {
    if (hidden !== undefined || piece.startsWith("<!--")) continue;
    if (name === undefined) reader.text(piece);
    else if (closing) reader.close(name.toLowerCase());
    else reader.open(name.toLowerCase(), attributes!);
  }
  return plainWorkbook(reader.sheet());
}

/** A table that is open: where its next cell goes, and up to which row a cell from above takes a column. */
interface OpenTable {
  hasRow: boolean;
  column: number;
  readonly taken: Map<number, number>;
}

class HtmlReader {
  private readonly cells = new Map<number, Cell>();
  private readonly merges: Rect[] = [];
  private readonly tables: OpenTable[] = [];
  /** The row of the sheet that is being filled; rows above belong to what was read. */
  private row = 0;
  private steps = 0;
  private gathered = "";
  /** The open cell: its attributes, and where it stands. */
  private cell: { readonly attributes: string; readonly column: number } | null = null;

  open(name: string, attributes: string): void {
    if (name === "table") {
      // What a cell holds around a table of its own is text between tables.
      this.finishCell();
      this.flushText();
      this.tables.push({ hasRow: false, column: 0, taken: new Map() });
    } else if (name === "tr") this.openRow();
    else if (name === "td" || name === "th") this.openCell(attributes);
    else if (name === "br") this.gathered += "\n";
    else if (BLOCKS.has(name)) this.block();
  }

  close(name: string): void {
    if (name === "table") {
      this.finishCell();
      this.tables.pop();
      if (this.tables.length > 0) this.openRow();
      // A blank row keeps tables apart.
      else this.nextRow();
    } else if (name === "td" || name === "th") this.finishCell();
    else if (BLOCKS.has(name)) this.block();
  }

  text(piece: string): void {
    this.gathered += decodeEntities(piece.replace(/[\s]+/g, " "));
  }

  sheet(): Sheet {
    this.finishCell();
    this.flushText();
    return new Sheet({ name: "Sheet1", cells: this.cells, merges: this.merges });
  }

  private openRow(): void {
    this.finishCell();
    const table = this.tables.at(-1);
    if (!table) return;
    this.nextRow();
    table.hasRow = true;
    table.column = 0;
  }

  private openCell(attributes: string): void {
    this.finishCell();
    const table = this.tables.at(-1);
    if (!table) return;
    this.gathered = "";
    if (!table.hasRow) this.openRow();
    const before = table.column;
    do table.column++; while (table.taken.get(table.column)! >= this.row);
    const column = table.column;
    if (column > MAX_COLUMNS) throw new WorkbookError("too-large", "a table has too many columns");
    const across = span(attributes, "colspan", MAX_COLUMNS - column + 1);
    const down = span(attributes, "rowspan", MAX_ROWS - this.row + 1);
    this.spend(column - before + across);
    if (down > 1) for (let at = column; at < column + across; at++) table.taken.set(at, this.row + down - 1);
    if (across > 1 || down > 1) this.merges.push({ top: this.row, left: column, bottom: this.row + down - 1, right: column + across - 1 });
    table.column = column + across - 1;
    this.cell = { attributes, column };
  }

  private finishCell(): void {
    const { cell } = this;
    if (!cell) return;
    const text = trimmed(this.gathered);
    this.gathered = "";
    this.cell = null;
    if (text !== "") this.put(cell.column, isText(cell.attributes) ? new FileCell(text, null, TEXT_FORMAT) : cellOfText(text));
  }

  private block(): void {
    if (this.cell) {
      if (trimmed(this.gathered) !== "") this.gathered += "\n";
    } else this.flushText();
  }

  /** Text outside of cells gets a row of its own. */
  private flushText(): void {
    const text = trimmed(this.gathered);
    this.gathered = "";
    if (text === "") return;
    this.nextRow();
    this.put(1, cellOfText(text));
  }

  private nextRow(): void {
    if (++this.row > MAX_ROWS) throw new WorkbookError("too-large", "too many rows");
  }

  private put(column: number, cell: Cell): void {
    if (this.cells.size >= MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
    this.cells.set(cellKey(this.row, column), cell);
  }

  /** Counts the columns that were gone through, which a page of merged cells could make endless. */
  private spend(columns: number): void {
    this.steps += columns;
    if (this.steps > MAX_CELLS || this.merges.length > MAX_MERGED_ROWS) throw new WorkbookError("too-large", "too many merged cells");
  }
}

function span(attributes: string, name: "colspan" | "rowspan", most: number): number {
  const number = Number(new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d+)`, "i").exec(attributes)?.[1] ?? 1);
  return Math.max(1, Math.min(number, most));
}

/** Whether the page says that the cell is a text, as exports do for numbers of cards and telephones. */
function isText(attributes: string): boolean {
  return /mso-number-format\s*:\s*["'\\]*@|vnd\.ms-excel\.numberformat\s*:\s*@|\bx:str\b/i.test(attributes);
}

function trimmed(text: string): string {
  return text.split("\n").map((line) => line.replace(/^[ \u00a0]+|[ \u00a0]+$/g, "")).join("\n").replace(/^\n+|\n+$/g, "");
}

const NAMED = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", "\""], ["apos", "'"], ["nbsp", "\u00a0"], ["middot", "·"], ["mdash", "—"], ["ndash", "–"], ["radic", "√"], ["times", "×"], ["ensp", " "], ["emsp", " "]]);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
  });
}
