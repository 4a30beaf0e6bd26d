import { month, replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceMark } from "./attendance-mark";

testRosterRule(attendanceMark, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "blank": {
      change: (p) => replaced(p, 2, { months: "11b111", total: 6 }), spec: { formulas: false }, at: (b) => b.name(b.rows[2]!, month(b, 2)), severity: "error"
    },
    "unknown": {
      change: (p) => replaced(p, 2, { months: "11u111", total: 6 }), spec: { formulas: false }, at: (b) => b.name(b.rows[2]!, month(b, 2)), severity: "error", actual: "?"
    }
  }
});
