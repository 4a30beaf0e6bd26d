import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceSettledHalf } from "./attendance-settled-half";

testRosterRule(attendanceSettledHalf, {
  valid: {
    "a clean roster": {},
    "counted so": { change: (p) => replaced(p, 3, { remark: "10月份购买社保计0.5人次", months: "1h1111", senior: 5.5 }) }
  },
  invalid: {
    "counted in full": {
      change: (p) => replaced(p, 3, { remark: "10月份购买社保计0.5人次", total: 6, months: "1h1111" }), at: (b) => b.name(b.rows[3]!, "total"), severity: "error", says: "10月计0.5人次"
    }
  }
});
