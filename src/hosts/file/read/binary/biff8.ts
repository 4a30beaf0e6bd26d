import { Sheet, WorkbookError, type PassedOver, type Visibility, type Workbook } from "../../../../workbook";
import { MAX_ITEMS } from "../../package/limits";
import { guard } from "../../package/xml";
import { Bytes } from "./bytes";
import { BOF, continued, ContinuedTexts, EOF, joined, recordAt, textOf } from "./biff8-records";
import { readSheet8 } from "./biff8-sheet";
import { withoutDefaultPassword } from "./default-password";
import { Formats, markersOf, workbookOf, type BookDraft, type DraftName } from "./draft";
import { formulaText, sheetPrefix, XLS, type FormulaNames } from "./formula";

/** "Calc" with its length before it. */
const NAME_OF_CALC = [4, 0, 0, 0x43, 0x61, 0x6c, 0x63];

/** What a sheet of the workbook is. */
const KIND = { worksheet: 0, chart: 2 };

/** Reads the workbook stream of an .xls of Excel 97 or later. */
export function readBiff8(given: Uint8Array): Workbook {
  return guard("Workbook", () => {
    const stream = withoutDefaultPassword(given);
    const globals = new Globals(stream);
    const { links, formats, date1904, isManual, isOfCalc, strings } = globals;
    const book: BookDraft = { formats, names: links, date1904, cells: 0, characters: 0, strings };
    const names = globals.names();
    const markers = markersOf(names);
    const sheets: Sheet[] = [];
    const passedOver: PassedOver[] = [];
    for (const { name, visibility, kind, at } of globals.sheets) {
      if (kind === KIND.chart) continue;
      const content = kind === KIND.worksheet ? readSheet8(stream, at, book) : null;
      if (content) {
        const { missingTexts, ...read } = content;
        passedOver.push(...missingTexts.on(name, "texts"));
        sheets.push(new Sheet({ name, visibility, marker: markers.get(name) ?? null, ...read }));
      } else passedOver.push({ what: "sheet", sheet: name, count: 1, places: [] });
    }
    return workbookOf(sheets, names, { date1904, calculation: isManual ? "manual" : "automatic", recalculatesOnOpen: isOfCalc, externalLinks: links.books, passedOver });
  });
}

interface Listed {
  readonly name: string;
  readonly visibility: Visibility;
  readonly kind: number;
  readonly at: number;
}

/** What stands before the sheets: their list, texts, formats, names, and what formulas call other sheets. */
class Globals {
  readonly sheets: Listed[] = [];
  readonly formats = new Formats();
  readonly links: Links;
  strings: readonly string[] = [];
  date1904 = false;
  isManual = false;
  /** LibreOffice writes 0 for what a formula gives that shares its text and gives a text. Excel calculates its files when it opens them. */
  isOfCalc = false;
  private readonly nameRecords: Uint8Array[] = [];

  constructor(stream: Uint8Array) {
    this.links = new Links(this.sheets);
    let depth = 0;
    for (let record = recordAt(stream, 0); record; record = recordAt(stream, record.next)) {
      if (record.id === BOF) depth++;
      else if (record.id === EOF && --depth === 0) return;
      else this.read(record.id, () => joined(continued(stream, record!)), () => continued(stream, record!));
    }
    throw new WorkbookError("corrupt", "the workbook stream is cut");
  }

  /** To be asked when all was read: a name may read others, and sheets that are listed behind it. */
  names(): DraftName[] {
    return this.nameRecords.map((data, index) => {
      const bytes = new Bytes(data);
      bytes.skip(4);
      const size = bytes.u16();
      bytes.at = 14 + nameLength(data);
      const { name, sheet } = this.links.own[index]!;
      return { name, sheet: this.sheets[sheet]?.name ?? null, formula: formulaText(bytes.take(size), bytes.take(bytes.left), 0, 0, this.links, XLS) };
    });
  }

  /** Other programs write texts of formats in ways of their own: such a one costs the format, not the workbook. */
  private format(bytes: Bytes): void {
    const number = bytes.u16();
    try {
      this.formats.codes.set(number, textOf(bytes));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  private read(id: number, whole: () => Uint8Array, pieces: () => Uint8Array[]): void {
    switch (id) {
      // FILEPASS: the rest is encrypted.
      case 0x2f: throw new WorkbookError("encrypted");
      case 0x22: this.date1904 = whole()[0] === 1; break;
      // Who wrote it: LibreOffice has but this name for all of its users.
      case 0x5c: this.isOfCalc = NAME_OF_CALC.every((byte, at) => whole()[at] === byte); break;
      case 0x0d: this.isManual = whole()[0] === 0; break;
      case 0x85: this.sheets.push(listed(new Bytes(whole()))); break;
      case 0xfc: this.strings = sharedTexts(pieces()); break;
      case 0x41e: this.format(new Bytes(whole())); break;
      case 0xe0: this.formats.add(new Bytes(whole().subarray(2)).u16()); break;
      case 0x1ae: this.links.addBook(new Bytes(whole())); break;
      case 0x23: this.links.addBookName(new Bytes(whole())); break;
      case 0x17: this.links.addSheets(new Bytes(whole())); break;
      case 0x18: {
        const data = whole();
        this.nameRecords.push(data);
        this.links.own.push({ name: nameText(data), sheet: new Bytes(data.subarray(8)).u16() - 1 });
        break;
      }
    }
  }
}

function listed(bytes: Bytes): Listed {
  const at = bytes.u32();
  const state = bytes.u8() & 3;
  const kind = bytes.u8();
  return { at, kind, visibility: state === 2 ? "veryHidden" : state === 1 ? "hidden" : "visible", name: textOf(bytes, true) };
}

function sharedTexts(pieces: readonly Uint8Array[]): string[] {
  const count = new Bytes(pieces[0]!.subarray(4)).u32();
  const reader = new ContinuedTexts(pieces);
  reader.skip(8);
  const texts: string[] = [];
  while (texts.length < count) {
    const text = reader.next();
    if (text === null) break;
    if (texts.length >= MAX_ITEMS) throw new WorkbookError("too-large", "too many texts");
    texts.push(text);
  }
  return texts;
}

/** The length in bytes of a name with the byte that says how wide it is. */
function nameLength(data: Uint8Array): number {
  return 1 + data[3]! * (data[14]! & 1 ? 2 : 1);
}

/** Names of Excel's own are kept as one character. */
function nameText(data: Uint8Array): string {
  const bytes = new Bytes(data);
  const isOwn = (bytes.u16() & 0x20) !== 0;
  bytes.at = 14;
  const text = bytes.characters(data[3]!, (bytes.u8() & 1) === 1);
  return isOwn ? `_xlnm.${text.charCodeAt(0)}` : text;
}

/** Another workbook that formulas name, this one itself (number null), or what is neither. */
interface Book {
  readonly kind: "self" | "other" | "functions";
  /** Of other workbooks, counted from 1. */
  readonly number: number | null;
  readonly sheets: readonly string[];
  readonly names: string[];
}

/** The tables by which formulas name sheets, names and functions that are elsewhere. */
class Links implements FormulaNames {
  /** The file names of other workbooks, by their numbers. */
  readonly books: string[] = [];
  /** The names of this workbook, with the place of the sheet that has them; -1 for those of the whole workbook. */
  readonly own: { readonly name: string; readonly sheet: number }[] = [];
  private readonly listed: Book[] = [];
  private readonly references: { readonly book: number; readonly first: number; readonly last: number }[] = [];

  constructor(private readonly sheets: readonly Listed[]) {}

  addBook(bytes: Bytes): void {
    const count = bytes.u16();
    const length = bytes.u16();
    if (length === 0x0401) this.listed.push({ kind: "self", number: null, sheets: [], names: [] });
    else if (length === 0x3a01) this.listed.push({ kind: "functions", number: null, sheets: [], names: [] });
    else {
      const path = bytes.characters(length, (bytes.u8() & 1) === 1);
      const sheets: string[] = [];
      while (sheets.length < count && bytes.left >= 3) sheets.push(textOf(bytes));
      // A blank or a zero stands for this workbook, too.
      const isOwn = path === "\u0000";
      if (!isOwn) this.books.push(fileName(path));
      this.listed.push(isOwn ? { kind: "self", number: null, sheets: [], names: [] } : { kind: "other", number: this.books.length, sheets, names: [] });
    }
  }

  addBookName(bytes: Bytes): void {
    bytes.skip(6);
    this.listed.at(-1)?.names.push(textOf(bytes, true));
  }

  addSheets(bytes: Bytes): void {
    for (let count = bytes.u16(); count > 0 && bytes.left >= 6; count--) this.references.push({ book: bytes.u16(), first: bytes.i16(), last: bytes.i16() });
  }

  sheetOf(index: number): string | null {
    const reference = this.references[index];
    const book = reference && this.listed[reference.book];
    if (!book || book.kind === "functions") return null;
    if (reference.first === -1) return "#REF!";
    const name = (at: number): string | undefined => (book.kind === "self" ? this.sheets[at]?.name : book.sheets[at]);
    const [first, last] = [name(reference.first), name(reference.last)];
    return first === undefined || last === undefined ? null : sheetPrefix(first, last, book.number);
  }

  name(number: number): string | null {
    return this.own[(number & 0xffff) - 1]?.name ?? null;
  }

  nameOf(index: number, number: number): string | null {
    const reference = this.references[index];
    const book = reference && this.listed[reference.book];
    if (!book) return null;
    if (book.kind === "functions") return book.names[number - 1] ?? null;
    if (book.kind === "other") return book.names[number - 1] === undefined ? null : `[${book.number}]!${book.names[number - 1]}`;
    const own = this.own[number - 1];
    const sheet = own && this.sheets[own.sheet]?.name;
    return own ? (sheet === undefined ? "" : sheetPrefix(sheet, sheet, null)) + own.name : null;
  }
}

/** The file's name in a path as it is encoded: drives and folders are single characters below 32. */
function fileName(path: string): string {
  return path.split(/[\u0000-\u001f\\/]/).filter((part) => part !== "").pop() ?? "?";
}
