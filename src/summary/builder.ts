import { columnLetters, type CellAddress, type CellStyle, type ChartSeries, type ConditionalStyle, type DataBar, type CellValidation, type SheetChart, type WrittenCell } from "../workbook";
import type { Span } from "./grid";

type Value = WrittenCell["value"];

/** A cell whose formula names rows that are not placed yet is made when all are. */
type Content = WrittenCell | (() => WrittenCell);
export type Placed = readonly [Span, Content];

/** A cell of the summary; a text of the workbook stays a text, whatever it begins with. */
export function written(value: Value, style: CellStyle, more: Omit<WrittenCell, "value" | "style"> = {}): WrittenCell {
  return { value, style, ...more };
}

/** A cell that jumps to a cell of the workbook, or a plain text where it is not known which. */
export function linked(text: string, to: CellAddress | null): WrittenCell {
  return to ? written(text, "link", { link: to }) : written(text, "text");
}

interface Row {
  readonly key: string;
  readonly cells: readonly Placed[];
}

/** What a row of the user's own columns holds, from the first column behind ours. */
export type OwnCells = readonly (WrittenCell | null)[];

/** Collects the rows of a sheet from top to bottom. Its last column shows; the hidden one behind it tells what each row is about. */
export class SheetBuilder {
  readonly merges: string[] = [];
  readonly conditionals: ConditionalStyle[] = [];
  readonly dataBars: DataBar[] = [];
  readonly validations: CellValidation[] = [];
  readonly charts: SheetChart[] = [];
  private readonly blockTops: number[] = [];
  private readonly blanks = new Set<number>();
  private readonly collected: Row[] = [];
  private section = "head";
  private counter = 0;
  /** The heads of the table that is being filled, and the keys of its rows. */
  private table: { readonly heads: readonly (readonly [Span, string])[]; readonly section: string; readonly row: number } | null = null;
  /** The rows that go on with a table, each with the row of its heads. */
  private readonly lines = new Map<string, number>();
  private readonly leading = new Set<string>();
  private readonly pages: number[] = [];

  /** `repeats`: the keys of the rows of tables before which the heads are written once more, as the first row of a page. */
  constructor(readonly lastColumn: number, private readonly repeats: ReadonlySet<string> = new Set()) {}

  /** The number of the next row, as formulas must name it. */
  get nextRow(): number {
    return this.collected.length + 1;
  }

  /** What a later run knows the row by: its place in its section, unless it has a key of its own. */
  row(cells: readonly Placed[], key?: string): void {
    const row = this.nextRow;
    for (const [[first, last]] of cells) {
      if (last > first) this.merges.push(`${columnLetters(first)}${row}:${columnLetters(last)}${row}`);
    }
    this.collected.push({ key: key ?? `${this.section}.${++this.counter}`, cells });
  }

  blank(): void {
    this.blanks.add(this.nextRow);
    this.row([]);
  }

  /** A row with one text over the whole width. */
  banner(text: string, style: CellStyle, key?: string): void {
    this.row([[[1, this.lastColumn], written(text, style)]], key);
  }

  /** A section's heading, with an empty row above. The name tells its rows from others in a later run. */
  heading(name: string, text: string): void {
    this.blank();
    this.together();
    this.begin(name);
    this.banner(text, "heading");
  }

  /** The rows that follow are counted by themselves, under that name. */
  begin(name: string): void {
    this.section = name;
    this.counter = 0;
  }

  /** What follows belongs together when it is printed. */
  together(): void {
    this.blockTops.push(this.nextRow);
  }

  /** The rows that belong together, first and last: a section, or a part of it. The rows above the first are the sheet's head. */
  blocks(): (readonly [number, number])[] {
    return this.blockTops.map((top, index) => {
      const bottom = (this.blockTops[index + 1] ?? this.nextRow) - 1;
      return [top, this.blanks.has(bottom) ? bottom - 1 : bottom];
    });
  }

  /** The heads of a table. Call {@link line} before each of its rows. */
  heads(heads: readonly (readonly [Span, string])[], key?: string): void {
    this.table = { heads, section: this.section, row: this.nextRow };
    this.row(heads.map(([span, text]) => [span, written(text, "head")]), key);
  }

  /**
   * The next row goes on with a table; where a page begins with it, the heads stand there once more. Gives whether they do.
   * `leads`: it is a heading of the rows below it.
   */
  line(leads = false): boolean {
    const key = `${this.section}.${this.counter + 1}`;
    if (!this.table || this.table.section !== this.section) return false;
    this.lines.set(key, this.table.row);
    if (leads) this.leading.add(key);
    if (!this.repeats.has(key)) return false;
    this.together();
    this.pages.push(this.nextRow);
    this.heads(this.table.heads, `${key}.heads`);
    return true;
  }

  /** The rows that begin a page in any case. */
  pageTops(): readonly number[] {
    return this.pages;
  }

  /** The key of a row that goes on with a table without its heads, and the row in which those stand; null for any other row. */
  unheaded(row: number): { readonly key: string; readonly heads: number } | null {
    const key = this.collected[row - 1]?.key ?? "";
    const heads = this.lines.get(key);
    return heads === undefined || this.repeats.has(key) ? null : { key, heads };
  }

  leads(row: number): boolean {
    return this.leading.has(this.collected[row - 1]?.key ?? "");
  }

  /** A label and a text that may run to the right edge. */
  labelled(label: string, content: Content): void {
    this.row([[[1, 3], written(label, "label")], [[4, this.lastColumn], content]]);
  }

  /** What each row is known by, from the first. */
  get keys(): readonly string[] {
    return this.collected.map(({ key }) => key);
  }

  /** All rows; `own` gives what the user keeps beside a row, by its key, and is asked once for each row. */
  finish(own: (key: string) => OwnCells): (WrittenCell | null)[][] {
    return this.collected.map(({ key, cells }) => {
      const row: (WrittenCell | null)[] = Array.from({ length: this.lastColumn + 1 }, () => null);
      for (const [[first, last], content] of cells) {
        const cell = typeof content === "function" ? content() : content;
        row[first - 1] = cell;
        // The other cells of a merged area carry its rules.
        for (let column = first + 1; column <= last; column++) row[column - 1] = { value: null, ...(cell.style && { style: cell.style }) };
      }
      row[this.lastColumn] = written(key, "plain");
      return [...row, ...own(key)];
    });
  }
}

/** Rows of the user's own cells alone, in the columns behind the hidden one. */
export function atTheRight(rows: readonly OwnCells[], keyColumn: number): OwnCells[] {
  return rows.map((own) => [...Array.from({ length: keyColumn }, () => null), ...own]);
}

/** A series of a chart over rows that follow one another. */
export function series(name: string, color: string, categories: string, values: string, points: readonly (readonly [string, number | null])[]): ChartSeries {
  return { name, color, categories, values, labels: points.map(([label]) => label), numbers: points.map(([, number]) => number) };
}
