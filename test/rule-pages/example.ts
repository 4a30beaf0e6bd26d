import type { RuleId, RuleNote } from "../../src/messages/rule-texts";
import type { SettingsInput } from "../../src/settings";
import type { Workbook } from "../../src/workbook";

/** One small workbook twice: wrong, so that the check finds just this rule in it, and put right. */
export interface RuleExample {
  readonly wrong: () => Workbook;
  /** null for a rule that states a fact of every workbook of its kind. */
  readonly right: (() => Workbook) | null;
  /** What the page shows of the sheets: columns and rows such as "A,C:E" and "2:6,9". */
  readonly show: readonly ShownPart[];
  /** Cells whose formulas are shown beside the one in question: "指标!E4". */
  readonly formulas?: readonly string[];
  readonly settings?: SettingsInput;
  /** Rules that say the same of other cells of the wrong workbook, and have to. */
  readonly besides?: readonly RuleId[];
  /** What the cells do not show. */
  readonly notes?: { readonly wrong: RuleNote; readonly right: RuleNote };
}

export interface ShownPart {
  readonly sheet: string;
  readonly columns: string;
  readonly rows: string;
}

/** A short report twice: wrong, so that the check finds just this rule in its sentences, and put right. A paragraph each. */
export interface ReportExample {
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** A final workbook twice, beside the mid-term one: held against it, the wrong one draws just this. */
export interface MidExample extends RuleExample {
  readonly mid: () => Workbook;
}

/** The example of any rule. */
export type AnyExample = RuleExample | ReportExample | MidExample;

export function isOfMid(example: AnyExample): example is MidExample {
  return "mid" in example;
}

export function isOfReport(example: AnyExample): example is ReportExample {
  return Array.isArray(example.wrong);
}
