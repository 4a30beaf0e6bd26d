import { say, type Language, type Sentence } from "../messages";
import { impliedPosts } from "../report/implied-posts";
import type { ReportedFinding } from "../report/types";
import { firstDay, lastDay, monthOf } from "../values/dates";
import { rectContains } from "../workbook";
import { percentText } from "../values/numbers";
import { placeOf } from "./asked";
import { named } from "./changes";
import { headOf, told, type FindingParts } from "./finding";
import { matchSittings } from "./match";
import { carriedOver, type Carried } from "./mid-carried";
import { retentionOverYear, staffFindings } from "./mid-staff";
import { reviewPair } from "./review";
import type { CellView, Line, Sitting } from "./sitting";
import type { MidReview, Span } from "./types";

/** Holds the final workbook against the mid-term one: findings at the final one's cells, and what else is worth seeing. */
export function holdAgainstMid(mid: Sitting, final: Sitting, language: Language = "zh"): { findings: ReportedFinding[]; mid: MidReview } {
  const span = spanOf(mid, final);
  const pairs = indicatorPairs(mid, final);
  const carried = span === "rest" ? carriedOver(mid, pairs) : null;
  const cumulative = span === "whole" || carried !== null || (span === "rest" && goesOn(pairs));
  const parts = [
    ...periodFindings(mid, final, span), ...agreementFindings(mid, final), ...headcountFindings(mid, final), ...goneFindings(mid, final), ...targetFindings(pairs), ...(cumulative ? doneFindings(pairs, carried) : []),
    ...(span === null ? [] : staffFindings(mid, final, span))
  ];
  return {
    findings: parts.map((each) => told(each, final, language)),
    mid: {
      file: mid.report.file, period: mid.report.period, span, asked: reviewPair(mid, final, language).earlier,
      progress: progressOf(mid, final, cumulative || span === null), retention: span === null ? null : retentionOverYear(mid, final)
    }
  };
}

/** null: a month lies between the two periods, they overlap otherwise, or one is unknown. */
function spanOf(mid: Sitting, final: Sitting): Span | null {
  const [before, after] = [mid.report.period, final.report.period];
  if (!before || !after || after.end <= before.end) return null;
  if (monthOf(after.start) === monthOf(before.start)) return "whole";
  return monthOf(after.start) === monthOf(before.end) + 1 || (monthOf(after.start) === monthOf(before.end) && after.start > before.end) ? "rest" : null;
}

function periodFindings(mid: Sitting, final: Sitting, span: Span | null): FindingParts[] {
  const [before, after] = [mid.report.period, final.report.period];
  if (!before || !after) return [];
  const text = ({ start, end }: { start: string; end: string }): string => `${start} – ${end}`;
  const told = (message: Sentence): FindingParts[] => [{ rule: "mid-months", at: headOf(final), message, basis: "basis-mid-months", key: "months", actual: text(after) }];
  if (span === null) return told(say("mid-months-apart", { mid: text(before), final: text(after) }));
  // Within the month a day more or less changes nobody's months; but it is another period.
  if (span === "whole" && before.start !== after.start) return told(say("mid-months-start", { mid: before.start, final: after.start }));
  const gap = span === "rest" && (before.end < lastDay(monthOf(before.end)) && after.start > firstDay(monthOf(after.start)));
  return gap ? told(say("mid-months-apart", { mid: text(before), final: text(after) })) : [];
}

function agreementFindings(mid: Sitting, final: Sitting): FindingParts[] {
  const [before, after] = [mid.agreement, final.agreement];
  if (!before || !after || (before.start === after.start && before.end === after.end)) return [];
  const text = ({ start, end }: { start: string; end: string }): string => `${start} – ${end}`;
  return [{
    rule: "mid-agreement", at: after.at, message: say("mid-agreement-differs", { mid: text(before), final: text(after) }), basis: "basis-mid-same", key: "agreement",
    actual: text(after), expected: text(before)
  }];
}

/** 稳岗率 is measured by the posts of the agreement: by the same at mid-term and at the end. */
function headcountFindings(mid: Sitting, final: Sitting): FindingParts[] {
  const [before, after] = [impliedPosts(mid.report.evaluation), impliedPosts(final.report.evaluation)];
  const cell = final.report.evaluation?.sources?.retention;
  if (before === null || after === null || before === after || !cell) return [];
  // The rate of then, though others stayed: nobody has computed it anew, by whatever posts.
  const rates = [mid, final].map(({ report }) => report.evaluation!.retention!);
  if (rates[0]!.printed === rates[1]!.printed && rates[0]!.retained !== rates[1]!.retained) return [];
  const { retention } = final.report.evaluation!;
  return [{
    rule: "mid-agreement", at: placeOf(cell), message: say("mid-headcount-differs", { mid: before, final: after, retained: retention!.retained }), basis: "basis-mid-same", key: "headcount",
    actual: percentText(retention!.printed!), expected: percentText(retention!.retained / before)
  }];
}

/** What was agreed and told of at mid-term is told of at the end. Where much is gone the tables are others. */
function goneFindings(mid: Sitting, final: Sitting): FindingParts[] {
  const { gone, lines } = matchSittings(mid, final);
  const kept = new Set(lines.flatMap(({ new: now }) => (now.sort === "indicator" ? [now.label] : [])));
  const missing = [...new Set(gone.flatMap(({ sort, label, cells }) => (sort === "indicator" && !kept.has(label) && cells.some(({ use, number }) => use === "target" && number !== null) ? [label] : [])))];
  if (missing.length === 0 || missing.length > Math.max(MOST_GONE, kept.size / 2)) return [];
  return missing.map((label) => ({ rule: "mid-target", at: headOf(final), message: say("mid-indicator-gone", { label }), basis: "basis-mid-same", key: `gone ${label}` }));
}

const MOST_GONE = 2;

/** An indicator of both workbooks. */
interface IndicatorPair {
  readonly old: Line;
  readonly new: Line;
}

function indicatorPairs(mid: Sitting, final: Sitting): IndicatorPair[] {
  return matchSittings(mid, final).lines.filter(({ old }) => old.sort === "indicator");
}

/** A number that is another than at mid-term. */
interface Moved {
  readonly was: CellView;
  readonly is: CellView;
}

function movedIn(pairs: readonly IndicatorPair[], use: "target" | "done", isMoved: (was: number, is: number) => boolean): Moved[] {
  return pairs.flatMap(({ old, new: now }) => now.cells.flatMap((is): Moved[] => {
    const was = is.use === use ? old.cells.find(({ role }) => role === is.role) : undefined;
    return was && was.number !== null && is.number !== null && isMoved(was.number, is.number) ? [{ was, is }] : [];
  }));
}

/** So many indicators tell how a final workbook counts, of which so many may have fallen; by so much the middle one must have grown. */
const TELLING = 6;
const FALLEN = 1 / 8;
const GROWN = 1.5;

/**
 * A title that names the rest of the year alone may stand over numbers of the whole year: then hardly one is less than at mid-term, and
 * most are far more, where the second half by itself would be about as much as the first.
 */
function goesOn(pairs: readonly IndicatorPair[]): boolean {
  const growth = movedIn(pairs, "done", (was) => was > 0).map(({ was, is }) => is.number! / was.number!).sort((a, b) => a - b);
  return growth.length >= TELLING && growth.filter((each) => each < 1).length <= growth.length * FALLEN && growth[Math.floor(growth.length / 2)]! >= GROWN;
}

/** Numbers that only follow others that moved are told with those. */
function byCause(moved: readonly Moved[]): { moved: Moved; follow: readonly Moved[] }[] {
  const reads = ({ is }: Moved, other: Moved): boolean => {
    const { sheet, row, column } = other.is.at;
    return is !== other.is && ((is.formula?.areas.some((area) => area.sheet === sheet && rectContains(area, row, column)) ?? false)
      || (is.meant?.inputs.some((at) => at.sheet === sheet && at.row === row && at.column === column) ?? false));
  };
  const roots = moved.filter((each) => !moved.some((other) => reads(each, other)));
  return roots.map((root) => ({ moved: root, follow: moved.filter((each) => reads(each, root)) }));
}

function targetFindings(pairs: readonly IndicatorPair[]): FindingParts[] {
  const moved = movedIn(pairs, "target", (was, is) => was !== is);
  const all = movedIn(pairs, "target", () => true).length;
  // Where most differ the two tables state targets of different times.
  if (moved.length > 3 && moved.length * 2 > all) {
    const [first] = moved;
    return [{
      rule: "mid-target", at: first!.is.at, message: say("mid-target-most", { count: moved.length, of: all, label: first!.is.label, mid: first!.was.text, final: first!.is.text }), basis: "basis-mid-same", key: "targets",
      actual: first!.is.text
    }];
  }
  return byCause(moved).map((each) => movedFinding("mid-target", each, say("mid-target-differs", { label: each.moved.is.label, mid: each.moved.was.text, final: each.moved.is.text }), "basis-mid-same", each.moved.was.text));
}

/** What fell; of a ledger that carries on, also what was not taken over as it was. Its parts are of one half each and fall as they like. */
function doneFindings(pairs: readonly IndicatorPair[], carried: readonly Carried[] | null): FindingParts[] {
  const others = (carried ?? []).filter(({ was, is }) => was.number !== is.number);
  const fell = movedIn(pairs, "done", (was, is) => is < was).filter(({ is }) => carried === null || !is.role.startsWith("part "));
  return byCause([...others, ...fell]).map((each) => {
    const { is, was } = each.moved;
    const id = others.includes(each.moved) ? "mid-done-carried" : "mid-done-fell";
    return movedFinding("mid-done", each, say(id, { label: is.label, mid: was.text, final: is.text }), "basis-mid-done", id === "mid-done-carried" ? was.text : "");
  });
}

function movedFinding(rule: string, { moved: { is }, follow }: { moved: Moved; follow: readonly Moved[] }, message: Sentence, basis: FindingParts["basis"], expected: string): FindingParts {
  return {
    rule, at: is.at, message, basis, key: `${is.label} ${is.role}`, actual: is.text, expected,
    consequences: follow.map((each) => ({ ...named(each.is.at), label: each.is.label, actual: each.is.text, expected: expected === "" ? "" : each.was.text }))
  };
}

function progressOf(mid: Sitting, final: Sitting, cumulative: boolean): MidReview["progress"] {
  const key = ({ subject, area }: { readonly subject: string; readonly area: string | null }): string => `${subject}|${area ?? ""}`;
  const before = new Map((mid.report.evaluation?.indicators ?? []).map((row) => [key(row), row]));
  const seen = new Set<string>();
  return (final.report.evaluation?.indicators ?? []).flatMap((row) => {
    const was = before.get(key(row));
    if (!was || was.done === null || row.done === null || seen.has(key(row))) return [];
    seen.add(key(row));
    return [{ name: row.subject, area: row.area, target: row.target, mid: was.done, final: cumulative ? row.done : was.done + row.done, sheet: row.sheet, cell: row.cell }];
  });
}
