import { cellName, rectContains, type Sheet, type TextDocument, type TextParagraph } from "../../workbook";

/** A report as a view shows it: plain data, so that a worker can post it. */
export interface ShownDocument {
  readonly paragraphs: readonly TextParagraph[];
  readonly tables: readonly ShownTable[];
}

export interface ShownTable {
  /** 表3 */
  readonly name: string;
  /** The index of the last body paragraph before it. */
  readonly after: number;
  readonly rows: readonly (readonly ShownCell[])[];
}

/** A cell, or what is merged into one. */
export interface ShownCell {
  /** "D9" */
  readonly cell: string;
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

export function shownDocument({ paragraphs, tables, workbook }: TextDocument): ShownDocument {
  return {
    paragraphs,
    tables: tables.map(({ name, sheet, top, bottom, after }) => {
      const found = workbook.sheets.find((each) => each.name === sheet)!;
      return { name, after, rows: Array.from({ length: bottom - top + 1 }, (_, index) => rowOf(found, top + index, top, bottom)) };
    })
  };
}

function rowOf(sheet: Sheet, row: number, top: number, bottom: number): ShownCell[] {
  const cells: ShownCell[] = [];
  for (let column = 1; column <= (sheet.used?.right ?? 1); column++) {
    const area = sheet.mergeAt(row, column);
    const isCovered = area !== null && rectContains(area, row, column) && (column > area.left || row > Math.max(area.top, top));
    if (isCovered) continue;
    cells.push({
      cell: cellName(row - top + 1, column), text: sheet.cell(row, column)?.text ?? "",
      rows: area ? Math.min(area.bottom, bottom) - row + 1 : 1, columns: area ? area.right - area.left + 1 : 1
    });
  }
  return cells;
}
