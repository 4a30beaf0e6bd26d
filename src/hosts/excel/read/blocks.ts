import type { Rect } from "../../../workbook";

/** Part of a sheet that is read at once. */
export interface Block {
  /** The sheet's place in the list of those that are read. */
  readonly sheet: number;
  readonly rect: Rect;
}

export function cellsIn({ top, left, bottom, right }: Rect): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Takes blocks of together about `budget` cells from the front of the queue; whole rows, and at least one. */
export function takeBlocks(queue: Block[], budget: number): Block[] {
  const taken: Block[] = [];
  let left = budget;
  while (queue.length > 0) {
    const next = queue[0]!;
    const width = next.rect.right - next.rect.left + 1;
    const height = next.rect.bottom - next.rect.top + 1;
    const rows = Math.min(height, Math.floor(left / width));
    if (rows < 1 && taken.length > 0) break;
    const last = next.rect.top + Math.max(1, rows) - 1;
    taken.push({ sheet: next.sheet, rect: { ...next.rect, bottom: last } });
    left -= (last - next.rect.top + 1) * width;
    if (last === next.rect.bottom) queue.shift();
    else queue[0] = { sheet: next.sheet, rect: { ...next.rect, top: last + 1 } };
  }
  return taken;
}

/** Both halves of a block, by rows and at last by columns; null for a single cell. */
export function halves({ sheet, rect }: Block): [Block, Block] | null {
  if (rect.bottom > rect.top) {
    const middle = Math.floor((rect.top + rect.bottom) / 2);
    return [{ sheet, rect: { ...rect, bottom: middle } }, { sheet, rect: { ...rect, top: middle + 1 } }];
  }
  if (rect.right > rect.left) {
    const middle = Math.floor((rect.left + rect.right) / 2);
    return [{ sheet, rect: { ...rect, right: middle } }, { sheet, rect: { ...rect, left: middle + 1 } }];
  }
  return null;
}

/** Where a far too large used range is cut, so that what one stray cell far away spans is told from what is really used. */
const ROW_CUTS = [2_000, 20_000];
const COLUMN_CUTS = [256, 2_048];

/** The parts of a rectangle that are looked at one by one; the first is the one where tables stand. */
export function tilesOf(rect: Rect): Rect[] {
  const rows = cut(rect.top, rect.bottom, ROW_CUTS);
  const columns = cut(rect.left, rect.right, COLUMN_CUTS);
  return rows.flatMap(([top, bottom]) => columns.map(([left, right]) => ({ top, left, bottom, right })));
}

function cut(first: number, last: number, cuts: readonly number[]): [number, number][] {
  const parts: [number, number][] = [];
  let from = first;
  for (const at of [...cuts.filter((each) => each >= first && each < last), last]) {
    parts.push([from, at]);
    from = at + 1;
  }
  return parts;
}
