import type { Sentence } from "../../messages";
import type { TableKind } from "../../tables/types";
import type { Fix } from "../../workbook";

export type Severity = "error" | "warning" | "info";

/** A cell that a finding was compared with. */
export interface RelatedCell {
  readonly sheet: string;
  /** "F19" */
  readonly cell: string;
  readonly label: Sentence;
}

/** A cell that is wrong only because the finding's cell is. */
export interface Consequence {
  readonly sheet: string;
  readonly cell: string;
  readonly label: Sentence;
  readonly actual: string;
  readonly expected: string;
}

/** One cell, one cause (问题). */
export interface Finding {
  /** The id of the rule that says it. */
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** "D9". A finding about a whole table names the table's first cell. */
  readonly cell: string;
  /** Where, what it shows, what it should be, why, how to mend it. */
  readonly message: Sentence;
  /** What the cell shows, as it shows it. */
  readonly actual: string;
  /** What it should show; "" where only a person can tell. */
  readonly expected: string;
  /** The rule of the domain in words, with what it rests on (R15 …). */
  readonly basis: Sentence;
  readonly related: readonly RelatedCell[];
  readonly consequences: readonly Consequence[];
  readonly fix: Fix | null;
  /** For the fingerprint: kind of table, row key (indicator, 序号, month) and column role. */
  readonly subject: { readonly table: TableKind | "workbook"; readonly row: string; readonly column: string };
}
