import type { Rect } from "../workbook";
import { isCount, type SheetAtoms } from "./atoms";
import { CERTAIN } from "./chance";
import { markAt, markOf } from "./mark-texts";
import type { Atom, Form, MarkBlock } from "./types";

/** How far below and beside the block its counts are looked for. */
const BELOW = 4;
const BESIDE = 3;
/** So many marks a period: a person's month counts with all of them. */
const WIDTHS = [1, 2, 3, 4];
/** What a count that agrees, one that differs from the others, a formula, and one that does not agree is worth. */
const MATCH = 2;
const DIFFERENT = 3;
const COUNTIF = 12;
const MOST_FORMULAS = 3;
const MISS = 3;

interface Expected { readonly atom: Atom; readonly expected: number }

/** The mark that the numbers under the columns and beside the rows count, and how many columns count as one. */
export function countedMark(sheet: SheetAtoms, rect: Rect, marks: readonly string[], forms: ReadonlyMap<Atom, Form>): Pick<MarkBlock, "counted" | "width"> {
  let best: MarkBlock["counted"] = null;
  let width = 1;
  for (const mark of marks) {
    const formulas = countingFormulas(sheet, rect, mark, forms);
    for (const { line, per } of [...linesBelow(sheet, rect, mark), ...linesBeside(sheet, rect, mark)]) {
      const found = weigh(mark, formulas, line);
      if (!found || (best && best.support >= found.support)) continue;
      best = found;
      width = per;
    }
  }
  return { counted: best, width };
}

function countingFormulas(sheet: SheetAtoms, rect: Rect, mark: string, forms: ReadonlyMap<Atom, Form>): number {
  let formulas = 0;
  for (const [atom, form] of forms) {
    if (form.kind !== "count" || markOf(form.mark) !== mark) continue;
    if (form.cells.some((p) => p.sheet === sheet.index && p.row >= rect.top && p.row <= rect.bottom && p.column >= rect.left && p.column <= rect.right) && atom.sheet === sheet.index) formulas++;
  }
  return formulas;
}

/** Numbers under the columns, with how often the mark stands above each. */
function* linesBelow(sheet: SheetAtoms, rect: Rect, mark: string): Iterable<{ line: Expected[]; per: number }> {
  for (let row = rect.bottom + 1; row <= rect.bottom + BELOW; row++) {
    const line: Expected[] = [];
    for (let column = rect.left; column <= rect.right; column++) {
      const atom = sheet.at(row, column);
      if (isCount(atom) && atom.left === atom.right) line.push({ atom, expected: tally(sheet, { ...rect, left: column, right: column }, mark, 1) });
    }
    yield { line, per: 1 };
  }
}

/** Numbers beside the rows, with how many groups of so many columns hold the mark throughout. */
function* linesBeside(sheet: SheetAtoms, rect: Rect, mark: string): Iterable<{ line: Expected[]; per: number }> {
  for (const per of WIDTHS) for (let column = rect.right + 1; column <= rect.right + BESIDE; column++) {
    const line: Expected[] = [];
    for (let row = rect.top; row <= rect.bottom; row++) {
      const atom = sheet.at(row, column);
      if (isCount(atom) && atom.top === atom.bottom) line.push({ atom, expected: tally(sheet, { ...rect, top: row, bottom: row }, mark, per) });
    }
    yield { line, per };
  }
}

function tally(sheet: SheetAtoms, rect: Rect, mark: string, per: number): number {
  let count = 0;
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column + per - 1 <= rect.right; column += per) {
      let all = true;
      for (let i = 0; i < per && all; i++) all = markAt(sheet, row, column + i) === mark;
      if (all) count++;
    }
  }
  return count;
}

function weigh(mark: string, formulas: number, line: readonly Expected[]): MarkBlock["counted"] {
  const matched = line.filter(({ atom, expected }) => atom.value === expected);
  const missed = line.filter(({ atom, expected }) => atom.value !== expected).map(({ atom }) => atom);
  // The same count in every line is one observation: a constant column proves little.
  const different = new Set(matched.map(({ expected }) => expected)).size;
  const support = MATCH * matched.length * (different > 1 ? 1 : 0.5) + DIFFERENT * different + COUNTIF * Math.min(MOST_FORMULAS, formulas) - MISS * missed.length;
  if (support < CERTAIN || (formulas === 0 && missed.length * 2 > matched.length)) return null;
  return { mark, formulas, matched: matched.length, missed, support };
}
