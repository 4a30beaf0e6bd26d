import { MAX_COLUMNS, MAX_ROWS, columnLetters, columnNumber, type CellAddress } from "../workbook";
import { formulaTokens, parseFormula } from "./parse";

/** One corner, row or column of a reference, as written. */
interface Corner {
  /** Whether it has a "$"; null when it names no column (as in 1:3). */
  readonly fixedColumn: boolean | null;
  readonly column: number;
  readonly fixedRow: boolean | null;
  readonly row: number;
}

const CORNER = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d{1,7}))?$/;

function cornerOf(text: string): Corner | null {
  const match = CORNER.exec(text);
  if (!match) return null;
  const [, columnMark, letters, rowMark, digits] = match;
  return {
    fixedColumn: letters === undefined ? null : columnMark === "$",
    column: letters === undefined ? 0 : columnNumber(letters),
    fixedRow: digits === undefined ? null : rowMark === "$",
    row: digits === undefined ? 0 : Number(digits)
  };
}

/** Rewrites every reference to cells of a formula; null when it is none. Texts, names and functions stay as they are. */
function rewrite(formula: string, change: (corner: Corner) => string | null): string | null {
  if (!parseFormula(formula)) return null;
  return formulaTokens(formula).map((token) => {
    if (token.type !== "range" && token.type !== "range_beam") return token.value;
    const split = token.value.lastIndexOf("!") + 1;
    const changed = token.value.slice(split).split(":").map((part) => {
      const corner = cornerOf(part);
      return corner && change(corner);
    });
    // Excel drops the sheet's name together with a reference that fell off the sheet.
    return changed.includes(null) ? "#REF!" : token.value.slice(0, split) + changed.join(":");
  }).join("");
}

/** The same formula moved to another cell as by filling or copying: what has no "$" moves along. null if it is no formula. */
export function moveFormula(formula: string, from: CellAddress, to: CellAddress): string | null {
  const rows = to.row - from.row;
  const columns = to.column - from.column;
  return rewrite(formula, ({ fixedColumn, column, fixedRow, row }) => {
    const newColumn = fixedColumn === false ? column + columns : column;
    const newRow = fixedRow === false ? row + rows : row;
    if (fixedColumn !== null && (newColumn < 1 || newColumn > MAX_COLUMNS)) return null;
    if (fixedRow !== null && (newRow < 1 || newRow > MAX_ROWS)) return null;
    return (fixedColumn === null ? "" : (fixedColumn ? "$" : "") + columnLetters(newColumn))
      + (fixedRow === null ? "" : (fixedRow ? "$" : "") + newRow);
  });
}

/** The formula with every reference told from its own cell (R1C1 style), so that filled formulas are equal; null if it is none. */
export function relativeForm(formula: string, at: CellAddress): string | null {
  return rewrite(formula, ({ fixedColumn, column, fixedRow, row }) =>
    (fixedRow === null ? "" : fixedRow ? `R${row}` : `R${relative(row - at.row)}`)
    + (fixedColumn === null ? "" : fixedColumn ? `C${column}` : `C${relative(column - at.column)}`));
}

function relative(distance: number): string {
  return distance === 0 ? "" : `[${distance}]`;
}
