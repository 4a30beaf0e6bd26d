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

/** Target, done and rate of one indicator, for one area or for the whole station. */
export interface Triple {
  readonly name: IndicatorName;
  readonly target: Reading | null;
  readonly done: Reading;
  readonly rate: Reading | null;
  /** The head of the rate says (%): a number without a percent sign is in percent (68.24). */
  readonly rateInPercent: boolean;
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

/** A row among the areas that adds up some of them: 小计, 东片小计. */
export interface MatrixSubtotal extends MatrixRow {
  readonly areas: readonly MatrixRow[];
}

/** An indicator of the matrix. */
export interface MatrixColumn {
  readonly name: IndicatorName;
}

/** One block of the 指标矩阵 (附件1-1). */
export interface Matrix extends TableBase {
  readonly kind: "indicators";
  readonly columns: readonly MatrixColumn[];
  readonly areas: readonly MatrixRow[];
  readonly total: MatrixRow | null;
  readonly subtotals: readonly MatrixSubtotal[];
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
export interface OverallList extends TableBase {
  readonly kind: "overall";
  readonly items: readonly IndicatorItem[];
}

/** The 指标卡 of a sheet (附件1-2). */
export interface CardList extends TableBase {
  readonly kind: "cards";
  readonly items: readonly IndicatorItem[];
}

export type FactName = "population" | "households" | "filed" | "visits" | "served" | "residents";

/** The long text beside or under the blocks (附注). */
export interface Footnote extends TableBase {
  readonly kind: "footnote";
  readonly at: CellAddress;
  /** The numbers that it names: 户籍人口, 建档总户数, 建档人数, 入户探访总人数, 服务总人数, 服务社区居民. */
  readonly facts: ReadonlyMap<FactName, { readonly number: number; readonly text: string }>;
}
