import { type Judged, judgeRoster } from "../../judgement/roster";
import { consequencesOfMark } from "../../judgement/roster-consequences";
import { oddTicks } from "../../judgement/roster-marks";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import type { Mark, Roster } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { type Consequence, finding, type Found, related } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule, RuleMeta } from "../rule";
import { consequence, rosterSubject } from "../views/roster";
import { monthLabel } from "../words/roster";

/** R7: a mark that is neither present nor absent, or missing. The missing marks of one month are one finding. */
export const attendanceMark: Rule = {
  meta: { id: "attendance-mark", severity: "error", group: "attendance", title: "attendance-mark-title", basis: ["R7"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const { roster } = evaluated;
      const judgement = judgeRoster(evaluated);
      const listed = new Set<Judged>();
      // A cell that several marks make wrong is listed under the first of them.
      const following = (i: number, m: number): Consequence[] => {
        const fresh = consequencesOfMark(i, m, judgement).filter((judged) => !listed.has(judged));
        for (const judged of fresh) listed.add(judged);
        return fresh.map(consequence);
      };
      const alike = alikeMarks(roster);
      for (const [i, person] of roster.persons.entries()) {
        for (const [m, month] of person.marks.entries()) {
          const blank = month.filter((mark) => mark.kind === "blank");
          if (blank.length > 0 && !blankIsAbsent(roster, i, m)) yield { ...missing(this.meta, roster, i, m, blank), consequences: following(i, m) };
          const odd = oddTicks(roster, i, m);
          const missed = odd.length === 0 ? [] : following(i, m);
          if (missed.length > 0) yield { ...otherTick(this.meta, roster, i, m, odd.map((j) => month[j]!)), consequences: missed };
          for (const mark of month.filter((one) => one.kind === "unknown")) {
            const same = alike.get(mark.text)!;
            if (same.length <= MANY) yield { ...unknown(this.meta, roster, i, m, mark), consequences: following(i, m) };
            else if (same[0]!.mark === mark) yield { ...unknownMany(this.meta, roster, same), consequences: same.flatMap((one) => following(one.i, one.m)) };
          }
        }
      }
    }
  }
};

/** From so many equal marks on they are one finding: the sheet's own sign rather than slips. */
const MANY = 5;

interface PlacedMark {
  readonly i: number;
  readonly m: number;
  readonly mark: Mark;
}

/** The unknown marks of a roster by their text. */
function alikeMarks(roster: Roster): Map<string, PlacedMark[]> {
  const alike = new Map<string, PlacedMark[]>();
  roster.persons.forEach((person, i) => person.marks.forEach((month, m) => month.forEach((mark) => {
    if (mark.kind === "unknown") alike.set(mark.text, [...(alike.get(mark.text) ?? []), { i, m, mark }]);
  })));
  return alike;
}

function unknownMany(meta: RuleMeta, roster: Roster, same: readonly PlacedMark[]): Found {
  const { i, m, mark } = same[0]!;
  return finding(meta, mark.at, {
    message: () => say("attendance-mark-unknown-many", {
      person: personLabel(roster, i), month: monthLabel(roster, m), mark: markOf(roster, i, m, mark), shown: mark.text, count: same.length,
      present: String(roster.presentMark), absent: String(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: rosterSubject("all", `mark:${mark.text}`),
    actual: mark.text,
    related: same.slice(1).map((one) => related(one.mark.at, markOf(roster, one.i, one.m, one.mark)))
  });
}

/** A roster that has no absent mark at all leaves absent months empty. */
function blankIsAbsent(roster: Roster, person: number, month: number): boolean {
  const style = roster.persons.every((other) => other.marks.every((marks) => marks.every((mark) => mark.kind !== "absent")));
  const whole = (marks: readonly Mark[]): boolean => marks.every((mark) => mark.kind === "blank");
  // One gap alone is a gap; only a roster with several absent persons shows how it writes absence.
  const empty = roster.persons.filter((other) => other.marks.some(whole)).length;
  return style && empty >= 2 && whole(roster.persons[person]!.marks[month]!);
}

function missing(meta: RuleMeta, roster: Roster, i: number, m: number, blank: readonly Mark[]): Found {
  return finding(meta, blank[0]!.at, {
    message: () => say("attendance-mark-blank", {
      person: personLabel(roster, i), month: monthLabel(roster, m), marks: blank.map((mark) => markOf(roster, i, m, mark)),
      present: String(roster.presentMark), absent: String(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: rosterSubject(personKey(roster, i), columnKey(roster, i, m, blank[0]!)),
    related: blank.slice(1).map((mark) => related(mark.at, markOf(roster, i, m, mark)))
  });
}

function unknown(meta: RuleMeta, roster: Roster, i: number, m: number, mark: Mark): Found {
  return finding(meta, mark.at, {
    message: () => say("attendance-mark-unknown", {
      person: personLabel(roster, i), month: monthLabel(roster, m), mark: markOf(roster, i, m, mark), shown: mark.text,
      present: String(roster.presentMark), absent: String(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: rosterSubject(personKey(roster, i), columnKey(roster, i, m, mark)),
    actual: mark.text
  });
}

/** A tick of another sign than the others, which the formulas pass over. */
function otherTick(meta: RuleMeta, roster: Roster, i: number, m: number, odd: readonly Mark[]): Found {
  const first = odd[0]!;
  const present = String(roster.presentMark);
  return finding(meta, first.at, {
    message: () => say("attendance-mark-other", {
      person: personLabel(roster, i), month: monthLabel(roster, m), marks: odd.map((mark) => markOf(roster, i, m, mark)), shown: first.text, present
    }),
    basis: say("basis-r7"),
    subject: rosterSubject(personKey(roster, i), columnKey(roster, i, m, first)),
    actual: first.text,
    expected: present,
    related: odd.slice(1).map((mark) => related(mark.at, markOf(roster, i, m, mark))),
    fix: () => (odd.length > 1 ? null : valueFix(readingOf(first), roster.presentMark, say("fix-roster-number", { number: present })))
  });
}

function readingOf(mark: Mark): Reading {
  const number = Number(mark.text);
  return mark.text !== "" && Number.isFinite(number)
    ? { at: mark.at, kind: "number", number, textual: false, unit: "", text: mark.text, formula: mark.formula, format: "General" }
    : { at: mark.at, kind: "text", number: null, textual: false, unit: "", text: mark.text, formula: mark.formula, format: "General" };
}

function markOf(roster: Roster, i: number, m: number, mark: Mark): ReturnType<typeof say> {
  return say(`mark-${roster.months[m]!.columns[roster.persons[i]!.marks[m]!.indexOf(mark)]!.kind}`);
}

function columnKey(roster: Roster, i: number, m: number, mark: Mark): string {
  return `mark:${roster.months[m]!.key}:${roster.persons[i]!.marks[m]!.indexOf(mark)}`;
}
