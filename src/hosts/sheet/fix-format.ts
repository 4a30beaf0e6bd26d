import { MAX_COLUMNS, MAX_ROWS, type Fix, type Rect } from "../../workbook";

/** A cell beside the one that a fix changes. */
export interface CellBeside {
  readonly format: string;
  readonly holdsNumber: boolean;
}

/** The four cells beside one; null for none, or for one that is not known. */
export interface Beside {
  readonly above: CellBeside | null;
  readonly below: CellBeside | null;
  readonly left: CellBeside | null;
  readonly right: CellBeside | null;
}

/** In which a number or a formula would stay a text. */
const TEXT = "@";

/**
 * The number format of a cell after a fix: the fix's own, else its present one. Only the text format gives way to a number or a
 * formula: to that of the numbers beside it. Cells of one kind mostly stand below each other, so two alike above and below say more
 * than two alike left and right, and those more than a single one.
 */
export function formatAfter(fix: Pick<Fix, "kind" | "after" | "format">, present: string, beside: Beside): string {
  if (fix.format !== undefined) return fix.format;
  if (present !== TEXT || !needsFormat(fix)) return present;
  const numbers = (cells: readonly (CellBeside | null)[]): string[] => cells.flatMap((cell) => (cell?.holdsNumber && cell.format !== TEXT ? [cell.format] : []));
  const lines = [numbers([beside.above, beside.below]), numbers([beside.left, beside.right])];
  const alike = lines.find(([first, second]) => first !== undefined && first === second);
  return alike?.[0] ?? lines.flat()[0] ?? "General";
}

/** Whether what the fix puts into the cell is shown in a number format. */
export function needsFormat({ kind, after }: Pick<Fix, "kind" | "after">): boolean {
  return kind === "formula" || (typeof after !== "string" && after !== null);
}

/** The cell with those around it, within the sheet. */
export function areaAround({ row, column }: { readonly row: number; readonly column: number }): Rect {
  return { top: Math.max(1, row - 1), left: Math.max(1, column - 1), bottom: Math.min(MAX_ROWS, row + 1), right: Math.min(MAX_COLUMNS, column + 1) };
}

/** The cells beside one, each asked for by its place; of places beyond the sheet's edge nothing is known. */
export function besideOf({ row, column }: { readonly row: number; readonly column: number }, cellAt: (row: number, column: number) => CellBeside | null): Beside {
  const at = (r: number, c: number): CellBeside | null => (r < 1 || c < 1 || r > MAX_ROWS || c > MAX_COLUMNS ? null : cellAt(r, c));
  return { above: at(row - 1, column), below: at(row + 1, column), left: at(row, column - 1), right: at(row, column + 1) };
}
