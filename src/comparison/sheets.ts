import { render, say, type Language, type MessageId } from "../messages";
import type { ReportedFinding, WorkbookReport } from "../report/types";
import type { StationPerson } from "../report/people";
import { NO_NOTE, type DeskNote } from "../desk";
import type { CellStyle, SheetDescription, WrittenCell } from "../workbook";
import type { Agreement } from "../settings";
import { acrossStations } from "./across";
import { agreementSheet } from "./agreement-sheet";
import { FIGURES, type FigureKey } from "./columns";
import { districtOf } from "./district";
import { acrossSheet, districtSheet } from "./district-sheets";
import { shownNames } from "./names";
import { comparisonRow, doublesOf, namesOfDoubles, vetoesText, type ComparisonRow, type Duplicate, type State } from "./rows";
import { cell, number, tableSheet, text } from "./table-sheet";

/** More names of files than that help nobody; the sheet of all findings can be filtered. */
const MOST_NAMES = 20;

const STATE_STYLES: Readonly<Record<State, CellStyle>> = { failed: "error", errors: "error", warnings: "warning", unread: "warning", blank: "warning", clean: "good" };

export interface ComparisonOptions {
  readonly language?: Language;
  /** The persons of each workbook's roster. */
  readonly people?: readonly (readonly StationPerson[])[];
  /** What the assessor noted of each workbook; null where nobody keeps notes. */
  readonly notes?: readonly (DeskNote | null)[] | null;
  /** A list of the stations' agreements; none where nobody gave one. */
  readonly agreements?: readonly Agreement[];
}

/**
 * The comparison workbook (对照表): a row a station, all findings with file, sheet and cell, how often each rule spoke; of several stations what the
 * district comes to, and what they should be asked about each other. Texts of the workbooks stay
 * texts. Ignored findings are left out.
 */
export function comparisonSheets(
  reports: readonly WorkbookReport[], duplicates: readonly Duplicate[], { language = "zh", people = [], notes = null, agreements = [] }: ComparisonOptions = {}
): SheetDescription[] {
  const word = (id: MessageId, data = {}) => render(say(id, data), language);
  const names = shownNames(reports.map(({ file }) => file));
  const district = districtOf(reports);
  const questions = acrossStations(reports.map((report, index) => ({ report, people: people[index] ?? [] })));
  return [
    stations(reports.map((report) => comparisonRow(report)), names, duplicates, notes, language, word), findings(reports, names, word), rules(reports, names, word),
    ...(district.indicators.length > 0 || district.staffing.count > 1 ? [districtSheet(district, word)] : []),
    ...(agreements.length > 0 ? [agreementSheet(reports, names, agreements, language, word)] : []),
    ...(questions.length > 0 ? [acrossSheet(questions, reports, names, language, word)] : [])
  ];
}

/** A word of the catalogue in the comparison's language. */
export type Word = (id: MessageId, data?: Parameters<typeof say>[1]) => string;

function stations(rows: readonly ComparisonRow[], names: readonly string[], duplicates: readonly Duplicate[], notes: readonly (DeskNote | null)[] | null, language: Language, word: Word): SheetDescription {
  const heads: readonly MessageId[] = [
    "comparison-file", "comparison-station", "comparison-period", ...FIGURES.map(({ label }) => label), "comparison-state", "comparison-remark", ...(notes ? ["desk-state", "desk-remark"] as const : [])
  ];
  const doubles = doublesOf(duplicates, names);
  /** Why the row could not be checked, and what it is a double of. */
  const remark = ({ problem }: ComparisonRow, index: number): string =>
    [...(problem === null ? [] : [problem]), ...(doubles.get(index) ?? []).map(({ kind, files }) => word(`comparison-${kind}`, { files: namesOfDoubles(files, language) }))].join("\n");
  const body = rows.map((row, index) => [
    text(names[index]!),
    text(row.station),
    text(row.period && `${row.period.start} – ${row.period.end}`),
    ...FIGURES.map(({ key, kind }) => figureCell(row, key, kind, language, word)),
    cell(word(`comparison-state-${row.state}`), STATE_STYLES[row.state]),
    text(remark(row, index) || null),
    ...(notes ? [text(word(`desk-state-${(notes[index] ?? NO_NOTE).state}`)), text(notes[index]?.remark ?? null)] : [])
  ]);
  return tableSheet(word("comparison-sheet-stations"), word("comparison-title", { count: rows.length }), heads.map((id) => word(id)), body,
    [30, 26, 24, ...FIGURES.map(({ width }) => width), 12, 60, ...(notes ? [10, 50] : [])]);
}

function figureCell(row: ComparisonRow, key: FigureKey, kind: (typeof FIGURES)[number]["kind"], language: Language, word: Word): WrittenCell {
  // Nothing was counted in what could not be checked.
  if (row.problem !== null) return text(null);
  if (key === "phase") return text(row.phase && word(`comparison-${row.phase}`));
  if (key === "vetoes") return text(vetoesText(row.vetoes, language));
  if (key === "grade") return text(row.grade);
  return kind === "percent" ? cell(row[key], "percent") : number(row[key], FORMATS[kind]);
}

const FORMATS: Readonly<Record<string, string>> = { halves: "0.0", score: "0.00" };

/** Every rule's title stands under its own name. */
function titleOf(rule: string, word: Word): string {
  return word(`${rule}-title` as MessageId);
}

function findings(reports: readonly WorkbookReport[], names: readonly string[], word: Word): SheetDescription {
  const heads: readonly MessageId[] = [
    "comparison-file", "comparison-station", "comparison-severity", "comparison-sheet", "comparison-cell", "comparison-shown", "comparison-expected",
    "comparison-message", "comparison-basis", "comparison-rule"
  ];
  const body = reports.flatMap((report, index) => live(report).map((finding) => [
    text(names[index]!), text(report.station), cell(word(`severity-${finding.severity}`), finding.severity), text(finding.sheet), text(finding.cell),
    text(finding.actual), text(finding.expected), text(finding.message), text(finding.basis), text(titleOf(finding.rule, word))
  ]));
  return tableSheet(word("comparison-sheet-findings"), word("comparison-findings-title", { count: body.length }), heads.map((id) => word(id)), body,
    [26, 22, 8, 14, 8, 14, 14, 64, 36, 28]);
}

function rules(reports: readonly WorkbookReport[], names: readonly string[], word: Word): SheetDescription {
  const byRule = new Map<string, { severity: ReportedFinding["severity"]; count: number; files: Set<string> }>();
  for (const [index, report] of reports.entries()) {
    for (const { rule, severity } of live(report)) {
      const entry = byRule.get(rule) ?? { severity, count: 0, files: new Set<string>() };
      entry.count++;
      entry.files.add(names[index]!);
      byRule.set(rule, entry);
    }
  }
  const heads: readonly MessageId[] = ["comparison-rule", "comparison-severity", "comparison-count", "comparison-files-count", "comparison-files"];
  const body = [...byRule].sort(([, a], [, b]) => b.files.size - a.files.size || b.count - a.count).map(([rule, { severity, count, files }]) => [
    text(titleOf(rule, word)), cell(word(`severity-${severity}`), severity), number(count), number(files.size), text(listed([...files], word))
  ]);
  return tableSheet(word("comparison-sheet-rules"), word("comparison-rules-title", { count: byRule.size }), heads.map((id) => word(id)), body, [34, 8, 10, 12, 80]);
}

function listed(files: readonly string[], word: Word): string {
  const some = files.slice(0, MOST_NAMES).join(word("list-separator"));
  return files.length > MOST_NAMES ? word("comparison-files-more", { files: some, count: files.length }) : some;
}

function live(report: WorkbookReport): readonly ReportedFinding[] {
  return report.findings.filter((finding) => finding.ignored === null);
}
