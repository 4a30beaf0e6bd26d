import { cellKey, isError, type CellAddress, type Sheet } from "../workbook";
import { isSlash, normalise, parseNumber } from "../values/text";
import type { Reading } from "./types";

/** What was read of a sheet, by cell: finders, meanings, judgement and rules ask for the same cells again and again. */
const known = new WeakMap<Sheet, Map<number, Reading>>();

/** Reads the cell as a cell of a table: a cell inside a merged area reads that area's first cell. */
export function readCell(sheet: Sheet, row: number, column: number): Reading {
  const { top, left } = sheet.mergeAt(row, column) ?? { top: row, left: column };
  let readings = known.get(sheet);
  if (!readings) known.set(sheet, (readings = new Map()));
  const key = cellKey(top, left);
  let reading = readings.get(key);
  if (!reading) readings.set(key, (reading = readingAt(sheet, top, left)));
  return reading;
}

function readingAt(sheet: Sheet, row: number, column: number): Reading {
  const at: CellAddress = { sheet: sheet.name, row, column };
  const cell = sheet.cell(row, column);
  const rest = { at, text: cell?.text ?? "", formula: cell?.formula ?? null, format: cell?.format ?? "General", unit: "", ...(sheet.arrayAt(row, column) && { array: true as const }) };
  const value = cell?.value ?? null;
  if (isError(value)) return { ...rest, kind: "error", number: null, textual: false };
  if (typeof value === "number") return { ...rest, kind: "number", number: value, textual: false };
  if (value === null || typeof value === "boolean") {
    return value === null
      ? { ...rest, kind: "blank", number: null, textual: false }
      : { ...rest, kind: "text", number: null, textual: false };
  }
  if (normalise(value) === "") return { ...rest, kind: "blank", number: null, textual: false };
  if (isSlash(value)) return { ...rest, kind: "slash", number: null, textual: false };
  const parsed = parseNumber(value);
  return parsed
    ? { ...rest, kind: "number", number: parsed.number, textual: true, unit: parsed.unit }
    : { ...rest, kind: "text", number: null, textual: false };
}

/** The text of a cell (merged areas resolved) as it is compared; "" when blank. */
export function headText(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.mergeAt(row, column);
  const cell = merge ? sheet.cell(merge.top, merge.left) : sheet.cell(row, column);
  if (!cell || cell.value === null || isError(cell.value)) return "";
  return normalise(typeof cell.value === "string" ? cell.value : cell.text);
}
