import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { newWorkbook } from "../../../src/hosts/file/write/new-workbook";
import { downloaded, fileInput } from "../on-page";
import { Harness } from "../harness";

let harness: Harness;
let scratch: string;
beforeAll(async () => {
  harness = await Harness.start();
  scratch = mkdtempSync(join(tmpdir(), "hebiao-told-"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

type Row = readonly [string, number, number, number];

/** A list under heads that say nothing to anybody, `top` rows below the top of its sheet and without a formula. */
function strange(name: string, rows: readonly Row[], top = 0): string {
  const lines = [...Array.from({ length: top }, () => []), ["甲", "乙", "丙", "丁"], ...rows].map((line) => line.map((value) => ({ value })));
  const file = join(scratch, name);
  writeFileSync(file, newWorkbook([{ name: "表", rows: lines, columnWidths: [], merges: [], frozenRows: 0, marker: "" }]));
  return file;
}

const FIRST = [["子", 40, 30, 0.75], ["丑", 50, 45, 0.9], ["寅", 20, 19, 0.5], ["卯", 32, 40, 1.25]] as const;
/** Another station's: other names and numbers, more rows; one rate is wrong. */
const SIBLING = [["辰", 10, 7, 0.7], ["巳", 8, 6, 0.75], ["午", 25, 20, 0.8], ["未", 30, 33, 1.1], ["申", 16, 4, 0.35], ["酉", 5, 4, 0.8]] as const;

async function open(page: Page, file: string): Promise<void> {
  await fileInput(page).setInputFiles(file);
  await page.getByRole("alert").filter({ hasText: "没有认出指标表" }).waitFor();
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a table that nothing recognised is told, checked, and known again in another station's workbook by the profile", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(page, strange("一站.xlsx", FIRST));
  await button(page, "告诉核表这是什么").click();
  await page.getByLabel("这是", { exact: true }).selectOption({ label: "清单" });
  await page.getByLabel("A 列“甲”当作").waitFor();
  for (const [column, role] of [["A 列“甲”当作", "名称"], ["B 列“乙”当作", "协议量"], ["C 列“丙”当作", "完成量"], ["D 列“丁”当作", "百分比"]] as const) {
    await page.getByLabel(column).selectOption({ label: role });
  }
  // The sheet beside the pane is labelled with what its columns are read as.
  await page.getByRole("columnheader", { name: "协议量" }).waitFor();
  await page.getByText("这张工作表会有错误 1 处").waitFor();
  await button(page, "就按这样核对").click();
  await page.locator('li[data-cell="表!D4"]').waitFor();

  await page.getByRole("tab", { name: "设置" }).click();
  await page.getByText("认表说明").click();
  const profile = await downloaded(page, button(page, "存成识别方案"));
  expect(JSON.parse(new TextDecoder().decode(profile.bytes))).toMatchObject({ version: 1, profiles: [{ kind: "list" }] });
  const file = join(scratch, profile.name);
  writeFileSync(file, profile.bytes);

  const { page: next } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(next, strange("二站.xlsx", SIBLING, 3));
  await next.locator("[data-input=profiles]").setInputFiles(file);
  await next.locator('li[data-cell="表!D9"]').waitFor();
  expect(await next.locator("li[data-cell]").filter({ hasText: "应为" }).count()).toBe(1);
  await next.getByText("按您的说明读").waitFor();
  expect(complaints).toEqual([]);
});

test("what is no file of profiles is refused with a sentence", async () => {
  const { page } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(page, strange("三站.xlsx", FIRST));
  for (const [text, says] of [['{"version":2,"profiles":[]}', "版本"], ['{"headcount":12}', "没有识别方案"]] as const) {
    const file = join(scratch, "坏方案.json");
    writeFileSync(file, text);
    await page.locator("[data-input=profiles]").setInputFiles(file);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
  }
});
