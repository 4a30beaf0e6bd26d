import { keyToRowColumn, type Rect, type Scalar } from "../../../../workbook";
import { errorValue } from "../values";
import { BOF, continued, CONTINUE, ContinuedTexts, EOF, joined, recordAt, textOf, type Record8 } from "./biff8-records";
import { Bytes } from "./bytes";
import { SheetDraft, type BinarySheet, type BookDraft, type Tokens } from "./draft";
import { errorNumbered, formulaText, XLS } from "./formula";
import { Lines } from "./lines";

const WORKSHEET = 0x10;
const [EXP, TABLE] = [0x01, 0x02];
const NOTE_OBJECT = 0x19;

/** What a worksheet begins with where the list of sheets leads behind its first record. */
const OPENING = new Set([0x0c, 0x0d, 0x5e, 0x20b]);

/** Reads the sheet that begins there; null where no worksheet does. */
export function readSheet8(stream: Uint8Array, at: number, book: BookDraft): BinarySheet | null {
  const first = recordAt(stream, at);
  const isWorksheet = first?.id === BOF ? new Bytes(first.data.subarray(2)).u16() === WORKSHEET : OPENING.has(first?.id ?? 0);
  if (!first || !isWorksheet) return null;
  const reader = new SheetReader(stream, book);
  let depth = 1;
  for (let record = first.id === BOF ? recordAt(stream, first.next) : first; record; record = recordAt(stream, record.next)) {
    // Charts that lie on the sheet have records of their own.
    if (record.id === BOF) depth++;
    else if (record.id === EOF) depth--;
    else if (depth === 1) reader.read(record);
    if (depth === 0) return reader.finish();
  }
  throw new RangeError("the sheet is cut");
}

class SheetReader {
  private readonly draft: SheetDraft;
  private readonly lines = new Lines();
  /** Rows that are not listed are hidden. */
  private hidesRows = false;
  private readonly listedRows = new Set<number>();
  /** A formula whose text comes in the next record. */
  private waiting: { readonly row: number; readonly column: number; readonly style: number } | null = null;
  /** The cell at which the next shared formula is kept. */
  private master = { row: 0, column: 0 };
  private object = 0;
  private readonly objectTexts = new Map<number, string>();

  constructor(private readonly stream: Uint8Array, book: BookDraft) {
    this.draft = new SheetDraft(book, ({ tokens, extra }, row, column) => formulaText(tokens, extra, row, column, book.names, XLS));
  }

  read(record: Record8): void {
    const bytes = new Bytes(record.data);
    switch (record.id) {
      case 0x203: return this.cell(bytes, () => bytes.f64());
      case 0x27e: return this.cell(bytes, () => bytes.rk());
      case 0xfd: return this.cell(bytes, (row, column) => this.draft.sharedText(row, column, bytes.u32()));
      case 0x204: case 0xd6: return this.cell(bytes, () => textOf(bytes));
      case 0x205: return this.cell(bytes, () => (bytes.all[7] ? errorValue(errorNumbered(bytes.u8())) : bytes.u8() !== 0));
      case 0xbd: return this.numbers(bytes);
      case 0x06: case 0x206: case 0x406: return this.formula(new Bytes(joined(continued(this.stream, record))));
      case 0x207: return this.formulaText(record);
      case 0x4bc: return this.draft.share(this.master.row, this.master.column, sharedTokens(new Bytes(joined(continued(this.stream, record)))));
      case 0x221: return this.array(new Bytes(joined(continued(this.stream, record))));
      case 0x236: return this.draft.cover(smallRect(bytes));
      case 0xe5: return this.merges(bytes);
      case 0x208: return this.row(bytes);
      case 0x7d: return this.column(bytes);
      case 0x55: this.lines.defaultWidth = bytes.u16(); return;
      case 0x225: return this.defaults(bytes);
      case 0x5d: return this.drawn(bytes);
      case 0x1b6: return this.drawnText(record);
      case 0x1c: return this.note(bytes);
    }
  }

  finish(): BinarySheet {
    const { merges, arrays, notes, missingTexts } = this.draft;
    const cells = this.draft.finish();
    for (const key of this.hidesRows ? cells.keys() : []) {
      const { row } = keyToRowColumn(key);
      if (!this.listedRows.has(row)) this.lines.hide(row);
    }
    return { cells, merges, arrays, notes, missingTexts, ...this.lines.finish() };
  }

  private cell(bytes: Bytes, value: (row: number, column: number) => Scalar): void {
    const [row, column, style] = [bytes.u16(), bytes.u16(), bytes.u16()];
    this.draft.value(row, column, style, value(row, column));
  }

  private numbers(bytes: Bytes): void {
    const row = bytes.u16();
    for (let column = bytes.u16(); bytes.left >= 8; column++) {
      const style = bytes.u16();
      this.draft.value(row, column, style, bytes.rk());
    }
  }

  private formula(bytes: Bytes): void {
    const [row, column, style] = [bytes.u16(), bytes.u16(), bytes.u16()];
    const result = new Bytes(bytes.take(8));
    this.waiting = null;
    if (result.all[6] === 0xff && result.all[7] === 0xff) {
      const [kind, , value] = result.all as unknown as [number, number, number];
      if (kind === 0) this.waiting = { row, column, style };
      this.draft.value(row, column, style, kind === 1 ? value !== 0 : kind === 2 ? errorValue(errorNumbered(value)) : kind === 3 ? "" : null);
    } else {
      const number = result.f64();
      this.draft.value(row, column, style, Number.isFinite(number) ? number : errorValue("#NUM!"));
    }
    bytes.skip(6);
    const formula = tokensOf(bytes);
    const first = formula.tokens[0];
    if (first === EXP) {
      const target = new Bytes(formula.tokens.subarray(1));
      this.master = { row: target.u16(), column: target.u16() };
      this.draft.dependsOn(row, column, this.master.row, this.master.column);
    } else if (first !== TABLE) this.draft.formula(row, column, formula);
  }

  private formulaText(record: Record8): void {
    if (!this.waiting) return;
    const { row, column, style } = this.waiting;
    this.waiting = null;
    this.draft.result(row, column, style, new ContinuedTexts(continued(this.stream, record)).next() ?? "");
  }

  private array(bytes: Bytes): void {
    const rect = smallRect(bytes);
    bytes.skip(6);
    this.draft.array(rect, tokensOf(bytes));
  }

  private merges(bytes: Bytes): void {
    for (let count = bytes.u16(); count > 0 && bytes.left >= 8; count--) {
      const [top, bottom, left, right] = [bytes.u16(), bytes.u16(), bytes.u16(), bytes.u16()];
      this.draft.merge({ top: top + 1, left: left + 1, bottom: bottom + 1, right: right + 1 });
    }
  }

  private row(bytes: Bytes): void {
    const row = bytes.u16() + 1;
    bytes.skip(4);
    const height = (bytes.u16() & 0x7fff) / 20;
    bytes.skip(4);
    this.lines.row(row, height, (bytes.u16() & 0x20) !== 0);
    this.listedRows.add(row);
  }

  private defaults(bytes: Bytes): void {
    this.hidesRows = (bytes.u16() & 2) !== 0;
    this.lines.defaultHeight = bytes.u16() / 20;
  }

  private column(bytes: Bytes): void {
    const [first, last] = [bytes.u16() + 1, Math.min(bytes.u16() + 1, XLS.columns)];
    const width = bytes.u16() / 256;
    bytes.skip(2);
    this.lines.columnsFrom(first, last, width, (bytes.u16() & 1) !== 0);
  }

  /** What is drawn on the sheet: the texts of notes stand in such objects. */
  private drawn(bytes: Bytes): void {
    bytes.skip(4);
    const type = bytes.u16();
    this.object = type === NOTE_OBJECT ? bytes.u16() : 0;
  }

  private drawnText(record: Record8): void {
    if (this.object === 0) return;
    const count = new Bytes(record.data.subarray(10)).u16();
    let text = "";
    for (let next = recordAt(this.stream, record.next); next?.id === CONTINUE && text.length < count; next = recordAt(this.stream, next.next)) {
      const bytes = new Bytes(next.data);
      const wide = (bytes.u8() & 1) === 1;
      text += bytes.characters(Math.min(count - text.length, wide ? bytes.left >> 1 : bytes.left), wide);
    }
    this.objectTexts.set(this.object, text);
  }

  private note(bytes: Bytes): void {
    const [row, column] = [bytes.u16(), bytes.u16()];
    bytes.skip(2);
    this.draft.note(row, column, this.objectTexts.get(bytes.u16()) ?? "");
  }
}

function tokensOf(bytes: Bytes): Tokens {
  const tokens = bytes.take(bytes.u16());
  return { tokens, extra: bytes.take(bytes.left) };
}

function sharedTokens(bytes: Bytes): Tokens {
  bytes.skip(8);
  return tokensOf(bytes);
}

/** An area whose columns are kept in one byte. */
function smallRect(bytes: Bytes): Rect {
  const [top, bottom, left, right] = [bytes.u16(), bytes.u16(), bytes.u8(), bytes.u8()];
  return { top: top + 1, left: left + 1, bottom: bottom + 1, right: right + 1 };
}
