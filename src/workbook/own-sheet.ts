import { cellKey, type Rect } from "./address";

/** What both hosts agree on, so that each finds what the other wrote into a workbook. */

/** The namespace by which our settings part is known. */
export const SETTINGS_NAMESPACE = "urn:hebiao:settings";

/** The name, local to a sheet of ours and hidden, whose text is the sheet's marker. */
export const MARKER_NAME = "_hebiao_marker";

/** The markers of our sheets that say by themselves whose they are, where no name tells it. */
export const SUMMARY_MARKER = "hebiao-summary";
export const DETAILS_MARKER = "hebiao-details";

/** What stands in the hidden column of the first row of such a sheet, as a head of the keys by which its rows are known. */
export const SUMMARY_KEYS = "hebiao-rows";
export const DETAILS_KEYS = "hebiao-details";
const MARKERS_BY_KEYS = new Map([[SUMMARY_KEYS, SUMMARY_MARKER], [DETAILS_KEYS, DETAILS_MARKER]]);

/** The marker that the first row of a sheet tells: programs that keep no names of sheets keep what stands in cells. `used`: the area of its cells. */
export function markerInCells(cells: ReadonlyMap<number, { readonly value: unknown }>, used: Rect | null): string | null {
  for (let column = used?.right ?? 0; used && column >= used.left; column--) {
    const marker = MARKERS_BY_KEYS.get(cells.get(cellKey(used.top, column))?.value as string);
    if (marker) return marker;
  }
  return null;
}

const MAX_NAME = 31;

/** The wanted name made fit for a sheet, with a number when another sheet has it. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const base = wanted.replace(/[\\/?*[\]:]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, MAX_NAME) || "Sheet";
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = base;
  for (let number = 2; lower.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = base.slice(0, MAX_NAME - suffix.length) + suffix;
  }
  return name;
}
