import { cellKey, MAX_COLUMNS, MAX_ROWS, UNREADABLE_FORMULA, WorkbookError, type DefinedName, type Rect } from "../../../../workbook";
import { isTrue, parseXml, type Attributes } from "../../package/xml";
import { attributeOf, Counter, MAX_BYTES, numberOf, type Scanned } from "./bounds";
import { excelFormula } from "./open-formula";

/** Refuses the content of an .ods that would become too large; gives its formulas and names, and what is hidden in it. */
export function scanOds(bytes: Uint8Array): Scanned {
  if (bytes.length > MAX_BYTES) throw new WorkbookError("too-large");
  const scan = new OdsScan();
  parseXml("content.xml", bytes, scan);
  return scan;
}

interface OdsSheet {
  readonly formulas: Map<number, string>;
  /** Also those with nothing in them, which the library passes over. */
  readonly merges: Rect[];
  readonly hidden: { readonly rows: Set<number>; readonly columns: Set<number>; readonly sheet: boolean };
}

class OdsScan implements Scanned {
  readonly sheets = new Map<string, OdsSheet>();
  readonly names: DefinedName[] = [];
  private readonly counter = new Counter();
  private readonly hiddenStyles = new Set<string>();
  private style = "";
  private sheet: OdsSheet | null = null;
  private sheetName: string | null = null;
  private row = 0;
  private rows = 1;
  private column = 0;
  private columns = 1;
  /** The last column of the cell that is read. */
  private cell = 0;
  private counted = false;

  open(name: string, attributes: Attributes): void {
    const read = (key: string): string | undefined => attributeOf(attributes, key);
    switch (name.replace(/^.*:/, "")) {
      case "style": this.style = read("name") ?? ""; break;
      case "table-properties":
        if (read("display") !== undefined && !isTrue(read("display"))) this.hiddenStyles.add(this.style);
        break;
      case "table":
        this.sheet = { formulas: new Map(), merges: [], hidden: { rows: new Set(), columns: new Set(), sheet: this.hiddenStyles.has(read("style-name") ?? "") } };
        this.sheetName = read("name") ?? "";
        this.sheets.set(this.sheetName, this.sheet);
        this.row = this.column = 0;
        break;
      case "table-column": {
        const count = numberOf(attributes, "number-columns-repeated", 1);
        if (isHidden(read("visibility"))) this.hide("columns", this.column, count);
        this.column += count;
        break;
      }
      case "table-row":
        this.row += this.rows = numberOf(attributes, "number-rows-repeated", 1);
        if (isHidden(read("visibility"))) this.hide("rows", this.row - this.rows, this.rows);
        this.cell = 0;
        break;
      case "covered-table-cell":
        this.cell += numberOf(attributes, "number-columns-repeated", 1);
        break;
      case "table-cell":
        this.cell += this.columns = numberOf(attributes, "number-columns-repeated", 1);
        this.counted = false;
        if (read("number-matrix-columns-spanned") !== undefined) this.counter.areas++;
        if (read("value-type") !== undefined) this.count();
        this.merge(numberOf(attributes, "number-rows-spanned", 1), numberOf(attributes, "number-columns-spanned", 1));
        if (read("formula") !== undefined) this.formula(excelFormula(read("formula")!));
        break;
      case "p":
        this.count();
        break;
      case "named-range": this.name(read("name"), `[${read("cell-range-address") ?? ""}]`, read("base-cell-address")); break;
      case "named-expression": this.name(read("name"), read("expression") ?? "", read("base-cell-address")); break;
    }
  }

  private merge(rows: number, columns: number): void {
    if (rows * columns <= 1) return;
    const [top, left] = [this.row - this.rows + 1, this.cell - this.columns + 1];
    this.counter.add(1);
    this.sheet?.merges.push({ top, left, bottom: Math.min(top + rows - 1, MAX_ROWS), right: Math.min(left + columns - 1, MAX_COLUMNS) });
  }

  /** A formula moves along where its cell is repeated, so that one which says the same in all is meant: few programs write such. */
  private formula(formula: string): void {
    this.count();
    for (let row = this.row - this.rows + 1; row <= this.row; row++) {
      for (let column = this.cell - this.columns + 1; column <= this.cell; column++) this.sheet?.formulas.set(cellKey(row, column), formula);
    }
  }

  close(name: string): void {
    if (name.replace(/^.*:/, "") === "table") this.sheetName = null;
  }

  /** What a name says that moves with the cell counts from its base, ours from A1. */
  private name(name: string | undefined, expression: string, base: string | undefined): void {
    if (name === undefined) return;
    this.counter.add(1);
    this.counter.check();
    const moves = !/\.?\$?A\$?1$/.test(base ?? "A1") && /\.(?:[A-Z]{1,3}\$?|\$[A-Z]{1,3})\d/i.test(expression);
    this.names.push({ name, formula: moves ? UNREADABLE_FORMULA : excelFormula(expression), sheet: this.sheetName });
  }

  /** A cell with a value or a text, as often as it and its row are repeated. */
  private count(): void {
    if (this.counted) return;
    this.counted = true;
    this.counter.add(this.rows * this.columns);
    this.counter.check();
  }

  /** Rows and columns behind the last used one are repeated up to the edge: what is hidden there is of no interest. */
  private hide(kind: "rows" | "columns", after: number, count: number): void {
    for (let at = after + 1; at <= after + Math.min(count, 20_000); at++) this.sheet?.hidden[kind].add(at);
    this.counter.add(Math.min(count, 20_000));
    this.counter.check();
  }
}

function isHidden(visibility: string | undefined): boolean {
  return visibility === "collapse" || visibility === "filter";
}
