import { placeOf } from "../../evaluation/employment";
import type { RosterEvaluation } from "../../evaluation/types";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { indexOf } from "../../tables/roster/months";
import type { Mark, Remark, Roster } from "../../tables/roster/types";
import { firstDay, lastDay, monthOf } from "../../values/dates";
import { normalise } from "../../values/text";
import { finding, type Found } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthByMonth } from "../words/roster";

/** Why somebody is not there though he is employed. */
const AWAY = /产假|病假|事假|年假|休假|请假|婚假|丧假|哺乳|停薪|借调|外派|支援|抽调|进修|培训|工伤假|陪产|育儿|待岗|停工/;

/** A month within the contract that does not count, and no word in 备注 why. */
export const attendanceAbsence: Rule = {
  meta: { id: "attendance-absence", severity: "warning", group: "attendance", title: "attendance-absence-title", basis: ["question"] },
  *check({ evaluation }) {
    for (const own of evaluation.rosters) {
      const evaluated = withOthersRemarks(own, evaluation.rosters);
      const { roster } = evaluated;
      // A sheet that gathers others has no place for a reason.
      if (roster.gathered && roster.columns.remark === null) continue;
      for (const [i, person] of roster.persons.entries()) {
        const months = roster.months.map((_, m) => m).filter((m) => isUnexplained(evaluated, i, m));
        if (months.length === 0) {
          if (cameUnsaid(roster, i)) yield unsaid(this.meta, roster, i);
          continue;
        }
        const at = person.remark.at ?? person.marks[months[0]!]!.find((mark) => mark.kind === "absent")!.at;
        yield finding(this.meta, at, {
          message: () => say("attendance-absence", {
            person: personLabel(roster, i),
            months: monthByMonth(roster, evaluated.people[i]!, months)
          }),
          basis: say("basis-absence"),
          subject: rosterSubject(personKey(roster, i), "absence"),
          actual: person.remark.text
        });
      }
    }
  }
};

/** A sheet of one month has no column of remarks: what the sheet that gathers the months says of a person explains it. */
function withOthersRemarks(evaluated: RosterEvaluation, all: readonly RosterEvaluation[]): RosterEvaluation {
  const { roster } = evaluated;
  if (roster.columns.remark !== null || all.length === 1) return evaluated;
  const said = new Map<string, Remark>();
  for (const { roster: { persons } } of all) for (const { name, remark } of persons) if (remark.text.trim() !== "" && !said.has(normalise(name))) said.set(normalise(name), remark);
  return { ...evaluated, roster: { ...roster, persons: roster.persons.map((person) => ({ ...person, remark: { ...(said.get(normalise(person.name)) ?? person.remark), at: person.remark.at } })) } };
}

/** Absent until the contract begins, there ever since, and not a word of joining: what the first month counts hangs on that day. */
function cameUnsaid(roster: Roster, i: number): boolean {
  const { marks, remark, contract } = roster.persons[i]!;
  if (remark.at === null || remark.text.trim() !== "" || remark.events.length > 0 || contract.start === null) return false;
  const first = marks.findIndex((month) => !month.every(({ kind }) => kind === "absent"));
  if (first <= 0 || !marks.slice(first).every((month) => month.every(({ kind }) => kind === "present" || kind === "half"))) return false;
  const came = roster.months[first]!;
  return came.yearKnown && monthOf(contract.start) === indexOf(came);
}

function unsaid(meta: RuleMeta, roster: Roster, i: number): Found {
  const { remark, contract } = roster.persons[i]!;
  return finding(meta, remark.at!, {
    message: () => say("attendance-absence-came", { person: personLabel(roster, i), text: contract.text.replace(/\s+/g, " ") }),
    basis: say("basis-absence"),
    subject: rosterSubject(personKey(roster, i), "absence"),
    actual: remark.text
  });
}

function isUnexplained(evaluated: RosterEvaluation, i: number, m: number): boolean {
  const { roster, people } = evaluated;
  const person = roster.persons[i]!;
  const month = roster.months[m]!;
  const marks = person.marks[m]!;
  const counted = people[i]!.months[m]!;
  if (person.remark.unclear || counted.ticked || counted.settled || !marks.every((mark) => mark.kind === "present" || mark.kind === "absent")) return false;
  const place = placeOf(person, month);
  if (place.state !== "inside" || place.joined || place.left || place.dayMissing) return false;
  if (explainedByUndated(roster, i, m) || outsideContract(roster, i, m) || explainedByMarks(roster, marks)) return false;
  return !explainedByWords(roster, i, m);
}

/** 产, where a note says that it is 产假: the mark itself says why. */
function explainedByMarks({ markNotes }: Roster, marks: readonly Mark[]): boolean {
  const signs = [...new Set(marks.filter(({ kind }) => kind === "absent").map(({ text }) => normalise(text)))];
  const clauses = markNotes.flatMap(({ text }) => normalise(text).split(/[;,。、]/)).filter((clause) => AWAY.test(clause));
  return signs.every((sign) => /^[\p{Script=Han}A-Za-z]+$/u.test(sign) && clauses.some((clause) => clause.includes(sign)));
}

/** 离职 without a date explains what follows the last ticked month, 入职 without one what precedes the first. */
function explainedByUndated(roster: Roster, i: number, m: number): boolean {
  const { marks, remark } = roster.persons[i]!;
  const ticked = marks.map((month) => month.every((mark) => mark.kind === "present"));
  return remark.events.some((event) => event.month === null && (event.kind === "leave" ? m > ticked.lastIndexOf(true) : !ticked.slice(0, m).includes(true)));
}

/** A month before the contract starts or after it ends, or in which it does, needs no remark. */
function outsideContract(roster: Roster, i: number, m: number): boolean {
  const { start, end } = roster.persons[i]!.contract;
  const month = roster.months[m]!;
  if (!month.yearKnown) return false;
  const index = indexOf(month);
  return (start !== null && (start > lastDay(index) || (monthOf(start) === index && start !== firstDay(index))))
    || (end !== null && (end < firstDay(index) || (monthOf(end) === index && end !== lastDay(index))));
}

/** A remark about leave, a loan to another post or missing insurance, or one that names the month. */
function explainedByWords(roster: Roster, i: number, m: number): boolean {
  const words = normalise(roster.persons[i]!.remark.text);
  if (words === "") return false;
  const { columns, month } = roster.months[m]!;
  if (AWAY.test(words) || /缺勤|未到岗/.test(words)) return true;
  const missing = columns.filter((_, j) => roster.persons[i]!.marks[m]![j]!.kind === "absent").map((column) => column.kind);
  if (missing.every((kind) => kind === "insurance") && /社保|保险|工伤险|返聘|退休/.test(words)) return true;
  if (missing.every((kind) => kind === "wages") && /工资|薪/.test(words)) return true;
  return new RegExp(`(?<!\\d)0?${month}月`).test(words);
}
