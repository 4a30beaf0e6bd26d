import { columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../../../workbook";

const ROW = String.raw`R(?:\[(-?\d+)\]|(\d+))?`;
const COLUMN = String.raw`C(?:\[(-?\d+)\]|(\d+))?`;
const PART = new RegExp(`^(?:${ROW})?(?:${COLUMN})?$`, "i");
const CORNER = String.raw`(?:R(?:\[-?\d+\]|\d+)?(?:C(?:\[-?\d+\]|\d+)?)?|C(?:\[-?\d+\]|\d+)?)`;
/** Texts and names of sheets stay as they are; what is part of a longer name is no reference. */
const TOKEN = new RegExp(String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.\\$#[\]])(${CORNER})(?::(${CORNER}))?(?![\p{L}\p{N}_.\\(![])`, "giu");

/** A formula in R1C1 style as it stands in A1 style in the cell of that row and column: `=SUM(R1C:R[-1]C)` in B5 is `=SUM(B$1:B4)`. */
export function a1Formula(formula: string, row: number, column: number): string {
  return formula.replace(TOKEN, (token, first?: string, last?: string) => {
    if (first === undefined) return token;
    const corners = [first, last ?? first].map((part) => cornerOf(part, row, column));
    const isWhole = corners.some((corner) => corner.row === null || corner.column === null);
    const names = corners.map((corner) => (corner.column ?? "") + (corner.row ?? ""));
    return last === undefined && !isWhole ? names[0]! : names.join(":");
  });
}

/** The row and column of a corner as they are written; null for the one that a whole row or column does not have. */
function cornerOf(part: string, row: number, column: number): { row: string | null; column: string | null } {
  const [, rowBy, rowAt, columnBy, columnAt] = PART.exec(part)!;
  return {
    row: /^R/i.test(part) ? (rowAt ? `$${rowAt}` : String(around(row + Number(rowBy ?? 0), MAX_ROWS))) : null,
    column: /C/i.test(part) ? (columnAt ? `$${columnLetters(around(Number(columnAt), MAX_COLUMNS))}` : columnLetters(around(column + Number(columnBy ?? 0), MAX_COLUMNS))) : null
  };
}

/** Beyond the last row or column Excel goes on at the first. */
function around(at: number, most: number): number {
  return ((at - 1) % most + most) % most + 1;
}
