import { say } from "../messages";
import type { Settings } from "../settings/types";
import { percentText } from "../values/numbers";
import { PARTIES } from "../values/party";
import type { Roster } from "../tables/roster/types";
import type { ScoreTable } from "../tables/scores/types";
import { indexOf } from "../tables/roster/months";
import { monthWeight, sameMonths } from "./months";
import { partyScore } from "./scores";
import type { Assumption, EvaluationNote, Retention, RosterEvaluation, ScoreResult, Veto } from "./types";

/** The headcount that a printed 稳岗率 is itself divided by: of a fraction (=14/18, 14/18=77.78%) its denominator. */
export function writtenHeadcount({ retention }: Roster): number | null {
  const written = (retention?.formula ?? retention?.text ?? "").replace(/\s/g, "");
  const fraction = (retention?.formula ? /^=?\(?(\d+)\)?\/(\d+)(?:\*100%?)?$/ : /(?<!\d)(\d+)\/(\d+)(?!\d)/).exec(written);
  return Number(fraction?.[2]) || null;
}

/** The headcount behind a printed 稳岗率: the one that it is divided by, else the one whole number by which so many retained give the rate. Null when none does. */
export function impliedHeadcount(roster: Roster, { printed, retained }: Pick<Retention, "printed" | "retained">): number | null {
  const written = writtenHeadcount(roster);
  if (written !== null) return written;
  if (printed === null || printed <= 0 || retained === 0) return null;
  const implied = Math.round(retained / printed);
  return implied >= retained && Math.abs(retained / implied - printed) < 0.000051 ? implied : null;
}

/** What should be known of how the numbers of a roster came about. */
export function rosterNotes(used: RosterEvaluation, titled: boolean, settings: Settings): EvaluationNote[] {
  const { roster, retention, staffing, period, months } = used;
  const notes: EvaluationNote[] = [];
  if (period) {
    const from = settings.period ? "settings" : titled || roster.period ? "title" : "roster";
    notes.push({ id: "period-source", sentence: say(`note-period-${from}`, { start: period.start, end: period.end }) });
    if (!sameMonths(roster, period)) notes.push({ id: "months-outside", sentence: say("note-months-outside", { start: period.start, end: period.end, months }) });
  }
  if (roster.months.some((month) => !month.yearKnown)) notes.push({ id: "year-unknown", sentence: say("note-year-unknown") });
  if (roster.markNotes.length > 0) notes.push({ id: "mark-notes", sentence: say("note-mark-notes", { notes: roster.markNotes.map(({ text }) => say("note-quoted", { text })) }) });
  const implied = impliedHeadcount(roster, retention);
  if (implied !== null && implied !== settings.headcount) {
    const id = staffing.confirmed.headcount ? "note-headcount-implied" : "note-headcount-default";
    notes.push({ id: "headcount-implied", sentence: say(id, { implied, headcount: settings.headcount }) });
  }
  for (const [m, month] of roster.months.entries()) {
    if (period && used.open[m] && used.weights[m] !== monthWeight(period, indexOf(month))) {
      notes.push({ id: "open-month", sentence: say("note-open-month", { month: month.label, weight: used.weights[m]! }) });
    }
  }
  const stated = roster.statedDue?.number ?? null;
  if (stated !== null && stated !== staffing.due) notes.push({ id: "due-stated", sentence: say("note-due-stated", { stated, due: staffing.due }) });
  if (retention.retainedWithoutHalves !== retention.retained) {
    const retained = retention.retainedWithoutHalves;
    notes.push({ id: "retention-without-halves", sentence: say("note-retention-without-halves", { retained, headcount: retention.headcount, rate: percentText(retained / retention.headcount) }) });
  }
  return notes;
}

/** Where scores that were set differ from the workbook's, and a veto that the total does not show. */
export function scoreNotes(tables: readonly ScoreTable[], scores: ScoreResult | null, vetoes: readonly Veto[], settings: Settings): EvaluationNote[] {
  const notes: EvaluationNote[] = [];
  for (const party of PARTIES) {
    const set = settings.scores[party];
    const found = tables.map((table) => partyScore(table, party, settings)).find((score) => score !== null);
    if (set !== undefined && found !== undefined && found !== null && found !== set) {
      notes.push({ id: "scores-differ", sentence: say("note-scores-differ", { party: say(`party-${party}`), used: set, found }) });
    }
  }
  if (scores?.grade && scores.grade !== "不合格" && vetoes.some((veto) => veto.state === "met")) {
    notes.push({ id: "veto-grade", sentence: say("note-veto-grade", { grade: scores.grade }) });
  }
  return notes;
}

/** The defaults in use that no report states: each carries 「按评估报告推定，请按协议核对」. */
export function assumptions(settings: Settings, used: RosterEvaluation | null, months: number | null, timeShare: number | null): Assumption[] {
  const check = say("derived-check");
  const list: Assumption[] = [];
  const add = (key: Assumption["key"], basis: Assumption["basis"], what: ReturnType<typeof say>): void => {
    list.push({ key, basis, sentence: say("assumption", { what, check }) });
  };
  if (used && !settings.given.has("headcount")) add("headcount", "derived", say("assumption-headcount", { value: settings.headcount }));
  if (used && !settings.given.has("certifiedShare")) add("certifiedShare", "derived", say("assumption-certifiedShare", { value: Math.round(settings.certifiedShare * 10000) / 100 }));
  for (const key of ["joinCutoffDay", "leaveCutoffDay", "trainingHoursPerPersonMonth"] as const) {
    if (used && !settings.given.has(key)) add(key, "derived", say(`assumption-${key}`, { value: settings[key] }));
  }
  if (months !== null) add("half-months", "derived", say("assumption-half-months"));
  if (used) add("on-duty", "derived", say("assumption-on-duty"));
  if (timeShare !== null) add("time-share", "assumed", say("assumption-time-share"));
  return list;
}
