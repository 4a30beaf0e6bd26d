import { clean, sumHalves } from "../values/exact";
import { explainTotal, type Change } from "../evaluation/person";
import type { RosterEvaluation } from "../evaluation/types";
import { groupKey, groupName, personKey, personLabel } from "../meaning/roster-labels";
import { say, type Sentence } from "../messages";
import type { ColumnTotals, MonthTotals, Roster } from "../tables/roster/types";
import type { Reading } from "../tables/types";
import { findFlips, type Flip } from "./flips";

/**
 * Of a printed number of the roster: "right"; "wrong" by its own inputs; "reading": what another reading of the rules
 * gives; "follows": wrong only because of cells it adds up, or because of a mark or date that has a finding of its own;
 * "text": the right number, kept as text; "skip": nothing to compare.
 */
export type Status = "right" | "wrong" | "reading" | "follows" | "text" | "skip";

/** One printed number of a roster, with what it should be. */
export interface Judged {
  readonly kind: "person" | "ticks" | "month" | "sum";
  readonly reading: Reading;
  readonly label: Sentence;
  /** For the fingerprint. */
  readonly row: string;
  readonly column: string;
  readonly status: Status;
  /** What it should show, everything else being right. In halves. */
  readonly expected: number;
  /** The other readings that give the printed number. */
  readonly changes: readonly Change[];
  /** The printed numbers that it adds up. */
  readonly parts: readonly Judged[];
  /** For a person: the index in the roster. For a month's cells: the persons that it counts. */
  readonly persons: readonly number[];
  readonly month: number | null;
  /** Its formula shows something else only because it counts a mark that is blank, unreadable or wrong. */
  readonly byMark: boolean;
}

export interface RosterJudgement {
  readonly persons: readonly (Judged | null)[];
  readonly all: readonly Judged[];
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

/** The cells that are wrong only because this one is, nearest first. */
export function consequencesOf(cause: Judged, judgement: RosterJudgement): Judged[] {
  const comesFrom = (judged: Judged): boolean => judged.parts.some((part) => part === cause || (part.status === "follows" && comesFrom(part)));
  return judgement.all.filter((judged) => judged.status === "follows" && judged !== cause && comesFrom(judged));
}

/** The months' 有效人次 that follow the other reading of a person's subtotal. */
export function consequencesOfReading(cause: Judged, judgement: RosterJudgement): Judged[] {
  const months = new Set(cause.changes.map(({ month }) => month));
  return judgement.all.filter((judged) => judged.kind === "month" && judged.status === "follows" && !judged.byMark && judged.month !== null
    && months.has(judged.month) && judged.persons.includes(cause.persons[0]!) && judged.reading.number !== null && judged.reading.number > judged.expected === isMore(cause));
}

function isMore(judged: Judged): boolean {
  return (judged.reading.number ?? 0) > judged.expected;
}

/** The formula cells that show something else only because of the marks of a person's month, nearest first. */
export function consequencesOfMark(person: number, month: number, judgement: RosterJudgement): Judged[] {
  const roots = judgement.all.filter((judged) => judged.byMark && judged.persons.includes(person) && (judged.month === null || judged.month === month));
  const sums = roots.flatMap((root) => consequencesOf(root, judgement));
  return [...new Set([...roots, ...sums])];
}

class Judge {
  private readonly roster: Roster;
  private readonly all: Judged[] = [];
  /** By person and month: what counts, with the other readings that the person's printed subtotal follows. */
  private readonly adopted: number[][];
  private readonly flips: readonly Flip[];

  constructor(private readonly evaluated: RosterEvaluation) {
    this.roster = evaluated.roster;
    this.adopted = evaluated.people.map((person) => person.months.map((month) => month.value));
    this.flips = findFlips(evaluated, (i) => this.explain(i) === null);
  }

  /** By how much a person's months would count more if all marks that can't be read were ticks, in one month or in all. */
  private open(i: number, month: number | null = null): number {
    return openMonths(this.evaluated, i).filter((m) => month === null || m === month)
      .reduce((sum, m) => sum + this.evaluated.people[i]!.months[m]!.ifTicked - this.evaluated.people[i]!.months[m]!.value, 0);
  }

  /** What formulas that look for the roster's usual tick pass over: person-months, or ticks of a column. */
  private passedOver(persons: readonly number[], month: number | null, column: number | null = null): number {
    let sum = 0;
    for (const i of persons) {
      this.roster.months.forEach((_, m) => {
        if (month !== null && m !== month) return;
        const odd = oddTicks(this.roster, i, m);
        if (column === null) sum += odd.length > 0 ? this.evaluated.people[i]!.months[m]!.value : 0;
        else if (odd.includes(column)) sum++;
      });
    }
    return sum;
  }

  private missesOdd(reading: Reading, counted: number, passed: number): boolean {
    return reading.formula !== null && reading.number !== null && passed > 0 && reading.number < counted - 1e-9 && reading.number >= counted - passed - 1e-9;
  }

  /** A formula counts marks that can't be read its own way (=COUNTIF(…)/3): anything between absent and present. */
  private countsOpen(reading: Reading, counted: number, open: number): boolean {
    return reading.formula !== null && reading.number !== null && open > 0 && reading.number >= counted - 1e-9 && reading.number <= counted + open + 1e-9;
  }

  /** The other readings with which a person's months make the printed subtotal; null when none do. */
  private explain(i: number): Change[] | null {
    const printed = this.roster.persons[i]!.total?.number ?? null;
    if (printed === null) return null;
    const { months } = this.evaluated.people[i]!;
    const changes = explainTotal(months, printed);
    if (!changes?.some(({ other }) => other.kind === "weight")) return changes;
    // A mark that can't be read has a finding already: where it explains the number alone, that is enough.
    return explainTotal(months.map((month) => ({ ...month, others: month.others.filter(({ kind }) => saidElsewhere(kind)) })), printed) ?? changes;
  }

  run(): RosterJudgement {
    const persons = this.roster.persons.map((_, i) => this.person(i));
    const ticks: Judged[][][] = [];
    const months: (Judged[] | null)[] = [];
    const totals: { total: Judged | null; senior: Judged | null }[] = [];
    this.roster.groups.forEach((group, g) => {
      const who = groupName(group.group);
      const key = groupKey(this.roster, g);
      if (group.subtotal) {
        ticks.push(this.ticks(group.subtotal, who, key, group.persons));
        totals.push({
          total: this.total(group.subtotal, who, key, group.persons.map((i) => persons[i]!)),
          senior: this.senior(group.subtotal, who, key, group.persons)
        });
      }
      months.push(group.effective ? this.months(group.effective, who, key, group.persons) : null);
    });
    this.grand(persons, ticks, months, totals);
    return { persons, all: this.all, flips: this.flips };
  }

  private person(i: number): Judged | null {
    const reading = this.roster.persons[i]!.total;
    if (!reading) return null;
    const { total } = this.evaluated.people[i]!;
    const changes = this.explain(i);
    for (const { month, other } of changes ?? []) this.adopted[i]![month] = other.value;
    const open = this.open(i);
    const byMark = reading.formula !== null && reading.number !== total + open
      && (this.countsOpen(reading, total, open) || this.missesOdd(reading, total, this.passedOver([i], null)));
    const status: Status = reading.kind === "blank" && reading.formula === null && total === 0 ? "skip"
      : byMark ? "follows"
      : changes === null ? "wrong"
      : changes.length > 0 ? (changes.every(({ other }) => saidElsewhere(other.kind)) ? "follows" : "reading")
      : reading.textual ? "text" : "right";
    return this.add({
      kind: "person", reading, label: say("label-person-total", { person: personLabel(this.roster, i) }), row: personKey(this.roster, i), column: "total",
      status, expected: byMark ? total + open : total, changes: changes ?? [], parts: [], persons: [i], month: null, byMark
    });
  }

  private ticks(row: ColumnTotals, who: Sentence, key: string, persons: readonly number[]): Judged[][] {
    return this.roster.months.map((month, m) => month.columns.map((column, j) => {
      const kinds = persons.map((i) => this.roster.persons[i]!.marks[m]![j]!.kind);
      const expected = kinds.filter((kind) => kind === "present").length;
      const unclear = kinds.filter((kind) => kind === "blank" || kind === "unknown").length;
      const reading = row.ticks[m]![j]!;
      const byMark = this.missesOdd(reading, expected, this.passedOver(persons, m, j));
      return this.add({
        ...this.cell(reading, expected, (printed) => (printed > expected && printed <= expected + unclear ? "follows" : "wrong")),
        ...(byMark ? { status: "follows" as const } : {}), byMark,
        kind: "ticks", label: say("label-ticks", { who, month: month.label, mark: say(`mark-${column.kind}`) }), row: key,
        column: `ticks:${month.key}:${column.kind === "other" ? j : column.kind}`, parts: [], persons, month: m
      });
    }));
  }

  private months(row: MonthTotals, who: Sentence, key: string, persons: readonly number[]): Judged[] {
    const judged = this.roster.months.map((month, m) => {
      const reading = row.months[m]!;
      const counted = persons.map((i) => this.evaluated.people[i]!.months[m]!);
      const expected = sumHalves(counted.map((one) => one.value));
      const adopted = sumHalves(persons.map((i) => this.adopted[i]![m]!));
      const changes = this.monthReadings(reading, persons, m);
      const open = sumHalves(persons.map((i) => this.open(i, m)));
      const byMark = reading.formula !== null && reading.number !== expected + open
        && (this.countsOpen(reading, expected, open) || this.missesOdd(reading, expected, this.passedOver(persons, m)));
      return this.add({
        ...this.cell(reading, expected, (printed) =>
          printed === adopted ? "follows" : changes.length === 0 ? "wrong" : changes.every(({ other }) => saidElsewhere(other.kind)) ? "follows" : "reading"),
        ...(byMark ? { status: "follows" as const, expected: expected + open } : {}), byMark,
        changes, kind: "month", label: say("label-month-total", { who, month: month.label }), row: key, column: `month:${month.key}`, parts: [], persons, month: m
      });
    });
    this.monthSum(row, who, key, judged);
    return judged;
  }

  /**
   * The other readings that give a month's printed number. Where the persons' subtotals are printed they have said
   * which reading the sheet follows: only marks that draw findings of their own can still explain the month.
   */
  private monthReadings(reading: Reading, persons: readonly number[], month: number): Change[] {
    if (reading.number === null) return [];
    const open = persons.map((i) => {
      const counted = this.evaluated.people[i]!.months[month]!;
      return this.roster.columns.total === null ? counted : { ...counted, others: counted.others.filter(({ kind }) => saidElsewhere(kind)) };
    });
    return (explainTotal(open, reading.number) ?? []).map((change) => ({ ...change, month: persons[change.month]! }));
  }

  private monthSum(row: MonthTotals, who: Sentence, key: string, months: readonly Judged[]): void {
    if (row.total) this.sum(row.total, say("label-month-sum", { who }), key, "months", months);
  }

  private total(row: ColumnTotals, who: Sentence, key: string, parts: readonly (Judged | null)[]): Judged | null {
    return row.total && this.sum(row.total, say("label-sum", { who, what: say("column-total") }), key, "total", parts.filter((part) => part !== null));
  }

  private senior(row: ColumnTotals, who: Sentence, key: string, persons: readonly number[]): Judged | null {
    if (!row.senior) return null;
    const parts = persons.map((i) => this.roster.persons[i]!.senior).filter((reading) => reading !== null).map((reading): Judged => ({
      // What a person's senior months are nobody can compute; they are taken as printed.
      kind: "person", reading, label: say("label-person-senior", { person: say("group-all") }), row: key, column: "senior",
      status: "right", expected: reading.number ?? 0, changes: [], parts: [], persons: [], month: null, byMark: false
    }));
    // A person's number beyond its bound has a finding of its own; the sum may hold any number within the bound.
    const bounds = persons.map((i) => ({ printed: this.roster.persons[i]!.senior?.number ?? 0, bound: seniorBound(this.evaluated, i) })).filter(({ printed, bound }) => printed < 0 || printed > bound);
    return this.sum(row.senior, say("label-sum", { who, what: say("column-senior") }), key, "senior", parts, {
      from: -sumHalves(bounds.map(({ printed }) => printed)), to: sumHalves(bounds.map(({ printed, bound }) => bound - printed))
    });
  }

  private sum(reading: Reading, label: Sentence, row: string, column: string, parts: readonly Judged[], slack = { from: 0, to: 0 }): Judged {
    const expected = sumHalves(parts.map((part) => standing(part)));
    const byRules = sumHalves(parts.map((part) => part.expected));
    // SUM passes over numbers that are kept as text; a hand-made sum does not.
    const printedSums = [parts, parts.filter((part) => !part.reading.textual)].map((some) => clean(some.reduce((sum, part) => sum + (part.reading.number ?? 0), 0)));
    return this.add({
      ...this.cell(reading, expected, (printed) =>
        printedSums.some((sum) => Math.abs(sum - printed) < 1e-6) || printed === byRules || (printed >= expected + slack.from && printed <= expected + slack.to) ? "follows" : "wrong"),
      kind: "sum", label, row, column, parts, persons: [], month: null, byMark: false
    });
  }

  private grand(
    persons: readonly (Judged | null)[], ticks: readonly (readonly Judged[][])[], months: readonly (Judged[] | null)[],
    totals: readonly { total: Judged | null; senior: Judged | null }[]
  ): void {
    const { grandTotal, grandEffective, groups } = this.roster;
    const who = say("group-all");
    const everyone = this.roster.persons.map((_, i) => i);
    const summed = totals.length === groups.length;
    if (grandTotal) {
      if (summed) {
        this.roster.months.forEach((month, m) => month.columns.forEach((column, j) => {
          const label = say("label-ticks", { who, month: month.label, mark: say(`mark-${column.kind}`) });
          this.sum(grandTotal.ticks[m]![j]!, label, "all", `ticks:${month.key}:${column.kind === "other" ? j : column.kind}`, ticks.map((group) => group[m]![j]!));
        }));
        this.total(grandTotal, who, "all", totals.map((group) => group.total));
        const seniors = totals.map((group) => group.senior).filter((judged) => judged !== null);
        if (grandTotal.senior && seniors.length > 0) this.sum(grandTotal.senior, say("label-sum", { who, what: say("column-senior") }), "all", "senior", seniors);
      } else {
        this.ticks(grandTotal, who, "all", everyone);
        this.total(grandTotal, who, "all", persons);
        this.senior(grandTotal, who, "all", everyone);
      }
    }
    if (!grandEffective) return;
    if (!months.every((group) => group !== null)) {
      this.months(grandEffective, who, "all", everyone);
      return;
    }
    const judged = this.roster.months.map((month, m) =>
      this.sum(grandEffective.months[m]!, say("label-month-total", { who, month: month.label }), "all", `month:${month.key}`, months.map((group) => group[m]!)));
    this.monthSum(grandEffective, who, "all", judged);
  }

  /** Status and expectation of a cell; `otherwise` judges a number that is not the expected one. */
  private cell(reading: Reading, expected: number, otherwise: (printed: number) => Status): Pick<Judged, "reading" | "expected" | "status" | "changes"> {
    const printed = reading.number;
    const status: Status = reading.kind === "blank" && reading.formula === null && expected === 0 ? "skip"
      : printed === null ? "wrong"
      : Math.abs(printed - expected) < 1e-9 ? (reading.textual ? "text" : "right")
      : otherwise(printed);
    return { reading, expected, status, changes: [] };
  }

  private add(judged: Judged): Judged {
    this.all.push(judged);
    return judged;
  }
}

/** The columns of a person's month whose tick is another sign than the roster's usual one (✔ among √). */
export function oddTicks(roster: Roster, person: number, month: number): number[] {
  return roster.persons[person]!.marks[month]!.flatMap((mark, j) => (mark.kind === "present" && mark.text !== String(roster.presentMark) ? [j] : []));
}

/** The months of a person that a mark which can't be read decides. */
function openMonths({ people }: RosterEvaluation, person: number): number[] {
  return people[person]!.months.flatMap((month, m) => (month.others.some(({ kind }) => kind === "mark") ? [m] : []));
}

/** Up to which the two-year subtotal of a person may go: 到岗小计 as printed or, where that is wrong, as counted, with marks that can't be read taken as ticks. */
export function seniorBound(evaluated: RosterEvaluation, person: number): number {
  const { roster, people } = evaluated;
  const { months, total } = people[person]!;
  const open = openMonths(evaluated, person).reduce((sum, m) => sum + months[m]!.ifTicked - months[m]!.value, 0);
  return Math.max(roster.persons[person]!.total?.number ?? 0, total + open);
}

/** A mark that can't be read draws a finding of its own. */
function saidElsewhere(kind: Change["other"]["kind"]): boolean {
  return kind === "mark";
}

/** What a part should be taken as: what it shows where that stands under some reading, else what it should show. */
function standing(part: Judged): number {
  const stands = part.status === "right" || part.status === "text" || part.status === "reading" || (part.status === "follows" && part.parts.length === 0 && !part.byMark);
  return stands ? (part.reading.number ?? part.expected) : part.expected;
}
