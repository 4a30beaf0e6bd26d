import type { RosterEvaluation } from "../../evaluation/types";
import { type Judged, judgeRoster } from "../../judgement/roster";
import { consequencesOfReading } from "../../judgement/roster-consequences";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import { markText } from "../../tables/roster/marks";
import { numberText } from "../../values/numbers";
import { finding, type Found, related, shown } from "../finding";
import { numberFix, personFix } from "../fixes/roster";
import type { Rule, RuleMeta } from "../rule";
import { consequence, consequences, isBeyond, ownMistakes, report, rosterSubject } from "../views/roster";
import { addressName } from "../../workbook";
import { monthByMonth, monthLabel, monthList } from "../words/roster";
import { isUnsettledHalf } from "./attendance-settled-half";

/** R6–R8: a person's 到岗小计 against the months counted one by one. */
export const attendancePersonTotal: Rule = {
  meta: { id: "attendance-person-total", severity: "error", group: "attendance", title: "attendance-person-total-title", basis: ["R6", "R7", "R8"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const judgement = judgeRoster(evaluated);
      const readings = judgement.persons.filter((judged) => judged?.status === "reading") as Judged[];
      const allByWeight = readings.filter((judged) => judged.changes.every(({ other }) => other.kind === "weight"));
      // One or two are persons' own; more is how the roster was counted.
      const byWeight = allByWeight.length > 2 ? allByWeight : [];
      if (byWeight.length > 0) yield wholeRoster(this.meta, evaluated, byWeight);
      for (const judged of judgement.all) if (judged.kind === "vacant" && judged.status === "wrong") yield vacancy(this.meta, evaluated, judged);
      for (const judged of ownMistakes(evaluated, "part")) yield part(this.meta, evaluated, judged);
      const listed = new Set<Judged>();
      for (const judged of judgement.persons) {
        if (!judged) continue;
        // A month that several persons' readings make is listed under the first of them.
        const months = judged.status === "reading" ? consequencesOfReading(judged, judgement).filter((month) => !listed.has(month)) : [];
        for (const month of months) listed.add(month);
        if (judged.status === "wrong" && !isUnsettledHalf(evaluated, judged)) yield wrong(this.meta, evaluated, judged);
        else if (judged.status === "reading" && !byWeight.includes(judged)) yield otherReading(this.meta, evaluated, judged, months);
      }
    }
  }
};

function vacancy(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged): Found {
  return report(meta, evaluated, judged, {
    message: () => say("attendance-vacancy", { label: judged.label, shown: shown(judged.reading) }),
    basis: say("basis-r7"),
    fix: () => numberFix(judged.reading, 0)
  });
}

/** 第三季度小计 of a person. */
function part(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged): Found {
  return report(meta, evaluated, judged, {
    message: () => say("attendance-part-total", {
      label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), months: monthByMonth(evaluated.roster, evaluated.people[judged.persons[0]!]!, judged.months!)
    }),
    basis: say("basis-r6-r8"),
    fix: () => (judged.reading.formula === null ? numberFix(judged.reading, judged.expected) : null)
  });
}

function wrong(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged): Found {
  const { roster } = evaluated;
  const i = judged.persons[0]!;
  const expected = numberText(judged.expected);
  const flip = judgeRoster(evaluated).flips.find(({ person }) => person === i);
  const marks = flip ? flip.marks.map((j) => roster.persons[i]!.marks[flip.month]![j]!.at) : [];
  return finding(meta, judged.reading.at, {
    message: () => say("attendance-person-total", {
      person: personLabel(roster, i), shown: shown(judged.reading), expected, months: monthByMonth(roster, evaluated.people[i]!),
      hint: flip ? say("person-total-hint", { cells: marks.map(addressName).join("、"), mark: markText(flip.to === "present" ? roster.presentMark : roster.absentMark) }) : say("no-cause")
    }),
    related: flip ? marks.map((at, k) => related(at, say(`mark-${roster.months[flip.month]!.columns[flip.marks[k]!]!.kind}`))) : [],
    basis: say("basis-r6-r8"),
    subject: rosterSubject(personKey(roster, i), "total"),
    actual: judged.reading.text,
    expected,
    fix: () => personFix(evaluated, judged),
    consequences: consequences(judged, judgeRoster(evaluated))
  });
}

function otherReading(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged, months: readonly Judged[]): Found {
  const { roster } = evaluated;
  const i = judged.persons[0]!;
  // A day that the reports leave open makes a question; any other has one reading.
  const beyond = isBeyond(judged);
  return finding(meta, judged.reading.at, {
    severity: beyond ? "error" : "warning",
    message: () => say(beyond ? "attendance-person-beyond" : "attendance-person-reading", {
      person: personLabel(roster, i), shown: shown(judged.reading), expected: numberText(judged.expected),
      readings: judged.changes.map(({ month, other }) => say("month-reading", { month: monthLabel(roster, month), reading: other.reading, value: other.value }))
    }),
    basis: say("basis-r6-r8-derived"),
    subject: rosterSubject(personKey(roster, i), "total"),
    actual: judged.reading.text,
    expected: numberText(judged.expected),
    consequences: months.map(consequence)
  });
}

/** R6 read otherwise concerns everybody: one finding for the roster. */
function wholeRoster(meta: RuleMeta, evaluated: RosterEvaluation, judged: readonly Judged[]): Found {
  const { roster, weights, open } = evaluated;
  const [first, ...rest] = judged;
  const changed = [...new Set(judged.flatMap(({ changes }) => changes.map(({ month }) => month)))].sort((a, b) => a - b);
  const data = { months: monthList(roster, changed), count: judged.length, shown: shown(first!.reading), expected: numberText(first!.expected) };
  return finding(meta, first!.reading.at, {
    severity: "warning",
    message: () => changed.every((m) => open[m]) ? say("attendance-weight-open", { ...data, weight: weights[changed[0]!]! }) : say("attendance-weight-reading", data),
    basis: say("basis-r6"),
    subject: rosterSubject("all", "weight"),
    actual: first!.reading.text,
    expected: numberText(first!.expected),
    consequences: [...rest, ...new Set(judged.flatMap((one) => consequencesOfReading(one, judgeRoster(evaluated))))].map(consequence)
  });
}
