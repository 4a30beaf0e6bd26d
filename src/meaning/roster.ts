import { explainTotal } from "../evaluation/explain";
import { evaluateRoster } from "../evaluation/roster";
import { sumHalves } from "../values/exact";
import type { PersonMonth, RosterEvaluation } from "../evaluation/types";
import { say } from "../messages";
import type { Settings } from "../settings/types";
import { countedValue, isPresentMark, usualMarks } from "../tables/roster/marks";
import type { Mark, Roster } from "../tables/roster/types";
import { Kept, sameCell, type CellAddress } from "../workbook";
import { numbersAt } from "./numbers-at";
import { rosterCells, type RosterCell } from "./roster-cells";
import type { Meaning, MeaningSet, Read, Variable } from "./types";

/**
 * What the cells of a roster must hold, as functions of the cells above them. The three marks of a person's month are
 * set and cleared as one; months that count a half, are settled by 备注 or could be read otherwise are held as they are,
 * so that a formula which takes off that half is not called wrong.
 */
export function rosterMeanings(roster: Roster, settings: Settings, evaluated: RosterEvaluation = evaluateRoster(roster, [], settings)): MeaningSet {
  return kept.of(evaluated, [roster], () => meaningsOf(roster, evaluated));
}

const kept = new Kept<RosterEvaluation, MeaningSet>();

function meaningsOf(roster: Roster, evaluated: RosterEvaluation): MeaningSet {
  const free = evaluated.people.map((person, i) => person.months.map((month, m) => isFree(roster, i, m, month, evaluated.weights[m]!)));
  const holds = new Holds(roster, evaluated, free);
  const meanings = rosterCells(roster).all.flatMap((cell) => holds.meaningOf(cell));
  return { meanings: [...meanings, ...retentionMeaning(evaluated)], variables: variables(roster, free) };
}

/** A month whose marks may be changed: it counts exactly what its marks show, under every reading. */
function isFree(roster: Roster, person: number, month: number, counted: PersonMonth, weight: number): boolean {
  const marks = roster.persons[person]!.marks[month]!;
  const uniform = marks.every((mark) => mark.kind === "present") || marks.every((mark) => mark.kind === "absent");
  return uniform && weight === 1 && !counted.settled && counted.others.length === 0 && counted.value === (counted.ticked ? 1 : 0)
    && marks.every((mark) => mark.formula === null);
}

function variables(roster: Roster, free: readonly (readonly boolean[])[]): Variable[] {
  const list: Variable[] = [];
  roster.persons.forEach((person, i) => {
    person.marks.forEach((marks, m) => {
      if (!free[i]![m]) return;
      const usual = marks.map((_, j) => usualMarks(roster, m, j));
      list.push({ cells: marks.map((mark) => mark.at), choices: [usual.map(({ present }) => present), usual.map(({ absent }) => (absent === "" ? null : absent))] });
    });
    // Typed subtotals have a meaning of their own or, where that is uncertain, may hold any number as far as sums go.
    for (const reading of [person.senior, person.total, ...person.parts]) {
      if (reading?.kind === "number" && !reading.textual && reading.formula === null) list.push({ cells: [reading.at], choices: "count" });
    }
  });
  return list;
}

/** What each of a roster's printed numbers must hold. */
class Holds {
  constructor(private readonly roster: Roster, private readonly evaluated: RosterEvaluation, private readonly free: readonly (readonly boolean[])[]) {}

  /** Nothing where the cell is one of those that it would be computed from. */
  meaningOf(cell: RosterCell): Meaning[] {
    const { reading, role, label, row, column } = cell;
    const inputs = cell.kind === "sum" ? cell.parts.map((part) => part.reading.at) : this.marksOf(cell);
    if (role === null || inputs.some((input) => sameCell(input, reading.at))) return [];
    return [{ at: reading.at, table: "roster", role, label, row, column, inputs, compute: this.computeOf(cell, inputs), decimals: null, constantsAllowed: false }];
  }

  private marksOf({ persons, month, mark, months }: RosterCell): CellAddress[] {
    return persons.flatMap((i) => {
      const { marks } = this.roster.persons[i]!;
      const own = months !== null ? months.flatMap((m) => marks[m]!) : month === null ? marks.flat() : mark === null ? marks[month]! : [marks[month]![mark]!];
      return own.map(({ at }) => at);
    });
  }

  private computeOf(cell: RosterCell, inputs: readonly CellAddress[]): Meaning["compute"] {
    if (cell.kind === "sum") return (read) => addUp(inputs, read);
    if (cell.kind === "ticks") {
      const { present } = cell.month === null || cell.mark === null ? { present: this.roster.presentMark } : usualMarks(this.roster, cell.month, cell.mark);
      return (read) => sumHalves(inputs.map((at) => countedValue(this.roster, read(at), present)));
    }
    if (this.isUncertain(cell)) return () => undefined;
    const months = cell.months ?? (cell.month === null ? this.roster.months.map((_, m) => m) : [cell.month]);
    return (read) => {
      const values = cell.persons.flatMap((i) => months.map((m) => this.monthValue(i, m, read)));
      return values.some((value) => value === undefined) ? undefined : sumHalves(values as number[]);
    };
  }

  /** Marks that can't be read, or a printed number that another reading of the rules gives: nothing is certain. */
  private isUncertain({ reading, persons, month, months }: RosterCell): boolean {
    if (persons.some((i) => this.unreadable(i))) return true;
    if (reading.number === null) return false;
    const counted = persons.flatMap((i) => {
      const all = this.evaluated.people[i]!.months;
      return months !== null ? months.map((m) => all[m]!) : month === null ? all : [all[month]!];
    });
    return (explainTotal(counted, reading.number)?.length ?? 0) > 0;
  }

  private monthValue(person: number, month: number, read: Read): number | undefined {
    const { value } = this.evaluated.people[person]!.months[month]!;
    const computed = this.roster.persons[person]!.marks[month]!.filter(({ formula }) => formula !== null);
    if (computed.length > 0) return followed(computed, value, read);
    if (!this.free[person]![month]) return value;
    return this.roster.persons[person]!.marks[month]!.every((mark, j) => isPresentMark(read(mark.at), usualMarks(this.roster, month, j).present)) ? 1 : 0;
  }

  private unreadable(person: number): boolean {
    return this.roster.persons[person]!.marks.some((marks) => marks.some((mark) => mark.kind === "blank" || mark.kind === "unknown"));
  }
}

/** What a month counts whose marks are computed elsewhere: what it counts now while they are what they are now, then what they say themselves if that is what it counts now. */
function followed(marks: readonly Mark[], value: number, read: Read): number | undefined {
  const now = marks.map(({ share }) => share);
  const then = marks.map(({ at }) => read(at));
  if (then.every((mark, j) => mark === now[j])) return value;
  const isNumber = (mark: unknown): mark is number => typeof mark === "number";
  return now.every(isNumber) && then.every(isNumber) && Math.min(...now) === value ? Math.min(...then) : undefined;
}

/** 稳岗率 is filled in by hand (=14/20); a formula that counts persons in some way of its own is not judged. */
function retentionMeaning({ roster: { retention }, retention: counted }: RosterEvaluation): Meaning[] {
  if (!retention) return [];
  const byHand = retention.formula === null || /^=[\d\s.()/*+%-]+$/.test(retention.formula);
  return [{
    at: retention.at, table: "roster", role: "retention", label: say("label-retention"), row: "all", column: "retention", inputs: [],
    compute: () => (byHand ? counted.rate : undefined), decimals: 4, constantsAllowed: true
  }];
}

/** A sum is exact in Excel's 15 digits. */
function addUp(cells: readonly CellAddress[], read: Read): number | undefined {
  const numbers = numbersAt(cells, read);
  return numbers && Number(numbers.reduce((sum, number) => sum + number, 0).toPrecision(15));
}
