import { isCondition, isSlash, normalise, parseNumber, writtenDecimals } from "../values/text";
import { isError, MAX_COLUMNS, type Cell, type Rect, type Sheet } from "../workbook";
import { HEAD_REACH, LARGEST_NUMBER, LONGEST_HEAD, NOTE_COLUMNS } from "./limits";
import type { Atom } from "./types";

/** Marks of a number that was not agreed or not counted, besides "/". */
const NO_VALUE = /^(?:-+|无|n\/?a)$/i;
/** What a text says of a number when the number is none to add up or divide: a date, a rank, an age, a head (6个月目标). */
const NO_COUNT_UNIT = /^(?:年|月|个月|日|号|季|期|周|岁|时|分|秒|点|半年)|目标|协议|计划|任务|完成|合计|指标/;

/** All atoms of one sheet, by row and by column; `at` resolves merged areas. */
export class SheetAtoms {
  /** The atoms whose area begins in that row, from left to right; rows in order. */
  readonly rows = new Map<number, Atom[]>();
  /** The atoms whose area begins in that column, from top to bottom. */
  readonly columns = new Map<number, Atom[]>();
  private readonly byKey = new Map<number, Atom>();
  private inOrder: readonly Atom[] | null = null;

  /** `read`: false leaves the sheet without atoms. */
  constructor(readonly sheet: Sheet, readonly index: number, read = true) {
    if (!read) return;
    for (const row of sheet.rows()) for (const column of sheet.columns(row)) {
      const extent = sheet.extent(row, column);
      if (extent.top !== row || extent.left !== column) continue;
      const atom = readAtom(sheet.cell(row, column)!, extent, index);
      if (!atom) continue;
      this.byKey.set(keyOf(row, column), atom);
      push(this.rows, row, atom);
      push(this.columns, column, atom);
    }
  }

  /** The atom that a cell shows; undefined where it is blank. */
  at(row: number, column: number): Atom | undefined {
    const direct = this.byKey.get(keyOf(row, column));
    if (direct) return direct;
    const merge = this.sheet.mergeAt(row, column);
    return merge ? this.byKey.get(keyOf(merge.top, merge.left)) : undefined;
  }

  /** The atom whose area begins at that very cell: a merged area counts once. */
  startingAt(row: number, column: number): Atom | undefined {
    return this.byKey.get(keyOf(row, column));
  }

  /** Row by row, from left to right. */
  all(): readonly Atom[] {
    return (this.inOrder ??= [...this.rows.values()].flat());
  }

  /** The nearest text above (or left of) a cell, as written: what the sheet itself calls the line. "" without one. */
  headOf(row: number, column: number, across = false): string {
    const edge = across ? column : row;
    for (let back = 1; back <= HEAD_REACH && back < edge; back++) {
      const atom = across ? this.at(row, column - back) : this.at(row - back, column);
      if (atom?.kind === "text" && !atom.formula && (across || !this.isNote(atom))) return atom.text;
    }
    return "";
  }

  /** A sentence merged over the rows from their labels on speaks of them all, and heads no column. */
  private isNote({ left, right, text }: Atom): boolean {
    return right - left >= NOTE_COLUMNS && text.length > LONGEST_HEAD && left === (this.sheet.used?.left ?? 1);
  }
}

function keyOf(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

function readAtom(cell: Cell, extent: Rect, sheet: number): Atom | null {
  const { value } = cell;
  if (typeof value === "number") {
    if (isDateFormat(cell.format)) return atomOf(cell, extent, sheet, "text");
    const { text } = cell;
    const percent = text.includes("%") || text.includes("％");
    return atomOf(cell, extent, sheet, "number", value, percent, shownDecimals(text, percent));
  }
  if (isError(value)) return atomOf(cell, extent, sheet, "error");
  if (typeof value === "boolean") return atomOf(cell, extent, sheet, "text");
  if (value !== null && normalise(value) !== "") return readText(value, cell, extent, sheet);
  return cell.formula ? atomOf(cell, extent, sheet, "text") : null;
}

function atomOf({ formula, text }: Cell, { top, left, bottom, right }: Rect, sheet: number, kind: Atom["kind"], value: number | null = null, percent = false, decimals = 0): Atom {
  return { top, left, bottom, right, sheet, kind, value, percent, decimals, formula, text };
}

function readText(value: string, cell: Cell, extent: Rect, sheet: number): Atom {
  if (isSlash(value) || NO_VALUE.test(normalise(value))) return atomOf(cell, extent, sheet, "none");
  const parsed = parseNumber(value);
  const percent = parsed?.unit === "%";
  if (!parsed || NO_COUNT_UNIT.test(parsed.unit) || (percent && isCondition(value))) return atomOf(cell, extent, sheet, "text");
  return atomOf(cell, extent, sheet, "number", parsed.number, percent, shownDecimals(value, percent));
}

function shownDecimals(text: string, percent: boolean): number {
  return Math.min(12, writtenDecimals(text) + (percent ? 2 : 0));
}

const dateFormats = new Map<string, boolean>();

/** Does the format show a number as a date or a time? */
function isDateFormat(format: string): boolean {
  let known = dateFormats.get(format);
  if (known === undefined) {
    known = /[ymdh年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*].|General|Standard/gi, ""));
    if (dateFormats.size > 1000) dateFormats.clear();
    dateFormats.set(format, known);
  }
  return known;
}

/** Adds to the list that a map keeps under a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A number of a count or an amount: what may be divided or added up. */
export function isCount(atom: Atom | undefined): atom is Atom & { readonly value: number } {
  return atom?.kind === "number" && !atom.percent && Math.abs(atom.value!) < LARGEST_NUMBER;
}

/** Equal at `decimals`, half a unit either way, with what binary fractions leave. */
export function near(a: number, b: number, decimals: number): boolean {
  return Math.abs(a - b) <= (HALF_UNITS[decimals] ?? 0.5 * 10 ** -decimals) + 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Half a unit of so many decimals: asked millions of times, and a power is dear. */
const HALF_UNITS: readonly number[] = Array.from({ length: 16 }, (_, decimals) => 0.5 * 10 ** -decimals);
