import { MAX_COLUMNS, WorkbookError } from "../../../workbook";
import { MAX_HIDDEN_COLUMNS } from "../package/limits";

/** The hidden columns of a sheet, from elements that each tell of a stretch of them. */
export class HiddenColumns {
  readonly found = new Set<number>();
  private told = 0;

  /** First and last column, from 1. */
  hide(first: number, last: number): void {
    const end = Math.min(last, MAX_COLUMNS);
    this.told += Math.max(0, end - first + 1);
    if (this.told > MAX_HIDDEN_COLUMNS) throw new WorkbookError("too-large", "too many hidden columns");
    for (let column = Math.max(1, first); column <= end; column++) this.found.add(column);
  }
}
