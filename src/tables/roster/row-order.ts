import type { Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { stationOf, type Title } from "../titles";
import type { BottomRow, GroupedPerson } from "./groups";
import type { RosterHead } from "./heads";
import { ROWS_BETWEEN_GROUPS, ROWS_FROM_TITLE_TO_HEADS } from "./limits";
import { RowReader } from "./rows";

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

