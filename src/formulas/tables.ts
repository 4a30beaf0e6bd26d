import { parseStructRef } from "@borgar/fx/xlsx";
import type { CellAddress, ErrorValue } from "../workbook";
import type { Book, PlacedTable } from "./book";
import { REF, VALUE, type Area } from "./values";

/**
 * What a structured reference such as 表1[[#This Row],[完成量]] or [@完成量] names, seen from a cell; an error where its table
 * has no such column or row, null where the table is not known.
 */
export function tableArea(text: string, at: CellAddress, book: Book): Area | ErrorValue | null {
  const parsed = parseStructRef(text);
  if (!parsed || parsed.workbookName) return null;
  const table = parsed.table ? book.table(parsed.table) : book.tableAt(at);
  if (!table) return null;
  const columns = columnsOf(table, parsed.columns ?? []);
  const rows = rowsOf(table, parsed.sections ?? [], at);
  if (columns === null || rows === null) return REF;
  if (rows === "elsewhere") return VALUE;
  return { sheet: table.sheet, top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
}

/** The first and the last of the named columns; all where none is named. */
function columnsOf({ rect, columns }: PlacedTable, names: readonly string[]): [number, number] | null {
  if (names.length === 0) return [rect.left, rect.right];
  const places = names.map((name) => columns.findIndex((column) => plain(column) === plain(name)));
  return places.includes(-1) ? null : [rect.left + Math.min(...places), rect.left + Math.max(...places)];
}

/** Heads broken into lines are named with or without the break. */
function plain(name: string): string {
  return name.replace(/[\r\n]+/g, " ").toLowerCase();
}

/** The first and the last row of the named parts: 全部, 标题, 数据, 汇总, or the row of the cell. */
function rowsOf({ rect, hasHeads, hasTotals }: PlacedTable, sections: readonly string[], at: CellAddress): [number, number] | "elsewhere" | null {
  const first = rect.top + Number(hasHeads);
  const last = rect.bottom - Number(hasTotals);
  if (sections.length === 0) return [first, last];
  const parts = sections.map((section): [number, number] | "elsewhere" | null => {
    switch (section.toLowerCase()) {
      case "all": return [rect.top, rect.bottom];
      case "data": return [first, last];
      case "headers": return hasHeads ? [rect.top, rect.top] : null;
      case "totals": return hasTotals ? [rect.bottom, rect.bottom] : null;
      case "this row": return at.row >= first && at.row <= last ? [at.row, at.row] : "elsewhere";
      default: return null;
    }
  });
  const found = parts.filter((part) => part !== null);
  if (found.includes("elsewhere")) return "elsewhere";
  const rows = found.flat() as number[];
  return rows.length === 0 ? null : [Math.min(...rows), Math.max(...rows)];
}
