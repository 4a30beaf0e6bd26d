import { Harness, sample } from "./harness";
import { openInExcel, sampleBook } from "./in-excel";
import { overflow } from "./on-page";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test("a report is held against the workbook that is open in Excel, and a finding leads to its cell", async () => {
  const book = await sampleBook("baihedong.xlsx");
  const { page, complaints } = await harness.open("taskpane.html", { viewport: { width: 320, height: 700 }, reducedMotion: "reduce" }, (opened) => openInExcel(opened, book));
  await page.getByRole("button", { name: "核对报告" }).click();
  await page.getByRole("button", { name: "粘贴文字" }).click();
  await page.getByRole("textbox").fill("广州市白鹤洞街社工服务站中期评估报告\n评估期内，社工站有 16 名社工持续稳定在岗。");
  await page.getByRole("button", { name: "核对这段文字" }).click();
  const finding = page.locator("li[data-finding]").first();
  await finding.locator("button").first().click();
  await finding.getByRole("button", { name: /转到 \[.*\]附件2!/ }).first().click();
  await page.waitForFunction(() => window.fakeExcel.book.selection.startsWith("附件2"));
  // The letter is opened as a workbook, as nothing can be downloaded in a pane; a finding is set aside with its reason and taken back.
  await page.getByRole("button", { name: "整改清单" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  const count = await page.locator("li[data-finding]").count();
  await finding.getByRole("button", { name: "忽略" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("另有说明");
  await page.getByRole("dialog").getByRole("button", { name: "忽略" }).click();
  await page.waitForFunction((before) => document.querySelectorAll("li[data-finding]").length === before - 1, count);
  // Another report, a file this time, and back to the workbook.
  await page.locator("[data-input=report]").setInputFiles(sample("reports/baihedong.docx"));
  await page.locator("[data-place='表5!Y12']").waitFor();
  expect(await page.locator("[data-verdict=agrees]").count()).toBeGreaterThan(10);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "返回" }).click();
  await page.getByRole("button", { name: "开始核查" }).waitFor();
  expect(complaints).toEqual([]);
});
