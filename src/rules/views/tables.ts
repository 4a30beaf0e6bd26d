import { allTables } from "../../tables/tables";
import type { CheckContext } from "../rule";

/** The first cell of the first table, for findings about the whole workbook. */
export function firstCell(context: CheckContext) {
  const table = allTables(context.tables)[0]!;
  return { sheet: table.sheet, row: table.rect.top, column: table.rect.left };
}
