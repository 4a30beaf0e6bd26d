import { MAX_ROWS, rectUnion, type Rect, type Sheet } from "../../workbook";
import { isNameHead, isPercentHead, roleOf } from "./heads";
import type { CardList, IndicatorItem, OverallList } from "./types";
import { cleanName, readList } from "./list-rows";
import { headText, readCell } from "../reading";
import { isSlash } from "../../values/text";
import { titleFor, type Title } from "../titles";
import type { HeadTriple } from "./types";
import { UNPROVEN } from "./proven/unproven";

type Triples = ReadonlyMap<number, readonly HeadTriple[]>;

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
        items: lists.flatMap((list) => list.items), ...UNPROVEN
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
    if (!before) lists.push({ kind: "cards", sheet: sheet.name, rect: card.rect, ...title, items: card.items, ...UNPROVEN });
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
  const name = nameAbove(sheet, triple, true, triples) ?? nameBeside(sheet, triple) ?? nameAbove(sheet, triple, false, triples);
  // Heads merged down to the last row of the sheet have no values under them.
  if (!name || triple.bottom === MAX_ROWS) return null;
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

/** Behind the card's three heads its name covers others of its own (备注, 单位), and no other card. */
function coversOneCard(sheet: Sheet, triple: HeadTriple, name: Rect, triples: Triples): boolean {
  if (name.right < triple.right || (triples.get(triple.row) ?? []).some((other) => other !== triple && other.left <= name.right && other.right >= name.left)) return false;
  const others = Array.from({ length: name.right - triple.right }, (_, i) => triple.right + 1 + i);
  return others.every((column) => headText(sheet, triple.row, column) !== "");
}

/** The name merged over exactly the card's columns; with exact = false also one that stands alone over the first of them. */
function nameAbove(sheet: Sheet, triple: HeadTriple, exact: boolean, triples: Triples): Rect | null {
  const row = triple.row - 1;
  if (row < 1) return null;
  const extent = sheet.extent(row, triple.left);
  const text = headText(sheet, row, triple.left);
  if (text === "" || text.length > 40 || roleOf(text) || isSlash(text) || !Number.isNaN(Number(text))) return null;
  if (extent.left === triple.left && extent.right > extent.left && (extent.right === triple.right || coversOneCard(sheet, triple, extent, triples))) return extent;
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
