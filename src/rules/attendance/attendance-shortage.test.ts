import { bottom, replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceShortage } from "./attendance-shortage";

testRosterRule(attendanceShortage, {
  valid: {
    "more than are due": { settings: { headcount: 19 }, spec: { retention: 1 } }
  },
  invalid: {
    "short by the limit of the default headcount: asked for, no verdict": {
      change: (p) => [0, 1].forEach((i) => replaced(p, i, { months: "000000", senior: 0, remark: "2024.9.1离职" })), at: (b) => bottom(b, "grand", "total"), severity: "warning",
      says: "按默认 20 人算"
    },
    "… and a verdict once it is set": {
      change: (p) => [0, 1].forEach((i) => replaced(p, i, { months: "000000", senior: 0, remark: "2024.9.1离职" })), settings: { headcount: 20 },
      at: (b) => bottom(b, "grand", "total"), severity: "warning", says: "评为不合格"
    },
    "short by the limit": {
      settings: { headcount: 22, retentionLimit: 0.5 }, spec: { retention: 19 / 22 }, at: (b) => bottom(b, "grand", "total"), severity: "warning",
      says: "应到 132 人次，实到 119.5，缺 12.5 人次"
    },
    "certified staff short by the limit": { settings: { headcount: 19, certifiedShare: 0.8 }, spec: { retention: 1 }, at: (b) => bottom(b, "subtotal-certified", "total"), severity: "warning", says: "持证社工应到 91.2" }
  }
});
