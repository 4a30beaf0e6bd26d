import { deflateSync } from "fflate";
import { WorkbookError } from "../../../workbook";
import { crc32 } from "./crc32";
import { partKey, type ZipArchive, type ZipEntry } from "./zip";

/** New content of a part, under the name it gets when it is new; null removes it. */
export interface PartChange {
  readonly name: string;
  readonly content: Uint8Array | null;
}

/** Data descriptors (bit 3) are resolved: sizes stand in the headers. The other flags describe data that is copied. */
const DESCRIPTOR_FLAG = 8;
const UTF8_FLAG = 0x800;
/** 1980-01-01 00:00, so that the same input gives the same bytes. */
const NO_TIME = 0x00210000;

/**
 * Writes a zip in which only the changed parts differ: every other entry keeps its compressed bytes, name,
 * time and place; new parts come last. Changes are keyed by {@link partKey}.
 */
export function writeZip(zip: ZipArchive, changes: ReadonlyMap<string, PartChange>): Uint8Array {
  const entries: ZipEntry[] = [];
  const done = new Set<string>();
  for (const entry of zip.entries) {
    const change = changes.get(partKey(entry.name));
    done.add(partKey(entry.name));
    if (!change) entries.push(entry);
    else if (change.content) entries.push(compress(entry.rawName, change.content, entry));
  }
  for (const [key, change] of changes) {
    if (!done.has(key) && change.content) entries.push(compress(new TextEncoder().encode(change.name), change.content, null));
  }
  return assemble(entries);
}

function compress(rawName: Uint8Array, content: Uint8Array, former: ZipEntry | null): ZipEntry {
  return {
    name: "",
    rawName,
    flags: (former?.flags ?? 0) & UTF8_FLAG,
    method: 8,
    time: former?.time ?? NO_TIME,
    crc: crc32(content),
    size: content.length,
    versionMadeBy: former?.versionMadeBy ?? 20,
    internalAttributes: 0,
    externalAttributes: former?.externalAttributes ?? 0,
    compressed: deflateSync(content)
  };
}

function assemble(entries: readonly ZipEntry[]): Uint8Array {
  let length = 22;
  for (const entry of entries) length += 30 + 46 + 2 * entry.rawName.length + entry.compressed.length;
  // Beyond these bounds a zip needs the zip64 records, which no workbook that fits our limits does.
  if (length >= 0xffffffff || entries.length >= 0xffff) throw new WorkbookError("too-large");
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry);
    bytes.set(entry.rawName, at + 30);
    bytes.set(entry.compressed, at + 30 + entry.rawName.length);
    at += 30 + entry.rawName.length + entry.compressed.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, entry.versionMadeBy, true);
    writeCommon(view, at + 6, entry);
    view.setUint16(at + 36, entry.internalAttributes, true);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[i]!, true);
    bytes.set(entry.rawName, at + 46);
    at += 46 + entry.rawName.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that the local header and the directory have in common, from "version needed" on. */
function writeCommon(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DESCRIPTOR_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.rawName.length, true);
}
