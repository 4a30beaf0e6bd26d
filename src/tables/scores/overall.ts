import { normalise } from "../../values/text";
import { addressKey, type Sheet } from "../../workbook";
import type { Reading } from "../types";
import type { BuiltTable, Notes } from "./build";
import type { Grid, GridLine } from "./grid";
import { decimalsOf } from "./roles";
import type { DerivedScore, GradeLine } from "./types";
import { gradeWord } from "./words";

/**
 * What several evaluations come to together, as a table of its own with a total and a grade and no rows: the year's score
 * (年度得分 = 中期 × 40% ＋ 末期 × 60%), or the mean of the totals of several experts. `counted` are the fields of the evaluations' totals.
 */
export function overallTables(sheet: Sheet, grid: Grid, tables: readonly BuiltTable[], counted: readonly number[], notes: Notes): BuiltTable[] {
  const total = grid.lines.findIndex(({ kind }) => kind === "total");
  const line = grid.lines.find(({ kind }, i) => kind === "year" || (kind === "mean" && total >= 0 && i > total));
  const cell = line && (counted.map((index) => line.cells[index]!).find(isFilled) ?? line.cells.find(isFilled));
  if (!line || !cell || tables.length < 2) return [];
  return [{
    series: line.name, rect: tables[0]!.rect, rows: [], total: { label: line.nameAt, name: line.name, standard: null, score: cell, converted: null },
    result: null, sums: [], ownPoints: false, outOf: null, unread: [],
    derived: overallScore(sheet, line, cell, tables, notes), grade: overallGrade(grid, counted)
  }];
}

function isFilled({ number, formula }: Reading): boolean {
  return number !== null || formula !== null;
}

function overallScore(sheet: Sheet, { kind, name }: GridLine, cell: Reading, tables: readonly BuiltTable[], { dropsEnds }: Notes): DerivedScore[] {
  const totals = tables.flatMap(({ total }) => total?.converted ?? total?.score ?? []);
  const weights = kind === "year" ? statedWeights(sheet, tables.map(({ series }) => series)) : [];
  if (weights === null || totals.length < tables.length) return [];
  const relation = kind === "year" ? "periods" : dropsEnds ? "trimmed-mean" : "mean";
  return [{ cell, of: "score", relation, item: "other", name, row: "overall", inputs: totals, rows: [], factors: weights, decimals: decimalsOf([cell]) }];
}

/** The weight of each evaluation as a text of the sheet states them together: 中期40%＋末期60%. */
function statedWeights(sheet: Sheet, series: readonly string[]): number[] | null {
  if (series.includes("")) return null;
  for (const { value } of sheet.texts()) {
    const text = normalise(value);
    if (value.length > 200 || !text.includes("%")) continue;
    const weights = series.map((label) => {
      const at = text.indexOf(label);
      const share = at < 0 ? null : /^[^\d%]{0,12}(\d+(?:\.\d+)?)%/.exec(text.slice(at + label.length));
      return share ? Number(share[1]) : NaN;
    });
    if (weights.reduce((sum, weight) => sum + weight, 0) === 100) return weights.map((weight) => weight / 100);
  }
  return null;
}

/** The grade of the year, or the one grade that stands for all evaluations. */
function overallGrade(grid: Grid, counted: readonly number[]): GradeLine | null {
  const lines = grid.lines.filter(({ kind }) => kind === "grade");
  for (const { cells, name } of [...lines.filter(({ name }) => /年/.test(name)), ...lines]) {
    const own = new Set(counted.map((index) => addressKey(cells[index]!.at)));
    for (const { at, text } of cells) {
      const grade = gradeWord(normalise(text));
      if (grade && (/年/.test(name) || own.size === 1 || !own.has(addressKey(at)))) return { at, grade };
    }
  }
  return null;
}
