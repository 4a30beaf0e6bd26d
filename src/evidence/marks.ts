import type { Rect } from "../workbook";
import type { SheetAtoms } from "./atoms";
import { countedMark } from "./mark-counts";
import { markAt, markOf } from "./mark-texts";
import type { Atom, Form, MarkBlock } from "./types";

/** A block of fewer cells or columns may be anything. */
const FEWEST_CELLS = 12;
const FEWEST_COLUMNS = 2;
/** A mark is a short text; a run has few kinds, a block not many more. */
const LONGEST_MARK = 5;
const MOST_KINDS_OF_A_RUN = 4;
const MOST_KINDS = 8;
/** A run and a block beside it share that part of their rows. */
const SHARED_ROWS = 0.6;
/** One blank row within a run, one narrow column between runs. */
const GAP = 2;

interface Run { readonly column: number; readonly top: number; bottom: number; readonly marks: Set<string> }

/** The blocks of short texts of few kinds on a sheet, without cells that are rates. */
export function findMarks(sheet: SheetAtoms, forms: ReadonlyMap<Atom, Form>, rates: ReadonlySet<Atom>): MarkBlock[] {
  return blocksOf(sheet, rates).map((rect) => {
    const alphabet = new Map<string, number>();
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) {
        const mark = markAt(sheet, row, column);
        alphabet.set(mark, (alphabet.get(mark) ?? 0) + 1);
      }
    }
    return { ...rect, sheet: sheet.index, alphabet, ...countedMark(sheet, rect, [...alphabet.keys()].filter((mark) => mark !== ""), forms) };
  });
}

/** Runs down each column, joined sideways where they share rows and a mark. */
function blocksOf(sheet: SheetAtoms, rates: ReadonlySet<Atom>): Rect[] {
  const blocks: { top: number; left: number; bottom: number; right: number; columns: number; readonly marks: Set<string> }[] = [];
  for (const run of runsOf(sheet, rates)) {
    const home = blocks.find((block) => run.column > block.right && run.column - block.right <= GAP && sharesRows(block, run) && [...run.marks].some((mark) => block.marks.has(mark)));
    if (!home) {
      blocks.push({ left: run.column, right: run.column, top: run.top, bottom: run.bottom, marks: new Set(run.marks), columns: 1 });
      continue;
    }
    home.right = run.column;
    home.top = Math.min(home.top, run.top);
    home.bottom = Math.max(home.bottom, run.bottom);
    home.columns++;
    for (const mark of run.marks) home.marks.add(mark);
  }
  return blocks.filter(({ columns, top, bottom, marks }) => columns >= FEWEST_COLUMNS && columns * (bottom - top + 1) >= FEWEST_CELLS && marks.size <= MOST_KINDS)
    .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
}

function sharesRows(a: Pick<Rect, "top" | "bottom">, b: Pick<Rect, "top" | "bottom">): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 1;
  return shared >= SHARED_ROWS * Math.max(a.bottom - a.top + 1, b.bottom - b.top + 1);
}

/** From left to right; a run of as many kinds as cells holds names, not marks. */
function runsOf(sheet: SheetAtoms, rates: ReadonlySet<Atom>): Run[] {
  const runs: Run[] = [];
  for (const column of [...sheet.columns.keys()].sort((a, b) => a - b)) {
    let run: Run | null = null;
    for (const atom of sheet.columns.get(column)!) {
      const mark = isMark(atom, rates) ? markOf(atom.text) : "";
      if (mark !== "" && run && atom.top - run.bottom <= GAP && (run.marks.has(mark) || run.marks.size < MOST_KINDS_OF_A_RUN)) {
        run.bottom = atom.bottom;
        run.marks.add(mark);
      } else {
        run = mark === "" ? null : { column, top: atom.top, bottom: atom.bottom, marks: new Set([mark]) };
        if (run) runs.push(run);
      }
    }
  }
  return runs.filter(({ top, bottom, marks }) => bottom > top && marks.size <= Math.max(2, (bottom - top + 1) / 3));
}

function isMark(atom: Atom, rates: ReadonlySet<Atom>): boolean {
  return !atom.formula && atom.text.length <= LONGEST_MARK && (atom.kind === "text" || atom.kind === "none") && atom.left === atom.right && !rates.has(atom);
}
