import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file";
import type { ReportDocument } from "../../src/report/types";
import { SUMMARY_SHEET_NAME } from "../../src/summary";
import { Harness, sample } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

async function checkSample(page: Page, name = "lianhe.xlsx"): Promise<void> {
  await page.setInputFiles("input[type=file]", sample(name));
  await page.locator("h1", { hasText: "社工" }).waitFor();
  await page.getByRole("button", { name: "下载核查副本" }).waitFor();
}

async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("the start page says what it does and that nothing is uploaded", async () => {
  const { page, complaints } = await harness.open("");
  expect(await page.title()).toBe("社工站核表");
  expect(await page.locator("body").innerText()).toContain("不上传任何数据");
  expect(await page.getByRole("button", { name: "选择工作簿" }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("index.html names no outside address", async () => {
  const html = readFileSync(sample("../dist/index.html"), "utf8");
  expect(html).not.toMatch(/https?:|\/\//);
});

test("a workbook is checked without a request to anywhere else", async () => {
  const { page, requests, complaints } = await harness.open("");
  await checkSample(page);
  expect(requests.filter((url) => !url.startsWith(harness.address))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the four wrong rates are listed with what they show and should show", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  const texts = await page.locator('[data-severity="error"]').evaluateAll((cards) =>
    cards.map((card) => [card.getAttribute("data-cell"), ...[...card.querySelectorAll("dd")].slice(0, 2).map((value) => value.textContent)]));
  expect(texts).toEqual(expect.arrayContaining([
    ["附件1 指标完成情况!E4", "178.31%", "178.55%"],
    ["附件1 对照表!D18", "178.31%", "178.55%"],
    ["附件1 对照表!D9", "52.70%", "68.24%"],
    ["附件1 对照表!H9", "58.00%", "58.33%"]
  ]));
});

test("a switched-off severity is not listed", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  const errors = page.locator('[data-severity="error"]');
  expect(await errors.count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^错误 \d+$/ }).click();
  expect(await errors.count()).toBe(0);
});

test("what is for information only waits in a fold", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  const info = page.locator('[data-severity="info"]').first();
  expect(await info.isVisible()).toBe(false);
  await page.locator("summary", { hasText: /^提示 \d+ 条/ }).first().click();
  expect(await info.isVisible()).toBe(true);
});

test("the copy holds every sheet of the original and the summary sheet", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  const { name, bytes } = await downloaded(page, "下载核查副本");
  expect(name).toBe("lianhe.核查.xlsx");
  const [original, copy] = await Promise.all([readWorkbook(new Uint8Array(readFileSync(sample("lianhe.xlsx")))), readWorkbook(bytes)]);
  expect(copy.sheets.map((sheet) => sheet.name)).toEqual([...original.sheets.map((sheet) => sheet.name), SUMMARY_SHEET_NAME]);
  original.sheets.forEach((sheet, index) => expect(copy.sheets[index]!.cells).toEqual(sheet.cells));
});

test("the JSON is the document that the command line gives", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  const { name, bytes } = await downloaded(page, "下载 JSON");
  expect(name).toBe("lianhe.json");
  const { version, workbooks } = JSON.parse(new TextDecoder().decode(bytes)) as ReportDocument;
  expect([version, workbooks.length, workbooks[0]?.file]).toEqual([1, 1, "lianhe.xlsx"]);
});

test.each([
  ["notes.xlsx", "这不是一个工作簿", /不是 Excel 工作簿/],
  ["empty.xlsx", "", /空文件/]
])("%s gets one clear sentence", async (name, content, sentence) => {
  const { page } = await harness.open("");
  await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  expect(await page.getByRole("alert").innerText()).toMatch(sentence);
  await checkSample(page);
});

test("a dropped file is checked", async () => {
  const { page } = await harness.open("");
  const content = readFileSync(sample("baihedong.xlsx")).toString("base64");
  await page.evaluate(async (base64) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], "baihedong.xlsx"));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  }, content);
  await page.getByRole("heading", { name: "广州市白鹤洞街社工站" }).waitFor();
});

test("the result takes the focus and its details open by keyboard", async () => {
  const { page } = await harness.open("");
  await checkSample(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  const fold = page.locator("summary").first();
  await fold.focus();
  await page.keyboard.press("Enter");
  expect(await page.locator("details").first().getAttribute("open")).not.toBeNull();
});

test.each([[320, "light"], [350, "dark"], [1200, "light"]] as const)("nothing sticks out at %i px (%s)", async (width, colorScheme) => {
  const { page } = await harness.open("", { viewport: { width, height: 600 }, colorScheme });
  expect(await overflow(page)).toBe(0);
  await checkSample(page);
  for (const fold of await page.locator("summary").all()) await fold.click();
  expect(await overflow(page)).toBe(0);
});

test("the page speaks Chinese whatever the browser's language, and can be switched", async () => {
  const { page } = await harness.open("", { locale: "en-GB" });
  await page.getByRole("button", { name: "选择工作簿" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Choose a workbook" }).waitFor();
});

test("the task pane goes on as the browser page where Office.js is blocked", async () => {
  const { page } = await harness.open("taskpane.html", {}, (opened) => opened.route(/office\.js/, (route) => route.abort()));
  await page.getByRole("button", { name: "选择工作簿" }).waitFor();
  await checkSample(page);
});
