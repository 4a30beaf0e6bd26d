import type { CellAddress } from "../../workbook";
import type { Reading, TableBase } from "../types";
import type { Role } from "./heads";

/** Heads of one indicator side by side in one row: target, done, rate in any order, one of target and rate possibly missing. */
export interface HeadTriple {
  readonly row: number;
  /** The lowest row of the heads, where they are merged downwards. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The columns of the roles. */
  readonly target: number | null;
  readonly done: number;
  readonly rate: number | null;
  /** The texts of the heads, as written. */
  readonly heads: Readonly<Partial<Record<Role, string>>>;
}

/** The name of an indicator (指标): "专业个案 · 接案". */
export interface IndicatorName {
  /** The group's head, cleaned: "专业个案"; for lists and cards the name itself. */
  readonly group: string;
  /** What tells the columns of one group apart: "接案", "节数"; "" where the group is one indicator. */
  readonly leaf: string;
}

/** The heads of target, done and rate as a table has them (目标, 实绩, 占比), for messages. */
export type OwnWords = Readonly<Partial<Record<Role, string>>>;

/** Target, done and rate of one indicator, for one area or for the whole station. */
export interface Triple {
  readonly name: IndicatorName;
  readonly target: Reading | null;
  readonly done: Reading;
  readonly rate: Reading | null;
  /** The head of the rate says (%): a number without a percent sign is in percent (68.24). */
  readonly rateInPercent: boolean;
  /** Where the heads are none of the known words. */
  readonly words?: OwnWords;
}

/** A row of the matrix: one service area (服务片区) or the total (合计). Where the areas stand side by side it is a group of columns. */
export interface MatrixRow {
  /** The row of its label. */
  readonly row: number;
  readonly label: Reading;
  readonly staff: Reading | null;
  /** In the order of Matrix.columns. */
  readonly triples: readonly Triple[];
}

/** A row among the areas that adds up some of them (or other such rows): 小计, 东片小计. */
export interface MatrixSubtotal extends MatrixRow {
  readonly areas: readonly MatrixRow[];
}

/** A cell that adds up others, as numbers or formulas prove it, beyond what the roles of the table say: 累计 of the months. */
export interface ProvenSum {
  readonly total: Reading;
  readonly parts: readonly Reading[];
  /** The row's name and the head of its column, in the table's own words. */
  readonly row: string;
  readonly word: string;
  /** The heads of the parts' columns. */
  readonly words: readonly string[];
}

/** A cell that divides others, as numbers or formulas prove it, in the table's own words. */
export interface ProvenRate {
  readonly rate: Reading;
  readonly dones: readonly Reading[];
  readonly targets: readonly Reading[];
  readonly rateInPercent: boolean;
  readonly row: string;
  readonly words: OwnWords;
}

/** What numbers prove of a table's cells besides its rates and totals. */
export interface ProvenCells {
  readonly sums: readonly ProvenSum[];
  readonly rates: readonly ProvenRate[];
}

/** An indicator of the matrix. */
export interface MatrixColumn {
  readonly name: IndicatorName;
}

/** What every table of indicators has. */
export interface IndicatorTable extends TableBase {
  readonly proven: ProvenCells;
  /** The area that all of it is about, where another sheet adds up several such tables; null for the station's. */
  readonly area: string | null;
}

/** One block of the 指标矩阵 (附件1-1). */
export interface Matrix extends IndicatorTable {
  readonly kind: "indicators";
  readonly columns: readonly MatrixColumn[];
  readonly areas: readonly MatrixRow[];
  readonly total: MatrixRow | null;
  readonly subtotals: readonly MatrixSubtotal[];
  /** What the total adds up where numbers prove it; null: the 小计 that are filled in and the areas that belong to none. */
  readonly totalParts: readonly MatrixRow[] | null;
  /** 投入社工人数, one reading an area (cells merged over areas appear once); empty without such a column. */
  readonly staff: readonly Reading[];
  readonly staffTotal: Reading | null;
}

/** An indicator of a list or on a card. */
export interface IndicatorItem extends Triple {
  readonly nameAt: CellAddress;
  /** What stands merged to the left of several names (志愿者), or "". */
  readonly category: string;
}

/** The 总体服务 block. */
export interface OverallList extends IndicatorTable {
  readonly kind: "overall";
  readonly items: readonly IndicatorItem[];
}

/** The 指标卡 of a sheet (附件1-2). */
export interface CardList extends IndicatorTable {
  readonly kind: "cards";
  readonly items: readonly IndicatorItem[];
}

/** A table without a word of the domain whose rates numbers prove: checked for its own arithmetic only. */
export interface QuotientTable extends TableBase {
  readonly kind: "quotients";
  readonly proven: ProvenCells;
}

export type FactName = "population" | "households" | "filed" | "visits" | "served" | "residents";

/** The long text beside or under the blocks (附注). */
export interface Footnote extends TableBase {
  readonly kind: "footnote";
  readonly at: CellAddress;
  /** The numbers that it names: 户籍人口, 建档总户数, 建档人数, 入户探访总人数, 服务总人数, 服务社区居民. */
  readonly facts: ReadonlyMap<FactName, { readonly number: number; readonly text: string }>;
}
