import type { Reading } from "../tables/types";
import { isError } from "../workbook";
import { numeric } from "../values/numbers";
import type { Read } from "./types";

/** R15 and R16: done ÷ target; "/" without a target. */
export function ratio(done: number | "/" | undefined, target: number | "/" | undefined): number | "/" | undefined {
  if (target === "/") return "/";
  if (target === undefined || target === 0 || done === undefined || done === "/") return undefined;
  return done / target;
}

/** The sum of the numbers among the cells, texts passed over as SUM does; "/" where there is nothing but that; undefined where nothing is entered or a cell shows an error. */
export function sum(cells: readonly Reading[], read: Read): number | "/" | undefined {
  let total = 0;
  let numbers = 0;
  let slashes = 0;
  for (const cell of cells) {
    const value = numeric(read(cell.at));
    if (value === undefined) {
      if (isError(read(cell.at))) return undefined;
      continue;
    }
    if (value === "/") slashes++;
    else if (value !== null) {
      total += value;
      numbers++;
    }
  }
  return numbers > 0 ? total : slashes > 0 ? "/" : undefined;
}
