import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import type { Mark, Roster } from "../../tables/roster-types";
import { finding, related } from "../build";
import type { Finding } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { monthLabel, subject } from "./shared";

/** R7: a mark that is neither present nor absent, or missing. The missing marks of one month are one finding. */
export const marks: Rule = {
  meta: { id: "attendance-mark", severity: "error", group: "attendance", title: "attendance-mark-title" },
  *check({ evaluation }) {
    for (const { roster } of evaluation.rosters) {
      for (const [i, person] of roster.persons.entries()) {
        for (const [m, month] of person.marks.entries()) {
          const blank = month.filter((mark) => mark.kind === "blank");
          if (blank.length > 0 && !blankIsAbsent(roster, i, m)) yield missing(this.meta, roster, i, m, blank);
          for (const mark of month.filter((one) => one.kind === "unknown")) yield unknown(this.meta, roster, i, m, mark);
        }
      }
    }
  }
};

/** A roster that has no absent mark at all leaves absent months empty. */
function blankIsAbsent(roster: Roster, person: number, month: number): boolean {
  const style = roster.persons.every((other) => other.marks.every((marks) => marks.every((mark) => mark.kind !== "absent")));
  const whole = (marks: readonly Mark[]): boolean => marks.every((mark) => mark.kind === "blank");
  // One gap alone is a gap; only a roster with several absent persons shows how it writes absence.
  const empty = roster.persons.filter((other) => other.marks.some(whole)).length;
  return style && empty >= 2 && whole(roster.persons[person]!.marks[month]!);
}

function missing(meta: RuleMeta, roster: Roster, i: number, m: number, blank: readonly Mark[]): Finding {
  return finding(meta, blank[0]!.at, {
    message: say("attendance-mark-blank", {
      person: personLabel(roster, i), month: monthLabel(roster, m), marks: blank.map((mark) => markOf(roster, i, m, mark)),
      present: String(roster.presentMark), absent: String(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: subject(personKey(roster, i), columnKey(roster, i, m, blank[0]!)),
    related: blank.slice(1).map((mark) => related(mark.at, markOf(roster, i, m, mark)))
  });
}

function unknown(meta: RuleMeta, roster: Roster, i: number, m: number, mark: Mark): Finding {
  return finding(meta, mark.at, {
    message: say("attendance-mark-unknown", {
      person: personLabel(roster, i), month: monthLabel(roster, m), mark: markOf(roster, i, m, mark), shown: mark.text,
      present: String(roster.presentMark), absent: String(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: subject(personKey(roster, i), columnKey(roster, i, m, mark)),
    actual: mark.text
  });
}

function markOf(roster: Roster, i: number, m: number, mark: Mark): ReturnType<typeof say> {
  return say(`mark-${roster.months[m]!.columns[roster.persons[i]!.marks[m]!.indexOf(mark)]!.kind}`);
}

function columnKey(roster: Roster, i: number, m: number, mark: Mark): string {
  return `mark:${roster.months[m]!.key}:${roster.persons[i]!.marks[m]!.indexOf(mark)}`;
}
