import { bottom, month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceRetentionLimit } from "./attendance-retention-limit";

testRosterRule(attendanceRetentionLimit, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "under its limit": { settings: { retentionLimit: 0.96 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "warning" }
  }
});
