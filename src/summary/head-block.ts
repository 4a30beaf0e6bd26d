import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import { isBlank } from "../report/blank";
import type { WorkbookReport } from "../report/types";
import { DETAILS_KEYS, SUMMARY_KEYS, type CellStyle } from "../workbook";
import { written, type SheetBuilder } from "./builder";
import { STATE } from "./earlier";
import { addFigures } from "./figures-block";
import { stateOf } from "./state";
import { VERSION } from "./version";
import { countFindings, coverageText, periodText, stationText } from "./words";

/** So many rows of 核查明细 stay in view and are repeated on every page. */
export const DETAILS_HEAD_ROWS = 2;

/** 核查汇总: station, period, phase, when and by which version; the verdict in one line; the figures. `checkedAt` is "2026-11-21 14:30", or "" when unknown. */
export function addSummaryHead(sheet: SheetBuilder, report: WorkbookReport, checkedAt: string, language: Language): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  sheet.banner(word("summary-title-of", { station: stationText(report.station, language) }), "title", SUMMARY_KEYS);
  sheet.banner(subtitle(report, checkedAt, language), "subtitle", STATE + stateOf(report));
  sheet.banner(verdict(report, language), verdictStyle(report));
  addFigures(sheet, report, language);
  sheet.banner(word("summary-origin", { file: baseName(report.file) }), "subtitle");
}

/** 核查明细: the same station and time; what the check looked at, and what it did not. */
export function addDetailsHead(sheet: SheetBuilder, report: WorkbookReport, checkedAt: string, language: Language): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const agreement = report.evaluation?.sources?.agreement;
  sheet.banner(word("details-title-of", { station: stationText(report.station, language) }), "title", DETAILS_KEYS);
  sheet.banner(subtitle(report, checkedAt, language), "subtitle");
  const line = (label: MessageId, text: string) => sheet.labelled(word(label), written(text, "text"));
  line("summary-agreement", agreement ? word("summary-agreement-of", agreement) : word("summary-agreement-unknown"));
  line("summary-coverage", coverageText(report.coverage, language));
  line("summary-tables-found", report.tables.map(({ kind, sheet: name, range }) =>
    word("summary-table-of", { kind: say(`table-${kind}`), sheet: name, range })).join(word("list-separator")));
  line("summary-not-checked", report.notChecked.join("\n") || word("summary-nothing-left-out"));
  sheet.banner(word("details-live"), "note");
}

function subtitle({ period, evaluation }: WorkbookReport, checkedAt: string, language: Language): string {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const phase = evaluation?.phase ? word(`phase-${evaluation.phase}`) : word("summary-no-phase");
  return word("summary-subtitle", { period: periodText(period, language), phase, checkedAt: checkedAt || word("summary-no-time"), version: VERSION });
}

/** 「错误 4 处、待核实 2 处」 or 「未发现错误」, and that some of the tables was not read. */
function verdict(report: WorkbookReport, language: Language): string {
  if (isBlank(report)) return render(say("pane-verdict-blank"), language);
  const { findings, unread } = report;
  const counts = countFindings(findings);
  const items = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0)
    .map((severity) => render(say(`summary-verdict-${severity}`, { count: counts[severity] }), language)).join(render(say("list-separator"), language));
  const sentence = counts.error > 0 ? say("summary-verdict-found", { items }) : items ? say("summary-verdict-clean-more", { items }) : say("summary-verdict-clean");
  const whole = unread.length > 0 ? say("summary-verdict-unread", { verdict: sentence }) : sentence;
  return render(counts.ignored ? say("summary-verdict-ignored", { verdict: whole, count: counts.ignored }) : whole, language);
}

function verdictStyle(report: WorkbookReport): CellStyle {
  if (isBlank(report)) return "verdict";
  const { findings, unread } = report;
  const { error, warning } = countFindings(findings);
  return error > 0 ? "verdictError" : warning + unread.length > 0 ? "verdictWarning" : "verdictGood";
}

/** The file's name without its folders, which are nobody's business who gets the copy. */
function baseName(file: string): string {
  return file.split(/[\\/]/).pop() ?? file;
}
