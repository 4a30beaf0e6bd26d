import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceAbsence } from "./attendance-absence";

testRosterRule(attendanceAbsence, {
  valid: {
    "a clean roster": {},
    "the remark explains it": { change: (p) => replaced(p, 12, { remark: "11月起休产假" }) },
    "no insurance, with the remark of a pensioner": {
      change: (p) => replaced(p, 2, { months: "pppppp", senior: 0, remark: "退休返聘，仅可购买社保中工伤险" }), settings: { headcount: 19 }, spec: { retention: 18 / 19 }
    }
  },
  invalid: {
    "there since the contract began, and no word of joining": {
      change: (p) => replaced(p, 13, { months: "001111", remark: "", contract: "2024.11.1-2027.10.31" }), at: (b) => b.name(b.rows[13]!, "remark"), severity: "warning", says: "没有写明入职"
    },
    "without a word": { change: (p) => replaced(p, 12, { remark: "" }), at: (b) => b.name(b.rows[12]!, "remark"), severity: "warning", says: "11月–2025年2月：未到岗，不计" }
  }
});
