import { say, type Sentence } from "../../messages";
import type { WrittenSheet } from "../../workbook";

/** So many cells are named; more are easier found on the sheet. */
const MOST_CELLS = 8;

/** What the user must know of a sheet that was written: what is missing of its looks, and what did not arrive as written. */
export function reservationsOf({ omitted, differing = [] }: WrittenSheet): Sentence[] {
  const sentences: Sentence[] = [];
  if (omitted.length > 0) sentences.push(say("pane-omitted", { parts: omitted.map((part) => say(`pane-omitted-${part}`)) }));
  if (differing === null) sentences.push(say("pane-summary-unread"));
  else if (differing.length > 0) sentences.push(say("pane-summary-differs", { cells: differing.slice(0, MOST_CELLS).join(", ") + (differing.length > MOST_CELLS ? " …" : "") }));
  return sentences;
}
