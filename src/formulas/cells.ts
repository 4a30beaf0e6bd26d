import { cellKey, keyToRowColumn, MAX_COLUMNS, MAX_ROWS, type CellIds, type Rect, type Scalar, type Sheet } from "../workbook";
import type { Area } from "./values";

/** Other values in the place of some cells, as one view of a workbook sees them. */
export interface Overlay {
  /** All cells that may hold another value. */
  readonly places: Places;
  /** What the cell with that id holds; undefined where it stays as it is. */
  value(id: number): Scalar | undefined;
  /** No row is hidden: what SUBTOTAL and AGGREGATE leave out today is no part of what a formula computes. */
  readonly showsAllRows?: boolean;
}

/** A set of cells of one workbook, by their ids. Views with values in the same cells share it. */
export class Places {
  private readonly bySheet = new Map<Sheet, Set<number>>();
  private readonly blanks = new Map<Sheet, number[]>();
  /** By sheet and column, made when somebody asks. */
  private readonly rows = new Map<Sheet, Map<number, Set<number>>>();
  readonly bottom: number = 1;
  readonly right: number = 1;

  constructor(ids: CellIds, readonly cells: readonly number[]) {
    for (const id of cells) {
      const { sheet, key } = ids.placeOf(id);
      let keys = this.bySheet.get(sheet);
      if (!keys) {
        this.bySheet.set(sheet, (keys = new Set()));
        this.blanks.set(sheet, []);
      }
      if (keys.has(key)) continue;
      keys.add(key);
      if (!sheet.cells.has(key)) this.blanks.get(sheet)!.push(key);
      const { row, column } = keyToRowColumn(key);
      this.bottom = Math.max(this.bottom, row);
      this.right = Math.max(this.right, column);
    }
  }

  on(sheet: Sheet): boolean {
    return this.bySheet.has(sheet);
  }

  /** The rows of those cells in a column; undefined where it has none. */
  rowsIn(sheet: Sheet, column: number): ReadonlySet<number> | undefined {
    const keys = this.bySheet.get(sheet);
    if (!keys) return undefined;
    let columns = this.rows.get(sheet);
    if (!columns) {
      this.rows.set(sheet, (columns = new Map()));
      for (const place of [...keys].map(keyToRowColumn)) {
        const rows = columns.get(place.column);
        if (rows) rows.add(place.row);
        else columns.set(place.column, new Set([place.row]));
      }
    }
    return columns.get(column);
  }

  has(sheet: Sheet, row: number, column: number): boolean {
    return this.bySheet.get(sheet)?.has(cellKey(row, column)) ?? false;
  }

  /** The keys of those cells that the sheet itself leaves blank. */
  blanksOn(sheet: Sheet): readonly number[] {
    return this.blanks.get(sheet) ?? [];
  }

  /** Whether any of the cells was read. */
  touch(reads: Reads): boolean {
    for (const [sheet, keys] of this.bySheet) if (reads.of(sheet).some((rect) => anyWithin(rect, keys))) return true;
    return false;
  }
}

function anyWithin({ top, left, bottom, right }: Rect, keys: ReadonlySet<number>): boolean {
  if ((bottom - top + 1) * (right - left + 1) <= keys.size) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (keys.has(cellKey(row, column))) return true;
    return false;
  }
  for (const key of keys) {
    const { row, column } = keyToRowColumn(key);
    if (row >= top && row <= bottom && column >= left && column <= right) return true;
  }
  return false;
}

const MAX_RECTS = 24;

/**
 * Every cell that a value depends on, directly or through others; where they are many, a larger area around them. By the names of
 * their sheets: they hold for a workbook that came of this one, too.
 */
export class Reads {
  private readonly bySheet = new Map<string, Rect[]>();

  of(sheet: Sheet): readonly Rect[] {
    return this.bySheet.get(sheet.name) ?? [];
  }

  add({ name }: Pick<Sheet, "name">, rect: Rect): void {
    const rects = this.bySheet.get(name);
    if (!rects) {
      this.bySheet.set(name, [rect]);
      return;
    }
    for (let i = rects.length - 1; i >= 0; i--) {
      const known = rects[i]!;
      if (known.top <= rect.top && known.left <= rect.left && known.bottom >= rect.bottom && known.right >= rect.right) return;
    }
    if (rects.length < MAX_RECTS) rects.push(rect);
    else {
      const around = rects.reduce((a, b) => ({
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right)
      }), rect);
      this.bySheet.set(name, [around]);
    }
  }

  addAll(other: Reads): void {
    for (const [name, rects] of other.bySheet) for (const rect of rects) this.add({ name }, rect);
  }
}

/** The area without the part of whole columns and rows where no sheet has cells. */
export function boundedArea(area: Area, bottom: number, right: number): Area {
  return {
    sheet: area.sheet,
    top: area.top,
    left: area.left,
    bottom: area.bottom === MAX_ROWS ? Math.max(area.top, bottom) : area.bottom,
    right: area.right === MAX_COLUMNS ? Math.max(area.left, right) : area.right
  };
}
