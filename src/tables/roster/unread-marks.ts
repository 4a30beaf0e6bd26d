import { say } from "../../messages";
import { normalise } from "../../values/text";
import { onShownSheets, rectContains, rectUnion, type Rect, type Workbook } from "../../workbook";
import type { TableBase, Unread } from "../types";

/** So many ticks that no table read are no single answers of a form. */
const LEAST = 8;
const TICKS = /^[√✓✔☑🗸]$/u;
/** Words that are ticks where their column or row is headed by what a roster's marks are about. */
const YES = /^(?:是|有|到|已.{0,2}|在岗|到岗)$/;
/** What a roster's marks are about; a list of documents or of furniture has ticks as well. */
const OF_STAFF = /人员到位|到位情况|社保|工资发放|到岗|在岗|出勤/;

/** Ticks of staff on visible sheets that no table read: a roster that lies on its side, or a way of keeping one that nobody has met. */
export function unreadMarks(workbook: Workbook, read: readonly TableBase[]): Unread[] {
  return placesOn(workbook).flatMap((places): Unread[] => {
    const { sheet } = places;
    const rects = read.filter((table) => table.sheet === sheet.name).map(({ rect }) => rect);
    const outside = (all: readonly Rect[]): Rect[] => all.filter(({ top, left }) => !rects.some((rect) => rectContains(rect, top, left)));
    const words = outside(places.words);
    if (words.length === 0) return [];
    const isUnder = (yes: Rect): boolean => words.some((word) => (word.left === yes.left && word.top < yes.top) || (word.top === yes.top && word.left < yes.left));
    const ticks = [...outside(places.ticks), ...outside(places.yes).filter(isUnder)];
    if (ticks.length < LEAST) return [];
    return [{ sheet: sheet.name, rect: ticks.reduce(rectUnion), why: say("unread-marks", { count: ticks.length }), grave: true }];
  });
}

/** Where a sheet with such words has them, its ticks, and words that may be ticks. */
const placesOn = onShownSheets((sheet) => {
  const texts = sheet.texts().filter(({ value }) => value.length <= 30).map(({ row, column, value }) => ({ text: normalise(value), rect: { top: row, left: column, bottom: row, right: column } }));
  const placesOf = (pattern: RegExp): Rect[] => texts.flatMap(({ text, rect }) => (pattern.test(text) ? [rect] : []));
  const words = placesOf(OF_STAFF);
  return words.length === 0 ? [] : [{ sheet, words, ticks: placesOf(TICKS), yes: placesOf(YES) }];
});
