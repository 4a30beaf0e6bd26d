import { isMarkRole, type Fit, type FittedColumn } from "../../told";
import type { Workbook } from "../../workbook";
import { findTitles, titleFor } from "../titles";
import { findRosterHeads, type RosterHead } from "../roster/heads";
import { monthsIn, type HeadMonth } from "../roster/month-heads";
import { buildRoster, titledPeriods } from "../roster/roster";
import { readRows } from "../roster/row-order";
import type { MarkKind, Roster } from "../roster/types";

/** The roster that a told table is; null where it has no person. `others`: where the told table fits on the same sheet as well. */
export function toldRoster(workbook: Workbook, fit: Fit, others: readonly Fit[]): Roster | null {
  const { sheet, told } = fit;
  const titles = findTitles(sheet);
  const recognised = findRosterHeads(sheet, workbook.date1904);
  const periods = titledPeriods(workbook);
  const headOf = (one: Fit): RosterHead => ({ ...(recognised.find((head) => agrees(head, one)) ?? assembled(workbook, one, periods.length > 0)), told });
  const head = headOf(fit);
  const rows = readRows(sheet, head, [head, ...others.map(headOf)], titles);
  if (rows.persons.length === 0) return null;
  return { ...buildRoster(workbook, sheet, head, rows, titles, periods), told: told.name };
}

/** What a recognised head says of its columns is what was told: it knows the months, and persons of several rows. */
function agrees({ bottom, months, columns, lines }: RosterHead, fit: Fit): boolean {
  if (bottom !== fit.headBottom) return false;
  return fit.columns.every(({ column, role }) => {
    const mark = months.flatMap((month) => month.columns).find((one) => one.column === column);
    const own = mark ? (mark.kind === "other" || mark.kind === "part" || lines > 1 ? "mark" : mark.kind) : Object.entries(columns).find(([, at]) => at === column)?.[0] ?? "none";
    return own === role;
  });
}

function assembled({ date1904 }: Workbook, fit: Fit, isDated: boolean): RosterHead {
  const { columns } = fit;
  const own = (role: string): number | null => columns.find((column) => column.role === role)?.column ?? null;
  const months = monthsOf(fit, date1904, isDated);
  return {
    top: fit.headTop, bottom: fit.headBottom, left: fit.rect.left, right: fit.rect.right, lines: 1, months, remarks: [],
    columns: {
      type: own("type"), no: own("no"), name: own("name")!, position: own("position"), certificate: own("certificate"), contract: own("contract"),
      contractEnd: own("contractEnd"), joined: own("joined"), left: own("left"), total: own("total"), senior: own("senior"), remark: own("remark")
    }
  };
}

/** The marks month by month: under one merged head, or up to where a kind of mark comes again. */
function monthsOf(fit: Fit, date1904: boolean, isDated: boolean): HeadMonth[] {
  const { sheet, headTop, headBottom, rect, told } = fit;
  const marks = fit.columns.filter(({ role }) => isMarkRole(role));
  const groups = underMerges(fit, marks) ?? byKinds(marks);
  const rows = Array.from({ length: Math.max(0, headBottom - headTop + 1) }, (_, i) => headTop + i);
  const named = rows.map((row) => monthsIn(sheet, row, rect.left, rect.right, date1904)).find((found) => found.length === groups.length) ?? [];
  return groups.map((group, index): HeadMonth => {
    const first = group[0]!.column;
    const own = named.find(({ columns }) => columns.some(({ column }) => column === first));
    const columns = group.map(({ column, role }) => ({ column, kind: kindOf(role), line: 0 }));
    if (own) return { ...own, columns };
    const top = sheet.extent(Math.min(headTop, headBottom), first);
    const head = { sheet: sheet.name, row: Math.max(1, top.top), column: top.left };
    const month = (((told.firstMonth ?? 1) - 1 + index) % 12) + 1;
    // Months without a name are those of the period, one after the other.
    const nth = isDated || titleFor(sheet, findTitles(sheet), rect).period !== null || told.firstMonth === undefined ? index + 1 : null;
    const written = headTop > headBottom ? "" : sheet.cell(head.row, head.column)?.text.trim() ?? "";
    return { year: null, month: nth === null ? month : null, nth, label: written || (nth === null ? `${month}月` : `第${nth}月`), head, columns };
  });
}

function kindOf(role: FittedColumn["role"]): MarkKind {
  return role === "presence" || role === "insurance" || role === "wages" ? role : "other";
}

function underMerges({ sheet, headTop, headBottom }: Fit, marks: readonly FittedColumn[]): FittedColumn[][] | null {
  for (let row = headTop; row <= headBottom; row++) {
    const groups = new Map<number, FittedColumn[]>();
    for (const mark of marks) {
      const { left } = sheet.extent(row, mark.column);
      groups.set(left, [...(groups.get(left) ?? []), mark]);
    }
    const all = [...groups.values()];
    if (all.length < marks.length && all.every((group) => group.length === all[0]!.length)) return all;
  }
  return null;
}

function byKinds(marks: readonly FittedColumn[]): FittedColumn[][] {
  const groups: FittedColumn[][] = [];
  for (const mark of marks) {
    const last = groups[groups.length - 1];
    if (last && !last.some(({ role }) => role === mark.role)) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}
