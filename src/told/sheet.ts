import { isDateFormat } from "../values/dates";
import { isSlash, normalise, parseNumber } from "../values/text";
import { isError, type Cell, type Sheet } from "../workbook";
import type { ColumnShape } from "./types";

const LONGEST_HEAD = 200;
/** A mark has few characters, and there are few kinds of them. */
const LONGEST_SIGN = 6;
const MOST_SIGNS = 8;
const MONTHS = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?=$|[^a-z])/;

/** A head as it is compared: normalised, numbers and names of months as "#", so that 7月 and 十二月, Jul and Aug are the same. */
export function headKey(text: string): string {
  return normalise(text).toLowerCase().slice(0, LONGEST_HEAD)
    .replace(/[〇一二三四五六七八九十]{1,3}(?=月)/g, "#").replace(MONTHS, "#").replace(/\d+(?:\.\d+)?/g, "#");
}

/** The cell that shows at a place: a merged area shows its first cell. */
export function shownAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const { top, left } = sheet.extent(row, column);
  return sheet.cell(top, left);
}

/** The text that a cell shows, normalised; "" when blank. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = shownAt(sheet, row, column);
  return cell === undefined || cell.value === null || isError(cell.value) ? "" : normalise(typeof cell.value === "string" ? cell.value : cell.text);
}

/** The key of a column under heads of so many rows, of which `bottom` is the lowest: the lowest that says anything. */
export function columnKey(sheet: Sheet, bottom: number, headRows: number, column: number): string {
  for (let row = bottom; row > bottom - headRows && row >= 1; row--) {
    const text = textAt(sheet, row, column);
    if (text !== "") return headKey(text);
  }
  return "";
}

/** What one cell holds. */
export function shapeAt(sheet: Sheet, row: number, column: number): ColumnShape {
  const cell = shownAt(sheet, row, column);
  if (!cell || (cell.value === null && cell.formula === null)) return "blank";
  const { value, format, text } = cell;
  if (isError(value)) return "number";
  if (typeof value === "number") return isDateFormat(format) ? "date" : /[%％]/.test(text) || format.includes("%") ? "percent" : "number";
  if (value === null) return "number";
  if (typeof value === "boolean") return "sign";
  const plain = normalise(value);
  if (plain === "") return "blank";
  const parsed = parseNumber(value);
  if (parsed) return parsed.unit === "%" ? "percent" : "number";
  return plain.length <= LONGEST_SIGN ? "sign" : "text";
}

/** What most of the cells of a column hold; "/" says nothing. */
export function shapeOf(sheet: Sheet, rows: readonly number[], column: number): ColumnShape {
  const counts = new Map<ColumnShape, number>();
  const signs = new Set<string>();
  for (const row of rows) {
    const shape = shapeAt(sheet, row, column);
    if (shape === "blank" || isSlash(textAt(sheet, row, column))) continue;
    if (shape === "sign") signs.add(textAt(sheet, row, column));
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best) return "blank";
  // Names are short as well, but hardly one comes twice.
  const [shape, times] = best;
  return shape === "sign" && (signs.size > MOST_SIGNS || signs.size * 2 > times) ? "text" : shape;
}

/** May a cell stand in a column of that shape? Marks may be numbers, names are short, and any cell may be blank. */
export function suits(cell: ColumnShape, column: ColumnShape): boolean {
  if (cell === "blank" || cell === column) return true;
  if (column === "text" || column === "sign") return cell === "sign" || cell === "text" || (column === "sign" && cell === "number");
  return false;
}
