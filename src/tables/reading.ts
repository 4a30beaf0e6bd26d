import { cellKey, isError, type CellAddress, type Scalar, type Sheet } from "../workbook";
import { isSlash, normalise, parseNumber } from "../values/text";
import type { Reading } from "./types";

/** What was read of a sheet, by cell: finders, meanings, judgement and rules ask for the same cells again and again. */
const known = new WeakMap<Sheet, Map<number, Reading>>();

/** Reads the cell as a cell of a table: a cell inside a merged area reads that area's first cell. */
export function readCell(sheet: Sheet, row: number, column: number): Reading {
  const merge = sheet.mergeAt(row, column);
  const [top, left] = merge ? [merge.top, merge.left] : [row, column];
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
  const { kind, number, textual, unit } = contentOf(cell?.value ?? null);
  const reading: Reading = { at, text: cell?.text ?? "", formula: cell?.formula ?? null, format: cell?.format ?? "General", unit, kind, number, textual };
  return sheet.arrayAt(row, column) ? { ...reading, array: true } : reading;
}

type Content = Pick<Reading, "kind" | "number" | "textual" | "unit">;

const plain = (kind: Reading["kind"]): Content => ({ kind, number: null, textual: false, unit: "" });
const [BLANK, TEXT, SLASH, ERROR] = [plain("blank"), plain("text"), plain("slash"), plain("error")];

function contentOf(value: Scalar): Content {
  if (typeof value === "number") return { kind: "number", number: value, textual: false, unit: "" };
  if (value === null) return BLANK;
  if (isError(value)) return ERROR;
  if (typeof value === "boolean") return TEXT;
  if (normalise(value) === "") return BLANK;
  if (isSlash(value)) return SLASH;
  const parsed = parseNumber(value);
  return parsed ? { kind: "number", number: parsed.number, textual: true, unit: parsed.unit } : TEXT;
}

/** The text of a cell (merged areas resolved) as it is compared; "" when blank. */
export function headText(sheet: Sheet, row: number, column: number): string {
  const merge = sheet.mergeAt(row, column);
  const cell = merge ? sheet.cell(merge.top, merge.left) : sheet.cell(row, column);
  if (!cell || cell.value === null || isError(cell.value)) return "";
  return normalise(typeof cell.value === "string" ? cell.value : cell.text);
}
