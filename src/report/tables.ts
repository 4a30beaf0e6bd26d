import { triplesOf } from "../tables/indicators/proven/coverage";
import type { Roster } from "../tables/roster/types";
import type { FoundTable } from "../tables/tables";
import type { Reading } from "../tables/types";
import { rectName } from "../workbook";
import type { ReportedTable, TableCounts } from "./types";

/** Each table once: several evaluations side by side (中期, 末期) share the place of theirs. */
export function reportedTables(tables: readonly FoundTable[]): ReportedTable[] {
  const all = new Map<string, ReportedTable>();
  for (const table of tables) {
    const { kind, sheet, rect, title, told = null } = table;
    const range = rectName(rect);
    const key = tableKey(table);
    const before = all.get(key);
    const counts = countsOf(table);
    // The same items scored twice are the same rows with more totals.
    all.set(key, { kind, sheet, range, title, counts: before ? { ...counts, totals: counts.totals + before.counts.totals, rates: counts.rates + before.counts.rates } : counts, told });
  }
  return [...all.values()];
}

/** What tables of one place have in common. */
export function tableKey({ kind, sheet, rect }: FoundTable): string {
  return `${kind} ${sheet} ${rectName(rect)}`;
}

function countsOf(table: FoundTable): TableCounts {
  const nothing: TableCounts = { rows: 0, persons: 0, months: 0, rates: 0, totals: 0 };
  switch (table.kind) {
    case "indicators": {
      const sums = [...table.subtotals, ...(table.total ? [table.total] : [])];
      const totals = sums.flatMap(({ triples, staff }) => [...triples.flatMap(({ target, done }) => [target, done]), staff]);
      return { ...nothing, rows: table.areas.length, rates: filled(triplesOf(table).map(({ rate }) => rate)) + table.proven.rates.length, totals: filled(totals) + table.proven.sums.length };
    }
    case "overall":
    case "cards":
      return { ...nothing, rows: table.items.length, rates: filled(table.items.map(({ rate }) => rate)) + table.proven.rates.length, totals: table.proven.sums.length };
    case "quotients": {
      const { rates, sums } = table.proven;
      return { ...nothing, rows: new Set([...rates.map(({ rate }) => rate.at.row), ...sums.map(({ total }) => total.at.row)]).size, rates: rates.length, totals: sums.length };
    }
    case "footnote":
      return { ...nothing, rows: 1 };
    case "roster":
      return { ...nothing, rows: table.persons.length + table.vacancies.length, persons: table.persons.length, months: table.months.length, rates: filled([table.retention]), totals: filled(rosterTotals(table)) };
    case "scores":
      return { ...nothing, rows: table.rows.length, rates: filled(table.rows.map(({ rate }) => rate)), totals: table.sums.length + table.derived.length };
  }
}

/** Every cell of a roster that adds up or counts others. */
export function rosterTotals({ persons, groups, grandTotal, grandEffective }: Roster): (Reading | null)[] {
  const columns = [...groups.map(({ subtotal }) => subtotal), grandTotal].filter((row) => row !== null);
  const months = [...groups.map(({ effective }) => effective), grandEffective].filter((row) => row !== null);
  return [
    ...persons.flatMap(({ total, senior }) => [total, senior]),
    ...columns.flatMap(({ ticks, total, senior }) => [...ticks.flat(), total, senior]),
    ...months.flatMap((row) => [...row.months, row.total, row.senior])
  ];
}

/** Cells that hold something; a merged area counts once. */
function filled(readings: readonly (Reading | null)[]): number {
  return new Set(readings.flatMap((reading) => (reading && reading.kind !== "blank" ? [`${reading.at.row}:${reading.at.column}`] : []))).size;
}
