import { testRule } from "../../../test/support/rule-tester";
import { clean, stationWith } from "../../../test/support/station";
import { typedTable } from "./typed-table";

testRule(typedTable, {
  valid: { "a table with formulas": clean },
  invalid: {
    "every rate typed": [() => stationWith({ "卡!C6": { v: 0.5, format: "0.00%" } }), { at: "卡!D3", severity: "info", says: "3 个" }]
  }
});
