import type { Sentence } from "../messages";
import type { Period } from "../values/period";
import type { CellAddress, Rect } from "../workbook";

export type TableKind = "indicators" | "overall" | "cards" | "footnote" | "quotients" | "roster" | "scores";

/** What every recognised table has. */
export interface TableBase {
  readonly kind: TableKind;
  readonly sheet: string;
  /** The table's cells including its heads, without the title. */
  readonly rect: Rect;
  /** The nearest title above, as written (line breaks replaced by a space), or "". */
  readonly title: string;
  /** The cell of the title, or null. */
  readonly titleAt: CellAddress | null;
  /** The period that the title names, or null. */
  readonly period: Period | null;
  /** The name of the told table by which it was read; absent where it was recognised. */
  readonly told?: string;
}

/** Something of the workbook that no table took although it looks as if it belonged to one: nothing vanishes without a word. */
export interface Unread {
  readonly sheet: string;
  readonly rect: Rect;
  /** What it looks like and why it was not read, in words that go on after the place: 「像指标表，没有找到完成量」. */
  readonly why: Sentence;
  /** It looks like one of the station's tables, or is a part of one; false for what is plainly something else. */
  readonly grave: boolean;
}

/**
 * What one cell of a table holds, read as a table cell: merged areas resolved to their first cell, numbers with units
 * and full-width forms understood, and what kind of content it was.
 */
export interface Reading {
  readonly at: CellAddress;
  readonly kind: "number" | "blank" | "slash" | "text" | "error";
  /** The number, also of a text that reads as one ("90个", "１２"). Percent texts give the ratio: "68.24%" → 0.6824. */
  readonly number: number | null;
  /** The number was kept as text. */
  readonly textual: boolean;
  /** What follows the number in a text: "个", "人次", "%"; "" where nothing does. */
  readonly unit: string;
  /** What the sheet shows. */
  readonly text: string;
  readonly formula: string | null;
  /** The number format code of the cell. */
  readonly format: string;
  /** The cell shows what an array formula gives, its own or another cell's: it is no formula of one cell, and nothing can be put into it alone. */
  readonly array?: true;
}
