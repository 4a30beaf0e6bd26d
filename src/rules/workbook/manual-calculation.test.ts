import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { manualCalculation } from "./manual-calculation";

testRule(manualCalculation, {
  valid: { "automatic": clean },
  invalid: { "manual, values up to date": [() => stationWith({}, { calculation: "manual" }), { at: "指标!A2", severity: "info" }] }
});
