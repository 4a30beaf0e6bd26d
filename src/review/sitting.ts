import type { StationPerson } from "../report/people";
import type { WorkbookReport } from "../report/types";
import type { IgnoredFinding } from "../settings";
import type { TableKind } from "../tables/types";
import type { CellAddress, Rect, Visibility } from "../workbook";

/**
 * One workbook as it was handed in (一次报送): what a review needs of it, as plain data that may be posted from a worker. The names of
 * persons are there as hashes only.
 */
export interface Sitting {
  readonly report: WorkbookReport;
  readonly sheets: readonly SittingSheet[];
  readonly tables: readonly SittingTable[];
  /** Those of the roster that the evaluation uses. */
  readonly people: readonly StationPerson[];
  /** 年度服务协议时间 as the roster states it. */
  readonly agreement: { readonly start: string; readonly end: string; readonly at: CellAddress } | null;
  readonly ignored: readonly IgnoredFinding[];
}

export interface SittingSheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** We wrote it ourselves. */
  readonly isOurs: boolean;
  /** Nothing stands on it. */
  readonly isEmpty: boolean;
  /** Hidden by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Hashes of its texts, by which a renamed sheet is known again; some of a long sheet. */
  readonly texts: readonly string[];
}

export interface SittingTable {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly rect: Rect;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What belongs together in a table: an indicator of an area, a person, a bottom row, an item of the scores. */
export interface Line {
  readonly sort: "indicator" | "area" | "person" | "bottom" | "score" | "text";
  /** What it is known by, the most telling first; two lines are the same where a key is. */
  readonly keys: readonly string[];
  /** What it is known by where its names were changed: its place among those around it, by each of its names that is left. */
  readonly places: readonly LinePlace[];
  /** For the user; persons by 序号. */
  readonly label: string;
  /** The cell that names it, or its first. */
  readonly at: CellAddress;
  readonly cells: readonly CellView[];
  /** What its row says besides: 备注, notes (批注) and texts beside the table. */
  readonly remarks: readonly string[];
}

/** The line is the `place`th of those that share a name, and bears that other name there. */
export interface LinePlace {
  /** Of lines that share it. */
  readonly of: string;
  /** The other name, which may have been changed. */
  readonly name: string;
}

/** How a cell's content counts: what it is in its table. */
export type CellUse = "target" | "done" | "rate" | "staff" | "mark" | "number" | "label" | "no" | "text";

/** A cell of a table. */
export interface CellView {
  readonly at: CellAddress;
  /** What it is in its line: "target", "2024-09:presence", "total". Cells of two lines are the same where this is. */
  readonly role: string;
  readonly use: CellUse;
  /** For the user, beside the line's label. */
  readonly label: string;
  /** As the sheet shows it; of a person's name nothing. */
  readonly text: string;
  /** What it holds, in a form that is equal for equal contents; of marks what they mean. Of a person's name a hash. */
  readonly value: string;
  readonly number: number | null;
  /** The number format code. */
  readonly format: string;
  readonly formula: FormulaView | null;
  /** What it must hold comes from these cells, and whether it holds that; null where nothing is known. */
  readonly meant: { readonly inputs: readonly CellAddress[]; readonly agrees: boolean | null } | null;
}

export interface FormulaView {
  readonly text: string;
  /** The formula with every reference left out. */
  readonly form: string;
  /** What it reads, in order. */
  readonly areas: readonly Area[];
  /** What it reads through cells that belong to no table. */
  readonly through: readonly Area[];
}

export interface Area extends Rect {
  readonly sheet: string;
}
