import { bottom, month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceRetention } from "./attendance-retention";

testRosterRule(attendanceRetention, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "wrong": { spec: { retention: 0.85 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error", says: "19/20=95.00%" },
    "by another headcount: a reading": { spec: { retention: 19 / 19, retentionFormula: "=19/19" }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "warning" },
    "… but not against a headcount that was set": {
      spec: { retention: 19 / 19, retentionFormula: "=19/19" }, settings: { headcount: 20 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error"
    },
    "… and what the sheet implies is said": {
      spec: { retention: 0.95 }, settings: { headcount: 22 }, at: (b) => bottom(b, "retention", month(b, 0)), says: "表内是按 20 人计算的，设置为 22 人",
      besides: (b) => [`warning attendance-shortage ${bottom(b, "grand", "total")}`]
    }
  }
});
