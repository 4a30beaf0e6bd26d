import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** Milliseconds, from the start of loading and from the choice of the file. */
export interface PageTimes {
  readonly firstPaint: number;
  readonly result: number;
}

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const LONGEST = 30_000;

/** Opens the built page from its folder in a fresh browser, gives it the workbook, and waits until `shown` is on the screen. */
export async function timePage(page: string, workbook: string, shown: string, executablePath: string): Promise<PageTimes> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(LONGEST);
    await tab.goto(pathToFileURL(page).href);
    await tab.locator("input[type=file]").first().waitFor({ state: "attached" });
    const firstPaint = await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN);
    const start = performance.now();
    await tab.locator("input[type=file]").first().setInputFiles(workbook);
    await tab.getByText(shown).first().waitFor({ state: "attached" });
    return { firstPaint, result: performance.now() - start };
  } finally {
    await browser.close();
  }
}
