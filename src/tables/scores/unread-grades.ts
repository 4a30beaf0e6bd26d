import { say } from "../../messages";
import { normalise } from "../../values/text";
import { keyToRowColumn, rectContains, rectUnion, type Rect, type Sheet, type Workbook } from "../../workbook";
import type { TableBase, Unread } from "../types";
import { gradeWord } from "./words";

/** So many rows with a score and its grade are a list of scores. */
const LEAST = 2;
/** The limits of R2, as a table of the grades themselves holds them. */
const LIMITS: ReadonlySet<number> = new Set([0, 60, 80, 90, 100]);
/** What scores of an evaluation are about; other things are graded, too (活动效果, 满意度). */
const OF_EVALUATION = /社工(?:服务)?站|评估/;

/** Rows of visible sheets with scores and their grades that no table read: a list of stations, say. */
export function unreadGrades(workbook: Workbook, read: readonly TableBase[]): Unread[] {
  return workbook.sheets.flatMap((sheet): Unread[] => {
    if (sheet.visibility !== "visible" || sheet.marker !== null) return [];
    const rects = read.filter((table) => table.sheet === sheet.name).map(({ rect }) => rect);
    const rows = gradedRows(sheet, rects);
    if (rows.length < LEAST || !sheet.texts().some(({ value }) => OF_EVALUATION.test(normalise(value)))) return [];
    return [{ sheet: sheet.name, rect: rows.reduce(rectUnion), why: say("unread-grades", { count: rows.length }), grave: true }];
  });
}

function gradedRows(sheet: Sheet, read: readonly Rect[]): Rect[] {
  const graded = new Map<number, Rect>();
  const scored = new Map<number, Rect>();
  for (const [key, { value }] of sheet.cells) {
    const { row, column } = keyToRowColumn(key);
    const rect = { top: row, left: column, bottom: row, right: column };
    if (typeof value === "string" ? gradeWord(normalise(value)) === null : typeof value !== "number" || value > 100 || value < 20 || LIMITS.has(value)) continue;
    if (read.some((table) => rectContains(table, row, column))) continue;
    const found = typeof value === "string" ? graded : scored;
    found.set(row, rectUnion(found.get(row) ?? rect, rect));
  }
  return [...graded].flatMap(([row, rect]) => (scored.has(row) ? [rectUnion(rect, scored.get(row)!)] : []));
}
