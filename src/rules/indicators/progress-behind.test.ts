import { buildRoster } from "../../../test/support/roster-builder";
import { testRule } from "../../../test/support/rule-tester";
import { stationWith } from "../../../test/support/station";
import { progressBehind } from "./progress-behind";

/** Half of the agreement's year is over. */
function halfOver(changes: Parameters<typeof stationWith>[0]) {
  const station = stationWith(changes);
  const { workbook } = buildRoster({
    months: ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"], agreement: "年度服务协议时间：2024年9月10日至2025年9月9日",
    persons: Array.from({ length: 15 }, () => ({ months: "111111", senior: 6 })), retention: 1, retentionFormula: "=15/15"
  });
  return { ...station, sheets: [...station.sheets, ...workbook.sheets] };
}

testRule(progressBehind, {
  valid: { "without an agreement nothing can be expected": () => stationWith({ "卡!B6": 0 }) },
  invalid: {
    "nothing is done": [() => ({ workbook: halfOver({ "卡!B6": 0, "卡!C6": "=IF(A6=\"/\",\"/\",B6/A6)" }), settings: { headcount: 15 } }), { at: "卡!C6", severity: "info", says: "50.00%" }]
  }
});
