import type { RosterEvaluation } from "../../evaluation/types";
import { type Judged, judgeRoster } from "../../judgement/roster";
import { personLabel } from "../../meaning/roster-labels";
import { render, say, type Sentence } from "../../messages";
import { numberText } from "../../values/numbers";
import { shown } from "../finding";
import { numberFix } from "../fixes/roster";
import type { Rule } from "../rule";
import { isBeyond, ownMistakes, report, summaryMistakes } from "../views/roster";
import { monthLabel } from "../words/roster";

/** Characters of a list within a message. */
const LIST_LENGTH = 110;

/** R7–R9: a month's 有效人次 against the persons counted one by one. */
export const attendanceMonthTotal: Rule = {
  meta: { id: "attendance-month-total", severity: "error", group: "attendance", title: "attendance-month-total-title", basis: ["R6", "R7", "R8", "R9"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) => {
    const { roster } = evaluated;
    const wrong = ownMistakes(evaluated, "month").map((judged) => report(attendanceMonthTotal.meta, evaluated, judged, {
      message: () => say("attendance-month-total", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), details: monthDetails(evaluated, judged) }),
      basis: say("basis-r7-r9"),
      fix: () => numberFix(judged.reading, judged.expected)
    }));
    const read = judgeRoster(evaluated).all.filter((judged) => judged.kind === "month" && judged.status === "reading").map((judged) => report(attendanceMonthTotal.meta, evaluated, judged, {
      severity: isBeyond(judged) ? "error" : "warning",
      message: () => say("attendance-month-reading", {
        label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected),
        readings: judged.changes.map(({ month, other }) => say("person-reading", { person: personLabel(roster, month), reading: other.reading }))
      }),
      basis: say("basis-r6-r8-derived")
    }));
    return [...wrong, ...read];
  }).concat(evaluation.summaries.flatMap((summary) => summaryMistakes(summary, "month").map((judged) => report(attendanceMonthTotal.meta, summary, judged, {
    message: () => say("attendance-summary-month", {
      label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), sheets: [...new Set(summary.parts.map(({ sheet }) => sheet))].join("、")
    }),
    basis: say("basis-r7-r9"),
    fix: () => (judged.reading.formula === null ? numberFix(judged.reading, judged.expected) : null)
  }))))
};

/** Who counts otherwise than one full month: 「序号5（第9行）计0.5」. */
function monthDetails(evaluated: RosterEvaluation, judged: Judged): Sentence[] {
  const { roster } = evaluated;
  const m = judged.month!;
  const counted = judged.persons.map((i) => ({ i, month: evaluated.people[i]!.months[m]! }));
  const full = counted.filter(({ month }) => month.value === 1).length;
  const others = counted.filter(({ month }) => month.value !== 1 && (month.ticked || month.value > 0));
  const alike = new Map<string, typeof others>();
  for (const one of others) alike.set(render(one.month.reason), [...(alike.get(render(one.month.reason)) ?? []), one]);
  const parts = [...alike.values()].map((some): Sentence => {
    const person = personLabel(roster, some[0]!.i);
    const { reason } = some[0]!.month;
    return some.length === 1 ? say("person-counts", { person, reason }) : say("persons-count", { person, count: some.length, reason });
  });
  if (full > 0) parts.unshift(say("month-full", { month: monthLabel(roster, m), count: full }));
  return shortened(parts);
}

/** As many of the parts as are soon read. */
function shortened(parts: readonly Sentence[]): Sentence[] {
  let length = 0;
  const short = parts.filter((part, i) => (length += render(part).length + 1) <= LIST_LENGTH || i === 0);
  return short.length < parts.length ? [...short, say("and-more", { count: parts.length - short.length })] : short;
}
