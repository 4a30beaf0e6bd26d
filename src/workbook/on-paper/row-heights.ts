import { parseRectName, type Rect } from "../address";
import type { CellStyle, SheetDescription } from "../sheet-description";
import { FONTS, LOOKS } from "./look";

/** Points. */
const LINE_HEIGHT = 15;
const PADDING = 4;
export const DEFAULT_HEIGHT = 18;
/** The most that Excel allows. */
const MAX_HEIGHT = 409;
const LEAST_HEIGHTS = new Map<CellStyle, number>([["title", 30], ["subtitle", 20], ["verdict", 30], ["verdictError", 30], ["verdictWarning", 30], ["verdictGood", 30], ["heading", 28], ["head", 24], ["figure", 22], ["unsure", 22], ["signature", 40]]);

/**
 * The heights in points that the texts of a described sheet need, by row number; rows of the usual height are not there.
 * Neither Excel nor LibreOffice finds the height of a merged cell by itself, and LibreOffice none of a file's.
 */
export function rowHeights(sheet: SheetDescription): Map<number, number> {
  const merges = mergesByRow(sheet.merges);
  const heights = new Map<number, number>();
  sheet.rows.forEach((cells, index) => {
    const row = index + 1;
    let height = DEFAULT_HEIGHT;
    cells.forEach((cell, left) => {
      if (!cell || cell.kept) return;
      const style = cell.style ?? (cell.link ? "link" : "plain");
      height = Math.max(height, LEAST_HEIGHTS.get(style) ?? 0);
      if (typeof cell.value !== "string" || !LOOKS[style].wrap) return;
      const merge = merges.get(row)?.find((rect) => rect.left === left + 1);
      if (merge && merge.bottom > merge.top) return;
      let width = -1 - (LOOKS[style].indent ?? 0) * 2;
      for (let column = left + 1; column <= (merge?.right ?? left + 1); column++) width += sheet.columnWidths[column - 1] ?? 8.43;
      const { size, bold } = FONTS[LOOKS[style].font];
      const lines = linesOf(cell.value, (width * 10.5) / (size + (bold ? 0.5 : 0)));
      height = Math.max(height, lines * LINE_HEIGHT * (size > 10 ? size / 10 : 1) + PADDING);
    });
    if (height !== DEFAULT_HEIGHT) heights.set(row, Math.min(Math.round(height), MAX_HEIGHT));
  });
  for (const [row, height] of Object.entries(sheet.rowHeights ?? {})) heights.set(Number(row), Math.min(height, MAX_HEIGHT));
  return heights;
}

function mergesByRow(names: readonly string[]): Map<number, Rect[]> {
  const byRow = new Map<number, Rect[]>();
  for (const name of names) {
    const rect = parseRectName(name);
    if (rect) byRow.set(rect.top, [...(byRow.get(rect.top) ?? []), rect]);
  }
  return byRow;
}

/** How many lines a text takes in a column of that many digits. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let units = 0;
    // A Chinese character takes the room of two digits, by which widths are counted.
    for (const character of line) units += character.codePointAt(0)! > 0x2e7f || /[“”‘’…—√×]/.test(character) ? 2 : 1;
    lines += Math.max(1, Math.ceil(units / Math.max(2, width)));
  }
  return lines;
}
