import { render, say, type Language } from "../../messages";
import { contentText } from "./content-text";
import type { ReportedFinding } from "../../report/types";

/** What to write into the cells of findings that carry a fix, a line each. */
export function mendsAsText(findings: readonly ReportedFinding[], language: Language): string {
  return findings.flatMap(({ sheet, cell, actual, expected, fix }) => (fix ? [render(say("pane-mend-line", {
    place: `${sheet}!${cell}`, actual: actual || say("pane-blank"), after: (fix.kind === "value" && expected) || contentText(fix.after) || say("pane-blank")
  }), language)] : [])).join("\n");
}

/** A finding as text for a message to a colleague. A report names staff by 序号 and row, so this names nobody. */
export function findingAsText({ severity, sheet, cell, message, actual, expected, basis }: ReportedFinding, language: Language): string {
  return [
    say("pane-copy-line", { severity: say(`severity-${severity}`), place: `${sheet}!${cell}`, message }),
    ...(expected ? [say("pane-copy-values", { actual, expected })] : []),
    say("pane-copy-basis", { basis })
  ].map((sentence) => render(sentence, language)).join("\n");
}
