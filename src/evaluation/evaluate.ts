import { say } from "../messages";
import type { Settings } from "../settings/types";
import { clean } from "../values/exact";
import { rosterSeries, type RosterSeries } from "../tables/roster/series";
import { agreementMonths, guessPhase, monthsCounted, overlappingPeriod, sameMonths } from "./months";
import { assumptions, rosterNotes, scoreNotes } from "./notes";
import { evaluateRoster } from "./roster";
import { evaluateScores } from "./scores";
import { evaluateSummaries } from "./summaries";
import type { Evaluation, EvaluationInput, EvaluationNote, RosterEvaluation } from "./types";
import { evaluateVetoes } from "./vetoes";

/** Computes what an assessor computes by hand from the tables of one workbook. Pure: reads nothing else, changes nothing. */
export function evaluate(input: EvaluationInput, settings: Settings): Evaluation {
  const titled = input.periods.map(({ period }) => period);
  const alone = input.rosters.map((roster) => evaluateRoster(roster, titled, settings));
  const wanted = settings.period ?? titled[0] ?? null;
  const series = rosterSeries(input.rosters);
  const wholes = series.map((one): Whole => {
    const evaluated = evaluateRoster(one.roster, titled, settings);
    const last = alone.find(({ roster }) => roster === one.parts.at(-1))!;
    // Who stayed cannot be told where the parts name other persons; the last part says it of its own months.
    return { series: one, evaluated: one.oneStaff ? evaluated : { ...evaluated, retention: last.retention } };
  });
  const rosters = alone.map((own) => {
    const whole = wholes.find((one) => printsForAll(one, own));
    return whole ? { ...own, retention: { ...whole.evaluated.retention, printed: own.retention.printed }, retainedAmong: whole.evaluated.people } : own;
  });
  const units = unitsOf(rosters, wholes, wanted);
  const used = chosen(units, wanted);
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
    if (units.length > 1) notes.push(chosenNote(units.length, used, wanted));
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
    rosters, series, used,
    summaries: evaluateSummaries(input.summaries ?? [], rosters, wholes, titled, settings)
  };
}

/** A rate as a sheet prints it, to a hundredth of a percent. */
const AS_PRINTED = 0.000_05;

/** Rosters that are parts of one, as one. */
interface Whole {
  readonly series: RosterSeries;
  readonly evaluated: RosterEvaluation;
}

/** 稳岗率 is printed once for those with a certificate and the others, and once below the last of the parts of a year; points of a station may each print their own. */
function printsForAll({ series: { by, parts, oneStaff }, evaluated: whole }: Whole, { roster, retention: { printed } }: RosterEvaluation): boolean {
  if (!parts.includes(roster)) return false;
  const printing = parts.filter((part) => part.retention !== null);
  const isOnly = printing.length <= 1;
  return by === "groups" ? isOnly || (printed !== null && Math.abs(printed - whole.retention.rate) < AS_PRINTED) : oneStaff && isOnly && roster === parts.at(-1) && printing[0] === roster;
}

/** What may be evaluated: rosters that stand alone, and series in the place of their first part. A part that is just what is wanted needs no others. */
function unitsOf(rosters: readonly RosterEvaluation[], wholes: readonly Whole[], wanted: Evaluation["period"]): RosterEvaluation[] {
  return rosters.flatMap((own) => {
    if (wanted && sameMonths(own.roster, wanted) && !wholes.some(({ series }) => series.by === "groups" && series.parts.includes(own.roster))) return [own];
    // The months' series holds the groups'.
    const whole = wholes.filter(({ series }) => series.parts.includes(own.roster)).at(-1);
    if (!whole) return [own];
    return whole.series.parts[0] === own.roster ? [whole.evaluated] : [];
  });
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
