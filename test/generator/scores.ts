import type { CellAddress } from "../../src/workbook";
import type { Built } from "./built";
import type { Context } from "./context";
import { binary, call, cell, columnRange, number, type Expression } from "./expression";
import { roundHalfUp } from "./format";
import { messy } from "./words";

export interface ScoresHandle {
  readonly sheet: string;
  /** The three parties beside the third: their score and converted score. */
  readonly parties: readonly { readonly name: string; readonly max: number; readonly score: CellAddress; readonly converted: CellAddress }[];
  /** 服务监测, 服务成效, 运营管理. */
  readonly items: readonly { readonly name: string; readonly max: number; readonly score: CellAddress; readonly converted: CellAddress }[];
  readonly areas: readonly CellAddress[];
  readonly mean: CellAddress;
  readonly total: CellAddress;
  readonly grade: CellAddress | null;
  /** How the grade stands in its cell: alone or in a sentence. */
  readonly writeGrade: (grade: string) => string;
  /** 购买方评估 得分：19.40分, beside or instead of the table's rows. */
  readonly lines: readonly { readonly party: string; readonly at: CellAddress; readonly write: (score: number) => string }[];
}

export const SCORE_FAMILIES = ["standard", "typed", "grade-text", "score-lines"] as const;

function gradeOf(hundredths: number): string {
  return hundredths >= 9000 ? "优秀" : hundredths >= 8000 ? "良好" : hundredths >= 6000 ? "合格" : "不合格";
}

/** Renders the score table (评分表): on a sheet of its own, or under the other tables of `onSheet`. */
export function renderScores(ctx: Context, built: Built, station: string, onSheet: string | null, family = "standard"): void {
  const { random, draft } = ctx;
  const sheet = onSheet && random.chance(0.3) ? draft.sheet(onSheet) : draft.add("评分表");
  const messiness = random.chance(0.3) ? 0.3 : 0;
  let row = sheet.lastRow() + (sheet.lastRow() > 0 ? 3 : 1 + random.int(0, 2));
  const left = 1 + (onSheet ? 0 : random.int(0, 2));
  const typed = family === "typed" || random.chance(0.3);
  sheet.put(row, left, `${station}评估评分表`);
  sheet.merge(row, left, row, left + 3);
  row += 1;
  ["评估内容", "标准分", "评分", "折算分"].forEach((head, i) => sheet.put(row, left + i, messy(head, random, messiness)));
  const first = row + 1;
  row = first;
  let sum = 0;
  const draw = (max: number): number => roundHalfUp(max * (0.72 + random.next() * 0.27), random.pick([1, 2]));
  const put = (name: string, max: number): { name: string; max: number; score: CellAddress; converted: CellAddress } => {
    const value = draw(max);
    sum += Math.round(value * 100);
    sheet.put(row, left, messy(name, random, messiness));
    sheet.put(row, left + 1, max);
    const at = sheet.put(row, left + 2, value, "0.00");
    const converted = typed ? sheet.put(row, left + 3, value, "0.00") : sheet.putFormula(row, left + 3, cell(at), "0.00");
    row += 1;
    return { name, max, score: at, converted };
  };
  const items = [put("服务监测", 10), put("服务成效", 15), put("运营管理", 10)];
  const count = random.int(2, 5);
  const areaTop = row;
  const areas: CellAddress[] = [];
  let areaSum = 0;
  for (let i = 0; i < count; i++) {
    const value = roundHalfUp(14 + random.int(0, 55) / 10, 2);
    areaSum += Math.round(value * 100);
    sheet.put(row, left, `服务质量（第${"一二三四五"[i]}片区）`);
    sheet.put(row, left + 1, 20);
    areas.push(sheet.put(row, left + 2, value, "0.00"));
    row += 1;
  }
  const meanValue = roundHalfUp(areaSum / 100 / count, 2);
  const scores = columnRange(sheet.name, left + 2, areaTop, row - 1);
  const meanFormula: Expression = call("ROUND", random.chance(0.5) ? call("AVERAGE", scores) : binary(call("SUM", scores), "/", number(count)), number(2));
  const mean = typed ? sheet.put(areaTop, left + 3, meanValue, "0.00") : sheet.putFormula(areaTop, left + 3, meanFormula, "0.00");
  sheet.merge(areaTop, left + 3, row - 1, left + 3);
  sum += Math.round(meanValue * 100);
  const parties = [put("购买方", 20), put("督导中心", 15), put("监督方", 10)];
  sheet.put(row, left, "总分");
  sheet.put(row, left + 1, 100);
  const converted = columnRange(sheet.name, left + 3, first, row - 1);
  const total = typed ? sheet.put(row, left + 3, sum / 100, "0.00") : sheet.putFormula(row, left + 3, call("SUM", converted), "0.00");
  row += 1;
  let grade: CellAddress | null = null;
  let writeGrade = (word: string): string => word;
  if (family !== "standard" || random.chance(0.7)) {
    const label = random.pick(["评估等级", "等级"]);
    const form = random.pick(["beside", "merged", "last-column", "sentence"] as const);
    if (form === "sentence") {
      row += random.int(0, 1);
      writeGrade = (word) => `${label}：${word}`;
      grade = sheet.put(row, left, writeGrade(gradeOf(sum)));
    } else {
      sheet.put(row, left, label);
      grade = sheet.put(row, left + (form === "last-column" ? 3 : 1), gradeOf(sum));
      if (form === "merged") sheet.merge(row, left + 1, row, left + 3);
    }
    row += 1;
  }
  const lines = family !== "score-lines" ? [] : parties.map((party, i) => {
    const write = (value: number): string => `${party.name}评估 得分：${value.toFixed(2)}分`;
    return { party: party.name, write, at: sheet.put(row + 1 + i, left, write(draft.value(party.score) as number)) };
  });
  built.scores = { sheet: sheet.name, parties, items, areas, mean, total, grade, writeGrade, lines };
}
