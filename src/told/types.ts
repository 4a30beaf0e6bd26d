/** What a table is: 指标表 (areas down, indicators across), 清单, 指标卡, 到岗表, 评分表, 只核算术, 不是要核的表. */
export type ToldKind = "matrix" | "list" | "cards" | "roster" | "scores" | "arithmetic" | "none";

const INDICATOR_ROLES = ["name", "category", "staff", "target", "done", "rate", "none"] as const;

/** The roles that a column may have, by the kind of its table. `name`: what its rows are called (areas, indicators, persons, items). */
export const ROLES_OF = {
  matrix: INDICATOR_ROLES,
  list: INDICATOR_ROLES,
  cards: INDICATOR_ROLES,
  roster: [
    "name", "no", "type", "position", "certificate", "contract", "contractEnd", "joined", "left",
    "presence", "insurance", "wages", "mark", "total", "senior", "remark", "none"
  ],
  scores: ["name", "category", "standard", "weight", "judge", "deduction", "score", "converted", "rate", "none"],
  arithmetic: ["name", "target", "done", "rate", "none"],
  none: ["none"]
} as const satisfies Readonly<Record<ToldKind, readonly string[]>>;

export type ColumnRole = (typeof ROLES_OF)[ToldKind][number];

export const TOLD_KINDS = Object.keys(ROLES_OF) as readonly ToldKind[];

/** What most cells of a column hold: how a column without a head is known again. "sign": a short text, as marks are. */
export const SHAPES = ["text", "sign", "number", "percent", "date", "blank"] as const;
export type ColumnShape = (typeof SHAPES)[number];

/** A column of a told table. */
export interface ToldColumn {
  /** The words right above its cells, normalised, with numbers as "#" ("7月" and "8月" are "#月"); "" without a head. */
  readonly head: string;
  readonly holds: ColumnShape;
  readonly role: ColumnRole;
}

/** What a row is whose label says so to nobody but the user. "none": it holds no data (a note, a blank form row). */
export const ROW_KINDS = ["total", "subtotal", "retention", "none"] as const;
export interface ToldRow {
  /** Its label, normalised. */
  readonly label: string;
  readonly is: (typeof ROW_KINDS)[number];
}

/** What a mark of a roster means. */
export const MARK_MEANINGS = ["present", "half", "absent"] as const;
export interface ToldMark {
  /** As marks are compared; "" for the blank cell. */
  readonly mark: string;
  readonly means: (typeof MARK_MEANINGS)[number];
}

/**
 * What a user said that a table is. It is known again by the heads and shapes of its columns, wherever it stands, however many rows,
 * months or groups it has: so it fits the workbook of the next station and of the next period. Pure data, as profiles (识别方案) hold it.
 */
export interface ToldTable {
  /** What the user calls it: 附件2 到岗表. */
  readonly name: string;
  readonly kind: ToldKind;
  /** How many rows the heads take, 0 … 6; the columns' `head` is the lowest of them that says anything. */
  readonly headRows: number;
  /** All columns from the first to the last, from left to right. */
  readonly columns: readonly ToldColumn[];
  readonly rows?: readonly ToldRow[];
  readonly marks?: readonly ToldMark[];
  /** The month (1 … 12) of a roster's first marks, where neither heads nor titles name one. */
  readonly firstMonth?: number;
  /** Where it stood: a hint among several that fit, never a condition. */
  readonly sheet?: string;
}
