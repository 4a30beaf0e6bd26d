import type { ToldTable } from "../../told";
import type { Sheet } from "../../workbook";
import { dateText, findDates, isDateFormat } from "../../values/dates";
import { headText } from "../reading";
import { columnsByWords, completeByContent, isNameHead, nameByContent, otherRemarks, ownColumns, roleByWords, stackedText } from "./columns";
import { markLike } from "./cells";
import { COLUMNS_OF_LABELS, LONGEST_BAND, MOST_HEADS_TRIED, ROWS_OF_HEADS, ROWS_OF_TITLES, ROWS_SAMPLED } from "./limits";
import { partTotals } from "./part-totals";
import { bareMonthsIn, markKindOf, monthsIn, type HeadMonth } from "./month-heads";
import type { MarkColumn, MarkKind, Roster } from "./types";

export type { HeadMonth } from "./month-heads";

/** The heads of a roster, or their repetition at the top of a printed page. */
export interface RosterHead {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: Roster["columns"];
  /** Columns of remarks beside {@link columns}.remark. */
  readonly remarks: readonly number[];
  readonly months: readonly HeadMonth[];
  /** Rows that a person takes: 1, or one for each kind of mark. */
  readonly lines: number;
  /** What the user told of its rows and marks. */
  readonly told?: Pick<ToldTable, "rows" | "marks">;
}

/** The heads of rosters on a sheet, top to bottom, then left to right. */
export function findRosterHeads(sheet: Sheet, date1904: boolean): RosterHead[] {
  const heads = byNames(sheet, date1904);
  return [...heads, ...byMonths(sheet, date1904, heads)].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Heads found by the word 姓名. */
function byNames(sheet: Sheet, date1904: boolean): RosterHead[] {
  const heads: RosterHead[] = [];
  const names = sheet.texts().filter(({ row, column, value }) => value.length < 20 && /[姓名]/.test(value) && isNameHead(headText(sheet, row, column)));
  names.forEach(({ row, column }, i) => {
    const before = names[i - 1]?.row === row;
    const next = names[i + 1]?.row === row ? names[i + 1]! : null;
    const left = before ? startOf(sheet, row, column) : 1;
    const right = next ? startOf(sheet, row, next.column) - 1 : (sheet.used?.right ?? column);
    const { months, monthRow } = monthsBeside(sheet, row, column, { left, right }, date1904);
    if (months.length > 0) heads.push(assembled(sheet, sheet.extent(row, column), column, months, monthRow, { left, right }));
  });
  return heads;
}

/** Where a roster that stands beside another one begins: at its 类型 or 序号 before 姓名. */
function startOf(sheet: Sheet, row: number, nameColumn: number): number {
  let start = nameColumn;
  while (start > 1 && /^(?:type|no)$/.test(roleByWords(headText(sheet, row, start - 1)) ?? "")) start--;
  return start;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** The row near a head of names that names most months; of several marks side by side without a month, the one month that the title tells. */
function monthsBeside(sheet: Sheet, row: number, column: number, { left, right }: Span, date1904: boolean): { months: readonly HeadMonth[]; monthRow: number } {
  const name = sheet.extent(row, column);
  let months: readonly HeadMonth[] = [];
  let monthRow = 0;
  for (const find of [monthsIn, bareMonthsIn]) {
    if (months.length > 0) break;
    for (let candidate = Math.max(1, name.top - ROWS_OF_HEADS); candidate <= name.bottom + 1; candidate++) {
      const found = find(sheet, candidate, left, right, date1904);
      if (found.length > months.length) {
        months = found;
        monthRow = candidate;
      }
    }
  }
  for (let candidate = name.top; months.length === 0 && candidate <= name.bottom; candidate++) {
    months = singleMonth(sheet, candidate, left, right);
    monthRow = candidate;
  }
  return { months, monthRow };
}

/** 人员到位 · 社保购买 · 工资发放 side by side, under no month of their own: the month that the title or the sheet's name tells. */
function singleMonth(sheet: Sheet, row: number, left: number, right: number): HeadMonth[] {
  const columns: MarkColumn[] = [];
  for (let column = left; column <= right; column++) {
    const extent = sheet.extent(row, column);
    const kind = extent.left === column && extent.right === column ? markKindOf(headText(sheet, row, column)) : null;
    const fits = kind !== null && !holdsDays(sheet, extent.bottom + 1, column) && columns.every((other) => other.kind !== kind);
    if (fits && (columns.length === 0 || columns.at(-1)!.column === column - 1)) columns.push({ column, kind, line: 0 });
    else if (columns.length > 1) break;
    else columns.length = 0;
  }
  const told = columns.length > 1 ? toldMonth(sheet, row) : null;
  return told ? [{ ...told, nth: null, label: `${told.month}月`, head: { sheet: sheet.name, row, column: columns[0]!.column }, columns }] : [];
}

/** 到岗时间 over days is no head of marks. */
function holdsDays(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet.cell(row, column);
  return typeof cell?.value === "number" ? isDateFormat(cell.format) : typeof cell?.value === "string" && findDates(dateText(cell.value)).length > 0;
}

/** The one month of which the lines above the heads speak, or the sheet's name. */
function toldMonth(sheet: Sheet, row: number): { year: number | null; month: number } | null {
  const above = sheet.texts().filter((text) => text.row < row && text.row >= row - ROWS_OF_TITLES && text.value.length < 100);
  for (const text of [...above.map(({ value }) => value).reverse(), sheet.name]) {
    const months = findDates(dateText(text)).filter(({ day }) => day === null);
    if (months.length === 1) return { year: months[0]!.year, month: months[0]!.month };
  }
  return null;
}

/** Heads found by a row of months over marks, whatever the head over the names says. */
function byMonths(sheet: Sheet, date1904: boolean, known: readonly RosterHead[]): RosterHead[] {
  const heads: RosterHead[] = [];
  let tried = 0;
  for (const row of rowsOfMonths(sheet)) {
    if (tried >= MOST_HEADS_TRIED) break;
    const isKnown = (column: number): boolean => [...known, ...heads].some((head) => row >= head.top && row <= head.bottom && column >= head.left && column <= head.right);
    for (const months of runs(monthRowOf(sheet, row, date1904))) {
      if (months.length === 0 || isKnown(months[0]!.columns[0]!.column)) continue;
      tried++;
      const head = aroundMonths(sheet, row, months);
      if (head && !heads.some((other) => overlaps(other, head))) heads.push(head);
    }
  }
  return heads;
}

function overlaps(a: RosterHead, b: RosterHead): boolean {
  return a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left;
}

/** Rows with two cells that look like months at a glance, or two heads of marks. */
function rowsOfMonths(sheet: Sheet): number[] {
  return sheet.rows().filter((row) => {
    let months = 0;
    for (const column of sheet.columns(row)) {
      const { value, format } = sheet.cell(row, column)!;
      const likely = typeof value === "number" ? (Number.isInteger(value) && (value <= 12 ? value > 0 : isDateFormat(format) || (value > 190000 && value < 220000)))
        : typeof value === "string" && value.length <= 30 && (/[月]|\d[./-]\d|20\d{4}/.test(value) || markKindOf(headText(sheet, row, column)) !== null);
      if (likely && ++months > 1) return true;
    }
    return false;
  });
}

function monthRowOf(sheet: Sheet, row: number, date1904: boolean): readonly HeadMonth[] {
  const right = sheet.used?.right ?? 1;
  const months = monthsIn(sheet, row, 1, right, date1904);
  if (months.length > 1 || months.some(({ columns }) => columns.length > 1)) return months;
  const bare = bareMonthsIn(sheet, row, 1, right);
  return bare.length > 0 ? bare : singleMonth(sheet, row, 1, right);
}

/** Rosters side by side: where columns of another kind lie between months and the months begin again. */
function runs(months: readonly HeadMonth[]): (readonly HeadMonth[])[] {
  const found: HeadMonth[][] = [];
  for (const month of months) {
    const run = found.at(-1);
    const before = run?.at(-1)?.columns.at(-1)?.column ?? 0;
    const apart = run !== undefined && month.columns[0]!.column > before + 1 && run.some((other) => other.month === month.month);
    if (run && !apart) run.push(month);
    else found.push([month]);
  }
  return found;
}

/** The heads around a row of months, if marks stand under it and names beside them. */
function aroundMonths(sheet: Sheet, row: number, months: readonly HeadMonth[]): RosterHead | null {
  const marks = months.flatMap((month) => month.columns.map(({ column }) => column));
  const bottom = Math.max(sheet.extent(row, marks[0]!).bottom, ...months.map((month) => markRowOf(sheet, month, null) ?? 0));
  if (!holdsMarks(sheet, bottom + 1, marks)) return null;
  const span = { left: Math.max(1, Math.min(...marks) - COLUMNS_OF_LABELS), right: Math.min(sheet.used?.right ?? 1, Math.max(...marks) + COLUMNS_OF_LABELS) };
  const top = Math.max(1, row - 1);
  const own = labelSpan(sheet, { top, bottom }, span, marks);
  const name = nameByContent(sheet, { top: row, bottom, ...own, months });
  return name === null ? null : assembled(sheet, { ...sheet.extent(row, name), bottom: Math.max(bottom, sheet.extent(row, name).bottom) }, name, months, row, own);
}

/** The columns beside the marks up to one that is blank in heads and rows. */
function labelSpan(sheet: Sheet, { top, bottom }: { top: number; bottom: number }, span: Span, marks: readonly number[]): Span {
  const blank = (column: number): boolean => {
    for (let row = top; row <= bottom + 3; row++) if (headText(sheet, row, column) !== "") return false;
    return true;
  };
  let left = Math.min(...marks);
  let right = Math.max(...marks);
  while (left > span.left && !blank(left - 1)) left--;
  while (right < span.right && !blank(right + 1)) right++;
  return { left, right };
}

/** Are most cells under the heads marks or person-months, and at least some? */
function holdsMarks(sheet: Sheet, top: number, columns: readonly number[]): boolean {
  let marks = 0;
  let others = 0;
  for (let row = top; row <= top + ROWS_SAMPLED; row++) {
    for (const column of columns) {
      const like = markLike(sheet, row, column);
      if (like === "text" || like === "share") marks++;
      else if (like === "number" || like === "other") others++;
    }
  }
  return marks >= 2 && marks > others * 2;
}

/** The heads as a whole, from the cell over the names and the months. */
function assembled(sheet: Sheet, name: { top: number; bottom: number }, nameColumn: number, months: readonly HeadMonth[], monthRow: number, span: Span): RosterHead {
  const bottom = Math.max(name.bottom, ...months.map((month) => markRowOf(sheet, month, nameColumn) ?? monthRow));
  const top = Math.min(name.top, monthRow);
  const marks = months.flatMap((month) => month.columns.map((mark) => mark.column));
  const area = { top, bottom, ...ownColumns(sheet, { top, bottom, ...span }, months, nameColumn), months };
  const kinds = kindsBelow(sheet, area, nameColumn);
  const placed = kinds ? { ...area, months: months.map((month) => ({ ...month, columns: kinds.map((kind, line): MarkColumn => ({ column: month.columns[0]!.column, kind, line })) })) } : area;
  const parts = partTotals(sheet, placed, nameColumn).map(({ column }) => column);
  const columns = completeByContent(sheet, placed, columnsByWords(sheet, placed, nameColumn, parts), parts);
  const remarks = otherRemarks(sheet, placed, columns);
  // A head of no role may still be the table's: 服务站点, in whose column the labels of bottom rows begin.
  const used = [...(stackedText(sheet, area, area.left).length <= LONGEST_BAND ? [area.left] : []), ...marks, ...remarks, ...Object.values(columns).filter((column) => column !== null)];
  return { top, bottom, left: Math.min(...used), right: Math.max(...used), columns, remarks, months: placed.months, lines: kinds?.length ?? 1 };
}

/** 到位, 社保, 工资 below each other in every person's rows, in a column of their own: the kinds in order, or null. */
function kindsBelow(sheet: Sheet, { bottom, left, right, months }: { bottom: number; left: number; right: number; months: readonly HeadMonth[] }, nameColumn: number): MarkKind[] | null {
  const name = sheet.extent(bottom + 1, nameColumn);
  const lines = name.bottom - name.top + 1;
  if (lines < 2 || lines > 3 || months.some((month) => month.columns.length > 1)) return null;
  for (let column = left; column <= right; column++) {
    const kinds = Array.from({ length: lines }, (_, line) => markKindOf(headText(sheet, bottom + 1 + line, column)));
    if (kinds.every((kind) => kind !== null) && new Set(kinds).size === lines) return kinds as MarkKind[];
  }
  return null;
}

/** The row of the marks' heads under a month, unless that row is already a person's. */
function markRowOf(sheet: Sheet, month: HeadMonth, nameColumn: number | null): number | null {
  const row = sheet.extent(month.head.row, month.head.column).bottom + 1;
  const isHead = month.columns.some((mark) => markKindOf(headText(sheet, row, mark.column)) !== null);
  if (nameColumn === null) return isHead ? row : null;
  const name = headText(sheet, row, nameColumn);
  return isHead && (name === "" || isNameHead(name) || sheet.extent(row, nameColumn).top < row) ? row : null;
}
