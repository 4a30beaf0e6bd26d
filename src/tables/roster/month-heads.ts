import { isError, type CellAddress, type Sheet } from "../../workbook";
import { dateText, isDateFormat, monthOf, parseMonthHead, parsePeriod, serialDate } from "../../values/dates";
import { remembered } from "../../values/remembered";
import { normalise } from "../../values/text";
import { headText } from "../reading";
import { FEWEST_BARE_MONTHS, LONGEST_BAND } from "./limits";
import type { MarkColumn, MarkKind } from "./types";

/** A month as its head names it; the year may be missing. */
export interface HeadMonth {
  readonly year: number | null;
  /** Null where the head of a month's marks names no month. */
  readonly month: number | null;
  /** 第3月: the third month of the period, whichever that is. */
  readonly nth: number | null;
  readonly label: string;
  readonly head: CellAddress;
  readonly columns: readonly MarkColumn[];
}

/** What a mark column's head asks for; null for any other head. */
export const markKindOf = remembered((text): MarkKind | null => {
  if (text === "" || /小计|合计|总计|人次/.test(text)) return null;
  if (/社保|社会保险|五险|参保/.test(text)) return "insurance";
  if (/工资|薪/.test(text)) return "wages";
  if (/^[上下前后]半月/.test(text)) return "part";
  return /到位|到岗|在岗|上岗|出勤|考勤/.test(text) ? "presence" : null;
});

interface OpenMonth {
  readonly year: number | null;
  readonly month: number | null;
  readonly nth: number | null;
  readonly label: string;
  readonly head: CellAddress;
  right: number;
  readonly columns: MarkColumn[];
}

/** The months that a row of heads names, with the mark columns under each. */
export function monthsIn(sheet: Sheet, row: number, left: number, right: number, date1904: boolean): HeadMonth[] {
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
          last.columns.push({ column, kind, line: 0 });
          last.right = column;
        }
      }
      continue;
    }
    const columns: MarkColumn[] = [];
    for (let mark = extent.left; mark <= extent.right; mark++) {
      columns.push({ column: mark, kind: (isParted(sheet, extent) ? null : named.kind) ?? markKindOf(headText(sheet, extent.bottom + 1, mark)) ?? bandKind(sheet, extent.top, mark, found[0]?.head.column ?? extent.left) ?? "other", line: 0 });
    }
    found.push({
      year: named.year ?? bandYear(sheet, extent.top, column), month: named.month, nth: named.nth, label: named.label,
      head: { sheet: sheet.name, row: extent.top, column: extent.left }, right: extent.right, columns
    });
  }
  const names = found.filter((month) => month.month !== null || month.nth !== null);
  // A row that names no month but once says nothing of heads without one.
  return foldedBands(onceEach(names.length < 2 ? names : found)).map(({ right: _, ...month }) => month);
}

/** 7月（应出勤23天） over heads of its own for each column: what the month's head adds names none of them. */
function isParted(sheet: Sheet, { left, right, bottom }: { left: number; right: number; bottom: number }): boolean {
  return right > left && headText(sheet, bottom + 1, left) !== headText(sheet, bottom + 1, right);
}

/** Whole numbers 7, 8, 9 … under a head that says 月 or the year: months without the word. */
export function bareMonthsIn(sheet: Sheet, row: number, left: number, right: number): HeadMonth[] {
  const found: HeadMonth[] = [];
  for (let column = left; column <= right; column++) {
    const extent = sheet.extent(row, column);
    if (extent.left !== column || extent.top !== row) continue;
    const text = headText(sheet, row, column);
    const month = /^(?:[1-9]|1[0-2])$/.test(text) ? Number(text) : null;
    const before = found.at(-1);
    if (month === null || !saysMonths(headText(sheet, row - 1, column))) {
      if (found.length >= FEWEST_BARE_MONTHS) break;
      found.length = 0;
      continue;
    }
    if (before && month !== (before.month! % 12) + 1) return [];
    const columns = Array.from({ length: extent.right - column + 1 }, (_, i): MarkColumn => ({ column: column + i, kind: markKindOf(headText(sheet, row + 1, column + i)) ?? "other", line: 0 }));
    found.push({ year: bandYear(sheet, row, column), month, nth: null, label: `${text}月`, head: { sheet: sheet.name, row, column }, columns });
  }
  return found.length >= FEWEST_BARE_MONTHS ? found : [];
}

/** 月份, 2025年各月: a head over months; a title that names a period has the word as well. */
function saysMonths(text: string): boolean {
  return text.length <= LONGEST_BAND && /月|^\d{4}年/.test(text) && !/\d日|社工站/.test(text);
}

/** The months stand once under 人员到位, once under 社保购买, once under 工资发放: the columns of one month are one of each. */
function foldedBands(found: readonly OpenMonth[]): OpenMonth[] {
  for (const bands of [3, 2]) {
    const size = found.length / bands;
    if (!Number.isInteger(size) || found.some(({ columns }) => columns.length !== 1)) continue;
    const band = (b: number): readonly OpenMonth[] => found.slice(b * size, (b + 1) * size);
    const kinds = Array.from({ length: bands }, (_, b) => new Set(band(b).map(({ columns }) => columns[0]!.kind)));
    const apart = kinds.every((own) => own.size === 1 && !own.has("other")) && new Set(kinds.map((own) => [...own][0])).size === bands;
    const same = found.every((month, i) => month.month === found[i % size]!.month && month.year === found[i % size]!.year);
    if (apart && same) return band(0).map((month, i) => ({ ...month, columns: Array.from({ length: bands }, (_, b) => found[b * size + i]!.columns[0]!) }));
  }
  return [...found];
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
    year: null, month: null, nth: null, label: sheet.cell(row, column)?.text.trim() ?? "", head: { sheet: sheet.name, row, column }, right: column + width - 1,
    columns: columns.map(({ column: mark, kind }) => ({ column: mark, kind: kind!, line: 0 }))
  };
}

/** A column without a month head of its own but with a mark's head: it belongs to the month before it. */
function openColumn(sheet: Sheet, row: number, column: number): MarkKind | null {
  return headText(sheet, row, column) === "" ? markKindOf(headText(sheet, row + 1, column)) : null;
}

/** 人员到位 over several months: merged over them or, not merged, over the first of them. */
function bandKind(sheet: Sheet, row: number, column: number, firstMonth: number): MarkKind | null {
  if (row < 2) return null;
  for (let at = column; at >= firstMonth; at--) {
    const text = headText(sheet, row - 1, at);
    if (text !== "") return sheet.extent(row - 1, at).left >= firstMonth ? markKindOf(text) : null;
  }
  return null;
}

/** 2024年 merged over its months. */
function bandYear(sheet: Sheet, row: number, column: number): number | null {
  const year = /^(\d{4})年度?$/.exec(row > 1 ? headText(sheet, row - 1, column) : "")?.[1];
  return year === undefined ? null : Number(year);
}

interface Named {
  readonly year: number | null;
  readonly month: number | null;
  readonly nth: number | null;
  readonly label: string;
  readonly kind: MarkKind | null;
}

function monthAt(sheet: Sheet, row: number, column: number, date1904: boolean, before: { year: number | null; month: number | null } | undefined): Named | null {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  if (!cell || cell.value === null || typeof cell.value === "boolean" || isError(cell.value)) return null;
  const label = cell.text.trim() || String(cell.value);
  if (typeof cell.value === "number") {
    const date = isDateFormat(cell.format) ? serialDate(cell.value, date1904) : null;
    if (date) return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), nth: null, label, kind: null };
    const typed = parseMonthHead(cell.text) ?? sixDigits(cell.text);
    // 2024.10 typed as a number has become 2024.1; after September it can only mean October.
    const october = typed?.month === 1 && before?.month === 9 && before.year === typed.year && /\.1$/.test(cell.text.trim());
    return typed ? { ...typed, month: october ? 10 : typed.month, nth: null, label, kind: null } : null;
  }
  if (cell.value.length > 30) return null;
  return namedMonth(cell.value, label);
}

/** The month that a text names as a head: "9月", "7月（22天）", "202507", "第1月", "7.1-7.31", "9月人员到位". */
function namedMonth(text: string, label: string): Named | null {
  const key = `${text}\u0000${label}`;
  let named = known.get(key);
  if (named === undefined) {
    named = readMonth(text, label);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, named);
  }
  return named;
}

/** Every text of a row that might hold months is asked, for several rows and again after a change. */
const known = new Map<string, Named | null>();
const MOST_REMEMBERED = 5000;

function readMonth(text: string, label: string): Named | null {
  const plain = parseMonthHead(text) ?? sixDigits(text) ?? oneMonth(text);
  if (plain) return { ...plain, nth: null, label, kind: null };
  const words = dateText(text);
  const nth = /^第(\d{1,2})个?月(?:份)?$/.exec(words)?.[1] ?? /^第([一二三四五六七八九十])个月$/.exec(words)?.[1];
  if (nth !== undefined) return { year: null, month: null, nth: /\d/.test(nth) ? Number(nth) : "一二三四五六七八九十".indexOf(nth) + 1, label, kind: null };
  // What is added in brackets or after the month: its days of work, or the mark's name.
  const added = /^(.*?月份?)(\(.*\)|\d+(?:个工作日|天|工作日)|\D+)$/u.exec(words);
  const month = added ? parseMonthHead(added[1]!) : null;
  if (month) {
    const kind = markKindOf(added![2]!);
    if (kind || /^[(\d]/.test(added![2]!)) return { ...month, nth: null, label: labelOf(label, added![1]!), kind };
  }
  const behind = /^(\D+?)\(?((?:\d{2,4}年)?\d{1,2}月份?)\)?$/u.exec(words);
  const kind = behind ? markKindOf(behind[1]!) : null;
  const own = kind ? parseMonthHead(behind![2]!) : null;
  return own ? { ...own, nth: null, label: behind![2]!, kind } : null;
}

/** The month's part of a head as it was written, if it was written so; else as it was read. */
function labelOf(written: string, read: string): string {
  const part = /^[^（(]*?月份?/.exec(written)?.[0];
  return part && normalise(part) === read ? part.trim() : read;
}

function sixDigits(text: string): { year: number; month: number } | null {
  const match = /^(20\d\d)(0[1-9]|1[0-2])(?:月)?$/.exec(normalise(text));
  return match ? { year: Number(match[1]), month: Number(match[2]) } : null;
}

/** "2024.7.1-7.31": a period within one month. */
function oneMonth(text: string): { year: number; month: number } | null {
  const period = text.length < 8 ? null : parsePeriod(text);
  return period && monthOf(period.start) === monthOf(period.end) ? { year: Number(period.start.slice(0, 4)), month: Number(period.start.slice(5, 7)) } : null;
}
