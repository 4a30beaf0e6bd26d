import { cellName, parseRectName } from "./address";
import type { TextDocument } from "./text-document";

/** Where a cell of the workbook of a document's tables stands in the document: 表3, row 9 of it. What stands above a table is told by the table's first row. */
export function placeInDocument({ tables }: Pick<TextDocument, "tables">, sheet: string, row: number): { sheet: string; row: number } {
  const own = tables.filter((table) => table.sheet === sheet);
  const table = own.find(({ bottom }) => row <= bottom) ?? own[own.length - 1];
  return table ? { sheet: table.name, row: Math.max(1, row - table.top + 1) } : { sheet, row };
}

/** A cell or area of that workbook as the document has it. An area that goes on in the next table is told as far as the first goes. */
export function areaInDocument(document: Pick<TextDocument, "tables">, sheet: string, area: string): { sheet: string; area: string } {
  const rect = parseRectName(area);
  if (!rect) return { sheet, area };
  const first = placeInDocument(document, sheet, rect.top);
  const last = placeInDocument(document, sheet, rect.bottom);
  const whole = document.tables.find(({ name }) => name === first.sheet);
  const bottom = last.sheet === first.sheet ? last.row : whole ? whole.bottom - whole.top + 1 : first.row;
  const start = cellName(first.row, rect.left);
  const end = cellName(bottom, rect.right);
  return { sheet: first.sheet, area: start === end ? start : `${start}:${end}` };
}

/** The cell of that workbook that the document's 表3!D9 is; null where there is no such table. */
export function placeInWorkbook({ tables }: Pick<TextDocument, "tables">, name: string, row: number): { sheet: string; row: number } | null {
  const table = tables.find((each) => each.name === name);
  return table ? { sheet: table.sheet, row: table.top + row - 1 } : null;
}
