import { say } from "../../messages";
import { normalise } from "../../values/text";
import { rectContains, rectUnion, type Rect, type Sheet, type Workbook } from "../../workbook";
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
  return workbook.sheets.flatMap((sheet): Unread[] => {
    if (sheet.visibility !== "visible" || sheet.marker !== null) return [];
    const rects = read.filter((table) => table.sheet === sheet.name).map(({ rect }) => rect);
    const words = placesOf(sheet, OF_STAFF, rects);
    if (words.length === 0) return [];
    const isUnder = (yes: Rect): boolean => words.some((word) => (word.left === yes.left && word.top < yes.top) || (word.top === yes.top && word.left < yes.left));
    const ticks = [...placesOf(sheet, TICKS, rects), ...placesOf(sheet, YES, rects).filter(isUnder)];
    if (ticks.length < LEAST) return [];
    return [{ sheet: sheet.name, rect: ticks.reduce(rectUnion), why: say("unread-marks", { count: ticks.length }), grave: true }];
  });
}

function placesOf(sheet: Sheet, pattern: RegExp, read: readonly Rect[]): Rect[] {
  const places: Rect[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length > 30 || !pattern.test(normalise(value))) continue;
    if (!read.some((rect) => rectContains(rect, row, column))) places.push({ top: row, left: column, bottom: row, right: column });
  }
  return places;
}
