import type { StaleCell } from "../formulas";
import type { Evaluation } from "../evaluation/types";
import type { MessageId } from "../messages";
import type { RuleId } from "../messages/rule-texts";
import type { Settings } from "../settings/types";
import type { Tables } from "../tables/tables";
import type { Workbook } from "../workbook";
import type { Arithmetic } from "../judgement/arithmetic";
import type { BasisId } from "./basis";
import type { Found, Severity } from "./finding";

/** What a rule is about. */
export type RuleGroup = "indicators" | "attendance" | "scores" | "formulas" | "workbook" | "report" | "mid";

/**
 * What a finding says of the cell it stands at, from what explains most to what explains least. Of the findings of one
 * cell that have a ground only the first is kept; those of no ground stay beside it.
 */
export const GROUNDS = [
  /** What was typed is no number, or none that can be. */
  "entry",
  /** Its formula computes something else. */
  "formula",
  /** What any other error states that the cell must hold. */
  "stated",
  /** Another table says otherwise. */
  "repeated",
  /** It is not what its inputs give. */
  "computed",
  /** It is needed and not there. */
  "needed",
  /** It shows an error value. */
  "error-value",
  /** It reads another workbook. */
  "link",
  /** It was left blank. */
  "blank",
  /** It was typed where its neighbours are computed. */
  "typed",
  /** It shows too little. */
  "coarse",
  /** It was not calculated again. */
  "stale",
  /** Another table counts otherwise. */
  "count"
] as const;

export type Ground = (typeof GROUNDS)[number];

/** How the findings of a rule stand to those of others: what explains or contradicts what. resolve.ts goes by this and knows no rule. */
export interface RuleRelations {
  /** Left out: an error that says what the cell should show is "stated"; anything else has none. */
  readonly ground?: Ground;
  /**
   * A cell that is wrong only because of the cell of a cause is listed under it. Left out: a cause where it is an error.
   * A symptom is never a cause: it is dropped where its cell only passes on what is wrong with another.
   */
  readonly part?: "cause" | "symptom";
  /** It compares numbers, and says nothing where one of them is in doubt: of what its cell is computed from, or of the related cells too. */
  readonly compares?: "inputs" | "related";
  /** The number of its own cell, or those of the related cells, can't be right as they stand. */
  readonly doubts?: "cell" | "related";
}

/** What a rule declares of itself, apart from what it does. */
export interface RuleMeta {
  /** Its page (what, why, how to mend, when to ignore) has its texts under the same id. */
  readonly id: RuleId;
  /** The highest severity it gives. */
  readonly severity: Severity;
  readonly group: RuleGroup;
  /** One line for the user: what it looks for. */
  readonly title: MessageId;
  /** What it rests on, as a whole; a finding names what it rests on itself. */
  readonly basis: readonly [BasisId, ...BasisId[]];
  readonly relations?: RuleRelations;
}

/** What every rule may look at. A rule changes nothing of it. */
export interface CheckContext {
  readonly workbook: Workbook;
  readonly tables: Tables;
  /** The settings of this station, defaults filled in. */
  readonly settings: Settings;
  readonly evaluation: Evaluation;
  /** What every cell with a known meaning should hold, and whether its formula is right. */
  readonly arithmetic: Arithmetic;
  /** Formula cells of the tables whose stored values were stale; the workbook above holds their present values. */
  readonly stale: readonly StaleCell[];
  /** Sheets that we wrote ourselves. */
  readonly ownSheets: ReadonlySet<string>;
}

export interface Rule {
  readonly meta: RuleMeta;
  check(context: CheckContext): Iterable<Found>;
}
