import type { Sheet, Workbook } from "../../workbook";
import { findDates, dateText, isDateFormat, isoDate, parseContract, parsePeriod, serialDate } from "../../values/dates";
import { headText, readCell } from "../reading";
import { markClues } from "./clues";
import { assembleGroups, type BottomRow, type GroupedPerson } from "./groups";
import { findRosterHeads, type RosterHead } from "./heads";
import { ROWS_BETWEEN_GROUPS, ROWS_FROM_TITLE_TO_HEADS, ROWS_OF_REMARKS, ROWS_OF_TITLES } from "./limits";
import { markReader, rawMark } from "./marks";
import { datedMonths } from "./months";
import { parseRemark } from "./remarks";
import { RowReader } from "./rows";
import type { Contract, Roster, RosterMonth, RosterPerson } from "./types";
import { normalise } from "../../values/text";
import { findTitles, stationOf, titleFor, type Title } from "../titles";
import type { Reading } from "../types";
import type { Period } from "../../values/period";

/** The rosters (到岗表) of a workbook, in the order of its sheets, top to bottom, left to right. */
export function findRosters(workbook: Workbook): Roster[] {
  const titles = workbook.sheets.map((sheet) => findTitles(sheet));
  // What the indicator sheets are about dates the months of a roster that names no year.
  const periods = titles.flat().map((title) => title.period).filter((period) => period !== null);
  return workbook.sheets.flatMap((sheet, i) => rostersOn(workbook, sheet, titles[i]!, periods));
}

function rostersOn(workbook: Workbook, sheet: Sheet, titles: readonly Title[], periods: readonly Period[]): Roster[] {
  const heads = findRosterHeads(sheet, workbook.date1904);
  const rosters: Roster[] = [];
  const taken = new Set<RosterHead>();
  for (const head of heads) {
    if (taken.has(head)) continue;
    const rows = readRows(sheet, head, heads, titles);
    for (const page of rows.pages) taken.add(page);
    if (rows.persons.length > 0) rosters.push(build(workbook, sheet, head, rows, titles, periods));
  }
  return rosters;
}

interface Rows {
  readonly persons: readonly GroupedPerson[];
  readonly bottoms: readonly BottomRow[];
  readonly retentionRow: { readonly row: number; readonly labelColumn: number } | null;
  readonly last: number;
  /** Repetitions of the heads on later pages. */
  readonly pages: readonly RosterHead[];
}

function readRows(sheet: Sheet, head: RosterHead, heads: readonly RosterHead[], titles: readonly Title[]): Rows {
  const reader = new RowReader(sheet, head);
  const persons: GroupedPerson[] = [];
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
    last = row;
    if (found.kind === "person") {
      // A blank 类型 goes on with the group above, until that group was summed up.
      const before = persons.at(-1);
      const inherited = band ?? (before?.segment === segment ? before.group : null);
      persons.push({ row, segment, group: found.type ?? inherited });
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
  return { persons, bottoms, retentionRow, last, pages };
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

/** Heads on later pages that name another month than stands at their place. */
function otherHeads(pages: readonly RosterHead[], months: readonly RosterMonth[]): Roster["otherHeads"] {
  return pages.flatMap((page) => page.months.flatMap((head, m) => {
    const own = months[m]!;
    const differs = head.month !== own.month || (head.year !== null && own.yearKnown && head.year !== own.year);
    return differs ? [{ at: head.head, written: head.label, month: m }] : [];
  }));
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

function build(
  workbook: Workbook, sheet: Sheet, head: RosterHead, rows: Rows, titles: readonly Title[], periods: readonly Period[]
): Roster {
  const { date1904 } = workbook;
  const { title, titleAt, period } = titleFor(sheet, titles, head);
  const station = stationOf(title) ?? "";
  const lines = linesAbove(sheet, titleAt ?? { row: Math.max(1, head.top - ROWS_OF_TITLES), column: 1 }, head);
  const agreement = lines.find((line) => /协议/.test(line.text) && !/采购周期/.test(line.text)) ?? lines.find((line) => /协议|合同|采购|周期/.test(line.text));
  const remarkDates = head.columns.remark === null ? [] : rows.persons.flatMap(({ row }) => fullDates(textAt(sheet, row, head.columns.remark!)));
  const anchors = [period, ...periods, agreement?.period ?? null].filter((anchor) => anchor !== null);
  const own = [period, agreement?.period ?? null].filter((anchor) => anchor !== null);
  const months = datedMonths(head.months, ownFirst(anchors, agreement?.period ?? null), remarkDates, own);
  const raws = rows.persons.map(({ row }) => months.map((month) => month.columns.map((mark) => rawMark(sheet, row, mark.column))));
  const clues = markClues({ workbook, sheet, head, persons: rows.persons, bottoms: rows.bottoms, last: rows.last, raws });
  const reader = markReader(raws.flat(2), clues);
  const persons = rows.persons.map((person, i) => readPerson(sheet, date1904, head, person, months, raws[i]!.map((month) => month.map(reader.read)), station));
  const grouped = assembleGroups(sheet, head, persons, rows.persons, rows.bottoms);
  const retention = rows.retentionRow && retentionValue(sheet, head, rows.retentionRow);
  return {
    kind: "roster", sheet: sheet.name, rect: { top: head.top, left: head.left, bottom: rows.last, right: head.right },
    title, titleAt, period, station,
    agreement: agreement?.period ?? null,
    agreementAt: agreement?.at ?? null,
    statedDue: statedDue(sheet, head, rows.last),
    months,
    otherHeads: otherHeads(rows.pages, months),
    ...grouped,
    retention: retention ?? null,
    retentionLabelAt: rows.retentionRow ? { sheet: sheet.name, row: rows.retentionRow.row, column: rows.retentionRow.labelColumn } : null,
    columns: head.columns,
    numbers: reader.numbers,
    question: reader.question,
    markNotes: reader.notes,
    presentMark: reader.present,
    absentMark: reader.absent
  };
}

/** Of several periods those come first that overlap the roster's own agreement. */
function ownFirst(anchors: readonly Period[], agreement: Period | null): Period[] {
  if (!agreement) return [...anchors];
  const overlaps = (period: Period): boolean => period.start <= agreement.end && period.end >= agreement.start;
  return [...anchors.filter(overlaps), ...anchors.filter((anchor) => !overlaps(anchor))];
}

/** The cells between the title and the heads that name a period; what stands over a table beside the roster is that table's. */
function linesAbove(sheet: Sheet, from: { row: number; column: number }, head: RosterHead): { text: string; period: Period; at: { sheet: string; row: number; column: number } }[] {
  const lines = [];
  for (let row = from.row; row < head.top; row++) {
    for (const column of sheet.columns(row)) {
      if (column > head.right || column < Math.min(from.column, head.left)) continue;
      const value = sheet.cell(row, column)!.value;
      if (typeof value !== "string") continue;
      // Both times may stand in one cell, a line each.
      for (const text of value.split(/[\r\n；;]+/)) {
        const period = parsePeriod(text);
        if (period) lines.push({ text, period, at: { sheet: sheet.name, row, column } });
      }
    }
  }
  return lines;
}

function fullDates(text: string): string[] {
  return findDates(dateText(text, true))
    .map((date) => (date.year === null ? null : isoDate(date.year, date.month, date.day ?? 1)))
    .filter((date) => date !== null);
}

function textAt(sheet: Sheet, row: number, column: number): string {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  return cell?.value === null || cell === undefined ? "" : typeof cell.value === "string" ? cell.value : cell.text;
}

function readPerson(
  sheet: Sheet, date1904: boolean, head: RosterHead, { row, group }: GroupedPerson, months: readonly RosterMonth[],
  marks: RosterPerson["marks"], station: string
): RosterPerson {
  const { columns } = head;
  const reading = (column: number | null): Reading | null => (column === null ? null : readCell(sheet, row, column));
  const text = (column: number | null): string => (column === null ? "" : textAt(sheet, row, column).trim());
  const no = reading(columns.no);
  const certificate = reading(columns.certificate);
  const remark = reading(columns.remark);
  return {
    row, group,
    no: no?.number ?? null, noAt: no?.at ?? null, noText: text(columns.no),
    name: text(columns.name), nameAt: { sheet: sheet.name, row, column: columns.name },
    position: text(columns.position),
    certificate: text(columns.certificate), certificateAt: certificate?.at ?? null,
    contract: readContract(sheet, date1904, row, columns),
    remark: parseRemark(text(columns.remark), remark?.at ?? null, months, station),
    marks,
    total: reading(columns.total),
    senior: reading(columns.senior),
    hidden: sheet.hiddenRows.has(row)
  };
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

/** The value of the 稳岗率 row: the first cell right of its words that is not blank. */
function retentionValue(sheet: Sheet, head: RosterHead, found: { row: number; labelColumn: number }): Reading | null {
  const label = sheet.extent(found.row, found.labelColumn);
  for (let column = label.right + 1; column <= head.right; column++) {
    if (headText(sheet, found.row, column) !== "" || sheet.cell(found.row, column)?.formula) return asRate(readCell(sheet, found.row, column));
  }
  // 稳岗率：14/20=70.00% in one cell with its words.
  const own = readCell(sheet, found.row, found.labelColumn);
  const said = /稳岗率(?:\(.*\))?[:=为]((?:\d+\/\d+=?)?(?:\d+(?:\.\d+)?%)?)$/.exec(normalise(own.text))?.[1];
  if (said) return asRate({ ...own, text: said });
  const first = head.months[0]!.columns[0]!.column;
  return first > label.right ? readCell(sheet, found.row, first) : null;
}

/** "14/20=70.00%", "14/20*100%", "持续在岗14人，稳岗率70%": the rate that a text ends in. */
function asRate(reading: Reading): Reading {
  if (reading.kind !== "text" || reading.text === "") return reading;
  const plain = normalise(reading.text);
  const percent = [...plain.matchAll(/(?<![\d.*×])(\d+(?:\.\d+)?)%/g)].at(-1);
  const fraction = /(?<!\d)(\d+)\/(\d+)(?!\d)/.exec(plain);
  if (percent) return { ...reading, kind: "number", number: Number((Number(percent[1]) / 100).toPrecision(12)), textual: true, unit: "%", text: reading.text };
  return fraction && Number(fraction[2]) > 0 ? { ...reading, kind: "number", number: Number(fraction[1]) / Number(fraction[2]), textual: true, unit: "%" } : reading;
}

/** 应到人次 where a cell near the roster states it: "应到人次：120", or the number beside 应到人次. */
function statedDue(sheet: Sheet, head: RosterHead, last: number): Reading | null {
  const bottom = Math.min(sheet.used?.bottom ?? last, last + ROWS_OF_REMARKS);
  for (let row = Math.max(1, head.top - ROWS_OF_REMARKS); row <= bottom; row++) {
    if (row >= head.top && row <= head.bottom) continue;
    for (const column of sheet.columns(row)) {
      const value = sheet.cell(row, column)!.value;
      if (typeof value !== "string" || !value.includes("应到") || value.includes("持证")) continue;
      const own = /应到(?:社工)?(?:总?人次)?(?:数|合计)?[:：为]?(\d+(?:\.5|\.0)?)(?:人次)?/.exec(normalise(value));
      const reading = readCell(sheet, row, column);
      if (own) return { ...reading, kind: "number", number: Number(own[1]), textual: true };
      const beside = readCell(sheet, row, sheet.extent(row, column).right + 1);
      if (/^应到(?:总?人次)?(?:数|合计)?[:：]?$/.test(normalise(value)) && beside.number !== null) return beside;
    }
  }
  return null;
}
