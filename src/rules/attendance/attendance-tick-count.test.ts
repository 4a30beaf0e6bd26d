import { bottom, month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceTickCount } from "./attendance-tick-count";

testRosterRule(attendanceTickCount, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "typed wrong, the grand total follows": {
      spec: { formulas: false }, override: (b) => ({ [bottom(b, "subtotal-certified", month(b, 1))]: 12, [bottom(b, "grand", month(b, 1))]: 19 }),
      at: (b) => bottom(b, "subtotal-certified", month(b, 1)), severity: "error"
    }
  }
});
