import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendancePersonTotal } from "./attendance-person-total";

testRosterRule(attendancePersonTotal, {
  valid: {
    "a clean roster": {},
    "no period stated: the last month as the subtotals take it": {
      change: (p) => p.forEach((person, i) => replaced(p, i, { months: `${person.months.slice(0, 5)}${person.months[5] === "1" ? "h" : "0"}`, senior: 0 })),
      settings: { headcount: 19 }, spec: { retention: 1 }
    }
  },
  invalid: {
    "one too few": { change: (p) => replaced(p, 4, { total: 5 }), at: (b) => b.name(b.rows[4]!, "total"), severity: "error", actual: "5", expected: "6", fix: 6 },
    "a joiner on the 15th counted half: a reading": {
      change: (p) => replaced(p, 13, { remark: "2024.11.15入职", total: 3.5 }), at: (b) => b.name(b.rows[13]!, "total"), severity: "warning"
    }
  }
});
