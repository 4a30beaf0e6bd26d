import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file";
import type { ReportDocument } from "../../src/report/types";
import { DETAILS_SHEET_NAME, SUMMARY_SHEET_NAME } from "../../src/summary";
import { Harness, sample, type OpenedPage } from "./harness";
import { downloaded, drop, fileInput, openWorkbook, overflow, result } from "./on-page";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test("the start page says what it does and that nothing is uploaded", async () => {
  const { page, complaints } = await harness.open("");
  await page.getByRole("button", { name: "打开工作簿" }).waitFor();
  await page.getByRole("button", { name: "打开文件夹" }).waitFor();
  expect(await page.title()).toBe("社工站核表");
  expect(await page.locator("body").innerText()).toContain("不上传任何数据");
  expect(complaints).toEqual([]);
});

test("a newcomer sees findings in one click, without a file; the page asks for nothing but its own files, and names no address of anybody else", async () => {
  const { page, requests } = await harness.open("");
  await page.getByRole("button", { name: "打开工作簿" }).waitFor();
  await page.getByRole("button", { name: "打开示例" }).click();
  await result(page).waitFor();
  expect(await result(page).innerText()).toMatch(/联和/);
  expect(await page.locator('[data-severity="error"]').count()).toBeGreaterThan(0);
  expect(requests.length).toBeGreaterThan(3);
  expect(harness.outside(requests)).toEqual([]);
  const named = await page.locator("[src], [href], [action]").evaluateAll((elements) => elements.flatMap((element) => ["src", "href", "action"].flatMap((name) => element.getAttribute(name) ?? [])));
  expect(harness.outside(named.map((address) => new URL(address, harness.address).href))).toEqual([]);
});

/** In this order: the summary sheets of the last one stay. */
describe("an opened workbook", () => {
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await harness.open("");
    page = opened.page;
    await openWorkbook(page);
  });

  test("a workbook is checked without a request to anywhere else", async () => {
    const { requests, complaints } = opened;
    expect(harness.outside(requests)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("the result takes the focus, and findings open by keyboard", async () => {
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    const finding = page.locator("li[data-severity] > button").first();
    await finding.focus();
    await page.keyboard.press("Enter");
    await page.getByText("依据").first().waitFor();
    expect(await finding.getAttribute("aria-expanded")).toBe("true");
  });

  test("the four wrong rates are listed with what they show and should show", async () => {
    const texts = await page.locator('li[data-severity="error"]').evaluateAll((findings) => findings.map((finding) =>
      [finding.getAttribute("data-cell"), ...["actual", "expected"].map((part) => finding.querySelector(`[data-part=${part}]`)?.textContent)]));
    expect(texts).toEqual(expect.arrayContaining([
      ["附件1 指标完成情况!E4", "178.31%", "178.55%"],
      ["附件1 对照表!D18", "178.31%", "178.55%"],
      ["附件1 对照表!D9", "52.70%", "68.24%"],
      ["附件1 对照表!H9", "58.00%", "58.33%"]
    ]));
  });

  test("a chosen severity is listed alone, until it is chosen no more", async () => {
    const errors = page.locator('li[data-severity="error"]');
    const all = page.locator("li[data-severity]");
    const [wrong, listed] = [await errors.count(), await all.count()];
    await page.getByRole("button", { name: /^错误 \d+$/ }).click();
    expect([await errors.count(), await all.count()]).toEqual([wrong, wrong]);
    await page.getByRole("button", { name: /^全部 \d+$/ }).click();
    expect(await all.count()).toBe(listed);
  });

  test("what is for information only stands after what is wrong in the same table", async () => {
    const tables = await page.locator("[role=tabpanel] section ul").evaluateAll((lists) => lists.map((list) =>
      [...list.querySelectorAll("li[data-severity]")].map((finding) => ["error", "warning", "info"].indexOf(finding.getAttribute("data-severity")!))));
    expect(tables.flat()).toEqual(expect.arrayContaining([0, 2]));
    for (const table of tables) expect(table).toEqual([...table].sort((a, b) => a - b));
  });

  test("the JSON is the document that the command line gives", async () => {
    await page.getByRole("button", { name: "更多" }).click();
    const { name, bytes } = await downloaded(page, page.getByRole("button", { name: "导出数据（JSON）" }));
    expect(name).toBe("lianhe.json");
    const { version, workbooks } = JSON.parse(new TextDecoder().decode(bytes)) as ReportDocument;
    expect([version, workbooks.length, workbooks[0]?.file]).toEqual([1, 1, "lianhe.xlsx"]);
  });

  test("the copy holds every sheet of the original and both sheets of the summary", async () => {
    await page.getByRole("button", { name: "写入汇总表" }).click();
    await page.getByText("已写好工作表").waitFor();
    const { name, bytes } = await downloaded(page, page.getByRole("button", { name: "下载", exact: true }));
    expect(name).toBe("lianhe.核查.xlsx");
    const [original, copy] = await Promise.all([readWorkbook(new Uint8Array(readFileSync(sample("lianhe.xlsx")))), readWorkbook(bytes)]);
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual([...original.sheets.map((sheet) => sheet.name), SUMMARY_SHEET_NAME, DETAILS_SHEET_NAME]);
    original.sheets.forEach((sheet, index) => expect(copy.sheets[index]!.cells).toEqual(sheet.cells));
  });
});

test.each([
  ["notes.xlsx", "这不是一个工作簿", /不是 Excel 工作簿/],
  ["empty.xlsx", "", /空文件/]
])("%s gets one clear sentence, and another workbook can be opened", async (name, content, sentence) => {
  const { page } = await harness.open("");
  await fileInput(page).setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  expect(await page.getByRole("alert").innerText()).toMatch(sentence);
  await openWorkbook(page);
});

test("a dropped file is checked", async () => {
  const { page } = await harness.open("");
  await fileInput(page).waitFor({ state: "attached" });
  await drop(page, [{ name: "baihedong.xlsx", bytes: readFileSync(sample("baihedong.xlsx")) }]);
  await page.getByRole("heading", { name: "广州市白鹤洞街社工站" }).waitFor();
});

test.each([[320, "light"], [350, "dark"], [800, "light"], [1200, "light"]] as const)("nothing sticks out at %i px (%s)", async (width, colorScheme) => {
  const { page } = await harness.open("", { viewport: { width, height: 600 }, colorScheme });
  await fileInput(page).waitFor({ state: "attached" });
  expect(await overflow(page)).toBe(0);
  await openWorkbook(page);
  await page.locator("li[data-severity] > button").first().click();
  for (const fold of await page.locator("summary").all()) await fold.click();
  expect(await overflow(page)).toBe(0);
});

test("at a phone's width the findings have the page, and nothing but their list scrolls", async () => {
  const { page } = await harness.open("taskpane.html", { viewport: { width: 350, height: 700 } }, (opened) => opened.route(/office\.js/, (route) => route.abort()));
  await page.getByText("没有连上 Excel").waitFor();
  await openWorkbook(page);
  const pane = (await page.getByRole("region", { name: "问题" }).boundingBox())!;
  expect(Math.round(pane.y + pane.height)).toBe(700);
  expect(pane.height).toBeGreaterThan(400);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(700);
  for (const name of ["打开工作簿", "打开文件夹", "下载", "社工站核表"]) expect(await page.getByRole("button", { name, exact: true }).isVisible()).toBe(true);
});

test("the page speaks Chinese whatever the browser's language, and can be switched", async () => {
  const { page } = await harness.open("", { locale: "en-GB" });
  await page.getByRole("button", { name: "打开工作簿" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Open workbooks" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

test("the task pane goes on as the browser page where Office.js is blocked", async () => {
  const { page } = await harness.open("taskpane.html", {}, (opened) => opened.route(/office\.js/, (route) => route.abort()));
  await page.getByText("没有连上 Excel").waitFor();
  await openWorkbook(page);
  expect(await result(page).innerText()).toContain("联和");
});
