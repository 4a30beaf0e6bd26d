import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { editWorkbook } from "../../../src/hosts/file";
import { Harness, sample } from "../harness";
import { fileInput, openWorkbook } from "../on-page";

let harness: Harness;
let scratch: string;
beforeAll(async () => {
  harness = await Harness.start();
  scratch = mkdtempSync(join(tmpdir(), "hebiao-review-"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** What opens the further ways of a result. */
const MORE = "更多";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The sample handed in again: one rate mended, one changed and still wrong, a target lowered in silence. */
async function again(path: string): Promise<string> {
  const { bytes } = await editWorkbook(readFileSync(sample("lianhe.xlsx")), {
    fixes: [
      { sheet: "附件1 对照表", cell: "D9", kind: "value", before: 0.527, after: 101 / 148, why: "" },
      { sheet: "附件1 对照表", cell: "H9", kind: "value", before: 0.58, after: 0.6, why: "" },
      { sheet: "附件1 指标完成情况", cell: "O4", kind: "value", before: 30, after: 20, why: "" }
    ]
  });
  writeFileSync(path, bytes);
  return path;
}

test("an opened workbook is compared with the last one: what was mended, what was changed in silence, a way to the cell", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await openWorkbook(page, await again(join(scratch, "再交.xlsx")));
  await button(page, MORE).click();
  await button(page, "与上次比较").waitFor();
  await page.locator("[data-input=earlier]").setInputFiles(sample("lianhe.xlsx"));
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/没有要求而改动 1 处/).waitFor();
  expect(await dialog.locator("li[data-state=still-wrong]").innerText()).toMatch(/附件1 对照表!H9[^]*58\.00%[^]*60\.00%/);
  expect(await dialog.locator("li[data-change=target-lowered]").innerText()).toMatch(/附件1 指标完成情况!O4[^]*协议量调低[^]*30[^]*20/);
  // Into the earlier workbook, which is looked at and not changed, and from there to the same cell now.
  await dialog.locator("li[data-change=target-lowered]").getByRole("button", { name: "看原来的 附件1 指标完成情况!O4" }).click();
  const earlier = page.getByRole("dialog", { name: "原来的工作簿：lianhe.xlsx" });
  await earlier.locator("#earlier-O4").filter({ hasText: "30" }).waitFor();
  expect(await earlier.locator("#earlier-O4").getAttribute("aria-selected")).toBe("true");
  await earlier.locator("#earlier-E4[data-severity=error]").waitFor();
  await earlier.locator("#earlier-O4").dblclick();
  expect(await earlier.locator("textarea").count()).toBe(0);
  await earlier.getByRole("button", { name: "返回" }).click();
  await earlier.waitFor({ state: "detached" });
  await dialog.getByRole("button", { name: "附件1 指标完成情况!O4", exact: true }).click();
  await page.getByRole("tab", { name: "附件1 指标完成情况", selected: true }).waitFor();
  expect(await page.locator("#cell-O4").getAttribute("aria-selected")).toBe("true");
  expect(complaints).toEqual([]);
});

test("a batch is compared with the folder of the last ones, paired by station and period", async () => {
  const [old, now] = [join(scratch, "上次"), join(scratch, "这次")];
  for (const folder of [old, now]) mkdirSync(folder);
  copyFileSync(sample("lianhe.xlsx"), join(old, "甲.xlsx"));
  copyFileSync(sample("baihedong.xlsx"), join(now, "乙.xlsx"));
  await again(join(now, "丙.xlsx"));
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await page.locator("[data-input=folder]").setInputFiles(now);
  await page.getByRole("button", { name: "与上次比较", exact: true, disabled: false }).waitFor();
  await page.locator("[data-input=earlier]").setInputFiles(old);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("核对了 1 个站，0 个已全部处理").waitFor();
  expect(await dialog.innerText()).toMatch(/白鹤洞[^]*只有新的 .*乙\.xlsx/);
  await dialog.locator("summary").first().click();
  // To the cell that was changed, in the workbook of its row, and back to where the user was.
  await dialog.getByRole("button", { name: "附件1 指标完成情况!O4", exact: true }).click();
  await page.locator("#cell-O4[aria-selected=true]").filter({ hasText: "20" }).waitFor();
  await page.locator("h1[data-focus=result]").waitFor();
  expect(await page.locator("#cell-O4").getAttribute("aria-selected")).toBe("true");
  await button(page, "返回各站一览").click();
  await dialog.locator("details[open] li[data-change=target-lowered]").waitFor();
  // The same from the earlier workbook.
  await dialog.getByRole("button", { name: "看原来的 附件1 对照表!H9" }).click();
  const earlier = page.getByRole("dialog", { name: "原来的工作簿：甲.xlsx" });
  await earlier.locator("#earlier-H9[aria-selected=true]").filter({ hasText: "58.00%" }).waitFor();
  await earlier.getByRole("button", { name: "看现在的这一格" }).click();
  await page.locator("#cell-H9[aria-selected=true]").filter({ hasText: "60" }).waitFor();
  await button(page, "返回各站一览").click();
  await dialog.getByRole("button", { name: "打开这个工作簿" }).click();
  await page.locator("h1[data-focus=result]").waitFor();
  // What was said is kept, also for whoever closed it.
  await button(page, "返回各站一览").click();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await dialog.waitFor({ state: "detached" });
  await button(page, "看最近一次比较的结果").click();
  await dialog.getByText("核对了 1 个站，0 个已全部处理").waitFor();
  expect(complaints).toEqual([]);
});

test("two versions of one workbook that are dropped together are compared, the one saved last with the other", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  const now = await again(join(scratch, "甲再交.xlsx"));
  const old = join(scratch, "原.xlsx");
  copyFileSync(sample("lianhe.xlsx"), old);
  utimesSync(old, new Date("2024-01-01"), new Date("2024-01-01"));
  await fileInput(page).setInputFiles([now, old]);
  await button(page, "比较这两个版本").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("核对了 1 个站，0 个已全部处理").waitFor();
  await dialog.locator("summary").first().click();
  expect(await dialog.locator("li[data-change=target-lowered]").innerText()).toMatch(/O4[^]*30[^]*20/);
  expect(complaints).toEqual([]);
});

test("a final workbook is held against the mid-term one: what does not fit, a way to its cell, progress as two bars", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  const { bytes } = await editWorkbook(readFileSync(sample("lianhe.xlsx")), {
    fixes: [
      { sheet: "附件1 指标完成情况", cell: "A1", kind: "value", before: "广州市联和街“双百工程”社工站指标完成情况统计及投入人员对照表（2023年7月1日至2023年11月30日）", after: "广州市联和街“双百工程”社工站指标完成情况统计及投入人员对照表（2023年7月1日至2024年6月30日）", why: "" },
      { sheet: "附件1 指标完成情况", cell: "G4", kind: "value", before: 40, after: 30, why: "" }
    ]
  });
  const final = join(scratch, "末期.xlsx");
  writeFileSync(final, bytes);
  await openWorkbook(page, final);
  await button(page, MORE).click();
  await button(page, "与中期对照").waitFor();
  await page.locator("[data-input=mid]").setInputFiles(sample("lianhe.xlsx"));
  const dialog = page.getByRole("dialog", { name: "与中期对照：lianhe.xlsx" });
  await dialog.getByRole("heading", { name: /与中期对不上 \d+ 处/ }).waitFor();
  await dialog.getByRole("button", { name: "规则说明" }).first().click();
  const rule = page.getByRole("dialog", { name: "规则说明" });
  await rule.getByText("完成量比中期少").waitFor();
  await rule.getByRole("button", { name: "关闭" }).click();
  await rule.waitFor({ state: "detached" });
  expect(await dialog.locator("[data-progress]").innerText()).toMatch(/中期 \d+\.\d\d%[^]*末期 \d+\.\d\d%/);
  if (process.env["PICTURES"]) await page.screenshot({ path: `${process.env["PICTURES"]}/mid.png` });
  await dialog.getByRole("button", { name: "附件1 指标完成情况!G4" }).click();
  expect(await page.locator("#cell-G4").getAttribute("aria-selected")).toBe("true");
  expect(complaints).toEqual([]);
});
