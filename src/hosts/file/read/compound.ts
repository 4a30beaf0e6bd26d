import { WorkbookError } from "../../../workbook";

/** A compound file (OLE2) holds named streams in sectors, each with the number of the next. Numbers from here on mark ends and gaps. */
const LAST_SECTOR = 0xfffffffa;
const HEADER = 512;
const ENTRY = 128;
/** Streams shorter than this lie in the small sectors of another stream. */
const MINI_LIMIT = 4096;
const MINI_SECTOR = 64;
const STREAM = 2;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  /** The entries before and behind it in its folder, and the first of its own folder. */
  readonly links: readonly [number, number, number];
  readonly start: number;
  readonly size: number;
}

/** The streams of a compound file. Chains are followed only as far as the file has sectors. */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly next: Uint32Array;
  private readonly root: Entry;
  /** What lies in the root: streams of workbooks that are embedded in others lie deeper. */
  private readonly entries: readonly Entry[];
  private mini: { readonly bytes: Uint8Array; readonly next: Uint32Array } | null = null;

  /** Throws "corrupt" where the bytes are no such file. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER) throw damaged();
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.sectorSize = 1 << shift;
    this.next = this.allocation();
    const directory = this.directory();
    const root = directory.find(({ type }) => type === ROOT);
    if (!root) throw damaged();
    this.root = root;
    this.entries = childrenOf(root, directory);
  }

  /** The content of the first stream of the root that has one of the names, in any case; null when none has. */
  stream(...names: readonly string[]): Uint8Array | null {
    for (const name of names) {
      const entry = this.entries.find((each) => each.type === STREAM && each.name.toLowerCase() === name.toLowerCase());
      if (entry) return this.content(entry);
    }
    return null;
  }

  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.sectorSize;
    if (start >= this.bytes.length) throw damaged();
    return this.bytes.subarray(start, start + this.sectorSize);
  }

  /** The number of the sector behind each: kept in sectors of its own, which the header lists, and behind the 109th a chain of sectors. */
  private allocation(): Uint32Array {
    const most = Math.ceil(this.bytes.length / this.sectorSize);
    const perSector = this.sectorSize / 4;
    const listed: number[] = [];
    for (let at = 76; at < HEADER; at += 4) listed.push(this.view.getUint32(at, true));
    let more = this.view.getUint32(68, true);
    for (let seen = 0; more < LAST_SECTOR && seen < most; seen++) {
      const numbers = numbersIn(this.sector(more));
      listed.push(...numbers.subarray(0, perSector - 1));
      more = numbers[perSector - 1] ?? LAST_SECTOR;
    }
    const used = listed.filter((number) => number < LAST_SECTOR).slice(0, most);
    const next = new Uint32Array(used.length * perSector).fill(LAST_SECTOR);
    used.forEach((number, index) => next.set(numbersIn(this.sector(number)), index * perSector));
    return next;
  }

  private directory(): Entry[] {
    const bytes = this.chain(this.view.getUint32(48, true), Infinity);
    const view = new DataView(bytes.buffer);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      entries.push({
        name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length)), type: bytes[at + 66]!,
        links: [view.getUint32(at + 68, true), view.getUint32(at + 72, true), view.getUint32(at + 76, true)],
        start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true)
      });
    }
    return entries;
  }

  private content({ start, size }: Entry): Uint8Array {
    if (size >= MINI_LIMIT) return this.chain(start, size);
    this.mini ??= this.miniStream();
    const content = new Uint8Array(size);
    let number = start;
    for (let at = 0; at < size; at += MINI_SECTOR) {
      const from = number * MINI_SECTOR;
      if (from >= this.mini.bytes.length) return content.subarray(0, at);
      content.set(this.mini.bytes.subarray(from, from + Math.min(MINI_SECTOR, size - at)), at);
      number = this.mini.next[number] ?? LAST_SECTOR;
    }
    return content;
  }

  private miniStream(): { bytes: Uint8Array; next: Uint32Array } {
    return { bytes: this.chain(this.root.start, this.root.size), next: numbersIn(this.chain(this.view.getUint32(60, true), Infinity)) };
  }

  /** The sectors of a chain one behind the other, cut to the size. Where the chain ends too early, what there is. */
  private chain(start: number, size: number): Uint8Array {
    const numbers: number[] = [];
    const most = Math.min(Math.ceil(size / this.sectorSize), this.next.length);
    for (let number = start; number < LAST_SECTOR && numbers.length < most; number = this.next[number] ?? LAST_SECTOR) numbers.push(number);
    const bytes = new Uint8Array(Math.min(size, numbers.length * this.sectorSize));
    numbers.forEach((number, index) => {
      const at = index * this.sectorSize;
      bytes.set(this.sector(number).subarray(0, bytes.length - at), at);
    });
    return bytes;
  }
}

/** The entries of a folder are a tree, sorted by name; one that turns back on itself is left there. */
function childrenOf(folder: Entry, directory: readonly Entry[]): Entry[] {
  const found = new Set<Entry>();
  const waiting = [folder.links[2]];
  while (waiting.length > 0) {
    const entry = directory[waiting.pop()!];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    waiting.push(entry.links[0], entry.links[1]);
  }
  return [...found];
}

function numbersIn(sector: Uint8Array): Uint32Array {
  const copy = new Uint32Array(sector.length >> 2);
  // A copy: the numbers need not begin where four bytes do.
  new Uint8Array(copy.buffer).set(sector.subarray(0, copy.length * 4));
  return copy;
}

function damaged(): WorkbookError {
  return new WorkbookError("corrupt", "the compound file is cut or damaged");
}
