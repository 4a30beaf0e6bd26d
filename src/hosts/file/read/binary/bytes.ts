/** Little-endian numbers and texts one after the other. Reading beyond the end throws a RangeError, as a DataView does. */
export class Bytes {
  private readonly view: DataView;
  at = 0;

  constructor(readonly all: Uint8Array) {
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get left(): number {
    return this.all.length - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    return this.view.getUint16((this.at += 2) - 2, true);
  }

  i16(): number {
    return this.view.getInt16((this.at += 2) - 2, true);
  }

  u32(): number {
    return this.view.getUint32((this.at += 4) - 4, true);
  }

  i32(): number {
    return this.view.getInt32((this.at += 4) - 4, true);
  }

  f64(): number {
    return this.view.getFloat64((this.at += 8) - 8, true);
  }

  skip(count: number): void {
    if (count > this.left) throw new RangeError("beyond the end");
    this.at += count;
  }

  take(count: number): Uint8Array {
    const from = this.at;
    this.skip(count);
    return this.all.subarray(from, from + count);
  }

  /** Characters of one byte each (their high byte is 0) or of two. */
  characters(count: number, wide: boolean): string {
    const taken = this.take(wide ? count * 2 : count);
    return wide ? UTF16.decode(taken) : latin(taken);
  }

  /** A number of 30 bits, an integer or the upper half of a double, a hundredth of it if so marked. */
  rk(): number {
    const bits = this.i32();
    let value: number;
    if (bits & 2) value = bits >> 2;
    else {
      SCRATCH.setInt32(0, 0, true);
      SCRATCH.setInt32(4, bits & ~3, true);
      value = SCRATCH.getFloat64(0, true);
    }
    return bits & 1 ? value / 100 : value;
  }
}

const SCRATCH = new DataView(new ArrayBuffer(8));
const UTF16 = new TextDecoder("utf-16le");

function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
