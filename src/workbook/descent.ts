import type { Workbook } from "./workbook";

/** How one snapshot came of another by changes of cells alone: same sheets, names, merged and hidden lines, only some cells hold something else. */
export interface Descent {
  readonly former: Workbook;
  /** The cells that differ, by their ids, which are the same in both. */
  readonly changed: readonly number[];
}

/** Of more changed cells hardly anything that hangs on none of them is left. */
const MOST_CHANGED = 200;

const descents = new WeakMap<Workbook, Descent>();

/** Keeps in mind of what a snapshot came. What was computed of the former one and hangs on no changed cell holds for it. */
export function descends(workbook: Workbook, former: Workbook, changed: readonly number[]): void {
  if (workbook !== former && changed.length <= MOST_CHANGED) descents.set(workbook, { former, changed });
}

/** Of what it came, told once: then the former one may be forgotten. */
export function takeDescent(workbook: Workbook): Descent | null {
  const descent = descents.get(workbook) ?? null;
  descents.delete(workbook);
  return descent;
}
