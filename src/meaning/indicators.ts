import { indicatorLabel, type JoinedIndicator, type Statement } from "../tables/indicators/join";
import type { Matrix, MatrixRow, Triple } from "../tables/indicators/types";
import { hasNoQuotient } from "../tables/indicators/conditions";
import { distinct } from "../tables/indicators/matrix";
import { areaName } from "../tables/indicators/matrix-rows";
import type { Tables } from "../tables/tables";
import { normalise } from "../values/text";
import type { Reading } from "../tables/types";
import { addressKey, Kept, rectName } from "../workbook";
import { ratio, sum } from "./arithmetic";
import { withCaps } from "./caps";
import { decimalsShown } from "./compare";
import { isOfOwnRow } from "./disagreements";
import { showsLiteralPercent } from "../workbook/number-format";
import { areaPlace, cellLabel, type Place, placeKey, STATION, staffLabel, TOTAL } from "./place";
import { provenMeanings } from "./proven";
import type { Meaning, MeaningSet, Variable } from "./types";

/**
 * What the cells of the indicator tables must hold: rates (R15, R16), totals, and numbers that repeat another table's.
 * `joined` are the indicators of the same tables.
 */
export function indicatorMeanings(tables: Tables, joined: readonly JoinedIndicator[]): MeaningSet {
  const meanings: Meaning[] = [];
  const leaves: Reading[] = [];
  for (const matrix of tables.matrices) {
    const own = ofMatrix.of(matrix, [], () => matrixMeanings(matrix));
    meanings.push(...own.meanings);
    leaves.push(...own.leaves);
  }
  for (const table of [...tables.overall, ...tables.cards]) {
    for (const item of table.items) {
      const meaning = rateMeaning(table.kind, item, [item], indicatorLabel(item.name), areaPlace(table.area ?? ""));
      if (meaning) meanings.push(table.kind === "overall" ? { ...meaning, block: rectName(table.rect) } : meaning);
      if (item.target) leaves.push(item.target);
      leaves.push(item.done);
    }
  }
  for (const { kind, proven } of [...tables.matrices, ...tables.overall, ...tables.cards, ...tables.quotients]) {
    const more = provenMeanings(kind, proven);
    meanings.push(...more.meanings);
    leaves.push(...more.leaves);
  }
  meanings.push(...repeatedMeanings(joined));
  const derived = new Set(meanings.map((meaning) => addressKey(meaning.at)));
  return { meanings: withCaps(meanings, tables.evidence), variables: variables(leaves, derived) };
}

/** Cells that hold a number or "/" can be varied; a blank cell was not entered, and nobody promised to add it up. */
function variables(leaves: readonly Reading[], derived: ReadonlySet<string>): Variable[] {
  return distinctCells(leaves)
    .filter((leaf) => (leaf.kind === "number" || leaf.kind === "slash") && !derived.has(addressKey(leaf.at)))
    .map((leaf) => ({ cells: [leaf.at], choices: "count" as const }));
}

function distinctCells(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [addressKey(reading.at), reading])).values()];
}

interface OfMatrix {
  readonly meanings: readonly Meaning[];
  readonly leaves: readonly Reading[];
}

const ofMatrix = new Kept<Matrix, OfMatrix>();

function matrixMeanings(matrix: Matrix): OfMatrix {
  const meanings: Meaning[] = [];
  const leaves: Reading[] = [];
  const ofYear = isAgreedForTheYear(matrix);
  matrix.columns.forEach((column, index) => {
    const name = indicatorLabel(column.name);
    const total = matrix.total?.triples[index] ?? null;
    const triples = matrix.areas.map((area) => area.triples[index]!);
    for (const role of ["target", "done"] as const) {
      const read = (row: MatrixRow): Reading | null => row.triples[index]![role];
      leaves.push(...distinct(triples.map((triple) => triple[role])));
      for (const subtotal of matrix.subtotals) {
        const own = read(subtotal);
        if (own) meanings.push(...totalMeaning(matrix, own, distinct(subtotal.areas.map(read)), name, role, areaPlace(areaName(subtotal))));
      }
      if (total?.[role] && !isLeftOut(total) && !(role === "target" && ofYear)) meanings.push(...totalMeaning(matrix, total[role], parts(matrix, read), name, role, TOTAL));
    }
    const shared = rowsByCell(triples);
    for (const [anchor, rows] of groupByRate(matrix, index)) {
      if (total?.rate && addressKey(total.rate.at) === anchor) continue;
      const place = rows.length === 1 ? areaPlace(normalise(matrix.areas[rows[0]!]!.label.text)) : STATION;
      const own = rows.map((row) => triples[row]!);
      const meaning = rateMeaning("indicators", own[0]!, own, name, place, spansMore(shared, own));
      if (meaning) meanings.push(meaning);
    }
    const sums = [...matrix.subtotals.map((row) => [row.triples[index]!, areaPlace(areaName(row))] as const), ...(total ? [[total, TOTAL] as const] : [])];
    for (const [triple, place] of sums) {
      const meaning = rateMeaning("indicators", triple, [triple], name, place);
      if (meaning) meanings.push(meaning);
    }
  });
  leaves.push(...matrix.staff);
  const staff = (row: MatrixRow): Reading | null => row.staff;
  for (const subtotal of matrix.subtotals) {
    if (subtotal.staff) meanings.push(...totalMeaning(matrix, subtotal.staff, distinct(subtotal.areas.map(staff)), null, "staff", areaPlace(areaName(subtotal))));
  }
  if (matrix.staffTotal) meanings.push(...totalMeaning(matrix, matrix.staffTotal, parts(matrix, staff), null, "staff", TOTAL));
  return { meanings, leaves };
}

const MONTH = /^(?:\d{4}年)?(?:1[0-2]|[1-9])月份?$/;

/** Months in the place of areas, and 年协议量 that few of them make up together: what was agreed for the year, of which a half is planned here. */
function isAgreedForTheYear(matrix: Matrix): boolean {
  if (!matrix.total || !matrix.areas.every(({ label }) => MONTH.test(normalise(label.text)))) return false;
  const sums = matrix.columns.flatMap((_, index) => {
    const total = matrix.total!.triples[index]!.target;
    const parts = matrix.areas.map(({ triples }) => triples[index]!.target?.number ?? null);
    return total?.number == null || total.formula !== null || parts.some((part) => part === null) ? [] : [total.number === parts.reduce<number>((sum, part) => sum + part!, 0)];
  });
  return sums.length > 0 && sums.filter((holds) => holds).length * 2 < sums.length;
}

/** "/" for target and done alike: households and persons below one another, say, are not added up. */
function isLeftOut({ target, done }: Triple): boolean {
  return target?.kind === "slash" && done.kind === "slash";
}

/** What the total adds up: what numbers prove, otherwise the 小计 that are filled in and the areas that belong to none. */
function parts(matrix: Matrix, read: (row: MatrixRow) => Reading | null): Reading[] {
  if (matrix.totalParts !== null) return distinct(matrix.totalParts.map(read));
  const filled = matrix.subtotals.filter((subtotal) => {
    const own = read(subtotal);
    return own && (own.formula !== null || own.number !== null);
  });
  const covered = new Set<MatrixRow>(filled.flatMap(({ areas }) => areas));
  return distinct([...matrix.areas.filter((area) => !covered.has(area)), ...filled].map(read));
}

/** The areas by the cell that shows their rate: one cell merged over several areas is the rate of their sums. */
function groupByRate(matrix: Matrix, index: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  matrix.areas.forEach((area, row) => {
    const rate = area.triples[index]!.rate;
    if (!rate) return;
    const list = groups.get(addressKey(rate.at));
    if (list) list.push(row);
    else groups.set(addressKey(rate.at), [row]);
  });
  return groups;
}

/** How many rows share each cell of a column: more than one where it is merged down. */
function rowsByCell(triples: readonly Triple[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const triple of triples) {
    for (const reading of [isForAll(triple, triples) ? null : triple.target, triple.done]) {
      if (reading) counts.set(addressKey(reading.at), (counts.get(addressKey(reading.at)) ?? 0) + 1);
    }
  }
  return counts;
}

/** One target in line with several done values (中期, 末期, 全年 beside one 年度协议量) is no merged cell: each of them is measured by it. */
function isForAll({ target }: Triple, triples: readonly Triple[]): boolean {
  if (!target) return false;
  const key = addressKey(target.at);
  const dones = triples.filter((other) => other.target && addressKey(other.target.at) === key).map(({ done }) => done.at);
  return dones.length > 1 && (["row", "column"] as const).some((line) => dones.every((at) => at[line] === target.at[line]));
}

/** True when a target or a done of these rows is merged with rows outside: whose rate that would be cannot be said. */
function spansMore(all: ReadonlyMap<string, number>, rows: readonly Triple[]): boolean {
  return [...rowsByCell(rows)].some(([cell, count]) => all.get(cell)! > count);
}

function rateMeaning(
  table: Meaning["table"], first: Triple, triples: readonly Triple[], name: string, place: Place, unclear = false
): Meaning | null {
  const rate = first.rate;
  if (!rate || unclear || hasNoQuotient(first)) return null;
  const targets = distinct(triples.map((triple) => triple.target));
  const dones = distinct(triples.map((triple) => triple.done));
  if (targets.length === 0) return null;
  return {
    at: rate.at,
    table,
    role: "rate",
    label: cellLabel(name, place, "rate", first.words),
    ...(first.words && { words: first.words }),
    row: placeKey(name, place),
    column: "rate",
    inputs: [...targets, ...dones].map((reading) => reading.at),
    quotient: { dones: dones.map((reading) => reading.at), targets: targets.map((reading) => reading.at) },
    compute: (read) => ratio(sum(dones, read), sum(targets, read)),
    inPercent: showsLiteralPercent(rate.format) || (first.rateInPercent && keepsPercents(rate, ratioNow(first))),
    decimals: decimalsShown(rate),
    constantsAllowed: false
  };
}

/** Under a head with (%) a cell may still hold the ratio, shown in a percent format or typed as 0.6824. */
function keepsPercents(rate: Reading, now: number | null): boolean {
  if (/[%％]/.test(rate.format) || /[%％]/.test(rate.text)) return false;
  return rate.number === null || now === null || Math.abs(rate.number - now * 100) < Math.abs(rate.number - now);
}

function ratioNow({ target, done }: Triple): number | null {
  return target?.number && done.number !== null ? done.number / target.number : null;
}

function totalMeaning(
  matrix: Matrix, total: Reading, cells: readonly Reading[], name: string | null, role: "target" | "done" | "staff", place: Place
): Meaning[] {
  if (cells.length === 0 || cells.some((cell) => addressKey(cell.at) === addressKey(total.at))) return [];
  return [{
    at: total.at,
    table: matrix.kind,
    role: "total",
    label: role === "staff" ? staffLabel(place) : cellLabel(name!, place, role),
    row: placeKey(name ?? "staff", place),
    column: role,
    inputs: cells.map((cell) => cell.at),
    compute: (read) => {
      const value = sum(cells, read);
      // Areas without a value of their own ("/") say nothing of a value agreed for the whole station.
      return value === "/" ? undefined : value;
    },
    decimals: null,
    constantsAllowed: false
  }];
}

/** Where a card repeats an indicator of the matrix or the list, its target and done are that table's. */
function repeatedMeanings(joined: readonly JoinedIndicator[]): Meaning[] {
  return joined.flatMap(({ statements }) => {
    const [primary, ...others] = statements;
    return others.flatMap((other) => (other.table.kind === "indicators" ? [] : repeated(primary!, other)));
  });
}

function repeated(primary: Statement, other: Statement): Meaning[] {
  return (["target", "done"] as const).flatMap((role): Meaning[] => {
    const own = other[role][0];
    const source = primary[role];
    // Without a number on both sides there is nothing to repeat, unless a formula passes on an error.
    if (!own || (own.number === null && own.kind !== "error") || source.length === 0 || source.some((cell) => addressKey(cell.at) === addressKey(own.at))) return [];
    // 内控指标 =ROUNDUP(F5*1.05,0) beside 调整后: computed in its own row of the same table, and no repetition.
    if (isOfOwnRow([own], source)) return [];
    const name = indicatorLabel(other.name);
    return [{
      at: own.at,
      table: other.table.kind,
      role: "same",
      label: cellLabel(name, STATION, role),
      row: name,
      column: role,
      inputs: source.map((cell) => cell.at),
      compute: (read) => {
        const value = sum(source, read);
        return value === "/" ? undefined : value;
      },
      decimals: null,
      constantsAllowed: true
    }];
  });
}
