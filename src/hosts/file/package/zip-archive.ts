import { Zip, ZipPassThrough } from "fflate";

/**
 * An archive that grows file by file, so that the one who fills it need not hold everything at once. Nothing is compressed:
 * workbooks are zips already.
 */
export class ZipArchive {
  private readonly chunks: Uint8Array[] = [];
  private readonly names = new Set<string>();
  private failure: Error | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error;
    else this.chunks.push(chunk);
  });

  /** Adds a file; a name that is there already gets a number. */
  add(path: string, content: Uint8Array): void {
    const entry = new ZipPassThrough(this.freeName(path));
    entry.mtime = new Date(1980, 0, 1);
    this.zip.add(entry);
    entry.push(content, true);
  }

  /** The archive in pieces, in their order. */
  finish(): readonly Uint8Array[] {
    this.zip.end();
    if (this.failure) throw this.failure;
    return this.chunks;
  }

  private freeName(path: string): string {
    const [, base, extension] = /^(.*?)((?:\.[^./]*)?)$/s.exec(path)!;
    let name = path;
    for (let number = 2; this.names.has(name.toLowerCase()); number++) name = `${base} (${number})${extension}`;
    this.names.add(name.toLowerCase());
    return name;
  }
}
