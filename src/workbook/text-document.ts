import type { Workbook } from "./workbook";

/** A report (评估报告) as a host read it from a Word file or a plain text: its paragraphs, and its tables as a workbook of their own. */
export interface TextDocument {
  /**
   * The body's paragraphs outside tables, in their order: the index is the place's paragraph. Behind them, what stands aside
   * (footnotes, text boxes), so that an index names one paragraph of the whole document.
   */
  readonly paragraphs: readonly TextParagraph[];
  /** The tables as sheets 表1, 表2 … in their order; a cell holds what the same text typed into a sheet would. */
  readonly workbook: Workbook;
  /** Of each sheet of the workbook: the index of the last body paragraph before it; -1 for a table that opens the document. */
  readonly tables: readonly { readonly sheet: string; readonly after: number }[];
}

export interface TextParagraph {
  /** As the document shows it: split runs joined, fields by their results, insertions taken, deletions left out. */
  readonly text: string;
  /** The level of a heading, 1 for the highest; null for anything that the document does not set as a heading. */
  readonly level: number | null;
  /** Null in the body; otherwise what it stands in, and the body paragraph it is fixed to. */
  readonly aside: null | { readonly kind: "footnote" | "endnote" | "box"; readonly of: number | null };
}
