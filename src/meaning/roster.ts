import { explainTotal } from "../evaluation/person";
import { evaluateRoster } from "../evaluation/roster";
import { sumHalves } from "../values/exact";
import type { PersonMonth, RosterEvaluation } from "../evaluation/types";
import { say, type Sentence } from "../messages";
import type { Settings } from "../settings/types";
import { isPresentMark } from "../tables/roster/marks";
import type { ColumnTotals, MonthTotals, Roster } from "../tables/roster/types";
import type { Reading } from "../tables/types";
import { sameCell, type CellAddress, type Scalar } from "../workbook";
import { numeric } from "../values/numbers";
import { groupKey, groupName, personKey, personLabel } from "./roster-labels";
import type { Meaning, MeaningRole, MeaningSet, Read, Variable } from "./types";

/**
 * What the cells of a roster must hold, as functions of the cells above them. The three marks of a person's month are
 * set and cleared as one; months that count a half, are settled by 备注 or could be read otherwise are held as they are,
 * so that a formula which takes off that half is not called wrong.
 */
export function rosterMeanings(roster: Roster, settings: Settings, evaluated: RosterEvaluation = evaluateRoster(roster, [], settings)): MeaningSet {
  const free = evaluated.people.map((person, i) => person.months.map((month, m) => isFree(roster, i, m, month, evaluated.weights[m]!)));
  const builder = new Builder(roster, evaluated, free);
  builder.persons();
  roster.groups.forEach((_, group) => builder.group(group));
  builder.grand();
  builder.retention();
  return { meanings: builder.meanings, variables: variables(roster, free) };
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
      const all = (value: Scalar): Scalar[] => marks.map(() => value);
      list.push({ cells: marks.map((mark) => mark.at), choices: [all(roster.presentMark), all(roster.absentMark)] });
    });
    // Typed subtotals have a meaning of their own or, where that is uncertain, may hold any number as far as sums go.
    for (const reading of [person.senior, person.total]) {
      if (reading?.kind === "number" && !reading.textual && reading.formula === null) list.push({ cells: [reading.at], choices: "count" });
    }
  });
  return list;
}

class Builder {
  readonly meanings: Meaning[] = [];

  constructor(private readonly roster: Roster, private readonly evaluated: RosterEvaluation, private readonly free: readonly (readonly boolean[])[]) {}

  persons(): void {
    this.roster.persons.forEach((person, i) => {
      if (!person.total) return;
      const { months, printed } = this.evaluated.people[i]!;
      const readings = printed === null ? [] : explainTotal(months, printed);
      const uncertain = (readings !== null && readings.length > 0) || this.unreadable(i);
      this.add(person.total, "person-total", say("label-person-total", { person: personLabel(this.roster, i) }), personKey(this.roster, i), "total",
        person.marks.flat().map((mark) => mark.at),
        (read) => (uncertain ? undefined : sumHalves(months.map((_, m) => this.monthValue(i, m, read)))));
    });
  }

  group(group: number): void {
    const { persons, subtotal, effective, group: kind } = this.roster.groups[group]!;
    const key = groupKey(this.roster, group);
    const name = groupName(kind);
    if (subtotal) {
      this.ticks(subtotal, name, key, (m, j) => {
        const marks = persons.map((i) => this.roster.persons[i]!.marks[m]![j]!.at);
        return [marks, (read) => marks.filter((at) => isPresentMark(read(at), this.roster.presentMark)).length];
      });
      this.sum(subtotal.total, "column-sum", say("label-sum", { who: name, what: say("column-total") }), key, "total", persons.map((i) => this.roster.persons[i]!.total));
      this.sum(subtotal.senior, "column-sum", say("label-sum", { who: name, what: say("column-senior") }), key, "senior", persons.map((i) => this.roster.persons[i]!.senior));
    }
    if (effective) {
      this.roster.months.forEach((month, m) => {
        const marks = persons.flatMap((i) => this.roster.persons[i]!.marks[m]!.map((mark) => mark.at));
        const uncertain = persons.some((i) => this.unreadable(i)) || this.readOtherwise(effective.months[m]!, persons, m);
        this.add(effective.months[m]!, "month-total", say("label-month-total", { who: name, month: month.label }), key, `month:${month.key}`, marks,
          (read) => (uncertain ? undefined : sumHalves(persons.map((i) => this.monthValue(i, m, read)))));
      });
      this.sum(effective.total, "column-sum", say("label-month-sum", { who: name }), key, "months", effective.months);
    }
  }

  grand(): void {
    const { grandTotal, grandEffective, groups } = this.roster;
    const all = say("group-all");
    const parts = <T>(pick: (group: Roster["groups"][number]) => T | null): T[] | null => {
      const found = groups.map(pick);
      return found.every((part) => part !== null) ? found : null;
    };
    if (grandTotal) {
      const subtotals = parts((group) => group.subtotal);
      this.ticks(grandTotal, all, "all", (m, j) => {
        const cells = subtotals ? subtotals.map((row) => row.ticks[m]![j]!.at) : this.roster.persons.map((person) => person.marks[m]![j]!.at);
        return [cells, subtotals ? (read) => addUp(cells, read) : (read) => cells.filter((at) => isPresentMark(read(at), this.roster.presentMark)).length];
      });
      for (const column of ["total", "senior"] as const) {
        const cells = subtotals ? subtotals.map((row) => row[column]) : this.roster.persons.map((person) => person[column]);
        this.sum(grandTotal[column], "grand-total", say("label-sum", { who: all, what: say(`column-${column}`) }), "all", column, cells);
      }
    }
    if (grandEffective) this.grandMonths(grandEffective, parts((group) => group.effective), all);
  }

  private grandMonths(row: MonthTotals, parts: readonly MonthTotals[] | null, all: Sentence): void {
    this.roster.months.forEach((month, m) => {
      const label = say("label-month-total", { who: all, month: month.label });
      if (parts) return this.sum(row.months[m]!, "month-total", label, "all", `month:${month.key}`, parts.map((part) => part.months[m]!));
      const everyone = this.roster.persons.map((_, i) => i);
      const uncertain = everyone.some((i) => this.unreadable(i)) || this.readOtherwise(row.months[m]!, everyone, m);
      this.add(row.months[m]!, "month-total", label, "all", `month:${month.key}`, this.roster.persons.flatMap((person) => person.marks[m]!.map((mark) => mark.at)),
        (read) => (uncertain ? undefined : sumHalves(everyone.map((i) => this.monthValue(i, m, read)))));
    });
    this.sum(row.total, "grand-total", say("label-month-sum", { who: all }), "all", "months", row.months);
  }

  /** 稳岗率 is filled in by hand (=14/20); a formula that counts persons in some way of its own is not judged. */
  retention(): void {
    const { retention } = this.roster;
    if (!retention) return;
    const byHand = retention.formula === null || /^=[\d\s.()/*+%-]+$/.test(retention.formula);
    this.meanings.push({
      at: retention.at, table: "roster", role: "retention", label: say("label-retention"), row: "all", column: "retention", inputs: [],
      compute: () => (byHand ? this.evaluated.retention.rate : undefined), decimals: 4, constantsAllowed: true
    });
  }

  private ticks(row: ColumnTotals, who: Sentence, key: string, cellsOf: (month: number, mark: number) => [readonly CellAddress[], (read: Read) => number | undefined]): void {
    this.roster.months.forEach((month, m) => {
      month.columns.forEach((column, j) => {
        const [cells, compute] = cellsOf(m, j);
        const label = say("label-ticks", { who, month: month.label, mark: say(`mark-${column.kind}`) });
        this.add(row.ticks[m]![j]!, "tick-count", label, key, `ticks:${month.key}:${column.kind === "other" ? j : column.kind}`, cells, compute);
      });
    });
  }

  private sum(reading: Reading | null, role: MeaningRole, label: Sentence, row: string, column: string, parts: readonly (Reading | null)[]): void {
    const cells = parts.filter((part) => part !== null).map((part) => part.at);
    if (reading && cells.length > 0) this.add(reading, role, label, row, column, cells, (read) => addUp(cells, read));
  }

  private add(reading: Reading, role: MeaningRole, label: Sentence, row: string, column: string, inputs: readonly CellAddress[], compute: Meaning["compute"]): void {
    if (inputs.some((input) => sameCell(input, reading.at))) return;
    this.meanings.push({ at: reading.at, table: "roster", role, label, row, column, inputs, compute, decimals: null, constantsAllowed: false });
  }

  private monthValue(person: number, month: number, read: Read): number {
    if (!this.free[person]![month]) return this.evaluated.people[person]!.months[month]!.value;
    return this.roster.persons[person]!.marks[month]!.every((mark) => isPresentMark(read(mark.at), this.roster.presentMark)) ? 1 : 0;
  }

  private unreadable(person: number): boolean {
    return this.roster.persons[person]!.marks.some((marks) => marks.some((mark) => mark.kind === "blank" || mark.kind === "unknown"));
  }

  /** The printed number of a month is what another reading of the rules gives. */
  private readOtherwise(reading: Reading, persons: readonly number[], month: number): boolean {
    if (reading.number === null) return false;
    const changes = explainTotal(persons.map((i) => this.evaluated.people[i]!.months[month]!), reading.number);
    return changes !== null && changes.length > 0;
  }
}

/** The sum of cells as SUM takes it; undefined where one holds a text. */
function addUp(cells: readonly CellAddress[], read: Read): number | undefined {
  const numbers: number[] = [];
  for (const at of cells) {
    const value = numeric(read(at));
    if (value === undefined || value === "/") return undefined;
    numbers.push(value ?? 0);
  }
  return Number(numbers.reduce((sum, number) => sum + number, 0).toPrecision(15));
}
