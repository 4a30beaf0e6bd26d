import { say, type Sentence } from "../messages";
import type { ColumnTotals, MonthTotals, Roster, Vacancy } from "../tables/roster/types";
import type { Reading } from "../tables/types";
import { readsOwnMarks } from "../tables/roster/cells";
import { addsCounted, addsOwn } from "../tables/roster/counted";
import { addsParts } from "../tables/roster/part-totals";
import { groupKey, groupName, personKey, personLabel } from "./roster-labels";
import type { MeaningRole } from "./types";

/** A printed number of a roster: what it is, where it stands, and what it comes from. */
export interface RosterCell {
  /** "person": a person's own number; "part": of some of the months; "vacant": of a post that nobody holds; "ticks", "month": counted over the marks of persons; "sum": out of other printed numbers. */
  readonly kind: "person" | "part" | "vacant" | "ticks" | "month" | "sum";
  /** null: no marks give it (a person's 2年以上 subtotal is taken as printed, a vacancy counts nothing). */
  readonly role: MeaningRole | null;
  readonly reading: Reading;
  readonly label: Sentence;
  /** For the fingerprint. */
  readonly row: string;
  readonly column: string;
  /** The printed numbers that a sum adds up. */
  readonly parts: readonly RosterCell[];
  /** The persons whose marks it comes from, by their index in the roster; none for a sum. */
  readonly persons: readonly number[];
  /** The month whose marks it counts; null where it counts all months or adds up. */
  readonly month: number | null;
  /** Of a tick count: which of the month's columns. */
  readonly mark: number | null;
  /** The months that a person's number counts; null where it counts all. */
  readonly months: readonly number[] | null;
}

/** The numbers that a roster prints. */
export interface RosterCells {
  /** By person; null where the roster has no 到岗小计. */
  readonly persons: readonly (RosterCell | null)[];
  /** Every number that marks or other numbers give, parts before their sums. */
  readonly all: readonly RosterCell[];
}

/** Who is summed up by a bottom row, in words and in the fingerprint. */
interface Owner {
  readonly name: Sentence;
  readonly key: string;
  readonly persons: readonly number[];
  /** The numbers of the vacancies among them. */
  readonly vacant: VacantCells;
}

interface VacantCells {
  readonly total: readonly RosterCell[];
  readonly senior: readonly RosterCell[];
}

/** The cells of one bottom row, as far as the rows above add them up again. */
interface ColumnCells {
  readonly ticks: readonly (readonly RosterCell[])[];
  readonly parts: readonly (RosterCell | null)[];
  readonly total: RosterCell | null;
  readonly senior: RosterCell | null;
}

/** The cells of a row of months. */
interface MonthCells {
  readonly months: readonly RosterCell[];
  readonly parts: readonly (RosterCell | null)[];
  readonly total: RosterCell | null;
  readonly senior: RosterCell | null;
}

/** Everything that a roster prints beside its marks, group by group, then over all. The 稳岗率 stands by itself. */
export function rosterCells(roster: Roster): RosterCells {
  const list = new CellList(roster);
  const persons = roster.persons.map((_, i) => list.person(i));
  const vacancies = roster.vacancies.map((vacancy) => ({ ...list.vacant(vacancy), group: groupAround(roster, vacancy) }));
  const vacantIn = (group: number | null): VacantCells => {
    const own = vacancies.filter((vacancy) => group === null || vacancy.group === group);
    return { total: own.flatMap(({ total }) => total ?? []), senior: own.flatMap(({ senior }) => senior ?? []) };
  };
  const columns: ColumnCells[] = [];
  const months: MonthCells[] = [];
  roster.groups.forEach((group, g) => {
    const owner = { name: groupName(group.group), key: groupKey(roster, g), persons: group.persons, vacant: vacantIn(g) };
    if (group.subtotal) columns.push(list.columns(group.subtotal, owner, persons, "column-sum"));
    if (group.effective) months.push(list.months(group.effective, owner, persons, "column-sum"));
  });
  const everyone = { name: say("group-all"), key: "all", persons: roster.persons.map((_, i) => i), vacant: vacantIn(null) };
  const { grandTotal, grandEffective, groups } = roster;
  // Where every group has its own row the last one adds those up, else it counts the persons itself.
  if (grandTotal && columns.length === groups.length) list.sumsOfColumns(grandTotal, everyone, columns);
  else if (grandTotal) list.columns(grandTotal, everyone, persons, "grand-total");
  if (grandEffective && months.length === groups.length) list.sumsOfMonths(grandEffective, everyone, persons, months);
  else if (grandEffective) list.months(grandEffective, everyone, persons, "grand-total");
  return { persons, all: list.all };
}

type Origin = Pick<RosterCell, "kind" | "role"> & Partial<Pick<RosterCell, "parts" | "persons" | "month" | "mark" | "months">>;

class CellList {
  readonly all: RosterCell[] = [];
  /** By person: what the months print beside their marks. */
  private readonly counted: RosterCell[][] = [];
  /** By person: the subtotals of parts of the months. */
  private readonly parts: RosterCell[][] = [];

  constructor(private readonly roster: Roster) {}

  person(i: number): RosterCell | null {
    const { total, counted } = this.roster.persons[i]!;
    const [person, key] = [personLabel(this.roster, i), personKey(this.roster, i)];
    const months = counted.map((reading, m) =>
      this.add(reading, say("label-month-total", { who: person, month: this.roster.months[m]!.label }), key, this.monthColumn(m), { kind: "month", role: "month-total", persons: [i], month: m }));
    this.counted.push(months);
    const parts = this.roster.persons[i]!.parts.map((reading, p) => {
      const { label, months: of } = this.roster.partTotals[p]!;
      return this.add(reading, say("label-person-part", { person, label }), key, `part:${p}`, { kind: "part", role: "person-total", persons: [i], months: of });
    });
    this.parts.push(parts);
    if (!total) return null;
    const added = addsCounted(this.roster.persons[i]!) ? months : addsParts(this.roster.persons[i]!) ? parts : null;
    const origin: Origin = added ? { kind: "sum", role: "person-total", persons: [i], parts: added } : { kind: "person", role: "person-total", persons: [i] };
    return this.add(total, say("label-person-total", { person }), key, "total", origin);
  }

  vacant({ row, no, total, senior }: Vacancy): { total: RosterCell | null; senior: RosterCell | null } {
    const person = no === null ? say("label-person-row", { row }) : say("label-person", { no, row });
    const cell = (reading: Reading | null, column: "total" | "senior"): RosterCell | null =>
      reading && this.add(reading, say(`label-person-${column}`, { person }), `vacant:${no ?? row}`, column, { kind: "vacant", role: null });
    return { total: cell(total, "total"), senior: cell(senior, "senior") };
  }

  /** A row that counts ticks and adds up the persons' subtotals. */
  columns(row: ColumnTotals, owner: Owner, persons: readonly (RosterCell | null)[], role: "column-sum" | "grand-total"): ColumnCells {
    const ticks = row.ticks.map((month, m) => month.map((reading, j) =>
      this.add(reading, this.ticksLabel(owner, m, j), owner.key, this.ticksColumn(m, j), { kind: "ticks", role: "tick-count", persons: owner.persons, month: m, mark: j })));
    const parts = this.partSums(row, owner, role, ticks);
    return {
      ticks, parts,
      total: this.sum(row.total, sumLabel(owner, "total"), owner, "total", role, addedParts(row.total, parts) ?? (this.addsOwnRow(row) ? ticks.flat() : [...owner.persons.map((i) => persons[i]!), ...owner.vacant.total])),
      senior: this.sum(row.senior, sumLabel(owner, "senior"), owner, "senior", role, this.seniors(owner))
    };
  }

  /**
   * The sums under the subtotals of parts of the months: of the persons' or of the groups' own or, where the formula says so, of what the row itself holds
   * for those months. `along`: the row's cells by month.
   */
  private partSums({ parts }: Pick<ColumnTotals, "parts">, owner: Owner, role: MeaningRole, along: readonly (readonly RosterCell[])[], groups?: readonly Pick<ColumnCells, "parts">[]): (RosterCell | null)[] {
    return parts.map((reading, p) => {
      const printed = groups?.map((group) => group.parts[p] ?? null);
      const row = this.roster.partTotals[p]!.months.flatMap((m) => along[m] ?? []);
      const own = addsOwn(reading, row.map((cell) => cell.reading)) ? row : printed?.every((part) => part !== null) ? printed : owner.persons.map((i) => this.parts[i]![p]!);
      return this.sum(reading, say("label-part-sum", { who: owner.name, label: this.roster.partTotals[p]!.label }), owner, `part:${p}`, role, own);
    });
  }

  /** Where each mark counts by itself a row of counts comes to the same along the row as down the column; a formula says which it adds. */
  private addsOwnRow({ row, total }: ColumnTotals): boolean {
    const single = this.roster.months.every(({ columns }) => columns.length === 1 || columns.every(({ kind }) => kind === "part"));
    const marks = new Set(this.roster.months.flatMap(({ columns }) => columns.map(({ column }) => column)));
    return single && total !== null && total.formula !== null && readsOwnMarks(total.formula, row, marks);
  }

  /** What persons print of their 2年以上, which nobody can compute. */
  private seniors(owner: Owner): RosterCell[] {
    return [...owner.vacant.senior, ...owner.persons.flatMap((i) => {
      const { senior } = this.roster.persons[i]!;
      return senior ? [cellOf(senior, say("label-person-senior", { person: say("group-all") }), owner.key, "senior", { kind: "person", role: null, persons: [i] })] : [];
    })];
  }

  /** A row of the months' 有效人次. */
  months(row: MonthTotals, owner: Owner, persons: readonly (RosterCell | null)[], role: "column-sum" | "grand-total"): MonthCells {
    const months = this.countedSums(row, owner) ?? row.months.map((reading, m) =>
      this.add(reading, this.monthLabel(owner, m), owner.key, this.monthColumn(m), { kind: "month", role: "month-total", persons: owner.persons, month: m }));
    const own = [...owner.persons.map((i) => persons[i]!), ...owner.vacant.total];
    const parts = this.partSums(row, owner, role, months.map((cell) => [cell]));
    return { months, parts, total: this.monthSum(row, owner, role, addedParts(row.total, parts) ?? months, own), senior: this.sum(row.senior, sumLabel(owner, "senior"), owner, "senior", role, this.seniors(owner)) };
  }

  /** Where the months print what they count of each person, a row of months adds those up; null where they do not. */
  private countedSums(row: MonthTotals, owner: Owner): RosterCell[] | null {
    if (owner.persons.some((i) => this.counted[i]!.length === 0)) return null;
    return row.months.flatMap((reading, m) => this.sum(reading, this.monthLabel(owner, m), owner, this.monthColumn(m), "month-total", owner.persons.map((i) => this.counted[i]![m]!)) ?? []);
  }

  /** What stands in the subtotal column of a row of months: the sum of the row, or of the column. */
  private monthSum(row: MonthTotals, owner: Owner, role: MeaningRole, months: readonly RosterCell[], column: readonly (RosterCell | null)[]): RosterCell | null {
    return row.totalOf === "column" && column.every((part) => part !== null) ? this.sum(row.total, sumLabel(owner, "total"), owner, "months", role, column) : this.sum(row.total, say("label-month-sum", { who: owner.name }), owner, "months", role, months);
  }

  /** 总计 over the groups' own rows. */
  sumsOfColumns(row: ColumnTotals, owner: Owner, groups: readonly ColumnCells[]): void {
    const ticks = row.ticks.map((month, m) => month.map((reading, j) =>
      this.sum(reading, this.ticksLabel(owner, m, j), owner, this.ticksColumn(m, j), "tick-count", groups.flatMap((group) => group.ticks[m]?.[j] ?? []))));
    const printed = (column: "total" | "senior"): (RosterCell | null)[] => groups.map((group) => group[column]);
    const parts = this.partSums(row, owner, "grand-total", ticks.map((month) => month.filter((cell) => cell !== null)), groups);
    this.sum(row.total, sumLabel(owner, "total"), owner, "total", "grand-total", addedParts(row.total, parts) ?? (this.addsOwnRow(row) ? ticks.flat().filter((cell) => cell !== null) : printed("total")));
    this.sum(row.senior, sumLabel(owner, "senior"), owner, "senior", "grand-total", printed("senior").some(isFilled) ? printed("senior") : this.seniors(owner));
  }

  /** 社工有效人次小计 over the groups' own rows. */
  sumsOfMonths(row: MonthTotals, owner: Owner, persons: readonly (RosterCell | null)[], groups: readonly MonthCells[]): void {
    const months = this.countedSums(row, owner) ?? row.months.map((reading, m) =>
      this.sum(reading, this.monthLabel(owner, m), owner, this.monthColumn(m), "month-total", groups.flatMap((group) => group.months[m] ?? []))).filter((month) => month !== null);
    const totals = groups.map(({ total }) => total);
    const parts = this.partSums(row, owner, "grand-total", months.map((cell) => [cell]), groups);
    this.monthSum(row, owner, "grand-total", addedParts(row.total, parts) ?? months, totals.every((total) => total !== null) ? totals : persons);
    this.sum(row.senior, sumLabel(owner, "senior"), owner, "senior", "grand-total", groups.map(({ senior }) => senior));
  }

  private sum(reading: Reading | null, label: Sentence, owner: Owner, column: string, role: MeaningRole, parts: readonly (RosterCell | null)[]): RosterCell | null {
    const present = parts.filter((part) => part !== null);
    return reading && present.length > 0 ? this.add(reading, label, owner.key, column, { kind: "sum", role, parts: present }) : null;
  }

  private add(reading: Reading, label: Sentence, row: string, column: string, origin: Origin): RosterCell {
    const cell = cellOf(reading, label, row, column, origin);
    this.all.push(cell);
    return cell;
  }

  private ticksLabel({ name }: Owner, m: number, j: number): Sentence {
    const month = this.roster.months[m]!;
    return say("label-ticks", { who: name, month: month.label, mark: say(`mark-${month.columns[j]!.kind}`) });
  }

  private ticksColumn(m: number, j: number): string {
    const { key, columns } = this.roster.months[m]!;
    return `ticks:${key}:${columns[j]!.kind === "other" ? j : columns[j]!.kind}`;
  }

  private monthLabel({ name }: Owner, m: number): Sentence {
    return say("label-month-total", { who: name, month: this.roster.months[m]!.label });
  }

  private monthColumn(m: number): string {
    return `month:${this.roster.months[m]!.key}`;
  }
}

/** The row's own sums of parts of the months where the formula adds nothing but those; null where it does not. */
function addedParts(total: Reading | null, parts: readonly (RosterCell | null)[]): readonly RosterCell[] | null {
  const printed = parts.filter((part) => part !== null);
  return printed.length > 0 && addsOwn(total, printed.map(({ reading }) => reading)) ? printed : null;
}

/** A column that the groups leave blank is added up over the persons, if at all. */
function isFilled(cell: RosterCell | null): boolean {
  return cell !== null && (cell.reading.kind !== "blank" || cell.reading.formula !== null);
}

/** The group in which a vacant post stands: that of the person above it, unless a bottom row lies between; else that of the one below. */
function groupAround({ groups, persons }: Roster, { row }: Vacancy): number {
  const bottoms = groups.flatMap(({ subtotal, effective }) => [subtotal, effective]).flatMap((bottom) => (bottom ? [bottom.row] : []));
  const placed = groups.flatMap((group, g) => group.persons.map((i) => ({ g, row: persons[i]!.row })));
  const above = placed.filter((one) => one.row < row && !bottoms.some((bottom) => bottom > one.row && bottom < row)).sort((a, b) => b.row - a.row)[0];
  const below = placed.filter((one) => one.row > row).sort((a, b) => a.row - b.row)[0];
  return (above ?? below)?.g ?? 0;
}

function cellOf(reading: Reading, label: Sentence, row: string, column: string, origin: Origin): RosterCell {
  return { parts: [], persons: [], month: null, mark: null, months: null, ...origin, reading, label, row, column };
}

function sumLabel({ name }: Owner, column: "total" | "senior"): Sentence {
  return say("label-sum", { who: name, what: say(`column-${column}`) });
}
