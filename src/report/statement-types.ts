import type { ReportedFinding, WorkbookReport } from "./types";

/** What a check of a report (评估报告) yields: a workbook's entry, for its tables (findings at 表3!D9), and what its sentences say. */
export interface WrittenReport extends Omit<WorkbookReport, "findings"> {
  readonly findings: readonly (ReportedFinding | SentenceFinding)[];
  /** Every statement that was understood, in the order of the text. */
  readonly statements: readonly ReportedStatement[];
  /** The file of the workbook that it was held against; missing where there was none. */
  readonly beside?: string;
}

/** Where a sentence, or a part of it, stands. */
export interface StatementPlace {
  /** 0-based among the body's paragraphs outside tables, those aside behind them: see TextDocument. */
  readonly paragraph: number;
  /** In the paragraph's text; `end` behind the last character. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface ReportedStatement {
  readonly place: StatementPlace;
  readonly kind: string;
  readonly verdict: "agrees" | "contradicts" | "unknown";
}

/** A finding of a sentence. The document is never changed: it has no fix. */
export interface SentenceFinding extends Omit<ReportedFinding, "sheet" | "cell" | "related" | "fix"> {
  readonly sheet: null;
  readonly cell: null;
  readonly place: StatementPlace;
  readonly related: readonly (RelatedCell | RelatedSentence)[];
  readonly fix: null;
}

export interface RelatedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly label: string;
  /** The file's name when the cell is in the workbook beside the report; missing for a table of the report. */
  readonly file?: string;
}

export interface RelatedSentence {
  readonly paragraph: number;
  readonly quote: string;
  readonly label: string;
}
