import { render, renderWhole, say, type Language } from "../messages";
import type { Finding, PlannedFix } from "../rules/finding";
import type { IgnoredFinding, SettingsInput } from "../settings";
import { allTables } from "../tables/tables";
import { cellName, findSheet, type CellAddress, type Fix, type Workbook } from "../workbook";
import { check, tablesIn, type CheckResult } from "./check";
import { coverageOf, notChecked, reportEvaluation } from "./evaluation";
import { reportFor } from "./document";
import { questionsOf } from "./describe/questions";
import { fingerprintOf } from "./fingerprint";
import { peopleOf, type StationPerson } from "./people";
import { passedOver } from "./passed-over";
import { settingsOf, type CheckOptions, type ReadSettings } from "./settings";
import { reportedTables } from "./tables";
import { reportedTold, toldSentences } from "./told";
import { thingOf } from "./thing";
import type { ReportedFinding, WorkbookReport } from "./types";
import { reportedUnread, unreadSentences } from "./unread";

export { reportDocument, reportFailure } from "./document";
export type { CheckOptions } from "./settings";
export type * from "./types";

/** Checks a workbook and reports in the stable JSON form. Never throws for what a workbook holds: see WorkbookReport.error. */
export function checkWorkbook(workbook: Workbook, options: CheckOptions = {}): WorkbookReport {
  return checkInFull(workbook, options).report;
}

/** A check with the persons of its roster, by which several stations are held against each other. */
export function checkWithPeople(workbook: Workbook, options: CheckOptions = {}): { report: WorkbookReport; people: readonly StationPerson[] } {
  const { report, result } = checkInFull(workbook, options);
  return { report, people: result ? peopleOf(result, options.language ?? "zh") : [] };
}

/** A check with what it started from, for faces that show more than the report: see screen.ts. */
export function checkInFull(workbook: Workbook, options: CheckOptions): FullCheck {
  const { fileName = "", language = "zh" } = options;
  const { stored, settings } = settingsOf(workbook, options);
  const result = check(workbook, settings);
  const reportIn = (told: Language): WorkbookReport => (result ? reportOf(result, stored, fileName, told) : reportOfNothing(workbook, settings, fileName, told));
  return { report: reportIn(language), stored, result, reportIn };
}

export interface FullCheck {
  readonly report: WorkbookReport;
  readonly stored: ReadSettings;
  readonly result: CheckResult | null;
  /** The same check told in another language. */
  readonly reportIn: (language: Language) => WorkbookReport;
}

function reportOfNothing(workbook: Workbook, settings: SettingsInput, fileName: string, language: Language): WorkbookReport {
  const tables = tablesIn(workbook, settings);
  const { unread, told } = tables;
  return {
    ...reportFor(fileName, "no-table", render(say("error-no-table"), language)),
    notChecked: [...passedOver(workbook, language), ...unreadSentences(unread, language), ...toldSentences(told, language)],
    unread: reportedUnread(unread, language),
    told: reportedTold(told, language),
    questions: questionsOf(workbook, tables, language)
  };
}

function reportOf(result: CheckResult, stored: ReadSettings, fileName: string, language: Language): WorkbookReport {
  const { tables, evaluation } = result;
  return {
    file: fileName,
    station: tables.station,
    period: evaluation.period && { start: evaluation.period.start, end: evaluation.period.end, months: evaluation.months ?? 0 },
    tables: reportedTables([...allTables(tables), ...tables.blankRosters, ...tables.summaries]),
    findings: reportFindings(result, stored.ignored, language),
    evaluation: reportEvaluation(result, language),
    coverage: coverageOf(result),
    notChecked: [...passedOver(result.workbook, language), ...unreadSentences(tables.unread, language), ...toldSentences(tables.told, language), ...notChecked(result, language), ...(stored.damaged ? [render(say("not-checked-settings"), language)] : [])],
    unread: reportedUnread(tables.unread, language),
    told: reportedTold(tables.told, language),
    questions: questionsOf(result.workbook, tables, language),
    error: null
  };
}

function reportFindings(result: CheckResult, ignored: readonly IgnoredFinding[], language: Language): ReportedFinding[] {
  return result.findings.map((finding) => {
    const fingerprint = fingerprintOf(finding);
    const told = inLanguage(finding, result.workbook, language);
    return { ...told, message: told.message + hiddenNote(result.workbook, finding.at.sheet, language), fingerprint, ignored: ignoredReason(finding, fingerprint, ignored) };
  });
}

/** Of a sheet that nobody sees, where it is to be found. */
function hiddenNote(workbook: Workbook, sheet: string, language: Language): string {
  const visibility = findSheet(workbook, sheet)?.visibility ?? "visible";
  return visibility === "visible" ? "" : render(say(visibility === "hidden" ? "finding-on-hidden" : "finding-on-very-hidden", { sheet }), language);
}

/** An ignored finding stays ignored while its cell shows what it showed then. */
function ignoredReason(finding: Finding, fingerprint: string, ignored: readonly IgnoredFinding[]): { reason: string } | null {
  const entry = ignored.find((candidate) => candidate.fingerprint === fingerprint && candidate.actual === finding.actual);
  return entry ? { reason: entry.reason } : null;
}

function inLanguage(finding: Finding, workbook: Workbook, language: Language): Omit<ReportedFinding, "fingerprint" | "ignored"> {
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...place(finding.at),
    message: renderWhole(finding.message, language),
    ...thingOf(finding.message, language),
    actual: finding.actual,
    expected: finding.expected,
    basis: renderWhole(finding.basis, language),
    related: finding.related.map(({ at, label }) => ({ ...place(at), label: render(label, language), ...shownNumber(workbook, at) })),
    consequences: finding.consequences.map(({ at, label, actual, expected }) => ({ ...place(at), label: render(label, language), actual, expected })),
    fix: finding.fix && fixIn(finding.fix, language),
    ...(finding.awaits.length > 0 && { awaits: finding.awaits })
  };
}

/** A number, with its unit (148个), may be shown anywhere; a text may name somebody. */
function shownNumber(workbook: Workbook, { sheet, row, column }: CellAddress): { shown?: string } {
  const cell = findSheet(workbook, sheet)?.cell(row, column);
  return cell && (typeof cell.value === "number" || /^[\d,.]+ ?[%\p{L}]?$/u.test(cell.text)) ? { shown: cell.text } : {};
}

function fixIn({ at, kind, before, after, format, why, also }: PlannedFix, language: Language): Fix {
  const reason = render(why, language);
  return {
    ...place(at), kind, before, after, ...(format !== undefined && { format }), why: reason,
    ...(also && { also: also.map((cell) => ({ ...place(cell.at), kind: cell.kind, before: cell.before, after: cell.after, why: reason })) })
  };
}

function place({ sheet, row, column }: CellAddress): { sheet: string; cell: string } {
  return { sheet, cell: cellName(row, column) };
}
