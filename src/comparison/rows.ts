import { agreementFacts, type AgreementFacts } from "../agreements/told";
import { render, say, type Language } from "../messages";
import { isBlank } from "../report/blank";
import type { Agreement } from "../settings";
import type { ReportedFinding, WorkbookReport } from "../report/types";

/** How a workbook stands in a comparison: could not be checked, has errors, has only warnings, has neither (but something was not read), is not filled in yet. */
export type State = "failed" | "errors" | "warnings" | "unread" | "blank" | "clean";

/** One workbook of many, as a row. Counts leave ignored findings out; rates are ratios; null is not known. */
export interface ComparisonRow {
  /** As it was given: a path, or the name of the file that was dropped. */
  readonly file: string;
  readonly station: string | null;
  readonly phase: "mid" | "final" | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  /** 考核月数 */
  readonly months: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** 应到, 实到 in 人次 */
  readonly due: number | null;
  readonly actual: number | null;
  /** 缺配, 持证缺配 in 人次, 0 where nobody is missing */
  readonly shortage: number | null;
  readonly certifiedShortage: number | null;
  /** Headcount and share of certified staff were set: before that a shortage is no verdict. */
  readonly isConfirmed: boolean;
  /** 一票否决情形: those that are met, and those that are once the headcount is confirmed; null where nothing can be told. */
  readonly vetoes: { readonly met: number; readonly unconfirmed: number } | null;
  /** 落后几项: indicators behind the agreement's time gone by; null where that is not known. */
  readonly behind: number | null;
  /** 未核查: how many things could not be read or checked. */
  readonly unchecked: number;
  /** 稳岗率 as a ratio, 0.7 */
  readonly retention: number | null;
  readonly total: number | null;
  readonly grade: string | null;
  readonly state: State;
  /** Why it could not be checked. */
  readonly problem: string | null;
  /** What a list of agreements says of the station; null without a list, or where it does not know the station. */
  readonly agreement: AgreementFacts | null;
}

export function comparisonRow(report: WorkbookReport, agreements: readonly Agreement[] = []): ComparisonRow {
  const { evaluation, error } = report;
  const staffing = evaluation?.staffing;
  const errors = count(report.findings, "error");
  const warnings = count(report.findings, "warning");
  return {
    file: report.file,
    station: report.station,
    phase: evaluation?.phase ?? null,
    period: report.period && { start: report.period.start, end: report.period.end },
    months: evaluation?.months ?? null,
    errors,
    warnings,
    due: staffing?.due ?? null,
    actual: staffing?.actual ?? null,
    shortage: staffing ? short(staffing.due, staffing.actual) : null,
    certifiedShortage: staffing ? short(staffing.certified.due, staffing.certified.actual) : null,
    isConfirmed: staffing !== undefined && staffing !== null && staffing.confirmed.headcount && staffing.confirmed.share,
    vetoes: vetoesOf(report),
    behind: evaluation?.indicators.some(({ timeShare }) => timeShare !== null) ? report.findings.filter(({ rule, ignored }) => rule === "progress-behind" && ignored === null).length : null,
    unchecked: report.notChecked.length,
    retention: evaluation?.retention?.rate ?? null,
    total: evaluation?.scores?.total ?? null,
    grade: evaluation?.scores?.grade ?? null,
    state: error ? "failed" : errors > 0 ? "errors" : warnings > 0 ? "warnings" : report.unread.length > 0 ? "unread" : isBlank(report) ? "blank" : "clean",
    problem: error?.message ?? null,
    agreement: agreementFacts(report, agreements)
  };
}

function short(due: number, actual: number): number {
  return Math.max(0, due - actual);
}

function vetoesOf({ evaluation }: WorkbookReport): ComparisonRow["vetoes"] {
  const known = (evaluation?.vetoes ?? []).filter(({ state }) => state !== "unknown");
  if (known.length === 0) return null;
  return { met: known.filter(({ state }) => state === "met").length, unconfirmed: known.filter(({ state }) => state === "unconfirmed").length };
}

/** "成立 1，待确认 1"; "无" where none is met, null where nothing can be told. */
export function vetoesText(vetoes: ComparisonRow["vetoes"], language: Language): string | null {
  if (!vetoes) return null;
  const { met, unconfirmed } = vetoes;
  const parts = [...(met > 0 ? [say("comparison-vetoes-met", { count: met })] : []), ...(unconfirmed > 0 ? [say("comparison-vetoes-open", { count: unconfirmed })] : [])];
  return parts.length === 0 ? render(say("comparison-vetoes-none"), language) : parts.map((part) => render(part, language)).join(render(say("list-separator"), language));
}

function count(findings: readonly ReportedFinding[], severity: ReportedFinding["severity"]): number {
  return findings.filter((finding) => finding.severity === severity && finding.ignored === null).length;
}

/** Files that are probably one submission: the same bytes under two names, or the same station and period twice. */
export interface Duplicate {
  readonly kind: "same-file" | "same-station";
  /** Indices into the rows. */
  readonly rows: readonly number[];
}

/**
 * Finds what was submitted twice. `hashes` are those of the files' bytes, in the order of the rows; null where a file could
 * not be read. Files with the same bytes are not said to have the same station again.
 */
export function findDuplicates(rows: readonly ComparisonRow[], hashes: readonly (string | null)[]): Duplicate[] {
  const sameFile = groups(rows.map((_, index) => hashes[index] ?? null));
  const copies = new Set(sameFile.flatMap(([, ...others]) => others));
  const stations = rows.map(({ station, period }, index) =>
    (station === null || period === null || copies.has(index) ? null : JSON.stringify([station.replace(/\s/g, ""), period.start, period.end])));
  return [
    ...sameFile.map((indices): Duplicate => ({ kind: "same-file", rows: indices })),
    ...groups(stations).map((indices): Duplicate => ({ kind: "same-station", rows: indices }))
  ];
}

/** The indices that share a key, for every key that stands more than once. */
function groups(keys: readonly (string | null)[]): number[][] {
  const byKey = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  return [...byKey.values()].filter((indices) => indices.length > 1);
}

/** What a workbook is a double of: the names of the other files. */
export interface Double {
  readonly kind: Duplicate["kind"];
  readonly files: readonly string[];
}

/** More names than that are told by their number. */
const MOST_DOUBLES = 2;

/** "甲.xlsx、乙.xlsx 等 7 个": the files that a row is a double of. */
export function namesOfDoubles(files: readonly string[], language: Language): string {
  const separator = render(say("list-separator"), language);
  if (files.length <= MOST_DOUBLES + 1) return files.join(separator);
  return render(say("comparison-files-more", { files: files.slice(0, MOST_DOUBLES).join(separator), count: files.length }), language);
}

/** Of every row that is a double, what of; `names` are those of the files in the order of the rows. */
export function doublesOf(duplicates: readonly Duplicate[], names: readonly string[]): ReadonlyMap<number, readonly Double[]> {
  const byRow = new Map<number, readonly Double[]>();
  for (const { kind, rows } of duplicates) {
    for (const row of rows) byRow.set(row, [...byRow.get(row) ?? [], { kind, files: rows.filter((other) => other !== row).map((other) => names[other]!) }]);
  }
  return byRow;
}
