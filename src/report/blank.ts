import type { WorkbookReport } from "./types";

/** What a filled-in table has: formulas alone are the template's. */
const CONTENT = ["rates", "totals", "repeated", "people", "marks", "subtotals", "scores"] as const;

/** The tables are there, and nobody has filled them in yet: that nothing is wrong with them says nothing. */
export function isBlank({ error, tables, findings, coverage, unread }: WorkbookReport): boolean {
  return error === null && tables.length > 0 && findings.length === 0 && unread.length === 0 && CONTENT.every((kind) => !coverage[kind]);
}
