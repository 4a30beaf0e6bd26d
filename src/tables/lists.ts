import { rectUnion, type Rect, type Sheet } from "../workbook";
import { isNameHead, isPercentHead, isTotalLabel, roleOf } from "./heads";
import type { CardList, IndicatorItem, OverallList } from "./indicator-types";
import { headText, readCell } from "./reading";
import { isSlash, normalise } from "./text";
import { titleFor, type Title } from "./titles";
import type { HeadTriple } from "./triples";

type Triples = ReadonlyMap<number, readonly HeadTriple[]>;

/** Where the names of a list stand. */
interface NameColumns {
  readonly left: number;
  readonly right: number;
}

/** The lists (总体服务) and the cards (指标卡) of a sheet, among the head triples that belong to no matrix. */
export function findLists(sheet: Sheet, triples: Triples, taken: ReadonlySet<HeadTriple>, titles: readonly Title[]): {
  overall: OverallList[];
  cards: CardList[];
} {
  const overall: OverallList[] = [];
  const cards: { items: IndicatorItem[]; rect: Rect }[] = [];
  for (const inRow of triples.values()) {
    const lists: { items: IndicatorItem[]; rect: Rect }[] = [];
    for (const triple of inRow) {
      if (taken.has(triple)) continue;
      const card = readCard(sheet, triple, triples);
      if (card) cards.push(card);
      else {
        const list = readList(sheet, triple, triples);
        if (list) lists.push(list);
      }
    }
    if (lists.length > 0) {
      const rect = lists.map((list) => list.rect).reduce(rectUnion);
      overall.push({
        kind: "overall", sheet: sheet.name, rect: withSideLabel(sheet, rect), ...titleFor(sheet, titles, rect),
        items: lists.flatMap((list) => list.items)
      });
    }
  }
  return { overall, cards: cardLists(sheet, cards, titles) };
}

/** The cards of a sheet as one list for each title that they stand under. */
function cardLists(sheet: Sheet, cards: readonly { items: IndicatorItem[]; rect: Rect }[], titles: readonly Title[]): CardList[] {
  const lists: CardList[] = [];
  for (const card of cards) {
    const title = titleFor(sheet, titles, card.rect);
    // A title repeated on the next page is the same title.
    const known = lists.findIndex((list) => list.title === title.title && list.period?.start === title.period?.start && list.period?.end === title.period?.end);
    const before = lists[known];
    if (!before) lists.push({ kind: "cards", sheet: sheet.name, rect: card.rect, ...title, items: card.items });
    else lists[known] = { ...before, rect: rectUnion(before.rect, card.rect), items: [...before.items, ...card.items] };
  }
  return lists;
}

/** 总体服务, merged down beside the list, belongs to its heads. */
function withSideLabel(sheet: Sheet, rect: Rect): Rect {
  if (rect.left === 1) return rect;
  const merge = sheet.mergeAt(rect.top, rect.left - 1);
  return merge && merge.top === rect.top && merge.bottom > merge.top ? rectUnion(rect, merge) : rect;
}

/** One card: its name above the heads over all three columns, or left of them beginning in the same row. */
function readCard(sheet: Sheet, triple: HeadTriple, triples: Triples): { items: IndicatorItem[]; rect: Rect } | null {
  const name = nameAbove(sheet, triple, true) ?? nameBeside(sheet, triple) ?? nameAbove(sheet, triple, false);
  if (!name) return null;
  const row = valueRow(sheet, triple, triples);
  const item: IndicatorItem = {
    name: { group: cleanName(headText(sheet, name.top, name.left)), leaf: "" },
    nameAt: { sheet: sheet.name, row: name.top, column: name.left },
    category: "",
    target: triple.target === null ? null : readCell(sheet, row, triple.target),
    done: readCell(sheet, row, triple.done),
    rate: triple.rate === null ? null : readCell(sheet, row, triple.rate),
    rateInPercent: isPercentHead(triple.heads.rate ?? "")
  };
  const heads = { top: triple.row, left: triple.left, bottom: row, right: triple.right };
  return { items: [item], rect: rectUnion(heads, { ...name, bottom: Math.min(name.bottom, row) }) };
}

/** The row under the heads with the values; a row left blank between them is passed over. */
function valueRow(sheet: Sheet, triple: HeadTriple, triples: Triples): number {
  const first = triple.bottom + 1;
  const blank = (row: number): boolean => readCell(sheet, row, triple.done).kind === "blank"
    && (triple.target === null || readCell(sheet, row, triple.target).kind === "blank");
  const next = first + 1;
  return blank(first) && !blank(next) && !triples.has(next) && readCell(sheet, next, triple.done).kind !== "text" ? next : first;
}

/** The name merged over exactly the card's columns; with exact = false also one that stands alone over the first of them. */
function nameAbove(sheet: Sheet, triple: HeadTriple, exact: boolean): Rect | null {
  const row = triple.row - 1;
  if (row < 1) return null;
  const extent = sheet.extent(row, triple.left);
  const text = headText(sheet, row, triple.left);
  if (text === "" || text.length > 40 || roleOf(text) || isSlash(text) || !Number.isNaN(Number(text))) return null;
  if (extent.left === triple.left && extent.right === triple.right && extent.right > extent.left) return extent;
  if (exact || extent.left !== triple.left || extent.right > triple.right) return null;
  for (let column = extent.right + 1; column <= triple.right; column++) if (headText(sheet, row, column) !== "") return null;
  return labelledBeside(sheet, triple) ? null : extent;
}

/** True when a head for names, or names row by row, stand left of the heads: then it is a list, no card. */
function labelledBeside(sheet: Sheet, triple: HeadTriple): boolean {
  if (triple.left === 1) return false;
  const beside = headText(sheet, triple.row, triple.left - 1);
  return beside !== "" && !roleOf(beside) && headText(sheet, triple.bottom + 1, triple.left - 1) !== "";
}

function nameBeside(sheet: Sheet, triple: HeadTriple): Rect | null {
  if (triple.left === 1) return null;
  const extent = sheet.extent(triple.row, triple.left - 1);
  const text = headText(sheet, triple.row, triple.left - 1);
  if (text === "" || extent.top !== triple.row || roleOf(text) || isNameHead(text)) return null;
  if (extent.bottom > triple.bottom) return extent;
  return headText(sheet, triple.bottom + 1, triple.left - 1) === "" ? extent : null;
}

function readList(sheet: Sheet, triple: HeadTriple, triples: Triples): { items: IndicatorItem[]; rect: Rect } | null {
  const names = nameColumns(sheet, triple);
  if (!names) return null;
  const items: IndicatorItem[] = [];
  let bottom = triple.bottom;
  let empty = 0;
  for (let row = triple.bottom + 1; row <= (sheet.used?.bottom ?? 0) && empty < 2; row++) {
    if (triples.get(row)?.some((other) => other.left <= triple.right && other.right >= names.left)) break;
    const item = readItem(sheet, row, triple, names);
    if (item === "end") break;
    if (item === null) {
      empty++;
      continue;
    }
    empty = 0;
    bottom = row;
    if (!isTotalLabel(item.name.group)) items.push(item);
  }
  return items.length === 0 ? null : { items, rect: { top: triple.row, left: names.left, bottom, right: triple.right } };
}

function nameColumns(sheet: Sheet, triple: HeadTriple): NameColumns | null {
  if (triple.left === 1) return null;
  const extent = sheet.extent(triple.row, triple.left - 1);
  const text = headText(sheet, triple.row, triple.left - 1);
  if (isNameHead(text)) return { left: extent.left, right: extent.right };
  return text !== "" && !roleOf(text) && extent.bottom <= triple.bottom ? { left: extent.left, right: extent.right } : null;
}

/** One row of a list; null when it is empty, "end" where the list is over. */
function readItem(sheet: Sheet, row: number, triple: HeadTriple, columns: NameColumns): IndicatorItem | null | "end" {
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
    name: { group: isSlash(last.text) ? "" : cleanName(last.text), leaf: "" },
    nameAt: { sheet: sheet.name, row: last.extent.top, column: last.extent.left },
    category: parts.slice(0, -1).map((part) => part.text).join(""),
    target,
    done,
    rate,
    rateInPercent: isPercentHead(triple.heads.rate ?? "")
  };
}

/** A name without the number before it: "1、社区调研" → "社区调研". */
function cleanName(text: string): string {
  return normalise(text).replace(/^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．](?!\d))+/, "").replace(/[:：]$/, "");
}
