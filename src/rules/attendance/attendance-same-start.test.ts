import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceSameStart } from "./attendance-same-start";

testRosterRule(attendanceSameStart, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "counted differently, the one with a contract without end: renewed?": {
      change: (p) => {
        replaced(p, 2, { contract: "2024.9.18-无固定期限", senior: 0 });
        replaced(p, 4, { contract: "2024.9.18-2027.9.17", months: "h11111", senior: 0, remark: "2024.9.18入职" });
      },
      at: (b) => b.name(b.rows[2]!, "contract"), severity: "info"
    },
    "counted differently": {
      change: (p) => {
        replaced(p, 2, { contract: "2024.9.18-2027.9.17", senior: 0 });
        replaced(p, 4, { contract: "2024.9.18-2027.9.17", months: "h11111", senior: 0, remark: "2024.9.18入职" });
      },
      at: (b) => b.name(b.rows[2]!, "contract"), severity: "warning"
    }
  }
});
