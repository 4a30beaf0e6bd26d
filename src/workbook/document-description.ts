/** Part of a line of text. */
export interface DocumentRun {
  readonly text: string;
  readonly bold?: boolean;
  /** RRGGBB; left out: as the paragraph. */
  readonly color?: string;
}

/** How a paragraph looks; every writer has the same fixed set. */
export type ParagraphStyle = "title" | "subtitle" | "heading" | "body" | "note" | "signature";

export interface DocumentParagraph {
  readonly kind: "paragraph";
  readonly style: ParagraphStyle;
  readonly runs: readonly DocumentRun[];
  /** It stays on the page of what follows. */
  readonly keepWithNext?: boolean;
}

export interface DocumentCell {
  /** The lines of the cell, one below the other. */
  readonly lines: readonly (readonly DocumentRun[])[];
  readonly align?: "left" | "center" | "right";
}

export interface DocumentTable {
  readonly kind: "table";
  /** Of the columns, in millimetres. */
  readonly widths: readonly number[];
  /** The heads are repeated on every page. */
  readonly head: readonly string[];
  /** A row is never parted between two pages, unless it is longer than one. */
  readonly rows: readonly (readonly DocumentCell[])[];
  /** The least height of a row, in millimetres: room to write in by hand. */
  readonly leastHeight?: number;
}

export type DocumentBlock = DocumentParagraph | DocumentTable;

/** A text document as data, written by any host: A4 upright, with the number of each page at its foot. */
export interface DocumentDescription {
  readonly title: string;
  readonly language: "zh" | "en";
  readonly blocks: readonly DocumentBlock[];
  /** What stands at the foot, in three parts around the number of the page and that of all pages. */
  readonly foot: readonly [before: string, between: string, after: string];
}

/** A paragraph of one plain run. */
export function paragraph(style: ParagraphStyle, text: string, more: Pick<DocumentParagraph, "keepWithNext"> = {}): DocumentParagraph {
  return { kind: "paragraph", style, runs: [{ text }], ...more };
}

/** A cell of one line, or of the lines of a text. */
export function documentCell(text: string, align: DocumentCell["align"] = "left", bold = false): DocumentCell {
  return { lines: text.split("\n").map((line) => [{ text: line, ...(bold && { bold }) }]), align };
}
