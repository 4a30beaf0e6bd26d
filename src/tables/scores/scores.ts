import { normalise } from "../../values/text";
import { Kept, rectsMeet, rectUnion, type CellAddress, type Rect, type Sheet, type Workbook } from "../../workbook";
import { findTitles, titleFor } from "../titles";
import { findAreas } from "./areas";
import { buildTables, type BuiltTable, type Notes } from "./build";
import { linkDetails } from "./details";
import { readGrid } from "./grid";
import { overallTables } from "./overall";
import { findGrades, findLines } from "./text-lines";
import type { ScoreTable } from "./types";

/** The score tables (评分表) and score lines of a workbook: one entry an evaluation, and one for a sheet's lines without a table. */
export function findScores(workbook: Workbook): ScoreTable[] {
  return linkDetails(workbook, workbook.sheets.flatMap((sheet) => kept.of(sheet, [], () => scoresOn(sheet))));
}

const kept = new Kept<Sheet, readonly ScoreTable[]>();

function scoresOn(sheet: Sheet): ScoreTable[] {
  if (!sheet.texts().some(({ value }) => /分|监测|第三方|购买方/.test(value))) return [];
  const titles = findTitles(sheet);
  const tables = tablesOn(sheet);
  const lines = findLines(sheet, (row) => tables.some(({ rect }) => row >= rect.top && row <= rect.bottom));
  const grades = findGrades(sheet).filter(({ at }) => !tables.some(({ grade }) => grade && grade.at.row === at.row && grade.at.column === at.column));
  if (tables.length === 0) {
    const first = lines[0];
    if (!first) return [];
    const cell = ({ row, column }: CellAddress): Rect => ({ top: row, left: column, bottom: row, right: column });
    const rect = lines.reduce((union, line) => rectUnion(union, cell(line.at)), cell(first.at));
    return [{ kind: "scores", sheet: sheet.name, rect, ...titleFor(sheet, titles, rect), series: "", rows: [], total: null, result: null, sums: [], derived: [], ownPoints: false, outOf: null, unread: [], lines, grade: grades[0] ?? null }];
  }
  // Lines and grade belong to the table that they stand under; above all tables, to the first.
  const owner = ({ at }: { at: CellAddress }): number => {
    const last = tables.filter(({ rect }) => rect.top <= at.row).pop() ?? tables[0]!;
    return tables.findIndex(({ rect }) => rect === last.rect);
  };
  return tables.map((table, i) => ({
    kind: "scores", sheet: sheet.name, ...table, ...titleFor(sheet, titles, table.rect),
    lines: lines.filter((line) => owner(line) === i), grade: table.grade ?? grades.find((grade) => owner(grade) === i) ?? null
  }));
}

/** Percentages in the place of scores: the shares of the answers to a survey (满意（4分）21.23%). */
function areShares(rows: ScoreTable["rows"]): boolean {
  const scores = rows.flatMap(({ score }) => (score?.number != null ? [score] : []));
  return scores.filter(({ text }) => /[%％]/.test(text)).length * 2 > scores.length;
}

/** As they stand, top to bottom; of several evaluations in one table the last that has a total speaks first. */
function tablesOn(sheet: Sheet): BuiltTable[] {
  const taken: Rect[] = [];
  const notes = notesOf(sheet);
  const found = findAreas(sheet).flatMap((area) => {
    const grid = readGrid(area);
    if (!grid) return [];
    const { tables: built, counted } = buildTables(grid, notes);
    const tables = built.filter(({ rows }) => rows.length > 0 && !areShares(rows));
    if (tables.length === 0 || taken.some((rect) => rectsMeet(rect, tables[0]!.rect))) return [];
    taken.push(tables[0]!.rect);
    const latest = [...tables].reverse().find(({ total }) => (total?.converted ?? total?.score)?.number != null);
    const ordered = latest ? [latest, ...tables.filter((table) => table !== latest)] : tables;
    return [[...ordered, ...overallTables(sheet, grid, tables, counted, notes)]];
  });
  return found.sort((a, b) => a[0]!.rect.top - b[0]!.rect.top || a[0]!.rect.left - b[0]!.rect.left).flat();
}

export function notesOf(sheet: Sheet): Notes {
  const texts = sheet.texts().filter(({ value }) => value.length < 200).map(({ value }) => normalise(value));
  return {
    dropsEnds: texts.some((text) => /(?:去掉|去除|剔除|扣除|不含)[^。]{0,6}最(?:高|低)/.test(text)),
    aboutEvaluation: [normalise(sheet.name), ...texts].some((text) => /社工(?:服务)?站|第三方|购买方|(?:[中末]期|综合|社工)评估|评估(?:评分|得分|内容|等级|主体)/.test(text))
  };
}
