import { isDateFormat } from "../../values/dates";
import { rectName, type Cell, type Rect, type Sheet, type SheetDescription, type WrittenCell } from "../../workbook";

/** A form is told by few rows; the rest of a long list says nothing more. */
const MOST_ROWS = 60;
/** Words of every table: they name nobody. */
const COMMON = /^\s*(?:[合小总共]\s*计|序\s*号|备\s*注)\s*$/;

/**
 * A table as somebody may be sent it who keeps the product: the head rows as they are, below them the shape alone. Names and texts are
 * of invented signs, numbers and dates are invented; a formula stays where it names cells of the table and nothing else. Nothing of the original but its heads.
 */
export function sampleOf(sheet: Sheet, rect: Rect, headRows: number, name: string): SheetDescription {
  const bottom = Math.min(rect.bottom, rect.top + headRows + MOST_ROWS - 1);
  const kept: Rect = { ...rect, bottom };
  const rows: (WrittenCell | null)[][] = Array.from({ length: bottom }, () => []);
  for (let row = rect.top; row <= bottom; row++) {
    for (const column of sheet.columns(row)) {
      const cell = column >= rect.left && column <= rect.right ? sheet.cell(row, column) : null;
      if (!cell) continue;
      const line = rows[row - 1]!;
      while (line.length < column) line.push(null);
      line[column - 1] = row < rect.top + headRows && !isTitle(sheet, row, rect) ? { value: cell.text, style: "head" } : invented(cell, row, column, kept);
    }
  }
  const inside = sheet.merges.filter(({ top, left, bottom: last, right }) => top >= kept.top && left >= kept.left && last <= kept.bottom && right <= kept.right);
  return { name, rows, columnWidths: [], merges: inside.map(rectName), frozenRows: 0, marker: "" };
}

/** A text alone in its row is a title, which may name the station. */
function isTitle(sheet: Sheet, row: number, { left, right }: Rect): boolean {
  return right > left && new Set(sheet.columns(row).filter((column) => column >= left && column <= right).map((column) => sheet.cell(row, column)!.text).filter((text) => text !== "")).size === 1;
}

function invented({ value, formula, format }: Cell, row: number, column: number, rect: Rect): WrittenCell {
  const chance = chanceOf(row, column);
  const look = format === "General" ? {} : { format };
  if (formula !== null && namesOnly(formula, rect)) return { value: null, formula, style: "plain", ...look };
  if (typeof value === "number") return { value: isDateFormat(format) ? 43_000 + Math.floor(chance * 2_000) : inventedNumber(value, chance), style: "plain", ...look };
  return { value: typeof value === "string" ? inventedText(value, chance) : null, style: "plain", ...look };
}

/** As many digits before and after the point. A share stays one. */
function inventedNumber(value: number, chance: number): number {
  const decimals = (/\.(\d+)/.exec(String(value))?.[1] ?? "").slice(0, 4).length;
  const size = Math.abs(value) <= 1.5 && decimals > 0 ? 1 : 10 ** Math.max(1, String(Math.trunc(Math.abs(value))).length);
  return Number((size * (0.1 + 0.9 * chance)).toFixed(decimals));
}

/** A sign by itself is a mark; in longer texts letters and digits give way to others. */
function inventedText(text: string, chance: number): string {
  if ([...text.trim()].length <= 1 || COMMON.test(text)) return text;
  let turn = Math.floor(chance * 10);
  return text.replace(/\p{L}/gu, (letter) => (/\p{Script=Han}/u.test(letter) ? "某" : "x")).replace(/\p{N}/gu, () => String((turn += 3) % 10));
}

/** Does a formula name cells of the region and functions, but no text, sheet, name or other workbook? */
function namesOnly(formula: string, { top, left, bottom, right }: Rect): boolean {
  if (/["'![\]{}#@]/.test(formula)) return false;
  const references = [...formula.matchAll(/\$?([A-Z]{1,3})\$?(\d{1,7})(?![\d(])/g)];
  const isInside = references.every(([, letters, digits]) => {
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return column >= left && column <= right && Number(digits) >= top && Number(digits) <= bottom;
  });
  return isInside && !/\p{L}/u.test(formula.replace(/[A-Z][A-Z.]*\(/g, "(").replace(/\$?[A-Z]{1,3}\$?\d+/g, ""));
}

/** 0 ≤ x < 1, the same for the same cell. */
function chanceOf(row: number, column: number): number {
  const mixed = Math.imul(row * 73_856_093 ^ column * 19_349_663, 0x9e3779b1) >>> 0;
  return mixed / 2 ** 32;
}
