import { keyToRowColumn, MAX_COLUMNS, MAX_ROWS, type Rect, type Scalar, type Sheet, type Workbook } from "../workbook";
import { parseFormula } from "./parse";
import type { Node } from "./values";
import { Unknown, type Area } from "./values";

/** Cells that all formulas of a workbook may look at together, seconds of work: a hundred whole-column formulas over 100,000 rows. */
const MAX_WORK = 100_000_000;

/** What all views of one workbook share: parsed formulas, sheets and names by lower-case name, the used area. */
export class Book {
  private readonly parsed = new Map<string, Node | null>();
  private readonly sheets = new Map<string, Sheet>();
  private readonly names = new Map<string, string>();
  private readonly rows = new Map<Sheet, readonly number[]>();
  /** The last row and column that any sheet uses. One for all, so that A:A is equally long on each. */
  readonly bottom: number = 1;
  readonly right: number = 1;
  readonly openedAt = new Date();
  /** Sheets that are there and were not read: what stands on them nobody knows. */
  private readonly unread: ReadonlySet<string>;
  private work = 0;

  constructor(readonly workbook: Workbook) {
    for (const sheet of workbook.sheets) {
      this.sheets.set(sheet.name.toLowerCase(), sheet);
      this.bottom = Math.max(this.bottom, sheet.used?.bottom ?? 1);
      this.right = Math.max(this.right, sheet.used?.right ?? 1);
    }
    for (const name of workbook.names) this.names.set(nameKey(name.name, name.sheet), name.formula);
    this.unread = new Set((workbook.passedOver ?? []).flatMap(({ what, sheet }) => (what === "sheet" ? [sheet.toLowerCase()] : [])));
  }

  /** Counts cells that are looked at; where formulas would take minutes, their values are not known. */
  spend(cells: number): void {
    this.work += cells;
    if (this.work > MAX_WORK) throw new Unknown("limit", "too many cells to look at");
  }

  parse(formula: string): Node | null {
    let node = this.parsed.get(formula);
    if (node === undefined) {
      node = parseFormula(formula);
      this.parsed.set(formula, node);
    }
    return node;
  }

  /** Undefined when there is none; throws Unknown for one that was not read. */
  sheet(name: string): Sheet | undefined {
    const key = name.toLowerCase();
    if (this.unread.has(key)) throw new Unknown("unread-sheet", name);
    return this.sheets.get(key);
  }

  /** The sheets from one to another in the order of the workbook; undefined when either is missing. */
  sheetsBetween(first: string, last: string): readonly Sheet[] | undefined {
    const sheets = this.workbook.sheets;
    const [a, b] = [first, last].map((name) => sheets.indexOf(this.sheet(name)!)) as [number, number];
    return a < 0 || b < 0 ? undefined : sheets.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  /** The formula of a defined name: the sheet's own before the workbook's. */
  nameFormula(name: string, sheet: string): string | undefined {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name, null));
  }

  /** The rows of a sheet that hold cells; the sheet itself makes a new list at each call. */
  rowsOf(sheet: Sheet): readonly number[] {
    let rows = this.rows.get(sheet);
    if (!rows) {
      rows = sheet.rows();
      this.rows.set(sheet, rows);
    }
    return rows;
  }
}

function nameKey(name: string, sheet: string | null): string {
  return `${sheet?.toLowerCase() ?? ""}\u0000${name.toLowerCase()}`;
}

/** Values put in the place of cells, by sheet and cell key. */
export class Overrides {
  private readonly bySheet = new Map<string, Map<number, Scalar>>();
  bottom = 1;
  right = 1;

  /** Keys are those of addressKey(). */
  constructor(readonly values: ReadonlyMap<string, Scalar>) {
    for (const [key, value] of values) {
      const split = key.indexOf("\u0000");
      const sheet = key.slice(0, split);
      const cell = Number(key.slice(split + 1));
      let cells = this.bySheet.get(sheet);
      if (!cells) this.bySheet.set(sheet, (cells = new Map()));
      cells.set(cell, value);
      const { row, column } = keyToRowColumn(cell);
      this.bottom = Math.max(this.bottom, row);
      this.right = Math.max(this.right, column);
    }
  }

  of(sheet: string): ReadonlyMap<number, Scalar> | undefined {
    return this.bySheet.get(sheet);
  }

  /** Whether any of the cells was overridden. */
  touches(reads: Reads): boolean {
    for (const [sheet, cells] of this.bySheet) {
      const rects = reads.of(sheet);
      if (!rects) continue;
      for (const key of cells.keys()) {
        const { row, column } = keyToRowColumn(key);
        if (rects.some((rect) => row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right)) return true;
      }
    }
    return false;
  }
}

const MAX_RECTS = 24;

/** Every cell that a value depends on, directly or through others; where they are many, a larger area around them. */
export class Reads {
  private readonly bySheet = new Map<string, Rect[]>();

  of(sheet: string): readonly Rect[] | undefined {
    return this.bySheet.get(sheet);
  }

  add(sheet: string, rect: Rect): void {
    const rects = this.bySheet.get(sheet);
    if (!rects) {
      this.bySheet.set(sheet, [rect]);
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
      this.bySheet.set(sheet, [around]);
    }
  }

  addAll(other: Reads): void {
    for (const [sheet, rects] of other.bySheet) for (const rect of rects) this.add(sheet, rect);
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
