import { moveFormula } from "../../formulas";
import { numberText } from "../../values/numbers";
import { personKey, personLabel } from "../../meaning/roster-labels";
import { render, say } from "../../messages";
import type { RosterEvaluation } from "../../evaluation/types";
import type { Fix } from "../../workbook";
import { finding, formulaFix, related, shown } from "../build";
import type { Finding } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { consequencesOfReading, judgeRoster, type Judged } from "../../judgement/roster";
import { consequence, consequences, monthByMonth, monthLabel, monthList, nameOf, numberFix, subject } from "./shared";

/** R6–R8: a person's 到岗小计 against the months counted one by one. */
export const personTotal: Rule = {
  meta: { id: "attendance-person-total", severity: "error", group: "attendance", title: "attendance-person-total-title", basis: ["R6", "R7", "R8"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const judgement = judgeRoster(evaluated);
      const readings = judgement.persons.filter((judged) => judged?.status === "reading") as Judged[];
      const allByWeight = readings.filter((judged) => judged.changes.every(({ other }) => other.kind === "weight"));
      // One or two are persons' own; more is how the roster was counted.
      const byWeight = allByWeight.length > 2 ? allByWeight : [];
      if (byWeight.length > 0) yield wholeRoster(this.meta, evaluated, byWeight);
      for (const judged of judgement.persons) {
        if (!judged) continue;
        if (judged.status === "wrong" && !isUnsettledHalf(evaluated, judged)) yield wrong(this.meta, evaluated, judged);
        else if (judged.status === "reading" && !byWeight.includes(judged)) yield otherReading(this.meta, evaluated, judged);
      }
    }
  }
};

/** R8: 备注 says 计0.5人次, the subtotal counts the month in full. */
export const settledHalf: Rule = {
  meta: { id: "attendance-settled-half", severity: "error", group: "attendance", title: "attendance-settled-half-title", basis: ["R8"] },
  *check({ evaluation }) {
    for (const evaluated of evaluation.rosters) {
      const judgement = judgeRoster(evaluated);
      for (const judged of judgement.persons) {
        if (!judged || judged.status !== "wrong" || !isUnsettledHalf(evaluated, judged)) continue;
        const { roster } = evaluated;
        const i = judged.persons[0]!;
        const months = monthList(roster, evaluated.people[i]!.months.flatMap((month, m) => (month.settled ? [m] : [])));
        const expected = numberText(judged.expected);
        yield {
          ...finding(this.meta, judged.reading.at, {
            message: say("attendance-settled-half", { person: personLabel(roster, i), shown: shown(judged.reading), expected, months }),
            basis: say("basis-r8-remark"),
            subject: subject(personKey(roster, i), "total"),
            actual: judged.reading.text,
            expected,
            related: roster.persons[i]!.remark.at ? [related(roster.persons[i]!.remark.at!, say("label-remark"))] : [],
            fix: personFix(evaluated, judged)
          }),
          consequences: consequences(judged, judgement)
        };
      }
    }
  }
};

function isUnsettledHalf(evaluated: RosterEvaluation, judged: Judged): boolean {
  if (judged.reading.number === null) return false;
  const { months } = evaluated.people[judged.persons[0]!]!;
  const ignored = months.reduce((sum, month, m) => sum + (month.settled && month.ticked ? evaluated.weights[m]! - month.value : 0), 0);
  return ignored > 0 && judged.reading.number - judged.expected === ignored;
}

function wrong(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged): Finding {
  const { roster } = evaluated;
  const i = judged.persons[0]!;
  const expected = numberText(judged.expected);
  const flip = judgeRoster(evaluated).flips.find(({ person }) => person === i);
  const marks = flip ? flip.marks.map((j) => roster.persons[i]!.marks[flip.month]![j]!.at) : [];
  return {
    ...finding(meta, judged.reading.at, {
      message: say("attendance-person-total", {
        person: personLabel(roster, i), shown: shown(judged.reading), expected, months: monthByMonth(roster, evaluated.people[i]!),
        hint: flip ? say("person-total-hint", { cells: marks.map(nameOf).join("、"), mark: String(flip.to === "present" ? roster.presentMark : roster.absentMark) }) : say("no-cause")
      }),
      related: flip ? marks.map((at, k) => related(at, say(`mark-${roster.months[flip.month]!.columns[flip.marks[k]!]!.kind}`))) : [],
      basis: say("basis-r6-r8"),
      subject: subject(personKey(roster, i), "total"),
      actual: judged.reading.text,
      expected,
      fix: personFix(evaluated, judged)
    }),
    consequences: consequences(judged, judgeRoster(evaluated))
  };
}

function otherReading(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged): Finding {
  const { roster } = evaluated;
  const i = judged.persons[0]!;
  const own = finding(meta, judged.reading.at, {
    severity: "warning",
    message: say("attendance-person-reading", {
      person: personLabel(roster, i), shown: shown(judged.reading), expected: numberText(judged.expected),
      readings: judged.changes.map(({ month, other }) => say("month-reading", { month: monthLabel(roster, month), reading: other.reading, value: other.value }))
    }),
    basis: say("basis-r6-r8-derived"),
    subject: subject(personKey(roster, i), "total"),
    actual: judged.reading.text,
    expected: numberText(judged.expected)
  });
  // A month that several persons' readings make is listed under the first of them.
  const judgement = judgeRoster(evaluated);
  const earlier = judgement.persons.slice(0, i).filter((other) => other?.status === "reading").flatMap((other) => consequencesOfReading(other!, judgement));
  return { ...own, consequences: consequencesOfReading(judged, judgement).filter((month) => !earlier.includes(month)).map(consequence) };
}

/** R6 read otherwise concerns everybody: one finding for the roster. */
function wholeRoster(meta: RuleMeta, evaluated: RosterEvaluation, judged: readonly Judged[]): Finding {
  const { roster, weights } = evaluated;
  const [first, ...rest] = judged;
  const months = monthList(roster, weights.flatMap((weight, m) => (weight === 0.5 ? [m] : [])));
  return {
    ...finding(meta, first!.reading.at, {
      severity: "warning",
      message: say("attendance-weight-reading", { months, count: judged.length, shown: shown(first!.reading), expected: numberText(first!.expected) }),
      basis: say("basis-r6"),
      subject: subject("all", "weight"),
      actual: first!.reading.text,
      expected: numberText(first!.expected)
    }),
    consequences: [...rest, ...new Set(judged.flatMap((one) => consequencesOfReading(one, judgeRoster(evaluated))))].map(consequence)
  };
}

/** A neighbour's formula moved here, where it is right for this person: every month full or absent. Otherwise the number. */
function personFix(evaluated: RosterEvaluation, judged: Judged): Fix {
  const i = judged.persons[0]!;
  const plain = evaluated.people[i]!.months.every((month) => !month.settled && month.value === (month.ticked ? 1 : 0))
    && evaluated.roster.persons[i]!.marks.every((marks) => new Set(marks.map((mark) => mark.kind)).size === 1);
  if (plain) {
    for (const neighbour of [i - 1, i + 1]) {
      const reading = evaluated.roster.persons[neighbour]?.total;
      const status = judgeRoster(evaluated).persons[neighbour]?.status;
      const formula = reading?.formula && status === "right" ? moveFormula(reading.formula, reading.at, judged.reading.at) : null;
      if (formula !== null && formula !== judged.reading.formula) return formulaFix(judged.reading, formula, render(say("fix-formula", { formula })));
    }
  }
  return numberFix(judged.reading, judged.expected);
}
