import { bottom, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceSum } from "./attendance-sum";

testRosterRule(attendanceSum, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "a grand total wrong of its own": { override: (b) => ({ [bottom(b, "grand", "total")]: 120 }), at: (b) => bottom(b, "grand", "total"), severity: "error" },
    "a missing grand total": { override: (b) => ({ [bottom(b, "grand", "senior")]: null }), at: (b) => bottom(b, "grand", "senior"), severity: "warning", says: "空着" }
  }
});
