import type { CellAddress, Rect, Sheet } from "../workbook";
import { parsePeriod } from "../values/dates";
import type { TableBase } from "./types";
import type { Period } from "../values/period";
import { normalise } from "../values/text";

export interface Title {
  readonly at: CellAddress;
  /** The last column of the title's merged area. */
  readonly right: number;
  /** As written, line breaks as spaces. */
  readonly text: string;
  readonly period: Period | null;
}

const known = new WeakMap<Sheet, Title[]>();

/** The texts of a sheet that can be the title of a table, top to bottom; looked for once a sheet. */
export function findTitles(sheet: Sheet): Title[] {
  const before = known.get(sheet);
  if (before) return before;
  const titles: Title[] = [];
  known.set(sheet, titles);
  // Of the many texts of a sheet hardly any is a title: a period is only looked for in those that may be one.
  for (const { row, column, value } of sheet.texts()) {
    if (!isTitleText(value) && !(isAlone(sheet, row) && namesPeriodOrStation(value))) continue;
    titles.push({ at: { sheet: sheet.name, row, column }, right: sheet.extent(row, column).right, text: value.replace(/\s*[\r\n]+\s*/g, " ").trim(), period: parsePeriod(value) });
  }
  return titles;
}

/** Nothing else stands in the row. */
function isAlone(sheet: Sheet, row: number): boolean {
  let shown = 0;
  for (const column of sheet.columns(row)) if (sheet.cell(row, column)!.text.trim() !== "" && ++shown > 1) return false;
  return shown === 1;
}

/** A line of its own that names the station, or a period with what it is the period of: a title in whatever words. Agreements, notes and signatures are none. */
function namesPeriodOrStation(text: string): boolean {
  const words = normalise(text);
  if (words.length < 4 || words.length > 150 || /[。；;:]|协议|合同|采购|[签盖]|填[表报]/.test(words)) return false;
  const besides = words.replace(/[\d年月日至到—\-.~/()（）]/g, "");
  return /社工(?:服务)?站/.test(words) || (besides.length >= 4 && parsePeriod(text) !== null);
}

/** Could the text be the title of a table by its words? */
export function isTitleText(text: string): boolean {
  return text.length >= 4 && text.length <= 150 && isTitle(normalise(text));
}

function isTitle(words: string): boolean {
  // 到岗情况总计 is a row of sums, 社工站稳岗率（评估期…） the label of a rate, not a title.
  if (/[。；;]/.test(words) || /^(?:社工)?(?:服务)?站?(?:社工)?稳岗率/.test(words) || /(?:总计|合计|小计|共计)(?:\(.*\))?$/.test(words)) return false;
  return /(?:统计表|对照表|情况表|一览表|汇总表|评分表|得分表|到岗表|统计及|完成情况统计|到岗情况|指标完成情况|指标统计)/.test(words)
    || /社工(?:服务)?站.*(?:情况|统计|评估|表)/.test(words);
}

/**
 * Title and period of a table: the nearest title above it, of those over its own columns if there are any, and the
 * period that it or a line between it and the table names (a service agreement's time is not the period).
 */
export function titleFor(sheet: Sheet, titles: readonly Title[], table: Pick<Rect, "top" | "left" | "right">): Pick<TableBase, "title" | "titleAt" | "period"> {
  const above = titles.filter((title) => title.at.row < table.top);
  const over = above.filter((title) => title.at.column <= table.right && title.right >= table.left);
  // A title that was not merged stands over the first column only, left of a table that begins further right.
  const left = above.filter((title) => title.at.column <= table.left);
  const nearest = [over, left, above].map(lastOf).find((title) => title !== null) ?? null;
  if (!nearest) return { title: "", titleAt: null, period: null };
  return { title: nearest.text, titleAt: nearest.at, period: nearest.period ?? periodBelow(sheet, nearest, table) };
}

/** The lowest of the titles; in one row the one furthest right, which is the closest. */
function lastOf(titles: readonly Title[]): Title | null {
  return titles[titles.length - 1] ?? null;
}

function periodBelow(sheet: Sheet, title: Title, table: Pick<Rect, "top" | "right">): Period | null {
  for (let row = title.at.row; row < Math.min(table.top, title.at.row + 4); row++) {
    for (const column of sheet.columns(row)) {
      if (column < title.at.column || column > table.right) continue;
      const value = sheet.cell(row, column)!.value;
      if (typeof value !== "string" || /协议|合同|采购/.test(value)) continue;
      const period = parsePeriod(value);
      if (period) return period;
    }
  }
  return null;
}

/** 2024年4月1日至2025年3月31日, 2024-2025年度 before a name. */
const LEADING_PERIOD = /^[（(]?\d{4}[\d年月日.\-/]*[至到—–－~-][\d年月日.\-/]*度?[)）]?/;

/** The title's words up to and including 社工站 or 社工服务站, without a leading 附件 number or period; null when it names no station. */
export function stationOf(title: string): string | null {
  const match = /^(.{1,60}?社工(?:服务)?站)/.exec(title.replace(/\s+/g, "").replace(/^附[件表][\d一二三四五六七八九十.\-－—]*[:：、.]?/, "").replace(LEADING_PERIOD, ""));
  return match ? match[1]! : null;
}
