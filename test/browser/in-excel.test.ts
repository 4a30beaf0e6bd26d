import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { BookData } from "../excel/host";
import { BUILT, Harness, type OpenedPage } from "./harness";
import { inExcel, openInExcel, sampleBook } from "./in-excel";

const SUMMARY = "核查汇总";
const CARDS = "附件1 对照表";
/** Where the pages find Microsoft's script; the test answers there from the npm copy. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let harness: Harness;
let sample: BookData;
beforeAll(async () => {
  [harness, sample] = await Promise.all([Harness.start(), sampleBook("lianhe.xlsx")]);
});
afterAll(() => harness?.stop());

const open = (path = "taskpane.html", book = sample): Promise<OpenedPage> => harness.open(path, { reducedMotion: "reduce" }, (opened) => openInExcel(opened, book));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();
const told = (page: Page, text: string) => page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: text }).waitFor();
/** The workbook as its file would keep it. */
const saved = (page: Page) => inExcel(page, (excel) => excel.book.data());

async function check(page: Page, result = "错误 5 处"): Promise<void> {
  await press(page, "开始核查");
  await page.getByText(result).waitFor();
}

/** Requests that waited for an answer of Excel's, since the last call. */
function newTrips(page: Page): Promise<string[][]> {
  return inExcel(page, (excel) => excel.trips.splice(0).map(({ actions }) => [...actions])
    .filter((actions) => actions.length === 0 || actions.some((action) => action !== "_RemoveReference")));
}

test("from the check to the second summary: few round trips, nothing asked of anybody else, nothing to complain of", async () => {
  const { page, requests, complaints } = await open();
  await check(page);
  expect(await newTrips(page)).toHaveLength(3);

  await page.locator(`[data-cell="${CARDS}!D9"]`).getByRole("button").first().click();
  await page.waitForFunction(() => window.fakeExcel.book.selection.endsWith("!D9"));
  expect(await newTrips(page)).toHaveLength(2);

  await press(page, "修正");
  await press(page, "确定修正");
  await told(page, "已修正 1 格");
  await page.getByText("错误 4 处").waitFor();
  // Three for the fix, one to read back, another check, and two that lead on to the next finding.
  expect((await newTrips(page)).length).toBeLessThanOrEqual(3 + 1 + 3 + 2);

  await press(page, "写入汇总表");
  await told(page, `已写好工作表“${SUMMARY}”`);
  // For each of the two sheets: the helper that creates it takes two of three; one reads back.
  expect(await newTrips(page)).toHaveLength(2 * (3 + 1));
  await press(page, "写入汇总表");
  await told(page, `已更新工作表“${SUMMARY}”`);
  expect(await newTrips(page)).toHaveLength(2 * (2 + 1));

  expect(await inExcel(page, (excel) => excel.book.sheets.filter(({ name }) => name.startsWith("核查汇总")).length)).toBe(1);
  expect(await inExcel(page, (excel) => excel.trips.filter(({ error }) => error !== null))).toEqual([]);
  expect(requests.filter((address) => !address.startsWith(harness.address) && !address.startsWith("blob:") && !address.startsWith("data:"))).toEqual([OFFICE_JS]);
  expect(complaints).toEqual([]);
});

test("what the user notes on the summary stays when it is written again, also in a pane that was opened anew", async () => {
  const { page } = await open();
  await check(page);
  await press(page, "写入汇总表");
  await told(page, `已写好工作表“${SUMMARY}”`);
  const place = await inExcel(page, (excel) => {
    const [key] = [...excel.sheet("核查汇总").cells].find(([, { value }]) => String(value).startsWith("finding:"))!;
    const [row, remark] = [Math.floor(key / 16384) + 1, key % 16384];
    excel.userTypes("核查汇总", row, remark, "已电话核实");
    excel.userTypes("核查汇总", row, remark + 3, "本人的列");
    return { row, remark };
  });
  const { page: later } = await open("taskpane.html", await saved(page));
  await check(later);
  await press(later, "写入汇总表");
  await told(later, `已更新工作表“${SUMMARY}”`);
  const sheet = (await saved(later)).sheets.find(({ name }) => name === SUMMARY)!;
  const contents = Object.values(sheet.cells).map((cell) => (cell as { value: unknown }).value);
  expect([contents.filter((value) => value === "已电话核实").length, contents.filter((value) => value === "本人的列").length, place.row > 0]).toEqual([1, 1, true]);
});

test("settings and ignored findings travel with the workbook", async () => {
  const { page } = await open();
  await check(page);
  await page.locator(`[data-cell="${CARDS}!D9"]`).getByRole("button").first().click();
  await press(page, "忽略");
  await page.getByRole("textbox", { name: "理由" }).fill("已与督导核实");
  await press(page, "忽略");
  await page.getByText("错误 4 处").waitFor();
  await page.getByRole("tab", { name: "设置" }).click();
  const share = page.getByRole("textbox", { name: "持证社工比例" });
  await share.fill("70");
  await share.press("Enter");
  await page.waitForFunction(() => window.fakeExcel.book.parts.some(({ xml }) => xml.includes("0.7")));
  const book = await saved(page);
  expect(book.settingsXml).not.toMatch(/序号|姓名|user|\\\\/i);

  const { page: later } = await open("taskpane.html", book);
  await check(later, "错误 4 处");
  await later.getByRole("tab", { name: "设置" }).click();
  expect(await later.getByRole("textbox", { name: "持证社工比例" }).inputValue()).toBe("70");
  await later.getByRole("tab", { name: "问题" }).click();
  await later.locator("summary", { hasText: "已忽略 1 处" }).click();
  await later.getByText("已与督导核实").waitFor();
  await later.getByRole("button", { name: `恢复 ${CARDS}!D9 的问题` }).click();
  await later.getByText("错误 5 处").waitFor();
  expect((await saved(later)).settingsXml).not.toContain("已与督导核实");
});

test("an Excel without charts, bars, page layout and frozen rows gets the summary, and the pane says what is missing", async () => {
  const { page } = await open();
  await check(page);
  await inExcel(page, (excel) => { excel.faults.unknown = /^(Charts|ConditionalFormats|PageLayout|FreezePanes)$/; });
  await press(page, "写入汇总表");
  await told(page, "这里画不了：");
  const notice = await page.getByRole("alert").or(page.getByRole("status")).filter({ hasText: "这里画不了" }).innerText();
  for (const part of ["图表", "数据条", "打印版式", "冻结"]) expect(notice).toContain(part);
  expect(await inExcel(page, (excel) => excel.sheet("核查明细").cells.size)).toBeGreaterThan(200);
});

test("an Excel that knows little besides cells is checked, and what was not read is said", async () => {
  const { page } = await open();
  await inExcel(page, (excel) => { excel.faults.unknown = /^(Names|CustomXmlParts|Application|CalculationMode|RowHidden|ColumnHidden|GetMergedAreasOrNullObject|GetRowProperties)$/; });
  await press(page, "开始核查");
  await page.getByRole("tablist").waitFor();
  for (const part of ["名称", "合并单元格", "隐藏的行和列", "核查设置"]) await page.getByText(part, { exact: false }).first().waitFor({ state: "attached" });
});

describe("一键核查并写汇总", () => {
  const run = (page: Page) => page.evaluate(() => new Promise<void>((resolve) => window.officeCommands["checkAndSummarize"]!({ completed: resolve })));

  test("is the function that the manifest names, on the page that it names", async () => {
    const manifest = readFileSync(join(BUILT, "manifest.xml"), "utf8");
    const [, commands] = /<bt:Url id="Commands.Url" DefaultValue="[^"]*\/([^"/]+)"/.exec(manifest)!;
    const { page } = await open(commands);
    await page.waitForFunction(() => Object.keys(window.officeCommands).length > 0);
    expect(await page.evaluate(() => Object.keys(window.officeCommands))).toEqual([/<FunctionName>(\w+)<\/FunctionName>/.exec(manifest)![1]]);
  });

  test("writes the summary without the pane and shows it", async () => {
    const { page, requests, complaints } = await open("commands.html");
    await page.waitForFunction(() => "checkAndSummarize" in window.officeCommands);
    await run(page);
    expect(await newTrips(page)).toHaveLength(3 + 2 * (3 + 1));
    expect(await inExcel(page, (excel) => [excel.book.active === excel.sheet("核查汇总").id, excel.sheet("核查明细").cells.size > 200])).toEqual([true, true]);
    expect(await page.evaluate(() => window.officeCalls)).toEqual([]);
    await run(page);
    expect(await inExcel(page, (excel) => excel.book.sheets.filter(({ name }) => name.startsWith("核查汇总")).length)).toBe(1);
    // This client does not see the notes of cells: that they stay where they were is told, once.
    await run(page);
    expect(await page.evaluate(() => window.officeCalls.map((call) => decodeURIComponent(call)))).toEqual([expect.stringContaining("附注")]);
    expect(requests.filter((address) => !address.startsWith(harness.address))).toEqual([OFFICE_JS]);
    expect(complaints).toEqual([]);
  });

  test("tells in a small window what Excel refused", async () => {
    const { page } = await open("commands.html");
    await page.waitForFunction(() => "checkAndSummarize" in window.officeCommands);
    await inExcel(page, (excel) => { excel.book.structureProtected = true; });
    await run(page);
    const [call] = await page.evaluate(() => window.officeCalls);
    const { page: dialog } = await open(`commands.html${new URL(call!.replace(/^dialog /, "")).hash}`);
    expect(await dialog.locator("body").innerText()).toMatch(/没有写入，工作簿没有改动：工作簿的结构受保护.*保护工作簿/);
  });
});

test("where office.js is blocked the page goes on as the browser page, and says why", async () => {
  const { page } = await harness.open("taskpane.html", {}, (opened) => opened.route(/office\.js(\?|$)/, (route) => route.abort()));
  await page.getByText("没有连上 Excel").waitFor();
  await page.locator("input[type=file]").first().setInputFiles(`${__dirname}/../../samples/lianhe.xlsx`);
  await page.getByText("错误 5 处").first().waitFor();
});
