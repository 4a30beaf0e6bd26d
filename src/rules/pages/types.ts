import type { Language } from "../../messages";
import type { Standing } from "../basis";
import type { Severity } from "../finding";
import type { RuleGroup } from "../rule";

/** The page of one rule (规则说明) in one language, as the pane and the documents show it. Made by `npm run rule-docs`. */
export interface RulePage {
  readonly id: string;
  readonly language: Language;
  readonly group: RuleGroup;
  /** The highest severity that the rule gives. */
  readonly severity: Severity;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly basis: readonly RuleBasis[];
  readonly wrong: WrongExample;
  /** null for a rule that states a fact of every workbook of its kind. */
  readonly right: Example | null;
  readonly mend: string;
  readonly ignore: string;
}

export interface RuleBasis {
  /** "R15", or null for a reason that no evaluation rule gives. */
  readonly number: string | null;
  readonly text: string;
  readonly standing: Standing;
}

/** Parts of a small workbook that was really checked. */
export interface Example {
  /** What the cells do not show, such as a setting; "" for nothing. */
  readonly note: string;
  readonly tables: readonly Excerpt[];
}

export interface WrongExample extends Example {
  /** The finding that the check gave of the marked cell. */
  readonly severity: Severity;
  readonly message: string;
}

/** Some rows and columns of a sheet. */
export interface Excerpt {
  readonly sheet: string;
  /** "A", "C" … */
  readonly columns: readonly string[];
  readonly rows: readonly ExcerptRow[];
}

export interface ExcerptRow {
  /** The row's number in the sheet. */
  readonly row: number;
  readonly hidden?: true;
  /** A cell for each column: its shown text, more of it, or null where a merged cell covers it. */
  readonly cells: readonly (string | ExcerptCell | null)[];
}

export interface ExcerptCell {
  readonly text: string;
  /** With its "=", where it matters. */
  readonly formula?: string;
  /** The cell that the finding is about. */
  readonly marked?: true;
  /** How many of the excerpt's columns and rows a merged cell takes. */
  readonly across?: number;
  readonly down?: number;
}
