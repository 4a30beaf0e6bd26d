import { cellKey, parseCellName, WorkbookError } from "../../../workbook";
import { MAX_ITEMS } from "../package/limits";
import type { Relationship } from "../package/relationships";
import { RichText } from "./strings";
import { parseXml, unescapeText } from "../package/xml";
import type { ZipArchive } from "../package/zip";

/** Reads the notes of a sheet. A threaded comment replaces the note that stands in for it in older programs. */
export function readNotes(zip: ZipArchive, relationships: readonly Relationship[]): Map<number, string> {
  const notes = new Map<number, string>();
  for (const { type, target, external } of relationships) {
    if (type !== "comments" || external) continue;
    const bytes = zip.read(target);
    if (!bytes) throw new WorkbookError("corrupt", `${target} is missing`);
    readLegacyNotes(target, bytes, notes);
  }
  const threads = new Map<number, string>();
  for (const { type, target } of relationships) {
    const bytes = type === "threadedComment" ? zip.read(target) : null;
    if (bytes) readThreads(target, bytes, threads);
  }
  for (const [key, text] of threads) notes.set(key, text);
  return notes;
}

function readLegacyNotes(part: string, bytes: Uint8Array, notes: Map<number, string>): void {
  const text = new RichText();
  let key: number | null = null;
  parseXml(part, bytes, {
    open(name, attributes) {
      if (name === "comment") key = keyOf(attributes["ref"]);
      else if (name === "text") text.start();
      else text.open(name);
    },
    close(name) {
      if (name === "text" && key !== null) add(part, notes, key, text.finish());
      else text.close(name);
    },
    text: (piece) => text.add(piece)
  });
}

function readThreads(part: string, bytes: Uint8Array, threads: Map<number, string>): void {
  let key: number | null = null;
  let text: string | null = null;
  parseXml(part, bytes, {
    open(name, attributes) {
      if (name === "threadedComment") key = keyOf(attributes["ref"]);
      else if (name === "text") text = "";
    },
    close(name) {
      if (name !== "text" || text === null) return;
      const before = key === null ? undefined : threads.get(key);
      if (key !== null) add(part, threads, key, (before === undefined ? "" : `${before}\n`) + unescapeText(text));
      text = null;
    },
    text(piece) {
      if (text !== null) text += piece;
    }
  });
}

function add(part: string, notes: Map<number, string>, key: number, text: string): void {
  if (notes.size >= MAX_ITEMS) throw new WorkbookError("too-large", part);
  notes.set(key, text);
}

function keyOf(name: string | undefined): number | null {
  const at = parseCellName(name ?? "");
  return at && cellKey(at.row, at.column);
}
