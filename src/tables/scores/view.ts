import { rectUnion, type CellAddress, type Rect, type Sheet } from "../../workbook";
import { headText, readCell } from "../reading";
import type { Reading } from "../types";

/**
 * A sheet read line by line. A line holds an item with all that is said of it, a field says the same of every item: rows and columns, or,
 * where the parties stand side by side, columns and rows. What reads score tables knows lines and fields only.
 */
export class View {
  constructor(readonly sheet: Sheet, readonly turned: boolean) {}

  /** The last line and the last field that hold anything. */
  get end(): { readonly line: number; readonly field: number } {
    const { bottom = 0, right = 0 } = this.sheet.used ?? {};
    return this.turned ? { line: right, field: bottom } : { line: bottom, field: right };
  }

  at(line: number, field: number): CellAddress {
    return { sheet: this.sheet.name, row: this.turned ? field : line, column: this.turned ? line : field };
  }

  read(line: number, field: number): Reading {
    const { row, column } = this.at(line, field);
    return readCell(this.sheet, row, column);
  }

  /** The text of the cell as it is compared, merged areas resolved; "" when blank. */
  text(line: number, field: number): string {
    const { row, column } = this.at(line, field);
    return headText(this.sheet, row, column);
  }

  /** The lines and fields that the cell's merged area covers. */
  extent(line: number, field: number): { readonly first: number; readonly last: number; readonly left: number; readonly right: number } {
    const { row, column } = this.at(line, field);
    const { top, left, bottom, right } = this.sheet.extent(row, column);
    return this.turned ? { first: left, last: right, left: top, right: bottom } : { first: top, last: bottom, left, right };
  }

  /** Where a cell of the sheet stands in this view. */
  place({ row, column }: { readonly row: number; readonly column: number }): { readonly line: number; readonly field: number } {
    return this.turned ? { line: column, field: row } : { line: row, field: column };
  }

  /** The rectangle of the sheet between two cells of the view. */
  rect(firstLine: number, firstField: number, lastLine: number, lastField: number): Rect {
    const corner = (line: number, field: number): Rect => {
      const { row, column } = this.at(line, field);
      return { top: row, left: column, bottom: row, right: column };
    };
    return rectUnion(corner(firstLine, firstField), corner(lastLine, lastField));
  }
}
