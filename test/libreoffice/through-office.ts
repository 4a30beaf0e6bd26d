import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Far above what it takes on a busy machine: a LibreOffice that hangs fails here in place of hanging the run. */
const LONGEST = 600_000;
/** For a hook or a test that calls {@link throughOffice}. */
export const OFFICE_TIMEOUT = LONGEST + 60_000;

/** Lets LibreOffice open workbooks, compute them and save them as new ones; by their names. Without LibreOffice it throws. */
export function throughOffice(workbooks: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  return convertedByOffice(workbooks, "xlsx", "xlsx", "xlsx:Calc MS Excel 2007 XML");
}

/** Lets LibreOffice open files of one kind and save them as another (`filter`: what it calls that); by their names. */
export async function convertedByOffice(given: ReadonlyMap<string, Uint8Array>, from: string, to: string, filter = to): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-libreoffice-"));
  try {
    mkdirSync(join(folder, "in"));
    // Numbers are safe names for files, whatever the workbooks are called.
    const files = [...given].map(([name, bytes], index) => ({ name, bytes, file: `${index}.${from}`, made: `${index}.${to}` }));
    for (const { bytes, file } of files) writeFileSync(join(folder, "in", file), bytes);
    await promisify(execFile)("soffice", [
      `-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", filter, "--outdir", join(folder, "out"),
      ...files.map(({ file }) => join(folder, "in", file))
    ], { timeout: LONGEST });
    return new Map(files.map(({ name, made }) => [name, new Uint8Array(readFileSync(join(folder, "out", made)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
