import { month, replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceOutside } from "./attendance-outside";

testRosterRule(attendanceOutside, {
  valid: {
    "a clean roster": {},
    "a contract that starts in its month needs no remark": { change: (p) => replaced(p, 2, { contract: "2024.9.18-无固定期限" }) }
  },
  invalid: {
    "after leaving": {
      change: (p) => replaced(p, 12, { months: "111000", remark: "2024.10.31离职" }), spec: { retention: null }, at: (b) => b.name(b.rows[12]!, month(b, 2)), severity: "warning"
    },
    "before joining": {
      change: (p) => replaced(p, 13, { months: "01h111", remark: "2024.11.18入职", contract: "2024.10.1-2027.11.17" }), at: (b) => b.name(b.rows[13]!, month(b, 1)), severity: "warning"
    },
    "in the month that begins with leaving": {
      change: (p) => replaced(p, 12, { months: "111000", remark: "2024.11.1转出到乙社工站" }), at: (b) => b.name(b.rows[12]!, month(b, 2)), severity: "warning",
      besides: (b) => [`warning attendance-person-total ${b.name(b.rows[12]!, "total")}`]
    },
    "before the contract": { change: (p) => replaced(p, 2, { contract: "2024.11.5-2027.11.4", senior: 0 }), at: (b) => b.name(b.rows[2]!, month(b, 0)), severity: "warning", says: "9月、10月" },
    "before a contract without end: renewed?": {
      change: (p) => replaced(p, 2, { contract: "2024.11.5-无固定期限", senior: 0 }), at: (b) => b.name(b.rows[2]!, month(b, 0)), severity: "info", says: "续签"
    },
    "before the contract of who has been there for years: renewed?": {
      change: (p) => replaced(p, 2, { contract: "2024.11.5-2027.11.4" }), at: (b) => b.name(b.rows[2]!, month(b, 0)), severity: "info", says: "续签"
    },
    "before a contract without end of who joined with it": {
      change: (p) => replaced(p, 13, { months: "01h111", remark: "2024.11.18入职", contract: "2024.11.18-无固定期限" }), at: (b) => b.name(b.rows[13]!, month(b, 1)), severity: "warning"
    },
    "after the contract": { change: (p) => replaced(p, 2, { contract: "2022.1.1-2024.12.31" }), at: (b) => b.name(b.rows[2]!, "contract"), severity: "warning", says: "2025年1月、2025年2月" }
  }
});
