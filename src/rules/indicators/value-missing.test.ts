import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { valueMissing } from "./value-missing";

testRule(valueMissing, {
  valid: { "the clean workbook": clean },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": null }), { at: "指标!E5", severity: "info", expected: "108.33%" }],
    "a total": [() => stationWith({ "指标!B7": null }), { at: "指标!B7", expected: "15" }]
  }
});
