import { clean, sumHalves } from "../values/exact";
import { explainTotal, type Change } from "../evaluation/explain";
import type { RosterEvaluation } from "../evaluation/types";
import { rosterCells, type RosterCell } from "../meaning/roster-cells";
import { addsCounted } from "../tables/roster/counted";
import { addsParts } from "../tables/roster/part-totals";
import { countedMark } from "../tables/roster/marks";
import type { Roster } from "../tables/roster/types";
import type { Reading } from "../tables/types";
import { addressKey } from "../workbook";
import { findFlips, type Flip } from "./flips";
import { openValue, passedOver, seniorBound, settledAway } from "./roster-marks";

/**
 * Of a printed number of the roster: "right"; "wrong" by its own inputs; "reading": what another reading of the rules
 * gives; "follows": wrong only because of cells it adds up, or because of a mark or date that has a finding of its own;
 * "text": the right number, kept as text; "skip": nothing to compare.
 */
export type Status = "right" | "wrong" | "reading" | "follows" | "text" | "skip";

/** One printed number of a roster, with what it should be. */
export interface Judged extends Omit<RosterCell, "parts"> {
  readonly status: Status;
  /** What it should show, everything else being right. In halves. */
  readonly expected: number;
  /** The other readings that give the printed number; of a month's number with the person in the place of the month. */
  readonly changes: readonly Change[];
  /** The printed numbers that it adds up. */
  readonly parts: readonly Judged[];
  /** Its formula shows something else only because it counts a mark that is blank, unreadable or wrong. */
  readonly byMark: boolean;
}

export interface RosterJudgement {
  /** By person; null where the roster has no 到岗小计. */
  readonly persons: readonly (Judged | null)[];
  readonly all: readonly Judged[];
  /** By number: where it stands in the list, and the sums that add it up. */
  readonly order: ReadonlyMap<Judged, number>;
  readonly usedBy: ReadonlyMap<Judged, readonly Judged[]>;
  /** By person: the numbers that count his marks, in the order of the list. */
  readonly countedIn: readonly (readonly Judged[])[];
  /** Marks which, read the other way, would make every typed number around them right: a hint, no finding. */
  readonly flips: readonly Flip[];
}

const known = new WeakMap<RosterEvaluation, RosterJudgement>();

/** Compares every printed number of a roster with what the marks and remarks give; worked out once for all rules. */
export function judgeRoster(evaluated: RosterEvaluation): RosterJudgement {
  const before = known.get(evaluated);
  if (before) return before;
  const judgement = new Judge(evaluated).run();
  known.set(evaluated, judgement);
  return judgement;
}

type Outcome = Pick<Judged, "status" | "expected"> & Partial<Pick<Judged, "changes" | "byMark">>;

class Judge {
  private readonly roster: Roster;
  /** By person and month: what counts, with the other readings that the person's printed subtotal follows. */
  private readonly adopted: number[][];
  /** By person: the other readings with which the months make the printed subtotal; null when none do. */
  private readonly explained: readonly (Change[] | null)[];
  /** Sums that no group has filled in. */
  private unfilled: ReadonlySet<RosterCell> = new Set();

  constructor(private readonly evaluated: RosterEvaluation) {
    this.roster = evaluated.roster;
    this.explained = evaluated.people.map((_, i) => this.explain(i));
    this.adopted = evaluated.people.map((person, i) => {
      const values = person.months.map((month) => month.value);
      for (const { month, other } of this.explained[i] ?? []) values[month] = other.value;
      return values;
    });
  }

  run(): RosterJudgement {
    const { persons, all } = rosterCells(this.roster);
    const judged = new Map<RosterCell, Judged>();
    this.unfilled = new Set(all.filter((cell) => isLeftBlank(cell, all)));
    for (const cell of all) judged.set(cell, this.judge(cell, cell.parts.map((part) => judged.get(part) ?? asPrinted(part))));
    const list = [...judged.values()];
    const usedBy = new Map<Judged, Judged[]>();
    const countedIn: Judged[][] = this.roster.persons.map(() => []);
    for (const one of list) {
      for (const part of one.parts) usedBy.set(part, [...(usedBy.get(part) ?? []), one]);
      for (const i of one.persons) countedIn[i]!.push(one);
    }
    return {
      persons: persons.map((cell) => cell && judged.get(cell)!),
      all: list, order: new Map(list.map((one, i) => [one, i])), usedBy, countedIn,
      flips: findFlips(this.evaluated, (i) => this.explained[i] === null)
    };
  }

  private judge(cell: RosterCell, parts: readonly Judged[]): Judged {
    return { ...cell, parts, changes: [], byMark: false, ...this.outcome(cell, parts) };
  }

  private outcome(cell: RosterCell, parts: readonly Judged[]): Outcome {
    switch (cell.kind) {
      case "person": return this.person(cell.reading, cell.persons[0]!);
      case "part": return this.part(cell.reading, cell.persons[0]!, cell.months!);
      case "vacant": return vacant(cell.reading);
      case "ticks": return this.ticks(cell.reading, cell.persons, cell.month!, cell.mark!);
      case "month": return this.month(cell.reading, cell.persons, cell.month!);
      case "sum": return this.unfilled.has(cell) ? { status: "skip", expected: 0 } : this.sum(cell.reading, parts);
    }
  }

  private person(reading: Reading, i: number): Outcome {
    const { total } = this.evaluated.people[i]!;
    const changes = this.explained[i]!;
    const open = openValue(this.evaluated, i);
    const byMark = reading.formula !== null && reading.number !== total + open
      && (countsOpen(reading, total, open) || missesOdd(reading, total, passedOver(this.evaluated, [i], null)));
    const status: Status = isEmpty(reading) && total === 0 ? "skip"
      : byMark ? "follows"
      // What a remark settles goes before any other way to explain the number.
      : changes === null || (changes.length > 0 && reading.number! - total === settledAway(this.evaluated, i)) ? "wrong"
      : changes.length > 0 ? (changes.every(saidElsewhere) ? "follows" : "reading")
      : reading.textual ? "text" : "right";
    return { status, expected: byMark ? total + open : total, changes: changes ?? [], byMark };
  }

  /** A subtotal of some months: what another reading of theirs gives is said of the whole subtotal. */
  private part(reading: Reading, i: number, of: readonly number[]): Outcome {
    const months = of.map((m) => this.evaluated.people[i]!.months[m]!);
    const expected = sumHalves(months.map(({ value }) => value));
    const open = sumHalves(of.map((m) => openValue(this.evaluated, i, m)));
    return { expected, status: statusOf(reading, expected, (printed) => (explainTotal(months, printed) !== null || countsOpen(reading, expected, open) ? "follows" : "wrong")) };
  }

  /** The other readings with which a person's months make the printed subtotal; null when none do. */
  private explain(i: number): Change[] | null {
    const printed = this.roster.persons[i]!.total?.number ?? null;
    // A sum of what the months print says nothing of a reading that those do not say themselves.
    if (addsCounted(this.roster.persons[i]!) || addsParts(this.roster.persons[i]!)) return [];
    if (printed === null) return null;
    const { months } = this.evaluated.people[i]!;
    const changes = explainTotal(months, printed);
    if (!changes?.some(({ other }) => other.kind === "weight")) return changes;
    // A mark that can't be read has a finding already: where it explains the number alone, that is enough.
    return explainTotal(months.map((month) => ({ ...month, others: month.others.filter((other) => saidElsewhere({ other })) })), printed) ?? changes;
  }

  private ticks(reading: Reading, persons: readonly number[], m: number, j: number): Outcome {
    const marks = persons.map((i) => this.roster.persons[i]!.marks[m]![j]!);
    const expected = sumHalves(marks.map((mark) => countedMark(this.roster, mark)));
    const unclear = marks.filter(({ kind }) => kind === "blank" || kind === "unknown").length;
    if (missesOdd(reading, expected, passedOver(this.evaluated, persons, m, j))) return { status: "follows", expected, byMark: true };
    return { expected, status: statusOf(reading, expected, (printed) => (printed > expected && printed <= expected + unclear ? "follows" : "wrong")) };
  }

  private month(reading: Reading, persons: readonly number[], m: number): Outcome {
    const expected = sumHalves(persons.map((i) => this.evaluated.people[i]!.months[m]!.value));
    const adopted = sumHalves(persons.map((i) => this.adopted[i]![m]!));
    const changes = this.monthReadings(reading, persons, m);
    const open = sumHalves(persons.map((i) => openValue(this.evaluated, i, m)));
    const byMark = reading.formula !== null && reading.number !== expected + open
      && (countsOpen(reading, expected, open) || missesOdd(reading, expected, passedOver(this.evaluated, persons, m)));
    if (byMark) return { status: "follows", expected: expected + open, changes, byMark };
    return {
      expected, changes,
      status: statusOf(reading, expected, (printed) =>
        printed === adopted ? "follows" : changes.length === 0 ? "wrong" : changes.every(saidElsewhere) ? "follows" : "reading")
    };
  }

  /**
   * The other readings that give a month's printed number. A person's printed subtotal has said which reading the sheet
   * follows: only marks that draw findings of their own can still explain the month.
   */
  private monthReadings(reading: Reading, persons: readonly number[], month: number): Change[] {
    if (reading.number === null) return [];
    const open = persons.map((i) => {
      const counted = this.evaluated.people[i]!.months[month]!;
      return this.roster.persons[i]!.total?.number == null || addsCounted(this.roster.persons[i]!) ? counted : { ...counted, others: counted.others.filter((other) => saidElsewhere({ other })) };
    });
    return (explainTotal(open, reading.number) ?? []).map((change) => ({ ...change, month: persons[change.month]! }));
  }

  private sum(reading: Reading, parts: readonly Judged[]): Outcome {
    const expected = sumHalves(parts.map(standing));
    const byRules = sumHalves(parts.map((part) => part.expected));
    // SUM passes over numbers that are kept as text; a hand-made sum does not.
    const printedSums = [parts, parts.filter((part) => !part.reading.textual)].map((some) => clean(some.reduce((sum, part) => sum + (part.reading.number ?? 0), 0)));
    const slack = this.seniorSlack(parts);
    return {
      expected,
      status: statusOf(reading, expected, (printed) =>
        printedSums.some((sum) => Math.abs(sum - printed) < 1e-6) || printed === byRules || (printed >= expected + slack.from && printed <= expected + slack.to) ? "follows" : "wrong")
    };
  }

  /** A person's 2年以上 beyond its bound has a finding of its own; the sum may hold any number within the bound. */
  private seniorSlack(parts: readonly Judged[]): { from: number; to: number } {
    const beyond = parts.filter(({ kind, role }) => kind === "person" && role === null)
      .map(({ expected: printed, persons }) => ({ printed, bound: seniorBound(this.evaluated, persons[0]!) }))
      .filter(({ printed, bound }) => printed < 0 || printed > bound);
    return { from: -sumHalves(beyond.map(({ printed }) => printed)), to: sumHalves(beyond.map(({ printed, bound }) => bound - printed)) };
  }
}

/** A post that nobody holds counts nothing, whatever else stands in the place of a number. */
function vacant(reading: Reading): Outcome {
  return { expected: 0, status: reading.number === null ? "skip" : reading.number === 0 ? "right" : "wrong" };
}

/**
 * A sum that is blank for every group is none that was forgotten; nor is that of the only group with a row (其中持证) where the sum over
 * all persons stands without it.
 */
function isLeftBlank(cell: RosterCell, all: readonly RosterCell[]): boolean {
  if (cell.kind !== "sum" || !isEmpty(cell.reading)) return false;
  const sums = all.filter((other) => other.kind === "sum" && other.column === cell.column && other.row !== cell.row);
  if (cell.role === "grand-total" && cell.column === "senior") return sums.length > 0 && sums.every(({ reading }) => isEmpty(reading));
  if (cell.role !== "column-sum") return false;
  const alike = sums.filter(({ role }) => role === cell.role);
  return alike.length > 0 ? alike.every(({ reading }) => isEmpty(reading)) : sums.some((whole) => !isEmpty(whole.reading) && coversWithout(whole, cell));
}

/** It adds up all that the other does and more, person by person. */
function coversWithout(whole: RosterCell, { parts }: RosterCell): boolean {
  const own = new Set(whole.parts.map(({ reading }) => addressKey(reading.at)));
  return own.size > parts.length && parts.every(({ reading }) => own.has(addressKey(reading.at)));
}

/** What nobody can compute stands as it is printed. */
function asPrinted(cell: RosterCell): Judged {
  return { ...cell, parts: [], status: "right", expected: cell.reading.number ?? 0, changes: [], byMark: false };
}

function isEmpty(reading: Reading): boolean {
  return reading.kind === "blank" && reading.formula === null;
}

/** The status of a cell; `otherwise` judges a number that is not the expected one. */
function statusOf(reading: Reading, expected: number, otherwise: (printed: number) => Status): Status {
  if (isEmpty(reading) && expected === 0) return "skip";
  if (reading.number === null) return "wrong";
  if (Math.abs(reading.number - expected) < 1e-9) return reading.textual ? "text" : "right";
  return otherwise(reading.number);
}

/** A formula that looks for the roster's usual tick counts less by what it passes over. */
function missesOdd(reading: Reading, counted: number, passed: number): boolean {
  return reading.formula !== null && reading.number !== null && passed > 0 && reading.number < counted - 1e-9 && reading.number >= counted - passed - 1e-9;
}

/** A formula counts marks that can't be read its own way (=COUNTIF(…)/3): anything between absent and present. */
function countsOpen(reading: Reading, counted: number, open: number): boolean {
  return reading.formula !== null && reading.number !== null && open > 0 && reading.number >= counted - 1e-9 && reading.number <= counted + open + 1e-9;
}

/** A mark that can't be read draws a finding of its own, and so do ticks before joining and after leaving. */
function saidElsewhere({ other }: Pick<Change, "other">): boolean {
  return other.kind === "mark" || other.kind === "outside";
}

/** What a part should be taken as: what it shows where that stands under some reading, else what it should show. */
function standing(part: Judged): number {
  const stands = part.status === "right" || part.status === "text" || part.status === "reading" || (part.status === "follows" && part.parts.length === 0 && !part.byMark);
  return stands ? (part.reading.number ?? part.expected) : part.expected;
}
