import { cellName, isError, keyToRowColumn, rectName, type Cell, type Scalar, type Sheet } from "../../src/workbook";

const shown = (value: Scalar): string => (isError(value) ? value.error : JSON.stringify(value));

/** The first thing in which two sheets differ, or null. `computed`: values of formulas may be missing in the second. */
export function differences(before: Sheet, after: Sheet, computed: "stored" | "missing" = "stored"): string | null {
  if (before.name !== after.name) return `${before.name} became ${after.name}`;
  if (before.visibility !== after.visibility) return `${before.name} became ${after.visibility}`;
  const merges = (sheet: Sheet): string => sheet.merges.map(rectName).join();
  if (merges(before) !== merges(after)) return `merged areas of ${before.name}: ${merges(before)} became ${merges(after)}`;
  for (const key of new Set([...before.cells.keys(), ...after.cells.keys()])) {
    const [a, b] = [before.cells.get(key), after.cells.get(key)];
    if (!sameCell(a, b, computed)) {
      const { row, column } = keyToRowColumn(key);
      const tell = (cell: Cell | undefined): string => (cell ? `${shown(cell.value)} ${cell.formula} ${cell.format}` : "nothing");
      return `${before.name}!${cellName(row, column)}: ${tell(a).slice(0, 300)} became ${tell(b).slice(0, 300)}`;
    }
  }
  return null;
}

function sameCell(a: Cell | undefined, b: Cell | undefined, computed: "stored" | "missing"): boolean {
  if (!a || !b) return a === b || isNothing(a ?? b!);
  if (a.formula !== b.formula || a.format !== b.format) return false;
  return shown(a.value) === shown(b.value) || (computed === "missing" && b.formula !== null && b.value === null);
}

const isNothing = ({ value, formula }: Cell): boolean => formula === null && (value === null || value === "");
