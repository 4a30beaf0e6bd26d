/** What both hosts agree on, so that each finds what the other wrote into a workbook. */

/** The namespace by which our settings part is known. */
export const SETTINGS_NAMESPACE = "urn:hebiao:settings";

/** The name, local to a sheet of ours and hidden, whose text is the sheet's marker. */
export const MARKER_NAME = "_hebiao_marker";

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
