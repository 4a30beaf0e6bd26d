import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { clean, stationWith } from "../../../test/support/station";
import { textNumber } from "./text-number";

const percent = (f: string): CellSpec => ({ f, format: "0.00%" });

testRule(textNumber, {
  valid: {
    "units on a typed card": clean,
    "what is asked for in words": () => workbookOf({ 指标: { cells: rows("A1", [["服务内容", "协议指标", "已完成", "完成率"], ["电访", 100, 90, percent("=C2/B2")], ["咨询个案", 10, 9, percent("=C3/B3")], ["大型活动", 4, 3, percent("=C4/B4")], ["督导培训", "每月1次", "6次", "达标"]]) } })
  },
  invalid: {
    "a number as text": [() => stationWith({ "指标!D5": "650" }), { at: "指标!D5", fix: 650, consequences: ["指标!D7", "指标!E7"] }],
    "a number between marks of direction": [() => stationWith({ "指标!D5": "\u202d650\u202c" }), { at: "指标!D5", expected: "650", fix: 650, says: "「650」" }],
    "a number with a soft hyphen": [() => stationWith({ "指标!D5": "6\u00ad50" }), { at: "指标!D5", fix: 650 }],
    "a rate as text among rates that are computed": [() => stationWith({ "指标!E5": { v: "108.33%", format: "@" } }), { at: "指标!E5", expected: "108.33%", fix: '=IF(C5="/","/",D5/C5)' }],
    "full-width digits": [() => stationWith({ "指标!D5": "６５０" }), { at: "指标!D5", expected: "650", says: "全角" }],
    "a unit that breaks the formula": [() => stationWith({ "卡!A6": "2个" }), { at: "卡!A6", says: "单位", consequences: ["卡!C6"] }]
  }
});
