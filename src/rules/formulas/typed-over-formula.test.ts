import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { typedOverFormula } from "./typed-over-formula";

testRule(typedOverFormula, {
  valid: { "the clean workbook": clean },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": { v: 650 / 600, format: "0.00%" } }), { at: "指标!E5", severity: "warning", fix: '=IF(C5="/","/",D5/C5)' }],
    "a total": [() => stationWith({ "指标!D7": 1429 }), { at: "指标!D7", severity: "warning", fix: "=SUM(D4:D6)" }]
  }
});
