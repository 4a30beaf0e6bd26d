import { rowsOf, triplesOf } from "../tables/indicators/proven/coverage";
import { allTables, type FoundTable, type Tables } from "../tables/tables";
import type { Rect } from "../workbook";

/** What must stay in sight of a table for its numbers to be read: its heads, and the columns that name its rows. */
export interface TableFrame {
  readonly sheet: string;
  readonly rect: Rect;
  /** The lowest row of the heads; before `rect.top` without heads. */
  readonly headBottom: number;
  /** 序号 and 姓名, the areas, the items; null where the names stand elsewhere than before the numbers. */
  readonly names: { readonly left: number; readonly right: number } | null;
}

/** The frames of the tables that have rows under common heads; cards, footnotes and bare quotients have none. */
export function framesOf(tables: Tables): TableFrame[] {
  return allTables(tables).flatMap((table) => {
    const read = readingOf(table);
    if (read.rows.length === 0) return [];
    return [{ sheet: table.sheet, rect: table.rect, headBottom: Math.min(...read.rows) - 1, names: spanOf(read.names) }];
  });
}

/** The rows of a table's data, and the columns of their names. */
function readingOf(table: FoundTable): { rows: readonly number[]; names: readonly number[] } {
  switch (table.kind) {
    case "indicators": {
      const all = rowsOf(table);
      const upright = all.every(({ label, triples }) => triples.every(({ done }) => label.at.column < done.at.column));
      return { rows: triplesOf(table).map(({ done }) => done.at.row), names: upright ? all.map(({ label }) => label.at.column) : [] };
    }
    // Two lists may stand side by side: what names the one says nothing of the other.
    case "overall": return { rows: table.items.map(({ done }) => done.at.row), names: [] };
    case "roster": {
      const { no, name } = table.columns;
      return { rows: [...table.persons, ...table.vacancies].map(({ row }) => row), names: no !== null && Math.abs(no - name) === 1 ? [no, name] : [name] };
    }
    case "scores": return { rows: table.rows.map(({ nameAt }) => nameAt.row), names: table.rows.map(({ nameAt }) => nameAt.column) };
    default: return { rows: [], names: [] };
  }
}

function spanOf(columns: readonly number[]): TableFrame["names"] {
  return columns.length === 0 ? null : { left: Math.min(...columns), right: Math.max(...columns) };
}
