import { WorkbookError } from "../../../workbook";
import type { WorkbookPackage } from "./package";
import { decodeXml, parseXml } from "./xml";
import { writeZip, type PartChange } from "./write-zip";
import { anyRelationships } from "./relationships";
import { partKey, type ZipArchive } from "./zip";
import { XmlEdit } from "./xml-edit";

/** A package of any kind: parts and what leads to them. */
export type AnyPackageEditor = PackageEditor<{ readonly zip: ZipArchive }>;

/** A package whose parts are being changed. Reads give the changed text; parts not set stay as their bytes were. */
export class PackageEditor<Opened extends { readonly zip: ZipArchive } = WorkbookPackage> {
  private readonly changes = new Map<string, PartChange>();
  private readonly texts = new Map<string, string>();
  private promised: ReadonlySet<string> | null = null;

  constructor(readonly opened: Opened) {}

  /** Opens a part to edit; null when there is none. */
  edit(name: string): XmlEdit | null {
    const text = this.text(name);
    return text === null ? null : new XmlEdit(name, text);
  }

  /** A part that cannot be missing. */
  editExisting(name: string): XmlEdit {
    const edit = this.edit(name);
    if (!edit) throw new WorkbookError("corrupt", `${name} is missing`);
    return edit;
  }

  text(name: string): string | null {
    const key = partKey(name);
    const change = this.changes.get(key);
    if (change && !change.content) return null;
    let text = this.texts.get(key);
    if (text === undefined) {
      const entry = this.opened.zip.find(name);
      if (!entry) return null;
      this.texts.set(key, (text = decodeXml(name, this.opened.zip.inflate(entry))));
    }
    return text;
  }

  set(name: string, content: XmlEdit | string): void {
    const text = content.toString();
    if (this.texts.get(partKey(name)) === text) return;
    this.texts.set(partKey(name), text);
    // What we write is UTF-8, whatever the part was in.
    const utf8 = text.replace(/^(<\?xml[^>]*\sencoding\s*=\s*["'])[^"']*/, "$1UTF-8");
    this.changes.set(partKey(name), { name, content: new TextEncoder().encode(utf8) });
  }

  remove(name: string): void {
    this.changes.set(partKey(name), { name, content: null });
    this.texts.delete(partKey(name));
  }

  has(name: string): boolean {
    const change = this.changes.get(partKey(name));
    return change ? change.content !== null : this.opened.zip.find(name) !== undefined;
  }

  /** The first name of the form that the function gives for 1, 2, 3 … which no part has, and to which nothing leads that is missing. */
  freeName(nameOf: (number: number) => string): string {
    this.promised ??= missingTargets(this.opened.zip);
    for (let number = 1; ; number++) {
      const name = nameOf(number);
      if (!this.has(name) && !this.promised.has(partKey(name))) return name;
    }
  }

  /** Throws "corrupt" where a part that was changed can no longer be read: what stands oddly in it was changed in a wrong place. Nothing is written then. */
  readAgain(isRead: (name: string) => boolean): void {
    for (const { name, content } of this.changes.values()) if (content && isRead(name)) parseXml(name, content, { open: () => undefined });
  }

  finish(): Uint8Array {
    return writeZip(this.opened.zip, this.changes);
  }
}

/** The names of parts that relationships lead to and that are not there: a new part of such a name would be taken for the lost one. */
function missingTargets(zip: ZipArchive): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const { name } of zip.entries) {
    const source = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
    for (const { target, external } of source ? anyRelationships(zip, source[1]! + source[2]!) : []) if (!external && !zip.find(target)) missing.add(partKey(target));
  }
  return missing;
}
