import type { Rect, Sheet } from "../../workbook";
import { isNameHead, isPercentHead, isSideHead, isTotalLabel, leafOf, roleOf } from "./heads";
import type { IndicatorItem, IndicatorName } from "./types";
import { headText, readCell } from "../reading";
import { isSlash, normalise } from "../../values/text";
import type { HeadTriple } from "./types";

/** Where the names of a list stand, and what they belong to. */
interface NameColumns {
  readonly left: number;
  readonly right: number;
  /** The column left of the names under a head of its own (类别, 服务项目); null without one. */
  readonly category: number | null;
}

/** A row of a list before its indicator is named. */
export interface ListRow extends Omit<IndicatorItem, "name"> {
  readonly text: string;
}

/** The list under the heads of a triple, a row for each indicator; null when no names stand beside them. */
export function readList(
  sheet: Sheet, triple: HeadTriple, triples: ReadonlyMap<number, readonly HeadTriple[]>
): { items: IndicatorItem[]; rect: Rect } | null {
  const names = nameColumns(sheet, triple);
  if (!names) return null;
  const found: ListRow[] = [];
  let bottom = triple.bottom;
  let empty = 0;
  let section = "";
  let category = "";
  for (let row = triple.bottom + 1; row <= (sheet.used?.bottom ?? 0) && empty < 2; row++) {
    if (triples.get(row)?.some((other) => other.left <= triple.right && other.right >= names.left)) break;
    const heading = sectionAt(sheet, row, triple, names);
    if (heading) {
      section = heading;
      continue;
    }
    const item = readRow(sheet, row, triple, names);
    if (item === "end") break;
    if (item === null) {
      empty++;
      continue;
    }
    empty = 0;
    bottom = row;
    if (names.category !== null) category = headText(sheet, row, names.category) || category;
    if (!isTotalLabel(item.text) && !isTally(item) && !isMean(item)) found.push({ ...item, category: item.category || cleanName(category) || section });
  }
  const left = names.category ?? names.left;
  return found.length === 0 ? null : { items: found.map((item) => named(item, found)), rect: { top: triple.row, left, bottom, right: triple.right } };
}

/** 指标项数, 达标项数, 达标率 under a list count its indicators and are none. */
function isTally({ text, target, done, rate }: ListRow): boolean {
  if (target === null || target.kind !== "blank") return false;
  const [alone, count] = [rate === null || rate.kind === "blank", /^=.*\bCOUNT/i.test(done.formula ?? "")];
  // 达标项数 counts the list's own rows and may have its share of them beside it; a register on another sheet counts what was done.
  if (count && (alone || !done.formula!.includes("!"))) return true;
  return alone && (/^(?:其中[:：]?)?(?:指标|服务)?(?:总)?(?:项目?总?数)$|(?:达标|完成)(?:项|指标|率)/.test(text));
}

/** 平均完成率 under a list is the mean of its rates, and no indicator. */
function isMean({ text, target, done, rate }: ListRow): boolean {
  return /平均|均值/.test(text) && target?.kind === "blank" && done.kind === "blank" && /\bAVERAGE[A-Z]*\(/i.test(rate?.formula ?? "");
}

/** 接案数 or 服务人次 under 专业个案 is 专业个案 · 接案; other names stand for themselves, unless the list has them under two categories. */
export function named(item: ListRow, all: readonly ListRow[]): IndicatorItem {
  const { text, ...rest } = item;
  const alike = all.filter((other) => other.text === text);
  if (item.category === "" || (!countsOnly(text) && alike.every((other) => other.category === item.category))) {
    return { ...rest, name: { group: text, leaf: "" } };
  }
  const siblings = all.filter((other) => other.category === item.category);
  const leaf = leafOf(text);
  const clear = countsOnly(text) && siblings.filter((other) => countsOnly(other.text) && leafOf(other.text) === leaf).length === 1;
  const name: IndicatorName = { group: item.category, leaf: clear ? leaf : text };
  return { ...rest, name };
}

/** A name that only says what is counted of its category: 接案数, 节数, 服务人次, 完成数（个）. */
export function countsOnly(name: string): boolean {
  const words = name.replace(/\(.*?\)/g, "");
  return words !== "" && /^(?:服务|开展|参与|参加|受益|举办|组织|完成|活动|总)*(?:接案|结案|开案)?(?:总?[数量]|数量|个数|次数|场次|场数|节数|节次|人次数?|人数|户数|[个节次场])?$/.test(words);
}

function nameColumns(sheet: Sheet, triple: HeadTriple): NameColumns | null {
  let column = triple.left - 1;
  // Units, remarks and further numbers between the names and the numbers name nothing.
  while (column > 1 && namesNothing(sheet, triple, column)) column = sheet.extent(triple.row, column).left - 1;
  if (column < 1) return null;
  const extent = sheet.extent(triple.row, column);
  const text = headText(sheet, triple.row, column);
  if (!isNameHead(text) && (text === "" || roleOf(text) || extent.bottom > triple.bottom)) return null;
  const before = extent.left - 1;
  const category = before >= 1 && isNameHead(headText(sheet, triple.row, before)) ? sheet.extent(triple.row, before).left : null;
  return { left: extent.left, right: extent.right, category };
}

function namesNothing(sheet: Sheet, triple: HeadTriple, column: number): boolean {
  if (isSideHead(headText(sheet, triple.row, column))) return true;
  const below = [1, 2, 3].map((step) => sheet.cell(triple.bottom + step, column)?.value ?? null);
  return below.every((value) => typeof value === "number");
}

/** A heading merged over the whole list (二、专业小组), with rows of the list below it. */
function sectionAt(sheet: Sheet, row: number, triple: HeadTriple, names: NameColumns): string | null {
  const extent = sheet.extent(row, names.left);
  if (extent.top !== row || extent.bottom !== row || extent.left > names.left || extent.right < triple.right) return null;
  const text = cleanName(headText(sheet, row, names.left));
  if (text === "" || text.length > 16 || /[,;。、:]|^(?:备?注|说明|填表|制表|审核|附)|(?:统计表|对照表|情况表)/.test(text)) return null;
  const below = readRow(sheet, row + 1, triple, names);
  return below !== null && below !== "end" && below.done.kind !== "text" ? text : null;
}

/** One row of a list; null when it is empty, "end" where the list is over. */
function readRow(sheet: Sheet, row: number, triple: HeadTriple, columns: NameColumns): ListRow | null | "end" {
  const parts: { text: string; extent: Rect }[] = [];
  for (let column = columns.left; column <= columns.right; column++) {
    const extent = sheet.extent(row, column);
    if (extent.right >= triple.left) return "end";
    const text = headText(sheet, row, column);
    if (text !== "" && !parts.some((part) => part.extent.left === extent.left)) parts.push({ text, extent });
  }
  const target = triple.target === null ? null : readCell(sheet, row, triple.target);
  const done = readCell(sheet, row, triple.done);
  const rate = triple.rate === null ? null : readCell(sheet, row, triple.rate);
  const last = parts[parts.length - 1];
  if (!last || (last.extent.bottom > last.extent.top && last.extent.top < row && parts.length > 1)) {
    return parts.length === 0 && done.kind === "blank" && (target === null || target.kind === "blank") ? null : "end";
  }
  if (last.text.length > 40 || /(?:统计表|对照表|情况表)$/.test(last.text)) return "end";
  return {
    text: isSlash(last.text) ? "" : cleanName(last.text),
    nameAt: { sheet: sheet.name, row: last.extent.top, column: last.extent.left },
    category: cleanName(parts.slice(0, -1).map((part) => part.text).join("")),
    target,
    done,
    rate,
    rateInPercent: isPercentHead(triple.heads.rate ?? "")
  };
}

/** A name without the number before it: "1、社区调研" → "社区调研". */
export function cleanName(text: string): string {
  return normalise(text).replace(/^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．](?!\d))+/, "").replace(/[:：]$/, "");
}
