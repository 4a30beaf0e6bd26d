import { cellKey, keyToRowColumn, MAX_COLUMNS, MAX_ROWS, parseCellName, quoteSheet, rectContains, rectName, rectUnion, isError, type Rect } from "../../../src/workbook";
import type { BookArray, BookCell, BookSheet } from "./book";
import { Nothing, Recorded, Thing, type World } from "./objects";
import { Refusal } from "./refusal";

/** Reads "A1:B2", "C:D", "3:5", "A1" or "" (all cells). */
export function rectOf(address: string): Rect {
  const plain = address.slice(address.lastIndexOf("!") + 1).replace(/\$/g, "");
  if (plain === "") return { top: 1, left: 1, bottom: MAX_ROWS, right: MAX_COLUMNS };
  const [first = "", second = first] = plain.split(":");
  const corner = (name: string, atEnd: boolean): { row: number; column: number } => {
    if (/^\d+$/.test(name)) return { row: Number(name), column: atEnd ? MAX_COLUMNS : 1 };
    const at = /^[A-Z]+$/i.test(name) ? { row: atEnd ? MAX_ROWS : 1, column: parseCellName(`${name}1`)?.column ?? NaN } : parseCellName(name);
    if (!at || Number.isNaN(at.column)) throw new Refusal("InvalidArgument", `${address} is no address`);
    return at;
  };
  const a = corner(first, false);
  const b = corner(second, true);
  return { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) };
}

export class RangeThing extends Thing {
  constructor(world: World, readonly sheet: BookSheet, readonly rect: Rect) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  get address(): string {
    return rectName(this.rect);
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const { top, left, bottom, right } = this.rect;
    const [first] = values;
    switch (name) {
      case "GetUsedRange":
      case "GetUsedRangeOrNullObject": {
        const used = usedWithin(this.sheet, this.rect);
        if (used) return this.at(used);
        return name === "GetUsedRange" ? this.at({ top, left, bottom: top, right: left }) : new Nothing(this.world);
      }
      case "GetMergedAreasOrNullObject": {
        const areas = this.sheet.merges.filter((merge) => rectContains(this.rect, merge.top, merge.left) || rectContains(merge, top, left));
        return areas.length ? new AreasThing(this.world, this.sheet, areas) : new Nothing(this.world);
      }
      case "GetSpillingToRangeOrNullObject": {
        const spill = this.sheet.arrays.find((array) => isSpill(array) && array.top === top && array.left === left);
        return spill ? this.at(spill) : new Nothing(this.world);
      }
      case "GetCell": return this.at({ top: top + Number(first), bottom: top + Number(first), left: left + Number(values[1]), right: left + Number(values[1]) });
      case "GetRow": return this.at({ ...this.rect, top: top + Number(first), bottom: top + Number(first) });
      case "GetColumn": return this.at({ ...this.rect, left: left + Number(first), right: left + Number(first) });
      case "GetEntireRow": return this.at({ top, bottom, left: 1, right: MAX_COLUMNS });
      case "GetEntireColumn": return this.at({ left, right, top: 1, bottom: MAX_ROWS });
      case "GetBoundingRect": return this.at(rectUnion(this.rect, first instanceof RangeThing ? first.rect : rectOf(String(first))));
      case "Format": return new FormatThing(this.world, this);
      default: return new Recorded(this.world, this.sheet.log, `${this.address}.${name}${values.length ? `(${values.join(",")})` : ""}`, this.sheet.name, () => this.guard());
    }
  }

  override get(name: string): unknown {
    const { top, left, bottom, right } = this.rect;
    switch (name) {
      case "Address": return `${quoteSheet(this.sheet.name)}!${this.address}`;
      case "RowIndex": return top - 1;
      case "ColumnIndex": return left - 1;
      case "RowCount": return bottom - top + 1;
      case "ColumnCount": return right - left + 1;
      case "CellCount": return (bottom - top + 1) * (right - left + 1);
      case "Values": return this.matrix((cell) => (isError(cell.value) ? cell.value.error : cell.value ?? ""));
      case "Formulas": return this.matrix((cell) => cell.formula ?? (isError(cell.value) ? cell.value.error : cell.value ?? ""));
      case "Text": return this.matrix((cell) => this.world.book.text(cell));
      case "NumberFormat": return this.matrix((cell) => cell.format);
      case "ValueTypes": return this.matrix(typeOf);
      case "HasSpill": return this.share(this.sheet.arrays.filter(isSpill));
      case "SavedAsArray": return this.share(this.sheet.arrays);
      case "RowHidden": return hiddenState(this.sheet.hiddenRows, top, bottom);
      case "ColumnHidden": return hiddenState(this.sheet.hiddenColumns, left, right);
      default: return undefined;
    }
  }

  override set(name: string, value: unknown): void {
    this.guard();
    const { book } = this.world;
    const { top, left } = this.rect;
    if (name === "Formulas" || name === "Values" || name === "NumberFormat") {
      this.each(value, (row, column, content) => {
        if (name === "NumberFormat") {
          const cell = book.cell(this.sheet, row, column);
          cell.format = String(content);
          delete cell.text;
        } else if (content !== null && !this.isCovered(row, column)) book.write(this.sheet, row, column, content);
      });
      if (name !== "NumberFormat") this.world.changed(this.sheet.id, this.address);
    } else if (name === "Hyperlink") {
      const { documentReference, textToDisplay } = value as { documentReference: string; textToDisplay?: string };
      this.sheet.links.set(this.address, documentReference);
      // Without a text of its own a link shows where it leads.
      book.write(this.sheet, top, left, `'${textToDisplay ?? documentReference}`);
    } else if (name === "ColumnHidden") {
      for (const column of lines(left, this.rect.right)) this.sheet.hiddenColumns[value ? "add" : "delete"](column);
    } else this.sheet.log.push(`${this.address}.${name} = ${JSON.stringify(value)}`);
  }

  override call(name: string, values: readonly unknown[]): unknown {
    const { top, left, bottom, right } = this.rect;
    switch (name) {
      case "GetRowProperties": return lines(top, bottom).map((row) => ({ rowIndex: row - 1, rowHidden: this.sheet.hiddenRows.has(row) }));
      case "GetColumnProperties": return lines(left, right).map((column) => ({ columnIndex: column - 1, columnHidden: this.sheet.hiddenColumns.has(column) }));
      case "Select":
        if (this.world.book.elsewhere || this.sheet.visibility !== "visible") throw new Refusal("InvalidOperation");
        this.world.book.selection = `${this.sheet.name}!${this.address}`;
        return null;
      case "Clear":
        this.guard();
        this.clear(String(values[0] ?? "All"));
        return null;
      case "Merge":
        this.guard();
        // Across: each row by itself.
        for (const row of values[0] === true ? lines(top, bottom) : [top]) this.sheet.merges.push({ top: row, left, bottom: values[0] === true ? row : bottom, right });
        return null;
      case "Unmerge":
        this.guard();
        this.sheet.merges = this.sheet.merges.filter((merge) => !inside(this.rect, merge));
        return null;
      case "_KeepReference": return null;
      default:
        this.guard();
        this.sheet.log.push(`${this.address}.${name}(${values.map(String).join(",")})`);
        return null;
    }
  }

  /** Whether the cells belong to these areas, which do not overlap: all, none, or null for some. */
  private share(areas: readonly Rect[]): boolean | null {
    const size = ({ top, left, bottom, right }: Rect): number => Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
    const common = areas.reduce((sum, { top, left, bottom, right }) => sum + size({
      top: Math.max(top, this.rect.top), left: Math.max(left, this.rect.left), bottom: Math.min(bottom, this.rect.bottom), right: Math.min(right, this.rect.right)
    }), 0);
    return common === 0 ? false : common === size(this.rect) ? true : null;
  }

  private clear(what: string): void {
    const isAll = what === "All";
    for (const [key, cell] of [...this.inside()]) {
      if (isAll) this.sheet.cells.delete(key);
      else if (what === "Contents") Object.assign(cell, { value: null, formula: null, text: undefined, quoted: undefined });
      else if (what === "Formats") Object.assign(cell, { format: "General", locked: true, text: undefined });
    }
    if (isAll || /Hyperlinks/.test(what)) for (const cell of [...this.sheet.links.keys()]) if (inside(this.rect, rectOf(cell))) this.sheet.links.delete(cell);
    if (isAll || what === "Formats") this.sheet.merges = this.sheet.merges.filter((merge) => !inside(this.rect, merge));
    if (isAll || what === "Contents") this.world.changed(this.sheet.id, this.address);
  }

  /** A protected sheet refuses what touches a locked cell; every cell is locked unless it was unlocked. */
  guard(): void {
    if (this.world.book.readOnly) throw new Refusal("AccessDenied");
    if (!this.sheet.isProtected) return;
    const cells = (this.rect.bottom - this.rect.top + 1) * (this.rect.right - this.rect.left + 1);
    const unlocked = cells > 10_000 ? 0 : [...this.inside()].filter(([, cell]) => !cell.locked).length;
    if (unlocked < cells) throw new Refusal("AccessDenied");
  }

  at(rect: Rect): RangeThing {
    if (!(rect.top >= 1 && rect.left >= 1 && rect.bottom <= MAX_ROWS && rect.right <= MAX_COLUMNS)) throw new Refusal("InvalidArgument");
    return new RangeThing(this.world, this.sheet, rect);
  }

  private *inside(): Generator<[number, BookCell]> {
    const { top, left, bottom, right } = this.rect;
    if ((bottom - top + 1) * (right - left + 1) <= this.sheet.cells.size) {
      for (const row of lines(top, bottom)) {
        for (const column of lines(left, right)) {
          const key = cellKey(row, column);
          const cell = this.sheet.cells.get(key);
          if (cell) yield [key, cell];
        }
      }
      return;
    }
    for (const [key, cell] of this.sheet.cells) {
      const { row, column } = keyToRowColumn(key);
      if (rectContains(this.rect, row, column)) yield [key, cell];
    }
  }

  /** Covered by a merged area, so that what is written there is nowhere. */
  private isCovered(row: number, column: number): boolean {
    return this.sheet.merges.some((merge) => rectContains(merge, row, column) && (merge.top !== row || merge.left !== column));
  }

  private matrix(value: (cell: Readonly<BookCell>) => unknown): unknown[][] | null {
    const { top, left, bottom, right } = this.rect;
    if ((bottom - top + 1) * (right - left + 1) > this.world.faults.mostCells) return null;
    this.world.book.settle();
    return lines(top, bottom).map((row) => lines(left, right).map((column) => value(this.world.book.peek(this.sheet, row, column))));
  }

  /** Excel takes one value for all cells, or a matrix of exactly the range's size. */
  private each(value: unknown, write: (row: number, column: number, content: unknown) => void): void {
    const { top, left, bottom, right } = this.rect;
    const rows = value as unknown[][];
    if (Array.isArray(value) && (rows.length !== bottom - top + 1 || rows.some((row) => row.length !== right - left + 1))) throw new Refusal("InvalidArgument");
    for (const row of lines(top, bottom)) {
      for (const column of lines(left, right)) write(row, column, Array.isArray(value) ? rows[row - top]![column - left] : value);
    }
  }
}

/** range.format: looks are recorded, the protection of the cells is real. */
class FormatThing extends Recorded {
  constructor(world: World, private readonly range: RangeThing) {
    super(world, range.sheet.log, `${range.address}.Format`, range.sheet.name, () => range.guard());
  }

  override step(name: string, values: readonly unknown[]): Thing {
    return name === "Protection" ? new CellProtection(this.world, this.range) : super.step(name, values);
  }
}

class CellProtection extends Thing {
  constructor(world: World, private readonly range: RangeThing) {
    super(world);
  }

  override get(name: string): unknown {
    const { rect, sheet } = this.range;
    return name === "Locked" ? this.world.book.peek(sheet, rect.top, rect.left).locked : name === "FormulaHidden" ? false : undefined;
  }

  override set(name: string, value: unknown): void {
    this.range.guard();
    const { rect, sheet } = this.range;
    if (name !== "Locked") return;
    if ((rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > 1_000_000) return;
    for (const row of lines(rect.top, rect.bottom)) for (const column of lines(rect.left, rect.right)) this.world.book.cell(sheet, row, column).locked = Boolean(value);
  }
}

/** Several areas of one sheet; their address is cut silently where it gets long, as in Excel. */
class AreasThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet, private readonly areas: readonly Rect[]) {
    super(world);
  }

  override step(name: string): Thing {
    if (name === "Areas") return this;
    return new Nothing(this.world);
  }

  override get(name: string): unknown {
    if (name === "Address") return this.areas.map((area) => `${quoteSheet(this.sheet.name)}!${rectName(area)}`).join(",").slice(0, 8192);
    return name === "AreaCount" ? this.areas.length : undefined;
  }

  override query(select: readonly string[]): unknown {
    // "areas" is asked for as a collection when its items' properties are: the client sends the items' names alone.
    return select.includes("rowIndex") ? { _Items: this.areas.map((area) => new RangeThing(this.world, this.sheet, area).query(select)) } : super.query(select);
  }

  override call(): unknown {
    return null;
  }
}

/** The part of the rectangle that holds values or formulas; null for none. */
export function usedWithin(sheet: BookSheet, within: Rect): Rect | null {
  let used: Rect | null = null;
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null && cell.formula === null) continue;
    const { row, column } = keyToRowColumn(key);
    if (!rectContains(within, row, column)) continue;
    const single = { top: row, left: column, bottom: row, right: column };
    used = used ? rectUnion(used, single) : single;
  }
  return used;
}

function isSpill({ entered, top, left, bottom, right }: BookArray): boolean {
  return !entered && (bottom > top || right > left);
}

function inside(outer: Rect, inner: Rect): boolean {
  return rectContains(outer, inner.top, inner.left) && rectContains(outer, inner.bottom, inner.right);
}

function hiddenState(hidden: ReadonlySet<number>, first: number, last: number): boolean | null {
  const count = [...hidden].filter((line) => line >= first && line <= last).length;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function typeOf({ value }: Readonly<BookCell>): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[typeof value as "number" | "string" | "boolean"];
}

function lines(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function cellAt(sheet: BookSheet, name: string): BookCell | undefined {
  const { row, column } = parseCellName(name)!;
  return sheet.cells.get(cellKey(row, column));
}

