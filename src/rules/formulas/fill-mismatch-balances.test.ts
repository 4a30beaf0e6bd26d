import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import type { Workbook } from "../../workbook";
import { fillMismatch } from "./fill-mismatch";

type Cells = Readonly<Record<string, CellSpec>>;
const indicators = {
  cells: rows("A1", [["某街社工站指标完成情况统计表（2025年7月1日至2025年12月31日）"], ["指标名称", "协议量", "完成量", "完成率"], ["电访", 100, 50, { f: "=C3/B3", format: "0.00%" }], ["入户探访", 20, 9, { f: "=C4/B4", format: "0.00%" }]])
};
const beside = (cells: Cells, changes: Cells): (() => Workbook) => () => workbookOf({ 附件1: indicators, 表: { cells: { ...cells, ...changes } } });

/** What was in stock, came, was given out and spoilt, and is left. */
const STOCK = [[35, 35, 10, 1], [37, 35, 37, 1], [21, 25, 14, 0], [48, 19, 48, 1], [21, 13, 3, 1], [60, 2, 47, 0], [54, 34, 43, 2]];
const stock = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["序号", "品名", "期初", "入库", "领用", "报损", "结存"],
  ...STOCK.map(([a, b, c, d], i): CellSpec[] => [i + 1, `物品${i + 1}`, a!, b!, c!, d!, a! + b! - c! - d!]), [null, "合计", null, null, null, null, null]]), changes);

/** The same on its side: the months as columns. */
const aside = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["项目", ...STOCK.map((_, i) => `${i + 1}月`)],
  ["期初", ...STOCK.map(([a]) => a!)], ["收入", ...STOCK.map(([, b]) => b!)], ["支出", ...STOCK.map(([, , c]) => c!)], ["期末", ...STOCK.map(([a, b, c]) => a! + b! - c!)]]), changes);

/** Meters, and below their sum a part of it that has no readings. */
const meters = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["设备", "类型", "上月读数", "本月读数", "本月印量"],
  ...[[25827, 27227], [35768, 37553], [50958, 52748], [39826, 40841], [59186, 61656]].map(([a, b], i): CellSpec[] => [`设备${i + 1}`, i % 2 ? "彩色" : "黑白", a!, b!, `=D${i + 2}-C${i + 2}`]),
  ["总计", null, null, null, "=SUM(E2:E6)"], ["其中：彩色", null, null, null, '=SUMIF(B2:B6,"彩色",E2:E6)']]), changes);

/** A cash book with what is left after each entry. */
const AMOUNTS = [-318.94, -164.67, -167.53, 5200, -49.44, -376, -308.56, 3700, -155.7];
const ledger = (changes: Cells = {}): (() => Workbook) => {
  let left = 7400;
  return beside(rows("A1", [["日期", "摘要", "收入", "支出", "余额"], [null, "上期结余", null, null, 7400],
    ...AMOUNTS.map((amount, i): CellSpec[] => {
      left = Math.round((left + amount) * 100) / 100;
      return [{ v: 45500 + i * 9, format: "yyyy-mm-dd" }, `事项${i}`, amount > 0 ? amount : null, amount < 0 ? -amount : null, left];
    }), [null, "本期合计", 8900, 1540.84, 14759.16]]), changes);
};

/** A fund month by month, each going on from the one before. */
const FUND = [[33, 31], [19, 10], [18, 11], [50, 38], [49, 39], [41, 32]];
const fund = (changes: Cells = {}, typed = true): (() => Workbook) => {
  let left = 323;
  return beside(rows("A1", [["月份", "期初余额", "捐赠", "支出", "期末余额"], ...FUND.map(([a, b], i): CellSpec[] => {
    const before = left;
    left += a! - b!;
    return [`${i + 3}月`, i > 0 && !typed ? `=E${i + 1}` : before, a!, b!, typed ? left : `=B${i + 2}+C${i + 2}-D${i + 2}`];
  }), ["合计", 323, 210, 161, 372]]), changes);
};

/** Areas by kinds of activity, all typed, with the sums of both. */
const CROSS = [[260, 27, 298, 159], [290, 216, 0, 191], [180, 254, 100, 77], [35, 48, 61, 19]];
const cross = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["片区", "讲座", "义诊", "游园", "亲子", "总计"],
  ...CROSS.map((counts, i): CellSpec[] => [`第${i + 1}片区`, ...counts, counts.reduce((a, b) => a + b)]),
  ["总计", ...[0, 1, 2, 3].map((c) => CROSS.reduce((sum, counts) => sum + counts[c]!, 0)), CROSS.flat().reduce((a, b) => a + b)]]), changes);

/** Persons by kinds, in one column, and lists that cross them. */
const kinds = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["大类", "小类", "人数", "说明"], ["重点", "特困", 51], [null, "孤寡独居", 107], [null, "重度残疾", 60], [null, "重点小计", 218],
  ["一般", "低保", 131], [null, "低收入", 210], [null, "其他", 169], [null, "一般小计", 510], ["总计", null, 728], ["另：党员", null, 36, "不计入总计"]]), changes);

/** Days of leave. */
const leave = (changes: Cells = {}): (() => Workbook) => beside(rows("A1", [["姓名", "应休", "已休", "未休"],
  ...[[5, 3], [10, 4], [5, 5], [10, 9], [15, 7], [5, 0], [10, 2], [5, 1], [15, 11], [10, 7]].map(([due, had], i): CellSpec[] => [`社工${i}`, due!, had!, due! - had!])]), changes);

testRule(fillMismatch, {
  valid: {
    "a part below the sum, without readings": meters(),
    "typed": meters({ E8: 2800 }),
    "a stock list": stock(),
    "the same on its side": aside(),
    "a cash book": ledger(),
    "a cash book with an entry left out": ledger({ E7: 11399.42, E8: 11023.42, E9: 10714.86, E10: 14414.86, E11: 14259.16, E12: 14259.16 }),
    "a number kept as text among what a total adds up": beside(rows("A1", [["片区", ...STOCK.map((_, i) => `${i + 1}月`)], ["合计", ...STOCK.map((_, i) => `=SUM(${"BCDEFGH"[i]}3:${"BCDEFGH"[i]}5)`)],
      ["甲", ...STOCK.map(([a]) => a!)], ["乙", ...STOCK.map(([, b]) => b!)], ["丙", ...STOCK.map(([, , c]) => c!)]]), { C4: "35" }),
    "two directions": cross(),
    "kinds with what each comes to": kinds(),
    "a kind whose parts overlap, as the total has it": kinds({ C5: 200, C10: 710 }),
    "one kind left open in the list": kinds({ C4: null }),
    "counters, and a line that has none": beside(rows("A1", [["月份", "起", "止", "印量"], ...[0, 350, 910, 1230, 1985, 2310, 3120].map((at, i, all): CellSpec[] => [`${i + 1}月`, 5000 + at, 5000 + (all[i + 1] ?? 3790), (all[i + 1] ?? 3790) - at]), ["彩色", null, null, 1204]]), {}),
    "a fund": fund(),
    "a fund by formulas": fund({}, false),
    "days of leave": leave(),
    "wages, the same each month but for who came and left": beside(rows("A1", [["姓名", "7月", "8月", "9月", "10月", "11月", "12月"],
      ...Array.from({ length: 12 }, (_, i): CellSpec[] => [`社工${i}`, ...Array.from({ length: 6 }, (_, m) => ((i === 4 && m < 3) || (i === 9 && m > 2) ? 0 : 1320.5 + 37.25 * i))])]), {}),
    "a stock list of which two items were counted anew": stock({ G3: 30, G6: 19 }),
    "a column of its own": stock({ G2: 4, G3: 8, G4: 15, G5: 16, G6: 23, G7: 42, G8: 6 })
  },
  invalid: {
    "what is left, typed wrong": [stock({ G4: 34 }), { at: "表!G4", severity: "error", actual: "34", expected: "32", fix: "=C4+D4-E4-F4" }],
    "on its side": [aside({ D5: 34 }), { at: "表!D5", severity: "error", expected: "32" }],
    "a balance that the next row does not go on from": [ledger({ E6: 11672.54 }), { at: "表!E6", severity: "error", actual: "11672.54", expected: "11948.86" }],
    "the last balance": [ledger({ E11: 14750 }), { at: "表!E11", severity: "error", expected: "14759.16" }],
    "a month that goes on from another": [fund({ B5: 334 }), { at: "表!B5", severity: "error", expected: "341", fix: "=E4" }],
    "a month that begins anew, and goes on from there": [fund({ B5: 400, E5: 412, B6: 412, E6: 422, B7: 422, E7: 431 }), { at: "表!B5", severity: "error", expected: "341" }],
    "a link to the month before": [fund({ B5: "=E3" }, false), { at: "表!B5", severity: "error", expected: "341" }],
    "what a month leaves": [fund({ E4: 340 }), { at: "表!E4", severity: "error", expected: "341" }],
    "what one kind comes to": [kinds({ C5: 211 }), { at: "表!C5", severity: "error", actual: "211", expected: "218" }],
    "what the other comes to": [kinds({ C9: 501 }), { at: "表!C9", severity: "error", expected: "510" }],
    "a total of two directions": [cross({ C6: 525 }), { at: "表!C6", severity: "error", expected: "545" }],
    "the corner": [cross({ F6: 2205 }), { at: "表!F6", severity: "error", expected: "2215" }],
    "a cell inside": [cross({ D4: 109 }), { at: "表!D4", severity: "error", expected: "100" }],
    "days of leave that are left": [leave({ D5: 2 }), { at: "表!D5", severity: "error", expected: "1" }],
    "a formula that leaves a column out": [stock({ ...Object.fromEntries(STOCK.map((_, i) => [`G${i + 2}`, `=C${i + 2}+D${i + 2}-E${i + 2}-F${i + 2}`])), G5: "=C5+D5-E5" }), { at: "表!G5", severity: "error", expected: "18" }]
  }
});
