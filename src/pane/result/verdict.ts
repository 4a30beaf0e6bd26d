import type { ReportedFinding, ReportedTable } from "../../report/types";

export type Verdict = "blank" | "clean" | "unread" | "notes" | "warnings" | "errors" | "both";

/**
 * The result in one word, by the counts of findings that are not ignored. Where something that looks like one of the station's tables
 * was not read (`unread`), nobody is told that all is well.
 */
export function verdictOf(counts: Readonly<Record<ReportedFinding["severity"], number>>, unread: number, isBlank = false): Verdict {
  if (isBlank) return "blank";
  if (counts.error > 0) return counts.warning > 0 ? "both" : "errors";
  if (counts.warning > 0) return "warnings";
  if (unread > 0) return "unread";
  return counts.info > 0 ? "notes" : "clean";
}

export type MissingTable = "indicators" | "roster" | "scores";

/** The tables that a station's workbook usually has and this one lacks, the graver first. */
export function missingTables(tables: readonly ReportedTable[]): MissingTable[] {
  const kinds = new Set(tables.map(({ kind }) => kind));
  const missing: MissingTable[] = [];
  if (!kinds.has("indicators") && !kinds.has("overall") && !kinds.has("cards")) missing.push("indicators");
  if (!kinds.has("roster")) missing.push("roster");
  if (!kinds.has("scores")) missing.push("scores");
  return missing;
}
