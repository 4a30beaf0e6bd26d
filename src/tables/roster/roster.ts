import { frameOf, Kept, type Sheet, type Workbook } from "../../workbook";
import { findDates, dateText, isoDate, parsePeriod } from "../../values/dates";
import { readCell } from "../reading";
import { findTitles, stationOf, titleFor, type Title } from "../titles";
import type { Period } from "../../values/period";
import { markClues } from "./clues";
import { assembleGroups } from "./groups";
import { findRosterHeads, type RosterHead } from "./heads";
import { ROWS_OF_TITLES } from "./limits";
import { markReader, rawMark } from "./marks";
import { withoutCounted } from "./counted";
import { partTotals } from "./part-totals";
import { inParts, tickWorth } from "./parts";
import { datedMonths, withMonths } from "./months";
import { readPerson, textAt } from "./people";
import { retentionSentence, retentionValue, statedDue } from "./retention";
import { isRoster } from "./rosterhood";
import { readRows, type Rows } from "./row-order";
import { hasColumnsOfMarks, mayLieOnItsSide, turnedBack, turnedSheet } from "./turned";
import type { Roster, RosterMonth, RosterPerson, Vacancy } from "./types";

/** The rosters (到岗表) of a workbook, in the order of its sheets, top to bottom, left to right; those without a person, which are not filled in yet, among them. */
export function findRosters(workbook: Workbook): Roster[] {
  const periods = titledPeriods(workbook);
  const on = [frameOf(workbook), JSON.stringify(periods)];
  return workbook.sheets.flatMap((sheet) => kept.of(sheet, on, () => {
    const titles = findTitles(sheet);
    const upright = rostersOn(workbook, sheet, titles, periods);
    return upright.length > 0 || !mayLieOnItsSide(sheet) ? upright : onItsSide(workbook, sheet, titles, periods);
  }));
}

/** Persons as columns, months as rows: the sheet turned over, and what is found there turned back. */
function onItsSide(workbook: Workbook, sheet: Sheet, titles: readonly Title[], periods: readonly Period[]): Roster[] {
  const turned = turnedSheet(sheet);
  const around: Workbook = { ...workbook, sheets: workbook.sheets.map((other) => (other === sheet ? turned : other)) };
  return rostersOn(around, turned, findTitles(turned), periods).filter(({ persons }) => persons.length > 1)
    .map((roster) => turnedBack(roster, sheet, titles)).filter((roster) => !hasColumnsOfMarks(roster, sheet));
}

const kept = new Kept<Sheet, readonly Roster[]>();

/** The periods of all titles: what the indicator sheets are about dates the months of a roster that names no year. */
export function titledPeriods({ sheets }: Workbook): Period[] {
  return sheets.flatMap((sheet) => findTitles(sheet).map(({ period }) => period)).filter((period) => period !== null);
}

function rostersOn(workbook: Workbook, sheet: Sheet, titles: readonly Title[], periods: readonly Period[]): Roster[] {
  const heads = findRosterHeads(sheet, workbook.date1904);
  const rosters: Roster[] = [];
  const taken = new Set<RosterHead>();
  for (const head of heads) {
    if (taken.has(head)) continue;
    const rows = readRows(sheet, head, heads, titles);
    for (const page of rows.pages) taken.add(page);
    const isTable = rows.persons.length > 0 || isUntouched(sheet, head, rows);
    if (isTable && isRoster(sheet, head, rows.persons, titleFor(sheet, titles, head).title)) rosters.push(buildRoster(workbook, sheet, head, rows, titles, periods));
  }
  return rosters;
}

/** A roster's bottom rows stand under the heads, and nothing was typed in between: nobody has begun to fill it in. */
function isUntouched(sheet: Sheet, head: RosterHead, { bottoms, retentionRow, last }: Rows): boolean {
  if (bottoms.length === 0 && retentionRow === null) return false;
  const typed = (row: number, column: number): boolean => {
    const cell = sheet.cell(row, column);
    // A larger number is no mark: 协议要求在岗社工数 stands among the bottom rows.
    return cell !== undefined && cell.formula === null && cell.value !== null && cell.value !== "" && !(typeof cell.value === "number" && (cell.value === 0 || cell.value > 1));
  };
  const ends = new Set([...bottoms.map(({ row }) => row), ...(retentionRow ? [retentionRow.row] : [])]);
  const marks = head.months.flatMap(({ columns }) => columns.map(({ column }) => column));
  for (let row = head.bottom + 1; row <= last; row++) if (!ends.has(row) && [head.columns.name, ...marks].some((column) => typed(row, column))) return false;
  return true;
}

/** Heads on later pages that name another month than stands at their place. */
function otherHeads(pages: readonly RosterHead[], months: readonly RosterMonth[]): Roster["otherHeads"] {
  return pages.flatMap((page) => page.months.flatMap((head, m) => {
    const own = months[m];
    if (!own) return [];
    const differs = head.month !== own.month || (head.year !== null && own.yearKnown && head.year !== own.year);
    return differs ? [{ at: head.head, written: head.label, month: m }] : [];
  }));
}

/** The roster under these heads with these rows. */
export function buildRoster(
  workbook: Workbook, sheet: Sheet, head: RosterHead, rows: Rows, titles: readonly Title[], periods: readonly Period[]
): Roster {
  const { date1904 } = workbook;
  const { title, titleAt, period } = titleFor(sheet, titles, head);
  const station = stationOf(title) ?? "";
  const lines = linesAbove(sheet, titleAt ?? { row: Math.max(1, head.top - ROWS_OF_TITLES), column: 1 }, head);
  const agreement = lines.find((line) => /协议/.test(line.text) && !/采购周期/.test(line.text)) ?? lines.find((line) => /协议|合同|采购|周期/.test(line.text));
  const remarks = [head.columns.remark, ...head.remarks].filter((column) => column !== null);
  const remarkDates = rows.persons.flatMap(({ row }) => remarks.flatMap((column) => fullDates(textAt(sheet, row, column))));
  const anchors = [period, ...periods, agreement?.period ?? null].filter((anchor) => anchor !== null);
  const own = [period, agreement?.period ?? null].filter((anchor) => anchor !== null);
  const named = datedMonths(withMonths(head.months, own[0] ?? anchors[0] ?? null), ownFirst(anchors, agreement?.period ?? null), remarkDates, own);
  const ownRows = rows.persons.map(({ row }) => row);
  const { months, counted } = withoutCounted(sheet, inParts(sheet, named, ownRows, head.columns.total), ownRows);
  // A head that no month could be made of is none: what is counted by the place of a month goes by the others.
  const dated: RosterHead = { ...head, months: head.months.flatMap((one) => {
    const month = months.find(({ columns }) => one.columns.some(({ column }) => column === columns[0]!.column));
    return month ? [{ ...one, columns: one.columns.filter(({ column }) => month.columns.some((own) => own.column === column)) }] : [];
  }) };
  const raws = rows.persons.map(({ row }) => months.map((month) => month.columns.map((mark) => rawMark(sheet, row + mark.line, mark.column))));
  const clues = markClues({ workbook, sheet, head: dated, persons: rows.persons, bottoms: rows.bottoms, last: rows.last, raws });
  const reader = markReader(raws.flat(2), clues);
  const parts = partTotals(sheet, dated, head.columns.name, counted ?? []);
  const persons = rows.persons.map((person, i) => readPerson(sheet, date1904, head, person, months, raws[i]!.map((month) => month.map(reader.read)), station, { counted: counted ?? [], parts: parts.map(({ column }) => column) }));
  const grouped = assembleGroups(sheet, dated, persons, rows.persons, rows.bottoms, { counted, parts });
  const retention = rows.retentionRow ? retentionValue(sheet, head, rows.retentionRow) : retentionSentence(sheet, head, rows.last);
  return {
    kind: "roster", sheet: sheet.name, hidden: sheet.visibility !== "visible", rect: { top: head.top, left: head.left, bottom: rows.last, right: head.right },
    title, titleAt, period, station,
    agreement: agreement?.period ?? null,
    agreementAt: agreement?.at ?? null,
    statedDue: statedDue(sheet, head, rows.last),
    months, partTotals: parts,
    otherHeads: otherHeads(rows.pages, months),
    ...grouped,
    vacancies: rows.vacancies.map((row) => vacancy(sheet, head, row)),
    retention: retention ?? null,
    retentionLabelAt: rows.retentionRow ? { sheet: sheet.name, row: rows.retentionRow.row, column: rows.retentionRow.labelColumn } : retention?.at ?? null,
    columns: head.columns,
    numbers: reader.numbers,
    ofAbsence: clues.ofAbsence,
    tickWorth: reader.numbers ? null : tickWorth(months, grouped),
    gathered: isGathered(persons),
    question: reader.question,
    markNotes: reader.notes,
    presentMark: reader.present,
    absentMark: reader.absent
  };
}

/** Most of the months that hold anything are taken from other sheets. */
function isGathered(persons: readonly RosterPerson[]): boolean {
  const filled = persons.flatMap(({ marks }) => marks.flat()).filter(({ kind }) => kind !== "blank");
  return filled.filter(({ formula }) => formula?.includes("!")).length * 2 > filled.length;
}

function vacancy(sheet: Sheet, { columns: { no, total, senior } }: RosterHead, row: number): Vacancy {
  const reading = (column: number | null): Vacancy["total"] => (column === null ? null : readCell(sheet, row, column));
  return { row, no: reading(no)?.number ?? null, noAt: reading(no)?.at ?? null, total: reading(total), senior: reading(senior) };
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

