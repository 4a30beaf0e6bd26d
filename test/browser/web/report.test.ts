import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { strFromU8, unzipSync } from "fflate";
import { eventually, Harness, sample } from "../harness";
import { downloaded, drop, fileInput, openWorkbook, overflow } from "../on-page";

const WIDE = { viewport: { width: 1366, height: 800 } };
const REPORT = sample("reports/baihedong.docx");
const BOOK = sample("baihedong.xlsx");

let harness: Harness;
beforeAll(async () => { harness = await Harness.start(); });
afterAll(async () => harness?.stop());

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const findings = (page: Page) => page.locator("li[data-finding]");
const retained = (page: Page) => findings(page).filter({ hasText: "持续在岗" }).first();

test("a report dropped with its workbook: sentence, table and workbook are one click apart", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await drop(page, [{ name: "报告.docx", bytes: bytesOf(REPORT) }, { name: "附件.xlsx", bytes: bytesOf(BOOK) }]);
  await page.getByText("与“附件.xlsx”核对").waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("data-focus") ?? null), "report");
  await retained(page).locator("button").first().click();
  // The words in the text, the cell in the report's table, the workbook.
  const words = page.locator("[data-view=text] [data-of]").filter({ hasText: "社工持续稳定在岗" }).first();
  await words.waitFor();
  expect(await words.evaluate((element) => { const { top, bottom } = element.getBoundingClientRect(); return top > 0 && bottom < window.innerHeight; })).toBe(true);
  await retained(page).getByRole("button", { name: /转到 表5!G18/ }).click();
  await eventually(() => page.locator('[data-cell="表5!G18"]').evaluate((cell) => { const { top, bottom } = cell.getBoundingClientRect(); return top > 0 && bottom < window.innerHeight; }), true);
  await page.getByRole("button", { name: "工作簿：附件.xlsx" }).click();
  await page.getByRole("grid").waitFor();
  // Each number of the text is drawn by what was found of it.
  for (const verdict of ["agrees", "contradicts", "unknown", "unread"]) expect(await page.locator(`[data-verdict=${verdict}]`).count()).toBeGreaterThan(0);
  await page.keyboard.press("Alt+ArrowDown");
  await page.locator("[data-view=text]:not([hidden])").waitFor();
  // The focus goes along with the steps.
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("aria-expanded") ?? null), "true");
  expect(await overflow(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("findings are ignored with a reason for this time; the copy has a remark at each of the others", async () => {
  const { page } = await harness.open("", WIDE);
  await fileInput(page).setInputFiles(REPORT);
  await findings(page).first().waitFor();
  const before = await findings(page).count();
  await retained(page).locator("button").first().click();
  await retained(page).getByRole("button", { name: "忽略" }).click();
  await page.getByRole("textbox").fill("已向站里核实");
  await page.getByRole("dialog").getByRole("button", { name: "忽略" }).click();
  await eventually(() => findings(page).count(), before - 1);
  const { name, bytes } = await downloaded(page, page.getByRole("button", { name: "下载带批注的副本" }));
  expect(name).toBe("baihedong.批注.docx");
  const parts = unzipSync(bytes);
  const remarks = strFromU8(parts["word/comments.xml"]!);
  expect(remarks).toContain("959");
  expect(remarks).not.toContain("持续在岗 16");
  const list = await downloaded(page, page.getByRole("button", { name: "下载问题清单" }));
  expect(list.name).toBe("baihedong.问题清单.txt");
  expect(new TextDecoder().decode(list.bytes)).toContain("表5!Y12");
  await page.getByRole("button", { name: "整改清单" }).click();
  const letter = await downloaded(page, page.getByRole("button", { name: /^生成清单/ }));
  expect(letter.name).toBe("baihedong.整改清单.docx");
  const letterText = strFromU8(unzipSync(letter.bytes)["word/document.xml"]!).replace(/<[^>]+>/g, "");
  expect(letterText).toContain("第 79 段");
  expect(letterText).not.toContain("持续在岗 16");
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByText("已忽略 1 处").click();
  await page.getByRole("button", { name: "恢复" }).click();
  await eventually(() => findings(page).count(), before);
});

test("an open workbook is what a report is held against; a workbook may come later; a text may be pasted", async () => {
  const { page } = await harness.open("", WIDE);
  await openWorkbook(page, BOOK);
  await drop(page, [{ name: "报告.docx", bytes: bytesOf(REPORT) }]);
  await page.getByText("与“baihedong.xlsx”核对").waitFor();
  await page.getByRole("button", { name: "社工站核表" }).click();
  await page.getByRole("button", { name: "粘贴文字" }).click();
  await page.getByRole("textbox").fill("广州市白鹤洞街社工站\n评估期内，社工站有 16 名社工持续稳定在岗。");
  await page.getByRole("button", { name: "核对这段文字" }).click();
  await page.getByText("没有配工作簿").waitFor();
  await page.locator("[data-input=beside]").setInputFiles(BOOK);
  await page.getByText("与“baihedong.xlsx”核对").waitFor();
  await findings(page).first().waitFor();
});

test("on a phone's width a link leads to the text and back; what is no report is told what to do", async () => {
  const { page } = await harness.open("", { viewport: { width: 320, height: 700 } });
  await fileInput(page).setInputFiles(REPORT);
  await findings(page).first().waitFor();
  expect(await overflow(page)).toBe(0);
  await retained(page).locator("button").first().click();
  await retained(page).getByRole("button", { name: /第 \d+ 段/ }).last().click();
  await eventually(() => page.locator("[data-of]").filter({ hasText: "社工持续稳定在岗" }).first().evaluate((element) => element.getBoundingClientRect().top < window.innerHeight), true);
  await page.getByRole("button", { name: "返回", exact: true }).click();
  await drop(page, [{ name: "报告.pdf", bytes: new TextEncoder().encode("%PDF-1.7") }]);
  await page.getByText("这是 PDF").waitFor();
});
