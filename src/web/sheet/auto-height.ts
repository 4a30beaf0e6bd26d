import type { Cell, Sheet } from "../../workbook";
import { keyToRowColumn } from "../../workbook";

/** Pixels of a Latin letter and of a Chinese character in the usual size of 11 points. */
const NARROW = 7.3;
const WIDE = 14.6;
const USUAL_SIZE = 11;
/** A line of text in points, for each point of its size; Excel leaves some room above and below. */
const LINE_HEIGHT = 1.25;
const PADDING = 8;
/** Excel makes no row higher. */
const HIGHEST = 409;

/**
 * Heights in points of the rows that Excel would fit to their wrapped texts on opening, because the file states none. Guessed
 * from the widths of the characters; `widthOf` gives the pixels of a column.
 */
export function fittedHeights(sheet: Sheet, widthOf: (column: number) => number): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const stated = sheet.layout?.rowHeights;
  for (const [key, cell] of sheet.cells) {
    if (!cell.look?.wrap && !(cell.look?.size && cell.look.size > USUAL_SIZE)) continue;
    const { row, column } = keyToRowColumn(key);
    // Excel fits no row to a merged cell.
    if (stated?.has(row) || sheet.mergeAt(row, column)) continue;
    const height = Math.min(HIGHEST, textHeight(cell, widthOf(column)));
    if (height > (heights.get(row) ?? sheet.layout?.defaultHeight ?? 15)) heights.set(row, height);
  }
  return heights;
}

function textHeight({ text, look }: Cell, width: number): number {
  const size = look?.size ?? USUAL_SIZE;
  const room = Math.max(1, width - PADDING);
  const lines = look?.wrap ? text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * size) / USUAL_SIZE / room)), 0) : 1;
  return Math.ceil(lines * size * LINE_HEIGHT) + 2;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e80 ? WIDE : NARROW;
  return width;
}
