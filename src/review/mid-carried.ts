import { addressKey } from "../workbook";
import type { LinePair } from "./match";
import type { CellView, Sitting } from "./sitting";

/** So many numbers taken over from mid-term show that a column is meant to be; of them so many may be others. */
const TELLING = 6;
const OTHERS = 1 / 8;

/** A number that stands where mid-term's was to be taken over. */
export interface Carried {
  readonly was: CellView;
  readonly is: CellView;
}

/**
 * A ledger (上期 · 本期 · 累计) carries on: one of the parts of its sums is what they came to at mid-term, line by line. Gives that part of
 * every line beside mid-term's sum, or null where none is: by the numbers alone, whatever the column is called.
 */
export function carriedOver(mid: Sitting, pairs: readonly LinePair[]): readonly Carried[] | null {
  const cells = new Map(mid.tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map((cell) => [addressKey(cell.at), cell] as const))));
  const sums = pairs.flatMap(({ old, new: now }) => {
    const was = cells.get(addressKey(old.at));
    return old.keys[0]?.startsWith("sum ") && was?.number ? [{ was, parts: now.cells.filter(({ role, number }) => role.startsWith("part ") && number !== null) }] : [];
  });
  const roles = new Set(sums.flatMap(({ parts }) => parts.map(({ role }) => role)));
  for (const role of roles) {
    const carried = sums.flatMap(({ was, parts }): Carried[] => {
      const is = parts.find((part) => part.role === role);
      return is ? [{ was, is }] : [];
    });
    const others = carried.filter(({ was, is }) => was.number !== is.number).length;
    if (carried.length - others >= TELLING && others <= carried.length * OTHERS) return carried;
  }
  return null;
}
