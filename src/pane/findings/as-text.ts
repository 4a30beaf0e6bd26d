import { render, say, type Language } from "../../messages";
import type { ReportedFinding } from "../../report/types";

/** A finding as text for a message to a colleague. A report names staff by 序号 and row, so this names nobody. */
export function findingAsText({ severity, sheet, cell, message, actual, expected, basis }: ReportedFinding, language: Language): string {
  return [
    say("pane-copy-line", { severity: say(`severity-${severity}`), place: `${sheet}!${cell}`, message }),
    ...(expected ? [say("pane-copy-values", { actual, expected })] : []),
    say("pane-copy-basis", { basis })
  ].map((sentence) => render(sentence, language)).join("\n");
}
