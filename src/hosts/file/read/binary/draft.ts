import { cellKey, cellName, MARKER_NAME, type Sheet, UNREADABLE_FORMULA, WorkbookError, type Cell, type DefinedName, type Rect, type Scalar, type SheetContent, type Visibility, type Workbook } from "../../../../workbook";
import { builtInFormat, NumberFormat } from "../../../../workbook/number-format";
import { MAX_CELLS, MAX_ITEMS, MAX_MERGED_ROWS, MAX_SHARED_FORMULA_CHARACTERS } from "../../package/limits";
import { FormattedValue } from "../cells";
import { Places } from "../passed-over";
import type { FormulaNames } from "./formula";

/** Formats of cells by the number of their style. */
export class Formats {
  /** Of a workbook's own codes, by their number. */
  readonly codes = new Map<number, string>();
  /** The number of the format of each style. */
  readonly styles: number[] = [];
  private readonly made = new Map<string, NumberFormat>();

  of(style: number, date1904: boolean): NumberFormat {
    const number = this.styles[style] ?? 0;
    const code = this.codes.get(number) ?? builtInFormat(number);
    let format = this.made.get(code);
    if (!format) this.made.set(code, (format = new NumberFormat(code, date1904)));
    return format;
  }

  add(style: number): void {
    if (this.styles.length >= MAX_ITEMS) throw new WorkbookError("too-large", "too many styles");
    this.styles.push(style);
  }
}

/** The tokens of a formula, with what follows them. */
export interface Tokens {
  readonly tokens: Uint8Array;
  readonly extra: Uint8Array;
}

/** A workbook of a binary kind while it is read. */
export interface BookDraft {
  readonly formats: Formats;
  readonly names: FormulaNames;
  /** The texts that cells share. */
  readonly strings: readonly string[];
  date1904: boolean;
  /** Counted over all sheets, to stop before the memory does. */
  cells: number;
  characters: number;
}

/** What was read of a sheet. */
export type BinarySheet = Pick<SheetContent, "cells" | "merges" | "arrays" | "notes" | "hiddenRows" | "hiddenColumns" | "layout"> & {
  /** Cells whose text is not in the file. */
  readonly missingTexts: Places;
};

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
}

/** Turns tokens into text; rows and columns count from 0. Null where that cannot be done. */
export type ReadFormula = (formula: Tokens, row: number, column: number) => string | null;

/** A cell whose formula may be known only when the sheet was read to its end. */
class DraftCell extends FormattedValue implements Cell {
  formula: string | null = null;
}

/** A formula cell that belongs to others: its formula is known when the sheet is read to its end. */
interface Dependant {
  readonly row: number;
  readonly column: number;
  readonly master: number;
}

/** A sheet of a binary workbook while it is read. Rows and columns count from 0. */
export class SheetDraft {
  readonly merges: Rect[] = [];
  /** Areas whose formula stands in their first cell: arrays and tables of what-if. */
  readonly arrays: Rect[] = [];
  readonly notes = new Map<number, string>();
  readonly missingTexts = new Places();
  private readonly cells = new Map<number, DraftCell>();
  private readonly dependants: Dependant[] = [];
  private readonly shared = new Map<number, Tokens>();
  private lastRow = 0;

  constructor(private readonly book: BookDraft, private readonly readFormula: ReadFormula) {}

  value(row: number, column: number, style: number, value: Scalar): void {
    if (++this.book.cells > MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
    if (row >= this.lastRow) this.lastRow = row + 1;
    this.cells.set(cellKey(row + 1, column + 1), new DraftCell(value, this.book.formats.of(style, this.book.date1904)));
  }

  /** What the formula of a cell gives, where it comes behind the formula. */
  result(row: number, column: number, style: number, value: Scalar): void {
    const formula = this.cells.get(cellKey(row + 1, column + 1))?.formula ?? null;
    // Counted already when its formula was read.
    this.book.cells--;
    this.value(row, column, style, value);
    this.cells.get(cellKey(row + 1, column + 1))!.formula = formula;
  }

  /** A text that cells share, by its number; null where the file does not have it. */
  sharedText(row: number, column: number, number: number): string | null {
    const text = this.book.strings[number];
    if (text === undefined) this.missingTexts.add(cellName(row + 1, column + 1));
    return text ?? null;
  }

  formula(row: number, column: number, formula: Tokens): void {
    this.put(row, column, this.readFormula(formula, row, column));
  }

  /** The cell has the formula that is kept at that other cell, shared or of an array. */
  dependsOn(row: number, column: number, masterRow: number, masterColumn: number): void {
    this.dependants.push({ row, column, master: cellKey(masterRow + 1, masterColumn + 1) });
  }

  share(row: number, column: number, formula: Tokens): void {
    this.shared.set(cellKey(row + 1, column + 1), formula);
  }

  /** The formula of an array stands in its first cell only. */
  array(rect: Rect, formula: Tokens): void {
    this.cover(rect);
    this.formula(rect.top - 1, rect.left - 1, formula);
  }

  cover(rect: Rect): void {
    this.arrays.push(rect);
  }

  merge(rect: Rect): void {
    this.merges.push(rect);
  }

  note(row: number, column: number, text: string): void {
    if (text !== "") this.notes.set(cellKey(row + 1, column + 1), text);
  }

  /** The cells, when all of the sheet was read. Refused when going through the rows of its areas would take for ever. */
  finish(): Map<number, Cell> {
    let rows = 0;
    for (const { top, bottom } of [...this.merges, ...this.arrays]) rows += Math.max(0, Math.min(bottom, this.lastRow) - top) + 1;
    if (rows > MAX_MERGED_ROWS) throw new WorkbookError("too-large", "too many merged areas");
    const firsts = new Set(this.arrays.map(({ top, left }) => cellKey(top, left)));
    for (const { row, column, master } of this.dependants) {
      const shared = this.shared.get(master);
      if (shared) this.formula(row, column, shared);
      else if (!firsts.has(master)) this.put(row, column, null);
    }
    for (const [key, { value, formula }] of this.cells) if (value === null && formula === null) this.cells.delete(key);
    return this.cells;
  }

  private put(row: number, column: number, formula: string | null): void {
    this.book.characters += formula?.length ?? 0;
    if (this.book.characters > MAX_SHARED_FORMULA_CHARACTERS / 4) throw new WorkbookError("too-large", "too many formulas");
    const cell = this.cells.get(cellKey(row + 1, column + 1));
    if (cell) cell.formula = formula ?? UNREADABLE_FORMULA;
  }
}

/** A defined name as a binary workbook keeps it. */
export interface DraftName {
  readonly name: string;
  readonly sheet: string | null;
  readonly formula: string | null;
}

/** The names of a user's own: functions that an older program did not know are kept as names, too. */
export function definedNames(names: readonly DraftName[]): DefinedName[] {
  return names.filter(({ name }) => !/^_xl(?:nm|fn|ws|pm|udf)\./i.test(name) && name !== MARKER_NAME)
    .map(({ name, sheet, formula }) => ({ name, sheet, formula: formula ?? UNREADABLE_FORMULA }));
}

/** The markers of sheets of ours, by the sheet's name. */
export function markersOf(names: readonly DraftName[]): ReadonlyMap<string, string> {
  return new Map(names.flatMap(({ name, sheet, formula }) => {
    const text = name === MARKER_NAME && sheet !== null ? /^="(.*)"$/s.exec(formula ?? "")?.[1]?.replace(/""/g, '"') : undefined;
    return text === undefined ? [] : [[sheet!, text] as const];
  }));
}

/** The workbook of what was read. */
export function workbookOf(sheets: readonly Sheet[], names: readonly DraftName[], rest: Pick<Workbook, "date1904" | "calculation" | "recalculatesOnOpen" | "externalLinks" | "passedOver">): Workbook {
  if (sheets.length === 0) throw new WorkbookError("corrupt", "no sheet could be read");
  const { passedOver, ...others } = rest;
  return { ...others, sheets, names: definedNames(names), settingsXml: null, ...(passedOver?.length && { passedOver }) };
}
