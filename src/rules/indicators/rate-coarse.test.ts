import { testRule } from "../../../test/support/rule-tester";
import { percent, stationWith } from "../../../test/support/station";
import { rateCoarse } from "./rate-coarse";

/** The rates of 建档, areas and total, in one format. */
const columnOf = (format: string, done: readonly [number, number, number]) => ({
  ...Object.fromEntries(done.flatMap((number, i) => [[`指标!D${4 + i}`, number], [`指标!E${4 + i}`, { f: `=D${4 + i}/C${4 + i}`, format }]])), "指标!E7": { f: "=D7/C7", format }, "指标!A12": null
});

testRule(rateCoarse, {
  valid: {
    "whole percents that hide nothing": () => stationWith({ "卡!H3": percent(0.5, "0%") }),
    "a plain number whose last decimal is 0": () => stationWith({ "指标!C5": 589, "指标!D5": 665, "指标!E5": { f: "=ROUND(D5/C5,4)", format: "General" }, "指标!A12": null }),
    "one decimal that hides nothing": () => stationWith({ "卡!H3": percent(0.5, "0.0%") })
  },
  invalid: {
    "a column that is written so throughout hides nothing that looks the same": [
      () => stationWith(columnOf("0.0%", [634, 650, 145])), { at: "指标!E4", severity: "info", says: "都只显示到" }
    ],
    "the only one of a column in one decimal that hides something": [
      () => stationWith(columnOf("0.0%", [634, 579, 117])), { at: "指标!E4", severity: "info" }
    ],
    "a column in whole percents in which two rates look the same": [
      () => stationWith(columnOf("0%", [634, 636, 145])), { at: "指标!E4", severity: "warning", says: "都只显示到" }
    ],
    "a whole percent among formulas that show two decimals": [() => stationWith({ "指标!C5": 100, "指标!D5": 120, "指标!E5": { f: "=D5/C5", format: "0%" }, "指标!A12": null }), { at: "指标!E5", severity: "warning", actual: "120%", expected: "120.00%" }],
     "55% for 54.55%": [() => stationWith({ "卡!D3": percent(0.5455, "0%") }), { at: "卡!D3", severity: "warning", actual: "55%", expected: "54.55%" }] }
});
