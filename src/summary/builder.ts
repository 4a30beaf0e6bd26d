import { columnLetters, type CellAddress, type CellStyle, type WrittenCell } from "../workbook";

/** The columns A … I that every block of the sheet shares. */
export const COLUMN_WIDTHS = [17, 28, 11, 11, 13, 13, 24, 64, 44] as const;

const LAST_COLUMN = columnLetters(COLUMN_WIDTHS.length);

type Value = WrittenCell["value"];

/** A cell of the summary; a text of the workbook stays a text, whatever it begins with. */
export function written(value: Value, style: CellStyle, more: Omit<WrittenCell, "value" | "style"> = {}): WrittenCell {
  return { value, style, ...more };
}

/** A cell of a table with nothing in it. */
export const EMPTY: WrittenCell = { value: null, style: "text" };

/** A cell that jumps to a cell of the workbook, or a plain text where it is not known which. */
export function linked(text: string, to: CellAddress | null): WrittenCell {
  return to ? written(text, "link", { link: to }) : written(text, "text");
}

/** Collects the rows of the sheet from top to bottom. */
export class SheetBuilder {
  readonly rows: (readonly (WrittenCell | null)[])[] = [];
  readonly merges: string[] = [];

  /** The number of the next row, as formulas must name it. */
  get nextRow(): number {
    return this.rows.length + 1;
  }

  row(...cells: (WrittenCell | null)[]): void {
    this.rows.push(cells);
  }

  blank(): void {
    this.rows.push([]);
  }

  /** A row with one text over the whole width. */
  banner(text: string, style: CellStyle): void {
    this.mergeFrom("A");
    this.row(written(text, style));
  }

  /** A block's heading, with an empty row above. */
  heading(text: string): void {
    this.blank();
    this.banner(text, "heading");
  }

  /** The heads of a table. */
  heads(texts: readonly string[]): void {
    this.row(...texts.map((text) => written(text, "head")));
  }

  /** A label and a text that may run to the right edge. */
  labelled(label: string, value: Value, style: CellStyle = "text", more: Omit<WrittenCell, "value" | "style"> = {}): void {
    if (typeof value === "string") this.mergeFrom("B");
    this.row(written(label, "head"), written(value, style, more));
  }

  /** Joins the cells of the next row from a column to the right edge. */
  mergeFrom(column: string): void {
    this.merges.push(`${column}${this.nextRow}:${LAST_COLUMN}${this.nextRow}`);
  }
}
