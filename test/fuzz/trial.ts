import { cellName } from "../../src/workbook";
import { Random } from "../generator";
import { bookOf, packBook, type Book } from "./book";
import { fixesMend } from "./fixes";
import { writeAs, FILE_NAMES, type Format } from "./formats";
import { changedBook, damagedFile, draftOf, type Input } from "./input";
import { moved, type SheetMove } from "./moves";
import { checkedBook, computedNumbers, copiesHold, movesHold, typedIsFound } from "./stations";
import { wholePath } from "./whole-path";

type Settings = Record<string, unknown> | null;

/** An input worked out: plain data that needs no generator any more, so that a kept case outlives its changes. */
export type Trial =
  | { readonly kind: "book"; readonly book: Book; readonly format: Format }
  /** The bytes of a file, in base64. */
  | { readonly kind: "bytes"; readonly bytes: string; readonly fileName: string }
  | { readonly kind: "mended"; readonly book: Book; readonly settings: Settings }
  | { readonly kind: "moved"; readonly book: Book; readonly after: Book; readonly moves: readonly SheetMove[]; readonly settings: Settings }
  | { readonly kind: "copied"; readonly book: Book; readonly after: Book; readonly settings: Settings }
  | { readonly kind: "typed"; readonly book: Book; readonly sheet: string; readonly cell: string; readonly settings: Settings };

/** Works an input out; null where the station has no place for what should be done to it. */
export async function trialOf(input: Input): Promise<Trial | null> {
  if (input.kind === "file") {
    const book = changedBook(input);
    if (input.damage.length === 0) return { kind: "book", book, format: input.format };
    const { bytes, fileName } = damagedFile(writtenBook(book, input.format), input);
    return { kind: "bytes", bytes: Buffer.from(bytes).toString("base64"), fileName };
  }
  const { draft, settings } = draftOf({ mistake: null, ...input });
  const book = bookOf(draft);
  switch (input.kind) {
    case "mended":
      return { kind: "mended", book, settings };
    case "moved": {
      const { draft: after, moves, copies } = moved(draft, input.moves, (seed) => new Random(seed));
      return copies ? { kind: "copied", book, after: bookOf(after), settings } : { kind: "moved", book, after: bookOf(after), moves, settings };
    }
    case "typed": {
      const random = new Random(input.seed);
      const cells = computedNumbers(draft, await checkedBook(book, settings));
      if (cells.length === 0) return null;
      const at = random.pick(cells);
      const value = draft.value(at) as number;
      draft.type(at, value + (Number.isInteger(value) ? random.pick([1, 2, 7, 10, 100]) : random.pick([0.1, 0.5, 1])));
      draft.recalculate();
      return { kind: "typed", book: bookOf(draft), sheet: at.sheet, cell: cellName(at.row, at.column), settings };
    }
  }
}

/** Tries it; throws a Violation where a promise is broken. Gives how it ended. */
export async function tryTrial(trial: Trial): Promise<string> {
  switch (trial.kind) {
    case "book":
      return wholePath(writtenBook(trial.book, trial.format), FILE_NAMES[trial.format]);
    case "bytes":
      return wholePath(new Uint8Array(Buffer.from(trial.bytes, "base64")), trial.fileName);
    case "mended":
      return fixesMend(packBook(trial.book), trial.settings);
    case "moved":
      return movesHold(trial);
    case "copied":
      return copiesHold(trial);
    case "typed":
      return typedIsFound(trial);
  }
}

function writtenBook(book: Book, format: Format): Uint8Array {
  return format === "xlsx" ? packBook(book) : writeAs(book, format);
}
