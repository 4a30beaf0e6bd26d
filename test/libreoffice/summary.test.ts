import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { summarySheet, SUMMARY_SHEET_NAME } from "../../src/summary";
import { cellKey, findSheet, planOf, type Sheet } from "../../src/workbook";
import { sampleFinding, sampleReport } from "../sample-report";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-libreoffice-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets LibreOffice open the file, recalculate it and save it as a new one. */
async function throughLibreOffice(bytes: Uint8Array): Promise<Sheet> {
  const file = join(folder, "summary.xlsx");
  writeFileSync(file, bytes);
  execFileSync("soffice", [
    `-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), file
  ], { stdio: "ignore", timeout: 120_000 });
  const workbook = await readWorkbook(new Uint8Array(readFileSync(join(folder, "out", "summary.xlsx"))));
  return findSheet(workbook, SUMMARY_SHEET_NAME)!;
}

test("LibreOffice opens the copy, computes the same, and makes a formula of no text", async () => {
  const text = "=1+1";
  const description = summarySheet(sampleReport({ findings: [sampleFinding({ message: text, actual: "+2", expected: "-3", basis: "@A1" })] }));
  const original = new Uint8Array(readFileSync(join(__dirname, "..", "..", "samples", "lianhe.xlsx")));
  const { bytes } = await editWorkbook(original, { sheet: planOf(description) });
  const sheet = await throughLibreOffice(bytes);
  description.rows.forEach((row, top) => row.forEach((cell, left) => {
    if (!cell || cell.value === null || cell.value === "") return;
    const written = sheet.cells.get(cellKey(top + 1, left + 1));
    if (typeof cell.value === "number") expect(written?.value).toBeCloseTo(cell.value, 9);
    else expect(written?.value).toBe(cell.value);
    expect(written?.formula !== null).toBe(cell.formula !== undefined);
  }));
});
