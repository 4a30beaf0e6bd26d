import { cellKey, parseCellName, WorkbookError } from "../../../workbook";
import { MAX_ITEMS } from "../package/limits";
import type { Relationship } from "../package/relationships";
import { RichText } from "./strings";
import { guard, parseXml, unescapeText } from "../package/xml";
import type { ZipArchive } from "../package/zip";

/** What the notes of a sheet say, and whether all of them could be read. */
export interface SheetNotes {
  readonly notes: Map<number, string>;
  readonly complete: boolean;
}

/** Reads a part of notes into a map by cell key. */
export type NotesReader = (part: string, bytes: Uint8Array, notes: Map<number, string>) => void;

/**
 * Reads the notes of a sheet. A threaded comment replaces the note that stands in for it in older programs, which a binary workbook
 * keeps in its own way.
 */
export function readNotes(zip: ZipArchive, relationships: readonly Relationship[], readOwn: NotesReader = readLegacyNotes): SheetNotes {
  let complete = true;
  /** A part that is missing or damaged costs its notes, not the workbook. */
  const read = (type: string, reader: NotesReader): Map<number, string> => {
    const found = new Map<number, string>();
    for (const each of relationships) {
      if (each.type !== type || each.external) continue;
      const bytes = zip.read(each.target);
      if (bytes) complete = readable(() => guard(each.target, () => reader(each.target, bytes, found))) && complete;
      else complete = false;
    }
    return found;
  };
  const notes = read("comments", readOwn);
  for (const [key, text] of read("threadedComment", readThreads)) notes.set(key, text);
  return { notes, complete };
}

/** Whether a part that the workbook can do without could be read. */
export function readable(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "corrupt") return false;
    throw error;
  }
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
