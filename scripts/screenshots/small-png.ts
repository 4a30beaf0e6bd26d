import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const OF_AREAS = 32;
/** Colours are told apart this finely, in bits a channel: those of smoothed text differ by less than an eye can see. */
const KEPT_BITS = 0xf8;

/** A screenshot in its most frequent 256 colours: a third of the bytes. Takes 8-bit RGB without interlacing, as Chromium writes it. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = frequent(counts);
  const indexes = new Map<number, number>([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 3;
      lines[row * (width + 1) + column + 1] = indexes.get((pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!)!;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE, chunk("IHDR", head), chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0))
  ]);
}

/** The most frequent colours: those of areas as they are, of those of smoothed edges that hardly differ only one. */
function frequent(counts: ReadonlyMap<number, number>): number[] {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const coarse = (colour: number): number => colour & ((KEPT_BITS << 16) | (KEPT_BITS << 8) | KEPT_BITS);
  const taken = new Set(sorted.slice(0, OF_AREAS));
  const seen = new Set([...taken].map(coarse));
  for (const colour of sorted.slice(OF_AREAS)) {
    if (taken.size === MOST_COLOURS) break;
    if (!seen.has(coarse(colour))) taken.add(colour);
    seen.add(coarse(colour));
  }
  return [...taken];
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const distance = [16, 8, 0].reduce((sum, shift) => sum + (((candidate >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** The pixels as RGB triples. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const data: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + size);
    if (type === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || body[9] !== 2 || body[12] !== 0) throw new Error("not an 8-bit RGB picture");
    } else if (type === "IDAT") data.push(body);
    at += size + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * 3;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)]!;
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column >= 3 ? pixels[at - 3]! : 0;
      const up = row > 0 ? pixels[at - stride]! : 0;
      const corner = column >= 3 && row > 0 ? pixels[at - stride - 3]! : 0;
      pixels[at] = raw[row * (stride + 1) + 1 + column]! + predicted(filter, left, up, corner);
    }
  }
  return { width, height, pixels };
}

/** What a filter of PNG expects of a byte from its neighbours. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1: return left;
    case 2: return up;
    case 3: return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default: return 0;
  }
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeInt32BE(crc(named), whole.length - 4);
  return whole;
}

function crc(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value;
}
