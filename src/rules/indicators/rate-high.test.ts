import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { rateHigh } from "./rate-high";

testRule(rateHigh, {
  valid: { "the clean workbook": clean },
  invalid: { "above 200%": [() => stationWith({ "卡!B6": 5 }), { at: "卡!C6", severity: "info", actual: "250.00%" }] }
});
