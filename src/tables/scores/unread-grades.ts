import { say } from "../../messages";
import { normalise } from "../../values/text";
import { rectContains, rectUnion, type Rect, type Scalar, type Sheet, type Workbook } from "../../workbook";
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

const isGrade = (value: Scalar): boolean => typeof value === "string" && gradeWord(normalise(value)) !== null;

const isScore = (value: Scalar): boolean => typeof value === "number" && value <= 100 && value >= 20 && !LIMITS.has(value);

function gradedRows(sheet: Sheet, read: readonly Rect[]): Rect[] {
  const around = (row: number, holds: (value: Scalar) => boolean): Rect | null => sheet.columns(row)
    .filter((column) => holds(sheet.cell(row, column)!.value) && !read.some((table) => rectContains(table, row, column)))
    .map((column): Rect => ({ top: row, left: column, bottom: row, right: column }))
    .reduce<Rect | null>((all, one) => (all ? rectUnion(all, one) : one), null);
  // Hardly a row has the word of a grade: numbers are only looked at beside one.
  return [...new Set(sheet.texts().filter(({ value }) => isGrade(value)).map(({ row }) => row))].flatMap((row) => {
    const [graded, scored] = [around(row, isGrade), around(row, isScore)];
    return graded && scored ? [rectUnion(graded, scored)] : [];
  });
}
