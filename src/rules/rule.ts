import type { StaleCell } from "../formulas";
import type { Evaluation } from "../evaluation/types";
import type { MessageId } from "../messages";
import type { RuleId } from "../messages/rule-texts";
import type { Settings } from "../settings/types";
import type { Tables } from "../tables/tables";
import type { Workbook } from "../workbook";
import type { Arithmetic } from "../judgement/arithmetic";
import type { BasisId } from "./basis";
import type { Finding, Severity } from "./finding";

/** What a rule is about. */
export type RuleGroup = "indicators" | "attendance" | "scores" | "formulas" | "workbook";

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
  check(context: CheckContext): Iterable<Finding>;
}
