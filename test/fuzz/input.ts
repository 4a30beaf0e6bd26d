import { build, Random, type Spec } from "../generator";
import type { Draft } from "../generator/draft";
import { SEEDED_ERRORS } from "../generator/errors";
import { seed as seedMistake } from "../matrix/measure";
import { bookOf, type Book } from "./book";
import { CELL_CHANGES } from "./change-cells";
import { STRUCTURE_CHANGES } from "./change-structure";
import { DAMAGES } from "./damage";
import { FILE_NAMES, type Format } from "./formats";
import { MOVES } from "./moves";
import { randomChanges, randomMistake, randomSpec } from "./random-input";

/** One change by its name; its seed settles everything that it draws. */
export interface Change {
  readonly name: string;
  readonly seed: number;
}

export type BookChange = (book: Book, random: Random) => void;

/** A generated station, with a mistake of the matrix in it or none. */
export interface Station {
  readonly spec: Spec;
  readonly mistake: string | null;
}

/** One thing to try, small enough to print. */
export type Input =
  /** A station with changed cells and sheets, written in some format, its bytes damaged: anything goes but harm. */
  | (Station & { readonly kind: "file"; readonly changes: readonly Change[]; readonly format: Format; readonly damage: readonly Change[] })
  /** A station as it stands, and the same moved about: the findings must move along and stay the same. */
  | (Station & { readonly kind: "moved"; readonly moves: readonly Change[] })
  /** A station: its fixes mend what they promise, and can be taken back. */
  | (Station & { readonly kind: "mended" })
  /** A clean station with one computed number typed wrong: an error names it. */
  | { readonly kind: "typed"; readonly spec: Spec; readonly seed: number };

const BOOK_CHANGES: Readonly<Record<string, BookChange>> = { ...CELL_CHANGES, ...STRUCTURE_CHANGES };
const CELL_NAMES = Object.keys(CELL_CHANGES);
const STRUCTURE_NAMES = Object.keys(STRUCTURE_CHANGES);
/** How often each kind of input is drawn, out of a hundred. */
const SHARES: readonly [number, "cells" | "structure" | "damage" | "format" | "moved" | "mended" | "typed"][] = [
  [25, "cells"], [15, "structure"], [20, "damage"], [8, "format"], [14, "moved"], [8, "mended"], [10, "typed"]
];

/** The share of stations with few rows: what breaks one mostly breaks the other, and they are tried in a fraction of the time. */
const SMALL = 0.85;

/** Of two years in one workbook the evaluation takes the first, and says so: there the order of the sheets has a meaning. */
function movesOf({ family }: Spec): string[] {
  return Object.keys(MOVES).filter((name) => name !== "shuffle" || family !== "two-years");
}

/** The input of that number in the run of that seed. */
export function inputOf(seed: string, number: number): Input {
  const random = new Random(`${seed}/${number}`);
  let draw = random.int(1, 100);
  const kind = SHARES.find(([share]) => (draw -= share) <= 0)![1];
  // Drawn apart, so that a number keeps its station whatever share of them is small.
  const spec = { ...randomSpec(random), ...(new Random(`${seed}/${number}/size`).chance(SMALL) && { small: true }) };
  const station = { spec, mistake: randomMistake(spec, random) };
  switch (kind) {
    case "typed":
      return { kind, spec, seed: random.int(1, 2 ** 31) };
    case "mended":
      return { kind, ...station };
    case "moved":
      return { kind, ...station, moves: randomChanges(movesOf(spec), 1, 4, random) };
    case "cells":
      return { kind: "file", ...station, changes: randomChanges(CELL_NAMES, 1, 8, random), format: "xlsx", damage: [] };
    case "structure":
      return { kind: "file", ...station, changes: [...randomChanges(STRUCTURE_NAMES, 1, 3, random), ...randomChanges(CELL_NAMES, 0, 3, random)], format: "xlsx", damage: [] };
    case "damage":
      return { kind: "file", ...station, changes: [], format: "xlsx", damage: randomChanges(Object.keys(DAMAGES), 1, 3, random) };
    case "format":
      return {
        kind: "file", ...station, changes: randomChanges(CELL_NAMES, 0, 3, random), format: random.pick(Object.keys(FILE_NAMES) as Format[]),
        damage: randomChanges(["truncate", "flipBytes", "zeroes", "repeatRun", "dropRun", "insertRun"], 0, 2, random)
      };
  }
}

/** The draft of a station, recalculated, and the settings that it needs. */
export function draftOf({ spec, mistake }: Station): { draft: Draft; settings: Record<string, unknown> | null } {
  const error = SEEDED_ERRORS.find(({ id }) => id === mistake);
  const { draft, settings } = (error && seedMistake(error, spec)?.built) ?? build(spec);
  return { draft, settings };
}

/** The changed workbook of a file input, before it is written. */
export function changedBook(input: Station & { readonly changes: readonly Change[] }): Book {
  const book = bookOf(draftOf(input).draft);
  book.sharedStrings = new Random(input.spec.seed).chance(0.5);
  for (const { name, seed } of input.changes) BOOK_CHANGES[name]!(book, new Random(seed));
  return book;
}

/** The bytes of a file, damaged, and the name that it bears. */
export function damagedFile(bytes: Uint8Array, { format, damage }: { readonly format: Format; readonly damage: readonly Change[] }): { bytes: Uint8Array; fileName: string } {
  return { bytes: damage.reduce((sofar, { name, seed }) => DAMAGES[name]!(sofar, new Random(seed)), bytes), fileName: FILE_NAMES[format] };
}
