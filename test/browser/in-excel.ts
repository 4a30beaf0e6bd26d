import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file";
import { dataOf, type BookData } from "../excel/host";
import type { FakeExcel } from "../excel/host";
import type { PageSetup } from "../excel/host/in-page";
import { sample } from "./harness";

let script: string | null = null;
let client: string | null = null;

/** The fake Excel as one script for a page: made before all tests, or here and now. */
function fakeScript(): string {
  const made = process.env["FAKE_EXCEL"];
  if (made) return (script ??= readFileSync(made, "utf8"));
  if (script === null) {
    const folder = mkdtempSync(join(tmpdir(), "hebiao-fake-excel-"));
    try {
      execFileSync(process.execPath, [join(__dirname, "..", "excel", "host", "bundle.cjs"), folder], { stdio: ["ignore", "inherit", "inherit"] });
      script = readFileSync(join(folder, "in-page.js"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return script;
}

/** A sample workbook as the fake Excel opens it. */
export async function sampleBook(name: string): Promise<BookData> {
  return dataOf(await readWorkbook(readFileSync(sample(name)), name));
}

/**
 * Every page that this Playwright page opens finds an Excel with that workbook open: Microsoft's own client, answered at
 * office.js's address from the npm copy, before a workbook of ours. Use it as the `before` of Harness.open; then
 * {@link inExcel} looks at the workbook and disturbs it.
 */
export async function openInExcel(page: Page, data: BookData, setup: Partial<Omit<PageSetup, "data">> = {}): Promise<void> {
  client ??= readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  const body = client;
  await page.route(/office\.js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript", body }));
  const whole: PageSetup = { language: "zh-CN", dark: null, url: "https://example.invalid/%E8%81%94%E5%92%8C.xlsx", missing: [], ...setup, data };
  await page.addInitScript(`window.hebiaoPageSetup = ${JSON.stringify(whole)};\n${fakeScript()}`);
}

/** Runs in the page, with the workbook that stands behind it. */
export function inExcel<T>(page: Page, work: (excel: FakeExcel) => T): Promise<T> {
  return page.evaluate(`(${work.toString()})(window.fakeExcel)`);
}
