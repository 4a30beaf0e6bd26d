import { THIRD_PARTY_ITEMS, type Party } from "../../values/party";
import { rectUnion, type CellAddress, type Rect, type Sheet, type Workbook } from "../../workbook";
import { headText, readCell } from "../reading";
import type { Grade, GradeLine, ScoreItem, ScoreLine, ScoreRow, ScoreTable } from "./types";
import { normalise } from "../../values/text";
import { findTitles, titleFor } from "../titles";

interface ScoreHead {
  readonly row: number;
  readonly bottom: number;
  readonly nameColumns: readonly number[];
  readonly standard: number;
  readonly score: number | null;
  readonly converted: number | null;
}

const STANDARD = /^(?:标准分|标准分值|满分|分值|权重分?|标准)(?:\(.*\))?$/;
const SCORE = /^(?:评分|得分|评估得分|实际得分|评估分|原始得?分)(?:\(.*\))?$/;
const CONVERTED = /^(?:折算分|折算得分|折算后得?分|换算分|换算得分|最终得分)(?:\(.*\))?$/;

const ITEMS: readonly (readonly [ScoreItem, RegExp])[] = [
  ["monitoring", /服务监测/],
  ["effect", /服务成效/],
  ["operation", /运营管理/],
  ["quality", /服务质量/],
  ["purchaser", /购买方/],
  ["guidance", /督导/],
  ["supervisor", /监督方/],
  ["thirdParty", /第三方/]
];
const THIRD_PARTY: ReadonlySet<ScoreItem> = new Set<ScoreItem>(THIRD_PARTY_ITEMS);
const PARTY: Readonly<Record<string, Party>> = { 购买方: "purchaser", 监督方: "supervisor", 督导中心: "guidance", 督导方: "guidance", 第三方: "thirdParty" };
const NUMBER = "(\\d{1,3}(?:\\.\\d+)?)";
const SCORE_LINE = new RegExp(`(购买方|监督方|督导中心|督导方|第三方)(?:评估|机构|评价|评分)*(?:的)?(?:总?得分|评分|分数)[:为]?${NUMBER}分?`, "gu");
const TOTAL_LINE = new RegExp(`(?:总得分|总评分|综合得分|最终得分|评估总分|总分)[:为]?${NUMBER}分?`, "u");
const GRADE_LINE = /(?:等级|等次|评估结果|评定结果|评估结论)(?:评定)?[:为]?(优秀|良好|不合格|合格)/u;
const GRADE = /^(优秀|良好|不合格|合格)(?:等级|等次|级|\(.*\))?$/u;

/** The score tables (评分表) and score lines of a workbook: one entry a table, and one for a sheet's lines without a table. */
export function findScores(workbook: Workbook): ScoreTable[] {
  return workbook.sheets.flatMap((sheet) => scoresOn(sheet));
}

function scoresOn(sheet: Sheet): ScoreTable[] {
  if (!sheet.texts().some(({ value }) => value.includes("分"))) return [];
  const titles = findTitles(sheet);
  const heads = findHeads(sheet);
  const tables = heads.map((head) => readTable(sheet, head)).filter((table) => table.rows.length > 0);
  const inside = (row: number): boolean => tables.some(({ rect }) => row >= rect.top && row <= rect.bottom);
  const lines = findLines(sheet, inside);
  const grades = findGrades(sheet);
  if (tables.length === 0) {
    const first = lines[0];
    if (!first) return [];
    const cell = ({ row, column }: CellAddress): Rect => ({ top: row, left: column, bottom: row, right: column });
    const rect = lines.reduce((union, line) => rectUnion(union, cell(line.at)), cell(first.at));
    return [{ kind: "scores", sheet: sheet.name, rect, ...titleFor(sheet, titles, rect), rows: [], total: null, subtotals: [], lines, grade: grades[0] ?? null }];
  }
  // Lines and grade belong to the table that they stand under; above all tables, to the first.
  const owner = ({ at }: { at: CellAddress }): number => Math.max(0, tables.filter(({ rect }) => rect.top <= at.row).length - 1);
  return tables.map((table, i) => ({
    kind: "scores", sheet: sheet.name, ...table, ...titleFor(sheet, titles, table.rect),
    lines: lines.filter((line) => owner(line) === i), grade: grades.find((grade) => owner(grade) === i) ?? null
  }));
}

function findHeads(sheet: Sheet): ScoreHead[] {
  const found: ScoreHead[] = [];
  // Most texts of a workbook are no short words with 分 or 标准; they are passed over before anything is normalised.
  const byRow = new Map<number, number[]>();
  for (const { row, column, value } of sheet.texts()) {
    if (value.length >= 20 || !/分|标|权/.test(value)) continue;
    const columns = byRow.get(row);
    if (columns) columns.push(column);
    else byRow.set(row, [column]);
  }
  for (const [row, heads] of byRow) {
    if (heads.length < 2) continue;
    const find = (pattern: RegExp): number | undefined => heads.find((column) => pattern.test(headText(sheet, row, column)));
    const standard = find(STANDARD);
    const score = find(SCORE);
    const converted = find(CONVERTED);
    if (standard === undefined || (score === undefined && converted === undefined)) continue;
    const nameColumns = Array.from({ length: standard - 1 }, (_, i) => i + 1).filter((column) => headText(sheet, row, column) !== "");
    if (nameColumns.length === 0 || nameColumns.length > 4) continue;
    found.push({ row, bottom: sheet.extent(row, standard).bottom, nameColumns, standard, score: score ?? null, converted: converted ?? null });
  }
  return found;
}

function readTable(sheet: Sheet, head: ScoreHead): Pick<ScoreTable, "rows" | "total" | "subtotals" | "rect"> {
  const rows: ScoreRow[] = [];
  const subtotals: ScoreTable["subtotals"][number][] = [];
  const parties = new Map<ScoreRow, string>();
  let open: ScoreRow[] = [];
  let total: ScoreTable["total"] = null;
  let last = head.bottom;
  let blanks = 0;
  for (let row = head.bottom + 1; row <= (sheet.used?.bottom ?? 0) && blanks < 4 && !total; row++) {
    const names = [...new Set(head.nameColumns.map((column) => headText(sheet, row, column)).filter((text) => text !== ""))];
    if (names.length === 0) {
      blanks++;
      continue;
    }
    blanks = 0;
    if (names.some((name) => STANDARD.test(name))) break;
    // 督导中心 | 督导中心评估 is said once.
    const name = names.filter((text, i) => !names.some((other, j) => j !== i && other.includes(text))).join(" ");
    const readings = {
      standard: readCell(sheet, row, head.standard),
      score: head.score === null ? null : readCell(sheet, row, head.score),
      converted: head.converted === null ? null : readCell(sheet, row, head.converted)
    };
    const nameAt = firstName(sheet, row, head);
    if (/^(?:总分|总计|合计|总得分|总评分)/.test(names[0]!)) {
      total = { row, label: nameAt, ...readings };
      last = row;
    } else if (/小计$/.test(names[names.length - 1]!)) {
      // Of the rows since the last 小计 those of its own party, where a column or its own words name that.
      const party = names.length > 1 ? names[0]! : null;
      const own = party !== null ? open.filter((item) => parties.get(item) === party) : /第三方/.test(name) ? open.filter(({ item }) => THIRD_PARTY.has(item)) : open;
      if (own.length > 0) subtotals.push({ row, label: nameAt, name, rows: own, ...readings });
      open = [];
      last = row;
    } else if (readings.standard.number !== null) {
      // The rightmost name tells most: 第三方评估 | 服务监测.
      const item = ITEMS.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
      const found: ScoreRow = { row, item, name, nameAt, ...readings };
      rows.push(found);
      open.push(found);
      parties.set(found, names[0]!);
      last = row;
    }
  }
  const right = Math.max(head.standard, head.score ?? 0, head.converted ?? 0);
  return { rows, total, subtotals, rect: { top: head.row, left: head.nameColumns[0]!, bottom: last, right } };
}

function firstName(sheet: Sheet, row: number, head: ScoreHead): CellAddress {
  const column = [...head.nameColumns].reverse().find((candidate) => headText(sheet, row, candidate) !== "") ?? head.nameColumns[0]!;
  const extent = sheet.extent(row, column);
  return { sheet: sheet.name, row: extent.top, column: extent.left };
}

/** Scores that stand in texts (购买方评估 得分：19.40分), or beside their words. */
function findLines(sheet: Sheet, inTable: (row: number) => boolean): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length > 200 || !value.includes("分")) continue;
    const text = normalise(value);
    const at = { sheet: sheet.name, row, column };
    let found = false;
    for (const match of text.matchAll(SCORE_LINE)) {
      lines.push({ party: PARTY[match[1]!]!, at, value: Number(match[2]), text: match[2]! });
      found = true;
    }
    // 购买方评估总得分 is no total of all.
    const total = TOTAL_LINE.exec(text.replace(SCORE_LINE, ""));
    if (total) lines.push({ party: "total", at, value: Number(total[1]), text: total[1]! });
    if (found || total || inTable(row)) continue;
    const words = /^(?:(购买方|监督方|督导中心|督导方|第三方)(?:评估|机构|评价)*(?:得分|评分|分数)|(总得分|总评分|综合得分|评估总分))[:]?$/u.exec(text);
    const beside = words ? readCell(sheet, row, sheet.extent(row, column).right + 1) : null;
    if (words && beside && beside.number !== null) {
      lines.push({ party: words[1] ? PARTY[words[1]]! : "total", at: beside.at, value: beside.number, text: beside.text });
    }
  }
  return lines;
}

/** The grades of a sheet: in a sentence, or beside or under their word. */
function findGrades(sheet: Sheet): GradeLine[] {
  const grades: GradeLine[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length > 100 || !/[等结]/.test(value)) continue;
    const text = normalise(value);
    const inText = GRADE_LINE.exec(text);
    if (inText) {
      grades.push({ at: { sheet: sheet.name, row, column }, grade: inText[1] as Grade });
      continue;
    }
    if (!/^(?:评估|综合|最终|评定|考核)*(?:等级|等次|结果|结论)(?:评定)?[:]?$/.test(text)) continue;
    const label = sheet.extent(row, column);
    const right = sheet.columns(row).find((other) => other > label.right && headText(sheet, row, other) !== "");
    const places = [...(right === undefined ? [] : [{ row, column: right }]), { row: label.bottom + 1, column }];
    for (const at of places) {
      const word = GRADE.exec(headText(sheet, at.row, at.column));
      if (!word) continue;
      grades.push({ at: { sheet: sheet.name, ...at }, grade: word[1] as Grade });
      break;
    }
  }
  return grades;
}
