import { uncheckedColumns, uncheckedSentences } from "./unchecked";
import type { Evaluation } from "../evaluation";
import { render, say, type Language, type MessageId } from "../messages";
import { PARTIES } from "../values/party";
import { cellName } from "../workbook";
import type { CheckResult } from "./check";
import { sourcesOf } from "./sources";
import { printedScores } from "./printed-scores";
import type { ReportedEvaluation } from "./types";

/** The evaluation in its JSON form; names of staff only where the settings ask for them. */
export function reportEvaluation(result: CheckResult, language: Language): ReportedEvaluation {
  const { evaluation, settings } = result;
  const { staffing, retention, seniority, scores } = evaluation;
  return {
    phase: evaluation.phase,
    months: evaluation.months,
    staffing: staffing && {
      headcount: staffing.headcount, due: staffing.due, actual: staffing.actual, surplus: staffing.surplus,
      certified: { share: staffing.certified.share, due: staffing.certified.due, actual: staffing.certified.actual },
      confirmed: staffing.confirmed,
      byMonth: staffing.byMonth.map(({ month, weight, certified, uncertified, total, due }) => ({ month, weight, certified, uncertified, total, due })),
      atEnd: staffing.atEnd,
      trainingHours: staffing.trainingHours
    },
    retention: retention && {
      retained: retention.retained, headcount: retention.headcount, rate: retention.rate, printed: retention.printed,
      limit: retention.limit, meets: retention.meets
    },
    seniority: seniority && { personMonths: seniority.personMonths, share: seniority.share === null ? 0 : Number(seniority.share.toFixed(4)) },
    people: evaluation.people.map((person) => ({
      sheet: person.sheet, row: person.row, no: person.no, group: person.group,
      ...(settings.showNames && { name: person.name }),
      months: person.months.map((month) => month.value), total: person.total, printed: person.printed, retained: person.retained,
      reasons: person.months.map((month) => render(month.reason, language))
    })),
    indicators: result.indicators.map(({ name, subject, area, target, done, rate, printed, at, table }) => ({
      name, subject, area, target, done, rate, printed, timeShare: evaluation.timeShare, table, sheet: at.sheet, cell: cellName(at.row, at.column)
    })),
    scores: scores && {
      parties: Object.fromEntries(PARTIES.flatMap((party) => (scores.parties[party] === null ? [] : [[party, scores.parties[party]]]))),
      total: scores.total,
      grade: scores.grade,
      printed: printedScores(result.tables)
    },
    vetoes: evaluation.vetoes.map(({ id, state, detail }) => ({ id, state, detail: render(detail, language) })),
    notes: notesOf(evaluation, language),
    sources: sourcesOf(result)
  };
}

function notesOf(evaluation: Evaluation, language: Language): string[] {
  return [...evaluation.notes.map((note) => render(note.sentence, language)), ...evaluation.assumptions.map((assumption) => render(assumption.sentence, language))];
}

/** What could not be checked, and why, so that silence can be trusted. */
export function notChecked(result: CheckResult, language: Language): string[] {
  const { tables, arithmetic } = result;
  const sentences = [];
  if (tables.rosters.length === 0) sentences.push(say(tables.blankRosters.length > 0 ? "not-checked-blank-roster" : "not-checked-no-roster"));
  if (tables.matrices.length + tables.overall.length + tables.cards.length === 0) sentences.push(say("not-checked-no-indicators"));
  if (tables.period === null) sentences.push(say("not-checked-no-period"));
  const periods = new Set(tables.matrices.flatMap(({ period }) => (period ? [`${period.start}/${period.end}`] : [])));
  if (periods.size > 1) sentences.push(say("not-checked-several-matrices"));
  const apart = new Map(arithmetic.joined.flatMap(({ apartFrom, statements: [first] }) => (apartFrom ? [[first!.table.sheet, apartFrom.sheet] as const] : [])));
  for (const [sheet, other] of apart) sentences.push(say("not-checked-apart", { sheet, other }));
  // A file that is calculated anew on opening, as after a fix of ours, shows just what was checked.
  if (result.computed > 0 && !result.workbook.recalculatesOnOpen) sentences.push(say("not-checked-computed", { count: result.computed }));
  if (result.notComputed > 0) sentences.push(say("not-checked-values", { count: result.notComputed }));
  sentences.push(...uncheckedSentences(result));
  const undecided = new Map<string, string[]>();
  for (const { meaning, verdict } of arithmetic.judgements) {
    // Without a number of its own the cell has nothing to be judged by.
    if (verdict?.state !== "cannot-tell" || verdict.reason === "no-inputs") continue;
    const cells = undecided.get(verdict.reason) ?? [];
    undecided.set(verdict.reason, cells);
    cells.push(`${meaning.at.sheet}!${cellName(meaning.at.row, meaning.at.column)}`);
  }
  for (const [reason, cells] of undecided) {
    const listed = cells.length > 5 ? `${cells.slice(0, 5).join("、")} …` : cells.join("、");
    sentences.push(say("not-checked-formula", { count: cells.length, reason: say(REASONS.get(reason) ?? "reason-parse"), cells: listed }));
  }
  return sentences.map((sentence) => render(sentence, language));
}

const REASONS = new Map([
  ["unknown-function", "reason-unknown-function"], ["other-workbook", "reason-other-workbook"], ["unread-sheet", "reason-unread-sheet"], ["circular", "reason-circular"],
  ["limit", "reason-limit"], ["no-year", "reason-no-year"], ["parse", "reason-parse"], ["volatile", "reason-volatile"], ["parts-between", "reason-parts-between"], ["other-sheet", "reason-other-sheet"]
] as const) as ReadonlyMap<string, MessageId>;

/** How much was proved: cells of each kind that had something to be compared with, persons, marks. */
export function coverageOf(result: CheckResult): Record<string, number> {
  const { tables, arithmetic } = result;
  const judged = arithmetic.judgements.filter(({ stated }) => stated !== undefined);
  const count = (...roles: string[]): number => judged.filter(({ meaning }) => roles.includes(meaning.role)).length;
  const people = tables.rosters.flatMap((roster) => roster.persons);
  const rates = count("rate");
  const open = uncheckedColumns(result).reduce((sum, column) => sum + column.count, 0);
  return {
    rates,
    ...(open > 0 && { percentages: rates + open }),
    totals: count("total"),
    formulas: arithmetic.judgements.filter(({ verdict }) => verdict !== null && verdict.state !== "cannot-tell").length,
    repeated: arithmetic.joined.reduce((sum, { statements }) => sum + Math.max(0, statements.length - 1), 0),
    people: people.length,
    marks: people.reduce((sum, person) => sum + person.marks.reduce((inner, month) => inner + month.length, 0), 0),
    subtotals: count("person-total", "tick-count", "month-total", "column-sum", "grand-total", "retention"),
    scores: count("converted", "score-sum", "mean")
  };
}
