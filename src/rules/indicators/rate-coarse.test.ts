import { testRule } from "../../../test/support/rule-tester";
import { percent, stationWith } from "../../../test/support/station";
import { rateCoarse } from "./rate-coarse";

testRule(rateCoarse, {
  valid: {
    "whole percents that hide nothing": () => stationWith({ "卡!H3": percent(0.5, "0%") }),
    "a plain number whose last decimal is 0": () => stationWith({ "指标!C5": 589, "指标!D5": 665, "指标!E5": { f: "=ROUND(D5/C5,4)", format: "General" }, "指标!A12": null }),
    "one decimal that hides nothing": () => stationWith({ "卡!H3": percent(0.5, "0.0%") })
  },
  invalid: {
    "a whole percent among formulas that show two decimals": [() => stationWith({ "指标!C5": 100, "指标!D5": 120, "指标!E5": { f: "=D5/C5", format: "0%" }, "指标!A12": null }), { at: "指标!E5", severity: "warning", actual: "120%", expected: "120.00%" }],
     "55% for 54.55%": [() => stationWith({ "卡!D3": percent(0.5455, "0%") }), { at: "卡!D3", severity: "warning", actual: "55%", expected: "54.55%" }] }
});
