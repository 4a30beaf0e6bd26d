import type { Evaluation } from "../evaluation/types";
import type { RuleId } from "../messages/rule-texts";
import type { Roster } from "../tables/roster/types";
import { rectContains } from "../workbook";
import type { Found } from "./finding";

/** What is computed from a roster's marks. */
const BY_MARKS: ReadonlySet<RuleId> = new Set<RuleId>([
  "attendance-person-total", "attendance-settled-half", "attendance-tick-count", "attendance-month-total", "attendance-sum", "attendance-retention",
  "attendance-retention-limit", "attendance-shortage", "attendance-staff-number", "attendance-at-end", "attendance-absence", "attendance-outside", "attendance-seniority",
  "attendance-same-start", "formula-wrong", "typed-over-formula"
]);

/**
 * While it is a question what a roster's marks mean, nothing that rests on them is called wrong and none of it is mended: with a guess that the printed
 * numbers support it is asked about, without one it is not said.
 */
export function askInsteadOfAccusing(findings: readonly Found[], { rosters, used }: Evaluation): Found[] {
  const open = rosters.map(({ roster }) => roster).filter(({ question }) => question !== null);
  if (open.length === 0) return [...findings];
  return findings.flatMap((finding) => {
    const roster = BY_MARKS.has(finding.rule) ? open.find((one) => restsOn(finding, one, one === used?.roster)) : undefined;
    if (!roster) return [finding];
    if (roster.question!.marks.some(({ guess }) => guess === null)) return [];
    return [{ ...finding, severity: finding.severity === "error" ? "warning" : finding.severity, mend: () => null } satisfies Found];
  });
}

/** A finding in the roster itself or, where the evaluation rests on this roster, one that compares other tables with it. */
function restsOn({ at, rule }: Found, roster: Roster, isUsed: boolean): boolean {
  if (rule === "attendance-staff-number") return isUsed;
  return at.sheet === roster.sheet && rectContains(roster.rect, at.row, at.column);
}
