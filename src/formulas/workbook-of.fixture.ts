import { cellKey, parseCellName, Sheet, type Cell, type DefinedName, type Scalar, type SheetContent, type Workbook } from "../workbook";

/** Cells by name: a text that begins with "=" is a formula. */
export type CellTable = Readonly<Record<string, Scalar>>;

/** A small workbook for tests. */
export function workbookOf(
  sheets: Readonly<Record<string, CellTable>>, names: readonly DefinedName[] = [], more: Partial<Workbook> = {},
  content: Partial<SheetContent> = {}
): Workbook {
  return {
    sheets: Object.entries(sheets).map(([name, table]) => new Sheet({ ...content, name, cells: cellsOf(table) })),
    names, date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null, ...more
  };
}

function cellsOf(table: CellTable): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const [name, value] of Object.entries(table)) {
    const { row, column } = parseCellName(name)!;
    const isFormula = typeof value === "string" && value.startsWith("=");
    cells.set(cellKey(row, column), {
      value: isFormula ? null : value, formula: isFormula ? value : null, text: String(value), format: "General"
    });
  }
  return cells;
}
