import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendancePersonTwice } from "./attendance-person-twice";

testRosterRule(attendancePersonTwice, {
  valid: {
    "a clean roster": {}
  },
  invalid: {
    "in the same months": { change: (p) => replaced(p, 6, { name: "社工003" }), at: (b) => b.name(b.rows[6]!, "name"), severity: "error" },
    "again in other months": {
      change: (p) => { replaced(p, 12, { name: "社工九九" }); replaced(p, 13, { name: "社工九九" }); }, at: (b) => b.name(b.rows[13]!, "name"), severity: "warning"
    }
  }
});
