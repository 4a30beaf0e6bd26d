import type { Evidence } from "../../evidence";
import { isAreaHead, isStaffHead, isTotalLabel, roleOf } from "../../tables/indicators/heads";
import { columnKey, contradictionIn, shapeOf, toldTable, toldTextAt, type ColumnRole, type ColumnShape, type ToldKind, type ToldTable } from "../../told";
import { rectContains, type Rect, type Sheet } from "../../workbook";

const MOST_HEAD_ROWS = 6;
/** Months of marks: fewer columns of signs are something else. */
const FEWEST_MARKS = 3;

/** A table for people has no more cells; whoever strews some over a whole sheet made no table of it. */
const MOST_CELLS = 30_000;

/** Is a region too large to be one table? */
export function isTooLarge({ top, left, bottom, right }: Rect): boolean {
  return (bottom - top + 1) * (right - left + 1) > MOST_CELLS;
}

/** The whole block of filled cells that a place lies in, up to blank rows and columns, without a title over it. */
export function regionAround(sheet: Sheet, place: Rect): Rect {
  let rect = place;
  for (;;) {
    if (isTooLarge(rect)) return rect;
    const grown = grow(sheet, rect);
    if (grown.top === rect.top && grown.left === rect.left && grown.bottom === rect.bottom && grown.right === rect.right) return withoutTitle(sheet, rect);
    rect = grown;
  }
}

function grow(sheet: Sheet, { top, left, bottom, right }: Rect): Rect {
  const columns = (row: number): boolean => row >= 1 && sheet.columns(row).some((column) => column >= left - 1 && column <= right + 1 && isFilled(sheet, row, column));
  const beside = (column: number): boolean => column >= 1 && rowsOf({ top, left, bottom, right }).some((row) => isFilled(sheet, row, column));
  return {
    top: columns(top - 1) ? top - 1 : top, bottom: columns(bottom + 1) ? bottom + 1 : bottom,
    left: beside(left - 1) ? left - 1 : left, right: beside(right + 1) ? right + 1 : right
  };
}

function isFilled(sheet: Sheet, row: number, column: number): boolean {
  return toldTextAt(sheet, row, column) !== "";
}

function rowsOf({ top, bottom }: Rect): number[] {
  return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, i) => top + i);
}

/** A row with one text alone over several columns is no head of theirs. */
function withoutTitle(sheet: Sheet, rect: Rect): Rect {
  let { top } = rect;
  while (top < rect.bottom - 1 && rect.right > rect.left && new Set(texts(sheet, rect, top)).size <= 1) top++;
  return { ...rect, top };
}

function texts(sheet: Sheet, { left, right }: Rect, row: number): string[] {
  return Array.from({ length: right - left + 1 }, (_, i) => toldTextAt(sheet, row, left + i)).filter((text) => text !== "");
}

/** How many rows at the top hold no number; signs alone are marks, unless numbers stand under them. */
export function headRowsOf(sheet: Sheet, rect: Rect): number {
  const isNumber = (text: string): boolean => /^[-+]?[\d,.]+%?$/.test(text);
  const overNumbers = (row: number): boolean => texts(sheet, rect, row + 1).some(isNumber);
  const isHead = (row: number): boolean => {
    const all = texts(sheet, rect, row);
    return all.length > 0 && !all.some(isNumber) && (all.some((text) => text.length > 1) || overNumbers(row));
  };
  let rows = 0;
  while (rows < MOST_HEAD_ROWS && rect.top + rows < rect.bottom && isHead(rect.top + rows)) rows++;
  return rows;
}

/** A region that was not read as a told table: what words and numbers propose for its columns, for the user to correct. */
export function regionProposal(sheet: Sheet, evidence: Evidence, rect: Rect, name: (kind: ToldKind) => string, headRows = headRowsOf(sheet, rect), asked: ToldKind | null = null): ToldTable {
  const columns = Array.from({ length: rect.right - rect.left + 1 }, (_, i) => rect.left + i);
  const body = rowsOf({ ...rect, top: rect.top + headRows });
  const shapes = new Map(columns.map((column) => [column, shapeOf(sheet, body, column)] as const));
  const words = new Map(columns.map((column) => [column, headRows === 0 ? "" : columnKey(sheet, rect.top + headRows - 1, headRows, column)] as const));
  const kind = asked ?? kindOf(sheet, rect, shapes, words);
  const roles = kind === "roster" ? rosterRoles(columns, shapes) : kind === "scores" ? scoreRoles(columns, shapes) : kind === "none" ? new Map<number, ColumnRole>() : indicatorRoles(sheet, evidence, rect, shapes, words);
  return toldTable(name(kind), kind, sheet, rect, headRows, (column) => roles.get(column) ?? "none");
}

type Shapes = ReadonlyMap<number, ColumnShape>;
type Words = ReadonlyMap<number, string>;

function kindOf(sheet: Sheet, rect: Rect, shapes: Shapes, words: Words): ToldKind {
  if ([...shapes.values()].filter((shape) => shape === "sign").length >= FEWEST_MARKS) return "roster";
  const labels = rowsOf(rect).map((row) => toldTextAt(sheet, row, rect.left));
  const isMatrix = [...words.values()].some(isAreaHead) || labels.some((label) => isTotalLabel(label));
  return isMatrix ? "matrix" : "list";
}

function indicatorRoles(sheet: Sheet, { quotients, sheets }: Evidence, rect: Rect, shapes: Shapes, words: Words): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  // What numbers prove comes first, then words, then what is left: percentages are rates.
  for (const { rate, done: [done], target: [target], share } of quotients) {
    if (sheets[rate.sheet]!.sheet !== sheet || !rectContains(rect, rate.top, rate.left) || share || !done || !target || done.row !== rate.top || target.row !== rate.top) continue;
    for (const [column, role] of [[rate.left, "rate"], [done.column, "done"], [target.column, "target"]] as const) if (!roles.has(column)) roles.set(column, role);
  }
  for (const [column, word] of words) {
    const role = isStaffHead(word) ? "staff" : roleOf(word);
    if (role && !roles.has(column) && shapes.get(column) !== "text") roles.set(column, role);
  }
  for (const [column, shape] of shapes) if (shape === "percent" && !roles.has(column)) roles.set(column, "rate");
  const name = [...shapes].find(([column, shape]) => !roles.has(column) && (shape === "text" || shape === "sign"))?.[0];
  if (name !== undefined) roles.set(name, "name");
  return completed(shapes, roles);
}

/** Plain numbers right before a rate without a done or target are its target and its done. */
function completed(shapes: Shapes, roles: Map<number, ColumnRole>): Map<number, ColumnRole> {
  const free = (column: number): boolean => shapes.get(column) === "number" && !roles.has(column);
  for (const [column, role] of [...roles]) {
    if (role !== "rate") continue;
    const before = [column - 1, column - 2];
    if (before.every(free)) {
      roles.set(column - 1, "done");
      roles.set(column - 2, "target");
    } else if (roles.get(column - 1) === "target" && free(column - 2)) roles.set(column - 2, "done");
    else if (roles.get(column - 2) === "target" && free(column - 1)) roles.set(column - 1, "done");
    else if (roles.get(column - 1) === "done" && free(column - 2)) roles.set(column - 2, "target");
  }
  return roles;
}

function rosterRoles(columns: readonly number[], shapes: Shapes): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  const marks = columns.filter((column) => shapes.get(column) === "sign");
  for (const column of marks) roles.set(column, "mark");
  const name = columns.find((column) => shapes.get(column) === "text");
  if (name !== undefined) roles.set(name, "name");
  const total = columns.find((column) => column > Math.max(...marks) && shapes.get(column) === "number");
  if (total !== undefined) roles.set(total, "total");
  return roles;
}

function scoreRoles(columns: readonly number[], shapes: Shapes): Map<number, ColumnRole> {
  const name = columns.find((column) => shapes.get(column) === "text" || shapes.get(column) === "sign");
  const numbers = columns.filter((column) => shapes.get(column) === "number");
  const roles: readonly ColumnRole[] = numbers.length === 1 ? ["score"] : ["standard", "score", "converted"];
  return new Map([...(name === undefined ? [] : [[name, "name"] as const]), ...numbers.slice(0, roles.length).map((column, i) => [column, roles[i]!] as const)]);
}

/** Would the region be read, with what is proposed for it? */
export function isReadable(told: ToldTable): boolean {
  return contradictionIn(told) === null;
}
