import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { stationWith } from "../../../test/support/station";
import { countValue } from "./count-value";

testRule(countValue, {
  valid: {
    "half a person": () => stationWith({ "指标!B4": 4.5, "指标!B5": 5.5 }),
    "amounts and hours": () => workbookOf({ 自评: { cells: rows("A1", [
      ["某街社工站指标完成情况"], ["项目", "指标量", "完成量", "完成率"], ["项目预算（万元）", 240, 219.65, { f: "=C3/B3", format: "0.00%" }], ["志愿服务时数", 120, 132.5, { f: "=C4/B4", format: "0.00%" }]
    ]) } }),
    "money by its unit, and what an agreement was changed by": () => workbookOf({ 指标: { cells: rows("A1", [
      ["某街社工站服务指标完成情况统计表（2025年1月1日至2025年12月31日）"], ["指标", "单位", "原协议量", "调整数", "调整后", "完成量", "完成率"],
      ...([["电话访问", "人次", 975, -60, 930], ["入户探访", "人次", 528, 60, 601], ["慈善筹款", "元", 20000, 0, 21350.5], ["咨询个案", "个", 33, 0, 35]] as const)
        .map(([name, unit, agreed, changed, done], i): CellSpec[] => [name, unit, agreed, changed, `=C${i + 3}+D${i + 3}`, done, { f: `=F${i + 3}/E${i + 3}`, format: "0.00%" }])
    ]) } }),
    "more or less than last year": () => workbookOf({ 对比: { cells: rows("A1", [
      ["某街社工站2024年与2025年指标对比"], ["指标", "2024年完成", "2025年完成", "完成量增减", "增长率"],
      ...([["电访", 1789, 1653], ["家访", 698, 849], ["个案", 29, 30], ["小组", 17, 16]] as const).map(([name, a, b], i): CellSpec[] => [name, a, b, `=C${i + 3}-B${i + 3}`, { f: `=D${i + 3}/B${i + 3}`, format: "0.00%" }])
    ]) } })
  },
  invalid: {
    "negative": [() => stationWith({ "卡!B6": -1 }), { at: "卡!B6", says: "负数" }],
    "fraction": [() => stationWith({ "卡!B6": 1.5 }), { at: "卡!B6", says: "整数" }],
    "an area's number that a footnote repeats with the sum": [() => stationWith({ "指标!M5": -478 }), { at: "指标!M5", says: "负数" }],
    "an area's number that a card repeats with the sum": [() => stationWith({ "指标!G5": 8.5 }), { at: "指标!G5", says: "整数" }],
    "an area's number under a typed total": [() => stationWith({ "指标!G5": -8, "指标!G7": 24 }), { at: "指标!G5", says: "负数" }],
    "a month's number that its year adds up": [() => workbookOf({ 台账: { cells: rows("A1", [
      ["某街社工站服务指标月度台账（2024年7月1日至2024年12月31日）"], ["服务内容", "协议量", "7月", "8月", "9月", "累计完成", "完成率"],
      ...[["电访", 60, 20, 21, 22], ["入户探访", 50, 15, -6, 17], ["咨询个案", 30, 9, 8, 10]].map(([name, target, ...months], i): CellSpec[] => [name!, target!, ...months, `=SUM(C${i + 3}:E${i + 3})`, { f: `=F${i + 3}/B${i + 3}`, format: "0.00%" }])
    ]) } }), { at: "台账!D4", says: "负数" }],
    "a month's half of what its row counts": [() => workbookOf({ 进度: { cells: rows("A1", [
      ["某街社工站指标月度进度（2024年7月1日至2024年12月31日）"], ["指标", "协议量", "7月", "8月", "9月", "累计完成", "完成率"],
      ...[["大型活动次数", 6, 2, 1.5, 2], ["入户探访人次", 50, 15, 16, 17], ["小组节数", 30, 9, 8, 10]].map(([name, target, ...months], i): CellSpec[] => [name!, target!, ...months, `=SUM(C${i + 3}:E${i + 3})`, { f: `=F${i + 3}/B${i + 3}`, format: "0.00%" }])
    ]) } }), { at: "进度!D3", says: "整数" }],
    "a word that a formula reads": [() => stationWith({ "卡!A6": "若干" }), { at: "卡!A6", says: "不是数字", consequences: ["卡!C6"] }]
  }
});
