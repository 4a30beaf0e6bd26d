import { testRule } from "../../../test/support/rule-tester";
import { clean, percent, stationWith } from "../../../test/support/station";
import { rateWithoutTarget } from "./rate-without-target";

testRule(rateWithoutTarget, {
  valid: { "a slash where the target is one": clean },
  invalid: {
    "a typed rate": [() => stationWith({ "指标!N5": percent(0.5) }), { at: "指标!N5", expected: "/", fix: '=IF(L5="/","/",M5/L5)' }],
    "a typed 0%": [() => stationWith({ "指标!N5": percent(0) }), { at: "指标!N5", actual: "0.00%" }]
  }
});
