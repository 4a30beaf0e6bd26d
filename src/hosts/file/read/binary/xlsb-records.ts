import { Bytes } from "./bytes";

/** A record of a binary part of an .xlsb. */
export interface Record12 {
  readonly id: number;
  readonly bytes: Bytes;
}

/** The records of a part, one after the other. A part that is cut throws a RangeError. */
export function* recordsOf(part: Uint8Array): Iterable<Record12> {
  const all = new Bytes(part);
  while (all.left > 0) {
    const id = number(all, 2);
    yield { id, bytes: new Bytes(all.take(number(all, 4))) };
  }
}

/** Seven bits a byte, the lowest first, while the eighth is set. */
function number(bytes: Bytes, most: 2 | 4): number {
  let value = 0;
  for (let i = 0; i < most; i++) {
    const byte = bytes.u8();
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) break;
  }
  return value;
}

/** A text with its number of characters in four bytes; "" for the mark of none. */
export function wideText(bytes: Bytes): string {
  const count = bytes.u32();
  return count === 0xffffffff ? "" : bytes.characters(count, true);
}
