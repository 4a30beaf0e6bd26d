import { createHash } from "node:crypto";
import { open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { say } from "../messages";
import { UsageError } from "./arguments";
import { readBytes } from "./files";
import type { Outcome, Task } from "./one";

const HEAD = '{"hebiao":"checks","version":1}\n';
const NEWLINE = 10;
/** Dead entries are thrown away once there are as many as living ones, and at least so many. */
const LEAST_DEAD = 50;

interface Place {
  readonly from: number;
  readonly length: number;
}

/**
 * What earlier runs found, in a file that the user names: a line a workbook, by the digest of its bytes, of the program and of the settings. Each is written as
 * soon as it is found, so that a run that was stopped goes on where it was; only places are kept in memory.
 */
export class CheckCache {
  private readonly used = new Set<string>();
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly file: string, private readonly handle: FileHandle, private readonly places: Map<string, Place>, private end: number, private readonly program: string) {}

  /** Throws a UsageError for a file that is something else. */
  static async open(file: string, program: string | null): Promise<CheckCache> {
    const handle = await open(file, "a+").catch(() => { throw new UsageError(say("cli-cache-file", { file })); });
    const bytes = await handle.readFile();
    const places = bytes.length === 0 ? new Map<string, Place>() : placesIn(bytes);
    if (!places) {
      await handle.close();
      throw new UsageError(say("cli-cache-foreign", { file }));
    }
    if (bytes.length === 0) await handle.appendFile(HEAD);
    // What a killed run left half written is no line.
    const whole = bytes.length === 0 ? HEAD.length : bytes.lastIndexOf(NEWLINE) + 1;
    if (whole < bytes.length) await handle.truncate(whole);
    return new CheckCache(file, handle, places, whole, await digestOf(program));
  }

  /** By what the task's outcome is known again; null where it hangs on more than the file, or the file cannot be read. */
  async keyOf({ file, settings, people = false, ...more }: Task): Promise<string | null> {
    if (Object.values(more).some((value) => value !== undefined)) return null;
    const bytes = await readBytes(file).catch(() => null);
    return bytes && createHash("sha256").update(bytes).update(JSON.stringify([this.program, settings, people])).digest("hex");
  }

  async get(key: string, file: string): Promise<Outcome | null> {
    const place = this.places.get(key);
    if (!place) return null;
    const line = Buffer.alloc(place.length);
    await this.handle.read(line, 0, place.length, place.from);
    this.used.add(key);
    const { outcome } = JSON.parse(line.toString()) as { outcome: Outcome };
    return { ...outcome, report: { ...outcome.report, file } };
  }

  /** What went wrong with a workbook may go right another time: only what was checked is kept. */
  async put(key: string, outcome: Outcome): Promise<void> {
    if (outcome.report.error || outcome.problem || this.places.has(key)) return;
    const line = Buffer.from(`${JSON.stringify({ key, outcome })}\n`);
    const from = this.end;
    // Taken at once: several are written side by side, and what is appended stands in the order of the calls.
    this.end += line.length;
    this.places.set(key, { from, length: line.length - 1 });
    this.used.add(key);
    this.writing = this.writing.then(() => this.handle.appendFile(line));
    await this.writing;
  }

  /** The entries that a whole run did not need are of workbooks that were changed, or of an earlier version. */
  async close(isWhole: boolean): Promise<void> {
    await this.writing;
    const living = [...this.places].filter(([key]) => this.used.has(key));
    const dead = this.places.size - living.length;
    if (isWhole && living.length > 0 && dead >= LEAST_DEAD && dead >= living.length) await this.rewrite(living);
    await this.handle.close();
  }

  private async rewrite(living: readonly (readonly [string, Place])[]): Promise<void> {
    const draft = `${this.file}.tmp`;
    const to = await open(draft, "w");
    try {
      await to.appendFile(HEAD);
      for (const [, { from, length }] of living) {
        const line = Buffer.alloc(length + 1, NEWLINE);
        await this.handle.read(line, 0, length, from);
        await to.appendFile(line);
      }
    } finally {
      await to.close();
    }
    await rename(draft, this.file).catch(() => rm(draft, { force: true }));
  }
}

/** Where each line's outcome stands, the last one of a key; null for a file that is not ours. */
function placesIn(bytes: Buffer): Map<string, Place> | null {
  if (bytes.subarray(0, HEAD.length).toString() !== HEAD) return null;
  const places = new Map<string, Place>();
  for (let from = HEAD.length, to = bytes.indexOf(NEWLINE, from); to >= 0; from = to + 1, to = bytes.indexOf(NEWLINE, from)) {
    const key = /^\{"key":"([0-9a-f]{64})"/.exec(bytes.subarray(from, from + 80).toString());
    if (key) places.set(key[1]!, { from, length: to - from });
  }
  return places;
}

/** Another program finds other things. */
async function digestOf(program: string | null): Promise<string> {
  return program === null ? "source" : createHash("sha256").update(await readFile(program)).digest("hex");
}
