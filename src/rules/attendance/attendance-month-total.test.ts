import { bottom, month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceMonthTotal } from "./attendance-month-total";

testRosterRule(attendanceMonthTotal, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "typed wrong, its total follows": {
      override: (b) => ({ [bottom(b, "effective-certified", month(b, 2))]: 13, [bottom(b, "grand-effective", month(b, 2))]: 20 }),
      at: (b) => bottom(b, "effective-certified", month(b, 2)), severity: "error", says: "应为 12.5"
    }
  }
});
