import type { Sentence } from "../messages";
import type { RuleId } from "../messages/rule-texts";
import type { CellAddress } from "../workbook";

/** A part of a paragraph, as it is printed. */
export interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export type Verdict = "agrees" | "contradicts" | "unknown";

/** What a statement (表述) was held against. */
export type Witness =
  | { readonly cell: CellAddress; readonly file: string | null; readonly label: Sentence }
  | { readonly place: Place; readonly label: Sentence };

/** What is wrong with a statement. */
export interface Contradiction {
  readonly rule: RuleId;
  readonly severity: "error" | "warning";
  readonly message: Sentence;
  readonly actual: string;
  /** "" where only a person can tell. */
  readonly expected: string;
}

/** A statement (表述) that was understood, and what became of it. */
export interface Statement {
  readonly place: Place;
  /** "indicator-count", "retention" … */
  readonly kind: string;
  /** What it is about, without a value: for the fingerprint. */
  readonly subject: string;
  /** The area that it speaks of; "" for the whole station. */
  readonly scope: string;
  readonly verdict: Verdict;
  readonly contradiction: Contradiction | null;
  readonly witnesses: readonly Witness[];
}
