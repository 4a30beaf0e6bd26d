import { SaxesParser } from "saxes";
import { cellKey, parseCellName, parseAreaName, WorkbookError, type Rect } from "../../../workbook";
import { guard, isTrue, NameMap, type Attributes } from "../package/xml";

/** A stretch of the sheet's text: from "<" to behind ">". */
interface Place {
  start: number;
  end: number;
}

export interface ScannedCell extends Place {
  readonly row: number;
  readonly column: number;
  readonly attributes: Attributes;
}

export interface ScannedRow extends Place {
  readonly row: number;
  readonly attributes: Attributes;
  /** Of the start tag. */
  readonly tagEnd: number;
  innerEnd: number;
  readonly selfClosing: boolean;
  /** In the order of the file; only kept for rows that were asked for. */
  readonly cells: ScannedCell[];
}

/** A formula of a shared group. */
export interface SharedUse extends Place {
  readonly row: number;
  readonly column: number;
  readonly group: string;
  /** The master's text as stored; "" for its dependants. */
  text: string;
}

/** Where things stand in a worksheet's text, as far as changing some cells needs it. */
export interface SheetScan {
  readonly prefix: string;
  readonly rows: readonly ScannedRow[];
  readonly shared: readonly SharedUse[];
  /** Areas of array formulas and data tables. */
  readonly arrays: readonly Rect[];
  readonly merges: readonly Rect[];
  readonly isProtected: boolean;
  /** Styles of columns, for cells that are not there yet. */
  readonly columns: readonly { readonly min: number; readonly max: number; readonly style: string }[];
  readonly data: Place & { readonly tagEnd: number; readonly innerEnd: number; readonly selfClosing: boolean };
}

/** Goes through a worksheet part. Cells are kept for the wanted rows only. */
export function scanSheet(part: string, text: string, wantedRows: ReadonlySet<number>): SheetScan {
  return guard(part, () => new Scanner(text, wantedRows).scan());
}

class Scanner {
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  private readonly rows: ScannedRow[] = [];
  private readonly shared: SharedUse[] = [];
  private readonly arrays: Rect[] = [];
  private readonly merges: Rect[] = [];
  private readonly columns: { min: number; max: number; style: string }[] = [];
  private names: NameMap | null = null;
  private prefix = "";
  private isProtected = false;
  private data: { start: number; end: number; tagEnd: number; innerEnd: number; selfClosing: boolean } | null = null;
  private inData = false;
  private currentRow: ScannedRow | null = null;
  private cell: ScannedCell | null = null;
  private row = 0;
  private column = 0;
  private use: SharedUse | null = null;

  constructor(private readonly text: string, private readonly wantedRows: ReadonlySet<number>) {}

  scan(): SheetScan {
    this.parser.on("doctype", () => {
      throw new WorkbookError("corrupt", "a document type");
    });
    this.parser.on("opentag", (tag) => this.open(tag.name, tag.attributes, tag.isSelfClosing));
    this.parser.on("closetag", (tag) => this.close(tag.name, tag.isSelfClosing));
    this.parser.on("text", (text) => {
      if (this.use) this.use.text += text;
    });
    this.parser.write(this.text).close();
    if (!this.data) throw new WorkbookError("corrupt", "no sheetData");
    const { prefix, rows, shared, arrays, merges, isProtected, columns, data } = this;
    return { prefix, rows, shared, arrays, merges, isProtected, columns, data };
  }

  private open(written: string, attributes: Attributes, selfClosing: boolean): void {
    if (!this.names) {
      this.names = new NameMap({ name: written, attributes });
      this.prefix = written.includes(":") ? written.slice(0, written.indexOf(":") + 1) : "";
    }
    const name = this.names.local(written);
    const end = this.parser.position;
    if (this.inData) this.openInData(name, attributes, selfClosing, end);
    else if (name === "sheetData") {
      this.data = { start: this.tagStart(end), end, tagEnd: end, innerEnd: end, selfClosing };
      this.inData = !selfClosing;
    } else if (name === "sheetProtection") this.isProtected = isTrue(attributes["sheet"]);
    else if (name === "mergeCell") addRect(this.merges, attributes["ref"]);
    else if (name === "col" && attributes["style"] !== undefined) {
      this.columns.push({ min: Number(attributes["min"]), max: Number(attributes["max"]), style: attributes["style"] });
    }
  }

  private openInData(name: string, attributes: Attributes, selfClosing: boolean, end: number): void {
    if (name === "row") {
      this.row = attributes["r"] === undefined ? this.row + 1 : Number(attributes["r"]);
      this.column = 0;
      this.currentRow = { row: this.row, attributes, start: this.tagStart(end), tagEnd: end, innerEnd: end, end, selfClosing, cells: [] };
      this.rows.push(this.currentRow);
    } else if (name === "c") {
      const at = attributes["r"] === undefined ? null : parseCellName(attributes["r"]);
      if (at) ({ row: this.row, column: this.column } = at);
      else this.column++;
      if (!this.wantedRows.has(this.row)) return;
      this.cell = { row: this.row, column: this.column, attributes, start: this.tagStart(end), end };
      this.currentRow!.cells.push(this.cell);
    } else if (name === "f") {
      const { t: type, ref, si } = attributes;
      if (type === "array" || type === "dataTable") addRect(this.arrays, ref);
      if (type !== "shared" || si === undefined) return;
      const use = { row: this.row, column: this.column, group: si, start: this.tagStart(end), end, text: "" };
      this.shared.push(use);
      this.use = selfClosing ? null : use;
    }
  }

  private close(written: string, selfClosing: boolean): void {
    const end = this.parser.position;
    const name = this.names!.local(written);
    if (name === "f") {
      if (this.use && !selfClosing) this.use.end = end;
      this.use = null;
    } else if (name === "c" && this.cell) {
      this.cell.end = end;
      this.cell = null;
    } else if (name === "row" && this.currentRow) {
      this.currentRow.end = end;
      if (!selfClosing) this.currentRow.innerEnd = this.tagStart(end);
      this.currentRow = null;
    } else if (name === "sheetData" && this.data) {
      this.inData = false;
      this.data.end = end;
      if (!selfClosing) this.data.innerEnd = this.tagStart(end);
    }
  }

  /** The "<" of the tag that ends there: values of attributes hold no bare "<". */
  private tagStart(end: number): number {
    return this.text.lastIndexOf("<", end - 1);
  }
}

function addRect(list: Rect[], name: string | undefined): void {
  const rect = parseAreaName(name ?? "");
  if (rect) list.push(rect);
}

/** The cell of a scan, if the file has it. */
export function scannedCells(scan: SheetScan): Map<number, ScannedCell> {
  const cells = new Map<number, ScannedCell>();
  for (const row of scan.rows) for (const cell of row.cells) cells.set(cellKey(cell.row, cell.column), cell);
  return cells;
}
