import type { Sentence } from "../messages";
import type { Phase, SettingKey, TickedVeto } from "../settings/types";
import type { Party } from "../values/party";
import type { RosterSeries } from "../tables/roster/series";
import type { CertificateGroup, Roster } from "../tables/roster/types";
import type { Grade, ScoreTable } from "../tables/scores/types";
import type { Period } from "../values/period";
import type { CellAddress } from "../workbook";

/** An indicator as the evaluation needs it (指标): one row a name and area, station-wide values with area null. */
export interface IndicatorRow {
  readonly name: string;
  readonly area: string | null;
  readonly target: number | null;
  readonly done: number | null;
  /** done / target in full, null where there is no target. */
  readonly rate: number | null;
  /** The rate as the sheet shows it, null where there is none. */
  readonly printed: string | null;
}

/** Where a period is written: the title of an indicator sheet. */
export interface TitledPeriod {
  readonly period: Period;
  readonly at: CellAddress;
}

/** What is evaluated. */
export interface EvaluationInput {
  readonly rosters: readonly Roster[];
  /** Tables that gather the rosters' months. */
  readonly summaries?: readonly Roster[];
  readonly scores: readonly ScoreTable[];
  readonly indicators: readonly IndicatorRow[];
  /** The periods that titles of indicator sheets name, in the order of the workbook. */
  readonly periods: readonly TitledPeriod[];
}

/** Another reading of a derived rule for one person's month, which would count it otherwise. */
export interface OtherReading {
  /** Person-months: 0, 0.5 or 1. */
  readonly value: number;
  /** "outside": its ticks count although 备注 says that the person was not there. */
  readonly kind: "weight" | "join" | "leave" | "contract" | "mark" | "remark" | "outside";
  /** The reading in words: 「按当月计满」. */
  readonly reading: Sentence;
  /** No published report reads a day so: it is beyond the days that they leave open. */
  readonly beyond?: true;
}

/** What one month of one person counts, and why. */
export interface PersonMonth {
  /** As in RosterMonth.key. */
  readonly month: string;
  /** Person-months: 0, 0.5 or 1. */
  readonly value: number;
  /** All mark columns of the month are ticked. */
  readonly ticked: boolean;
  /** What the month would count with all its marks ticked. */
  readonly ifTicked: number;
  /** 「三项齐全，9月22日转入，晚于15日，计0.5」 */
  readonly reason: Sentence;
  readonly others: readonly OtherReading[];
  /** A remark settles the month, whatever R8 says. */
  readonly settled: boolean;
  /** The marks themselves say how much the month counts (0.5), and R6–R8 say otherwise: what, why, and the reading under which both agree, if there is one. */
  readonly contradicted: null | { readonly value: number; readonly reason: Sentence; readonly reading: Sentence | null };
}

export interface PersonEvaluation {
  readonly sheet: string;
  readonly row: number;
  readonly no: number | null;
  readonly name: string;
  readonly group: CertificateGroup | null;
  readonly months: readonly PersonMonth[];
  /** Person-months. */
  readonly total: number;
  readonly printed: number | null;
  /** 持续在岗: on duty in every month. */
  readonly retained: boolean;
  /** 符合从业2年以上 as printed. */
  readonly senior: number | null;
}

export interface MonthStaffing {
  readonly month: string;
  /** 1 or 0.5 (R6); 0 for a month outside the period. */
  readonly weight: number;
  readonly certified: number;
  readonly uncertified: number;
  readonly total: number;
  /** headcount × weight */
  readonly due: number;
  readonly surplus: number;
}

/** Everything in person-months (人次), exact in halves. */
export interface Staffing {
  readonly headcount: number;
  readonly due: number;
  readonly actual: number;
  /** actual − due; negative is a shortage (缺配). */
  readonly surplus: number;
  readonly certified: { readonly share: number; readonly due: number; readonly actual: number; readonly surplus: number };
  /** What was set by the user. The defaults are one kind of station's (R5, R10), and no verdict hangs on them. */
  readonly confirmed: { readonly headcount: boolean; readonly share: boolean };
  readonly byMonth: readonly MonthStaffing[];
  /** On duty in the last month, by certificate. */
  readonly atEnd: { readonly certified: number; readonly uncertified: number; readonly total: number };
  /** 继续教育: hours due (R13). */
  readonly trainingHours: number;
}

export interface Retention {
  readonly retained: number;
  readonly headcount: number;
  readonly rate: number;
  readonly printed: number | null;
  readonly limit: number;
  readonly meets: boolean;
  /** 持续在岗 if a half month did not count as on duty. */
  readonly retainedWithoutHalves: number;
  /** Those who are on duty in every month of the period, where the roster is of the whole year around it; null elsewhere. */
  readonly retainedInPeriod: number | null;
}

export interface Seniority {
  readonly personMonths: number;
  /** personMonths / actual; null where nobody was there. */
  readonly share: number | null;
}

/** What one roster gives by itself. */
export interface RosterEvaluation {
  readonly roster: Roster;
  /** The period that the month weights follow; null where the roster's own months are all that is known. */
  readonly period: Period | null;
  /** By month of the roster: 1 or 0.5. */
  readonly weights: readonly number[];
  /** By month: whether it counts 1 or 0.5 the published reports leave open; the weight is then that of most printed subtotals. */
  readonly open: readonly boolean[];
  /** Months counted. */
  readonly months: number;
  readonly people: readonly PersonEvaluation[];
  readonly staffing: Staffing;
  /** Whom {@link retention} counts, where these are not the roster's own {@link people}: it is printed for several parts at once. */
  readonly retainedAmong?: readonly PersonEvaluation[];
  readonly retention: Retention;
  readonly seniority: Seniority | null;
}

/** A table that gathers the months of rosters, with their persons: only its own printed numbers are its. */
export interface SummaryEvaluation extends RosterEvaluation {
  /** The rosters whose months it gathers. */
  readonly parts: readonly Roster[];
}

export interface IndicatorProgress extends IndicatorRow {
  /** The share of the agreement's months gone by; null where no agreement is known. */
  readonly timeShare: number | null;
}

export interface ScoreResult {
  readonly parties: Readonly<Record<Party, number | null>>;
  /** null while a party's score is missing. */
  readonly total: number | null;
  /** By the total alone (R2), without the vetoes. */
  readonly grade: Grade | null;
}

export type VetoId = "staff-shortage" | "certified-shortage" | TickedVeto;

/**
 * "unconfirmed": met if the agreement asks for what is only the default here; the user has not said so yet.
 * "unknown": nobody can compute it, or there is no roster.
 */
export type VetoState = "met" | "not-met" | "unconfirmed" | "unknown";

export interface Veto {
  readonly id: VetoId;
  readonly state: VetoState;
  readonly detail: Sentence;
}

/** Something to know about how the numbers came about, or where the workbook says otherwise. */
export interface EvaluationNote {
  readonly id: "headcount-implied" | "due-stated" | "retention-without-halves" | "open-month" | "roster-chosen" | "phase-guessed" | "period-source" | "months-outside" | "veto-grade" | "year-unknown" | "mark-notes" | "scores-differ";
  readonly sentence: Sentence;
}

/** A default in use that the domain derives or assumes: 「按评估报告推定，请按协议核对」. */
export interface Assumption {
  readonly key: SettingKey | "half-months" | "on-duty" | "time-share";
  readonly basis: "derived" | "assumed";
  readonly sentence: Sentence;
}

/** What an assessor computes by hand, with the steps. */
export interface Evaluation {
  /** null where neither settings nor a period tell. */
  readonly phase: Phase | null;
  readonly phaseGuessed: boolean;
  readonly period: Period | null;
  /** 考核月数; null where no period and no roster tell. */
  readonly months: number | null;
  /** 0 … 1 and above; null where no agreement is known. */
  readonly timeShare: number | null;
  readonly staffing: Staffing | null;
  readonly retention: Retention | null;
  readonly seniority: Seniority | null;
  readonly people: readonly PersonEvaluation[];
  readonly indicators: readonly IndicatorProgress[];
  readonly scores: ScoreResult | null;
  readonly vetoes: readonly Veto[];
  readonly notes: readonly EvaluationNote[];
  readonly assumptions: readonly Assumption[];
  /** Every roster by itself, in the order of the workbook. */
  readonly rosters: readonly RosterEvaluation[];
  /** Rosters that are parts of one. */
  readonly series: readonly RosterSeries[];
  /** Tables that gather the months of rosters. */
  readonly summaries: readonly SummaryEvaluation[];
  /** The one of {@link rosters}, or the series, that staffing, retention and people come from; null without a roster. */
  readonly used: RosterEvaluation | null;
}
