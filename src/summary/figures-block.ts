import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedEvaluation, ReportedIndicator, WorkbookReport } from "../report/types";
import { percentText, shareText } from "../values/numbers";
import type { CellStyle } from "../workbook";
import { written, type SheetBuilder } from "./builder";
import { FIGURE } from "./grid";

/** So many sentences of what was not checked stand on the first page; 核查明细 has them all. */
const MOST_LEFT_OUT = 3;
/** Rates and shares of time are ratios: a difference below this is binary rest. */
const REST = 1e-9;

interface Figure {
  readonly text: Sentence;
  /** It hangs on a default that nobody has confirmed: grey, and it says so. */
  readonly unsure?: boolean;
}

/** The six figures that a reader looks for first (主要数据), as the check found them. */
export function addFigures(sheet: SheetBuilder, report: WorkbookReport, language: Language): void {
  const { evaluation, notChecked } = report;
  const figures: [MessageId, Figure][] = [
    ["figure-staff", staffFigure(evaluation)],
    ["figure-certified", certifiedFigure(evaluation)],
    ["figure-retention", retentionFigure(evaluation)],
    ["figure-progress", progressFigure(evaluation?.indicators ?? [])],
    ["figure-grade", gradeFigure(evaluation)],
    ["figure-not-checked", { text: leftOut(notChecked, language) }]
  ];
  for (const [label, { text, unsure }] of figures) {
    const style: CellStyle = unsure ? "unsure" : "figure";
    sheet.row([[FIGURE.label, written(render(say(label), language), "label")], [FIGURE.value, written(render(text, language), style)]], `figure.${label}`);
  }
}

function staffFigure(evaluation: ReportedEvaluation | null): Figure {
  if (!evaluation?.staffing) return { text: say("figure-no-roster") };
  const { due, actual, surplus, headcount, confirmed } = evaluation.staffing;
  const figure = say("figure-staff-of", { due, actual, surplus: surplusOf(surplus) });
  return confirmed.headcount ? { text: figure } : { text: say("figure-default", { figure, by: say("figure-default-headcount", { headcount }) }), unsure: true };
}

function certifiedFigure(evaluation: ReportedEvaluation | null): Figure {
  if (!evaluation?.staffing) return { text: say("figure-no-roster") };
  const { certified: { due, actual, share }, headcount, confirmed } = evaluation.staffing;
  const figure = say("figure-staff-of", { due, actual, surplus: surplusOf(Number((actual - due).toPrecision(12))) });
  if (confirmed.headcount && confirmed.share) return { text: say("figure-with", { figure, more: say("figure-share", { share: shareText(share) }) }) };
  const by = say(confirmed.headcount ? "figure-default-share" : confirmed.share ? "figure-default-headcount" : "figure-default-both", { headcount, share: shareText(share) });
  return { text: say("figure-default", { figure, by }), unsure: true };
}

function surplusOf(surplus: number): Sentence {
  return surplus === 0 ? say("figure-exact") : say(surplus > 0 ? "figure-surplus" : "figure-short", { count: Math.abs(surplus) });
}

function retentionFigure(evaluation: ReportedEvaluation | null): Figure {
  if (!evaluation?.retention || !evaluation.staffing) return { text: say("figure-no-roster") };
  const { retained, headcount, rate, limit, meets } = evaluation.retention;
  const figure = say("figure-retention-of", { rate: percentText(rate), retained, headcount, limit: shareText(limit), meets: say(meets ? "summary-meets" : "summary-below") });
  return evaluation.staffing.confirmed.headcount ? { text: figure } : { text: say("figure-default", { figure, by: say("figure-default-headcount", { headcount }) }), unsure: true };
}

/** Each indicator of the whole station once; of a station that states areas alone, each area's. */
function progressFigure(indicators: readonly ReportedIndicator[]): Figure {
  const whole = indicators.filter(({ area }) => area === null);
  const seen = new Set<string>();
  const counted = (whole.length > 0 ? whole : indicators).filter(({ subject, area, rate }) => {
    const key = `${subject}\n${area ?? ""}`;
    return rate !== null && !seen.has(key) && seen.add(key) !== undefined;
  });
  if (counted.length === 0) return { text: say("figure-no-indicators") };
  const share = counted[0]!.timeShare;
  if (share === null) return { text: say("figure-no-time", { count: counted.length, reached: counted.filter(({ rate }) => rate! >= 1).length }) };
  const late = counted.filter(({ rate }) => rate! < 1 && rate! < share - REST).length;
  return { text: say(late > 0 ? "figure-late" : "figure-none-late", { late, count: counted.length, share: percentText(share) }) };
}

function gradeFigure(evaluation: ReportedEvaluation | null): Figure {
  const vetoes = evaluation?.vetoes ?? [];
  const met = vetoes.filter(({ state }) => state === "met").length;
  const scores = evaluation?.scores ?? null;
  const grade = scores?.grade != null && scores.total !== null ? say("figure-grade-of", { grade: scores.grade, total: scores.total.toFixed(2) })
    : scores && Object.keys(scores.parties).length > 0 ? say("figure-grade-open") : say("figure-no-grade");
  if (met > 0) return { text: say("figure-with", { figure: grade, more: say("figure-vetoes", { count: met }) }) };
  return vetoes.some(({ state }) => state === "unconfirmed") ? { text: say("figure-with", { figure: grade, more: say("figure-veto-open") }) } : { text: grade };
}

function leftOut(notChecked: readonly string[], language: Language): Sentence {
  if (notChecked.length === 0) return say("figure-all-checked");
  const said = notChecked.slice(0, MOST_LEFT_OUT).join(render(say("figure-separator"), language));
  return say(notChecked.length > MOST_LEFT_OUT ? "figure-left-out-more" : "figure-left-out", { count: notChecked.length, said });
}
