import { bottom, month, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceRetention } from "./attendance-retention";

testRosterRule(attendanceRetention, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "wrong": { spec: { retention: 0.85 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error", says: "19/20=95.00%", fix: null },
    "wrong against a headcount that was set": { spec: { retention: 0.85 }, settings: { headcount: 20 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error", expected: "95.00%", fix: 0.95 },
    // Mended, it would still be a question by how many posts it is measured.
    "wrong by the sheet's own headcount": { spec: { retention: 18 / 22, retentionFormula: "=18/22" }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error", expected: "86.36%", fix: null },
    "by another headcount: a question": {
      spec: { retention: 19 / 19, retentionFormula: "=19/19" }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "warning", expected: "",
      says: "如果协议要求社工数为 19 人，与表内数一致；按默认 20 人算是 19/20=95.00%。请先确认协议人数。"
    },
    "… but not against a headcount that was set": {
      spec: { retention: 19 / 19, retentionFormula: "=19/19" }, settings: { headcount: 20 }, at: (b) => bottom(b, "retention", month(b, 0)), severity: "error"
    },
    "… and what the sheet implies is said": {
      spec: { retention: 0.95 }, settings: { headcount: 22 }, at: (b) => bottom(b, "retention", month(b, 0)), says: "表内是按 20 人计算的，设置为 22 人",
      besides: (b) => [`warning attendance-shortage ${bottom(b, "grand", "total")}`]
    }
  }
});
