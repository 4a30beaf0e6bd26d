import { push, type SheetAtoms } from "./atoms";
import { SHARED_ROWS, WIDEST_GAP, WIDEST_GAP_ACROSS } from "./limits";
import type { EvidenceTable, Place, Quotient, Total } from "./types";
import type { Rect } from "../workbook";

interface Block { quotients: Quotient[]; lines: number; rect: Rect; readonly across: boolean }

/** The tables that the quotients of a sheet make: lines side by side with rows in common; single cells of the same heads (cards). */
export function evidenceTables(sheet: SheetAtoms, quotients: readonly Quotient[], totals: readonly Total[]): EvidenceTable[] {
  const lines = new Map<number, Quotient[]>();
  for (const quotient of quotients) push(lines, quotient.line, quotient);
  const blocks = [...lines.values()]
    .map((list): Block => ({ quotients: list, lines: 1, rect: around(list.flatMap(cellsOf)), across: isAcross(list) }))
    .sort((a, b) => a.rect.left - b.rect.left || a.rect.top - b.rect.top);
  const tables: Block[] = [];
  for (const block of blocks) {
    const home = tables.find((table) => belongs(sheet, table, block));
    if (!home) {
      tables.push(block);
      continue;
    }
    home.rect = around([home.rect, block.rect]);
    home.quotients = [...home.quotients, ...block.quotients];
    home.lines++;
  }
  return tables.map(({ quotients: own, rect, across }) => ({
    ...rect, sheet: sheet.index, turned: across, quotients: own,
    totals: totals.filter(({ cell }) => cell.sheet === sheet.index && cell.top >= rect.top && cell.top <= rect.bottom && cell.left >= rect.left && cell.left <= rect.right)
  }));
}

function belongs(sheet: SheetAtoms, table: Block, block: Block): boolean {
  if (table.across !== block.across) return false;
  const single = (one: Block): boolean => one.quotients.length === one.lines;
  if (single(table) && single(block)) return headsOf(sheet, table.quotients[0]!) === headsOf(sheet, block.quotients[0]!);
  if (single(block) && !single(table)) return false;
  const [a, b] = [table.rect, block.rect];
  return block.across
    ? shared(a.left, a.right, b.left, b.right) > SHARED_ROWS && apart(a.top, a.bottom, b.top, b.bottom) <= WIDEST_GAP_ACROSS
    : shared(a.top, a.bottom, b.top, b.bottom) > SHARED_ROWS && apart(a.left, a.right, b.left, b.right) <= WIDEST_GAP && !labelsBetween(sheet, a, b);
}

/** The cells of a quotient on its own sheet; a fixed target may stand anywhere. */
export function cellsOf({ rate, done, target }: Quotient): Rect[] {
  return [rate, ...[...done, ...target].filter((p) => p.sheet === rate.sheet && !p.fixed).map(rectOfPlace)];
}

function rectOfPlace({ row, column }: Place): Rect {
  return { top: row, left: column, bottom: row, right: column };
}

function around(rects: readonly Rect[]): Rect {
  return rects.reduce((a, b) => ({ top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) }));
}

/** Do done and target of most stand above or below their rates instead of beside them? */
function isAcross(list: readonly Quotient[]): boolean {
  return list.filter(({ rate, done, target }) => [...done, ...target].every((p) => p.column === rate.left)).length * 2 > list.length;
}

function shared(a1: number, a2: number, b1: number, b2: number): number {
  return (Math.min(a2, b2) - Math.max(a1, b1) + 1) / Math.max(a2 - a1 + 1, b2 - b1 + 1);
}

function apart(a1: number, a2: number, b1: number, b2: number): number {
  return b1 > a2 ? b1 - a2 : a1 > b2 ? a1 - b2 : 0;
}

/** A column of different labels of its own between the two: another table beside. */
function labelsBetween(sheet: SheetAtoms, table: Rect, block: Rect): boolean {
  for (let column = table.right + 1; column < block.left; column++) {
    const texts = new Set<string>();
    for (let row = block.top; row <= block.bottom; row++) {
      const atom = sheet.startingAt(row, column);
      if (atom?.kind === "text" && !atom.formula) texts.add(atom.text);
    }
    if (texts.size >= 2 && texts.size * 2 > block.bottom - block.top + 1) return true;
  }
  return false;
}

function headsOf(sheet: SheetAtoms, { rate, done, target }: Quotient): string {
  return [rate.left, done[0]!.column, target[0]!.column].map((column) => sheet.headOf(rate.top, column)).join("\u0001");
}
