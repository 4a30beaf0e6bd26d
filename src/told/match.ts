import { rectsMeet, type Rect, type Sheet } from "../workbook";
import { alignedAt } from "./align";
import { isMarkRole } from "./consistency";
import { lastRow, rectOf, type Fit, type FittedColumn } from "./fit";
import { columnKey, headKey, shapeAt, suits, textAt } from "./sheet";
import type { ToldColumn, ToldTable } from "./types";

/** Fewer rows are known by their shape alone by accident. */
const FEWEST_ROWS = 2;
const MOST_FITS = 200;
const MOST_MONTHS = 14;

/** The places of a sheet where a told table fits, top to bottom: by the heads of its columns, or by their shapes where it has none. */
export function matchTold(told: ToldTable, sheet: Sheet): Fit[] {
  const heads = told.columns.some(({ head }) => head !== "") ? byHeads(told, sheet) : byShapes(told, sheet);
  return heads.sort((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);
}

interface Headed {
  readonly bottom: number;
  readonly columns: readonly FittedColumn[];
}

function byHeads(told: ToldTable, sheet: Sheet): Fit[] {
  const { columns, headRows } = told;
  const rows = Math.max(1, headRows);
  const anchor = anchorOf(columns);
  const wanted = columns[anchor]!.head;
  const right = sheet.used?.right ?? 0;
  const found: Headed[] = [];
  for (const { row, column, value } of headCells(sheet, wanted)) {
    if (headKey(value) !== wanted || found.length >= MOST_FITS) continue;
    const { bottom: lowest } = sheet.extent(row, column);
    for (let bottom = lowest; bottom < lowest + rows; bottom++) {
      const left = column - anchor;
      const aligned = left < 1 || columnKey(sheet, bottom, rows, column) !== wanted ? null : alignedAt(columns, left, right, (at) => columnKey(sheet, bottom, rows, at));
      if (!aligned || found.some((other) => other.bottom >= bottom - rows + 1 && other.bottom <= bottom + rows - 1 && meets(other.columns, aligned))) continue;
      found.push({ bottom, columns: aligned });
      break;
    }
  }
  const ordered = found.sort((a, b) => a.bottom - b.bottom);
  return ordered.flatMap(({ bottom, columns: own }, index): Fit[] => {
    const next = ordered.find((other, i) => i > index && other.bottom > bottom && meets(other.columns, own));
    const last = lastRow(sheet, told.kind, own, bottom, next ? next.bottom - rows + 1 : Infinity);
    const headTop = Math.max(1, bottom - rows + 1);
    return last > bottom ? [{ told, sheet, headTop, headBottom: bottom, columns: own, last, rect: rectOf(own, headTop, last) }] : [];
  });
}

/** The first column that may be looked for: its head begins there, and does not go down beside the table as a name of the whole may. */
function anchorOf(columns: readonly ToldColumn[]): number {
  const own = columns.findIndex(({ head, role }, index) => head !== "" && role !== "none" && head !== columns[index - 1]?.head);
  return own >= 0 ? own : columns.findIndex(({ head }) => head !== "");
}

/** Heads are mostly texts; months may be numbers. */
function headCells(sheet: Sheet, wanted: string): { row: number; column: number; value: string }[] {
  if (!wanted.includes("#")) return [...sheet.texts()];
  return sheet.rows().flatMap((row) => sheet.columns(row).map((column) => ({ row, column, value: textAt(sheet, row, column) })));
}

function meets(a: readonly FittedColumn[], b: readonly FittedColumn[]): boolean {
  return a[0]!.column <= b[b.length - 1]!.column && b[0]!.column <= a[a.length - 1]!.column;
}

/** Columns without a head are known by what stands in them, from one blank column to the next; more months or fewer are the same table. */
function byShapes(told: ToldTable, sheet: Sheet): Fit[] {
  const { used } = sheet;
  if (!used) return [];
  const found: Fit[] = [];
  for (const columns of widths(told.columns)) {
    for (let left = used.left; left + columns.length - 1 <= used.right; left++) {
      const placed = columns.map((column, i): FittedColumn => ({ ...column, column: left + i }));
      for (const { top, bottom } of runsOf(sheet, placed, used)) {
        const rect: Rect = { top, left, bottom, right: left + columns.length - 1 };
        if (!found.some((other) => rectsMeet(other.rect, rect))) found.push({ told, sheet, headTop: top, headBottom: top - 1, columns: placed, last: bottom, rect });
      }
    }
  }
  return found;
}

/** The told columns themselves, then with other numbers of months. */
function widths(columns: readonly ToldColumn[]): (readonly ToldColumn[])[] {
  const first = columns.findIndex(({ role }) => isMarkRole(role));
  let end = first;
  while (first >= 0 && end < columns.length && isMarkRole(columns[end]!.role)) end++;
  const again = columns.findIndex(({ role }, index) => index > first && index < end && role === columns[first]!.role);
  const length = again < 0 ? end - first : again - first;
  if (first < 0 || (end - first) % length !== 0) return [columns];
  const month = columns.slice(first, first + length);
  const others = Array.from({ length: MOST_MONTHS }, (_, i) => i + 1).filter((times) => times * length !== end - first);
  return [columns, ...others.map((times) => [...columns.slice(0, first), ...Array.from({ length: times }, () => month).flat(), ...columns.slice(end)])];
}

/** Rows one under the other whose cells all suit their columns, with nothing beside them. */
function runsOf(sheet: Sheet, columns: readonly FittedColumn[], used: Rect): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  const [first, last] = [columns[0]!.column, columns[columns.length - 1]!.column];
  let top: number | null = null;
  const close = (bottom: number): void => {
    if (top !== null && bottom - top + 1 >= FEWEST_ROWS && bearsOut(sheet, columns, top, bottom)) runs.push({ top, bottom });
    top = null;
  };
  for (let row = used.top; row <= used.bottom + 1; row++) {
    const shapes = columns.map(({ column }) => shapeAt(sheet, row, column));
    const filled = shapes.filter((shape) => shape !== "blank").length;
    const alone = [first - 1, last + 1].every((column) => column < 1 || shapeAt(sheet, row, column) === "blank");
    const fits = alone && filled * 2 > columns.length && shapes.every((shape, i) => suits(shape, columns[i]!.holds) || /^[-/\\—–]+$/.test(textAt(sheet, row, columns[i]!.column)));
    if (fits) top ??= row;
    else close(row - 1);
  }
  return runs;
}

/** Each column that holds something in the told table does so in half of the rows here. */
function bearsOut(sheet: Sheet, columns: readonly FittedColumn[], top: number, bottom: number): boolean {
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  return columns.every(({ column, holds }) => holds === "blank" || holds === "text" || rows.filter((row) => shapeAt(sheet, row, column) !== "blank").length * 2 >= rows.length);
}
