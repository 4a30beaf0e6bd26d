import { rectName, type CellStyle, type CellValidation, type WrittenCell } from "../workbook";

type Style = CellStyle;

/** A sheet in the making: cells are put where they belong, in any order. Rows and columns count from 1. */
export class Grid {
  private readonly cells: (WrittenCell | null)[][] = [];
  readonly merges: string[] = [];
  readonly validations: CellValidation[] = [];
  readonly rowHeights: Record<number, number> = {};

  put(row: number, column: number, value: WrittenCell["value"], style: Style, more: Omit<WrittenCell, "value" | "style"> = {}): void {
    while (this.cells.length < row) this.cells.push([]);
    const line = this.cells[row - 1]!;
    while (line.length < column) line.push(null);
    line[column - 1] = { value, style, ...more };
  }

  /** A formula; its stored value is what it gives while nothing has been filled in. */
  formula(row: number, column: number, formula: string, value: WrittenCell["value"], style: Style, format?: string): void {
    this.put(row, column, value, style, { formula, ...(format && { format }) });
  }

  /** A cell that the user fills in. */
  input(row: number, column: number, value: WrittenCell["value"] = null, format?: string, style: Style = "input"): void {
    this.put(row, column, value, style, { unlocked: true, ...(format && { format }) });
  }

  /** One text over a rectangle. The cells under it carry the style, or its border would have gaps. */
  span(top: number, left: number, bottom: number, right: number, value: WrittenCell["value"], style: Style, more: Omit<WrittenCell, "value" | "style"> = {}): void {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row === top && column === left) this.put(row, column, value, style, more);
        else this.put(row, column, null, style);
      }
    }
    if (top !== bottom || left !== right) this.merges.push(rectName({ top, left, bottom, right }));
  }

  validate(top: number, left: number, bottom: number, right: number, rule: Omit<CellValidation, "range">): void {
    this.validations.push({ range: rectName({ top, left, bottom, right }), ...rule });
  }

  rows(): readonly (readonly (WrittenCell | null)[])[] {
    return this.cells;
  }
}

/** "B4:B6" */
export function column(at: number, top: number, bottom: number): string {
  return rectName({ top, left: at, bottom, right: at });
}
