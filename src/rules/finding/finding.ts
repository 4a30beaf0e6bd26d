import type { Sentence } from "../../messages";
import type { RuleId } from "../../messages/rule-texts";
import type { TableKind } from "../../tables/types";
import type { CellAddress, Fix } from "../../workbook";
import type { RuleRelations } from "../rule";

export type Severity = "error" | "warning" | "info";

/** A setting that an agreement says and no table does. */
export type AwaitedSetting = "headcount" | "certifiedShare";

/** A cell that a finding was compared with. */
export interface RelatedCell {
  readonly at: CellAddress;
  readonly label: Sentence;
}

/** A cell that is wrong only because the finding's cell is. */
export interface Consequence {
  readonly at: CellAddress;
  readonly label: Sentence;
  readonly actual: string;
  readonly expected: string;
}

/** A change that mends a finding (修正), not yet in a language; the report makes a {@link Fix} of it. */
export interface PlannedFix extends Pick<Fix, "kind" | "before" | "after" | "format"> {
  readonly at: CellAddress;
  readonly why: Sentence;
  /** What the cell shows then; left out where it is what the finding says that it should. */
  readonly shows?: string;
  /** Cells that change with it. */
  readonly also?: readonly Pick<PlannedFix, "at" | "kind" | "before" | "after">[];
}

/** What a finding is known by, whether it is told or not. */
interface FindingBase {
  /** The rule that says it. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** A finding about a whole table names the table's first cell. */
  readonly at: CellAddress;
  /** What the cell shows, as it shows it. */
  readonly actual: string;
  /** What it should show; "" where only a person can tell. */
  readonly expected: string;
  /** The rule of the domain in words, with what it rests on (R15 …). */
  readonly basis: Sentence;
  readonly related: readonly RelatedCell[];
  readonly consequences: readonly Consequence[];
  /** Settings that nobody has confirmed and that the finding hangs on: no verdict until then. */
  readonly awaits: readonly AwaitedSetting[];
  /** For the fingerprint: kind of table, row key (indicator, 序号, month) and column role. */
  readonly subject: { readonly table: TableKind | "workbook"; readonly row: string; readonly column: string };
}

/** What a rule found. Whether it remains beside what other rules found is for resolve.ts; only then it is mended and told. */
export interface Found extends FindingBase {
  /** How it stands to other findings, as its rule says. */
  readonly relations: RuleRelations;
  /** What would mend it. */
  mend(): PlannedFix | null;
  /** The message: where, what it shows, what it should be, why, how to mend it, by the fix or by hand where there is none. */
  tell(fix: PlannedFix | null): Pick<Finding, "message" | "expected">;
}

/** One cell, one cause (问题). */
export interface Finding extends FindingBase {
  readonly message: Sentence;
  readonly fix: PlannedFix | null;
}
