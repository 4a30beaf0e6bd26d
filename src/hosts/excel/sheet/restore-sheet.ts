import { isError, parseCellName, parseRectName, rectName, type Cell, type Rect, type Sheet } from "../../../workbook";
import { ask } from "../batch";
import { writeRows } from "./fill-sheet";
import { whatStands, type Standing } from "./read-back";
import { asText, type RowBlock, type SheetLayout } from "./sheet-layout";

/**
 * Puts back the rows that a writing has changed before it broke off, with the user's own cells that it moved, and tells what
 * stands there then. What Excel refused has not changed, so that what is put back is what it took before.
 */
export async function restoreSheet(context: Excel.RequestContext, item: Excel.Worksheet, layout: SheetLayout, before: Sheet, changed: readonly number[]): Promise<Standing | null> {
  const { left, right } = parseRectName(layout.rows[0]!.address)!;
  const own = [...layout.moved.map(({ cell }) => cell), ...layout.vacated].map((name) => parseCellName(name)!);
  try {
    await ask(context, () => {
      for (const row of changed) writeRows(item, blockOf(before, { top: row, left, bottom: row, right }));
      for (const { row, column } of own) writeRows(item, blockOf(before, { top: row, left: column, bottom: row, right: column }));
      return () => undefined;
    });
  } catch {
    // Reading back tells what came of it.
  }
  return whatStands(context, item, layout, before);
}

function blockOf(sheet: Sheet, rect: Rect): RowBlock {
  const cells = Array.from({ length: rect.right - rect.left + 1 }, (_, index) => sheet.cell(rect.top, rect.left + index));
  return { address: rectName(rect), formulas: [cells.map(contentOf)], formats: [cells.map((cell) => cell?.format ?? "General")] };
}

function contentOf(cell: Cell | undefined): string | number | boolean {
  if (!cell) return "";
  return cell.formula ?? (isError(cell.value) ? cell.value.error : asText(cell.value));
}
