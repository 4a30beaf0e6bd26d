import type { Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { stationOf, type Title } from "../titles";
import type { BottomRow, GroupedPerson } from "./groups";
import type { RosterHead } from "./heads";
import { rowsNamed, shownCell } from "./cells";
import { FEWEST_NUMBERS, MOST_ROWS, ROWS_BETWEEN_GROUPS, ROWS_FROM_TITLE_TO_HEADS } from "./limits";
import { knownMark } from "./marks";
import { RowReader } from "./rows";
import { headText } from "../reading";

/** The rows of a roster, each for what it is. */
export interface Rows {
  readonly persons: readonly GroupedPerson[];
  /** Rows of posts that nobody holds. */
  readonly vacancies: readonly number[];
  readonly bottoms: readonly BottomRow[];
  readonly retentionRow: { readonly row: number; readonly labelColumn: number } | null;
  readonly last: number;
  /** Repetitions of the heads on later pages. */
  readonly pages: readonly RosterHead[];
}

/** Reads the rows under a roster's heads, over its pages, up to where another table begins. */
export function readRows(sheet: Sheet, head: RosterHead, heads: readonly RosterHead[], titles: readonly Title[]): Rows {
  const reader = new RowReader(sheet, head);
  const persons: GroupedPerson[] = [];
  const vacancies: number[] = [];
  const bottoms: BottomRow[] = [];
  const pages: RosterHead[] = [];
  let retentionRow: Rows["retentionRow"] = null;
  let last = head.bottom;
  let segment = 0;
  let band: GroupedPerson["group"] = null;
  let read = head.bottom;
  // Rows without a cell say nothing; a single cell far below the table leaves a million of them.
  for (const row of sheet.rows()) {
    if (row <= read) continue;
    read = row;
    const next = heads.find((other) => other !== head && other.top === row && other.left <= head.right && other.right >= head.left);
    if (next) {
      // 共计 under each of two lists, of which one row further down is the sum, sums up its own list only.
      for (const [i, bottom] of bottoms.entries()) if (bottom.scope === "grand" && isAddedUp(sheet, head, bottom.row, next.bottom)) bottoms[i] = { ...bottom, scope: "sum" };
      const closed = retentionRow !== null || bottoms.some((bottom) => bottom.scope === "grand");
      if (closed || !samePage(head, next) || otherStation(titles, head, next)) break;
      pages.push(next);
      read = next.bottom;
      continue;
    }
    if (isOtherTitle(titles, heads, head, row)) break;
    const found = reader.kindOf(row);
    if (found.kind === "end") break;
    if (found.kind === "other") continue;
    // Under the last line of a roster whoever has no mark belongs to another list (机构管理, 财务 and the like).
    if (found.kind === "person" && persons.length > 0 && retentionRow !== null && !reader.hasMarks(row)) break;
    if (found.kind === "person" && bottoms.length > 0 && row > last + 1 && beginsOtherTable(sheet, head, reader, persons, row)) break;
    last = row;
    if (found.kind === "person") {
      // A blank 类型 goes on with the group above, until that group was summed up.
      const before = persons.at(-1);
      const inherited = band ?? (before?.segment === segment ? before.group : null);
      persons.push({ row, segment, group: found.type ?? inherited });
      last = read = row + head.lines - 1;
    } else if (found.kind === "vacancy") {
      vacancies.push(row);
    } else if (found.kind === "band") {
      band = found.group;
      segment++;
    } else if (found.kind === "retention") {
      retentionRow = { row, labelColumn: found.labelColumn };
    } else {
      bottoms.push({ row, kind: found.kind, scope: found.scope, labelColumn: found.labelColumn, segment });
      if (persons.at(-1)?.segment === segment && startsNewGroup(reader, heads, row)) {
        segment++;
        band = null;
      }
    }
  }
  return { persons, vacancies, bottoms, retentionRow, last, pages };
}

/** A title left of the marks with no heads of a roster under it: another table begins. */
function isOtherTitle(titles: readonly Title[], heads: readonly RosterHead[], head: RosterHead, row: number): boolean {
  const firstMark = Math.min(...head.months.flatMap((month) => month.columns.map((mark) => mark.column)));
  return titles.some(({ at }) => at.row === row && at.column < firstMark && at.column >= head.left) && !heads.some((next) => next.top > row && next.top <= row + ROWS_FROM_TITLE_TO_HEADS);
}

/** Does a row below `from` add the numbers of this bottom row to others, by its formulas or as typed numbers above which the other summand stands? */
function isAddedUp(sheet: Sheet, { months, columns: { total } }: RosterHead, bottom: number, from: number): boolean {
  const columns = [...months.flatMap((month) => month.columns.map(({ column }) => column)), ...(total === null ? [] : [total])];
  const number = (row: number, column: number): number | null => {
    const value = shownCell(sheet, row, column)?.value;
    return typeof value === "number" ? value : null;
  };
  return sheet.rows().filter((row) => row > from && row <= from + MOST_ROWS).some((row) => {
    const cells = columns.flatMap((column) => sheet.cell(row, column) ?? []);
    const formulas = cells.filter(({ formula }) => formula !== null && rowsNamed(formula).includes(bottom)).length;
    const sums = columns.map((column) => [number(row, column), number(bottom, column), number(row - 1, column)] as const).filter((numbers): numbers is readonly [number, number, number] => numbers.every((one) => one !== null));
    const typed = sums.length > FEWEST_NUMBERS && sums.every(([sum, one, other]) => sum === one + other);
    return formulas > FEWEST_NUMBERS || (typed && sums.some(([, one, other]) => one > 0 && other > 0));
  });
}

/**
 * Behind the bottom rows and a blank row words and numbers stand where persons had marks: 协议人数 | 应到 | 实到 | 稳岗率 with their values, a table of its own.
 * Whoever belongs to the roster has, at least further down, one of its marks.
 */
function beginsOtherTable(sheet: Sheet, head: RosterHead, reader: RowReader, persons: readonly GroupedPerson[], row: number): boolean {
  for (let column = head.left; column <= head.right; column++) if (headText(sheet, row - 1, column) !== "") return false;
  const signs = reader.signsOf(persons.map((person) => person.row));
  for (let next = row; next <= row + ROWS_BETWEEN_GROUPS; next++) if (reader.signsOf([next]).some((sign) => signs.includes(sign) || (knownMark(sign) && !/^[\d.]+$/.test(sign)))) return false;
  return true;
}

/** A bottom row closes its group when persons follow it; the group's second bottom row still belongs to it. */
function startsNewGroup(reader: RowReader, heads: readonly RosterHead[], row: number): boolean {
  for (let next = row + 1; next <= row + ROWS_BETWEEN_GROUPS; next++) {
    if (heads.some((other) => other.top <= next && other.bottom >= next)) continue;
    const { kind } = reader.kindOf(next);
    if (kind === "person" || kind === "band") return true;
    if (kind !== "other") return false;
  }
  return false;
}

/** Heads over the same columns; of the months most are the same, so that a slip in one head makes no second roster. */
function samePage(a: RosterHead, b: RosterHead): boolean {
  const columns = (head: RosterHead): string => JSON.stringify(head.months.map((month) => month.columns.map((mark) => mark.column)));
  const same = a.months.filter((month, m) => month.month === b.months[m]?.month).length;
  return a.columns.name === b.columns.name && columns(a) === columns(b) && same * 2 > a.months.length;
}

/** A title of another station between two heads begins another roster. */
function otherStation(titles: readonly Title[], head: RosterHead, next: RosterHead): boolean {
  const above = (row: number): string | null => {
    let station: string | null = null;
    for (const title of titles) if (title.at.row < row) station = stationOf(title.text) ?? station;
    return station;
  };
  const first = above(head.top);
  const second = above(next.top);
  return first !== null && second !== null && normalise(first) !== normalise(second);
}

