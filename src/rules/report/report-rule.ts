import type { Sentence } from "../../messages";
import type { RuleId } from "../../messages/rule-texts";
import type { Contradiction, Statement } from "../../statements";
import type { RuleMeta } from "../rule";

/** A statement that something contradicts. */
export interface FoundStatement extends Statement {
  readonly contradiction: Contradiction;
}

/** A rule about the sentences of a report (评估报告). What a sentence must say is proved in src/statements; a rule tells what it names. */
export interface ReportRule {
  readonly meta: RuleMeta;
  /** The rule of the domain in words. */
  readonly basis: Sentence;
  check(statements: readonly Statement[]): FoundStatement[];
}

/** The contradicted statements that a rule is to tell. */
export function contradictionsOf(rule: RuleId, statements: readonly Statement[]): FoundStatement[] {
  return statements.flatMap((statement) => (statement.contradiction?.rule === rule ? [{ ...statement, contradiction: statement.contradiction }] : []));
}
