import type { Rect, Sheet } from "../../workbook";
import { isAreaHead, isNameHead, isStaffHead, roleOf, type Role } from "./heads";
import { headText } from "../reading";
import { OTHERS_IN_A_TRIPLE } from "./limits";
import { withTwoTargets } from "./two-targets";
import type { HeadTriple } from "./types";

/** 协议量, 完成量, 百分比. */
const COLUMNS_OF_A_TRIPLE = 3;

interface RoleCell {
  readonly role: Role;
  readonly extent: Rect;
  readonly text: string;
}

/** Every row of the sheet with heads of indicators, with its triples from left to right. */
export function findHeadTriples(sheet: Sheet): Map<number, HeadTriple[]> {
  const found = new Map<number, HeadTriple[]>();
  for (const [row, cells] of roleCells(sheet)) {
    const order = usualOrder(runsOf(sheet, row, cells, null));
    const all = order ? withUnknownHeads(sheet, row, cells, order) : cells;
    const runs = acrossGaps(sheet, row, runsOf(sheet, row, all, order));
    const triples = runs.flatMap((run, i): HeadTriple[] => {
      const triple = asTriple(row, run);
      const other = triple && targetBefore(sheet, row, runs[i - 1], run);
      return triple ? [other ? withTwoTargets(sheet, triple, other) : triple] : [];
    });
    if (triples.length > 0) found.set(row, triples);
  }
  return found;
}

/** The order in which most triples of a row have their heads; null where fewer than two say so, or as many say otherwise. */
function usualOrder(runs: readonly RoleCell[][]): readonly Role[] | null {
  const counts = new Map<string, { order: readonly Role[]; count: number }>();
  for (const run of runs) {
    if (run.length !== 3) continue;
    const order = run.map(({ role }) => role);
    counts.set(order.join(), { order, count: (counts.get(order.join())?.count ?? 0) + 1 });
  }
  const [most, next] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count >= 2 && most.count > (next?.count ?? 0) ? most.order : null;
}

/** Heads side by side that can belong to one triple. Three in the row's usual `order` are one, whatever stands before them. */
function runsOf(sheet: Sheet, row: number, cells: readonly RoleCell[], order: readonly Role[] | null): RoleCell[][] {
  const runs: RoleCell[][] = [];
  for (const [i, cell] of cells.entries()) {
    const run = runs[runs.length - 1];
    const previous = run?.[run.length - 1];
    const continues = run !== undefined && previous !== undefined
      && cell.extent.left === previous.extent.right + 1
      && !run.some((other) => other.role === cell.role)
      && !(order && order.every((role, place) => cells[i + place]?.role === role && cells[i + place]!.extent.left === cell.extent.left + place))
      && sameHeadAbove(sheet, row, cell.extent.left, previous.extent.left);
    if (continues) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** The lone head of another target right before the heads of a triple. */
function targetBefore(sheet: Sheet, row: number, before: readonly RoleCell[] | undefined, run: readonly RoleCell[]): { column: number; head: string } | null {
  const [only, more] = before ?? [];
  const first = run[0]!;
  if (!only || more || only.role !== "target" || only.extent.right + 1 !== first.extent.left) return null;
  return sameHeadAbove(sheet, row, only.extent.left, first.extent.left) ? { column: only.extent.left, head: only.text } : null;
}

/** Heads of one triple with other heads between them: 协议量 | 单位 | 完成量 | 备注 | 完成率. */
function acrossGaps(sheet: Sheet, row: number, runs: readonly RoleCell[][]): RoleCell[][] {
  const joined: RoleCell[][] = [];
  for (const run of runs) {
    const before = joined[joined.length - 1];
    if (before && continuesAcross(sheet, row, before, run)) before.push(...run);
    else joined.push([...run]);
  }
  return joined;
}

function continuesAcross(sheet: Sheet, row: number, before: readonly RoleCell[], run: readonly RoleCell[]): boolean {
  const from = before[before.length - 1]!.extent.right + 1;
  const to = run[0]!.extent.left - 1;
  if (from > to || to - from >= OTHERS_IN_A_TRIPLE || run.some(({ role }) => before.some((other) => other.role === role))) return false;
  if (!sameHeadAbove(sheet, row, to + 1, from - 1)) return false;
  for (let column = from; column <= to; column++) {
    const text = headText(sheet, row, column);
    if (text === "" || isStaffHead(text) || isAreaHead(text) || isNameHead(text)) return false;
  }
  return true;
}

/**
 * A head in words that nobody knows has the role that its place says: beside the two others of its triple, where the
 * other triples of the row have the third. Without it, heads of two indicators would be taken for one.
 */
function withUnknownHeads(sheet: Sheet, row: number, cells: readonly RoleCell[], order: readonly Role[]): readonly RoleCell[] {
  const byLeft = new Map(cells.map((cell) => [cell.extent.left, cell]));
  const added: RoleCell[] = [];
  const first = cells[0]!.extent.left - 1;
  const last = cells[cells.length - 1]!.extent.right + 1;
  for (const column of sheet.columns(row)) {
    if (column < first || column > last || byLeft.has(column)) continue;
    const extent = sheet.extent(row, column);
    const text = headText(sheet, row, column);
    if (extent.left !== column || extent.top !== row || extent.right !== column || !canBeHead(text)) continue;
    const role = order.find((_, place) => order.every((other, i) => {
      const beside = column + i - place;
      return i === place || (byLeft.get(beside)?.role === other && sameHeadAbove(sheet, row, beside, column));
    }));
    if (role) added.push({ role, extent, text });
  }
  return added.length === 0 ? cells : [...cells, ...added].sort((a, b) => a.extent.left - b.extent.left);
}

function canBeHead(text: string): boolean {
  return text !== "" && text.length <= 12 && !/^[\d.,%/-]+$/.test(text)
    && !isStaffHead(text) && !isAreaHead(text) && !isNameHead(text) && !/^(?:序号|编号|备注|说明)/.test(text);
}

/** Heads under different wide heads belong to different triples. A title that ends short above the last of them is no such head: beside it nothing stands. */
function sameHeadAbove(sheet: Sheet, row: number, a: number, b: number): boolean {
  const [one, other] = [headAbove(sheet, row, a), headAbove(sheet, row, b)];
  if (one?.left === other?.left) return true;
  const [merge, beside] = one && !other ? [one, b] : other && !one ? [other, a] : [null, 0];
  return merge !== null && merge.right - merge.left + 1 > COLUMNS_OF_A_TRIPLE && headText(sheet, row - 1, beside) === "";
}

/** The wide merged head above a column; null without one. */
function headAbove(sheet: Sheet, row: number, column: number): Rect | null {
  const merge = sheet.mergeAt(row - 1, column);
  return merge && merge.right > merge.left ? merge : null;
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
