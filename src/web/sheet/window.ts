import type { Rect } from "../../workbook";
import type { Axis } from "./axis";

/** Browsers stop counting at about 17 million pixels; a sheet that is longer is scrolled in larger steps. */
const LONGEST = 15_000_000;

/** The sheet is longer than a browser scrolls. */
export function isLong(length: number): boolean {
  return length > LONGEST;
}

/** How long the scrolled area is made for a sheet of that length. */
export function scrolledLength(length: number): number {
  return Math.min(length, LONGEST);
}

/** Where in the sheet the view begins when it is scrolled that far. */
export function offsetAt(scrolled: number, length: number, viewport: number): number {
  const most = scrolledLength(length) - viewport;
  return length <= LONGEST || most <= 0 ? scrolled : (scrolled * (length - viewport)) / most;
}

/** The inverse of {@link offsetAt}. */
export function scrollFor(offset: number, length: number, viewport: number): number {
  return length <= LONGEST ? offset : (offset * (scrolledLength(length) - viewport)) / (length - viewport);
}

/** The first and last item to draw, with some on either side so that a small step shows no gap. */
export function itemsInView(axis: Axis, offset: number, viewport: number, margin: number): { first: number; last: number } {
  return { first: axis.at(Math.max(0, offset - margin)), last: axis.at(offset + viewport + margin) };
}

/** How far to scroll so that the stretch from `start` over `size` is in view; unchanged when it is. */
export function offsetShowing(start: number, size: number, offset: number, viewport: number): number {
  if (start >= offset && start + size <= offset + viewport) return offset;
  // What comes from afar is put where the eye looks, what is next to the edge just inside.
  const near = start + size > offset - viewport / 4 && start < offset + viewport * 1.25;
  if (!near) return Math.max(0, start - Math.max(0, (viewport - size) / 3));
  return start < offset || size > viewport ? start : start + size - viewport;
}

/** The merged areas of a sheet, found by the rows that they touch. */
export class Merges {
  private readonly byRow = new Map<number, Rect[]>();

  constructor(merges: readonly Rect[], lastRow: number) {
    for (const merge of merges) {
      for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row++) {
        const list = this.byRow.get(row);
        if (list) list.push(merge);
        else this.byRow.set(row, [merge]);
      }
    }
  }

  at(row: number, column: number): Rect | null {
    return this.byRow.get(row)?.find(({ left, right }) => column >= left && column <= right) ?? null;
  }

  /** Those of a row. */
  ofRow(row: number): readonly Rect[] {
    return this.byRow.get(row) ?? [];
  }

  /** Those that reach into the rows and columns given. */
  within(rows: { first: number; last: number }, columns: { first: number; last: number }): Set<Rect> {
    const found = new Set<Rect>();
    for (let row = rows.first; row <= rows.last; row++) {
      for (const merge of this.ofRow(row)) if (merge.right >= columns.first && merge.left <= columns.last) found.add(merge);
    }
    return found;
  }
}
