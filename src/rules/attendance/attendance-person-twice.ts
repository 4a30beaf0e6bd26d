import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { normalise } from "../../values/text";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
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
        // 张* or 李某某 stand for many.
        if (name.length < 2 || /[*?某○xX×]/.test(name)) continue;
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
  }
};
