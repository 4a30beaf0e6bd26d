import { month, rosterOf } from "../../../test/support/roster-cases";
import { testRule } from "../../../test/support/rule-tester";
import { clean } from "../../../test/support/station";
import { attendanceAtEnd } from "./attendance-at-end";

testRule(attendanceAtEnd, {
  valid: { "no roster": clean },
  invalid: {
    "who is on duty in the last month, by certificate": () => {
      const built = rosterOf();
      return { made: built.workbook, expected: [{ at: `附件2!${built.name(built.rows[0]! - 2, month(built, 5))}`, severity: "info", says: "在岗 20 人：持证 13 人，非持证 7 人" }] };
    }
  }
});
