import { cellKey, cellName, MAX_COLUMNS, MAX_ROWS, parseAreaName, parseCellName, UNREADABLE_FORMULA, WorkbookError, type Cell, type Rect, type Scalar, type SheetLayout } from "../../../workbook";
import { FileCell, SharedFormulaCell } from "./cells";
import { showFormula } from "../package/functions";
import { MAX_CELLS, MAX_MERGED_ROWS, MAX_SHARED_FORMULA_CHARACTERS } from "../package/limits";
import { SharedFormula } from "../../sheet/shared-formula";
import { Filters } from "./filters";
import { HiddenColumns } from "./hidden-columns";
import { Places } from "./passed-over";
import { RichText } from "./strings";
import type { CellStyles } from "./styles";
import { cellValue } from "./values";
import { isTrue, parseXml, type Attributes, type XmlHandler } from "../package/xml";

/** What the sheets of one workbook have in common while being read. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
  /** Counted over all sheets, to stop before the memory does. */
  cells: number;
  sharedFormulaCharacters: number;
}

/** What a sheet's own part says. */
export interface SheetPart {
  readonly cells: Map<number, Cell>;
  readonly merges: readonly Rect[];
  readonly arrays: readonly Rect[];
  readonly filters: readonly Rect[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly layout: SheetLayout;
  /** Cells whose text the file does not have: they are blank, as Excel shows them. */
  readonly missingTexts: Places;
  /** Merged areas that are none. */
  readonly badMerges: Places;
}

/** Reads a worksheet part. Empty cells that only have a style are left out. */
export function readSheet(part: string, bytes: Uint8Array, context: SheetContext): SheetPart {
  const reader = new SheetReader(part, context);
  parseXml(part, bytes, reader);
  const { missingTexts, badMerges, hiddenColumns } = reader;
  return { ...reader.result, hiddenColumns: hiddenColumns.found, merges: reader.boundedMerges(), arrays: reader.boundedArrays(), filters: reader.filters.areas, layout: reader.layout(), missingTexts, badMerges };
}

/** Of a sheet's links so many are known: only a view follows them. */
const MAX_LINKS = 10_000;

/** Listens to a worksheet part. Fields of the current cell are reused: a sheet has hundreds of thousands. */
class SheetReader implements XmlHandler {
  readonly result = { cells: new Map<number, Cell>(), hiddenRows: new Set<number>() };
  readonly hiddenColumns = new HiddenColumns();
  readonly missingTexts = new Places();
  readonly badMerges = new Places();
  readonly filters = new Filters();
  private readonly merges: Rect[] = [];
  private readonly arrays: Rect[] = [];
  private readonly columnWidths: SheetLayout["columnWidths"][number][] = [];
  private readonly rowHeights = new Map<number, number>();
  private readonly links = new Map<number, string>();
  private defaultWidth: number | null = null;
  private defaultHeight: number | null = null;
  private readonly shared = new Map<string, SharedFormula>();
  private readonly inline = new RichText();
  private columnElements = 0;
  private lastRow = 0;
  private isRoot = true;
  private inData = false;
  private inCell = false;
  private inInline = false;
  private row = 0;
  private column = 0;
  private type: string | undefined;
  private style = 0;
  private valueText: string | null = null;
  private inlineText: string | null = null;
  private formulaText: string | null = null;
  private formulaAttributes: Attributes | null = null;
  private listening: "value" | "formula" | null = null;

  constructor(private readonly part: string, private readonly context: SheetContext) {}

  open(name: string, attributes: Attributes): void {
    if (this.isRoot) {
      if (name !== "worksheet") throw this.corrupt("is no worksheet");
      this.isRoot = false;
    } else if (this.inCell) this.openInCell(name, attributes);
    else if (!this.inData) this.openOutside(name, attributes);
    else if (name === "c") this.openCell(attributes);
    else if (name === "row") this.openRow(attributes);
  }

  close(name: string): void {
    if (this.inCell) {
      if (name === "v" || name === "f") this.listening = null;
      else if (name === "is") {
        this.inlineText = this.inline.finish();
        this.inInline = false;
      } else if (this.inInline) this.inline.close(name);
      else if (name === "c") this.closeCell();
    } else if (name === "sheetData") this.inData = false;
    else if (!this.inData) this.filters.close(name);
  }

  text(text: string): void {
    if (this.listening === "value") this.valueText += text;
    else if (this.listening === "formula") this.formulaText += text;
    else if (this.inInline) this.inline.add(text);
  }

  /** The merged areas, refused when going through their rows would take for ever. */
  boundedMerges(): readonly Rect[] {
    let rows = 0;
    for (const merge of this.merges) rows += Math.max(0, Math.min(merge.bottom, this.lastRow) - merge.top) + 1;
    if (rows > MAX_MERGED_ROWS) throw new WorkbookError("too-large", `${this.part} has too many merged areas`);
    return this.merges;
  }

  /** The areas of array formulas; of more than can be gone through those at the top. */
  boundedArrays(): readonly Rect[] {
    let rows = 0;
    const end = this.arrays.findIndex(({ top, bottom }) => (rows += Math.max(0, Math.min(bottom, this.lastRow) - top) + 1) > MAX_MERGED_ROWS);
    return end < 0 ? this.arrays : this.arrays.slice(0, end);
  }

  layout(): SheetLayout {
    const { defaultWidth, defaultHeight, columnWidths, rowHeights, links } = this;
    return { defaultWidth, defaultHeight, columnWidths, rowHeights, ...(links.size > 0 && { links }) };
  }

  private openOutside(name: string, attributes: Attributes): void {
    this.filters.open(name, attributes);
    if (name === "sheetData") this.inData = true;
    else if (name === "col") this.openColumn(attributes);
    else if (name === "sheetFormatPr") {
      this.defaultWidth = size(attributes["defaultColWidth"]);
      this.defaultHeight = size(attributes["defaultRowHeight"]);
    }
    else if (name === "hyperlink") {
      const at = parseCellName(attributes["ref"] ?? "");
      const location = attributes["location"];
      if (at && location && this.links.size < MAX_LINKS) this.links.set(cellKey(at.row, at.column), location);
    } else if (name === "mergeCell") {
      const rect = parseAreaName(attributes["ref"] ?? "");
      if (!rect) return this.badMerges.add(attributes["ref"] ?? "");
      if (this.merges.length >= MAX_MERGED_ROWS) throw new WorkbookError("too-large", this.part);
      this.merges.push(rect);
    }
  }

  private openColumn(attributes: Attributes): void {
    // Column elements never overlap, so there are not more of them than columns.
    if (++this.columnElements > MAX_COLUMNS) throw this.corrupt("has too many column elements");
    const first = Math.max(1, Number(attributes["min"]));
    const last = Math.min(Number(attributes["max"]), MAX_COLUMNS);
    const width = size(attributes["width"]);
    if (width !== null && first <= last) this.columnWidths.push({ first, last, width });
    if (isTrue(attributes["hidden"]) || width === 0) this.hiddenColumns.hide(first, last);
  }

  private openRow(attributes: Attributes): void {
    const stated = attributes["r"];
    this.row = stated === undefined ? this.row + 1 : Number(stated);
    this.column = 0;
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MAX_ROWS) throw this.corrupt(`has a row ${this.row}`);
    const height = attributes["ht"] === undefined ? null : size(attributes["ht"]);
    // What has no height is hidden, whoever made it so. A sheet that hides its rows by default lists those that it shows.
    if (isTrue(attributes["hidden"]) || (height ?? this.defaultHeight) === 0) this.result.hiddenRows.add(this.row);
    if (height !== null && height !== this.defaultHeight) this.rowHeights.set(this.row, height);
  }

  private openCell(attributes: Attributes): void {
    const stated = attributes["r"];
    if (stated === undefined) this.column++;
    else this.locate(stated);
    if (this.column > MAX_COLUMNS) throw this.corrupt("has a cell beyond the last column");
    this.inCell = true;
    this.type = attributes["t"];
    this.style = Number(attributes["s"] ?? 0);
    this.valueText = this.inlineText = this.formulaText = this.formulaAttributes = null;
  }

  /** Reads "D9". Written out, because a regular expression for each cell shows in the time. */
  private locate(name: string): void {
    let at = 0;
    let column = 0;
    for (; at < name.length; at++) {
      const letter = name.charCodeAt(at) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    const row = at > 0 && at <= 3 && at < name.length ? Number(name.slice(at)) : NaN;
    if (!Number.isInteger(row) || row < 1 || row > MAX_ROWS || column > MAX_COLUMNS) throw this.corrupt(`has a cell ${name}`);
    this.row = row;
    this.column = column;
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (this.inInline) this.inline.open(name);
    else if (name === "v") {
      this.listening = "value";
      this.valueText = "";
    } else if (name === "f") {
      this.listening = "formula";
      this.formulaText = "";
      this.formulaAttributes = attributes;
    } else if (name === "is") {
      this.inInline = true;
      this.inline.start();
    }
  }

  private closeCell(): void {
    this.inCell = false;
    const { strings, date1904, styles } = this.context;
    let value: Scalar | undefined = null;
    if (this.inlineText !== null) value = this.inlineText;
    else if (this.valueText !== null) value = cellValue(this.type, this.valueText, strings, date1904);
    if (value === undefined) {
      this.missingTexts.add(cellName(this.row, this.column));
      value = null;
    }
    const formula = this.formulaText === null ? null : this.cellFormula();
    if (value === null && formula === null) return;
    if (++this.context.cells > MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
    if (this.row > this.lastRow) this.lastRow = this.row;
    const format = styles.format(this.style);
    const cell = typeof formula === "string" || formula === null
      ? new FileCell(value, formula, format)
      : new SharedFormulaCell(value, formula, this.row, this.column, format);
    this.result.cells.set(cellKey(this.row, this.column), cell);
  }

  /**
   * The formula of the current cell. An array formula stands in the first cell of its area only;
   * a data table (模拟运算表) has no formula text, and its cells keep their values.
   */
  private cellFormula(): string | SharedFormula | null {
    const { t: type, si } = this.formulaAttributes!;
    // Some programs write the "=" along with it.
    const text = this.formulaText!.replace(/^\s*=/, "");
    if (type === "array" || type === "dataTable") {
      const area = parseAreaName(this.formulaAttributes!["ref"] ?? "");
      if (area) this.arrays.push(area);
    }
    if (type !== "shared" || si === undefined) return text.trim() === "" ? null : showFormula(text);
    if (text.trim() !== "") {
      const master = new SharedFormula(showFormula(text), this.row, this.column);
      this.shared.set(si, master);
      return master.text;
    }
    const master = this.shared.get(si);
    if (!master) return UNREADABLE_FORMULA;
    this.context.sharedFormulaCharacters += master.text.length;
    if (this.context.sharedFormulaCharacters > MAX_SHARED_FORMULA_CHARACTERS) {
      throw new WorkbookError("too-large", "too many shared formulas");
    }
    return master;
  }

  private corrupt(what: string): WorkbookError {
    return new WorkbookError("corrupt", `${this.part} ${what}`);
  }
}

/** A width or height that makes sense, or null. */
function size(text: string | undefined): number | null {
  const value = text === undefined ? NaN : Number(text);
  return value >= 0 && value <= 500 ? value : null;
}
