import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceSeniority } from "./attendance-seniority";

testRosterRule(attendanceSeniority, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "above the subtotal": { change: (p) => replaced(p, 12, { senior: 3 }), at: (b) => b.name(b.rows[12]!, "senior"), severity: "error" },
    "a part of the subtotal": { change: (p) => replaced(p, 3, { senior: 2 }), at: (b) => b.name(b.rows[3]!, "senior"), severity: "info", says: "通常是 0 或与到岗小计相同" }
  }
});
