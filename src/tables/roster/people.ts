import type { Sheet } from "../../workbook";
import { dateText, findDates, isDateFormat, isoDate, parseContract, serialDate } from "../../values/dates";
import { readCell } from "../reading";
import type { GroupedPerson } from "./groups";
import type { RosterHead } from "./heads";
import { joinedRemark, parseRemark } from "./remarks";
import { shownCell } from "./cells";
import type { Contract, Remark, Roster, RosterMonth, RosterPerson, StaffEvent } from "./types";
import type { Reading } from "../types";

/** The text of a cell as written, merged areas resolved. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  return cell?.value === null || cell === undefined ? "" : typeof cell.value === "string" ? cell.value : cell.text;
}

/** One person with all that the columns tell. `beside`: the columns of what each month counts and of subtotals over some months. */
export function readPerson(
  sheet: Sheet, date1904: boolean, head: RosterHead, { row, group }: GroupedPerson, months: readonly RosterMonth[],
  marks: RosterPerson["marks"], station: string, beside: { readonly counted: readonly number[]; readonly parts: readonly number[] }
): RosterPerson {
  const { columns } = head;
  const reading = (column: number | null): Reading | null => (column === null ? null : readCell(sheet, row, column));
  const text = (column: number | null): string => (column === null ? "" : textAt(sheet, row, column).trim());
  const no = reading(columns.no);
  const certificate = reading(columns.certificate);
  const others = othersIn(sheet, row, head);
  return {
    row, group,
    no: no?.number ?? null, noAt: no?.at ?? null, noText: text(columns.no),
    name: text(columns.name), nameAt: { sheet: sheet.name, row, column: columns.name },
    position: text(columns.position),
    certificate: text(columns.certificate), certificateAt: certificate?.at ?? null,
    contract: readContract(sheet, date1904, row, columns),
    remark: readRemark(sheet, date1904, row, head, marks, months, station, others),
    others,
    marks,
    counted: beside.counted.map((column) => readCell(sheet, row, column)),
    parts: beside.parts.map((column) => readCell(sheet, row, column)),
    total: reading(columns.total),
    senior: reading(columns.senior),
    hidden: sheet.hiddenRows.has(row)
  };
}

/** 备注, in one column or several, and the days of joining and leaving where they have columns of their own; what 备注 says wins. */
function readRemark(
  sheet: Sheet, date1904: boolean, row: number, { columns: { remark, joined, left }, remarks }: RosterHead, marks: RosterPerson["marks"], months: readonly RosterMonth[], station: string,
  others: readonly string[]
): Remark {
  const parts = [remark, ...remarks].map((column) => {
    const at = column === null ? null : readCell(sheet, row, column).at;
    return parseRemark(column === null ? "" : textAt(sheet, row, column).trim(), at, months, station, marks, others);
  });
  const own = parts.length === 1 ? parts[0]! : joinedRemark(parts);
  const days = ([["join", joined], ["leave", left]] as const).flatMap(([kind, column]): StaffEvent[] => {
    const date = column === null ? null : dayAt(sheet, date1904, row, column);
    if (date === null || own.events.some((event) => event.kind === kind && event.month !== null)) return [];
    return [{ kind, date, month: date.slice(0, 7), word: kind === "join" ? "入职" : "离职", at: readCell(sheet, row, column!).at }];
  });
  if (days.length === 0) return own;
  // 离职 without its day is dated by the column.
  const undated = own.events.filter((event) => event.month !== null || !days.some((day) => day.kind === event.kind));
  return { ...own, events: [...undated, ...days].sort((a, b) => (a.date ?? a.month ?? "").localeCompare(b.date ?? b.month ?? "")) };
}

/** What stands in a person's row beside the name, the marks and the remarks: posts, areas. */
function othersIn(sheet: Sheet, row: number, { left, right, columns, remarks, months }: RosterHead): string[] {
  const others = new Set([columns.name, columns.remark, ...remarks, ...months.flatMap((month) => month.columns.map(({ column }) => column))]);
  return Array.from({ length: right - left + 1 }, (_, i) => left + i).filter((column) => !others.has(column)).map((column) => textAt(sheet, row, column)).filter((text) => text !== "");
}

/** The day that a cell names, as a date or in words; null where it names none. */
function dayAt(sheet: Sheet, date1904: boolean, row: number, column: number): string | null {
  const cell = shownCell(sheet, row, column);
  if (typeof cell?.value === "number") return isDateFormat(cell.format) ? serialDate(cell.value, date1904) : null;
  const found = findDates(dateText(textAt(sheet, row, column)))[0];
  return found?.year == null || found.day === null ? null : isoDate(found.year, found.month, found.day);
}

function readContract(sheet: Sheet, date1904: boolean, row: number, { contract, contractEnd }: Roster["columns"]): Contract {
  const whole = contract === null ? null : contractAt(sheet, date1904, row, contract);
  if (contractEnd === null) return whole ?? { at: null, text: "", start: null, end: null, openEnded: false };
  // The last day in a column of its own: one day, or 无固定期限.
  const last = contractAt(sheet, date1904, row, contractEnd);
  const text = [whole?.text ?? "", last.text].filter((part) => part !== "").join("-");
  return { at: whole?.at ?? last.at, text, start: whole?.start ?? null, end: last.openEnded ? null : last.end ?? last.start, openEnded: last.openEnded };
}

function contractAt(sheet: Sheet, date1904: boolean, row: number, column: number): Contract {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  const at = { sheet: sheet.name, row: extent.top, column: extent.left };
  if (typeof cell?.value === "number" && isDateFormat(cell.format)) {
    return { at, text: cell.text, start: serialDate(cell.value, date1904), end: null, openEnded: false };
  }
  const text = textAt(sheet, row, column).trim();
  return { at, text, ...parseContract(text) };
}

