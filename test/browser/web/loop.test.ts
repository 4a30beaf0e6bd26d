import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { editWorkbook, readWorkbook } from "../../../src/hosts/file";
import { findSheet, parseCellName } from "../../../src/workbook";
import { Harness, sample } from "../harness";
import { drop, fileInput, openWorkbook, result } from "../on-page";

const WIDE = { viewport: { width: 1280, height: 800 } };
const CARDS = "附件1 对照表";
const ORIGINAL = new Uint8Array(readFileSync(sample("lianhe.xlsx")));

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The sample as somebody saves it who has put the stale card right, in another program. */
async function mendedElsewhere(): Promise<Uint8Array> {
  const { bytes } = await editWorkbook(ORIGINAL, { fixes: [{ sheet: CARDS, cell: "D9", kind: "value", before: 0.527, after: 101 / 148, why: "" }] });
  return bytes;
}

/** The file on disk, for which the browser's private folder stands; the dialog gives it. */
async function withDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.showOpenFilePicker = async () => [await (await navigator.storage.getDirectory()).getFileHandle("联和.xlsx")];
  });
}

async function writeDisk(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate(async (base64) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("联和.xlsx", { create: true });
    const stream = await handle.createWritable();
    await stream.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    await stream.close();
  }, Buffer.from(bytes).toString("base64"));
}

async function readDisk(page: Page): Promise<Uint8Array> {
  return new Uint8Array(Buffer.from(await page.evaluate(async () => {
    const file = await (await (await navigator.storage.getDirectory()).getFileHandle("联和.xlsx")).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  })));
}

/** What a window does when it comes to the front. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

/** Opens a finding, unless the list has gone on to it by itself. */
async function choose(page: Page, place: string): Promise<void> {
  const head = page.locator(`li[data-cell="${place}"]`).first().getByRole("button").first();
  if (await head.getAttribute("aria-expanded") !== "true") await head.click();
}

async function mend(page: Page, place: string): Promise<void> {
  await choose(page, place);
  await page.locator(`li[data-cell="${place}"]`).getByRole("button", { name: "修正", exact: true }).click();
  await button(page, "确定修正").click();
  await page.getByText("已修正 1 格").waitFor();
}

async function ignore(page: Page, place: string): Promise<void> {
  await choose(page, place);
  await page.getByRole("button", { name: "忽略", exact: true }).first().click();
  await page.getByRole("textbox").last().fill("已核实");
  await page.getByRole("dialog").getByRole("button", { name: "忽略", exact: true }).click();
  await page.getByText("另有 1 处已忽略").waitFor();
}

async function textOf(bytes: Uint8Array, cell: string): Promise<string | undefined> {
  const { row, column } = parseCellName(cell)!;
  return findSheet(await readWorkbook(bytes), CARDS)!.cell(row, column)?.text;
}

test("a file that was changed on disk is read and checked when the page comes to the front, and saved back into after asking", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await writeDisk(page, ORIGINAL);
  await withDisk(page);
  await button(page, "打开工作簿").click();
  await result(page).waitFor();
  await ignore(page, `${CARDS}!H9`);

  // Edited in WPS, saved, looked at.
  await writeDisk(page, await mendedElsewhere());
  await comeBack(page);
  await page.getByText(/^上次 \d+ 处：已解决 1，还在 \d+，新出现 0$/).waitFor();
  await page.getByText("已重新读取“联和.xlsx”").waitFor();
  await page.getByText("另有 1 处已忽略").waitFor();

  // Mended here, and elsewhere, too: nothing is lost without a word.
  await mend(page, `${CARDS}!D18`);
  // With all that can be done now the bar takes one row, also on a phone.
  for (const width of [320, 683, 800]) {
    await page.setViewportSize({ width, height: 700 });
    expect((await page.locator("header").first().boundingBox())!.height).toBeLessThan(50);
  }
  await page.setViewportSize(WIDE.viewport);
  await writeDisk(page, ORIGINAL);
  await comeBack(page);
  await page.getByRole("dialog").getByText("这里也有没保存的改动").waitFor();
  await button(page, "先留着这里的").click();
  await button(page, "存回原文件").click();
  await page.getByRole("dialog").getByText("存回会盖掉那些改动").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "重新读取" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "重新读取" }).click();
  await page.locator(`li[data-cell="${CARDS}!D9"]`).waitFor();

  // Mended again and saved into the file.
  await mend(page, `${CARDS}!D18`);
  await button(page, "存回原文件").click();
  await button(page, "存回").click();
  await page.getByText("已存回“联和.xlsx”").waitFor();
  expect(await textOf(await readDisk(page), "D18")).toBe("178.55%");
  await comeBack(page);
  expect(await page.getByText("有改动还没有下载").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the same station and period, dropped again, takes the place of what is open; another workbook does not", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await fileInput(page).waitFor({ state: "attached" });
  await openWorkbook(page);
  await ignore(page, `${CARDS}!H9`);
  await page.getByRole("tab", { name: CARDS }).click();
  await page.locator("#cell-D9").click();
  await drop(page, [{ name: "联和（改）.xlsx", bytes: await mendedElsewhere() }]);
  await page.getByText(/^上次 \d+ 处：已解决 1，还在 \d+，新出现 0$/).waitFor();
  await page.getByText("另有 1 处已忽略").waitFor();
  await page.locator("#cell-D9[aria-selected=true]").filter({ hasText: "68.24%" }).waitFor();
  expect(await button(page, "重新读取").count()).toBe(0);
  await drop(page, [{ name: "baihedong.xlsx", bytes: new Uint8Array(readFileSync(sample("baihedong.xlsx"))) }]);
  // What is ignored is in the copy only: another workbook would lose it.
  await button(page, "放弃改动").click();
  await page.getByRole("heading", { name: "广州市白鹤洞街社工站" }).waitFor();
  expect(complaints).toEqual([]);
});
