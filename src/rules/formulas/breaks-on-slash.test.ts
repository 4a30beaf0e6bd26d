import { testRule } from "../../../test/support/rule-tester";
import { clean, percent, stationWith } from "../../../test/support/station";
import { breaksOnSlash } from "./breaks-on-slash";

testRule(breaksOnSlash, {
  valid: { "the clean workbook": clean },
  invalid: { "plain division beside a slash": [() => stationWith({ "指标!E5": percent("=D5/C5") }), { at: "指标!E5", severity: "info", says: "=D5/C5" }] }
});
