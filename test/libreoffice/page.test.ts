import { unzipSync } from "fflate";
import { readWorkbook } from "../../src/hosts/file";
import { checkWorkbook } from "../../src/report";
import { DETAILS_SHEET_NAME, SUMMARY_SHEET_NAME } from "../../src/summary";
import { findSheet, isError, type Workbook } from "../../src/workbook";
import { Harness, sample } from "../browser/harness";
import { downloaded, fileInput, openWorkbook } from "../browser/on-page";
import { OFFICE_TIMEOUT, throughOffice } from "./through-office";

/** What the browser page gave, as LibreOffice opened and saved it. */
const opened = new Map<string, Workbook>();

beforeAll(async () => {
  const given = new Map<string, Uint8Array>();
  const harness = await Harness.start();
  try {
    const { page } = await harness.open("", { viewport: { width: 1280, height: 800 } });
    const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
    await openWorkbook(page);
    await page.locator('li[data-cell="附件1 对照表!D9"] > button').click();
    await button(/^修正同类 \d+ 处$/).click();
    await button("确定修正").click();
    await page.getByText("已修正 4 格。").waitFor();
    await button("写入汇总表").click();
    await page.getByText("已写好工作表").waitFor();
    given.set("mended", (await downloaded(page, button("下载"))).bytes);
    await fileInput(page).setInputFiles([sample("lianhe.xlsx"), sample("baihedong.xlsx")]);
    await page.getByText("全部核查完").waitFor();
    given.set("comparison", (await downloaded(page, button("导出对照表"))).bytes);
    given.set("copy", unzipSync((await downloaded(page, button("下载全部核查副本"))).bytes)["baihedong.核查.xlsx"]!);
  } finally {
    await harness.stop();
  }
  for (const [name, bytes] of await throughOffice(given)) opened.set(name, await readWorkbook(bytes));
}, OFFICE_TIMEOUT);

test("a mended download shows the mended rates, and what depends on them is computed", () => {
  const workbook = opened.get("mended")!;
  const text = (sheet: string, row: number, column: number) => findSheet(workbook, sheet)!.cell(row, column)?.text;
  expect([text("附件1 指标完成情况", 4, 5), text("附件1 对照表", 9, 4), text("附件1 对照表", 9, 8), text("附件1 对照表", 18, 4)]).toEqual(["178.55%", "68.24%", "58.33%", "178.55%"]);
  const { findings } = checkWorkbook(workbook, { fileName: "mended.xlsx" });
  expect(findings.filter(({ severity }) => severity === "error").map(({ cell }) => cell)).toEqual(["B32"]);
});

test.each(["mended", "copy"])("the summary of the %s workbook opens without an error in it", (name) => {
  const [summary, details] = [SUMMARY_SHEET_NAME, DETAILS_SHEET_NAME].map((sheet) => [...findSheet(opened.get(name)!, sheet)!.cells.values()]);
  expect([summary!.length > 40, details!.length > 100]).toEqual([true, true]);
  expect([...summary!, ...details!].filter(({ value }) => isError(value))).toEqual([]);
});

test("the comparison opens with its four sheets", () => {
  const { sheets } = opened.get("comparison")!;
  expect(sheets.map(({ name }) => name)).toEqual(["各站一览", "全部问题", "按规则", "全区"]);
  expect([3, 4].map((row) => sheets[0]!.cell(row, 1)?.text).sort()).toEqual(["baihedong.xlsx", "lianhe.xlsx"]);
});
