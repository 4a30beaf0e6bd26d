import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import type { Workbook } from "../../workbook";
import { fillMismatch } from "./fill-mismatch";

type Cells = Readonly<Record<string, CellSpec>>;
const indicators = {
  cells: rows("A1", [["某街社工站指标完成情况统计表（2025年7月1日至2025年12月31日）"], ["指标名称", "协议量", "完成量", "完成率"], ["电访", 100, 50, { f: "=C3/B3", format: "0.00%" }], ["入户探访", 20, 9, { f: "=C4/B4", format: "0.00%" }]])
};
const beside = (lines: readonly (readonly CellSpec[])[], changes: Cells = {}): (() => Workbook) => () => workbookOf({ 附件1: indicators, 表: { cells: { ...rows("A1", lines.map((line) => [...line])), ...changes } } });

/** Gifts to households, one line a part of the line above it. */
const gifts = (changes: Cells = {}) => beside([["对象", "户数", "人数", "标准", "金额"], ["低保", 12, 32, 300, "=B2*D2"], ["残疾人", 20, 29, 200, "=B3*D3"], ["其中：重度", 5, 6, 200, "=B4*D4"], ["独居", 28, 54, 150, "=B5*D5"],
  ["合计", "=B2+B3+B5", "=C2+C3+C5", null, "=E2+E3+E5"]], changes);
/** Two halves of a year; two columns. */
const halves = (changes: Cells = {}) => beside([["月份", "场次", "人次"], ...[12, 4, 9, 5].map((count, i): CellSpec[] => [`${i + 1}月`, count, count * 21 + i]), ["合计", "=SUM(B2:B5)", "=SUM(C2:C5)"]], changes);
/** What an export holds: numbers alone, with totals of both directions. */
const pivot = (changes: Cells = {}) => beside([["行标签", "长者", "儿童", "残障", "总计"], ["甲", 55, 32, 14, 101], ["乙", 60, 53, 19, 132], ["丙", 49, 12, 19, 80], ["丁", 28, 32, 6, 66], ["总计", 192, 129, 58, 379]], changes);
/** Persons counted once in the total of one column. */
const once = (changes: Cells = {}) => beside([["片区", "户数", "人数", "服务人数"], ["一片", 210, 301, 288], ["二片", 188, 240, 231], ["三片", 240, 333, 320], ["合计", 638, 874, 702], ["注：服务人数合计按身份证去重。"]], changes);
const donations = (changes: Cells = {}) => beside([["序号", "捐赠人", "金额（元）"], ...[500, 1200, 88.8, 2000, 300, 660].map((amount, i): CellSpec[] => [i + 1, `捐赠人${i + 1}`, amount]), [null, "合计", 4748.8]], changes);
/** A cash book whose month ends with what is left. */
const cash = (changes: Cells = {}) => beside([["摘要", "收入", "支出", "余额"], ["承前页", null, null, 3200], ["购物", 0, 128.5, "=D2+B3-C3"], ["备用金", 2000, 0, "=D3+B4-C4"], ["活动", 0, 866, "=D4+B5-C5"], ["合计", "=SUM(B3:B5)", "=SUM(C3:C5)", "=D5"]], changes);
/** Stock with what is left by formula, and remarks. */
const STOCK = [[40, 60, 72, 3], [15, 30, 31, 2], [80, 20, 23, 1], [60, 5, 8, 4], [12, 2, 3, 1]];
const stock = (changes: Cells = {}) => beside([["品名", "期初", "入库", "领用", "报损", "结存", "备注"], ...STOCK.map((numbers, i): CellSpec[] => [`物品${i + 1}`, ...numbers, `=B${i + 2}+C${i + 2}-D${i + 2}-E${i + 2}`])], changes);
/** Three kinds of fees. */
const fees = (changes: Cells = {}) => beside([["对象", "人数", "单价", "小计"], ["志愿者", 80, 12, "=B2*C2"], ["长者", 45, 18, "=B3*C3"], ["员工", 12, 60, "=B4*C4"], ["合计", "=SUM(B2:B4)", null, "=SUM(D2:D4)"]], changes);
/** One kind pays nothing. */
const shares = (changes: Cells = {}) => beside([["类别", "合计", "站承担", "个人"], ...[960, 810, 450, 396, 720].map((sum, i): CellSpec[] => (i === 3 ? ["困难群众", sum, "=B5", "=0"] : [`类别${i + 1}`, sum, `=B${i + 2}*0.8`, `=B${i + 2}*0.2`]))], changes);

testRule(fillMismatch, {
  valid: {
    "a part that is in no total": gifts(),
    "two columns of months": halves(),
    "an export": pivot(),
    "persons counted once": once(),
    "gifts of money": donations(),
    "gifts of which some are of several": beside([["项目", "金额（元）"], ["人员", 900], ["工资", 700], ["社保", 200], ["活动", 300], ["合计", 1200]]),
    "without the cents": donations({ C8: 4748 }),
    "a mean shown with one decimal": beside([["片区", "场次", "满意度"], ["一片", 12, 4.5], ["二片", 15, 4.7], ["三片", 11, 4.5], ["合计", 38, 4.6]]),
    "persons counted once, without a word": beside([["片区", "场次", "参与人数"], ["一片", 12, 140], ["二片", 15, 170], ["三片", 11, 95], ["合计", 38, 361]]),
    "two lists side by side, of which one is longer": beside([["月份", "收入", "退回", null, "项目", "支出"], ["1月", 12, 1, null, "物资", 5], ["2月", 15, 2, null, "餐饮", 6], [null, null, null, null, "交通", 7], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)", null, "合计", "=SUM(F2:F4)"]]),
    "what is left at the end of a month": cash(),
    "nothing was spoilt": stock({ E4: null, F4: "=B4+C4-D4" }),
    "three kinds": fees(),
    "one price for all": fees({ D3: "=B3*C2", D4: "=B4*C2", C3: null, C4: null }),
    "one kind that pays nothing": shares()
  },
  invalid: {
    "a part added again": [gifts({ E6: "=SUM(E2:E5)" }), { at: "表!E6", severity: "error", actual: "12800", expected: "11800", fix: "=E2+E3+E5" }],
    "the first month left out beside one other column": [halves({ B6: "=SUM(B3:B5)" }), { at: "表!B6", severity: "error", expected: "30", fix: "=SUM(B2:B5)" }],
    "a row's total in an export": [pivot({ E3: 142 }), { at: "表!E3", severity: "error", expected: "132" }],
    "a column's total in an export": [pivot({ C6: 139 }), { at: "表!C6", severity: "error", expected: "129" }],
    "a typed total beside persons counted once": [once({ C5: 974 }), { at: "表!C5", severity: "error", expected: "874" }],
    "a sum of money alone": [donations({ C8: 4784.8 }), { at: "表!C8", severity: "error", expected: "4748.8" }],
    "what was spoilt left out": [stock({ F4: "=B4+C4-D4" }), { at: "表!F4", severity: "error", actual: "77", expected: "76" }],
    "a column added too much": [stock({ F3: "=B3+C3-D3-E3+B2" }), { at: "表!F3", severity: "error", expected: "12" }],
    "counted anew, as the remark says": [stock({ F4: 70, G4: "盘亏6件，已登记" }), { at: "表!F4", severity: "info", actual: "70", expected: "76", says: "盘亏6件" }],
    "so says a note": [stock({ F4: 70, A7: "注：物品3另报废6件" }), { at: "表!F4", severity: "info", says: "注：物品3另报废6件" }],
    "a formula over another row, whatever the remark says": [stock({ F4: "=B4+C4-D4-E3", G4: "盘亏6件，已登记" }), { at: "表!F4", severity: "error", expected: "76" }],
    "the price of the row above among three": [fees({ D3: "=B3*C2" }), { at: "表!D3", severity: "error", expected: "810", fix: "=B3*C3" }],
    "one of those who pay": [shares({ D3: "=B2*0.2" }), { at: "表!D3", severity: "error", expected: "162" }]
  }
});
