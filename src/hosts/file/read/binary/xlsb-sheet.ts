import { WorkbookError, type Rect, type Scalar } from "../../../../workbook";
import { errorValue } from "../values";
import type { Bytes } from "./bytes";
import { SheetDraft, type BinarySheet, type BookDraft, type Tokens } from "./draft";
import { errorNumbered, formulaText, XLSB } from "./formula";
import { Lines } from "./lines";
import { recordsOf, wideText } from "./xlsb-records";

const EXP = 0x01;

/** Reads a worksheet part of an .xlsb. */
export function readSheet12(part: Uint8Array, book: BookDraft): BinarySheet {
  const reader = new SheetReader(book);
  for (const { id, bytes } of recordsOf(part)) reader.read(id, bytes);
  return reader.finish();
}

class SheetReader {
  private readonly draft: SheetDraft;
  private readonly lines = new Lines();
  private row = 0;
  private column = -1;

  constructor(book: BookDraft) {
    this.draft = new SheetDraft(book, ({ tokens, extra }, row, column) => formulaText(tokens, extra, row, column, book.names, XLSB));
  }

  read(id: number, bytes: Bytes): void {
    switch (id) {
      case 0: return this.openRow(bytes);
      case 1: case 12: this.place(bytes, id === 12); return;
      case 2: case 13: return this.cell(bytes, id === 13, () => bytes.rk());
      case 3: case 14: return this.cell(bytes, id === 14, () => errorValue(errorNumbered(bytes.u8())));
      case 4: case 15: return this.cell(bytes, id === 15, () => bytes.u8() !== 0);
      case 5: case 16: return this.cell(bytes, id === 16, () => bytes.f64());
      case 6: case 17: return this.cell(bytes, id === 17, () => wideText(bytes));
      case 7: case 18: return this.cell(bytes, id === 18, () => this.draft.sharedText(this.row, this.column, bytes.u32()));
      case 62: return this.cell(bytes, false, () => (bytes.skip(1), wideText(bytes)));
      case 8: return this.formula(bytes, () => wideText(bytes));
      case 9: return this.formula(bytes, () => bytes.f64());
      case 10: return this.formula(bytes, () => bytes.u8() !== 0);
      case 11: return this.formula(bytes, () => errorValue(errorNumbered(bytes.u8())));
      case 426: {
        const rect = rectOf(bytes);
        bytes.skip(1);
        return this.draft.array(rect, tokensOf(bytes));
      }
      case 427:
        bytes.skip(16);
        return this.draft.share(this.row, this.column, tokensOf(bytes));
      case 428: return this.draft.cover(rectOf(bytes));
      case 176: return this.draft.merge(rectOf(bytes));
      case 60: return this.openColumn(bytes);
      case 485: {
        bytes.skip(4);
        this.lines.defaultWidth = bytes.u16();
        this.lines.defaultHeight = bytes.u16() / 20;
      }
    }
  }

  finish(): BinarySheet {
    const { merges, arrays, missingTexts } = this.draft;
    return { cells: this.draft.finish(), merges, arrays, missingTexts, ...this.lines.finish() };
  }

  /** The style of the cell that begins; where it stands is kept. A short cell stands beside the one before. */
  private place(bytes: Bytes, short: boolean): number {
    this.column = short ? this.column + 1 : bytes.u32();
    if (this.column >= XLSB.columns) throw new WorkbookError("corrupt", "a cell beyond the last column");
    return bytes.u32() & 0xffffff;
  }

  private cell(bytes: Bytes, short: boolean, value: () => Scalar): void {
    const style = this.place(bytes, short);
    this.draft.value(this.row, this.column, style, value());
  }

  private formula(bytes: Bytes, value: () => Scalar): void {
    this.cell(bytes, false, () => {
      const given = value();
      return typeof given === "number" && !Number.isFinite(given) ? errorValue("#NUM!") : given;
    });
    bytes.skip(2);
    const formula = tokensOf(bytes);
    if (formula.tokens[0] !== EXP) return this.draft.formula(this.row, this.column, formula);
    const [row, column] = [new DataView(formula.tokens.slice().buffer).getUint32(1, true), formula.extra.length >= 4 ? new DataView(formula.extra.slice().buffer).getUint32(0, true) : this.column];
    this.draft.dependsOn(this.row, this.column, row, column);
  }

  private openRow(bytes: Bytes): void {
    this.row = bytes.u32();
    this.column = -1;
    if (this.row >= XLSB.rows) throw new WorkbookError("corrupt", "a row beyond the last");
    bytes.skip(4);
    const height = bytes.u16() / 20;
    bytes.skip(1);
    this.lines.row(this.row + 1, height, (bytes.u8() & 0x10) !== 0);
  }

  private openColumn(bytes: Bytes): void {
    const [first, last] = [bytes.u32() + 1, Math.min(bytes.u32() + 1, XLSB.columns)];
    const width = bytes.u32() / 256;
    bytes.skip(4);
    if (this.lines.widths >= XLSB.columns) throw new WorkbookError("corrupt", "too many columns");
    this.lines.columnsFrom(first, last, width, (bytes.u16() & 1) !== 0);
  }
}

function tokensOf(bytes: Bytes): Tokens {
  const tokens = bytes.take(bytes.u32());
  return { tokens, extra: bytes.take(bytes.left >= 4 ? bytes.u32() : 0) };
}

function rectOf(bytes: Bytes): Rect {
  const [top, bottom, left, right] = [bytes.u32(), bytes.u32(), bytes.u32(), bytes.u32()];
  return { top: top + 1, left: left + 1, bottom: bottom + 1, right: right + 1 };
}
