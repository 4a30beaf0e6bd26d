import { render, say, type Language } from "../../messages";
import { kindOfLabel } from "../../tables/indicators/matrix-rows";
import { allTables, type FoundTable, type Tables } from "../../tables/tables";
import type { TableKind } from "../../tables/types";
import { ROLES_OF, toldTable, type ColumnRole, type ToldKind, type ToldRow, type ToldTable } from "../../told";
import type { Rect } from "../../workbook";
import { tableKey } from "../tables";
import { type Seen } from "./seen";

/** Heads of more rows has no table. */
const MOST_HEAD_ROWS = 6;

const KINDS: Readonly<Record<TableKind, ToldKind>> = {
  indicators: "matrix", overall: "list", cards: "cards", footnote: "none", quotients: "arithmetic", roster: "roster", scores: "scores"
};

/** What the user's own words for each table are, until he finds others: its sheet and kind; a second one of a sheet is the second. By the table's key. */
export function tableNames(tables: Tables, language: Language): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(tables.told.map(({ told }) => told.name));
  for (const table of allTables(tables)) {
    if (!names.has(tableKey(table))) names.set(tableKey(table), table.told ?? freeName(table.sheet, KINDS[table.kind], taken, language));
  }
  return names;
}

/** The names that tables have, told or not. */
export function namesIn(tables: Tables, language: Language): Set<string> {
  return new Set([...tableNames(tables, language).values(), ...tables.told.map(({ told }) => told.name)]);
}

/** A name that no other told table has; it is taken from then on. */
export function freeName(sheet: string, kind: ToldKind, taken: Set<string>, language: Language): string {
  const name = render(say("told-name", { sheet, kind: say(`told-kind-${kind}`) }), language);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
  taken.add(free);
  return free;
}

/** What was read of a table as a told table, so that a correction starts from it. */
export function proposalOf(seen: Seen, tables: readonly FoundTable[], name: string): ToldTable {
  const table = tables[0]!;
  const region = table.kind === "cards" ? cardRegion(table) : { rect: seen.rect, headRows: Math.min(MOST_HEAD_ROWS, Math.max(0, seen.headBottom - seen.rect.top + 1)) };
  // Heads of more rows than a told table has begin with lines that say nothing of its columns.
  const top = table.kind === "cards" ? region.rect.top : Math.max(seen.rect.top, seen.headBottom - region.headRows + 1);
  const isTurned = [...seen.columns.values()].some((roles) => roles.size > 1);
  const kind: ToldKind = isTurned ? "arithmetic" : seen.kind;
  const roleOf = (column: number): ColumnRole => {
    const [role, ...more] = seen.columns.get(column) ?? [];
    const known = role !== undefined && more.length === 0 && !isTurned && (ROLES_OF[kind] as readonly ColumnRole[]).includes(role);
    return known ? role : "none";
  };
  const rows = toldRows(seen, kind);
  return toldTable(name, kind, seen.sheet, { ...region.rect, top }, region.headRows, roleOf, rows.length > 0 ? { rows } : {});
}

/** One card: the others are known by it. */
function cardRegion({ items }: Extract<FoundTable, { kind: "cards" }>): { rect: Rect; headRows: number } {
  const { done, target, rate } = items.find((item) => item.rate && item.target) ?? items[0]!;
  const all = [done, target, rate].flatMap((reading) => (reading ? [reading.at.column] : []));
  return { rect: { top: done.at.row - 1, bottom: done.at.row, left: Math.min(...all), right: Math.max(...all) }, headRows: 1 };
}

/** Rows whose labels do not say that they are sums. */
function toldRows({ rows }: Seen, kind: ToldKind): ToldRow[] {
  if (kind !== "matrix") return [];
  return [...rows.values()].flatMap(({ is, label }): ToldRow[] => ((is === "total" || is === "subtotal") && label !== "" && kindOfLabel(label) === "area" ? [{ label, is }] : []));
}
