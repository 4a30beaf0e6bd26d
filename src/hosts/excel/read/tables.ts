import { hasApi } from "../office";
import type { Rect, SheetTable } from "../../../workbook";
import { itemsOf, type Question } from "../batch";
import { PLACE, rectOfRange, type FoundSheet } from "./overview";

/** A table (套用表格格式) before Excel was asked where it is. */
export interface FoundTable {
  readonly item: Excel.Table;
  readonly name: string;
  readonly hasHeads: boolean;
  readonly hasTotals: boolean;
}

/** Which tables the sheets have. */
export function tablesOn(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const collections = sheets.map(({ item }) => item.tables);
    for (const collection of collections) collection.load("items/name,items/showHeaders,items/showTotals");
    return () => collections.forEach((collection, index) => {
      sheets[index]!.foundTables = itemsOf(collection).map((item) => ({ item, name: item.name, hasHeads: item.showHeaders, hasTotals: item.showTotals }));
    });
  };
}

/** Where the tables are, what their columns are called, and which of them are filtered. */
export function tablesIn(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const knowsFilters = hasApi("1.9");
    const asked = sheets.flatMap((sheet) => sheet.foundTables.map((table) => {
      const { columns } = table.item;
      // The client refuses what its Excel is too old for.
      const autoFilter = knowsFilters ? table.item.autoFilter : null;
      const range = table.item.getRange().untrack();
      range.load(PLACE);
      columns.load("items/name");
      autoFilter?.load("isDataFiltered");
      return { sheet, table, range, columns, autoFilter };
    }));
    return () => asked.forEach(({ sheet, table: { name, hasHeads, hasTotals }, range, columns, autoFilter }) => {
      const rect = rectOfRange(range);
      if (!rect) return;
      const table: SheetTable = { name, rect, hasHeads, hasTotals, columns: itemsOf(columns).map((column) => column.name) };
      sheet.tables.push(table);
      if (autoFilter?.isDataFiltered) sheet.filters.push(rowsOf(table));
    });
  };
}

/** The rows of a table between its heads and its totals. */
function rowsOf({ rect, hasHeads, hasTotals }: SheetTable): Rect {
  return { ...rect, top: rect.top + Number(hasHeads), bottom: rect.bottom - Number(hasTotals) };
}

/** The areas that the sheets' own filters are at work on; tables have theirs. */
export function filtersOn(sheets: readonly FoundSheet[]): Question<void> {
  return () => {
    const asked = sheets.map((sheet) => {
      const { autoFilter } = sheet.item;
      const range = autoFilter.getRangeOrNullObject().untrack();
      autoFilter.load("isDataFiltered");
      range.load(PLACE);
      return { sheet, autoFilter, range };
    });
    return () => asked.forEach(({ sheet, autoFilter, range }) => {
      const rect = rectOfRange(range);
      if (rect && autoFilter.isDataFiltered) sheet.filters.push({ ...rect, top: rect.top + 1 });
    });
  };
}
