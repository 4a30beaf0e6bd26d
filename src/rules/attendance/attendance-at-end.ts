import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthLabel } from "../words/roster";

/** Who is on duty at the end of the period, by certificate: worth knowing. */
export const attendanceAtEnd: Rule = {
  meta: { id: "attendance-at-end", severity: "info", group: "attendance", title: "attendance-at-end-title", basis: ["R12"] },
  *check({ evaluation }) {
    for (const { roster, staffing: { atEnd } } of evaluation.rosters) {
      const last = roster.months.length - 1;
      yield finding(this.meta, roster.months[last]!.head, {
        message: () => say("attendance-at-end", { month: monthLabel(roster, last), total: atEnd.total, certified: atEnd.certified, uncertified: atEnd.uncertified }),
        basis: say("basis-r12"),
        subject: rosterSubject("all", "at-end"),
        actual: roster.months[last]!.written
      });
    }
  }
};
