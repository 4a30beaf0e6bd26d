import type { Workbook } from "./workbook";

/** A report (评估报告) as a host read it from a Word file or a plain text: its paragraphs, and its tables as a workbook of their own. */
export interface TextDocument {
  /**
   * The body's paragraphs outside tables, in their order: the index is the place's paragraph. Behind them, what stands aside
   * (footnotes, text boxes), so that an index names one paragraph of the whole document.
   */
  readonly paragraphs: readonly TextParagraph[];
  /**
   * The tables as sheets; a cell holds what the same text typed into a sheet would. A sheet is named after its first table and holds, above
   * the table, the lines that stand over it (title, period), as the station's own sheet has them, and behind it the tables that go on with it
   * on the next page. Where a cell stands in the document `placeInDocument` tells.
   */
  readonly workbook: Workbook;
  /** 表1, 表2 … in their order. */
  readonly tables: readonly DocumentTable[];
  /** What of the document was not read, in words of the catalogue: headers and footers, pictures … */
  readonly unread: readonly DocumentUnread[];
}

/** A table of the document: 表3 is its third table; 表3-1 the first of those inside it. */
export interface DocumentTable {
  readonly name: string;
  /** The sheet of the workbook that holds it, and which of the sheet's rows are the table's. */
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
  /** The index of the last body paragraph before it; -1 for a table that opens the document. */
  readonly after: number;
}

/** What a document holds that is not read as its text. */
export type DocumentUnread = "header" | "picture" | "chart" | "object";

export interface TextParagraph {
  /** As the document shows it: split runs joined, fields by their results, insertions taken, deletions left out. */
  readonly text: string;
  /** The level of a heading, 1 for the highest; null for anything that the document does not set as a heading. */
  readonly level: number | null;
  /** Null in the body; otherwise what it stands in, and the body paragraph it is fixed to. */
  readonly aside: null | { readonly kind: "footnote" | "endnote" | "box"; readonly of: number | null };
}
