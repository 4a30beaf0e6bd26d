import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";

/** 离职 in 备注 without its date (or without the day, where that decides what the month counts). */
export const attendanceUndatedLeave: Rule = {
  meta: { id: "attendance-undated-leave", severity: "warning", group: "attendance", title: "attendance-undated-leave-title", basis: ["R8"] },
  *check({ evaluation }) {
    for (const { roster } of evaluation.rosters) {
      for (const [i, person] of roster.persons.entries()) {
        const event = person.remark.events.find((one) => one.kind === "leave" && one.date === null);
        if (!event || !person.remark.at || person.remark.settled.some((settled) => settled.month === event.month)) continue;
        yield finding(this.meta, person.remark.at, {
          message: () => say(event.month === null ? "attendance-undated-leave" : "attendance-leave-day", { person: personLabel(roster, i), word: event.word, text: person.remark.text.replace(/\s+/g, " ") }),
          basis: say("basis-r8"),
          subject: rosterSubject(personKey(roster, i), "leave-date"),
          actual: person.remark.text
        });
      }
    }
  }
};
