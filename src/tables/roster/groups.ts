import type { Sheet } from "../../workbook";
import { readCell } from "../reading";
import { readsOtherRows, rowsNamed } from "./cells";
import { isCertificate } from "./certificate-words";
import type { RosterHead } from "./heads";
import type { PartHead } from "./part-totals";
import type { Scope } from "./rows";
import type { CertificateGroup, ColumnTotals, MonthTotals, Roster, RosterGroup, RosterPerson } from "./types";
import type { Reading } from "../types";

/** A person's row with the group that 类型 gives it; persons of one segment stand above the same bottom rows. */
export interface GroupedPerson {
  readonly row: number;
  readonly segment: number;
  readonly group: CertificateGroup | null;
}

export interface BottomRow {
  readonly row: number;
  readonly kind: "ticks" | "effective";
  readonly scope: Scope;
  readonly labelColumn: number;
  /** The segment of the persons above it. */
  readonly segment: number;
}

interface OpenGroup {
  group: CertificateGroup | null;
  segment: number;
  persons: number[];
  subtotal: ColumnTotals | null;
  effective: MonthTotals | null;
}

/** Puts persons and bottom rows together into groups (持证, 非持证) and the totals over all. */
export function assembleGroups(
  sheet: Sheet, head: RosterHead, persons: readonly RosterPerson[], placed: readonly GroupedPerson[], given: readonly BottomRow[],
  { counted, parts }: { readonly counted: readonly number[] | null; readonly parts: readonly PartHead[] }
): Pick<Roster, "persons" | "groups" | "grandTotal" | "grandEffective"> {
  const bottoms = likeTheirParts(sheet, head, settledKinds(sheet, head, persons, placed, given));
  const groups = openGroups(byPoints(byCertificates(sheet, head, placed, persons, bottoms), bottoms));
  nameByBottoms(groups, bottoms);
  const named = nameByCertificates(groups, persons);
  let grandTotal: ColumnTotals | null = null;
  let grandEffective: MonthTotals | null = null;
  for (const bottom of bottoms) {
    const own = ownerOf(groups, bottoms, bottom);
    // A row under marks and under what they come to holds both.
    const beside = counted && bottom.kind === "ticks" ? countedTotals(sheet, bottom, counted) : null;
    if (own && bottom.kind === "ticks" && !own.subtotal) {
      own.subtotal = columnTotals(sheet, head, bottom, parts);
      own.effective ??= beside;
    } else if (own && bottom.kind === "effective" && !own.effective) own.effective = monthTotals(sheet, head, bottom, parts);
    else if (!own && bottom.kind === "ticks" && hasValues(sheet, head, bottom)) {
      grandTotal = columnTotals(sheet, head, bottom, parts);
      grandEffective ??= beside;
    } else if (!own && bottom.kind === "effective") grandEffective = monthTotals(sheet, head, bottom, parts);
  }
  return {
    persons: persons.map((person, i) => ({ ...person, group: person.group ?? named.get(i) ?? null })),
    groups: merged(groups),
    grandTotal,
    grandEffective
  };
}

/**
 * Where a month has one column, the numbers tell ticks from person-months: halves, or fewer than the ticks, are person-months; what a formula counts are
 * ticks. Marks that are person-months themselves are added up.
 */
function settledKinds(sheet: Sheet, head: RosterHead, persons: readonly RosterPerson[], placed: readonly GroupedPerson[], bottoms: readonly BottomRow[]): BottomRow[] {
  if (head.lines > 1 || head.months.some(({ columns }) => columns.length > 1)) return [...bottoms];
  const rows = bottoms.map((bottom) => ({
    bottom, settled: isSettled(bottoms, bottom), own: persons.filter((_, i) => bottom.scope === "grand" || placed[i]!.segment === bottom.segment),
    cells: head.months.map(({ columns }) => readCell(sheet, bottom.row, columns[0]!.column))
  }));
  const byHalves = kindByHalves(rows.filter(({ settled }) => !settled));
  return rows.map(({ bottom, settled, own, cells }) => {
    if (settled) return bottom;
    if (byHalves) return { ...bottom, kind: byHalves };
    const formulas = cells.flatMap(({ formula }) => (formula === null ? [] : [formula]));
    if (formulas.some((formula) => /COUNT|SUMPRODUCT/i.test(formula)) || persons.some(({ marks }) => marks.flat().some(({ share }) => share === 1))) return { ...bottom, kind: "ticks" };
    if (formulas.length > 0) return bottom;
    const counts = cells.map((_, m) => own.filter(({ marks }) => marks[m]![0]!.kind === "present").length);
    const numbers = cells.map(({ number }) => number);
    if (numbers.every((number, m) => number === null || number === counts[m])) return bottom;
    return numbers.some((number) => number !== null && !Number.isInteger(number)) ? { ...bottom, kind: "effective" } : bottom;
  });
}

/** The ticks are counted in another row for the same persons: this one is what its words say. */
function isSettled(bottoms: readonly BottomRow[], bottom: BottomRow): boolean {
  const whole = ({ scope }: BottomRow): string => (scope === "grand" || scope === "sum" ? scope : "own");
  return bottoms.some((other) => other !== bottom && other.kind === "ticks" && other.segment === bottom.segment && (bottom.kind === "effective" || whole(other) === whole(bottom)));
}

/**
 * Among ticks some marks stand for half a month: what the rows print where they stand tells whether they count ticks or person-months. Null where no
 * such mark stands above them, and where the numbers do not tell.
 */
function kindByHalves(rows: readonly { readonly own: readonly RosterPerson[]; readonly cells: readonly Reading[] }[]): BottomRow["kind"] | null {
  let [whole, half] = [0, 0];
  for (const { own, cells } of rows) cells.forEach(({ number }, m) => {
    const marks = own.map((person) => person.marks[m]![0]!).filter(({ kind }) => kind === "present" || kind === "half");
    const halves = marks.filter(({ kind }) => kind === "half").length;
    if (number === null || halves === 0 || marks.some(({ share }) => share === 1)) return;
    if (number === marks.length - halves / 2) half++;
    else if (number === marks.length - halves || number === marks.length) whole++;
  });
  return half > whole ? "effective" : whole > half ? "ticks" : null;
}

/** What adds up rows of person-months holds person-months, whatever it is called (合计人次). */
function likeTheirParts(sheet: Sheet, head: RosterHead, bottoms: readonly BottomRow[]): BottomRow[] {
  const effective = new Set(bottoms.filter(({ kind }) => kind === "effective").map(({ row }) => row));
  return bottoms.map((bottom) => {
    const formulas = head.months.flatMap(({ columns }) => readCell(sheet, bottom.row, columns[0]!.column).formula ?? []);
    const addsThem = formulas.length === head.months.length && formulas.every((formula) => {
      const rows = rowsNamed(formula);
      return rows.length > 1 && rows.every((row) => effective.has(row) && row !== bottom.row);
    });
    return bottom.kind === "ticks" && addsThem ? { ...bottom, kind: "effective" } : bottom;
  });
}

/** Without 类型, and with bottom rows of both groups, or of one and of everybody, under one list of persons, the certificates say who belongs to which. */
function byCertificates(sheet: Sheet, head: RosterHead, placed: readonly GroupedPerson[], persons: readonly RosterPerson[], bottoms: readonly BottomRow[]): GroupedPerson[] {
  const numbers = ({ row }: BottomRow): string => head.months.map(({ columns }) => readCell(sheet, row, columns[0]!.column).number).join();
  const isMixed = (segment: number): boolean => {
    const own = bottoms.filter((bottom) => bottom.segment === segment);
    const [ofGroups, ofAll] = [own.filter(({ scope }) => scope === "certified" || scope === "uncertified"), own.filter(({ scope }) => scope !== "certified" && scope !== "uncertified")];
    const both = new Set(ofGroups.map(({ scope }) => scope)).size === 2;
    // 持证有效人次 that is less than 有效人次合计: others stand in the list as well.
    const part = ofGroups.length > 0 && ofAll.some((all) => ofGroups.every((one) => numbers(one) !== numbers(all)));
    return (both || part)
      && placed.every((person, i) => person.segment !== segment || (person.group === null && persons[i]!.certificate !== ""));
  };
  const mixed = new Set([...new Set(placed.map(({ segment }) => segment))].filter(isMixed));
  return placed.map((person, i) => (mixed.has(person.segment) ? { ...person, group: isCertificate(persons[i]!.certificate) ? "certified" : "uncertified" } : person));
}

/**
 * A plain 小计 under each of several segments that hold both kinds of persons sums up a point of the station (站点, 片区), certified or not: the segments are
 * the groups.
 */
function byPoints(placed: readonly GroupedPerson[], bottoms: readonly BottomRow[]): readonly GroupedPerson[] {
  const segments = [...new Set(placed.map(({ segment }) => segment))];
  const isMixed = (segment: number): boolean => new Set(placed.filter((person) => person.segment === segment).map(({ group }) => group)).size > 1;
  const isPoint = (segment: number): boolean => {
    const own = bottoms.filter((bottom) => bottom.segment === segment && bottom.scope !== "grand");
    return own.length > 0 && own.every(({ scope }) => scope === "plain" || scope === "sum");
  };
  return segments.length > 1 && segments.some(isMixed) && segments.every(isPoint) ? placed.map((person) => ({ ...person, group: null })) : placed;
}

/** Persons in a row of one segment and one group. */
function openGroups(placed: readonly GroupedPerson[]): OpenGroup[] {
  const groups: OpenGroup[] = [];
  for (const [i, person] of placed.entries()) {
    const last = groups.at(-1);
    if (last && last.segment === person.segment && last.group === person.group) last.persons.push(i);
    else groups.push({ group: person.group, segment: person.segment, persons: [i], subtotal: null, effective: null });
  }
  return groups;
}

/** Without 类型 the bottom rows (持证社工有效人次小计) say which group stands above them. */
function nameByBottoms(groups: readonly OpenGroup[], bottoms: readonly BottomRow[]): void {
  for (const bottom of bottoms) {
    if (bottom.scope !== "certified" && bottom.scope !== "uncertified") continue;
    for (const group of groups) if (group.segment === bottom.segment) group.group ??= bottom.scope;
  }
}

/** Where nothing else tells, the certificates do, if every person of the roster has one written down. */
function nameByCertificates(groups: readonly OpenGroup[], persons: readonly RosterPerson[]): Map<number, CertificateGroup> {
  const named = new Map<number, CertificateGroup>();
  for (const group of groups) {
    for (const i of group.persons) {
      if (group.group) named.set(i, group.group);
      else if (persons[i]!.certificate !== "") named.set(i, isCertificate(persons[i]!.certificate) ? "certified" : "uncertified");
    }
    const kinds = new Set(group.persons.map((i) => named.get(i) ?? null));
    if (!group.group && kinds.size === 1) group.group = [...kinds][0]!;
  }
  return named;
}

function ownerOf(groups: readonly OpenGroup[], bottoms: readonly BottomRow[], bottom: BottomRow): OpenGroup | null {
  if (bottom.scope === "grand") return null;
  const inSegment = groups.filter((group) => group.segment === bottom.segment);
  if (bottom.scope === "certified" || bottom.scope === "uncertified") {
    const named = (group: OpenGroup): boolean => group.group === bottom.scope;
    return inSegment.filter(named).at(-1) ?? groups.filter(named).at(-1) ?? inSegment.at(-1) ?? null;
  }
  // A plain row belongs to the group it stands under; a second one of its kind, or 合计 after 小计, sums up everybody.
  const earlier = bottoms.filter((other) => other.row < bottom.row && other.kind === bottom.kind);
  if (earlier.some((other) => other.segment === bottom.segment && other.scope !== "grand")) return null;
  if (bottom.scope === "sum" && earlier.some((other) => other.scope !== "sum")) return null;
  // 合计 under the last group, the groups before it not summed up: it sums up everybody.
  if (bottom.scope === "sum" && groups.some((group) => group.segment < bottom.segment && !earlier.some((other) => other.segment === group.segment))) return null;
  const last = inSegment.at(-1) ?? null;
  return inSegment.length > 1 ? null : last;
}

/** A group that spans pages is one group, unless every page sums up its own part. */
function merged(groups: readonly OpenGroup[]): RosterGroup[] {
  const result: OpenGroup[] = [];
  for (const group of groups) {
    const same = result.filter((other) => other.group === group.group).at(-1);
    if (same && !same.subtotal && !same.effective) {
      same.persons.push(...group.persons);
      same.subtotal = group.subtotal;
      same.effective = group.effective;
    } else result.push({ ...group, persons: [...group.persons] });
  }
  return result.map(({ segment: _, ...group }) => group);
}

/** The lone word 总计 above the rows it announces is no row of totals. */
function hasValues(sheet: Sheet, head: RosterHead, bottom: BottomRow): boolean {
  const { ticks, total } = columnTotals(sheet, head, bottom, []);
  return [...ticks.flat(), ...(total ? [total] : [])].some((reading) => !isBlank(reading));
}

function isBlank({ kind, formula }: Reading): boolean {
  return kind === "blank" && formula === null;
}

function columnTotals(sheet: Sheet, head: RosterHead, { row, labelColumn }: BottomRow, of: readonly PartHead[]): ColumnTotals {
  const reading = (column: number | null): Reading | null => (column === null ? null : readCell(sheet, row, column));
  const ticks = isUnderLabel(sheet, head, row) ? [] : head.months.map((month) => month.columns.map((mark) => readCell(sheet, row, mark.column)));
  const [total, senior] = [reading(head.columns.total), reading(head.columns.senior)];
  const label = readCell(sheet, row, labelColumn);
  // 到岗人次合计 with its one sum: nobody left out the months, nor what stands beside it.
  if (total && !isBlank(total) && ticks.flat().every(isBlank)) return { row, label, ticks: [], parts: partsIn(sheet, row, of), total, senior: senior && isBlank(senior) ? null : senior };
  return { row, label, ticks, parts: partsIn(sheet, row, of), total, senior };
}

function partsIn(sheet: Sheet, row: number, of: readonly PartHead[]): (Reading | null)[] {
  return of.map(({ column }) => readCell(sheet, row, column)).map((reading) => (isBlank(reading) ? null : reading));
}

function monthTotals(sheet: Sheet, head: RosterHead, { row, labelColumn }: BottomRow, of: readonly PartHead[]): MonthTotals {
  const reading = (column: number | null): Reading | null => {
    const found = column === null ? null : readCell(sheet, row, column);
    return found && !isBlank(found) ? found : null;
  };
  const total = reading(head.columns.total);
  const months = isUnderLabel(sheet, head, row) ? [] : head.months.map((month) => monthReading(sheet, row, month.columns.map((mark) => mark.column)));
  // 其中持证有效人次 with its sum alone: nobody left out its months.
  if (total !== null && months.every(isBlank)) months.length = 0;
  return { row, label: readCell(sheet, row, labelColumn), months, parts: partsIn(sheet, row, of), total, totalOf: total ? totalOf(total, months) : "months", senior: reading(head.columns.senior) };
}

function countedTotals(sheet: Sheet, { row, labelColumn }: BottomRow, counted: readonly number[]): MonthTotals {
  return { row, label: readCell(sheet, row, labelColumn), months: counted.map((column) => readCell(sheet, row, column)), parts: [], total: null, totalOf: "months", senior: null };
}

/** The row's label is merged over all the months: it has no value a month, only what stands behind them. */
function isUnderLabel(sheet: Sheet, { months }: RosterHead, row: number): boolean {
  const marks = months.flatMap(({ columns }) => columns.map(({ column }) => column));
  const first = Math.min(...marks);
  return marks.every((column) => sheet.extent(row, column).left < first);
}

/** By its formula, else by its number, which the row's months give or do not. */
function totalOf(total: Reading, months: readonly Reading[]): MonthTotals["totalOf"] {
  if (months.length === 0) return "column";
  if (total.formula !== null) return readsOtherRows(total.formula, total.at.row) ? "column" : "months";
  const sum = months.reduce((all, { number }) => all + (number ?? 0), 0);
  return total.number === null || Math.abs(total.number - sum) < 1e-9 ? "months" : "column";
}

/** A month's value stands in its merged cell, or in whichever of its columns is filled. */
function monthReading(sheet: Sheet, row: number, columns: readonly number[]): Reading {
  const readings = columns.map((column) => readCell(sheet, row, column));
  return readings.find((reading) => !isBlank(reading)) ?? readings[0]!;
}
