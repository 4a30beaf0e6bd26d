import type { Party, ThirdPartyItem } from "../../values/party";
import type { CellAddress } from "../../workbook";
import type { Reading, TableBase } from "../types";

/** What a row of the score table is about. */
export type ScoreItem = ThirdPartyItem | Party | "other";

export interface ScoreRow {
  readonly row: number;
  readonly item: ScoreItem;
  readonly name: string;
  readonly nameAt: CellAddress;
  /** 标准分 */
  readonly standard: Reading | null;
  /** 评分 */
  readonly score: Reading | null;
  /** 折算分; the areas of 服务质量 share one merged cell. */
  readonly converted: Reading | null;
}

/** A row that adds up others. */
export interface ScoreSum {
  readonly row: number;
  readonly label: CellAddress;
  readonly standard: Reading | null;
  readonly score: Reading | null;
  readonly converted: Reading | null;
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

/** 评分表, or the score lines of a sheet without a table (rows is then empty). */
export interface ScoreTable extends TableBase {
  readonly kind: "scores";
  readonly rows: readonly ScoreRow[];
  /** 总分 of the 折算分 column, and of the others where they show one. */
  readonly total: ScoreSum | null;
  /** 小计 of a party, with the rows that it adds up. */
  readonly subtotals: readonly (ScoreSum & { readonly name: string; readonly rows: readonly ScoreRow[] })[];
  readonly lines: readonly ScoreLine[];
  readonly grade: GradeLine | null;
}
