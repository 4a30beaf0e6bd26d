import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendancePersonTwice } from "./attendance-person-twice";

testRosterRule(attendancePersonTwice, {
  valid: {
    "a clean roster": {},
    "the remark says that it is another person": { change: (p) => replaced(p, 6, { name: "社工003", remark: "与序号3同名" }) },
    "… of the first of the two": { change: (p) => { replaced(p, 2, { name: "社工九九", remark: "与序号7不是同一人" }); replaced(p, 6, { name: "社工九九" }); } }
  },
  invalid: {
    "in the same months": { change: (p) => replaced(p, 6, { name: "社工003" }), at: (b) => b.name(b.rows[6]!, "name"), severity: "error" },
    "again in other months": {
      change: (p) => { replaced(p, 12, { name: "社工九九" }); replaced(p, 13, { name: "社工九九" }); }, at: (b) => b.name(b.rows[13]!, "name"), severity: "warning"
    }
  }
});
