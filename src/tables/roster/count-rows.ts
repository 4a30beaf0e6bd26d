import type { Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { markLike, readsOtherRows, shownCell } from "./cells";
import type { RosterHead } from "./heads";
import { FEWEST_NUMBERS, MOST_OF_A_ROW, MOST_ROWS } from "./limits";

/** Tells rows that count the marks above them, by their formulas or by the numbers themselves, whatever their labels say. */
export class CountRows {
  constructor(private readonly sheet: Sheet, private readonly head: RosterHead, private readonly markColumns: readonly number[], private readonly numbers: boolean) {}

  /** `since`: the row before the persons that stand above it. */
  holdsCounts(row: number, since: () => number): boolean {
    const cells = this.markColumns.filter((column) => this.sheet.extent(row, column).left === column && this.sheet.extent(row, column).top === row)
      .map((column) => ({ column, cell: shownCell(this.sheet, row, column), like: markLike(this.sheet, row, column) }))
      .filter(({ like }) => like !== "blank");
    if (cells.length < FEWEST_NUMBERS || row - this.head.bottom > MOST_ROWS || cells.some(({ like }) => like === "text")) return false;
    const formulas = cells.filter(({ cell }) => cell?.formula && readsOtherRows(cell.formula, row)).length;
    if (formulas * 2 > cells.length) return true;
    // Zeros agree with the count of whatever is not there.
    const typed = cells.flatMap(({ column, cell }) => (typeof cell?.value === "number" && cell.value !== 0 ? [{ column, value: cell.value }] : []));
    // A row of nothing but 1, 0.5 and 0 may be a person's where marks are numbers.
    if (typed.length < FEWEST_NUMBERS || typed.length < cells.length * MOST_OF_A_ROW || (this.numbers && typed.every(({ value }) => value <= 1))) return false;
    return [since(), this.head.bottom].some((from) => this.agree(typed, from + 1, row - 1) >= typed.length * MOST_OF_A_ROW) || this.addsAbove(typed, row);
  }

  /** How many of the numbers are the count of one sign in their column (the sum, where marks are numbers), or of a month's columns the fewest. */
  private agree(typed: readonly { column: number; value: number }[], from: number, to: number): number {
    if (from > to) return 0;
    const counts = typed.map(({ column }) => this.signs(column, from, to));
    const signs = new Set(counts.flatMap((own) => [...own.keys()]));
    return Math.max(0, ...[...signs].map((sign) => typed.filter(({ value }, i) => {
      const count = counts[i]!.get(sign) ?? 0;
      return value === count || (this.head.lines > 1 && value * this.head.lines === count);
    }).length));
  }

  private signs(column: number, from: number, to: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (let row = from; row <= to; row++) {
      const like = markLike(this.sheet, row, column);
      const value = shownCell(this.sheet, row, column)?.value;
      if (like === "text") counts.set(normalise(String(value)), (counts.get(normalise(String(value))) ?? 0) + 1);
      else if (like === "share") counts.set("sum", (counts.get("sum") ?? 0) + (value as number));
    }
    return counts;
  }

  /** Sums of the bottom rows above it. */
  private addsAbove(typed: readonly { column: number; value: number }[], row: number): boolean {
    const numbersAbove = (column: number): number[] => {
      const found: number[] = [];
      for (let above = row - 1; above > this.head.bottom; above--) {
        const value = shownCell(this.sheet, above, column)?.value;
        if (typeof value === "number" && this.sheet.extent(above, column).top === above) found.push(value);
      }
      return found;
    };
    if (this.numbers) return false;
    return typed.filter(({ column, value }) => {
      const numbers = numbersAbove(column);
      return numbers.length > 1 && (value === numbers.reduce((sum, number) => sum + number, 0) || value === numbers[0]! + numbers[1]!);
    }).length >= typed.length * MOST_OF_A_ROW;
  }
}
