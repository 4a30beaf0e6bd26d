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
export async function throughOffice(workbooks: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-libreoffice-"));
  try {
    mkdirSync(join(folder, "in"));
    // Numbers are safe names for files, whatever the workbooks are called.
    const files = [...workbooks].map(([name, bytes], index) => ({ name, bytes, file: `${index}.xlsx` }));
    for (const { bytes, file } of files) writeFileSync(join(folder, "in", file), bytes);
    await promisify(execFile)("soffice", [
      `-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"),
      ...files.map(({ file }) => join(folder, "in", file))
    ], { timeout: LONGEST });
    return new Map(files.map(({ name, file }) => [name, new Uint8Array(readFileSync(join(folder, "out", file)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
