import type { TableFrame } from "../../report/frames";
import type { Rect } from "../../workbook";
import type { Axis } from "./axis";
import type { Place } from "./keys";
import { isLong, offsetShowing } from "./window";

/** No more of the view than this share is taken by what stays. */
const MOST_OF_HEIGHT = 0.4;
const MOST_OF_WIDTH = 0.5;

/** A table of the sheet of which heads and names stay in view while it is scrolled. */
export interface Held {
  readonly rect: Rect;
  /** The lowest row of the heads that stay; before `rect.top` where none do. */
  readonly headBottom: number;
  /** The columns that stay, and how wide they are. */
  readonly names: { readonly left: number; readonly right: number; readonly width: number } | null;
  /** How high the heads are that stay, in pixels. */
  readonly headHeight: number;
}

/** How far the sheet is scrolled, without the letters and numbers at its edges, and how large the view of it is; in pixels. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The tables whose heads or names can stay: those that leave the view room enough, one where several stand side by side. */
export function heldTables(frames: readonly TableFrame[], merges: readonly Rect[], rows: Axis, columns: Axis, { width, height }: Pick<View, "width" | "height">): Held[] {
  if (isLong(rows.length)) return [];
  const held: Held[] = [];
  for (const { rect, headBottom, names } of [...frames].sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left)) {
    if (held.some((other) => other.rect.bottom >= rect.top && other.rect.top <= rect.bottom)) continue;
    const headHeight = headBottom < rect.top ? 0 : rows.span(rect.top, headBottom);
    // A merged cell that reaches over the edge of the heads cannot be parted.
    const isParted = merges.some((merge) => merge.right >= rect.left && merge.left <= rect.right && (reachesOver(merge, headBottom) || reachesOver(merge, rect.top - 1)));
    const heads = !isParted && headHeight > 0 && headHeight <= height * MOST_OF_HEIGHT;
    const room = names ? columns.span(names.left, names.right) : 0;
    held.push({
      rect, headBottom: heads ? headBottom : rect.top - 1, headHeight: heads ? headHeight : 0,
      names: names && room > 0 && room <= width * MOST_OF_WIDTH ? { ...names, width: room } : null
    });
  }
  return held.filter(({ headHeight, names }) => headHeight > 0 || names !== null);
}

function reachesOver({ top, bottom }: Rect, row: number): boolean {
  return top <= row && bottom > row;
}

/** The table that a row belongs to. */
export function heldAt(held: readonly Held[], row: number): Held | null {
  return held.find(({ rect }) => row >= rect.top && row <= rect.bottom) ?? null;
}

/** Where the heads of a table stand now, from the sheet's beginning. */
function topOfHeads({ rect, headHeight }: Held, rows: Axis, { top }: View): number {
  const start = rows.start(rect.top);
  return Math.max(start, Math.min(top, start + rows.span(rect.top, rect.bottom) - headHeight));
}

/** Where the names of a table stand now, from the sheet's beginning. */
function leftOfNames({ rect, names }: Held, columns: Axis, { left }: View): number {
  const start = columns.start(names!.left);
  return Math.max(start, Math.min(left, start + columns.span(names!.left, rect.right) - names!.width));
}

/** Where a cell is drawn now, from the sheet's beginning in pixels: where it stands, unless it stays in view. */
export function drawnAt(held: readonly Held[], { row, column }: Place, rows: Axis, columns: Axis, view: View): { top: number; left: number } {
  const table = heldAt(held, row);
  const top = rows.start(row);
  const left = columns.start(column);
  return {
    top: table && row <= table.headBottom ? topOfHeads(table, rows, view) + top - rows.start(table.rect.top) : top,
    left: table?.names && column >= table.names.left && column <= table.names.right ? leftOfNames(table, columns, view) + left - columns.start(table.names.left) : left
  };
}

/** How far to scroll so that a cell, or a merged one, is in view and nothing that stays covers it; as it is where it is in view. */
export function scrolledTo(held: readonly Held[], { top, bottom, left, right }: Rect, rows: Axis, columns: Axis, view: View): { top: number; left: number } {
  const table = heldAt(held, top);
  const drawn = drawnAt(held, { row: top, column: left }, rows, columns, view);
  const isHead = table !== null && top <= table.headBottom;
  const isName = table?.names && left >= table.names.left && left <= table.names.right;
  const above = table && !isHead ? table.headHeight : 0;
  const before = table?.names && !isName ? table.names.width : 0;
  const start = isHead && drawn.top >= view.top && drawn.top < view.top + view.height ? drawn.top : rows.start(top);
  return {
    top: offsetShowing(start - above, rows.span(top, bottom) + above, view.top, view.height),
    left: isName ? view.left : offsetShowing(columns.start(left) - before, columns.span(left, right) + before, view.left, view.width)
  };
}

/** The cell at a point of the view, `x` and `y` pixels from its corner. */
export function cellAt(held: readonly Held[], x: number, y: number, rows: Axis, columns: Axis, view: View): Place {
  const down = view.top + y;
  const heads = held.find((table) => table.headHeight > 0 && within(down, topOfHeads(table, rows, view), table.headHeight));
  const row = rows.at(heads ? rows.start(heads.rect.top) + down - topOfHeads(heads, rows, view) : down);
  const along = view.left + x;
  const table = heldAt(held, row);
  const overNames = table?.names && within(along, leftOfNames(table, columns, view), table.names.width);
  return { row, column: columns.at(overNames ? columns.start(table.names!.left) + along - leftOfNames(table, columns, view) : along) };
}

function within(at: number, start: number, size: number): boolean {
  return at >= start && at < start + size;
}
