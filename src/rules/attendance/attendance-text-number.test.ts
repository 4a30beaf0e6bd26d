import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceTextNumber } from "./attendance-text-number";

testRosterRule(attendanceTextNumber, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "a subtotal": { change: (p) => replaced(p, 3, { total: "6" }), spec: { formulas: false }, at: (b) => b.name(b.rows[3]!, "total"), severity: "error", fix: 6 }
  }
});
