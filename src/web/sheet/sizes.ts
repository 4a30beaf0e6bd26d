import { Axis } from "./axis";
import type { SheetOutline } from "./outline";
import { columnWidths, usualWidth } from "./widths";

const USUAL_HEIGHT = 20;
const PIXELS_PER_POINT = 96 / 72;

/** The columns of a sheet in pixels; hidden ones have no width unless they are to be shown. */
export function columnAxis(sheet: SheetOutline, showHidden: boolean): Axis {
  const usual = usualWidth(sheet.layout);
  const widthOf = columnWidths(sheet.layout, sheet.columns);
  const sizes = new Map<number, number>();
  for (let column = 1; column <= sheet.columns; column++) if (widthOf(column) !== usual) sizes.set(column, widthOf(column));
  return new Axis(sheet.columns, usual, withHidden(sizes, sheet.hiddenColumns, showHidden));
}

/** The rows of a sheet in pixels. */
export function rowAxis(sheet: SheetOutline, showHidden: boolean): Axis {
  const { layout } = sheet;
  const sizes = new Map([...(layout?.rowHeights ?? [])].map(([row, height]) => [row, rowPixels(height)]));
  return new Axis(sheet.rows, layout?.defaultHeight ? rowPixels(layout.defaultHeight) : USUAL_HEIGHT, withHidden(sizes, sheet.hiddenRows, showHidden));
}

/** What is hidden often keeps no size of its own: shown, it has that of the others. */
function withHidden(sizes: Map<number, number>, hidden: ReadonlySet<number>, show: boolean): Map<number, number> {
  for (const item of hidden) {
    if (!show) sizes.set(item, 0);
    else if (sizes.get(item) === 0) sizes.delete(item);
  }
  return sizes;
}

function rowPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}
