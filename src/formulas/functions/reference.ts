import {
  columnLetters, isError, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Scalar
} from "../../workbook";
import { NA, Raise, REF, Reference, VALUE, Matrix, type Value } from "../values";
import { sizeOf } from "./lookup";
import { fn, lazy, looking, type Context, type FunctionTable } from "./spec";

function referenceOf(value: Value): Reference {
  if (value instanceof Reference) return value;
  throw new Raise(isError(value) ? value : VALUE);
}

function offset(start: Value, down: number, along: number, height: number | undefined, width: number | undefined): Reference {
  const { sheet, top, left, bottom, right } = referenceOf(start).area;
  const rows = Math.trunc(height ?? bottom - top + 1);
  const columns = Math.trunc(width ?? right - left + 1);
  if (rows === 0 || columns === 0) throw new Raise(REF);
  const row = top + Math.trunc(down);
  const column = left + Math.trunc(along);
  // A negative height reaches upwards from the first cell.
  const area = {
    sheet,
    top: rows > 0 ? row : row + rows + 1,
    bottom: rows > 0 ? row + rows - 1 : row,
    left: columns > 0 ? column : column + columns + 1,
    right: columns > 0 ? column + columns - 1 : column
  };
  if (area.top < 1 || area.left < 1 || area.bottom > MAX_ROWS || area.right > MAX_COLUMNS) throw new Raise(REF);
  return new Reference([area]);
}

function indirect(text: string, a1: boolean, context: Context): Value {
  context.markVolatile();
  return context.referenceOf(a1 ? text : fromR1C1(text, context));
}

/** One corner of an address such as R2C3, R[-1]C or R2; null for the part that is not given. */
const CORNER = /^(?:R(\d+|\[-?\d+\])?)?(?:C(\d+|\[-?\d+\])?)?$/i;

/** An address in R1C1 style, written in A1 style. */
function fromR1C1(text: string, context: Context): string {
  const split = text.lastIndexOf("!");
  const corners = text.slice(split + 1).trim().split(":").map((corner) => {
    const match = CORNER.exec(corner);
    if (!match || corner === "") throw new Raise(REF);
    const hasRow = /^R/i.test(corner);
    const hasColumn = /C/i.test(corner);
    const row = hasRow ? placeOf(match[1], context.at.row, MAX_ROWS) : null;
    const column = hasColumn ? placeOf(match[2], context.at.column, MAX_COLUMNS) : null;
    return { row, column };
  });
  const names = corners.map(({ row, column }) => `${column === null ? "" : columnLetters(column)}${row ?? ""}`);
  const whole = corners.length === 1 && (corners[0]!.row === null || corners[0]!.column === null);
  return text.slice(0, split + 1) + (whole ? `${names[0]}:${names[0]}` : names.join(":"));
}

function placeOf(part: string | undefined, own: number, last: number): number {
  const place = part === undefined ? own : part.startsWith("[") ? own + Number(part.slice(1, -1)) : Number(part);
  if (place < 1 || place > last) throw new Raise(REF);
  return place;
}

function address(row: number, column: number, kind: number, a1: boolean, sheet: string | undefined): string {
  const r = Math.trunc(row);
  const c = Math.trunc(column);
  if (r < 1 || r > MAX_ROWS || c < 1 || c > MAX_COLUMNS || kind < 1 || kind >= 5) throw new Raise(VALUE);
  const fixedRow = kind < 3;
  const fixedColumn = Math.trunc(kind) % 2 === 1;
  const cell = a1
    ? `${fixedColumn ? "$" : ""}${columnLetters(c)}${fixedRow ? "$" : ""}${r}`
    : `${fixedRow ? `R${r}` : `R[${r}]`}${fixedColumn ? `C${c}` : `C[${c}]`}`;
  return sheet === undefined ? cell : `${sheet === "" ? "" : quoteSheet(sheet)}!${cell}`;
}

/** ROW and COLUMN: one number for a row or column, an array of them for several. */
function positions(value: Value | undefined, context: Context, rows: boolean): Value {
  if (value === undefined) return rows ? context.at.row : context.at.column;
  const { top, left, bottom, right } = referenceOf(value).area;
  if (rows && (top === bottom || bottom - top >= MAX_ROWS - 1)) return top;
  if (!rows && left === right) return left;
  return rows
    ? Matrix.build(bottom - top + 1, 1, (row) => top + row)
    : Matrix.build(1, right - left + 1, (_, column) => left + column);
}

function cellInfo(what: string, value: Value | undefined, context: Context): Scalar {
  const area = value === undefined ? null : referenceOf(value).areas[0]!;
  const row = area?.top ?? context.at.row;
  const column = area?.left ?? context.at.column;
  switch (what.toLowerCase()) {
    case "row": return row;
    case "col": return column;
    case "address": return `$${columnLetters(column)}$${row}`;
    case "contents": return area ? context.read(area.sheet, row, column) : NA;
    case "type": {
      const content = area ? context.read(area.sheet, row, column) : null;
      return content === null ? "b" : typeof content === "string" ? "l" : "v";
    }
    default: throw new Raise(VALUE);
  }
}

export const referenceFunctions: FunctionTable = {
  OFFSET: looking("volatile", fn("a n n N? N?", ([start, down, along, height, width], context) => {
    context.markVolatile();
    return offset(start, down, along, height, width);
  })),
  INDIRECT: looking("volatile", fn("t b?", ([text, a1], context) => indirect(text, a1 ?? true, context))),
  ADDRESS: fn("n n N? B? T?", ([row, column, kind, a1, sheet]) => address(row, column, kind ?? 1, a1 ?? true, sheet)),
  ROW: looking("place", fn("A?", ([value], context) => positions(value, context, true))),
  COLUMN: looking("place", fn("A?", ([value], context) => positions(value, context, false))),
  ROWS: looking("place", fn("a", ([value], context) => sizeOf(value, context).rows)),
  COLUMNS: looking("place", fn("a", ([value], context) => sizeOf(value, context).columns)),
  AREAS: looking("place", fn("a", ([value]) => referenceOf(value).areas.length)),
  SHEET: looking("workbook", fn("A?", ([value], context) => {
    const name = value instanceof Reference ? value.area.sheet.name : typeof value === "string" ? value : context.at.sheet;
    const place = context.workbook.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    return place < 0 ? NA : place + 1;
  })),
  SHEETS: looking("workbook", fn("A?", ([value], context) =>
    value === undefined ? context.workbook.sheets.length : new Set(referenceOf(value).areas.map((area) => area.sheet)).size)),
  CELL: looking("volatile", fn("t A?", ([what, value], context) => {
    context.markVolatile();
    return cellInfo(what, value, context);
  })),
  FORMULATEXT: looking("workbook", fn("a", ([value], context) => {
    const { sheet, top, left } = referenceOf(value).area;
    return context.formulaAt(sheet, top, left) ?? NA;
  })),
  HYPERLINK: fn("s S?", ([link, shown]) => shown ?? link),
  /** The formula "=A1#" and its spelling in files: all that the formula of that cell gives. */
  ANCHORARRAY: looking("workbook", lazy(1, 1, (args, frame) => {
    const { sheet, top, left } = referenceOf(frame.evaluate(args[0]!, true)).area;
    return frame.context.spilled(sheet, top, left);
  })),
  SINGLE: lazy(1, 1, (args, frame) => frame.context.scalar(frame.evaluate(args[0]!, false)))
};
