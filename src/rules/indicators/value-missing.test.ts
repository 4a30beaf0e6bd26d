import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { valueMissing } from "./value-missing";

testRule(valueMissing, {
  valid: { "the clean workbook": clean },
  invalid: {
    "a rate": [() => stationWith({ "指标!E5": null }), { at: "指标!E5", severity: "warning", expected: "108.33%" }],
    "all rates of a sheet of cards: said once": [() => stationWith({ "卡!D3": null, "卡!H3": null, "卡!C6": null }), { at: "卡!D3", severity: "warning", says: "有 3 个完成百分比空着" }],
    "a total": [() => stationWith({ "指标!B7": null }), { at: "指标!B7", expected: "15" }]
  }
});
