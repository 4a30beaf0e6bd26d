import { say } from "../messages";
import type { Settings } from "../settings/types";
import { clean } from "../values/exact";
import { agreementMonths, guessPhase, monthsCounted, overlappingPeriod } from "./months";
import { assumptions, rosterNotes, scoreNotes } from "./notes";
import { evaluateRoster } from "./roster";
import { evaluateScores } from "./scores";
import type { Evaluation, EvaluationInput, EvaluationNote, RosterEvaluation } from "./types";
import { evaluateVetoes } from "./vetoes";

/** Computes what an assessor computes by hand from the tables of one workbook. Pure: reads nothing else, changes nothing. */
export function evaluate(input: EvaluationInput, settings: Settings): Evaluation {
  const titled = input.periods.map(({ period }) => period);
  const rosters = input.rosters.map((roster) => evaluateRoster(roster, titled, settings));
  const wanted = settings.period ?? titled[0] ?? null;
  const used = chosen(rosters, wanted);
  const period = used ? used.period : wanted;
  const months = used ? used.months : period ? monthsCounted(period) : null;
  const phaseGuessed = settings.phase === null;
  const phase = settings.phase ?? (months === null ? null : guessPhase(months));
  const agreement = used?.roster.agreement ?? null;
  const timeShare = months !== null && agreement ? clean(months / agreementMonths(agreement)) : null;
  const staffing = used?.staffing ?? null;
  const scores = evaluateScores(input.scores, settings);
  const vetoes = evaluateVetoes(staffing, phase, settings);
  const notes: EvaluationNote[] = [];
  if (used) {
    if (rosters.length > 1) notes.push(chosenNote(rosters.length, used, wanted));
    notes.push(...rosterNotes(used, titled.some((candidate) => overlappingPeriod(used.roster, [candidate]) !== null), settings));
  }
  if (phase && phaseGuessed) notes.push({ id: "phase-guessed", sentence: say("note-phase-guessed", { months: months!, phase: say(`phase-${phase}`) }) });
  notes.push(...scoreNotes(input.scores, scores, vetoes, settings));
  return {
    phase, phaseGuessed, period, months, timeShare, staffing,
    retention: used?.retention ?? null,
    seniority: used?.seniority ?? null,
    people: used?.people ?? [],
    indicators: input.indicators.map((row) => ({ ...row, timeShare })),
    scores, vetoes, notes,
    assumptions: assumptions(settings, used, months, timeShare),
    rosters, used
  };
}

/** The roster whose months fit the title's period, otherwise the first. */
function chosen(rosters: readonly RosterEvaluation[], wanted: Evaluation["period"]): RosterEvaluation | null {
  // What nobody sees is no part of what is handed in.
  const shown = rosters.filter(({ roster }) => !roster.hidden);
  const candidates = shown.length > 0 ? shown : rosters;
  const fits = wanted ? candidates.find(({ roster }) => overlappingPeriod(roster, [wanted]) !== null) : undefined;
  return fits ?? candidates[0] ?? null;
}

function chosenNote(count: number, used: RosterEvaluation, wanted: Evaluation["period"]): EvaluationNote {
  const fits = wanted !== null && overlappingPeriod(used.roster, [wanted]) !== null;
  return { id: "roster-chosen", sentence: say("note-roster-chosen", { count, sheet: used.roster.sheet, why: say(fits ? "note-roster-fits" : "note-roster-first") }) };
}
