import { render, say, type Language } from "../messages";
import { REPORT_RULES } from "../rules/list";
import type { FoundStatement, ReportRule } from "../rules/report/report-rule";
import type { IgnoredFinding } from "../settings";
import { statedSettings, statementsOf, type Source, type Statement, type Witness } from "../statements";
import type { Triple } from "../tables/indicators/types";
import { areaInDocument, cellName, type TextDocument, type Workbook } from "../workbook";
import type { CheckResult } from "./check";
import { fingerprintOf } from "./fingerprint";
import { checkInFull } from "./index";
import { stationOnCover } from "./pairing";
import { settingsOf, type CheckOptions } from "./settings";
import type { RelatedCell, RelatedSentence, SentenceFinding, WrittenReport } from "./statement-types";
import type { WorkbookReport } from "./types";
import { tablesInDocument } from "./written-places";
import { proseInTables } from "./written-prose";

/** The workbook that a report speaks of, beside it. */
export interface Beside {
  readonly file: string;
  readonly workbook: Workbook;
}

/** Checks a report (评估报告): its tables as a workbook's, and its sentences against them, against the workbook beside it, and against each other. Never throws for what a document holds. */
export function checkWritten(document: TextDocument, options: CheckOptions = {}, beside: Beside | null = null): WrittenReport {
  const { report, stored, result } = checkInFull(document.workbook, { ...options, settings: { ...statedSettings(document), ...options.settings } });
  const other = beside && checkInFull(beside.workbook, { ...options, fileName: beside.file }).result;
  const sources = [...(result ? [sourceOf(result, null)] : []), ...(other ? [sourceOf(other, beside.file)] : [])];
  const statements = statementsOf(document, sources, settingsOf(document.workbook, options).settings);
  const tables = tablesOf(document, report, options);
  return {
    ...tables,
    findings: [...tables.findings, ...sentenceFindings(statements, document, stored.ignored, options.language ?? "zh")],
    statements: statements.map(({ place, kind, verdict }) => ({ place, kind, verdict }))
  };
}

/** What its tables say. A report without a table that can be checked is no failure: it has its sentences. */
function tablesOf(document: TextDocument, checked: WorkbookReport, { language = "zh" }: CheckOptions): WorkbookReport {
  const report = tablesInDocument(checked, document);
  const noTable = report.error?.code === "no-table";
  const left = [...(noTable ? [say("document-no-table")] : []), ...document.unread.map((what) => say(`document-unread-${what}`))];
  return { ...report, station: report.station ?? stationOnCover(document), notChecked: [...left.map((sentence) => render(sentence, language)), ...proseInTables(document, checked.tables, language), ...report.notChecked], error: noTable ? null : report.error };
}

/** What of a check sentences are held against. */
export function sourceOf({ workbook, tables, evaluation, settings, indicators, arithmetic }: CheckResult, file: string | null): Source {
  return {
    file, workbook, tables, evaluation, settings, indicators: [...indicators.map(({ area, triple }) => ({ area, triple })), ...columnsOfAreas(tables, indicators)],
    idealOf: (at) => {
      const ideal = arithmetic.at(at)?.ideal;
      return typeof ideal === "number" ? ideal : undefined;
    }
  };
}

/** A list whose areas stand side by side before their sum (协议量 · 东片区 · 西片区 · 合计完成): what was done in each. */
function columnsOfAreas({ overall, cards }: CheckResult["tables"], indicators: CheckResult["indicators"]): { area: string; triple: Triple }[] {
  return [...overall, ...cards].flatMap(({ proven }) => proven.sums.flatMap(({ total, parts, words }) => {
    const whole = indicators.find(({ triple: { done: { at } } }) => at.sheet === total.at.sheet && at.row === total.at.row && at.column === total.at.column);
    return whole && words.length === parts.length && words.every((word) => /片区|片$/u.test(word)) ? parts.map((done, i) => ({ area: words[i]!, triple: { ...whole.triple, target: null, done, rate: null } })) : [];
  }));
}

/** The findings of sentences in the order of the text. */
function sentenceFindings(statements: readonly Statement[], document: TextDocument, ignored: readonly IgnoredFinding[], language: Language): SentenceFinding[] {
  const times = new Map<string, number>();
  const findings = REPORT_RULES.flatMap((rule) => rule.check(statements).map((statement) => findingOf(rule, statement, times, { document, ignored, language })));
  return findings.sort((a, b) => a.place.paragraph - b.place.paragraph || a.place.start - b.place.start);
}

/** Where findings are told of, and how. */
interface Telling {
  readonly document: TextDocument;
  readonly ignored: readonly IgnoredFinding[];
  readonly language: Language;
}

function findingOf({ meta, basis }: ReportRule, statement: FoundStatement, times: Map<string, number>, { document, ignored, language }: Telling): SentenceFinding {
  const { place, kind, subject, scope, witnesses, contradiction: { severity, message, actual, expected } } = statement;
  // Of several findings of one subject the nth: no place, so that edits elsewhere leave it alone.
  const key = [meta.id, kind, subject, scope].join("\u0000");
  const nth = (times.get(key) ?? 0) + 1;
  times.set(key, nth);
  const fingerprint = fingerprintOf({ rule: meta.id, subject: { table: "workbook", row: `${kind}|${subject}|${scope}`, column: `${nth}` } });
  const entry = ignored.find((one) => one.fingerprint === fingerprint && one.actual === actual);
  return {
    rule: meta.id, severity, sheet: null, cell: null, place, message: render(message, language), actual, expected, basis: render(basis, language),
    related: witnesses.map((witness) => relatedOf(witness, document, language)), consequences: [], fix: null, fingerprint, ignored: entry ? { reason: entry.reason } : null
  };
}

/** Cells of the report's own tables are told where the document has them. */
function relatedOf(witness: Witness, document: TextDocument, language: Language): RelatedCell | RelatedSentence {
  const label = render(witness.label, language);
  if ("place" in witness) return { paragraph: witness.place.paragraph, quote: witness.place.quote, label };
  const { cell: { sheet, row, column }, file } = witness;
  const cell = cellName(row, column);
  if (file !== null) return { sheet, cell, label, file };
  const told = areaInDocument(document, sheet, cell);
  return { sheet: told.sheet, cell: told.area, label };
}
