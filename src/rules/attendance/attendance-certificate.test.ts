import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceCertificate } from "./attendance-certificate";

testRosterRule(attendanceCertificate, {
  valid: {
    "a clean roster": {},
    "uncertified with a training": { change: (p) => replaced(p, 16, { certificate: "已接受社会工作行业组织管理、培训且获得相关证书" }) }
  },
  invalid: {
    "certified without one": { change: (p) => replaced(p, 2, { certificate: "社会工作专业" }), at: (b) => b.name(b.rows[2]!, "certificate"), severity: "warning" },
    "uncertified with one": { change: (p) => replaced(p, 16, { certificate: "社会工作师" }), at: (b) => b.name(b.rows[16]!, "certificate"), severity: "warning" }
  }
});
