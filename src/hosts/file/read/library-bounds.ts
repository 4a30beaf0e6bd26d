import { WorkbookError } from "../../../workbook";
import { isTrue, parseXml, type Attributes } from "../package/xml";
import { recordAt } from "./binary/biff8-records";

/**
 * Bounds on what the library is given. It believes what a file says of itself, and each of its cells takes three times the memory of
 * one of ours; so what it would make of a file is counted before.
 */
const MAX_CELLS = 1_000_000;
const MAX_BYTES = 96 * 1024 * 1024;
/** Cells times areas of array formulas, each of which is asked for each cell. */
const MAX_AREA_WORK = 100_000_000;

/** Records of cells in the streams of Excel 2 to 95; those of several cells take six bytes a cell, or two for blank ones. */
const CELLS = new Set([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x201, 0x203, 0x204, 0x205, 0x206, 0x406, 0x27e, 0xd6]);
const MANY_CELLS = new Map([[0xbd, 6], [0xbe, 2]]);
const FILEPASS = 0x2f;
/** Links over areas, which such streams have not: the library goes through every cell of them. */
const LINKS = new Set([0x1b8, 0x800]);

/** Refuses a stream of an older Excel that would become too large, or is encrypted. */
export function boundOldStream(stream: Uint8Array): void {
  if (stream.length > MAX_BYTES) throw new WorkbookError("too-large");
  let cells = 0;
  for (let record = recordAt(stream, 0); record; record = recordAt(stream, record.next)) {
    if (record.id === FILEPASS) throw new WorkbookError("encrypted");
    if (LINKS.has(record.id)) throw new WorkbookError("corrupt", "a record that does not belong there");
    const size = MANY_CELLS.get(record.id);
    cells += size === undefined ? Number(CELLS.has(record.id)) : Math.ceil(record.data.length / size);
    if (cells > MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
  }
}

/** Refuses an Excel 2003 XML workbook that would become too large. */
export function boundXmlSpreadsheet(bytes: Uint8Array): void {
  if (bytes.length > MAX_BYTES) throw new WorkbookError("too-large");
  const counter = new Counter();
  parseXml("workbook", bytes, {
    open(name, attributes) {
      const local = name.replace(/^.*:/, "");
      const number = (key: string): number => numberOf(attributes, key, 0);
      if (local === "Cell") {
        counter.add((number("MergeAcross") + 1) * (number("MergeDown") + 1));
        if (attributeOf(attributes, "ArrayRange") !== undefined) counter.areas++;
      } else if (local === "Column" || local === "Row") counter.add(number("Span"));
      counter.check();
    }
  });
}

/** What an .ods says of a sheet that the library does not look at. */
export interface OdsSheet {
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  hidden: boolean;
}

/** Refuses the content of an .ods that would become too large; gives what is hidden in it, by the names of its sheets. */
export function scanOds(bytes: Uint8Array): ReadonlyMap<string, OdsSheet> {
  if (bytes.length > MAX_BYTES) throw new WorkbookError("too-large");
  const scan = new OdsScan();
  parseXml("content.xml", bytes, scan);
  return scan.sheets;
}

class Counter {
  areas = 0;
  private cells = 0;

  add(cells: number): void {
    this.cells += cells;
  }

  check(): void {
    if (this.cells > MAX_CELLS || this.cells * this.areas > MAX_AREA_WORK) throw new WorkbookError("too-large", "too many cells");
  }
}

class OdsScan {
  readonly sheets = new Map<string, OdsSheet>();
  private readonly counter = new Counter();
  private readonly hiddenStyles = new Set<string>();
  private style = "";
  private sheet: OdsSheet | null = null;
  private row = 0;
  private rows = 1;
  private column = 0;
  private columns = 1;
  private counted = false;

  open(name: string, attributes: Attributes): void {
    const read = (key: string): string | undefined => attributeOf(attributes, key);
    switch (name.replace(/^.*:/, "")) {
      case "style": this.style = read("name") ?? ""; break;
      case "table-properties":
        if (read("display") !== undefined && !isTrue(read("display"))) this.hiddenStyles.add(this.style);
        break;
      case "table":
        this.sheet = { hiddenRows: new Set(), hiddenColumns: new Set(), hidden: this.hiddenStyles.has(read("style-name") ?? "") };
        this.sheets.set(read("name") ?? "", this.sheet);
        this.row = this.column = 0;
        break;
      case "table-column": {
        const count = numberOf(attributes, "number-columns-repeated", 1);
        if (isHidden(read("visibility"))) this.hide("hiddenColumns", this.column, count);
        this.column += count;
        break;
      }
      case "table-row":
        this.row += this.rows = numberOf(attributes, "number-rows-repeated", 1);
        if (isHidden(read("visibility"))) this.hide("hiddenRows", this.row - this.rows, this.rows);
        break;
      case "table-cell":
        this.columns = numberOf(attributes, "number-columns-repeated", 1);
        this.counted = false;
        if (read("number-matrix-columns-spanned") !== undefined) this.counter.areas++;
        if (read("value-type") !== undefined) this.count();
        break;
      case "p":
        this.count();
        break;
    }
  }

  /** A cell with a value or a text, as often as it and its row are repeated. */
  private count(): void {
    if (this.counted) return;
    this.counted = true;
    this.counter.add(this.rows * this.columns);
    this.counter.check();
  }

  /** Rows and columns behind the last used one are repeated up to the edge: what is hidden there is of no interest. */
  private hide(kind: "hiddenRows" | "hiddenColumns", after: number, count: number): void {
    for (let at = after + 1; at <= after + Math.min(count, 20_000); at++) this.sheet?.[kind].add(at);
    this.counter.add(Math.min(count, 20_000));
    this.counter.check();
  }
}

function isHidden(visibility: string | undefined): boolean {
  return visibility === "collapse" || visibility === "filter";
}

function attributeOf(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) if (name === local || name.endsWith(`:${local}`)) return attributes[name];
  return undefined;
}

function numberOf(attributes: Attributes, local: string, otherwise: number): number {
  const number = Number(attributeOf(attributes, local) ?? otherwise);
  return number >= 0 ? number : otherwise;
}
