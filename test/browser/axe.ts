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

/** What axe finds in any state of a walk, in light and its contrasts in dark. */
export async function violationsOn(harness: Harness, walk: Walk, options: WalkOptions = {}): Promise<string[]> {
  const found: string[] = [];
  await go(harness, walk, options, async ({ page }, { name }) => {
    await lit(page, "light");
    found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    await lit(page, "dark");
    found.push(...(await violations(page, { runOnly: ["color-contrast"] })).map((violation) => `${name} (dark): ${violation}`));
  });
  return found;
}
