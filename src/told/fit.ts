import type { Rect, Sheet } from "../workbook";
import { isMarkRole } from "./consistency";
import { shapeAt } from "./sheet";
import type { ToldColumn, ToldTable } from "./types";

/** A told column with the column of the sheet that it is there. */
export interface FittedColumn extends ToldColumn {
  readonly column: number;
}

/** A place where a told table fits. */
export interface Fit {
  readonly told: ToldTable;
  readonly sheet: Sheet;
  /** The first and the lowest row of the heads; the first is one more than the lowest where there are none. */
  readonly headTop: number;
  readonly headBottom: number;
  /** From left to right; months or groups that the told table has not are among them. */
  readonly columns: readonly FittedColumn[];
  /** The last row that may hold data. */
  readonly last: number;
  readonly rect: Rect;
}

/** So many rows without data may lie inside a table. */
const MOST_EMPTY = 3;

const NUMERIC = new Set(["staff", "target", "done", "rate", "total", "senior", "standard", "weight", "judge", "deduction", "score", "converted"]);

/** Columns that hold data: numbers or marks by what they were told to be, or else everything. */
function dataColumns(columns: readonly FittedColumn[]): readonly FittedColumn[] {
  const own = columns.filter(({ role }) => NUMERIC.has(role) || isMarkRole(role));
  return own.length > 0 ? own : columns;
}

/**
 * The last row of the table under its heads: where rows without data follow one another, where other heads stand over its
 * numbers, at the latest before `stop`.
 */
export function lastRow(sheet: Sheet, kind: ToldTable["kind"], columns: readonly FittedColumn[], headBottom: number, stop: number): number {
  const data = dataColumns(columns);
  const names = columns.filter(({ role }) => role === "name" || role === "no");
  const end = Math.min(sheet.used?.bottom ?? 0, stop - 1);
  let last = headBottom;
  for (let row = headBottom + 1, empty = 0; row <= end && empty <= MOST_EMPTY; row++) {
    const shapes = data.map(({ column, holds }) => ({ shape: shapeAt(sheet, row, column), holds }));
    const filled = shapes.filter(({ shape }) => shape !== "blank");
    const texts = filled.filter(({ shape, holds }) => (shape === "text" || shape === "sign") && holds !== "text" && holds !== "sign");
    if (kind !== "roster" && kind !== "none" && texts.length >= 2 && texts.length === filled.length && !isNoValue(sheet, row, data)) break;
    const named = kind === "roster" && names.some(({ column }) => shapeAt(sheet, row, column) !== "blank");
    if (filled.length > 0 && (texts.length < filled.length || isNoValue(sheet, row, data))) [last, empty] = [row, 0];
    else if (named) [last, empty] = [row, empty + 1];
    else empty++;
  }
  return last;
}

/** "/" and "-" where nothing was agreed are data. */
function isNoValue(sheet: Sheet, row: number, columns: readonly FittedColumn[]): boolean {
  return columns.every(({ column }) => shapeAt(sheet, row, column) === "blank" || /^[-/\\—–]+$|^无$/.test(String(sheet.cell(row, column)?.value ?? "-").trim()) || shapeAt(sheet, row, column) === "number");
}

export function rectOf(columns: readonly FittedColumn[], headTop: number, last: number): Rect {
  const all = columns.map(({ column }) => column);
  return { top: headTop, left: Math.min(...all), bottom: last, right: Math.max(...all) };
}
