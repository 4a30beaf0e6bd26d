import { numberText } from "../../values/numbers";
import { personLabel } from "../../meaning/roster-labels";
import { render, say, type Sentence } from "../../messages";
import type { RosterEvaluation } from "../../evaluation/types";
import type { Roster } from "../../tables/roster/types";
import type { Reading } from "../../tables/types";
import { cellName } from "../../workbook";
import { finding, related, shown } from "../build";
import type { Finding } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { judgeRoster, type Judged } from "../../judgement/roster";
import { columnRange, consequences, monthLabel, numberFix, subject, sumFix } from "./shared";

/** Characters of a list within a message. */
const LIST_LENGTH = 110;

/** The ticks of a column, of a group or of everybody. */
export const tickCount: Rule = {
  meta: { id: "attendance-tick-count", severity: "error", group: "attendance", title: "attendance-tick-count-title", basis: ["arithmetic"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) => {
    const { roster } = evaluated;
    return ownMistakes(evaluated, "ticks").map((judged) => {
      const rows = judged.persons.map((i) => roster.persons[i]!.row);
      const formula = `=COUNTIF(${columnRange(rows, judged.reading.at.column)},"${roster.presentMark}")`;
      return report(tickCount.meta, evaluated, judged, {
        message: say("attendance-tick-count", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected) }),
        basis: say("basis-ticks"),
        fix: sumFix(judged.reading, judged.expected, formula, bottomRow(roster, judged.reading))
      });
    });
  })
};

/** R7–R9: a month's 有效人次 against the persons counted one by one. */
export const monthTotal: Rule = {
  meta: { id: "attendance-month-total", severity: "error", group: "attendance", title: "attendance-month-total-title", basis: ["R6", "R7", "R8", "R9"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) => {
    const { roster } = evaluated;
    const wrong = ownMistakes(evaluated, "month").map((judged) => report(monthTotal.meta, evaluated, judged, {
      message: say("attendance-month-total", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), details: monthDetails(evaluated, judged) }),
      basis: say("basis-r7-r9"),
      fix: numberFix(judged.reading, judged.expected)
    }));
    const read = judgeRoster(evaluated).all.filter((judged) => judged.kind === "month" && judged.status === "reading").map((judged) => ({
      ...report(monthTotal.meta, evaluated, judged, {
        message: say("attendance-month-reading", {
          label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected),
          readings: judged.changes.map(({ month, other }) => say("person-reading", { person: personLabel(roster, month), reading: other.reading }))
        }),
        basis: say("basis-r6-r8-derived"),
        fix: null
      }),
      severity: "warning" as const
    }));
    return [...wrong, ...read];
  })
};

/** 小计 and 总计: sums of subtotals, of groups, of months. */
export const sums: Rule = {
  meta: { id: "attendance-sum", severity: "error", group: "attendance", title: "attendance-sum-title", basis: ["arithmetic"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) => ownMistakes(evaluated, "sum").map((judged) => {
    const own = judged.parts.map((part) => part.reading.at);
    const column = own.every((at) => at.column === own[0]!.column) && judged.parts.every((part) => part.kind === "person");
    const formula = column
      ? `=SUM(${columnRange(own.map((at) => at.row), own[0]!.column)})`
      : `=${own.map((at) => cellName(at.row, at.column)).join("+")}`;
    return report(sums.meta, evaluated, judged, {
      message: judged.reading.text === ""
        ? say("attendance-sum-blank", { label: judged.label, expected: numberText(judged.expected), sum: addition(judged) })
        : say("attendance-sum", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected), sum: addition(judged) }),
      basis: say("basis-sum"),
      fix: sumFix(judged.reading, judged.expected, formula, bottomRow(evaluated.roster, judged.reading))
    });
  }))
};

/** The right number, kept as text: sums pass over it. */
export const textTotals: Rule = {
  meta: { id: "attendance-text-number", severity: "error", group: "attendance", title: "attendance-text-number-title", basis: ["excel"] },
  check: ({ evaluation }) => evaluation.rosters.flatMap((evaluated) =>
    judgeRoster(evaluated).all.filter((judged) => judged.status === "text" && judged.reading.formula === null).map((judged) =>
      report(textTotals.meta, evaluated, judged, {
        message: say("attendance-text-number", { label: judged.label, shown: shown(judged.reading), expected: numberText(judged.expected) }),
        basis: say("basis-number-kept"),
        fix: numberFix(judged.reading, judged.expected)
      })))
};

function ownMistakes(evaluated: RosterEvaluation, kind: Judged["kind"]): Judged[] {
  return judgeRoster(evaluated).all.filter((judged) => judged.kind === kind && judged.status === "wrong");
}

function report(meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged, parts: Pick<Finding, "message" | "basis" | "fix">): Finding {
  return {
    ...finding(meta, judged.reading.at, {
      ...parts,
      subject: subject(judged.row, judged.column),
      actual: judged.reading.text,
      expected: numberText(judged.expected),
      related: judged.parts.length <= 12 ? judged.parts.map((part) => related(part.reading.at, part.label)) : []
    }),
    consequences: consequences(judged, judgeRoster(evaluated))
  };
}

/** The cells of the same bottom row: whether the row is computed or filled in by hand. */
function bottomRow(roster: Roster, reading: Reading): (Reading | null)[] {
  const columns = [...roster.groups.map((group) => group.subtotal), roster.grandTotal].filter((row) => row !== null)
    .map((row) => [...row.ticks.flat(), row.total, row.senior]);
  const months = [...roster.groups.map((group) => group.effective), roster.grandEffective].filter((row) => row !== null).map((row) => [...row.months]);
  return [...columns, ...months].find((row) => row.some((other) => other?.at.row === reading.at.row)) ?? [];
}

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

/** "98＋16", cut where it would be long. */
function addition(judged: Judged): string {
  const numbers = judged.parts.map((part) => numberText(part.reading.number ?? 0));
  return numbers.length > 8 ? `${numbers.slice(0, 7).join("＋")}＋…` : numbers.join("＋");
}
