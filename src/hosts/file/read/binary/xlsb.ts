import { cellKey, Sheet, WorkbookError, type PassedOver, type Visibility, type Workbook } from "../../../../workbook";
import { externalFile } from "../../package/package";
import { MAX_BINARY_PART_BYTES, MAX_BINARY_TEXT_BYTES, MAX_ITEMS } from "../../package/limits";
import { readRelationships, type Relationship } from "../../package/relationships";
import { guard } from "../../package/xml";
import type { ZipArchive } from "../../package/zip";
import { readNotes } from "../notes";
import type { Bytes } from "./bytes";
import { Formats, markersOf, workbookOf, type BookDraft, type DraftName } from "./draft";
import { formulaText, sheetPrefix, XLSB, type FormulaNames } from "./formula";
import { recordsOf, wideText } from "./xlsb-records";
import { readSheet12 } from "./xlsb-sheet";

/** Reads an .xlsb: the parts of an .xlsx, but binary. Only what is needed is unpacked. */
export function readXlsb(zip: ZipArchive, part: string): Workbook {
  return guard(part, () => {
    const relationships = readRelationships(zip, part);
    const partOfType = (type: string, most = MAX_BINARY_PART_BYTES): Uint8Array | null => {
      const target = relationships.find((each) => each.type === type && !each.external)?.target;
      return target === undefined ? null : zip.read(target, most);
    };
    const workbook = new WorkbookPart(zip, zip.read(part, MAX_BINARY_PART_BYTES)!, relationships);
    const book: BookDraft = {
      formats: readFormats(partOfType("styles")), names: workbook.links, date1904: workbook.date1904, cells: 0, characters: 0,
      strings: readTexts(partOfType("sharedStrings", MAX_BINARY_TEXT_BYTES))
    };
    const names = workbook.names();
    const markers = markersOf(names);
    const sheets: Sheet[] = [];
    const passedOver: PassedOver[] = [];
    for (const { name, visibility, id } of workbook.sheets) {
      const target = relationships.find((each) => each.id === id && !each.external);
      if (target?.type === "chartsheet" || target?.type === "dialogsheet") continue;
      const content = target?.type === "worksheet" ? zip.read(target.target, MAX_BINARY_PART_BYTES) : null;
      if (!content) {
        passedOver.push({ what: "sheet", sheet: name, count: 1, places: [] });
        continue;
      }
      const { notes, complete } = readNotes(zip, readRelationships(zip, target!.target), readBinaryNotes);
      if (!complete) passedOver.push({ what: "notes", sheet: name, count: 1, places: [] });
      const { missingTexts, ...read } = readSheet12(content, book);
      passedOver.push(...missingTexts.on(name, "texts"));
      sheets.push(new Sheet({ name, visibility, marker: markers.get(name) ?? null, notes, ...read }));
    }
    return workbookOf(sheets, names, {
      date1904: workbook.date1904, calculation: workbook.isManual ? "manual" : "automatic", recalculatesOnOpen: false, externalLinks: workbook.links.books.map(({ file }) => file), passedOver
    });
  });
}

interface Listed {
  readonly name: string;
  readonly visibility: Visibility;
  readonly id: string;
}

/** An entry of the list of sheets. Its two texts end the record; what stands before them was longer in Excel 2007's trial version, whose files are about. */
function listedSheet(bytes: Bytes): Listed {
  const state = bytes.u32();
  const visibility = state === 2 ? "veryHidden" : state === 1 ? "hidden" : "visible";
  for (const before of [8, 12]) {
    bytes.at = before;
    const [id, name] = [textWithin(bytes), textWithin(bytes)];
    if (id !== null && name !== null && bytes.left === 0) return { id, name, visibility };
  }
  throw new WorkbookError("corrupt", "an entry of the list of sheets");
}

/** A text that the record is long enough for, or null. */
function textWithin(bytes: Bytes): string | null {
  const at = bytes.at;
  const count = bytes.left >= 4 ? bytes.u32() : Infinity;
  bytes.at = at;
  return count === 0xffffffff || count * 2 <= bytes.left - 4 ? wideText(bytes) : null;
}

class WorkbookPart {
  readonly sheets: Listed[] = [];
  readonly links: Links;
  date1904 = false;
  isManual = false;
  private readonly formulas: { readonly tokens: Uint8Array; readonly extra: Uint8Array }[] = [];

  constructor(zip: ZipArchive, part: Uint8Array, relationships: readonly Relationship[]) {
    this.links = new Links(this.sheets);
    for (const { id, bytes } of recordsOf(part)) {
      switch (id) {
        case 153: this.date1904 = (bytes.u32() & 1) === 1; break;
        case 156: this.sheets.push(listedSheet(bytes)); break;
        case 157: this.isManual = new DataView(bytes.all.buffer, bytes.all.byteOffset).getUint32(4, true) === 0; break;
        case 357: this.links.listed.push("self"); break;
        case 355: {
          const relationship = wideText(bytes);
          this.links.addBook(zip, relationships.find((each) => each.id === relationship));
          break;
        }
        // A sheet's own, and functions of add-ins: neither has sheets that we could name.
        case 358: case 667: this.links.listed.push("none"); break;
        case 362:
          for (let count = bytes.u32(); count > 0 && bytes.left >= 12; count--) this.links.references.push({ book: bytes.u32(), first: bytes.i32(), last: bytes.i32() });
          break;
        case 39: {
          const isOwn = (bytes.u32() & 0x20) !== 0;
          bytes.skip(1);
          const sheet = bytes.u32();
          const name = wideText(bytes);
          this.links.own.push({ name: isOwn ? `_xlnm.${name}` : name, sheet });
          this.formulas.push({ tokens: bytes.take(bytes.u32()), extra: bytes.take(bytes.left >= 4 ? bytes.u32() : 0) });
          break;
        }
      }
    }
  }

  /** To be asked when all was read: a name may read others. */
  names(): DraftName[] {
    return this.links.own.map(({ name, sheet }, index) => {
      const { tokens, extra } = this.formulas[index]!;
      return { name, sheet: this.sheets[sheet]?.name ?? null, formula: formulaText(tokens, extra, 0, 0, this.links, XLSB) };
    });
  }
}

interface OtherBook {
  readonly file: string;
  readonly number: number;
  readonly sheets: readonly string[];
  readonly names: readonly string[];
}

/** The tables by which formulas name sheets and names that are elsewhere. */
class Links implements FormulaNames {
  readonly books: OtherBook[] = [];
  readonly listed: ("self" | "none" | OtherBook)[] = [];
  readonly own: { readonly name: string; readonly sheet: number }[] = [];
  readonly references: { readonly book: number; readonly first: number; readonly last: number }[] = [];

  constructor(private readonly sheets: readonly Listed[]) {}

  addBook(zip: ZipArchive, relationship: Relationship | undefined): void {
    const part = relationship && !relationship.external ? relationship.target : "";
    const content = part === "" ? null : zip.read(part, MAX_BINARY_PART_BYTES);
    const sheets: string[] = [];
    const names: string[] = [];
    for (const { id, bytes } of content ? recordsOf(content) : []) {
      if (id === 359) for (let count = bytes.u32(); count > 0; count--) sheets.push(wideText(bytes));
      else if (id === 577) names.push(wideText(bytes));
    }
    const book = { file: externalFile(zip, part), number: this.books.length + 1, sheets, names };
    this.books.push(book);
    this.listed.push(book);
  }

  sheetOf(index: number): string | null {
    const reference = this.references[index];
    const book = reference && this.listed[reference.book];
    if (!book || book === "none") return null;
    if (reference.first === -1) return "#REF!";
    const name = (at: number): string | undefined => (book === "self" ? this.sheets[at]?.name : book.sheets[at]);
    const [first, last] = [name(reference.first), name(reference.last)];
    return first === undefined || last === undefined ? null : sheetPrefix(first, last, book === "self" ? null : book.number);
  }

  name(number: number): string | null {
    return this.own[number - 1]?.name ?? null;
  }

  nameOf(index: number, number: number): string | null {
    const reference = this.references[index];
    const book = reference && this.listed[reference.book];
    if (!book || book === "none") return null;
    if (book !== "self") return book.names[number - 1] === undefined ? null : `[${book.number}]!${book.names[number - 1]}`;
    const own = this.own[number - 1];
    const sheet = own && this.sheets[own.sheet]?.name;
    return own ? (sheet === undefined ? "" : sheetPrefix(sheet, sheet, null)) + own.name : null;
  }
}

function readTexts(part: Uint8Array | null): string[] {
  const texts: string[] = [];
  for (const { id, bytes } of part ? recordsOf(part) : []) {
    if (id !== 19) continue;
    if (texts.length >= MAX_ITEMS) throw new WorkbookError("too-large", "too many texts");
    bytes.skip(1);
    texts.push(wideText(bytes));
  }
  return texts;
}

function readFormats(part: Uint8Array | null): Formats {
  const formats = new Formats();
  let inCells = false;
  for (const { id, bytes } of part ? recordsOf(part) : []) {
    if (id === 44) formats.codes.set(bytes.u16(), wideText(bytes));
    else if (id === 617 || id === 618) inCells = id === 617;
    else if (id === 47 && inCells) {
      bytes.skip(2);
      formats.add(bytes.u16());
    }
  }
  return formats;
}

function readBinaryNotes(name: string, part: Uint8Array, notes: Map<number, string>): void {
  let key = 0;
  for (const { id, bytes } of recordsOf(part)) {
    if (id === 635) {
      bytes.skip(4);
      const row = bytes.u32();
      bytes.skip(4);
      key = cellKey(row + 1, bytes.u32() + 1);
    } else if (id === 637) {
      bytes.skip(1);
      if (notes.size >= MAX_ITEMS) throw new WorkbookError("too-large", name);
      notes.set(key, wideText(bytes));
    }
  }
}
