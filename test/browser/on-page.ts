import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { sample } from "./harness";

/** The file input behind 打开工作簿, which stands on the start page and in the bar of an opened workbook. */
export function fileInput(page: Page): Locator {
  return page.locator("[data-input=files]").first();
}

/** Opens a workbook by its path and waits for its result. */
export async function openWorkbook(page: Page, path = sample("lianhe.xlsx")): Promise<void> {
  await fileInput(page).setInputFiles(path);
  await result(page).waitFor();
}

/** The name of the station over the result. */
export function result(page: Page): Locator {
  return page.locator("h1[data-focus=result]");
}

/** Drops files anywhere on the page. */
export async function drop(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  }, files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") })));
}

/** What a button gives to the browser's downloads. */
export async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** How far the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
