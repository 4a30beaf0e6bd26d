import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf } from "../../../test/support/sheet-builder";
import { namePlaceholder } from "./name-placeholder";

const cards = (name: string) => workbookOf({ 卡: {
  cells: { A1: "甲街社工服务站指标卡", ...rows("A3", [[name], ["指标要求", "完成情况", "完成百分比"], [40, 20, "=B5/A5"]]), ...rows("E3", [["入户探访"], ["指标要求", "完成情况", "完成百分比"], [50, 30, "=F5/E5"]]) },
  merges: ["A3:C3", "E3:G3"]
} });

testRule(namePlaceholder, {
  valid: {
    "a name": () => cards("电访"),
    "a name in brackets": () => cards("【电访】"),
    "a name that speaks of contents": () => cards("党建内容宣传")
  },
  invalid: {
    "the template's word": [() => cards("【协议内容】"), { at: "卡!A3", actual: "【协议内容】", expected: "" }],
    "other brackets": [() => cards("[指标名称]"), { at: "卡!A3", actual: "[指标名称]", expected: "" }]
  }
});
