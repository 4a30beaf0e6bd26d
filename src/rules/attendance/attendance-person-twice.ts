import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { normalise } from "../../values/text";
import type { RosterEvaluation } from "../../evaluation/types";
import { finding, type Found, related } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthList } from "../words/roster";

/** 备注 says that two persons bear one name. */
const ANOTHER = /同名|重名|同姓|(?:非|不是|并非)(?:同一|一)个?(?:人|社工)|不同(?:的)?(?:人|社工)|另一(?:人|名|位)/;

/** One name in two rows, and no remark that they are two. Rows that share their 序号 too are the finding of that rule alone. */
export const attendancePersonTwice: Rule = {
  meta: { id: "attendance-person-twice", severity: "error", group: "attendance", title: "attendance-person-twice-title", basis: ["consistency"] },
  *check({ evaluation }) {
    for (const { roster, people } of evaluation.rosters) {
      const seen = new Map<string, number>();
      for (const [i, person] of roster.persons.entries()) {
        const name = normalise(person.name);
        if (!isName(name)) continue;
        const before = seen.get(name);
        if (before === undefined) {
          seen.set(name, i);
          continue;
        }
        const first = roster.persons[before]!;
        if (first.no !== null && first.no === person.no) continue;
        if ([first, person].some(({ remark }) => ANOTHER.test(normalise(remark.text)))) continue;
        const both = people[i]!.months.flatMap((month, m) =>
          (month.value > 0 && people[before]!.months[m]!.value > 0 ? [m] : []));
        // Half here and half there: one person in two areas (R18).
        if (both.length > 0 && both.every((m) => people[i]!.months[m]!.value + people[before]!.months[m]!.value <= 1)) continue;
        const labels = { first: personLabel(roster, before), second: personLabel(roster, i) };
        yield finding(this.meta, person.nameAt, {
          severity: both.length > 0 ? "error" : "warning",
          message: () => both.length > 0 ? say("attendance-person-twice", { ...labels, months: monthList(roster, both) }) : say("attendance-person-again", labels),
          basis: say("basis-person-once"),
          subject: rosterSubject(personKey(roster, i), "name"),
          related: [related(first.nameAt, labels.first)]
        });
      }
    }
    for (const { by, parts } of evaluation.series) if (by === "groups") yield* acrossParts(this.meta, parts.map((part) => evaluation.rosters.find(({ roster }) => roster === part)!));
  }
};

/** One name among those with a certificate and among the others, counted in the same months: who got the certificate meanwhile counts in one or the other. */
function* acrossParts(meta: RuleMeta, parts: readonly RosterEvaluation[]): Iterable<Found> {
  const seen = new Map<string, { evaluated: RosterEvaluation; i: number }>();
  for (const evaluated of parts) {
    for (const [i, person] of evaluated.roster.persons.entries()) {
      const name = normalise(person.name);
      const before = seen.get(name);
      if (!before || before.evaluated === evaluated) {
        if (isName(name)) seen.set(name, { evaluated, i });
        continue;
      }
      const first = before.evaluated.roster.persons[before.i]!;
      const months = before.evaluated.people[before.i]!.months;
      const both = evaluated.people[i]!.months.flatMap((month, m) => (month.value > 0 && (months[m]?.value ?? 0) > 0 ? [m] : []));
      if (both.length < 2 || [first, person].some(({ remark }) => ANOTHER.test(normalise(remark.text)))) continue;
      const label = personLabel(before.evaluated.roster, before.i);
      yield finding(meta, person.nameAt, {
        message: () => say("attendance-person-parts", { person: personLabel(evaluated.roster, i), sheet: first.nameAt.sheet, first: label, months: monthList(evaluated.roster, both) }),
        basis: say("basis-person-once"),
        subject: rosterSubject(personKey(evaluated.roster, i), "name"),
        related: [related(first.nameAt, label)]
      });
    }
  }
}

/** 张* or 李某某 stand for many. */
function isName(name: string): boolean {
  return name.length >= 2 && !/[*?某○xX×]/.test(name);
}
