import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../src/cli/run";
import type { ReportDocument } from "../../src/report";

export const SAMPLES = join(__dirname, "..", "..", "samples");
export const LIANHE = join(SAMPLES, "lianhe.xlsx");
export const BAIHEDONG = join(SAMPLES, "baihedong.xlsx");

/** Runs the command line as a user would, for tests: its exit code, and what it says to either stream. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await runCommand(args, { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; }, coloured: false, progress: null, program: null });
  return { code, out, err };
}

/** What `check` says as JSON. */
export async function json(...args: string[]): Promise<ReportDocument> {
  return JSON.parse((await run("check", ...args, "--format", "json")).out) as ReportDocument;
}

/** A folder of its own for each test of a file, gone after it. Called once at the top of the file. */
export function scratchFolder(): { readonly path: string; written(name: string, content: string | Uint8Array): string } {
  let path = "";
  beforeEach(() => { path = mkdtempSync(join(tmpdir(), "hebiao-")); });
  afterEach(() => rmSync(path, { recursive: true }));
  return {
    get path() { return path; },
    written(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    }
  };
}
