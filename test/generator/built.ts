import type { CellAddress, Rect } from "../../src/workbook";
import type { Draft } from "./draft";
import type { RateParts, RateSpelling, TotalSpelling } from "./spellings";
import type { RosterHandle } from "./roster-types";
import type { ScoresHandle } from "./scores";

/** Where the generator put what: the handles by which seeded errors find their cells. */

export interface RateHandle {
  readonly table: "indicators" | "overall" | "cards";
  readonly name: string;
  readonly row: "area" | "total" | "single";
  readonly target: CellAddress;
  readonly done: CellAddress;
  readonly rate: CellAddress;
  /** How the rate is written; null where it is typed. */
  readonly spelling: RateSpelling | null;
  readonly parts: RateParts;
  /** The target is a number and the rate a ratio. */
  readonly numeric: boolean;
  /** The same indicator in other tables. */
  readonly partners: RateHandle[];
  /** A number with a unit, as "90个". */
  readonly unit: string;
}

export interface IndicatorHandle {
  readonly key: string;
  readonly leaf: string;
  readonly block: BlockHandle;
  readonly columns: { readonly target: number; readonly done: number; readonly rate: number };
  /** The rates of the area rows; one for a merged value. */
  readonly areas: RateHandle[];
  readonly total: RateHandle;
  readonly totalSpelling: TotalSpelling | null;
  /** The same for the column of targets. */
  readonly targetTotalSpelling: TotalSpelling | null;
  readonly values: "per-area" | "merged" | "first-row" | "blank";
  /** Nothing else in the workbook repeats its total. */
  readonly alone: boolean;
}

export interface BlockHandle {
  readonly sheet: string;
  readonly rect: Rect;
  readonly areaRows: readonly number[];
  readonly totalRow: number;
  readonly labelColumn: number;
  readonly staffColumn: number;
  readonly headRow: number;
  readonly indicators: IndicatorHandle[];
}

export interface FootnoteHandle {
  readonly at: CellAddress;
  readonly population: number;
  households: number;
  people: number;
  visits: number;
  /** Writes the sentence with other numbers. */
  readonly write: (numbers: { population?: number; households?: number; people?: number; visits?: number }) => string;
}

/** A generated workbook and the places of everything in it. */
export interface Built {
  readonly draft: Draft;
  readonly blocks: BlockHandle[];
  readonly rates: RateHandle[];
  footnote: FootnoteHandle | null;
  roster: RosterHandle | null;
  scores: ScoresHandle | null;
  /** Settings that the check of this workbook needs, as the settings file has them. */
  settings: Record<string, unknown> | null;
  /** Reproduces the workbook. */
  readonly spec: Spec;
}

export type Size = "small" | "tiny";

export interface Spec {
  readonly kind: "indicators" | "roster" | "scores" | "whole";
  readonly family: string;
  /** Id of a rate spelling, or "mixed". */
  readonly rate: string;
  /** Id of a total spelling, or "mixed". */
  readonly total: string;
  readonly seed: number;
  /** The same layout with few areas, indicators, months and persons, or as few as make a table: what tries many workbooks need not try large ones. */
  readonly size?: Size;
}
