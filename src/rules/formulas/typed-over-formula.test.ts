import { testRule } from "../../../test/support/rule-tester";
import { clean, percent, stationWith } from "../../../test/support/station";
import { typedOverFormula } from "./typed-over-formula";

testRule(typedOverFormula, {
  valid: {
    "the clean workbook": clean,
    "a column that was typed as a whole": () => stationWith(Object.fromEntries([[4, 634 / 600], [5, 650 / 600], [6, 145 / 130], [7, 1429 / 1330]].map(([row, v]) => [`指标!E${row}`, { v: v!, format: "0.00%" }]))),
    "what an array formula gives": () => stationWith({ "指标!E4": { f: "=D4:D6/C4:C6", v: 634 / 600, format: "0.00%" }, "指标!E5": percent(650 / 600), "指标!E6": percent(145 / 130) }, {},
      (sheets) => { sheets["指标"] = { ...sheets["指标"]!, arrays: ["E4:E6"] }; })
  },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": { v: 650 / 600, format: "0.00%" } }), { at: "指标!E5", severity: "warning", fix: '=IF(C5="/","/",D5/C5)' }],
    "a total": [() => stationWith({ "指标!D7": 1429 }), { at: "指标!D7", severity: "warning", fix: "=SUM(D4:D6)" }]
  }
});
