import { render, say, type Language, type Sentence } from "../messages";
import type { ReportedEvaluation } from "../report/types";
import { written, type SheetBuilder } from "./builder";
import { percentText, splitNotes } from "./words";

const MONTHS_FORMAT = "0.0";
const SCORE_FORMAT = "0.00";

/** Staffing, retention, score and grade (人员与评分). Persons are not listed: the summary names nobody. */
export function addEvaluation(sheet: SheetBuilder, evaluation: ReportedEvaluation, language: Language): void {
  const { staffing, retention, scores, vetoes, notes } = evaluation;
  const met = vetoes.filter((veto) => veto.state === "met");
  if (!staffing && !retention && !scores && !met.length && !notes.length) return;
  const word = (sentence: Sentence) => render(sentence, language);
  sheet.heading(word(say("summary-evaluation")));
  const months = (label: Sentence, value: number) => sheet.labelled(word(label), value, "number", { format: MONTHS_FORMAT });
  if (evaluation.months !== null) months(say("summary-months"), evaluation.months);
  if (staffing) {
    sheet.labelled(word(say("summary-headcount")), staffing.headcount, "number");
    months(say("summary-due"), staffing.due);
    months(say("summary-actual-months"), staffing.actual);
    months(say(staffing.surplus < 0 ? "summary-shortage" : "summary-surplus"), Math.abs(staffing.surplus));
    months(say("summary-certified-due", { share: percentText(staffing.certified.share) }), staffing.certified.due);
    months(say("summary-certified-actual"), staffing.certified.actual);
  }
  if (retention) {
    const limit = say(retention.meets ? "summary-meets-limit" : "summary-below-limit", { limit: percentText(retention.limit) });
    sheet.labelled(word(say("summary-retained")), retention.retained, "number");
    sheet.labelled(word(say("summary-retention")), `${(retention.rate * 100).toFixed(2)}% · ${word(limit)}`, retention.meets ? "text" : "warning");
  }
  if (scores) {
    if (scores.total !== null) sheet.labelled(word(say("summary-score")), scores.total, "number", { format: SCORE_FORMAT });
    if (scores.grade !== null) sheet.labelled(word(say("summary-grade")), scores.grade);
  }
  for (const veto of met) sheet.labelled(word(say("summary-veto")), veto.detail, "warning");
  const { found, assumed } = splitNotes(notes, language);
  for (const note of found) sheet.labelled(word(say("summary-note")), note, "muted");
  if (staffing?.byMonth.length) addMonths(sheet, staffing.byMonth, word);
  if (assumed.length) {
    sheet.heading(word(say("derived-check")));
    for (const what of assumed) sheet.banner(what, "muted");
  }
}

/** Persons present month by month (各月人次). */
function addMonths(sheet: SheetBuilder, byMonth: NonNullable<ReportedEvaluation["staffing"]>["byMonth"], word: (sentence: Sentence) => string): void {
  sheet.heading(word(say("summary-by-month")));
  sheet.heads((["summary-month", "summary-weight", "summary-certified", "summary-uncertified", "summary-month-total"] as const).map((id) => word(say(id))));
  for (const { month, weight, certified, uncertified, total } of byMonth) {
    sheet.row(written(month, "text"), ...[weight, certified, uncertified, total].map((count) => written(count, "number", { format: MONTHS_FORMAT })));
  }
}
