import { testRule } from "../../../test/support/rule-tester";
import { percent, stationWith } from "../../../test/support/station";
import { sameIndicator } from "./same-indicator";

testRule(sameIndicator, {
  valid: {
    "another period": () => stationWith({ "卡!A1": "某街社工站指标完成情况统计表（2023年9月10日至2024年2月28日）", "卡!C3": "30个", "卡!D3": percent(30 / 44) }),
    "a prefix that makes it another indicator": () => stationWith({ "卡!A4": "党建-专业个案" })
  },
  invalid: {
    "done on a card": [() => stationWith({ "卡!C3": "20个", "卡!D3": percent(20 / 44) }), { at: "卡!C3", actual: "20个", expected: "24个", fix: "24个", consequences: ["卡!D3"] }],
    "done on a card, its rate still right": [() => stationWith({ "卡!C3": "20个" }), { at: "卡!C3", says: "也是按 24 算的" }],
    "target on a card": [() => stationWith({ "卡!B3": "40个", "卡!D3": percent(0.6) }), { at: "卡!B3", expected: "44个" }],
    "list and card": [() => stationWith({ "卡!G3": "12个", "卡!H3": percent(0.6) }), { at: "卡!G3", expected: "10个" }]
  }
});
