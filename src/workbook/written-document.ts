/** Part of a line of text. */
export interface WrittenRun {
  readonly text: string;
  readonly bold?: boolean;
  /** RRGGBB; left out: as the paragraph. */
  readonly color?: string;
}

/** How a paragraph looks; every writer has the same fixed set. */
export type ParagraphStyle = "title" | "subtitle" | "heading" | "body" | "note" | "signature";

export interface WrittenParagraph {
  readonly kind: "paragraph";
  readonly style: ParagraphStyle;
  readonly runs: readonly WrittenRun[];
  /** It stays on the page of what follows. */
  readonly keepWithNext?: boolean;
}

export interface WrittenTableCell {
  /** The lines of the cell, one below the other. */
  readonly lines: readonly (readonly WrittenRun[])[];
  readonly align?: "left" | "center" | "right";
  /** It takes so many columns, one where left out; the rows of a table take as many columns in all. */
  readonly span?: number;
}

export interface WrittenTable {
  readonly kind: "table";
  /** Of the columns, in millimetres. */
  readonly widths: readonly number[];
  /** The heads are repeated on every page. */
  readonly head: readonly string[];
  /** A row is never parted between two pages, unless it is longer than one. */
  readonly rows: readonly (readonly WrittenTableCell[])[];
  /** The least height of a row, in millimetres: room to write in by hand. */
  readonly leastHeight?: number;
}

export type WrittenBlock = WrittenParagraph | WrittenTable;

/** A text document as data, written by any host: A4 upright, with the number of each page at its foot. */
export interface WrittenDocument {
  readonly title: string;
  readonly language: "zh" | "en";
  readonly blocks: readonly WrittenBlock[];
  /** What stands at the foot, in three parts around the number of the page and that of all pages. */
  readonly foot: readonly [before: string, between: string, after: string];
}

/** A paragraph of one plain run. */
export function paragraph(style: ParagraphStyle, text: string, more: Pick<WrittenParagraph, "keepWithNext"> = {}): WrittenParagraph {
  return { kind: "paragraph", style, runs: [{ text }], ...more };
}

/** A cell of one line, or of the lines of a text. */
export function tableCell(text: string, align: WrittenTableCell["align"] = "left", bold = false): WrittenTableCell {
  return { lines: text.split("\n").map((line) => [{ text: line, ...(bold && { bold }) }]), align };
}
