import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { staleValue } from "./stale-value";

testRule(staleValue, {
  valid: {
    "a file that asks to be recalculated": () => stationWith({ "指标!D7": { f: "=SUM(D4:D6)", v: 0 } }, { recalculatesOnOpen: true }),
    "no stored value": clean,
    "stored as rounded as it is shown": () => stationWith({ "指标!E5": { f: "=D5/C5", v: 1.0833, format: "0.00%" } })
  },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": { f: "=D5/C5", v: 0.9, format: "0.00%" } }), { at: "指标!E5", severity: "error", actual: "90.00%", expected: "108.33%" }],
    "a rate of a total that is wrong itself: what it gives now, not what it should": () => ({
      made: stationWith({ "指标!D7": 1500, "指标!E7": { f: "=D7/C7", v: 1.0744, format: "0.00%" } }),
      expected: [{ at: "指标!E7", severity: "error", actual: "107.44%", expected: "112.78%" }], besides: ["error total-mismatch D7"]
    }),
    "manual calculation": [() => stationWith({ "指标!E5": { f: "=D5/C5", v: 0.9, format: "0.00%" } }, { calculation: "manual" }), { at: "指标!E5", severity: "warning", says: "手动计算" }]
  }
});
