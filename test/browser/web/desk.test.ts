import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { Harness, sample } from "../harness";
import { result } from "../on-page";

const WIDE = { viewport: { width: 1280, height: 800 } };

let harness: Harness;
let folder: string;
beforeAll(async () => {
  harness = await Harness.start();
  folder = mkdtempSync(join(tmpdir(), "hebiao-desk-"));
  copyFileSync(sample("lianhe.xlsx"), join(folder, "1联和.xlsx"));
  copyFileSync(sample("baihedong.xlsx"), join(folder, "2白鹤洞.xlsx"));
  writeFileSync(join(folder, "3坏.xlsx"), "no workbook");
  copyFileSync(sample("lianhe.xlsx"), join(folder, "4联和.xlsx"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
const rowOf = (page: Page, path: string): Locator => page.locator(`tr[data-path="${path}"]`);
const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env["PICTURES"]) await page.screenshot({ path: `${process.env["PICTURES"]}/${name}.png` });
};

async function openFolder(): Promise<{ page: Page; complaints: readonly string[] }> {
  const { page, complaints } = await harness.open("", WIDE);
  await page.locator("[data-input=folder]").setInputFiles(folder);
  await page.getByText("全部核查完").waitFor();
  return { page, complaints };
}

test("from station to station: by button and by key, through the rows of the filter, each opened at what was filtered by", async () => {
  const { page, complaints } = await openFolder();
  const bar = page.getByRole("group", { name: "逐站查看" });
  await rowOf(page, "1联和.xlsx").getByRole("button").first().click();
  await result(page).waitFor();
  expect(await bar.getByRole("status").innerText()).toBe("1 / 3");
  expect(await button(page, "上一站（Alt+PageUp）").isDisabled()).toBe(true);
  await button(page, "下一站（Alt+PageDown）").click();
  await page.getByRole("heading", { name: /白鹤洞/ }).waitFor();
  await page.keyboard.press("Alt+PageDown");
  await bar.getByText("3 / 3").waitFor();
  await page.getByText("4联和.xlsx").first().waitFor();
  await page.keyboard.press("Alt+PageDown");
  await page.keyboard.press("Alt+PageUp");
  await bar.getByText("2 / 3").waitFor();
  // Back leads to the table from wherever the walk ended.
  await page.goBack();
  await page.getByRole("combobox", { name: "按规则筛选" }).selectOption("rate-mismatch");
  await rowOf(page, "1联和.xlsx").getByRole("button").first().click();
  await bar.getByText("1 / 2").waitFor();
  const opened = page.locator("li[data-cell] > button[aria-expanded=true]");
  await opened.waitFor();
  expect(await opened.innerText()).toMatch(/E4[^]*178\.31%/);
  await picture(page, "walk");
  expect(complaints).toEqual([]);
});
