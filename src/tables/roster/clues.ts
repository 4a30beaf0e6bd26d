import { readsOf } from "../../formulas";
import type { CellAddress, Sheet, Workbook } from "../../workbook";
import { readCell } from "../reading";
import type { BottomRow, GroupedPerson } from "./groups";
import { isShare, shownCell } from "./cells";
import type { RosterHead } from "./heads";
import { legendOf } from "./legend";
import { FEWEST_ROWS, FORMULAS_READ } from "./limits";
import type { CountedMarks } from "./mark-proof";
import { knownMark, looksAbsent, plainOf, type MarkClues, type RawMark } from "./marks";

const ADDS = /^(?:SUM|ROUND|IF|IFERROR)$/;

/** A roster's rows as far as they are known before its marks are understood. */
export interface MarkedRows {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly head: RosterHead;
  readonly persons: readonly GroupedPerson[];
  readonly bottoms: readonly BottomRow[];
  readonly last: number;
  /** By person, month and column of the month. */
  readonly raws: readonly (readonly (readonly RawMark[])[])[];
}

/** What formulas, notes and printed numbers say of the marks. */
export function markClues(rows: MarkedRows): MarkClues {
  const { sheet, head, last, raws } = rows;
  const table = { top: head.top, left: head.left, bottom: last, right: head.right };
  return {
    summed: areSummed(rows),
    ofAbsence: countAbsence(rows),
    besideAbsent: besideAbsent(head, raws),
    told: new Map(head.told?.marks?.map(({ mark, means }) => [mark, means])),
    legend: legendOf(sheet, table, new Set(raws.flat(2).map(({ value }) => plainOf(value)))),
    counts: (half) => [...personCounts(rows), ...bottomCounts(rows, half)]
  };
}

/**
 * 离岗 under 人员到位, where 未购 and 未发 stand under the other two: a sign that nobody knows, under columns of one kind that have no other absent mark, and
 * wherever it stands the month's other marks are absent. Once may be a slip.
 */
function besideAbsent({ months }: RosterHead, raws: MarkedRows["raws"]): ReadonlySet<string> {
  const places = raws.flatMap((person) => person.flatMap((month, m) => month.map(({ value }, j) => ({
    plain: plainOf(value), kind: months[m]!.columns[j]!.kind, alone: month.length < 2 || month.some((other, k) => k !== j && !looksAbsent(plainOf(other.value)))
  }))));
  const withOwnWord = new Set(places.filter(({ plain }) => looksAbsent(plain)).map(({ kind }) => kind));
  return new Set([...new Set(places.map(({ plain }) => plain))].filter((plain) => {
    const own = places.filter((place) => place.plain === plain);
    return plain !== "" && !knownMark(plain) && own.length > 1 && own.every(({ kind, alone }) => !alone && !withOwnWord.has(kind));
  }));
}

/** Do the formulas under the marks (of bottom rows) or beside them (of persons' subtotals) add them up? */
function areSummed({ workbook, sheet, head, persons, bottoms }: MarkedRows): boolean {
  const columns = head.months.flatMap((month) => month.columns.map((mark) => mark.column));
  const rows = persons.map(({ row }) => row);
  const cells: CellAddress[] = [
    ...bottoms.flatMap(({ row }) => columns.slice(0, 3).map((column) => ({ sheet: sheet.name, row, column }))),
    ...(head.columns.total === null ? [] : rows.map((row) => ({ sheet: sheet.name, row, column: head.columns.total! })))
  ];
  const formulas = cells.flatMap((at) => {
    const formula = sheet.cell(at.row, at.column)?.formula;
    return formula ? [{ formula, at }] : [];
  });
  const sums = formulas.slice(0, FORMULAS_READ).flatMap(({ formula, at }) => {
    const reads = readsOf(formula, at, workbook);
    const adds = reads !== null && reads.functions.includes("SUM") && reads.functions.every((name) => ADDS.test(name))
      && reads.ranges.some(({ sheet: on, rect }) => on === sheet.name && rows.includes(rect.top) && columns.includes(rect.left));
    return adds ? [reads] : [];
  });
  // =SUM(G5:L5)-0.5: the marks are ticks, of which the formula takes off the half month.
  return sums.length > 0 && !sums.some(({ constants }) => constants.some((constant) => typeof constant === "number" && !Number.isInteger(constant)));
}

/** Are the numbers under the months absences (0 there, 0.5 half a month, 1 not there)? So it is where the persons' subtotals are the months less the numbers, and not their sum. */
function countAbsence({ sheet, head, persons, raws }: MarkedRows): boolean {
  const { total } = head.columns;
  if (total === null) return false;
  const agree = persons.map(({ row }, i) => {
    const printed = readCell(sheet, row, total).number;
    const numbers = raws[i]!.map((month) => (month.length === 1 && isShare(month[0]!.value) ? month[0]!.value : null));
    if (printed === null || numbers.some((number) => number === null)) return null;
    const sum = numbers.reduce<number>((all, number) => all + number!, 0);
    return sum === numbers.length - sum ? null : printed === numbers.length - sum ? "less" : printed === sum ? "sum" : "none";
  });
  const less = agree.filter((one) => one === "less").length;
  return less >= FEWEST_ROWS && less * 2 > agree.filter((one) => one !== null).length;
}

/** A person's subtotal counts the months in which all marks are there. */
function personCounts({ sheet, head, persons, raws }: MarkedRows): CountedMarks[] {
  const { total, remark } = head.columns;
  if (total === null) return [];
  return persons.flatMap(({ row }, i) => {
    const printed = readCell(sheet, row, total).number;
    const dated = remark === null || [remark, ...head.remarks].some((column) => (shownCell(sheet, row, column)?.text ?? "") !== "");
    return printed === null ? [] : [{ groups: raws[i]!.map(plainsOf), printed, dated, half: 0.5 }];
  });
}

/** A bottom row counts the marks of each column, or the persons of each month, above it. */
function bottomCounts({ sheet, head, persons, bottoms, raws }: MarkedRows, half: 0 | 0.5): CountedMarks[] {
  return bottoms.flatMap(({ row, kind, scope, segment }) => {
    const own = raws.filter((_, i) => scope === "grand" || persons[i]!.segment === segment);
    return head.months.flatMap((month, m) => (kind === "effective" ? [null] : month.columns.map((_, j) => j)).flatMap((j): CountedMarks[] => {
      const printed = readCell(sheet, row, month.columns[j ?? 0]!.column).number;
      if (printed === null) return [];
      const groups = own.map((months) => plainsOf(j === null ? months[m]! : [months[m]![j]!]));
      // A number with a half in it counts halves, whatever else the row is.
      return [{ groups, printed, dated: j === null, half: j === null || !Number.isInteger(printed) ? 0.5 : half }];
    }));
  });
}

function plainsOf(marks: readonly RawMark[]): string[] {
  return marks.map(({ value }) => plainOf(value));
}
