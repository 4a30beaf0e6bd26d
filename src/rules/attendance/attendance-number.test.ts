import { replaced, testRosterRule } from "../../../test/support/roster-cases";
import { attendanceNumber } from "./attendance-number";

testRosterRule(attendanceNumber, {
  valid: {
    "a clean roster": {},
    "numbers that begin again in the second group": { change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 14 ? i + 1 : i - 13 })) }
  },
  invalid: {
    "missing where the uncertified stand first": {
      change: (p) => p.forEach((_, i) => replaced(p, i, { no: i < 10 ? i + 1 : i + 2 })), spec: { uncertifiedFirst: true },
      at: (b) => b.name(b.rows[10]!, "no"), severity: "error", says: "序号10之后直接到了序号12"
    },
    "left empty": { change: (p) => replaced(p, 5, { no: null }), at: (b) => b.name(b.rows[5]!, "no"), severity: "error" },
    "twice": { change: (p) => replaced(p, 3, { no: 3 }), at: (b) => b.name(b.rows[3]!, "no"), severity: "error" },
    "with the same name: one finding": { change: (p) => replaced(p, 6, { name: "社工003", no: 3 }), at: (b) => b.name(b.rows[6]!, "no"), severity: "error" }
  }
});
