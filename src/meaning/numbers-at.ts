import { numeric } from "../values/numbers";
import type { CellAddress } from "../workbook";
import type { Read } from "./types";

/** The numbers of cells that are added up, 0 for a blank one; undefined where one holds something else. */
export function numbersAt(cells: readonly CellAddress[], read: Read): number[] | undefined {
  const numbers: number[] = [];
  for (const at of cells) {
    const value = numeric(read(at));
    if (value === undefined || value === "/") return undefined;
    numbers.push(value ?? 0);
  }
  return numbers;
}
