import type { WorkbookReport } from "../report/types";
import { DETAILS_MARKER, SUMMARY_MARKER, type Sheet, type Workbook } from "../workbook";
import { keysOf, STATE } from "./earlier";

/** Whether the workbook holds a 核查汇总, and whether that says what the last check does. */
export type SummaryState = "none" | "current" | "stale";

/** How the summary that stands in the workbook relates to a report of it. */
export function summaryState(workbook: Workbook, report: WorkbookReport): SummaryState {
  const sheet = workbook.sheets.find(({ marker }) => marker === SUMMARY_MARKER);
  if (!sheet) return "none";
  // A summary without its details is half of one, or that of a version that wrote all on one sheet.
  if (!workbook.sheets.some(({ marker }) => marker === DETAILS_MARKER)) return "stale";
  return stateIn(sheet) === stateOf(report) ? "current" : "stale";
}

/** A short text that is the same for reports that make the same summary, in whatever language and whenever it was written. */
export function stateOf({ station, period, findings, evaluation, coverage, unread }: WorkbookReport): string {
  const found = findings.map(({ fingerprint, severity, sheet, cell, actual, expected, ignored }) => [fingerprint, severity, sheet, cell, actual, expected, ignored?.reason ?? null]);
  const { phase, months, staffing, retention, seniority, people, indicators, scores, vetoes } = evaluation ?? {};
  const evaluated = [
    phase, months, staffing, retention, seniority, people?.map(({ sheet, row, no, name, months: each }) => [sheet, row, no, name, each]),
    indicators?.map(({ area, target, done, printed, sheet, cell }) => [area, target, done, printed, sheet, cell]), scores, vetoes?.map(({ id, state }) => [id, state])
  ];
  return digest(JSON.stringify([station, period, found, evaluated, coverage, unread.map(({ sheet, range }) => [sheet, range])]));
}

function stateIn(sheet: Sheet): string | null {
  const key = keysOf(sheet).find((each) => each.startsWith(STATE));
  return key === undefined ? null : key.slice(STATE.length);
}

/** 53 bits of a hash: no secret, and no two reports of one workbook meet by chance. */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
