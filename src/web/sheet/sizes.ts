import { Axis } from "./axis";
import type { SheetOutline } from "./outline";

/** Pixels of the widest digit of the usual font: what widths in characters are counted in. */
const DIGIT = 7;
const DEFAULT_WIDTH = 72;
const DEFAULT_HEIGHT = 20;
const PIXELS_PER_POINT = 96 / 72;

/** The columns of a sheet in pixels; hidden ones have no width unless they are to be shown. */
export function columnAxis(sheet: SheetOutline, showHidden: boolean): Axis {
  const { layout } = sheet;
  const sizes = new Map<number, number>();
  for (const { first, last, width } of layout?.columnWidths ?? []) {
    for (let column = first; column <= Math.min(last, sheet.columns); column++) sizes.set(column, columnPixels(width));
  }
  return new Axis(sheet.columns, layout?.defaultWidth ? columnPixels(layout.defaultWidth) : DEFAULT_WIDTH, withHidden(sizes, sheet.hiddenColumns, showHidden));
}

/** The rows of a sheet in pixels. */
export function rowAxis(sheet: SheetOutline, showHidden: boolean): Axis {
  const { layout } = sheet;
  const sizes = new Map([...(layout?.rowHeights ?? [])].map(([row, height]) => [row, rowPixels(height)]));
  return new Axis(sheet.rows, layout?.defaultHeight ? rowPixels(layout.defaultHeight) : DEFAULT_HEIGHT, withHidden(sizes, sheet.hiddenRows, showHidden));
}

/** What is hidden often keeps no size of its own: shown, it has that of the others. */
function withHidden(sizes: Map<number, number>, hidden: ReadonlySet<number>, show: boolean): Map<number, number> {
  for (const item of hidden) {
    if (!show) sizes.set(item, 0);
    else if (sizes.get(item) === 0) sizes.delete(item);
  }
  return sizes;
}

function columnPixels(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

function rowPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}
