import { render, say, type MessageId } from "../messages";
import type { ReportedFinding, WorkbookReport } from "../report";
import { groupFindings, type FindingGroup } from "../report/group";
import type { SentenceFinding, WrittenReport } from "../report/statement-types";
import { selfCheckSentence } from "../report/self-check";
import { relatedText } from "../report/written-remarks";
import { isWritten, sentenceFindings, tablesReport } from "../report/written-findings";
import { agreementText } from "../agreements";
import type { Listed } from "./one";
import { midLines } from "./mid-text";
import { coverageText, splitNotes } from "../summary";
import { percentText, scoreText } from "../values/numbers";

const COLOURS = { error: "\u001b[31m", warning: "\u001b[33m", info: "\u001b[36m", strong: "\u001b[1m", quiet: "\u001b[2m" } as const;
const RESET = "\u001b[0m";

const words = (id: MessageId, data: Record<string, string | number> = {}): string => render(say(id, data));

type Paint = (text: string, colour: keyof typeof COLOURS) => string;

/** Colours texts where the terminal shows colours. */
export function painter(coloured: boolean): Paint {
  return (text, colour) => (coloured ? COLOURS[colour] + text + RESET : text);
}

/** The report of one workbook for people: findings by table, in Chinese, with columns aligned. */
export function reportText(given: WorkbookReport | WrittenReport, coloured: boolean): string {
  const paint = painter(coloured);
  const report = tablesReport(given);
  const sentences = isWritten(given) ? sentenceFindings(given).filter(({ ignored }) => ignored === null) : [];
  const lines = [paint(printable(report.file), "strong")];
  const unchecked = report.notChecked.map((sentence) => `  ${words("cli-not-checked")}：${printable(sentence)}`);
  if (report.error) return [...lines, `  ${paint(words("cli-unreadable"), "error")}  ${report.error.message}`, ...unchecked].join("\n");
  lines.push(`  ${words("cli-station")}：${report.station ?? words("cli-unknown")}    ${words("cli-period")}：${periodText(report)}`);
  const shown = report.findings.filter((finding) => finding.ignored === null);
  if (isWritten(given) && given.beside !== undefined) lines.push(`  ${words("document-beside")}：${printable(given.beside)}`);
  lines.push(`  ${words("cli-result")}：${countText([...sentences, ...shown])}${ignoredText(given)}`);
  const { agreement } = given as Listed;
  if (agreement !== undefined) lines.push(`  ${words("agreements-title")}：${agreement ? agreementText(agreement, "zh") : words("agreements-unknown")}`);
  if (report.selfCheck) lines.push(`  ${render(selfCheckSentence(report.selfCheck))}`);
  if (isWritten(given)) lines.push(...statementLines(given, sentences, paint));
  for (const group of groupFindings(shown, report.tables)) {
    lines.push("", `  ${paint(headingOf(group), "strong")}`);
    const width = Math.max(...group.findings.map((finding) => finding.cell.length));
    for (const finding of group.findings) lines.push(...findingLines(finding, width, paint));
  }
  lines.push(...midLines(report, paint));
  lines.push("", `  ${coverageText(report.coverage, "zh")}`);
  lines.push(...unchecked, ...evaluationLines(report));
  return lines.join("\n");
}

/** What the sentences of a report say: how much was understood, then each finding under its paragraph, counted from 1. */
function statementLines({ statements }: WrittenReport, findings: readonly SentenceFinding[], paint: Paint): string[] {
  const count = (verdict: string): number => statements.filter((statement) => statement.verdict === verdict).length;
  const lines = statements.length === 0 ? [] : [`  ${words("document-statements")}：${words("document-statement-counts", { understood: statements.length, agrees: count("agrees"), contradicts: count("contradicts"), unknown: count("unknown") })}`];
  if (findings.length > 0) lines.push("", `  ${paint(words("document-statements"), "strong")}`);
  for (const { severity, place, message, basis, related } of findings) {
    lines.push(`    ${paint(words(`cli-${severity}`), severity)}  ${words("document-paragraph", { number: place.paragraph + 1 })}  「${printable(place.quote)}」`, `          ${printable(message)}`);
    lines.push(paint(`          ${words("cli-basis")}：${printable(basis)}`, "quiet"));
    if (related.length > 0) lines.push(paint(`          ${words("cli-related")}：${printable(list(related.map((one) => relatedText(one))))}`, "quiet"));
  }
  return lines;
}

function findingLines(finding: ReportedFinding, width: number, paint: Paint): string[] {
  const indent = " ".repeat(width + 12);
  const values = [
    finding.actual === "" ? "" : `${words("cli-shows")} ${finding.actual}`,
    finding.expected === "" ? "" : `${words("cli-should")} ${finding.expected}`
  ].filter((value) => value !== "").join("  ");
  const lines = [`    ${paint(words(`cli-${finding.severity}`), finding.severity)}  ${finding.cell.padEnd(width)}  ${printable(values)}`];
  lines.push(`${indent}${printable(finding.message)}`);
  lines.push(paint(`${indent}${words("cli-basis")}：${printable(finding.basis)}`, "quiet"));
  if (finding.related.length > 0) lines.push(paint(`${indent}${words("cli-related")}：${printable(list(finding.related.map(({ sheet, cell, label }) => `${sheet}!${cell} ${label}`)))}`, "quiet"));
  for (const { sheet, cell, label, actual, expected } of finding.consequences) {
    lines.push(`${indent}${words("cli-consequence")}：${printable(`${sheet}!${cell} ${label} ${actual} → ${expected}`)}`);
  }
  return lines;
}

/** At most six; a whole column of related cells helps nobody on a terminal. */
function list(items: readonly string[]): string {
  return items.length > 6 ? `${items.slice(0, 6).join("，")} …（${items.length}）` : items.join("，");
}

/** One line, without the control characters that a cell may hold and a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").replace(/\p{Cc}/gu, "");
}

function headingOf({ table, sheet }: FindingGroup): string {
  return table ? `${words(`table-${table.kind}`)}  ${printable(table.sheet)} ${table.range}` : `${words("cli-elsewhere")}  ${printable(sheet)}`;
}

function periodText({ period }: WorkbookReport): string {
  return period ? words("cli-period-text", { start: period.start, end: period.end, months: period.months }) : words("cli-unknown");
}

/** 「错误 1，待核实 2，供参考 0」 */
export function countText(findings: readonly Pick<ReportedFinding, "severity">[]): string {
  return (["error", "warning", "info"] as const)
    .map((severity) => `${words(`cli-${severity}`)} ${findings.filter((finding) => finding.severity === severity).length}`)
    .join("，");
}

function ignoredText({ findings }: WorkbookReport | WrittenReport): string {
  const ignored = (findings as WrittenReport["findings"]).filter((finding) => finding.ignored !== null).length;
  return ignored === 0 ? "" : `（${words("cli-ignored", { count: ignored })}）`;
}

function evaluationLines({ evaluation }: WorkbookReport): string[] {
  if (!evaluation) return [];
  const { staffing, retention, scores } = evaluation;
  const lines: string[] = [];
  if (staffing) {
    lines.push(words("cli-staffing", { due: staffing.due, actual: staffing.actual, certifiedDue: staffing.certified.due, certified: staffing.certified.actual }));
  }
  if (retention) lines.push(words("cli-retention", { retained: retention.retained, headcount: retention.headcount, rate: percentText(retention.rate) }));
  if (scores?.total !== null && scores !== null) lines.push(words("cli-scores", { total: scoreText(scores.total), grade: scores.grade ?? words("cli-unknown") }));
  const { found, assumed } = splitNotes(evaluation.notes, "zh");
  lines.push(...found.map((note) => words("cli-note", { note: printable(note) })));
  if (assumed.length > 0) lines.push(`${words("derived-check")}：`, ...assumed.map((what) => `  ${printable(what)}`));
  return lines.length === 0 ? [] : ["", ...lines.map((line) => `  ${line}`)];
}

/** One line over all workbooks of a run. */
export function totalText(reports: readonly (WorkbookReport | WrittenReport)[]): string {
  const failed = reports.filter((report) => report.error !== null).length;
  const wrong = reports.filter((report) => (report.findings as WrittenReport["findings"]).some((finding) => finding.severity === "error" && finding.ignored === null)).length;
  return words("cli-total", { count: reports.length, wrong, failed });
}
