import { render, say, type Language } from "../messages";
import { parseRectName, rectContains, type TextDocument } from "../workbook";
import type { ReportedTable } from "./types";

/** A cell of so many characters with a full stop tells something in sentences. */
const LEAST_PROSE = 40;

/** A report may be a form, its text in the cells of a table: sentences there are not understood one by one, and that is said. `tables`: those that were recognised, by the workbook's own places. */
export function proseInTables({ workbook, tables }: TextDocument, recognised: readonly ReportedTable[], language: Language): string[] {
  const isRead = (sheet: string, row: number, column: number): boolean =>
    recognised.some((table) => table.sheet === sheet && rectContains(parseRectName(table.range)!, row, column));
  const named = tables.filter(({ sheet, top, bottom }) => workbook.sheets.find(({ name }) => name === sheet)!.texts()
    .some(({ row, column, value }) => row >= top && row <= bottom && value.length >= LEAST_PROSE && /\d[\s\S]*。|。[\s\S]*\d/.test(value) && !isRead(sheet, row, column)));
  return named.length === 0 ? [] : [render(say("document-prose-in-tables", { tables: named.map(({ name }) => name).join(render(say("list-separator"), language)) }), language)];
}
