import { type Judged, judgeRoster } from "../../judgement/roster";
import { consequencesOfMark } from "../../judgement/roster-consequences";
import { oddTicks } from "../../judgement/roster-marks";
import { countsByParts } from "../../evaluation/person";
import type { RosterEvaluation } from "../../evaluation/types";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { markText, plainOf, usualMarks } from "../../tables/roster/marks";
import type { Mark, MarkQuestion, Roster } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import { normalise } from "../../values/text";
import { type Consequence, finding, type Found, related } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule, RuleMeta } from "../rule";
import { consequence, rosterSubject } from "../views/roster";
import { monthLabel, monthList } from "../words/roster";

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
      if (roster.question) yield askedMarks(this.meta, roster, roster.question);
      const asked = new Set(roster.question?.marks.map(({ plain }) => plain));
      yield* contradictedMarks(this.meta, evaluated);
      for (const [i, person] of roster.persons.entries()) {
        for (const [m, month] of person.marks.entries()) {
          const blank = month.filter((mark) => mark.kind === "blank");
          if (blank.length > 0 && !blankIsAbsent(roster, i, m)) yield { ...missing(this.meta, roster, i, m, blank), consequences: following(i, m) };
          const odd = oddTicks(roster, i, m);
          const missed = odd.length === 0 ? [] : following(i, m);
          if (missed.length > 0) yield { ...otherTick(this.meta, roster, i, m, odd.map((j) => month[j]!)), consequences: missed };
          for (const mark of month.filter((one) => one.kind === "unknown" && !asked.has(plainOf(one.text)))) {
            yield { ...unknown(this.meta, roster, i, m, mark), consequences: following(i, m) };
          }
        }
      }
    }
  }
};

/** Marks that say how much a month counts (0.5), where dates or the want of them say otherwise. */
function* contradictedMarks(meta: RuleMeta, { roster, people }: RosterEvaluation): Iterable<Found> {
  for (const [i, { months }] of people.entries()) {
    for (const [m, { value, contradicted }] of months.entries()) {
      if (!contradicted) continue;
      const mark = decisive(roster, i, m, value < contradicted.value);
      const data = { person: personLabel(roster, i), month: monthLabel(roster, m), shown: mark.text };
      // That a month counts less than its days ask for may have a reason that nobody wrote down.
      const less = value < contradicted.value && !hasEventIn(roster, i, m);
      if (less && ((roster.gathered && roster.columns.remark === null) || isPartTime(roster, i))) continue;
      // Who counts half in each of his months is asked about once.
      const always = less ? alwaysHalf(roster, i) : [];
      if (always.length > 1 && always[0] !== m) continue;
      yield finding(meta, mark.at, {
        severity: less || contradicted.reading ? "warning" : "error",
        message: () => less ? (always.length > 1 ? say("attendance-mark-less-always", { ...data, months: monthList(roster, always) }) : say("attendance-mark-less", data))
          : contradicted.reading ? say("attendance-mark-reading", { ...data, expected: numberText(contradicted.value), reason: contradicted.reason, reading: contradicted.reading })
          : say("attendance-mark-stated", { ...data, expected: numberText(contradicted.value), reason: contradicted.reason }),
        basis: say(less ? "basis-absence" : "basis-r8"),
        subject: rosterSubject(personKey(roster, i), `share:${roster.months[m]!.key}`),
        actual: mark.text,
        expected: numberText(contradicted.value),
        related: always.slice(1).map((other) => related(roster.persons[i]!.marks[other]![0]!.at, say("label-month-marks", { month: monthLabel(roster, other) })))
      });
    }
  }
}

/** The months of somebody who is there for half of each of them, or of each but the one in which he came or went; none of anybody else. */
function alwaysHalf(roster: Roster, i: number): number[] {
  const there = roster.persons[i]!.marks.flatMap((marks, m) => (marks.some(({ kind }) => kind === "present" || kind === "half") && !hasEventIn(roster, i, m) ? [m] : []));
  return there.every((m) => roster.persons[i]!.marks[m]!.every(({ share }) => share === 0.5)) ? there : [];
}

/** 兼职, 半职: what the person is says why each month counts half. */
function isPartTime({ persons }: Roster, i: number): boolean {
  const { position, certificate, remark, others } = persons[i]!;
  return [position, certificate, remark.text, ...others].some((text) => /兼[职任岗]|半职|半天|半日|非全职|非全日|[每各]个?月(?:均|各|都|只|按)?计?0?\.5|钟点|小时工/.test(normalise(text)));
}

/** The mark of a month that makes it count too little or too much: of its parts the one that is absent, or that lies outside the time of service. */
function decisive(roster: Roster, i: number, m: number, less: boolean): Mark {
  const { marks: all, remark } = roster.persons[i]!;
  const marks = all[m]!;
  const { key } = roster.months[m]!;
  if (!countsByParts(roster.months[m]!)) return [...marks].sort((a, b) => (a.share ?? 1) - (b.share ?? 1))[0]!;
  if (less) return marks.find(({ kind }) => kind === "absent") ?? marks[0]!;
  const left = remark.events.some((event) => event.kind === "leave" && event.month === key);
  return left ? marks[marks.length - 1]! : marks[0]!;
}

function hasEventIn(roster: Roster, person: number, month: number): boolean {
  return roster.persons[person]!.remark.events.some((event) => event.month === roster.months[month]!.key);
}

/** Signs whose meaning nobody says are one question about the table, with what the printed numbers make of them. */
function askedMarks(meta: RuleMeta, roster: Roster, { marks, agree, of }: MarkQuestion): Found {
  const signs = marks.map(({ text, times }) => say("mark-sign", { text, times }));
  const asked = new Set(marks.map(({ plain }) => plain));
  const first = marks[0]!;
  const others = roster.persons.flatMap((person) => person.marks.flat()).filter(({ at, text }) => at !== first.at && asked.has(plainOf(text)));
  const guessed = marks.every(({ guess }) => guess !== null);
  return finding(meta, first.at, {
    severity: "warning",
    message: () => guessed
      ? say("attendance-mark-asked", { signs, agree, of, guesses: marks.map(({ text, guess }) => say("mark-guess", { text, sense: say(`mark-sense-${guess!}`) })) })
      : say("attendance-mark-asked-open", { signs }),
    basis: say("basis-mark-asked"),
    subject: rosterSubject("all", "mark-signs"),
    actual: first.text,
    related: others.map(({ at, text }) => related(at, say("shown-text", { text })))
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
      present: markText(roster.presentMark), absent: markText(roster.absentMark)
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
      present: markText(roster.presentMark), absent: markText(roster.absentMark)
    }),
    basis: say("basis-r7"),
    subject: rosterSubject(personKey(roster, i), columnKey(roster, i, m, mark)),
    actual: mark.text
  });
}

/** A tick of another sign than the others, which the formulas pass over. */
function otherTick(meta: RuleMeta, roster: Roster, i: number, m: number, odd: readonly Mark[]): Found {
  const first = odd[0]!;
  const rightOf = (mark: Mark): string | number | boolean => (mark.textual ? mark.share! : usualMarks(roster, m, roster.persons[i]!.marks[m]!.indexOf(mark)).present);
  const present = markText(rightOf(first));
  return finding(meta, first.at, {
    message: () => say(first.textual ? "attendance-mark-text" : "attendance-mark-other", {
      person: personLabel(roster, i), month: monthLabel(roster, m), marks: odd.map((mark) => markOf(roster, i, m, mark)), shown: first.text, present
    }),
    basis: say("basis-r7"),
    subject: rosterSubject(personKey(roster, i), columnKey(roster, i, m, first)),
    actual: first.text,
    expected: present,
    related: odd.slice(1).map((mark) => related(mark.at, markOf(roster, i, m, mark))),
    fix: () => {
      const [main, ...also] = odd.map((mark) => valueFix(readingOf(mark), rightOf(mark), say("fix-roster-number", { number: present })));
      return { ...main!, ...(also.length > 0 && { also }) };
    }
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
