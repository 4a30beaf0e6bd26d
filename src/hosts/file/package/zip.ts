import { inflateSync } from "fflate";
import { WorkbookError } from "../../../workbook";
import { crc32 } from "./crc32";
import { MAX_ENTRIES, MAX_PART_BYTES, MAX_TOTAL_BYTES } from "./limits";

/** One entry of a zip as it lies in the file, still compressed. */
export interface ZipEntry {
  /** With forward slashes and without a leading one, whatever the file writes. */
  readonly name: string;
  /** The name as the file writes it. */
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** DOS time and date. */
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly versionMadeBy: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  readonly compressed: Uint8Array;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** Deflate cannot shrink data more than this; a header that claims more lies. */
const MAX_DEFLATE_RATIO = 1040;

/** A zip in memory. Only its directory is believed, and only as far as the bytes bear it out. */
export class ZipArchive {
  /** By {@link partKey}, because Excel finds parts in any case. */
  private readonly byKey = new Map<string, ZipEntry>();
  /** What was inflated so far; a part that is read again takes no more room. */
  private readonly inflated = new Set<ZipEntry>();
  private inflatedBytes = 0;

  constructor(readonly entries: readonly ZipEntry[]) {
    for (const entry of entries) {
      const key = partKey(entry.name);
      // Two entries of one name: which is the workbook depends on who reads it, so nobody should.
      if (this.byKey.has(key)) throw new WorkbookError("corrupt", `two entries named ${entry.name}`);
      this.byKey.set(key, entry);
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.byKey.get(partKey(name));
  }

  /** The content of an entry: at most as long as the directory says, and with the right checksum. More than `most` bytes are refused before they are made. */
  inflate(entry: ZipEntry, most = MAX_PART_BYTES): Uint8Array {
    if (entry.flags & 1) throw new WorkbookError("encrypted", entry.name);
    if (!this.inflated.has(entry)) this.inflatedBytes += entry.size;
    this.inflated.add(entry);
    if (entry.size > most || this.inflatedBytes > MAX_TOTAL_BYTES) throw new WorkbookError("too-large", entry.name);
    const content = expand(entry);
    if (content.length !== entry.size) throw new WorkbookError("corrupt", `${entry.name} is not as long as stated`);
    if (crc32(content) !== entry.crc) throw new WorkbookError("corrupt", `${entry.name} has a wrong checksum`);
    return content;
  }

  /** The content of the entry with that name, or null. */
  read(name: string, most?: number): Uint8Array | null {
    const entry = this.find(name);
    return entry ? this.inflate(entry, most) : null;
  }
}

/** The form under which part names are compared. */
export function partKey(name: string): string {
  return name.toLowerCase();
}

function expand(entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return entry.compressed;
  if (entry.method !== 8) throw new WorkbookError("corrupt", `${entry.name} is compressed in an unknown way`);
  if (entry.size > entry.compressed.length * MAX_DEFLATE_RATIO + 64) {
    throw new WorkbookError("corrupt", `${entry.name} claims to be longer than it can be`);
  }
  try {
    // fflate stops silently at the end of the buffer: the one byte more shows that there was more.
    return inflateSync(entry.compressed, { out: new Uint8Array(entry.size + 1) });
  } catch {
    throw new WorkbookError("corrupt", `${entry.name} cannot be inflated`);
  }
}

/** Reads the directory of a zip. Throws "corrupt" when it is cut or does not fit the file. */
export function openZip(bytes: Uint8Array): ZipArchive {
  try {
    return new ZipArchive(readDirectory(bytes));
  } catch (error) {
    // A DataView read beyond the end throws RangeError: the zip is cut.
    if (error instanceof RangeError) throw new WorkbookError("corrupt", "the zip directory is cut");
    throw error;
  }
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findDirectory(view);
  if (count > MAX_ENTRIES) throw new WorkbookError("too-large", "too many entries");
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new WorkbookError("corrupt", "bad zip directory");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    entries.push(readEntry(bytes, view, at, nameLength, extraLength));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if ((count !== 0xffff && offset !== 0xffffffff) || at < 20) return { count, offset };
    if (view.getUint32(at - 20, true) !== END_LOCATOR_64) return { count, offset };
    const record = readUint64(view, at - 12);
    if (view.getUint32(record, true) !== END_OF_DIRECTORY_64) throw new WorkbookError("corrupt", "bad zip64 record");
    return { count: readUint64(view, record + 32), offset: readUint64(view, record + 48) };
  }
  throw new WorkbookError("corrupt", "the zip has no directory");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const rawName = slice(bytes, at + 46, nameLength);
  const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
  if (view.getUint32(sizes.offset, true) !== LOCAL_ENTRY) throw new WorkbookError("corrupt", "bad zip entry");
  // The local header's own sizes are not looked at: with a data descriptor they are zero.
  const start = sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true);
  return {
    name: entryName(rawName),
    rawName,
    versionMadeBy: view.getUint16(at + 4, true),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    internalAttributes: view.getUint16(at + 36, true),
    externalAttributes: view.getUint32(at + 38, true),
    size: sizes.size,
    compressed: slice(bytes, start, sizes.compressed)
  };
}

function readSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let compressed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    // Zip64: only the fields that are full in the entry itself follow, in this order.
    let value = field + 4;
    const next = () => readUint64(view, (value += 8) - 8);
    if (size === 0xffffffff) size = next();
    if (compressed === 0xffffffff) compressed = next();
    if (offset === 0xffffffff) offset = next();
    break;
  }
  return { compressed, size, offset };
}

function readUint64(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
  if (!Number.isSafeInteger(value)) throw new WorkbookError("corrupt", "bad zip64 number");
  return value;
}

function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > bytes.length) throw new WorkbookError("corrupt", "the zip is cut");
  return bytes.subarray(start, start + length);
}

function entryName(raw: Uint8Array): string {
  // Names of parts are ASCII; anything else need only stay distinct, which UTF-8 with replacement may not be.
  const text = raw.some((byte) => byte > 127) ? new TextDecoder("utf-8").decode(raw) : String.fromCharCode(...raw);
  return text.replace(/\\/g, "/").replace(/^\/+/, "");
}
