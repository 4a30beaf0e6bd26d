import type { Evidence } from "../../../evidence";
import { addressKey, rectUnion, type Rect } from "../../../workbook";
import { findTitles, titleFor } from "../../titles";
import type { CardList, Matrix, OverallList, QuotientTable } from "../types";
import { distinct } from "../matrix";
import type { AnyTable } from "./block-tables";
import { isCheckable, isShown, provenCells, rateOf } from "./cells";
import type { Chosen, ProvenBlock } from "./choose";
import { addressOf, Coverage, overlaps, triplesOf } from "./coverage";
import { areProven, namesItsRates } from "./domain";

/** The tables of a sheet with everything that numbers prove of their cells. */
export interface Assembled {
  readonly matrices: readonly Matrix[];
  readonly overall: readonly OverallList[];
  readonly cards: readonly CardList[];
  readonly quotients: readonly QuotientTable[];
}

export function assemble(evidence: Evidence, { kept, proven }: Chosen): Assembled {
  const stations = joined(proven.filter((block) => block.isStations).map(({ table }) => table));
  const tables = [...kept, ...stations].map((table) => ({ ...table, proven: provenCells(evidence, table) }));
  const foreign = proven.filter((block) => !block.isStations && areProven(block.quotients)).map((block) => quotientTable(evidence, block))
    .filter((table) => namesItsRates(table.proven.rates.map(({ words }) => words)));
  return {
    matrices: inOrder(tables.filter((table) => table.kind === "indicators")),
    overall: inOrder(tables.filter((table) => table.kind === "overall")),
    cards: inOrder(tables.filter((table) => table.kind === "cards")),
    quotients: foreign
  };
}

function inOrder<T extends { readonly rect: Rect }>(tables: readonly T[]): T[] {
  return [...tables].sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);
}

/** Cards under one title are one list, lists side by side one list, the blocks of a table on several printed pages one matrix. */
export function joined(tables: readonly AnyTable[]): AnyTable[] {
  const found: AnyTable[] = [];
  for (const table of tables) {
    const home = found.findIndex((other) => belongTogether(other, table));
    if (home < 0) found.push(table);
    else found[home] = union(found[home]!, table);
  }
  return found;
}

function belongTogether(a: AnyTable, b: AnyTable): boolean {
  if (a.title !== b.title || a.kind !== b.kind) return false;
  if (a.kind === "cards") return true;
  if (a.kind === "overall") return a.rect.top === b.rect.top;
  return b.kind === "indicators" && a.kind === "indicators" && continues(a, b);
}

/** The same columns under the same heads, and not a total of its own for each. */
function continues(a: Matrix, b: Matrix): boolean {
  return !(a.total && b.total) && a.columns.length === b.columns.length && a.rect.left === b.rect.left && a.rect.right === b.rect.right
    && a.columns.every(({ name }, index) => name.group === b.columns[index]!.name.group && name.leaf === b.columns[index]!.name.leaf);
}

function union(a: AnyTable, b: AnyTable): AnyTable {
  const rect = rectUnion(a.rect, b.rect);
  if (a.kind !== "indicators" || b.kind !== "indicators") return { ...a, rect, items: [...itemsOf(a), ...itemsOf(b)] } as AnyTable;
  const areas = [...a.areas, ...b.areas];
  const total = a.total ?? b.total;
  return {
    ...a, rect, areas, total, subtotals: [...a.subtotals, ...b.subtotals], staff: distinct(areas.map(({ staff }) => staff)), staffTotal: total?.staff ?? null,
    // The total of the last page may add up the areas of all of them.
    totalParts: null
  };
}

function itemsOf(table: AnyTable): OverallList["items"] {
  return table.kind === "indicators" ? [] : table.items;
}

function quotientTable(evidence: Evidence, { table, quotients }: ProvenBlock): QuotientTable {
  const { sheet, rect, title, titleAt, period } = table;
  const rates = quotients.filter((quotient) => isShown(quotient) && isCheckable(evidence, quotient)).map((quotient) => rateOf(evidence, quotient, table));
  return { kind: "quotients", sheet, rect, title, titleAt, period, proven: { rates, sums: provenCells(evidence, table, false).sums } };
}

/** Rates that lie in no block (shares of a total, sums divided by sums) and in no table: tables of their own where they are proven. */
export function restOf(evidence: Evidence, tables: readonly (AnyTable | QuotientTable)[]): QuotientTable[] {
  const coverage = new Coverage(evidence, tables.filter((table) => table.kind !== "quotients"));
  return evidence.tables.flatMap((table): QuotientTable[] => {
    const { sheet } = evidence.sheets[table.sheet]!;
    const own = table.quotients.filter((quotient) => isShown(quotient) && isCheckable(evidence, quotient) && !coverage.reads(quotient) && !coverage.repeats(quotient));
    if (!areProven(own) || tables.some((other) => other.sheet === sheet.name && overlaps(other.rect, table))) return [];
    const rates = own.map((quotient) => rateOf(evidence, quotient, null));
    if (!namesItsRates(rates.map(({ words }) => words))) return [];
    const rect = { top: table.top, left: table.left, bottom: table.bottom, right: table.right };
    return [{ kind: "quotients", sheet: sheet.name, rect, ...titleFor(sheet, findTitles(sheet), rect), proven: { rates, sums: [] } }];
  });
}

/** Marks tables that another sheet adds up, cell by cell, as those of one area: their numbers are no other statement of the same. */
export function withAreas<T extends AnyTable>(evidence: Evidence, tables: readonly T[]): T[] {
  const parts = new Set(evidence.totals.filter(({ direction }) => direction === "sheets").flatMap(({ parts: cells }) => cells.map((cell) => addressKey(addressOf(evidence, cell)))));
  if (parts.size === 0) return [...tables];
  return tables.map((table) => {
    const cells = triplesOf(table).flatMap(({ done, target }) => [done, target]).filter((reading) => reading?.number != null);
    const added = cells.filter((reading) => parts.has(addressKey(reading!.at))).length;
    return cells.length > 0 && added * 2 > cells.length ? { ...table, area: table.sheet } : table;
  });
}
