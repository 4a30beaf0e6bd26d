import { say, SpokenError } from "../../messages";

/** The file on disk that a workbook was opened from, where the browser lets a page read it again and write into it. */
export class DiskFile {
  private constructor(private readonly handle: FileSystemFileHandle, private seen: Stamp) {}

  /** `file` is what was read of it. */
  static of(handle: FileSystemFileHandle, file: File): DiskFile {
    return new DiskFile(handle, stampOf(file));
  }

  get name(): string {
    return this.handle.name;
  }

  /** The file as it lies there now. Rejects where it was moved or is being written. */
  read(): Promise<File> {
    return this.handle.getFile();
  }

  /** The file, when it is another than the one that was read last; null too while it cannot be read. */
  async changed(): Promise<File | null> {
    const file = await this.read().catch(() => null);
    return file && !isSame(stampOf(file), this.seen) ? file : null;
  }

  /** This is what was read of it last. */
  taken(file: File): void {
    this.seen = stampOf(file);
  }

  /** Writes into the file, once the user has allowed it to the browser, and reads it back. Rejects with a SpokenError. */
  async write(bytes: Uint8Array): Promise<void> {
    if (await this.handle.requestPermission?.({ mode: "readwrite" }) === "denied") throw new SpokenError(say("disk-not-allowed"));
    try {
      const stream = await this.handle.createWritable();
      await stream.write(bytes as Uint8Array<ArrayBuffer>);
      await stream.close();
    } catch {
      // Another program holds it, or it may not be written at all.
      throw new SpokenError(say("disk-not-written", { file: this.name }));
    }
    const file = await this.read();
    if (!isEqual(new Uint8Array(await file.arrayBuffer()), bytes)) throw new SpokenError(say("disk-not-written", { file: this.name }));
    this.taken(file);
  }
}

interface Stamp {
  readonly lastModified: number;
  readonly size: number;
}

function stampOf({ lastModified, size }: File): Stamp {
  return { lastModified, size };
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.lastModified === b.lastModified && a.size === b.size;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
