import { rows, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { dateForNumber } from "./date-for-number";

const scores = (finance: CellSpec): SheetSpec => ({
  cells: rows("A1", [["评分表"], ["指标", "分值", "得分"], ["服务成效", 50, 45], ["服务管理", 40, 36], ["财务管理", 10, finance], ["合计", 100, 90]]), merges: ["A1:C1"]
});
const day = (v: number, format: string) => ({ v, format });

testRule(dateForNumber, {
  valid: {
    "the clean workbook": clean,
    "a date outside the tables": () => stationWith({ "指标!P1": day(45_717, "yyyy/m/d") }),
    "a large count": () => stationWith({ "指标!M4": 45_717, "指标!A12": null })
  },
  invalid: {
    "a count typed as 3-1": [() => stationWith({ "指标!D4": day(45_717, 'm"月"d"日"') }), { at: "指标!D4", severity: "error", actual: "3月1日", says: "2025-03-01，不是数。原来输入的多半是 3-1、3/1" }],
    "a target typed as 5/20": [() => stationWith({ "指标!C5": day(45_797, 'm"月"d"日"') }), { at: "指标!C5", severity: "error", says: "5-20、5/20" }],
    "a target typed as 2025-3": [() => stationWith({ "指标!C5": day(45_717, 'yyyy"年"m"月"') }), { at: "指标!C5", severity: "error", says: "2025-3，" }],
    "a score typed as 9/9": [() => stationWith({}, {}, (sheets) => Object.assign(sheets, { 评分: scores(day(45_544, "m/d")) })), { at: "评分!C5", severity: "error", actual: "9/9", says: "9-9、9/9" }],
    "on a card": [() => stationWith({ "卡!A6": day(45_717, "m/d") }), { at: "卡!A6", severity: "error" }],
    "a count in the format of a date": [() => stationWith({ "指标!D4": day(634, "yyyy/m/d") }), { at: "指标!D4", severity: "warning", actual: "1901/9/25", expected: "634", fix: 634 }],
    "a total in the format of a date": [() => stationWith({ "指标!B7": { f: "=SUM(B4:B6)", v: 15, format: "yyyy/m/d" } }), { at: "指标!B7", severity: "warning", actual: "1900/1/15", expected: "15", fix: "=SUM(B4:B6)" }],
    "a rate in the format of a date": [() => stationWith({ "指标!E4": { f: "=D4/C4", v: 634 / 600, format: "yyyy/m/d" } }), { at: "指标!E4", severity: "warning", expected: "105.67%" }]
  }
});
