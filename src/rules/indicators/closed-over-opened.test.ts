import { testRule } from "../../../test/support/rule-tester";
import { stationWith } from "../../../test/support/station";
import { closedOverOpened } from "./closed-over-opened";

testRule(closedOverOpened, {
  valid: { "as many closed as opened": () => stationWith({ "指标!J4": 9 }) },
  invalid: {
    "more closed": [() => stationWith({ "指标!J4": 10 }), { at: "指标!J4", actual: "10", expected: "≤9" }],
    "in a list": [() => stationWith({ "指标!G9": "社区矫正个案接案数", "指标!G10": "社区矫正个案结案数", "指标!H10": 12, "指标!I10": 12 }), { at: "指标!I10", expected: "≤11" }]
  }
});
