import type { SheetLayout } from "../../workbook";

/** Pixels of the widest digit of the usual font: what widths in characters are counted in. */
const DIGIT = 7;
const USUAL_WIDTH = 72;

/** The width of a column in pixels, by its number; `last` is the last one that is asked for. */
export function columnWidths(layout: SheetLayout | null, last: number): (column: number) => number {
  const usual = usualWidth(layout);
  const widths = new Map<number, number>();
  for (const { first, last: end, width } of layout?.columnWidths ?? []) {
    for (let column = first; column <= Math.min(end, last); column++) widths.set(column, columnPixels(width));
  }
  return (column) => widths.get(column) ?? usual;
}

/** The width in pixels of the columns that say nothing of their own. */
export function usualWidth(layout: SheetLayout | null): number {
  return layout?.defaultWidth ? columnPixels(layout.defaultWidth) : USUAL_WIDTH;
}

function columnPixels(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}
