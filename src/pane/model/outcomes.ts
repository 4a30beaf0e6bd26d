import { say, type Sentence } from "../../messages";
import { cellsOfFix, type FixOutcome } from "../../workbook";
import type { Notice } from "./pane-model";

/** What there is to say of changes: how many were made, the copies made before, and each that was refused or has a remark, with its reason; `refused`: what was not even tried. */
export function noticeOf(outcomes: readonly FixOutcome[], done: "pane-fixed" | "pane-undone" | "pane-cells-changed", offers: "undo" | null, copies: readonly string[], refused: readonly Sentence[] = []): Notice {
  const applied = outcomes.filter((outcome) => outcome.applied).reduce((sum, { fix }) => sum + cellsOfFix(fix).length, 0);
  // Of what was written, too, there may be something to say: that it could not be read back.
  const remarked = outcomes.filter(({ reason }) => reason !== null);
  return {
    intent: remarked.length + refused.length ? "warning" : "success",
    sentences: [
      ...(applied ? [say(done, { count: applied })] : []),
      ...copiesMade(copies),
      ...remarked.map(({ fix, reason }) => say("pane-refused", { place: `${fix.sheet}!${fix.cell}`, reason: reason ?? "" })),
      ...refused
    ],
    offers: applied ? offers : null
  };
}

export function copiesMade(copies: readonly string[]): Sentence[] {
  return copies.length ? [say("pane-copied-to", { sheets: copies.map((sheet) => say("pane-copied-sheet", { sheet })) })] : [];
}
