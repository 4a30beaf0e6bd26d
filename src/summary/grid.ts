import { columnLetters } from "../workbook";

/** A stretch of columns, first and last, from 1. */
export type Span = readonly [number, number];

/** Columns of a sheet of ours, widths in characters. The last is hidden and tells a later run what each row was about; the user's own begin behind it. */
export interface Columns {
  readonly widths: readonly number[];
  /** The last one that shows. */
  readonly last: number;
  readonly key: number;
}

/**
 * 核查汇总: five columns for a page of A4 upright. A character's width is the standard font's, 7 to 9 pixels by the workbook: with the
 * widest the page is made so much smaller that its 10 points are 9.
 */
export const SUMMARY: Columns = columnsOf([6.5, 15, 11, 38, 13.5]);

/** 问题清单 */
export const FINDING = { number: [1, 1], place: [2, 2], shown: [3, 3], message: [4, 4], remark: [5, 5] } as const satisfies Readonly<Record<string, Span>>;

/** 主要数据: what it is about, and the figure with what is to be known of it. */
export const FIGURE = { label: [1, 2], value: [3, 5] } as const satisfies Readonly<Record<string, Span>>;

/** 填表人, 站长, 日期 */
export const SIGNATURE: readonly Span[] = [[1, 3], [4, 4], [5, 5]];

/** So many months of attendance have columns of their own: a year's agreement. */
export const MAX_MONTHS = 12;
/** The first column of the months. */
export const FIRST_MONTH = 5;

/**
 * 核查明细: the columns that all its tables share: narrow ones, so that a table of persons by month fits, which tables with longer
 * texts join.
 */
export const DETAILS: Columns = columnsOf([5, 10.5, 15, 8.5, ...Array.from({ length: MAX_MONTHS }, () => 6.3), 8.5, 8.5, 8.5, 8.5, 13, 24]);

function columnsOf(shown: readonly number[]): Columns {
  return { widths: [...shown, 10], last: shown.length, key: shown.length + 1 };
}

/** 问题依据 */
export const GROUND = {
  number: [1, 1], severity: [2, 2], sheet: [3, 3], cell: [4, 4], shown: [5, 7], expected: [8, 10], basis: [11, 19], suggestion: [20, 22]
} as const satisfies Readonly<Record<string, Span>>;

/** 指标核算 */
export const INDICATOR = {
  number: [1, 1], state: [2, 2], area: [3, 3], cell: [4, 4], name: [5, 10], target: [11, 12], done: [13, 14],
  rate: [15, 16], printed: [17, 18], difference: [19, 19], source: [20, 21], progress: [22, 22]
} as const satisfies Readonly<Record<string, Span>>;

/** 到岗核算 by month */
export const MONTH = {
  number: [1, 1], state: [2, 2], month: [3, 3], weight: [4, 4], due: [5, 6], actual: [7, 8], surplus: [9, 10], certifiedDue: [11, 12],
  certified: [13, 14], certifiedSurplus: [15, 16], uncertified: [17, 18], ungrouped: [19, 19], rate: [20, 21], progress: [22, 22]
} as const satisfies Readonly<Record<string, Span>>;

/** Lists of an item, its value and how it came about. */
export const ITEM = { label: [1, 4], value: [5, 7], state: [8, 10], note: [11, 22] } as const satisfies Readonly<Record<string, Span>>;

/** 到岗明细: the months stand behind `cell`, and what they come to right behind them. */
export const PERSON = { number: [1, 1], group: [2, 2], cell: [3, 4] } as const satisfies Readonly<Record<string, Span>>;

/** What stands behind the months of the persons, for that many months. */
export function behindMonths(months: number): Readonly<Record<"total" | "printed" | "difference" | "retained" | "reason", Span>> {
  const first = FIRST_MONTH + months;
  const one = (offset: number): Span => [first + offset, first + offset];
  return { total: one(0), printed: one(1), difference: one(2), retained: one(3), reason: [first + 4, DETAILS.last] };
}

/** 一票否决情形 */
export const VETO = { number: [1, 1], state: [2, 3], detail: [4, 22] } as const satisfies Readonly<Record<string, Span>>;

/** "E12", the cell in which a span of that row holds its value. */
export function at(span: Span, row: number): string {
  return columnLetters(span[0]) + row;
}

/** "E12:E30" */
export function down(span: Span, top: number, bottom: number): string {
  return `${at(span, top)}:${at(span, bottom)}`;
}
