import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { percent, stationWith } from "../../../test/support/station";
import { sameIndicator } from "./same-indicator";

testRule(sameIndicator, {
  valid: {
    "another period": () => stationWith({ "卡!A1": "某街社工站指标完成情况统计表（2023年9月10日至2024年2月28日）", "卡!C3": "30个", "卡!D3": percent(30 / 44) }),
    "a stricter target that the row computes of the agreement's": () => workbookOf({ 指标: { cells: rows("A1", [
      ["某街社工站服务指标完成情况统计表（2025年1月1日至2025年12月31日）"], ["指标", "协议指标", null, null, "内控指标", "完成量", "完成率", null],
      [null, "原协议量", "调整数", "调整后", null, null, "占调整后", "占内控"],
      ...([["电话访问", 975, -60, 1089], ["入户探访", 528, 60, 624], ["咨询个案", 33, 0, 37], ["专业小组个数", 16, 0, 17]] as const)
        .map(([name, agreed, changed, done], i): CellSpec[] => [name, agreed, changed, `=B${i + 4}+C${i + 4}`, `=ROUNDUP(D${i + 4}*1.05,0)`, done, percent(`=F${i + 4}/D${i + 4}`), percent(`=F${i + 4}/E${i + 4}`)])
    ]), merges: ["B2:D2", "E2:E3", "F2:F3", "G2:H2"] } }),
    "a prefix that makes it another indicator": () => stationWith({ "卡!A4": "党建-专业个案" })
  },
  invalid: {
    "done on a card": [() => stationWith({ "卡!C3": "20个", "卡!D3": percent(20 / 44) }), { at: "卡!C3", actual: "20个", expected: "24个", fix: "24个", consequences: ["卡!D3"] }],
    "done on a card, its rate still right": [() => stationWith({ "卡!C3": "20个" }), { at: "卡!C3", says: "也是按 24 算的" }],
    "target on a card": [() => stationWith({ "卡!B3": "40个", "卡!D3": percent(0.6) }), { at: "卡!B3", expected: "44个" }],
    "list and card": [() => stationWith({ "卡!G3": "12个", "卡!H3": percent(0.6) }), { at: "卡!G3", expected: "10个" }]
  }
});
