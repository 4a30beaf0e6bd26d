import { keyToRowColumn, type Rect } from "./address";
import { cellIds } from "./cell-ids";
import { descends } from "./descent";
import { frameOf } from "./kept";
import { isError, type Cell, type Scalar, type Sheet, type SheetTable, type Workbook } from "./workbook";

/**
 * The workbook with each sheet that is as it was in a former snapshot replaced by that snapshot's own object, so that whatever
 * was worked out of the sheet before (by its identity) holds for it now. Gives the workbook itself where nothing is left.
 */
export function withKeptSheets(workbook: Workbook, former: Workbook | null): Workbook {
  if (!former || former.date1904 !== workbook.date1904) return workbook;
  const byName = new Map(former.sheets.map((sheet) => [sheet.name, sheet]));
  const sheets = workbook.sheets.map((sheet) => {
    const before = byName.get(sheet.name);
    return before && isSameSheet(before, sheet) ? before : sheet;
  });
  const result = sheets.some((sheet, index) => sheet !== workbook.sheets[index]) ? { ...workbook, sheets } : workbook;
  const changed = changedCells(result, former);
  if (changed) descends(result, former, changed);
  return result;
}

/** The ids of the cells that differ, where the one is the other but for these; null where more than cells was changed. */
function changedCells(workbook: Workbook, former: Workbook): number[] | null {
  if (frameOf(workbook) !== frameOf(former)) return null;
  const ids = cellIds(workbook);
  const changed: number[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    const before = former.sheets[index]!;
    if (sheet === before) continue;
    if (!isSameFrame(before, sheet)) return null;
    for (const key of new Set([...before.cells.keys(), ...sheet.cells.keys()])) {
      const [own, other] = [sheet.cells.get(key), before.cells.get(key)];
      if (!own || !other || !isSameContent(own, other)) changed.push(ids.of({ sheet: sheet.name, ...keyToRowColumn(key) }));
    }
  }
  return changed;
}

/** Same cells (values, formulas, formats), merged areas, hidden lines, notes and mark. How it looks is not compared. */
export function isSameSheet(a: Sheet, b: Sheet): boolean {
  if (a === b) return true;
  if (a.marker !== b.marker || a.cells.size !== b.cells.size || !isSameFrame(a, b)) return false;
  if (a.notes.size !== b.notes.size || [...a.notes].some(([key, note]) => b.notes.get(key) !== note)) return false;
  for (const [key, cell] of a.cells) {
    const other = b.cells.get(key);
    if (!other || !isSameContent(cell, other)) return false;
  }
  return true;
}

/** The same in all but its cells and notes. */
function isSameFrame(a: Sheet, b: Sheet): boolean {
  return a.name === b.name && a.visibility === b.visibility && sameRects(a.merges, b.merges) && sameRects(a.arrays, b.arrays) && sameRects(a.filters, b.filters)
    && sameTables(a.tables, b.tables) && sameSet(a.hiddenRows, b.hiddenRows) && sameSet(a.hiddenColumns, b.hiddenColumns);
}

/** The same value, formula and format. */
export function isSameContent(a: Cell, b: Cell): boolean {
  return sameValue(a.value, b.value) && a.formula === b.formula && a.format === b.format;
}

function sameValue(a: Scalar, b: Scalar): boolean {
  return isError(a) && isError(b) ? a.error === b.error : Object.is(a, b);
}

function sameRects(a: readonly Rect[], b: readonly Rect[]): boolean {
  return a.length === b.length && a.every((rect, i) => {
    const other = b[i]!;
    return rect.top === other.top && rect.left === other.left && rect.bottom === other.bottom && rect.right === other.right;
  });
}

function sameTables(a: readonly SheetTable[], b: readonly SheetTable[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
