import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceUndatedLeave } from "./attendance-undated-leave";

testRosterRule(attendanceUndatedLeave, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "without a date": { change: (p) => replaced(p, 12, { remark: "离职（试用期）" }), at: (b) => b.name(b.rows[12]!, "remark"), severity: "warning" },
    "without the day": { change: (p) => replaced(p, 12, { remark: "10月离职" }), at: (b) => b.name(b.rows[12]!, "remark"), severity: "warning", says: "只写了" }
  }
});
