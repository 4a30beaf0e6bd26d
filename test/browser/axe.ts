import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { go, type Walk, type WalkOptions } from "../../scripts/screenshots/walk";
import type { Harness } from "./harness";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page as it is now: the rule, and where. */
async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const results = await page.evaluate((given) => (window as unknown as { axe: { run(root: Document, options: RunOptions): Promise<AxeResults> } }).axe.run(document, given), { resultTypes: ["violations"], ...options } as RunOptions);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 120)}`));
}

/** Light or dark, once the page has followed. */
async function lit(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((wanted) => document.documentElement.style.colorScheme === wanted, colorScheme);
}

/** What axe finds in any state of a walk, in light and its contrasts in dark; in a window that is made narrower as well, where that is asked for. */
export async function violationsOn(harness: Harness, walk: Walk, { narrower, ...options }: WalkOptions & { readonly narrower?: number } = {}): Promise<string[]> {
  const found: string[] = [];
  await go(harness, walk, options, async ({ page }, { name }) => {
    const look = async (how: string, run?: RunOptions): Promise<void> => void found.push(...(await violations(page, run)).map((violation) => `${name}${how}: ${violation}`));
    await lit(page, "dark");
    await look(" (dark)", { runOnly: ["color-contrast"] });
    await lit(page, "light");
    await look("");
    if (narrower === undefined) return;
    const own = page.viewportSize()!;
    await wide(page, { ...own, width: narrower });
    await look(` (${narrower} px)`);
    await wide(page, own);
  });
  return found;
}

/** So wide, once the page has been laid out for it. */
async function wide(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => window.innerWidth === width, size.width);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
