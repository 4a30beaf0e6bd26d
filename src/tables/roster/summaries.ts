import { rectContains, type Sheet, type Workbook } from "../../workbook";
import { findTitles, titleFor, type Title } from "../titles";
import { headText, readCell } from "../reading";
import type { Reading } from "../types";
import { certificateGroup } from "./certificate-words";
import { FEWEST_SUMMED_MONTHS, ROWS_OF_SUMMARIES } from "./limits";
import { monthsIn, type HeadMonth } from "./month-heads";
import { datedMonths } from "./months";
import { retentionIn } from "./retention";
import { isRetentionLabel } from "./rows";
import type { CertificateGroup, MonthTotals, Roster } from "./types";

/**
 * Tables that gather the months of rosters on other sheets (持证社工有效人次 · 7月 … 12月 · 合计; 非持证 …; 稳岗率): rosters without persons, with their
 * bottom rows alone. A row of months over numbers is one where a row says whose they are and most of its months show what a roster's sheet holds.
 */
export function findSummaries(workbook: Workbook, rosters: readonly Roster[]): Roster[] {
  if (rosters.length === 0) return [];
  const sheets = new Set(rosters.map(({ sheet }) => sheet));
  return workbook.sheets.filter((sheet) => sheet.visibility === "visible" && readsSheets(sheet)).flatMap((sheet) => {
    const titles = findTitles(sheet);
    return sheet.rows().flatMap((row) => {
      const months = monthsIn(sheet, row, 1, sheet.used?.right ?? 1, workbook.date1904).filter(({ columns }) => columns.length === 1);
      const first = months[0];
      if (!first || months.length < FEWEST_SUMMED_MONTHS || first.columns[0]!.column < 2) return [];
      const taken = rosters.some((roster) => roster.sheet === sheet.name && rectContains(roster.rect, row, first.columns[0]!.column));
      const found = taken ? null : summaryUnder(sheet, row, months, titles, rosters);
      return found && isGathered(found, sheets) ? [found] : [];
    });
  });
}

/** Only formulas that name another sheet gather anything. */
function readsSheets(sheet: Sheet): boolean {
  return sheet.formulas().some(({ formula }) => formula.includes("!"));
}

interface Row {
  readonly scope: CertificateGroup | "grand" | "retention";
  readonly totals: MonthTotals;
}

function summaryUnder(sheet: Sheet, top: number, heads: readonly HeadMonth[], titles: readonly Title[], rosters: readonly Roster[]): Roster | null {
  const columns = heads.map(({ columns: [mark] }) => mark!.column);
  const left = leftOf(sheet, top, columns[0]!);
  const right = rightOf(sheet, top, columns.at(-1)!);
  const own = columnsBehind(sheet, top, columns.at(-1)!, right);
  const rows: Row[] = [];
  let last = top;
  for (let row = top + 1; row <= top + ROWS_OF_SUMMARIES; row++) {
    const label = labelOf(sheet, row, left, columns[0]!);
    if (label === "") break;
    last = row;
    const scope = scopeOf(label);
    if (scope && !rows.some((other) => other.scope === scope)) rows.push({ scope, totals: totalsIn(sheet, row, left, columns, own) });
  }
  const counted = rows.filter(({ scope, totals }) => scope !== "retention" && totals.months.filter(({ number }) => number !== null).length * 2 > columns.length);
  if (counted.length === 0) return null;
  const rect = { top, left, bottom: last, right };
  const { title, titleAt, period } = titleFor(sheet, titles, rect);
  const model = rosters.find((roster) => roster.months.length >= heads.length) ?? rosters[0]!;
  const anchors = [period, model.period, model.agreement].filter((anchor) => anchor !== null);
  const retention = rows.find(({ scope }) => scope === "retention");
  return {
    ...model, sheet: sheet.name, hidden: false, rect, title, titleAt, period, agreementAt: null, statedDue: null, otherHeads: [], partTotals: [], persons: [], vacancies: [], question: null, markNotes: [],
    months: datedMonths(heads, anchors, [], anchors),
    groups: (["certified", "uncertified"] as const).flatMap((group) => {
      const effective = counted.find(({ scope }) => scope === group)?.totals;
      return effective ? [{ group, persons: [], subtotal: null, effective }] : [];
    }),
    grandTotal: null, grandEffective: counted.find(({ scope }) => scope === "grand")?.totals ?? null,
    retention: retention ? retentionIn(sheet, { row: retention.totals.row, labelColumn: left }, right, columns[0]!) : null,
    retentionLabelAt: retention ? { sheet: sheet.name, row: retention.totals.row, column: left } : null
  };
}

function leftOf(sheet: Sheet, row: number, first: number): number {
  let left = first;
  while (left > 1 && headText(sheet, row, left - 1) !== "") left--;
  return Math.min(left, first - 1);
}

function rightOf(sheet: Sheet, row: number, last: number): number {
  let right = last;
  while (headText(sheet, row, right + 1) !== "") right++;
  return right;
}

/** 合计 and 2年以上 behind the months. */
function columnsBehind(sheet: Sheet, row: number, last: number, right: number): { total: number | null; senior: number | null } {
  const behind = Array.from({ length: right - last }, (_, i) => last + 1 + i);
  const senior = behind.find((column) => /[2二两]年/.test(headText(sheet, row, column))) ?? null;
  return { senior, total: behind.find((column) => column !== senior && /合计|总计|小计|累计|共计/.test(headText(sheet, row, column))) ?? null };
}

function labelOf(sheet: Sheet, row: number, left: number, first: number): string {
  return [...new Set(Array.from({ length: first - left }, (_, i) => headText(sheet, row, left + i)))].filter((text) => text !== "").join(" ");
}

/** Whose months a row holds; null for what is due, lacking or counted otherwise. */
function scopeOf(label: string): Row["scope"] | null {
  if (isRetentionLabel(label)) return "retention";
  if (/应到|应配|缺|超配|差额|标准|要求|协议|率|社保|工资|勾/.test(label)) return null;
  return certificateGroup(label) ?? (/合计|总计|小计|共计|全站|全体|社工|人次/.test(label) ? "grand" : null);
}

function totalsIn(sheet: Sheet, row: number, left: number, columns: readonly number[], { total, senior }: { total: number | null; senior: number | null }): MonthTotals {
  const filled = (column: number | null): Reading | null => {
    const reading = column === null ? null : readCell(sheet, row, column);
    return reading && (reading.kind !== "blank" || reading.formula !== null) ? reading : null;
  };
  return { row, label: readCell(sheet, row, left), months: columns.map((column) => readCell(sheet, row, column)), parts: [], total: filled(total), totalOf: "months", senior: filled(senior) };
}

/** Its months are taken from rosters' sheets, by formula for the most part. */
function isGathered({ groups, grandEffective, sheet }: Roster, sheets: ReadonlySet<string>): boolean {
  const rows = groups.length > 0 ? groups.map(({ effective }) => effective!) : [grandEffective!];
  const cells = rows.flatMap(({ months }) => months);
  const names = [...sheets].filter((name) => name !== sheet);
  const linked = cells.filter(({ formula }) => formula !== null && names.some((name) => formula.includes(name))).length;
  return linked * 2 > cells.length;
}
