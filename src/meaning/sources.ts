import { readsOf } from "../formulas";
import type { CellAddress } from "../workbook";
import type { MeantCells } from "./cells";

/** More cells than that are not followed, nor looked at so many times. */
const MANY_SOURCES = 3000;
const MANY_LOOKS = 30_000;

/** The typed numbers that a formula in a cell, and the given inputs, come from in the end; null when they are too many or unclear. */
export function sourcesOf({ workbook, ids }: MeantCells, formula: string, at: CellAddress, inputs: readonly CellAddress[]): CellAddress[] | null {
  const sources: CellAddress[] = [];
  const seen = new Set<number>();
  const queue = [{ formula, at }];
  const visit = (cell: CellAddress): void => {
    const id = ids.of(cell);
    if (seen.has(id)) return;
    seen.add(id);
    const { sheet, key } = ids.placeOf(id);
    const found = sheet.cells.get(key);
    if (found?.formula) queue.push({ formula: found.formula, at: cell });
    else if (typeof found?.value === "number") sources.push(cell);
  };
  let looks = 0;
  inputs.forEach(visit);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const reads = readsOf(next.formula, next.at, workbook);
    if (reads === null) return null;
    for (const { sheet, rect } of reads.ranges) {
      const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
      looks += size;
      if (size + seen.size > MANY_SOURCES || looks > MANY_LOOKS) return null;
      for (let row = rect.top; row <= rect.bottom; row++) {
        for (let column = rect.left; column <= rect.right; column++) visit({ sheet, row, column });
      }
    }
  }
  return sources;
}
