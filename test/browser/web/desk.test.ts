import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { newWorkbook, readWorkbook } from "../../../src/hosts/file";
import { eventually, Harness, sample } from "../harness";
import { downloaded, result } from "../on-page";

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
  await page.getByRole("combobox", { name: "按问题种类筛选" }).selectOption("rate-mismatch");
  await rowOf(page, "1联和.xlsx").getByRole("button").first().click();
  await bar.getByText("1 / 2").waitFor();
  const opened = page.locator("li[data-cell] > button[aria-expanded=true]");
  await opened.waitFor();
  expect(await opened.innerText()).toMatch(/E4[^]*178\.31%/);
  await picture(page, "walk");
  expect(complaints).toEqual([]);
});

test("what the assessor notes goes into a file and comes back with the workbooks; before it is lost the page asks", async () => {
  const { page, complaints } = await openFolder();
  const state = (path: string): Locator => rowOf(page, path).getByRole("combobox");
  await state("1联和.xlsx").selectOption("notified");
  await rowOf(page, "3坏.xlsx").getByRole("button", { name: "3坏.xlsx 的备注" }).click();
  await page.getByRole("textbox", { name: "备注" }).fill("打不开，已请重发");
  await button(page, "记下").click();
  await rowOf(page, "3坏.xlsx").getByText("打不开，已请重发").waitFor();
  // Who opens a workbook has seen it, and goes on noting there.
  await rowOf(page, "2白鹤洞.xlsx").getByRole("button").first().click();
  await result(page).waitFor();
  expect(await page.getByRole("banner").getByRole("combobox").inputValue()).toBe("seen");
  await page.getByRole("banner").getByRole("button", { name: /白鹤洞.*的备注$/ }).click();
  await page.getByRole("textbox", { name: "备注" }).fill("缺配，4月约谈");
  await button(page, "记下").click();
  await button(page, "返回各站一览").click();
  await rowOf(page, "2白鹤洞.xlsx").getByText("缺配，4月约谈").waitFor();
  await page.getByRole("combobox", { name: "按处理情况筛选" }).selectOption("notified");
  expect(await page.locator("tr[data-path]").count()).toBe(1);
  await page.getByRole("combobox", { name: "按处理情况筛选" }).selectOption({ index: 0 });
  await picture(page, "desk");

  await button(page, "社工站核表").click();
  await page.getByRole("dialog", { name: "处理情况还没有保存" }).waitFor();
  await button(page, "留在这里").click();
  await button(page, "批次文件").click();
  const { name, bytes } = await downloaded(page, button(page, "保存批次文件"));
  expect(name).toBe("核查批次.json");
  const kept = new TextDecoder().decode(bytes);
  expect((JSON.parse(kept) as { stations: { path: string; state: string; remark: string }[] }).stations.map(({ path, state, remark }) => [path, state, remark])).toEqual([
    ["1联和.xlsx", "notified", ""], ["2白鹤洞.xlsx", "seen", "缺配，4月约谈"], ["3坏.xlsx", "unseen", "打不开，已请重发"]
  ]);
  const exported = await readWorkbook((await downloaded(page, button(page, "导出对照表"))).bytes);
  const heads = Array.from({ length: 24 }, (_, index) => exported.sheets[0]!.cell(2, index + 1)?.text ?? "");
  expect(heads).toEqual(expect.arrayContaining(["缺配", "持证缺配", "否决", "落后项数", "未核查", "处理", "备注"]));
  expect([exported.sheets[0]!.cell(3, heads.indexOf("处理") + 1)!.text, exported.sheets[0]!.cell(4, heads.indexOf("备注") + 1)!.text]).toEqual(["已通知", "缺配，4月约谈"]);

  // Saved, it asks no more; given with the workbooks, it is there from the first.
  await button(page, "社工站核表").click();
  await page.getByText("把工作簿或整个文件夹拖到这里").waitFor();
  writeFileSync(join(folder, "核查批次 (1).json"), kept);
  try {
    await page.locator("[data-input=folder]").setInputFiles(folder);
    await page.getByText("全部核查完").waitFor();
  } finally {
    rmSync(join(folder, "核查批次 (1).json"));
  }
  await picture(page, "back");
  await page.getByText(/已读入 核查批次 \(1\)\.json/).waitFor();
  expect(await page.locator("tr[data-path]").count()).toBe(4);
  await eventually(() => state("1联和.xlsx").inputValue(), "notified");
  await rowOf(page, "2白鹤洞.xlsx").getByText("缺配，4月约谈").waitFor();
  await rowOf(page, "3坏.xlsx").getByText("打不开，已请重发").waitFor();
  expect(complaints).toEqual([]);
});

test("the columns are chosen", async () => {
  const { page } = await openFolder();
  expect(await page.getByRole("columnheader", { name: "落后项数" }).count()).toBe(0);
  await button(page, "选栏").click();
  await page.getByRole("checkbox", { name: "落后项数" }).check();
  await page.getByRole("checkbox", { name: "未核查" }).check();
  await page.getByRole("checkbox", { name: "总分" }).uncheck();
  await picture(page, "columns");
  await button(page, "关闭").click();
  expect(await rowOf(page, "2白鹤洞.xlsx").locator("td[data-column=behind]").innerText()).toMatch(/^\d+$/);
  expect(await page.getByRole("columnheader", { name: "总分" }).count()).toBe(0);
  expect(await rowOf(page, "2白鹤洞.xlsx").locator("td[data-column=shortage]").innerText()).toBe("6?");
  await button(page, "未核查").click();
  await page.locator("th[aria-sort=descending]").filter({ hasText: "未核查" }).waitFor();
});

test("a list of agreements is read in the settings, checked by, and held against each workbook", async () => {
  const { page, complaints } = await openFolder();
  const rows = [["站名", "人数", "持证比例"], ["联和街", 20, 0.7], ["白鹤洞街", 18, 0.5]];
  const list = newWorkbook([{ name: "清单", marker: "", merges: [], frozenRows: 0, columnWidths: [20, 10, 10], rows: rows.map((row) => row.map((value) => ({ value }))) }]);
  await button(page, "各站设置").click();
  await page.locator("[data-input=agreements]").setInputFiles({ name: "协议.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(list) });
  await page.getByText(/协议清单 2 个站/).waitFor();
  expect(await page.getByRole("textbox", { name: /白鹤洞.*协议要求社工数/ }).getAttribute("placeholder")).toBe("18");
  await picture(page, "agreements-dialog");
  await button(page, "保存并重新核查").click();
  await page.getByText("全部核查完").waitFor();
  await eventually(() => rowOf(page, "2白鹤洞.xlsx").locator("td[data-column=due]").innerText(), "108");
  await rowOf(page, "2白鹤洞.xlsx").getByText("协议清单：人数 18（不一致：工作簿的稳岗率是按 20 人算的）").waitFor();
  await picture(page, "agreements");
  const { sheets } = await readWorkbook((await downloaded(page, button(page, "导出对照表"))).bytes);
  expect(sheets.map(({ name }) => name)).toContain("协议事项");
  expect(complaints).toEqual([]);
});
