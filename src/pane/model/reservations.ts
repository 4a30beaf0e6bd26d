import { say, type Sentence } from "../../messages";
import type { WrittenSheet } from "../../workbook";

/** So many cells are named; more are easier found on the sheet. */
const MOST_CELLS = 8;

/** What the user must know of sheets that were written: what is missing of their looks, and what did not arrive as written. */
export function reservationsOf(written: readonly WrittenSheet[]): Sentence[] {
  const sentences: Sentence[] = [];
  const omitted = [...new Set(written.flatMap((sheet) => sheet.omitted))];
  const differing = written.flatMap(({ name, differing: cells }) => (cells ?? []).map((cell) => `${name}!${cell}`));
  if (omitted.length > 0) sentences.push(say("pane-omitted", { parts: omitted.map((part) => say(`pane-omitted-${part}`)) }));
  if (written.some((sheet) => sheet.differing === null)) sentences.push(say("pane-summary-unread"));
  if (differing.length > 0) sentences.push(say("pane-summary-differs", { cells: differing.slice(0, MOST_CELLS).join(", ") + (differing.length > MOST_CELLS ? " …" : "") }));
  return sentences;
}
