import type { Rect, Sheet } from "../workbook";
import { roleOf, type Role } from "./heads";

/** Heads of one indicator side by side in one row: target, done, rate in any order, one of target and rate possibly missing. */
export interface HeadTriple {
  readonly row: number;
  /** The lowest row of the heads, where they are merged downwards. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The columns of the roles. */
  readonly target: number | null;
  readonly done: number;
  readonly rate: number | null;
  /** The texts of the heads, as written. */
  readonly heads: Readonly<Partial<Record<Role, string>>>;
}

interface RoleCell {
  readonly role: Role;
  readonly extent: Rect;
  readonly text: string;
}

/** Every row of the sheet with heads of indicators, with its triples from left to right. */
export function findHeadTriples(sheet: Sheet): Map<number, HeadTriple[]> {
  const found = new Map<number, HeadTriple[]>();
  for (const [row, cells] of roleCells(sheet)) {
    const triples: HeadTriple[] = [];
    let run: RoleCell[] = [];
    const close = (): void => {
      const triple = asTriple(row, run);
      if (triple) triples.push(triple);
      run = [];
    };
    for (const cell of cells) {
      const previous = run[run.length - 1];
      const continues = previous !== undefined
        && cell.extent.left === previous.extent.right + 1
        && !run.some((other) => other.role === cell.role)
        && headAbove(sheet, row, cell.extent.left) === headAbove(sheet, row, previous.extent.left);
      if (!continues) close();
      run.push(cell);
    }
    close();
    if (triples.length > 0) found.set(row, triples);
  }
  return found;
}

/** Where the wide merged head above a column begins; null without one. Heads under different ones belong to different triples. */
function headAbove(sheet: Sheet, row: number, column: number): number | null {
  const merge = sheet.mergeAt(row - 1, column);
  return merge && merge.right > merge.left ? merge.left : null;
}

function roleCells(sheet: Sheet): Map<number, RoleCell[]> {
  const rows = new Map<number, RoleCell[]>();
  for (const { row, column, value } of sheet.texts()) {
    const role = roleOf(value);
    if (!role) continue;
    const list = rows.get(row);
    const cell = { role, extent: sheet.extent(row, column), text: value };
    if (list) list.push(cell);
    else rows.set(row, [cell]);
  }
  return rows;
}

/** A done head with a target or a rate beside it; lone words ("完成情况" in a text table) are no indicator. */
function asTriple(row: number, run: readonly RoleCell[]): HeadTriple | null {
  const done = run.find((cell) => cell.role === "done");
  const target = run.find((cell) => cell.role === "target");
  const rate = run.find((cell) => cell.role === "rate");
  if (!done || (!target && !rate)) return null;
  const heads: Partial<Record<Role, string>> = {};
  for (const cell of run) heads[cell.role] = cell.text;
  return {
    row,
    bottom: Math.max(...run.map((cell) => cell.extent.bottom)),
    left: run[0]!.extent.left,
    right: run[run.length - 1]!.extent.right,
    target: target?.extent.left ?? null,
    done: done.extent.left,
    rate: rate?.extent.left ?? null,
    heads
  };
}
