import type { Party, ThirdPartyItem } from "../../values/party";
import type { CellAddress } from "../../workbook";
import type { Reading, TableBase, Unread } from "../types";

/** What an item of the score table is about. */
export type ScoreItem = ThirdPartyItem | Party | "other";

/** An item with its scores. */
export interface ScoreRow {
  /** The line it stands in, counted from the table's first. */
  readonly place: number;
  readonly item: ScoreItem;
  readonly name: string;
  readonly nameAt: CellAddress;
  /** 标准分 */
  readonly standard: Reading | null;
  /** What it can reach: its 标准分, or the points that its name gives it (需求评估（4分）); null where neither says so. */
  readonly most: number | null;
  /** 权重: a share of all, 0.55 or 55%. */
  readonly weight: Reading | null;
  /** The scores of experts, or of areas side by side, each cell once. */
  readonly judges: readonly Reading[];
  /** 扣分 */
  readonly deduction: Reading | null;
  /** 评分 */
  readonly score: Reading | null;
  /** 折算分; the areas of 服务质量 share one merged cell, or the cell of their mean. */
  readonly converted: Reading | null;
  /** 得分率 */
  readonly rate: Reading | null;
}

/** A line that adds up others. */
export interface ScoreSum {
  readonly label: CellAddress;
  readonly name: string;
  readonly standard: Reading | null;
  readonly score: Reading | null;
  readonly converted: Reading | null;
}

/** What counts once: one cell, or the areas of 服务质量, whose mean counts; points taken off (扣分项) count against the sum. */
export interface ScoreUnit {
  readonly cells: readonly Reading[];
  readonly sign: 1 | -1;
}

/** A cell that adds up others of its field. */
export interface ScoreSumCell {
  readonly cell: Reading;
  readonly units: readonly ScoreUnit[];
  /** 总分 of all, the name of a 小计 otherwise. */
  readonly subtotal: string | null;
  /** What it adds up; "score" is what counts: 折算分 where there is such a field, else 评分. */
  readonly of: "score" | "standard" | "weight" | "deduction" | "judge";
  /** The head of its field. */
  readonly head: string;
  /** Row of the fingerprint. */
  readonly row: string;
}

/**
 * How a cell follows from others: "share" 评分 in proportion to what the item counts, the mean of rows that share the cell (R3);
 * "mean", "trimmed-mean" of experts or areas; "difference" 标准分 − 扣分; "product" 得分 × 权重; "rate" 得分 ÷ 标准分; "detail" what a table of the item's
 * own parts gives; "periods" the weighted mean of several totals.
 */
export type ScoreRelation = "share" | "mean" | "trimmed-mean" | "difference" | "product" | "rate" | "detail" | "periods";

/** A cell that is computed from others, as its field's values or words prove. */
export interface DerivedScore {
  readonly cell: Reading;
  /** 评分, 折算分 or 得分率 */
  readonly of: "score" | "converted" | "rate";
  readonly relation: ScoreRelation;
  readonly item: ScoreItem;
  readonly name: string;
  /** Row of the fingerprint. */
  readonly row: string;
  readonly inputs: readonly Reading[];
  /** "share": the rows of the inputs. */
  readonly rows: readonly ScoreRow[];
  /** "product": what the product is multiplied by besides; "periods": the weight of each input. */
  readonly factors: readonly number[];
  /** Decimals that its field is shown with. */
  readonly decimals: number;
}

/** A score or total found outside the table's grid: `购买方评估 得分：19.40分`. Number as printed. */
export interface ScoreLine {
  readonly party: Party | "total";
  readonly at: CellAddress;
  readonly value: number;
  /** "19.40" */
  readonly text: string;
}

/** 评估等级 as printed. */
export interface GradeLine {
  readonly at: CellAddress;
  readonly grade: Grade;
}

export type Grade = "优秀" | "良好" | "合格" | "不合格";

/**
 * 评分表, or the score lines of a sheet without a table (rows is then empty). Of several evaluations side by side (中期, 末期) each is
 * one; they share rectangle and names.
 */
export interface ScoreTable extends TableBase {
  readonly kind: "scores";
  /** Which evaluation of several side by side; "" where there is one. */
  readonly series: string;
  readonly rows: readonly ScoreRow[];
  /** The line that adds up all, of a table of all parties; a table of one item's parts has none. */
  readonly total: ScoreSum | null;
  /** What the whole table comes to, of parts of one item too, and out of how many points. */
  readonly result: { readonly cell: Reading; readonly points: number | null } | null;
  /** The cells that add up others, 小计 before 总分. */
  readonly sums: readonly ScoreSumCell[];
  readonly derived: readonly DerivedScore[];
  /** The points of its items make 100: they count, whatever is usual elsewhere. */
  readonly ownPoints: boolean;
  /** What 评分 is out of: the item's points, or 100; null where neither fits. */
  readonly outOf: "points" | "hundred" | null;
  readonly lines: readonly ScoreLine[];
  readonly grade: GradeLine | null;
  /** Its fields and sums of which nothing could be proved: what they hold was not checked. */
  readonly unread: readonly Unread[];
}
