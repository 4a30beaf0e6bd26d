import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { eventually, Harness, sample } from "../harness";
import { downloaded, fileInput, openWorkbook } from "../on-page";

const WIDE = { viewport: { width: 1280, height: 800 }, permissions: ["clipboard-read", "clipboard-write"] };

let harness: Harness;
beforeAll(async () => { harness = await Harness.start(); });
afterAll(async () => harness?.stop());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env["PICTURES"]) await page.screenshot({ path: `${process.env["PICTURES"]}/${name}.png` });
};

test("of an opened workbook: items are chosen, the day is set, and it comes as a document or for Word's clipboard", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  await button(page, "更多").click();
  await button(page, "整改清单").click();
  const dialog = page.getByRole("dialog", { name: "整改清单" });
  await dialog.getByLabel("整改期限").fill("2025-04-15");
  await dialog.getByLabel("核查人").fill("评估组");
  await dialog.getByRole("checkbox", { name: /^附件2 到岗情况!X26/ }).uncheck();
  await dialog.getByRole("checkbox", { name: /^请社工站确认/ }).uncheck();
  await picture(page, "dialog");
  const { name, bytes } = await downloaded(page, button(page, "生成清单（8 项）"));
  expect(name).toBe("lianhe.整改清单.docx");
  const body = utf8(unzipSync(bytes)["word/document.xml"]!).replace(/<[^>]+>/g, "");
  expect(body).toContain("请改正 5 项，请核实 3 项。请于 2025年4月15日 前改好");
  expect(body).toContain("核查人：评估组");
  expect(body).toContain("E4指标");
  await button(page, "复制到 Word").click();
  await dialog.getByText("已复制，可以粘贴到 Word 或 WPS 里。").waitFor();
  expect(await page.evaluate(async () => (await (await navigator.clipboard.read())[0]!.getType("text/html")).text())).toContain("<th ");
  await button(page, "复制文字").click();
  await dialog.getByText("已复制，可以粘贴到聊天里。").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^【整改清单】广州市联和街/);
  expect(complaints).toEqual([]);
});

test("what a tab shows goes into the report: as a table, as sentences, as a picture", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page, sample("baihedong.xlsx"));
  const copied = (type: string): Promise<string> => page.evaluate(async (wanted) => (await (await navigator.clipboard.read())[0]!.getType(wanted)).text(), type);
  const said = page.getByRole("group", { name: "写进报告" }).getByText("已复制，可以粘贴到报告里。");
  await page.getByRole("tab", { name: "指标" }).click();
  await button(page, "复制表格").click();
  await said.waitFor();
  expect(await copied("text/html")).toContain("片区2");
  await picture(page, "indicators");
  await page.getByRole("tab", { name: "到岗" }).click();
  await button(page, "复制成句子").click();
  await said.waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("项目社工应到120人次，实到114人次，缺配6人次；其中，持证社工应到60人次，实到98人次，超配38人次");
  await picture(page, "attendance");
  await button(page, "复制图片").click();
  await eventually(() => page.evaluate(async () => (await navigator.clipboard.read())[0]!.types.join()), "image/png");
  expect(complaints).toEqual([]);
});

test("of a batch: one zip, and it is said who has none", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await fileInput(page).setInputFiles([
    ...["lianhe.xlsx", "baihedong.xlsx"].map((name) => ({ name, mimeType: "", buffer: readFileSync(sample(name)) })), { name: "坏.xlsx", mimeType: "", buffer: Buffer.from("nothing") }
  ]);
  await page.getByText("全部核查完").waitFor();
  await button(page, "整改清单").click();
  await page.getByText("按问题种类选择").click();
  await page.getByRole("dialog").getByRole("checkbox", { name: /^离职没有写日期/ }).uncheck();
  await picture(page, "batch");
  const { name, bytes } = await downloaded(page, button(page, "生成清单"));
  expect(name).toBe("整改清单.zip");
  const letters = unzipSync(bytes);
  expect(Object.keys(letters)).toEqual(["baihedong.整改清单.docx", "lianhe.整改清单.docx"]);
  expect(utf8(unzipSync(letters["lianhe.整改清单.docx"]!)["word/document.xml"]!)).not.toContain("没有写离职的日期");
  await page.getByText("已生成 整改清单.zip，内有 2 份整改清单。 1 个没能核查，没有清单：坏.xlsx").waitFor();
  expect(complaints).toEqual([]);
});
