import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { errorValue } from "./error-value";

testRule(errorValue, {
  valid: { "the clean workbook": clean },
  invalid: {
    "an area's rate": [() => stationWith({ "指标!N5": { f: "=M5/L5", format: "0.00%" } }), { at: "指标!N5", actual: "#VALUE!", expected: "/" }],
    "an error typed as a value": [() => stationWith({ "卡!D3": { v: { error: "#N/A" }, format: "0.00%" } }), { at: "卡!D3", actual: "#N/A" }]
  }
});
