/** A cell of a workbook. Rows and columns count from 1, as the user sees them (A1 is row 1, column 1). */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on one sheet; all four edges belong to it. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** The number under which a sheet keeps the cell of that row and column. Grows row by row, then column by column. */
export function cellKey(row: number, column: number): number {
  return (row - 1) * MAX_COLUMNS + (column - 1);
}

/** The inverse of {@link cellKey}. */
export function keyToRowColumn(key: number): { row: number; column: number } {
  return { row: Math.floor(key / MAX_COLUMNS) + 1, column: (key % MAX_COLUMNS) + 1 };
}

/** 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "A" → 1, "AA" → 27; upper or lower case. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** "D9" for row 9, column 4. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + row;
}

/** "D9": the cell's name on its own sheet. */
export function addressName(at: CellAddress): string {
  return cellName(at.row, at.column);
}

/** "A1:W7"; a single cell gives "A1". */
export function rectName(rect: Rect): string {
  const first = cellName(rect.top, rect.left);
  const last = cellName(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

/** Reads "D9" or "$D$9"; null for anything else or beyond the sheet's edge. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match) return null;
  const column = columnNumber(match[1]!);
  const row = Number(match[2]);
  return row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS ? { row, column } : null;
}

/** Reads "A1:W7" or "A1"; null for anything else. The corners may stand in any order. */
export function parseRectName(name: string): Rect | null {
  const [first, second = first] = name.split(":");
  const a = parseCellName(first ?? "");
  const b = parseCellName(second ?? "");
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column)
  };
}

/** Reads "A1:W7", "A1", whole columns "A:C" or whole rows "1:3"; null for anything else. */
export function parseAreaName(name: string): Rect | null {
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(name);
  if (columns) return parseRectName(`${columns[1]}1:${columns[2]}${MAX_ROWS}`);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(name);
  if (rows) return parseRectName(`A${rows[1]}:${columnLetters(MAX_COLUMNS)}${rows[2]}`);
  return parseRectName(name);
}

export function rectContains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

/** The rectangles share a cell. */
export function rectsMeet(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The smallest rectangle that holds both. */
export function rectUnion(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right)
  };
}

/** Names that a formula would take for a row, a column or a truth value: R1, C, R1C1, TRUE. */
const READ_OTHERWISE = /^(?:R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/i;

/** The cell that "'附件1 对照表'!$D$9" leads to; null for anything else. */
export function parsePlace(text: string): CellAddress | null {
  const [, quoted, plain, name] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Za-z0-9]+)/.exec(text) ?? [];
  const at = name === undefined ? null : parseCellName(name.replaceAll("$", ""));
  return at && { sheet: quoted?.replaceAll("''", "'") ?? plain!, ...at };
}

/** A sheet's name as a formula must write it: `数据`, `'附件1-1'`, `'it''s'`. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseCellName(name) && !READ_OTHERWISE.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

export function sameCell(a: CellAddress, b: CellAddress): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}

/** One text for one cell, for use as the key of a Map. */
export function addressKey(at: CellAddress): string {
  return `${at.sheet}\u0000${cellKey(at.row, at.column)}`;
}
