import { isError, type CellAddress, type Sheet } from "../../workbook";
import { isDateFormat, parseMonthHead, serialDate } from "../../values/dates";
import { roleOf as indicatorRole } from "../indicators/heads";
import { headText } from "../reading";
import { ROWS_OF_HEADS } from "./limits";
import type { MarkColumn, MarkKind, Roster } from "./types";

/** A month as its head names it; the year may be missing. */
export interface HeadMonth {
  readonly year: number | null;
  /** Null where the head of a month's marks names no month. */
  readonly month: number | null;
  readonly label: string;
  readonly head: CellAddress;
  readonly columns: readonly MarkColumn[];
}

/** The heads of a roster, or their repetition at the top of a printed page. */
export interface RosterHead {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: Roster["columns"];
  readonly months: readonly HeadMonth[];
}

type Role = keyof Roster["columns"];

// The order matters: 岗位资格证 is a certificate before it is a position, 2年以上小计 is no 到岗小计.
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ["name", /^(?:员工|社工|人员|职工|工作人员)?(?:姓名|名字|名单)$/],
  ["no", /^(?:序号|编号|序|no\.?|№)$/i],
  ["remark", /^(?:备注|说明|备注说明|变动情况|人员变动情况|其他说明)(?:\(.*\))?$/],
  ["senior", /(?:2|两|二)年(?:及)?以上|(?:满|足)(?:2|两|二)年/],
  ["total", /小计|合计|总计|人次/],
  ["contractEnd", /合同.*(?:(?<!起)止|结束|终止|到期|届满)/],
  ["contract", /合同/],
  ["certificate", /资格证|资质|持证情况|资格|证书|职称|专业水平/],
  ["type", /^(?:人员|社工|持证|岗位)?(?:类型|类别)$|^是否持证$/],
  ["position", /^(?:职位|职务|岗位|岗位名称|担任职务|岗位\/职务|职务\/岗位)$/]
];

export function isNameHead(text: string): boolean {
  return ROLES[0]![1].test(text);
}

function roleOf(text: string): Role | null {
  if (text === "") return null;
  return ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** What a mark column's head asks for; null for any other head. */
export function markKindOf(text: string): MarkKind | null {
  if (text === "" || /小计|合计|总计|人次/.test(text)) return null;
  if (/社保|社会保险|五险|参保/.test(text)) return "insurance";
  if (/工资|薪/.test(text)) return "wages";
  return /到位|到岗|在岗|上岗|出勤|考勤/.test(text) ? "presence" : null;
}

/** The heads of rosters on a sheet, top to bottom, then left to right. */
export function findRosterHeads(sheet: Sheet, date1904: boolean): RosterHead[] {
  const heads: RosterHead[] = [];
  const names = sheet.texts().filter(({ row, column, value }) => value.length < 20 && /[姓名]/.test(value) && isNameHead(headText(sheet, row, column)));
  names.forEach(({ row, column }, i) => {
    const before = names[i - 1]?.row === row;
    const next = names[i + 1]?.row === row ? names[i + 1]! : null;
    const left = before ? startOf(sheet, row, column) : 1;
    const right = next ? startOf(sheet, row, next.column) - 1 : (sheet.used?.right ?? column);
    const head = headAt(sheet, row, column, left, right, date1904);
    if (head) heads.push(head);
  });
  return heads;
}

/** Where a roster that stands beside another one begins: at its 类型 or 序号 before 姓名. */
function startOf(sheet: Sheet, row: number, nameColumn: number): number {
  let start = nameColumn;
  while (start > 1 && /^(?:type|no)$/.test(roleOf(headText(sheet, row, start - 1)) ?? "")) start--;
  return start;
}

function headAt(sheet: Sheet, row: number, nameColumn: number, left: number, right: number, date1904: boolean): RosterHead | null {
  const name = sheet.extent(row, nameColumn);
  let months: HeadMonth[] = [];
  let monthRow = 0;
  for (let candidate = Math.max(1, name.top - ROWS_OF_HEADS); candidate <= name.bottom + 1; candidate++) {
    const found = monthsIn(sheet, candidate, left, right, date1904);
    if (found.length > months.length) {
      months = found;
      monthRow = candidate;
    }
  }
  if (months.length === 0) return null;
  const bottom = Math.max(name.bottom, ...months.map((month) => markRowOf(sheet, month, nameColumn) ?? monthRow));
  const top = Math.min(name.top, monthRow);
  const marks = new Set(months.flatMap((month) => month.columns.map((mark) => mark.column)));
  const columns = columnsOf(sheet, { top, bottom, ...ownColumns(sheet, { top, bottom, left, right }, [nameColumn, ...marks]) }, marks, nameColumn);
  const used = [...marks, ...Object.values(columns).filter((column) => column !== null)];
  return { top, bottom, left: Math.min(...used), right: Math.max(...used), columns, months };
}

/** How far the heads go on left and right of the columns that are surely the roster's: to an empty column or to heads of indicators. */
function ownColumns(
  sheet: Sheet, area: { top: number; bottom: number; left: number; right: number }, sure: readonly number[]
): { left: number; right: number } {
  const foreign = (column: number): boolean => {
    const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
    const texts = rows.map((row) => headText(sheet, row, column));
    return texts.every((text) => text === "") || texts.some((text) => indicatorRole(text) !== null);
  };
  let left = Math.min(...sure);
  let right = Math.max(...sure);
  while (left > area.left && !foreign(left - 1)) left--;
  while (right < area.right && !foreign(right + 1)) right++;
  return { left, right };
}

function columnsOf(
  sheet: Sheet, area: { top: number; bottom: number; left: number; right: number }, marks: ReadonlySet<number>, nameColumn: number
): Roster["columns"] {
  const found: { -readonly [R in Role]: Roster["columns"][R] } = {
    type: null, no: null, name: nameColumn, position: null, certificate: null, contract: null, contractEnd: null, total: null, senior: null, remark: null
  };
  let totalText = "";
  for (let column = area.left; column <= area.right; column++) {
    if (marks.has(column) || column === nameColumn) continue;
    const text = stackedText(sheet, area.top, area.bottom, column);
    const role = roleOf(text);
    if (!role || role === "name") continue;
    // 人员到岗小计 is a better total than a plain 合计 of something else beside it.
    const better = role === "total" && /到岗|人次/.test(text) && !/到岗|人次/.test(totalText);
    if (found[role] !== null && !better) continue;
    if (role === "total") totalText = text;
    found[role] = column;
  }
  return found;
}

/** The texts of a head column, each merged area once. */
function stackedText(sheet: Sheet, top: number, bottom: number, column: number): string {
  const texts: string[] = [];
  let seen = 0;
  for (let row = top; row <= bottom; row++) {
    const extent = sheet.extent(row, column);
    if (extent.bottom <= seen) continue;
    seen = extent.bottom;
    texts.push(headText(sheet, row, column));
  }
  return texts.join("");
}

interface OpenMonth {
  readonly year: number | null;
  readonly month: number | null;
  readonly label: string;
  readonly head: CellAddress;
  right: number;
  readonly columns: MarkColumn[];
}

/** The months that a row of heads names, with the mark columns under each. */
function monthsIn(sheet: Sheet, row: number, left: number, right: number, date1904: boolean): HeadMonth[] {
  const found: OpenMonth[] = [];
  for (let column = left; column <= right; column++) {
    const extent = sheet.extent(row, column);
    const last = found[found.length - 1];
    if (last && column <= last.right) continue;
    const named = monthAt(sheet, row, column, date1904, last);
    if (!named) {
      if (!last || column !== last.right + 1) continue;
      const unnamed = unnamedMonth(sheet, row, column, last);
      if (unnamed) found.push(unnamed);
      else {
        const kind = openColumn(sheet, row, column);
        if (kind) {
          last.columns.push({ column, kind });
          last.right = column;
        }
      }
      continue;
    }
    const columns: MarkColumn[] = [];
    for (let mark = extent.left; mark <= extent.right; mark++) {
      columns.push({ column: mark, kind: named.kind ?? markKindOf(headText(sheet, extent.bottom + 1, mark)) ?? "other" });
    }
    found.push({
      year: named.year, month: named.month, label: named.label, head: { sheet: sheet.name, row: extent.top, column: extent.left }, right: extent.right, columns
    });
  }
  // A row that names no month but once says nothing of heads without one.
  return onceEach(found.filter((month) => month.month !== null).length < 2 ? found.filter((month) => month.month !== null) : found)
    .map(({ right: _, ...month }) => month);
}

/** A month may be written over each of its columns instead of once over all; two heads over marks of the same kinds are two months of one name. */
function onceEach(found: readonly OpenMonth[]): OpenMonth[] {
  const joined: OpenMonth[] = [];
  const repeats = (a: OpenMonth, b: OpenMonth): boolean => a.month !== null && a.month === b.month && a.year === b.year && b.head.column === a.right + 1 && b.right === b.head.column;
  const often = found.filter((month, i) => i > 0 && repeats(found[i - 1]!, month)).length * 2 >= found.length - 1;
  for (const month of found) {
    const last = joined[joined.length - 1];
    const anew = last?.columns.some((own) => month.columns.some((other) => other.kind === own.kind && (own.kind !== "other" || !often))) ?? true;
    if (last && repeats(last, month) && !anew) {
      last.columns.push(...month.columns);
      last.right = month.right;
    } else joined.push({ ...month, columns: [...month.columns] });
  }
  return joined;
}

/** Marks of the kinds that the month before has already, under a head that is blank or names no month: a month all the same. */
function unnamedMonth(sheet: Sheet, row: number, column: number, last: OpenMonth): OpenMonth | null {
  const extent = sheet.extent(row, column);
  if (extent.top !== row || extent.left !== column) return null;
  const width = last.columns.length;
  const columns = Array.from({ length: width }, (_, i) => column + i).map((mark) => ({ column: mark, kind: markKindOf(headText(sheet, extent.bottom + 1, mark)) }));
  const whole = columns.every(({ column: mark, kind }, i) => kind === last.columns[i]!.kind && kind !== null && (mark <= extent.right || headText(sheet, row, mark) === ""));
  if (!whole || extent.right > column + width - 1) return null;
  return {
    year: null, month: null, label: sheet.cell(row, column)?.text.trim() ?? "", head: { sheet: sheet.name, row, column }, right: column + width - 1,
    columns: columns.map(({ column: mark, kind }) => ({ column: mark, kind: kind! }))
  };
}

/** A column without a month head of its own but with a mark's head: it belongs to the month before it. */
function openColumn(sheet: Sheet, row: number, column: number): MarkKind | null {
  return headText(sheet, row, column) === "" ? markKindOf(headText(sheet, row + 1, column)) : null;
}

function monthAt(
  sheet: Sheet, row: number, column: number, date1904: boolean, before: { year: number | null; month: number | null } | undefined
): { year: number | null; month: number; label: string; kind: MarkKind | null } | null {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  if (!cell || cell.value === null || typeof cell.value === "boolean" || isError(cell.value)) return null;
  const label = cell.text.trim() || String(cell.value);
  if (typeof cell.value === "number") {
    const date = isDateFormat(cell.format) ? serialDate(cell.value, date1904) : null;
    if (date) return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), label, kind: null };
    const typed = parseMonthHead(cell.text);
    // 2024.10 typed as a number has become 2024.1; after September it can only mean October.
    const october = typed?.month === 1 && before?.month === 9 && before.year === typed.year && /\.1$/.test(cell.text.trim());
    return typed ? { ...typed, month: october ? 10 : typed.month, label, kind: null } : null;
  }
  if (cell.value.length > 30) return null;
  const plain = parseMonthHead(cell.value);
  if (plain) return { ...plain, label, kind: null };
  // "9月人员到位": month and mark in one head.
  const both = /^(.*?月份?)(\D+)$/u.exec(headText(sheet, row, column));
  const month = both ? parseMonthHead(both[1]!) : null;
  const kind = both ? markKindOf(both[2]!) : null;
  return month && kind ? { ...month, label: both![1]!, kind } : null;
}

/** The row of the marks' heads under a month, unless that row is already a person's. */
function markRowOf(sheet: Sheet, month: HeadMonth, nameColumn: number): number | null {
  const row = sheet.extent(month.head.row, month.head.column).bottom + 1;
  const isHead = month.columns.some((mark) => markKindOf(headText(sheet, row, mark.column)) !== null);
  const name = headText(sheet, row, nameColumn);
  return isHead && (name === "" || isNameHead(name)) ? row : null;
}
