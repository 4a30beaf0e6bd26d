import type { TableDescription } from "../../report/types";
import { render, say, type Language } from "../../messages";
import { parseRectName, type Rect } from "../../workbook";

/** What the columns and rows of a table are read as, in words, for the edges of its sheet. */
export interface SheetLabels {
  readonly rect: Rect;
  readonly columns: ReadonlyMap<number, string>;
  readonly rows: ReadonlyMap<number, string>;
}

/** The labels of a table on its sheet; null on any other, or where there are none. */
export function labelsOf(table: TableDescription | null, sheet: string, language: Language): SheetLabels | null {
  const rect = table && table.sheet === sheet ? parseRectName(table.range) : null;
  if (!table || !rect) return null;
  const columns = table.columns.flatMap(({ range, role }): [number, string][] => {
    const place = parseRectName(range);
    return place && role !== "none" ? [[place.left, render(say(`told-role-${role}`), language)]] : [];
  });
  return { rect, columns: new Map(columns), rows: new Map(table.rows.map(({ row, is }) => [row, render(say(`study-row-${is}`), language)])) };
}
