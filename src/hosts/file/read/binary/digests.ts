const MD5_SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
const MD5_SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
const BLOCK = 64;

/** The digest MD5 of a short text of bytes. */
export function md5(bytes: Uint8Array): Uint8Array {
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  const view = padded(bytes, true);
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round === 0 ? i : round === 1 ? (5 * i + 1) % 16 : round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16;
      const sum = (a + mixed + MD5_SINES[i]! + view.getInt32(at + 4 * word, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + turned(sum, MD5_SHIFTS[round]![i % 4]!)) | 0];
    }
    [a, b, c, d].forEach((part, i) => (state[i] = (state[i]! + part) | 0));
  }
  return bytesOf(state, true);
}

/** The digest SHA-1 of a short text of bytes. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const view = padded(bytes, false);
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    const words: number[] = [];
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      words.push(i < 16 ? view.getInt32(at + 4 * i, false) : turned(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1));
      const [mixed, constant] = i < 20 ? [(b & c) | (~b & d), 0x5a827999] : i < 40 ? [b ^ c ^ d, 0x6ed9eba1] : i < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
      [a, b, c, d, e] = [(turned(a, 5) + mixed! + e + constant! + words[i]!) | 0, a, turned(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((part, i) => (state[i] = (state[i]! + part) | 0));
  }
  return bytesOf(state, false);
}

function turned(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Filled up to whole blocks, with the length in bits at the end. */
function padded(bytes: Uint8Array, isLittle: boolean): DataView {
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * BLOCK));
  bytes.forEach((byte, at) => view.setUint8(at, byte));
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - (isLittle ? 8 : 4), bytes.length * 8, isLittle);
  return view;
}

function bytesOf(words: readonly number[], isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, i) => view.setInt32(4 * i, word, isLittle));
  return new Uint8Array(view.buffer);
}
