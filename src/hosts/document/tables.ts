import { MAX_ROWS, WorkbookError, type Rect } from "../../workbook";
import { MAX_MERGED_ROWS } from "../file/package/limits";
import type { TextTable } from "./sheets";
import { plainText, type Block, type StoryCell, type StoryTable } from "./story";

/** A table of a story as texts. What a cell holds beside its text, tables within it among them, is left to the caller. */
export function textTable(table: StoryTable, place: Pick<TextTable, "name" | "after" | "isInside">): TextTable {
  if (table.rows.length > MAX_ROWS) throw new WorkbookError("document-too-large", place.name);
  const cells: { row: number; column: number; text: string }[] = [];
  const merges: Rect[] = [];
  /** By their first column, the areas that may go on in the next row. */
  let open = new Map<number, Rect>();
  table.rows.forEach((row, index) => {
    const number = index + 1;
    const next = new Map<number, Rect>();
    for (const cell of row) {
      const above = cell.merge === "continue" ? open.get(cell.column) : undefined;
      const own = above ? { ...above, bottom: number } : { top: number, left: cell.column, bottom: number, right: cell.column + cell.span - 1 };
      if (cell.merge !== null) next.set(cell.column, own);
      else if (cell.span > 1) merges.push(own);
      if (!above) cells.push({ row: number, column: cell.column, text: cellText(cell) });
    }
    for (const [column, area] of open) if (next.get(column)?.top !== area.top) keep(merges, area);
    open = next;
  });
  for (const area of open.values()) keep(merges, area);
  if (merges.reduce((rows, { top, bottom }) => rows + bottom - top + 1, 0) > MAX_MERGED_ROWS) throw new WorkbookError("document-too-large", place.name);
  return { ...place, rows: table.rows.length, columns: table.columns, widths: table.widths, cells, merges };
}

/** A single cell is no merged area. */
function keep(merges: Rect[], area: Rect): void {
  if (area.top !== area.bottom || area.left !== area.right) merges.push(area);
}

function cellText({ blocks }: StoryCell): string {
  return blocks.flatMap((block: Block) => (block.kind === "paragraph" ? [plainText(block)] : [])).join("\n");
}
