import { testRule } from "../../../test/support/rule-tester";
import { clean, percent, stationWith } from "../../../test/support/station";
import { rateScale } from "./rate-scale";

testRule(rateScale, {
  valid: { "the clean workbook": clean },
  invalid: {
    "68.24 typed for 68.24%": [() => stationWith({ "卡!D3": 54.55 }), { at: "卡!D3", severity: "warning", expected: "54.55%" }],
    "shown as 5455.00%": [() => stationWith({ "卡!D3": percent(54.55) }), { at: "卡!D3", severity: "warning", expected: "54.55%" }]
  }
});
