import { build, Random, type Size, type Spec } from "../generator";
import type { Draft } from "../generator/draft";
import { SEEDED_ERRORS } from "../generator/errors";
import { seed as seedMistake } from "../matrix/measure";
import { bookOf, type Book } from "./book";
import { CELL_CHANGES } from "./change-cells";
import { STRUCTURE_CHANGES } from "./change-structure";
import { DAMAGES } from "./damage";
import type { Mending } from "./fixes";
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

/** What a file is tried on when it was read and checked: nothing more, the sheets that are written into it, the fixes of it, all of that. */
export type Further = "nothing" | "sheets" | "fixes" | "all";

/** One thing to try, small enough to print. */
export type Input =
  /** A station with changed cells and sheets, written in some format, its bytes damaged: anything goes but harm. */
  | (Station & { readonly kind: "file"; readonly changes: readonly Change[]; readonly format: Format; readonly damage: readonly Change[]; readonly further: Further })
  /** A station as it stands, and the same moved about: the findings must move along and stay the same. */
  | (Station & { readonly kind: "moved"; readonly moves: readonly Change[] })
  /** A station: its fixes mend what they promise, and can be taken back. */
  | (Station & { readonly kind: "mended"; readonly mending: Mending })
  /** A station, changed and checked again and again as its user works on it: what is found never hangs on what was checked before. */
  | (Station & { readonly kind: "worked"; readonly changes: readonly Change[] })
  /** A clean station with one computed number typed wrong: an error names it. */
  | { readonly kind: "typed"; readonly spec: Spec; readonly seed: number };

const BOOK_CHANGES: Readonly<Record<string, BookChange>> = { ...CELL_CHANGES, ...STRUCTURE_CHANGES };
const CELL_NAMES = Object.keys(CELL_CHANGES);
const STRUCTURE_NAMES = Object.keys(STRUCTURE_CHANGES);
/** How often each kind of input is drawn, out of a hundred. */
const SHARES: readonly [number, "cells" | "structure" | "damage" | "format" | "moved" | "mended" | "worked" | "typed"][] = [
  [20, "cells"], [10, "structure"], [24, "damage"], [4, "format"], [11, "moved"], [10, "mended"], [6, "worked"], [15, "typed"]
];

/** So many inputs in a row are changes of one station: it is generated once, and checked once, for all of them. */
const SERIES = 20;
/** What breaks a large workbook mostly breaks one of two groups and four persons, which is tried in a fraction of the time. */
const SIZES: readonly (readonly [number, Size | undefined])[] = [[0.9, "tiny"], [0.985, "small"], [1, undefined]];
/** Writing and reading back takes several times as long as a check. */
const FURTHER: readonly (readonly [number, Further])[] = [[0.72, "nothing"], [0.84, "sheets"], [0.97, "fixes"], [1, "all"]];
/** The command `fix` applies what is offered in just the same way: it is held against that now and then. */
const COMMAND_SHARE = 0.25;
/** Changes that make a workbook huge take a hundred times as long as others: drawn so rarely that they cost no more together. */
const HUGE = ["threeHundredSheets", "manyMerges", "longChain", "wideSums", "heavyFormulas", "doublingChain", "longTexts", "mergeEverything"];
const HUGE_SHARE = 0.03;
const MODEST_STRUCTURE = STRUCTURE_NAMES.filter((name) => !HUGE.includes(name));

function byShare<T>(shares: readonly (readonly [number, T])[], random: Random): T {
  const drawn = random.next();
  return shares.find(([upTo]) => drawn < upTo)![1];
}

/** The station of the series that an input belongs to. */
function stationOf(seed: string, number: number): Station {
  const random = new Random(`${seed}/series/${Math.floor(number / SERIES)}`);
  const size = byShare(SIZES, random);
  const spec = { ...randomSpec(random), ...(size && { size }) };
  return { spec, mistake: randomMistake(spec, random) };
}

/** Of two years in one workbook the evaluation takes the first, and says so: there the order of the sheets has a meaning. */
function movesOf({ family }: Spec): string[] {
  return Object.keys(MOVES).filter((name) => name !== "shuffle" || family !== "two-years");
}

/** The input of that number in the run of that seed. */
export function inputOf(seed: string, number: number): Input {
  const random = new Random(`${seed}/${number}`);
  let draw = random.int(1, 100);
  const kind = SHARES.find(([share]) => (draw -= share) <= 0)![1];
  const station = stationOf(seed, number);
  const { spec } = station;
  switch (kind) {
    case "typed":
      return { kind, spec, seed: random.int(1, 2 ** 31) };
    case "mended":
      return { kind, spec, mistake: randomMistake(spec, random), mending: { fixes: random.chance(0.5) ? "all" : random.int(0, 99), command: random.chance(COMMAND_SHARE) } };
    case "worked":
      return { kind, ...station, changes: randomChanges([...CELL_NAMES, ...MODEST_STRUCTURE], 1, 4, random) };
    case "moved":
      return { kind, ...station, moves: randomChanges(movesOf(spec), 1, 4, random) };
    case "cells":
      return { kind: "file", ...station, changes: randomChanges(CELL_NAMES, 1, 8, random), format: "xlsx", damage: [], further: byShare(FURTHER, random) };
    case "structure": {
      const names = random.chance(HUGE_SHARE) ? HUGE : MODEST_STRUCTURE;
      const changes = [...randomChanges(names, 1, names === HUGE ? 1 : 3, random), ...randomChanges(CELL_NAMES, 0, 3, random)];
      return { kind: "file", ...station, changes, format: "xlsx", damage: [], further: byShare(FURTHER, random) };
    }
    case "damage":
      return { kind: "file", ...station, changes: [], format: "xlsx", damage: randomChanges(Object.keys(DAMAGES), 1, 3, random), further: byShare(FURTHER, random) };
    case "format":
      return {
        kind: "file", ...station, changes: randomChanges(CELL_NAMES, 0, 3, random), format: random.pick(Object.keys(FILE_NAMES) as Format[]),
        damage: randomChanges(["truncate", "flipBytes", "zeroes", "repeatRun", "dropRun", "insertRun"], 0, 2, random), further: byShare(FURTHER, random)
      };
  }
}

/** The draft of a station, recalculated, and the settings that it needs. Nobody may change it: its copy is another's. */
export function draftOf({ spec, mistake }: Station): { draft: Draft; settings: Record<string, unknown> | null } {
  const key = JSON.stringify([spec, mistake]);
  if (lastDraft?.key !== key) lastDraft = { key, made: newDraftOf({ spec, mistake }) };
  return lastDraft.made;
}

let lastDraft: { key: string; made: ReturnType<typeof newDraftOf> } | null = null;

/** As {@link draftOf}, to be changed. */
export function newDraftOf({ spec, mistake }: Station): { draft: Draft; settings: Record<string, unknown> | null } {
  const error = SEEDED_ERRORS.find(({ id }) => id === mistake);
  const { draft, settings } = (error && seedMistake(error, spec)?.built) ?? build(spec);
  return { draft, settings };
}

/** The workbook after each of the changes. */
export function changedBooks(station: Station & { readonly changes: readonly Change[] }): Book[] {
  return station.changes.map((_, last) => changedBook({ ...station, changes: station.changes.slice(0, last + 1) }));
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
