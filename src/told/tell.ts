import type { Rect, Sheet } from "../workbook";
import { columnKey, shapeOf } from "./sheet";
import type { ColumnRole, ToldColumn, ToldKind, ToldTable } from "./types";

/** What the columns of a part of a sheet are known by, with their roles. The part includes its heads. */
export function toldColumns(sheet: Sheet, rect: Rect, headRows: number, roleOf: (column: number) => ColumnRole): ToldColumn[] {
  const bottom = rect.top + headRows - 1;
  const rows = Array.from({ length: Math.max(0, rect.bottom - bottom) }, (_, i) => bottom + 1 + i);
  return Array.from({ length: rect.right - rect.left + 1 }, (_, i): ToldColumn => {
    const column = rect.left + i;
    return { head: headRows === 0 ? "" : columnKey(sheet, bottom, headRows, column), holds: shapeOf(sheet, rows, column), role: roleOf(column) };
  });
}

/** A part of a sheet as a told table. */
export function toldTable(name: string, kind: ToldKind, sheet: Sheet, rect: Rect, headRows: number, roleOf: (column: number) => ColumnRole, more: Pick<ToldTable, "rows" | "marks" | "firstMonth"> = {}): ToldTable {
  return { name, kind, headRows, columns: toldColumns(sheet, rect, headRows, roleOf), ...more, sheet: sheet.name };
}
