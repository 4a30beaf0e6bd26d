import { WorkbookError } from "../../../../workbook";
import { Bytes } from "./bytes";

/** A record of a workbook stream of Excel 97 and later. */
export interface Record8 {
  readonly id: number;
  readonly data: Uint8Array;
  /** Where the next record begins. */
  readonly next: number;
}

export const BOF = 0x809;
export const EOF = 0x0a;
export const CONTINUE = 0x3c;
const BIFF8 = 0x600;

/** The record that begins there; null at the end of the stream, and for one that is cut. */
export function recordAt(stream: Uint8Array, at: number): Record8 | null {
  if (at + 4 > stream.length) return null;
  const id = stream[at]! | (stream[at + 1]! << 8);
  const length = stream[at + 2]! | (stream[at + 3]! << 8);
  const next = at + 4 + length;
  return next > stream.length ? null : { id, data: stream.subarray(at + 4, next), next };
}

/** Whether the stream is one of Excel 97 or later; older ones are another format. */
export function isBiff8(stream: Uint8Array): boolean {
  const first = recordAt(stream, 0);
  return first?.id === BOF && first.data.length >= 4 && (first.data[0]! | (first.data[1]! << 8)) === BIFF8;
}

/** The data of a record with those that continue it, each by itself. */
export function continued(stream: Uint8Array, record: Record8): Uint8Array[] {
  const pieces = [record.data];
  for (let next = recordAt(stream, record.next); next?.id === CONTINUE; next = recordAt(stream, next.next)) pieces.push(next.data);
  return pieces;
}

/** A text with its number of characters before it: two bytes, or one where `short`. */
export function textOf(bytes: Bytes, short = false): string {
  const count = short ? bytes.u8() : bytes.u16();
  // Some programs leave out what would say how wide no characters are.
  if (count === 0 && bytes.left === 0) return "";
  return bytes.characters(count, (bytes.u8() & 1) === 1);
}

/** The data of a record that is continued, as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Reads the texts that all cells share. A text may go on in the next record, which then says anew how wide its characters are. */
export class ContinuedTexts {
  private piece = 0;
  private bytes: Bytes;

  constructor(private readonly pieces: readonly Uint8Array[]) {
    this.bytes = new Bytes(pieces[0]!);
  }

  skip(count: number): void {
    for (let rest = count; rest > 0;) {
      this.advance();
      const step = Math.min(rest, this.bytes.left);
      this.bytes.skip(step);
      rest -= step;
    }
  }

  /** The next text; null when there is none. Fonts and phonetic guides behind it are passed over. */
  next(): string | null {
    if (this.bytes.left === 0 && this.piece + 1 >= this.pieces.length) return null;
    this.advance();
    const count = this.bytes.u16();
    const flags = this.bytes.u8();
    const runs = flags & 8 ? this.bytes.u16() : 0;
    const phonetic = flags & 4 ? this.bytes.u32() : 0;
    let wide = (flags & 1) === 1;
    let text = "";
    for (let rest = count; rest > 0;) {
      // Half a character that is left over belongs to none.
      if (this.bytes.left < (wide ? 2 : 1)) {
        this.bytes.skip(this.bytes.left);
        this.advance();
        wide = (this.bytes.u8() & 1) === 1;
      }
      const here = Math.min(rest, wide ? this.bytes.left >> 1 : this.bytes.left);
      text += this.bytes.characters(here, wide);
      rest -= here;
    }
    this.skip(runs * 4 + phonetic);
    return text;
  }

  private advance(): void {
    while (this.bytes.left === 0) {
      const next = this.pieces[++this.piece];
      if (!next) throw new WorkbookError("corrupt", "the texts are cut");
      this.bytes = new Bytes(next);
    }
  }
}
