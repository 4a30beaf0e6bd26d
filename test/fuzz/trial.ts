import { cellName } from "../../src/workbook";
import { Random } from "../generator";
import { bookOf, packBook, type Book } from "./book";
import { fixesMend, type Mending } from "./fixes";
import { writeAs, FILE_NAMES, type Format } from "./formats";
import { changedBook, changedBooks, damagedFile, draftOf, newDraftOf, type Further, type Input, type Station } from "./input";
import { moved, type SheetMove } from "./moves";
import { checkedBook, computedNumbers, copiesHold, movesHold, typedIsFound, workHolds } from "./stations";
import { wholePath } from "./whole-path";

type Settings = Record<string, unknown> | null;

/** An input worked out: plain data that needs no generator any more, so that a kept case outlives its changes. */
export type Trial =
  | { readonly kind: "book"; readonly book: Book; readonly format: Format; readonly further?: Further }
  /** The bytes of a file, in base64. */
  | { readonly kind: "bytes"; readonly bytes: string; readonly fileName: string; readonly further?: Further }
  | { readonly kind: "mended"; readonly book: Book; readonly settings: Settings; readonly mending?: Mending }
  /** The same workbook as its user changes it. */
  | { readonly kind: "worked"; readonly books: readonly Book[]; readonly settings: Settings }
  | { readonly kind: "moved"; readonly book: Book; readonly after: Book; readonly moves: readonly SheetMove[]; readonly settings: Settings }
  | { readonly kind: "copied"; readonly book: Book; readonly after: Book; readonly settings: Settings }
  | { readonly kind: "typed"; readonly book: Book; readonly sheet: string; readonly cell: string; readonly settings: Settings };

/** Works an input out; null where the station has no place for what should be done to it. */
export async function trialOf(input: Input): Promise<Trial | null> {
  if (input.kind === "file") {
    const book = changedBook(input);
    const { format, further } = input;
    if (input.damage.length === 0) return { kind: "book", book, format, further };
    const { bytes, fileName } = damagedFile(writtenBook(book, format), input);
    return { kind: "bytes", bytes: Buffer.from(bytes).toString("base64"), fileName, further };
  }
  const station = { spec: input.spec, mistake: "mistake" in input ? input.mistake : null };
  const { draft, settings } = draftOf(station);
  const book = bookOfStation(station);
  switch (input.kind) {
    case "mended":
      return { kind: "mended", book, settings, mending: input.mending };
    case "worked":
      return { kind: "worked", books: [book, ...changedBooks(input)], settings };
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
      const { draft: changed } = newDraftOf(station);
      changed.type(at, value + (Number.isInteger(value) ? random.pick([1, 2, 7, 10, 100]) : random.pick([0.1, 0.5, 1])));
      changed.recalculate();
      return { kind: "typed", book: bookOf(changed), sheet: at.sheet, cell: cellName(at.row, at.column), settings };
    }
  }
}

/** The workbook of a station as it stands: the same object for a whole series, which its check is remembered by. Nobody may change it. */
function bookOfStation(station: Station): Book {
  const { draft } = draftOf(station);
  let book = books.get(draft);
  if (!book) books.set(draft, (book = bookOf(draft)));
  return book;
}

const books = new WeakMap<object, Book>();

/** Tries it; throws a Violation where a promise is broken. Gives how it ended. */
export async function tryTrial(trial: Trial): Promise<string> {
  switch (trial.kind) {
    case "book":
      return wholePath(writtenBook(trial.book, trial.format), FILE_NAMES[trial.format], trial.further);
    case "bytes":
      return wholePath(new Uint8Array(Buffer.from(trial.bytes, "base64")), trial.fileName, trial.further);
    case "mended":
      return fixesMend(packBook(trial.book), trial.settings, trial.mending);
    case "worked":
      return workHolds(trial.books, trial.settings);
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
