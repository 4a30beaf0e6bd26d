import { testRule } from "../../../test/support/rule-tester";
import { stationWith } from "../../../test/support/station";
import { targetMissing } from "./target-missing";

testRule(targetMissing, {
  valid: {
    "nothing done either": () => stationWith({ "指标!H9": null, "指标!I9": null, "指标!J9": null }),
    "no target: a slash": () => stationWith({ "指标!H9": "/", "指标!J9": "/" })
  },
  invalid: {
    "blank": [() => stationWith({ "指标!H9": null }), { at: "指标!H9", severity: "error", says: "11", consequences: ["指标!J9"] }],
    "zero": [() => stationWith({ "指标!H9": 0 }), { at: "指标!H9", actual: "0" }],
    "an area's, that a card repeats with the sum": [() => stationWith({ "指标!F5": 0 }), { at: "指标!F5", actual: "0" }]
  }
});
