import { holdsYearAround, overlappingPeriod, sameMonths } from "../../evaluation/months";
import type { Evaluation, RosterEvaluation } from "../../evaluation/types";
import { say, type Sentence } from "../../messages";
import type { Settings } from "../../settings/types";
import { indexOf } from "../../tables/roster/months";
import type { Roster } from "../../tables/roster/types";
import { allTables, type Tables } from "../../tables/tables";
import { firstDay, lastDay, monthOf } from "../../values/dates";
import type { Period } from "../../values/period";
import { finding, type Found, related } from "../finding";
import type { Rule, RuleMeta } from "../rule";
import { rosterSubject } from "../views/roster";
import { monthLabel } from "../words/roster";

/** The months of a roster: consecutive, those of the period under evaluation, within the agreement. */
export const attendanceMonths: Rule = {
  meta: { id: "attendance-months", severity: "warning", group: "attendance", title: "attendance-months-title", basis: ["R6", "consistency"] },
  *check({ evaluation, settings, tables }) {
    for (const evaluated of evaluation.rosters) {
      yield* laterPages(this.meta, evaluated);
      const gap = misnamed(this.meta, evaluated) ?? notConsecutive(this.meta, evaluated);
      if (gap) yield gap;
      if (gap || evaluated.roster.months.some((month) => !month.yearKnown)) continue;
      // A sheet a month: all together are the months of the period.
      const whole = evaluation.series.find(({ by, parts }) => by === "months" && parts.includes(evaluated.roster));
      // … unless one of them has them alone: the others are of other times.
      const alone = whole?.parts.find((part) => hasMonthsOf(part, expectedPeriod(whole.roster, evaluation, settings, tables)));
      if (alone && alone !== evaluated.roster) continue;
      const series = alone ? undefined : whole;
      const roster = series?.roster ?? evaluated.roster;
      const period = expectedPeriod(roster, evaluation, settings, tables);
      if (series && series.parts[0] !== evaluated.roster) continue;
      if (period && !sameMonths(roster, period)) yield otherThanPeriod(this.meta, roster, period);
      else yield* outsideAgreement(this.meta, roster, period);
    }
  }
};

/** A head that names another month than the one at its place between the others; several are one finding. */
function misnamed(meta: RuleMeta, { roster }: RosterEvaluation): Found | null {
  const wrong = roster.months.flatMap((month, m) => (month.misnamed ? [m] : []));
  const first = wrong[0];
  if (first === undefined) return null;
  const { head, key, written } = roster.months[first]!;
  const label = (m: number): Sentence => say("attendance-month-named", { shown: shownHead(roster.months[m]!.written), expected: monthLabel(roster, m) });
  return finding(meta, head, {
    message: () => say("attendance-months-named", { heads: wrong.map(label) }),
    basis: say("basis-months"),
    subject: rosterSubject(key, "month"),
    actual: written,
    expected: monthLabel(roster, first),
    related: wrong.slice(1).map((m) => related(roster.months[m]!.head, label(m)))
  });
}

function* laterPages(meta: RuleMeta, { roster }: RosterEvaluation): Iterable<Found> {
  for (const { at, written, month } of roster.otherHeads) {
    yield finding(meta, at, {
      message: () => say("attendance-months-page", { shown: shownHead(written), expected: monthLabel(roster, month) }),
      basis: say("basis-months"),
      subject: rosterSubject(roster.months[month]!.key, "month-page"),
      actual: written,
      expected: monthLabel(roster, month),
      related: [related(roster.months[month]!.head, say("label-months"))]
    });
  }
}

function shownHead(written: string): Sentence {
  return written.trim() === "" ? say("shown-blank") : say("shown-text", { text: written.replace(/\s+/g, "") });
}

function notConsecutive(meta: RuleMeta, { roster }: RosterEvaluation): Found | null {
  const wrong = roster.months.findIndex((month, m) => m > 0 && indexOf(month) !== indexOf(roster.months[m - 1]!) + 1);
  if (wrong < 0) return null;
  const { head, key } = roster.months[wrong]!;
  return finding(meta, head, {
    message: () => say("attendance-months-gap", { month: monthLabel(roster, wrong), before: monthLabel(roster, wrong - 1) }),
    basis: say("basis-months"),
    subject: rosterSubject(key, "month"),
    actual: roster.months[wrong]!.written
  });
}

function hasMonthsOf(roster: Roster, period: Period | null): boolean {
  return period !== null && sameMonths(roster, period);
}

/** The period that settings or titles name. A roster of another year beside the one that fits is not measured by it. */
function expectedPeriod(roster: Roster, evaluation: Evaluation, settings: Settings, tables: Tables): Period | null {
  const isUsed = evaluation.used?.roster === roster || evaluation.series.some(({ parts, roster: whole }) => whole === evaluation.used?.roster && parts.includes(roster));
  if (settings.period) return isUsed || evaluation.rosters.length === 1 ? settings.period : null;
  const titled = titledPeriods(tables);
  const own = roster.period ?? overlappingPeriod(roster, titled);
  return own ?? (isUsed ? (titled[0] ?? null) : null);
}

function titledPeriods(tables: Tables): Period[] {
  return allTables(tables).filter((table) => table.kind !== "roster" && table.kind !== "scores").map((table) => table.period).filter((period) => period !== null);
}

function otherThanPeriod(meta: RuleMeta, roster: Roster, period: Period): Found {
  const start = monthOf(period.start);
  const end = monthOf(period.end);
  const extra = roster.months.findIndex((month) => indexOf(month) < start || indexOf(month) > end);
  const at = Math.max(0, extra);
  // A roster of the whole year holds the period: who reads it should know which months are meant, no more.
  const year = holdsYearAround(roster, period);
  return finding(meta, roster.months[at]!.head, {
    ...(year && { severity: "info" }),
    message: () => say(year ? "attendance-months-year" : "attendance-months-period", {
      first: monthLabel(roster, 0), last: monthLabel(roster, roster.months.length - 1), count: roster.months.length,
      start: period.start, end: period.end, periodCount: end - start + 1
    }),
    basis: say("basis-months"),
    subject: rosterSubject(roster.months[at]!.key, "period"),
    actual: roster.months[at]!.written
  });
}

function* outsideAgreement(meta: RuleMeta, roster: Roster, period: Period | null): Iterable<Found> {
  const { agreement, agreementAt } = roster;
  if (!agreement || !agreementAt) return;
  const data = { start: agreement.start, end: agreement.end };
  if (period && (period.start < agreement.start || period.end > agreement.end)) {
    yield finding(meta, agreementAt, {
      message: () => say("attendance-period-agreement", { ...data, periodStart: period.start, periodEnd: period.end }),
      basis: say("basis-months"),
      subject: rosterSubject("all", "agreement"),
      related: [related(roster.months[0]!.head, say("label-months"))]
    });
    return;
  }
  const outside = roster.months.findIndex((month) => lastDay(indexOf(month)) < agreement.start || firstDay(indexOf(month)) > agreement.end);
  if (outside < 0) return;
  yield finding(meta, roster.months[outside]!.head, {
    message: () => say("attendance-months-agreement", { ...data, month: monthLabel(roster, outside) }),
    basis: say("basis-months"),
    subject: rosterSubject(roster.months[outside]!.key, "agreement"),
    actual: roster.months[outside]!.written,
    related: [related(agreementAt, say("label-agreement"))]
  });
}
