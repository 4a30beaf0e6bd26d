import { personKey, personLabel } from "../../meaning/roster-labels";
import { say } from "../../messages";
import type { Roster, RosterPerson } from "../../tables/roster/types";
import { cellName, columnLetters, type Workbook } from "../../workbook";
import { finding, type Found, type PlannedFix, related } from "../finding";
import { renumberFix } from "../fixes/numbers";
import type { Rule, RuleMeta } from "../rule";
import { rosterSubject } from "../views/roster";

/** 序号 twice, missing (reported at the next person's) or left empty. */
export const attendanceNumber: Rule = {
  meta: { id: "attendance-number", severity: "error", group: "attendance", title: "attendance-number-title", basis: ["consistency"] },
  *check({ evaluation, workbook }) {
    const rosters = evaluation.rosters.map(({ roster }) => roster);
    for (const roster of rosters) {
      const numbered = roster.persons.filter((person) => person.no !== null).length;
      // A roster that numbers only a few persons numbers none.
      if (roster.columns.no === null || numbered * 2 <= roster.persons.length) continue;
      const all = seriesOf(roster);
      for (const series of all) yield* checkSeries(this.meta, { roster, series, workbook }, continued(roster, rosters));
      if (all.length === 1) yield* vacanciesTwice(this.meta, roster);
    }
  }
};

/** Persons numbered together, in the order of their numbers: all, or each group by itself where the numbers begin again. */
function seriesOf(roster: Roster): number[][] {
  const everyone = roster.persons.map((_, i) => i);
  const restarts = roster.groups.length > 1 && roster.groups.slice(1).every((group) => firstNumber(roster, group.persons) === 1)
    && firstNumber(roster, roster.groups[0]!.persons) === 1;
  return restarts ? roster.groups.map((group) => [...group.persons]) : [inOrder(roster) ?? everyone];
}

/** The groups one after another by their numbers (非持证 may stand first and go on with 19); null where their numbers overlap. */
function inOrder(roster: Roster): number[] | null {
  const groups = roster.groups.map(({ persons }) => ({ persons, numbers: persons.map((i) => roster.persons[i]!.no).filter((no) => no !== null) }));
  if (groups.some(({ numbers: own }) => own.length === 0) || groups.reduce((sum, { persons }) => sum + persons.length, 0) < roster.persons.length) return null;
  const sorted = groups.sort((a, b) => Math.min(...a.numbers) - Math.min(...b.numbers));
  const apart = sorted.every(({ numbers: own }, i) => i === 0 || Math.min(...own) > Math.max(...sorted[i - 1]!.numbers));
  return apart ? sorted.flatMap(({ persons }) => persons) : null;
}

/** The last number of the roster that this one goes on from (持证 on one sheet, 非持证 on the next); 0 where it begins by itself. */
function continued(roster: Roster, rosters: readonly Roster[]): number {
  const before = Math.min(...numbersOf(roster)) - 1;
  return before > 0 && rosters.some((other) => other !== roster && Math.max(...numbersOf(other)) === before) ? before : 0;
}

function numbersOf({ persons }: Roster): number[] {
  return persons.flatMap(({ no }) => (no === null ? [] : [no]));
}

function firstNumber(roster: Roster, persons: readonly number[]): number | null {
  return persons.length === 0 ? null : roster.persons[persons[0]!]!.no;
}

interface Series {
  readonly roster: Roster;
  /** The persons, in the order of their numbers. */
  readonly series: readonly number[];
  readonly workbook: Workbook;
}

function* checkSeries(meta: RuleMeta, { roster, series, workbook }: Series, from: number): Iterable<Found> {
  // Numbering on from the first place where it goes wrong mends the later ones, too.
  let isFirst = true;
  const renumbered = (place: number, first: number): { fix?: () => PlannedFix | null } => {
    if (!isFirst) return {};
    isFirst = false;
    return { fix: () => renumberFix(roster, series.slice(place), first, workbook) };
  };
  const orElse = (otherwise: string) => (fix: PlannedFix | null): string => (fix ? String(fix.after) : otherwise);
  // A post that nobody holds may have a number, too.
  const all = new Set([...series.map((i) => roster.persons[i]!.no), ...roster.vacancies.map(({ no }) => no)]);
  const seen = new Map<number, RosterPerson>();
  let last = from;
  let unnumbered = 0;
  for (const [place, i] of series.entries()) {
    const person = roster.persons[i]!;
    const at = person.noAt!;
    if (person.no === null) {
      unnumbered++;
      yield finding(meta, at, {
        message: () => say("attendance-number-blank", { row: person.row, shown: person.noText }),
        basis: say("basis-number-unique"), subject: rosterSubject(personKey(roster, i), "no"), actual: person.noText,
        expected: orElse(all.has(last + unnumbered) ? "" : String(last + unnumbered)), ...renumbered(place, last + unnumbered)
      });
      continue;
    }
    const first = seen.get(person.no);
    if (first) {
      // 1, 2, 2, 4: the second 2 stands where 3 should, so 3 is not missing besides.
      unnumbered++;
      yield finding(meta, at, {
        message: () => roster.turned
          ? say("attendance-number-twice-columns", { no: person.no!, first: columnLetters(first.nameAt.column), second: columnLetters(person.nameAt.column) })
          : say("attendance-number-twice", { no: person.no!, first: first.row, second: person.row }),
        basis: say("basis-number-unique"), subject: rosterSubject(personKey(roster, i), "no"), actual: person.noText,
        expected: orElse(all.has(last + unnumbered) ? "" : String(last + unnumbered)), ...renumbered(place, last + unnumbered),
        related: [related(first.noAt!, say("label-number", { row: first.row }))]
      });
      continue;
    }
    seen.set(person.no, person);
    // Persons without a number of their own stand for as many of the missing ones; those that come later are out of order, not missing.
    const missing = range(last + 1 + unnumbered, person.no).filter((no) => !all.has(no));
    unnumbered = 0;
    // 1, 2, 5, 4, 5: the first 5 stands where 3 should; that 5 occurs twice says it.
    const twice = series.filter((other) => roster.persons[other]!.no === person.no).length > 1;
    const before = last === 0 ? say("number-start") : say("number-after", { no: last });
    if (missing.length > 0 && !(twice && missing.length === 1)) {
      yield finding(meta, at, {
        message: () => say("attendance-number-missing", {
          missing: missing.length > 5 ? `${missing[0]}–${missing[missing.length - 1]}` : missing.join("、"),
          person: personLabel(roster, i), before, cell: cellName(at.row, at.column)
        }),
        basis: say("basis-number-unique"), subject: rosterSubject(personKey(roster, i), "no"), actual: person.noText, expected: String(missing[0]),
        ...(missing.length === 1 && last > 0 && renumbered(place, missing[0]!))
      });
    }
    last = Math.max(last, person.no);
  }
}

/** A post that nobody holds goes on with the number of the person above it. */
function* vacanciesTwice(meta: RuleMeta, { persons, vacancies }: Roster): Iterable<Found> {
  for (const { row, no, noAt } of vacancies) {
    const above = persons.filter((person) => person.row < row).at(-1);
    if (no === null || !noAt || !above?.noAt || above.no !== no) continue;
    yield finding(meta, noAt, {
      message: () => say("attendance-number-twice", { no, first: above.row, second: row }),
      basis: say("basis-number-unique"), subject: rosterSubject(`vacant:${row}`, "no"), actual: String(no),
      related: [related(above.noAt, say("label-number", { row: above.row }))]
    });
  }
}

/** The whole numbers from `from` up to but without `to`. */
function range(from: number, to: number): number[] {
  return Number.isInteger(to) && to - from < 1000 ? Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i) : [];
}
