import type { SheetLayout } from "../../../../workbook";
import { HiddenColumns } from "../hidden-columns";

/** The rows and columns of a sheet of a binary workbook while it is read: their sizes, and which are hidden. They count from 1. */
export class Lines {
  defaultWidth: number | null = null;
  defaultHeight: number | null = null;
  private readonly rows = new Set<number>();
  private readonly columns = new HiddenColumns();
  private readonly columnWidths: SheetLayout["columnWidths"][number][] = [];
  private readonly rowHeights = new Map<number, number>();

  /** What has no height is hidden, whoever made it so. */
  row(row: number, height: number, isHidden: boolean): void {
    if (isHidden || height === 0) this.rows.add(row);
    if (height !== this.defaultHeight) this.rowHeights.set(row, height);
  }

  /** How many entries of columns there were so far. */
  get widths(): number {
    return this.columnWidths.length;
  }

  columnsFrom(first: number, last: number, width: number, isHidden: boolean): void {
    if (first <= last) this.columnWidths.push({ first, last, width });
    if (isHidden || width === 0) this.columns.hide(first, last);
  }

  hide(row: number): void {
    this.rows.add(row);
  }

  finish(): { hiddenRows: Set<number>; hiddenColumns: Set<number>; layout: SheetLayout } {
    const { defaultWidth, defaultHeight, columnWidths, rowHeights } = this;
    return { hiddenRows: this.rows, hiddenColumns: this.columns.found, layout: { defaultWidth, defaultHeight, columnWidths, rowHeights } };
  }
}
