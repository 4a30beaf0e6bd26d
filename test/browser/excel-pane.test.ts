import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { Harness } from "./harness";
import { inExcel, openInExcel, sampleBook } from "./in-excel";

type Setup = Parameters<typeof openInExcel>[2];

const CARDS = "附件1 对照表";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

async function openPane(setup: Setup = {}, options: BrowserContextOptions = {}): Promise<Page> {
  const book = await sampleBook("lianhe.xlsx");
  const { page } = await harness.open("taskpane.html", { viewport: { width: 320, height: 700 }, reducedMotion: "reduce", ...options }, (opened) => openInExcel(opened, book, setup));
  return page;
}

async function openChecked(): Promise<Page> {
  const page = await openPane();
  await page.getByRole("button", { name: "开始核查" }).click();
  await page.getByRole("tablist").waitFor();
  return page;
}

const finding = (page: Page, cell: string): Locator => page.locator(`[data-cell="${cell}"]`);
const told = (page: Page, text: string) => page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: text }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click();

/** Opens the finding of D9, 52.70% for 68.24%, and asks for its fix. */
async function askForFix(page: Page): Promise<void> {
  await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
  await press(page, "修正");
  await page.getByRole("dialog").waitFor();
}

test("a check takes three round trips, and going to a cell selects it", async () => {
  const page = await openChecked();
  const trips = await inExcel(page, (excel) => excel.trips.map(({ actions }) => actions));
  // References to ranges are given back without anybody waiting. The first one also asks to be told of changes.
  expect(trips.filter((actions) => actions.some((action) => action !== "_RemoveReference"))).toHaveLength(3);
  expect(trips[0]!.some((action) => /Register/.test(action))).toBe(true);
  await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
  await page.waitForFunction(() => window.fakeExcel.book.selection.endsWith("!D9"));
  await page.getByRole("button", { name: "转到 附件1 指标完成情况!F19" }).click();
  await page.waitForFunction(() => window.fakeExcel.book.selection.endsWith("!F19"));
});

test("a fix changes that cell alone, after a copy of its sheet where wished, and can be taken back whole", async () => {
  const page = await openChecked();
  const cells = () => inExcel(page, (excel) => JSON.stringify([...excel.sheet("附件1 对照表").cells].map(([key, { value, formula, format }]) => [key, value, formula, format])));
  const before = await cells();
  await askForFix(page);
  await page.getByRole("checkbox", { name: /留底/ }).check();
  await press(page, "确定修正");
  await told(page, "已修正 1 格");
  expect(await inExcel(page, (excel) => excel.content("附件1 对照表", "D9"))).toBeCloseTo(101 / 148, 10);
  expect(await inExcel(page, (excel) => excel.book.sheets.map(({ name }) => name))).toHaveLength(4);
  await page.locator("summary", { hasText: "已解决 1 处" }).waitFor();
  await page.locator("summary", { hasText: "本次改动 1 处" }).click();
  await press(page, "撤销");
  await told(page, "已撤销 1 格");
  await finding(page, `${CARDS}!D9`).waitFor();
  expect(await cells()).toBe(before);
});

test("all of a kind are mended with one preview and taken back as one", async () => {
  const page = await openChecked();
  await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
  await press(page, "修正同类 4 处");
  await page.getByRole("dialog").getByRole("listitem").nth(3).waitFor();
  expect(await page.getByRole("dialog").getByRole("listitem").count()).toBe(4);
  await press(page, "确定修正");
  await told(page, "已修正 4 格");
  await page.getByText("错误 1 处").waitFor();
  await press(page, "撤销");
  await told(page, "已撤销 4 格");
  await page.getByText("错误 5 处").waitFor();
});

test("all that can be mended is looked at together; what is left out stays, and Enter confirms", async () => {
  const page = await openChecked();
  await press(page, "可修正的 5 处一起看");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("已选 5 / 5 处").waitFor();
  const choice = dialog.getByRole("checkbox", { name: /发展社区志愿者骨干.*H9.*58\.00%.*58\.33%/ });
  expect(await dialog.getByRole("listitem").filter({ hasText: "H9" }).innerText()).toContain("可能先四舍五入成整数百分比");
  await choice.focus();
  await page.keyboard.press("Space");
  await dialog.getByText("已选 4 / 5 处").waitFor();
  await page.keyboard.press("Enter");
  // The number that occurs twice takes the two after it along.
  await told(page, "已修正 6 格");
  await finding(page, `${CARDS}!H9`).waitFor();
  await finding(page, `${CARDS}!D9`).waitFor({ state: "detached" });
});

test("an ignored finding is kept in the workbook with its reason and counts no more, until it is taken back", async () => {
  const page = await openChecked();
  await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
  await press(page, "忽略");
  await page.getByRole("textbox", { name: "理由" }).fill("已与督导核实");
  await press(page, "忽略");
  await page.getByText("错误 4 处").waitFor();
  expect(await inExcel(page, (excel) => excel.book.parts.map(({ xml }) => xml).join())).toContain("已与督导核实");
  await page.locator("summary", { hasText: "已忽略 1 处" }).click();
  await page.getByRole("button", { name: `恢复 ${CARDS}!D9 的问题` }).click();
  await page.getByText("错误 5 处").waitFor();
  expect(await inExcel(page, (excel) => excel.book.parts.length)).toBe(0);
});

test("the summary is written, and written again into the same sheet", async () => {
  const page = await openChecked();
  await press(page, "写入汇总表");
  await told(page, "已写好工作表“核查汇总”");
  await press(page, "查看汇总表");
  await page.waitForFunction(() => window.fakeExcel.book.selection.startsWith("核查汇总!"));
  await press(page, "写入汇总表");
  await told(page, "已更新工作表“核查汇总”");
  expect(await inExcel(page, (excel) => excel.book.sheets.filter(({ name }) => name.startsWith("核查汇总")).length)).toBe(1);
});

test.each([["allowed", false], ["kept from the pane", true]])("a finding is copied as text where the clipboard is %s", async (_, isKeptAway) => {
  const page = await openChecked();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  if (isKeptAway) await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError")); });
  await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
  await press(page, "复制文字");
  await told(page, "已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^【错误】附件1 对照表!D9：.*\s显示：52.70%　应为：68.24%\s依据：/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("复制文字");
});

test("the letter fits the pane, and is copied or opened as a workbook, since Excel downloads nothing", async () => {
  const page = await openChecked();
  await press(page, "更多");
  await press(page, "整改清单");
  const dialog = page.getByRole("dialog", { name: "整改清单" });
  await dialog.getByRole("checkbox", { name: /^错误（请改正） 5 \/ 5$/ }).waitFor();
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  expect(await dialog.getByRole("combobox", { name: "格式" }).count()).toBe(0);
  await press(page, "生成清单（12 项）");
  // The fake Excel opens no windows.
  await told(page, "这个 Excel 版本做不到这一步。");
  await press(page, "复制文字");
  await told(page, "已复制，可以粘贴到聊天里。");
});

test("a changed cell starts another check, which marks what is solved and what is new and leaves the user where they were", async () => {
  const page = await openChecked();
  const search = page.getByRole("searchbox");
  await search.fill("社区志愿者");
  await inExcel(page, (excel) => excel.userTypes("附件1 对照表", 9, 4, 101 / 148));
  await page.getByText("错误 4 处").waitFor();
  await page.locator("summary", { hasText: "已解决 1 处" }).waitFor();
  expect(await search.inputValue()).toBe("社区志愿者");
  expect(await search.evaluate((field) => document.activeElement === field)).toBe(true);
  await search.fill("");
  await inExcel(page, (excel) => excel.userTypes("附件1 对照表", 6, 4, 0.9999));
  await page.getByText("错误 5 处").waitFor();
  await finding(page, `${CARDS}!D6`).getByText("新", { exact: true }).waitFor();
  await page.getByText(/^上次 \d+ 处：已解决 1，还在 \d+，新出现 1$/).waitFor();
});

test("with the live check off the result says that it is out of date", async () => {
  const page = await openChecked();
  await page.getByRole("tab", { name: "设置" }).click();
  await page.getByRole("switch", { name: "改了单元格就自动重新核查" }).click();
  await page.getByRole("tab", { name: "问题" }).click();
  await inExcel(page, (excel) => excel.userTypes("附件1 对照表", 9, 4, 101 / 148));
  await page.getByText("表格改动过了").waitFor();
  await press(page, "重新核查");
  await page.getByText("错误 4 处").waitFor();
});

test("a read that takes long says why and can be cancelled", async () => {
  const page = await openPane();
  await inExcel(page, (excel) => { excel.editing = true; });
  await press(page, "开始核查");
  await page.getByRole("progressbar", { name: "正在读取工作簿" }).waitFor();
  await told(page, "Excel 还没有回应");
  await press(page, "取消");
  await page.getByRole("button", { name: "开始核查" }).waitFor();
  await inExcel(page, (excel) => excel.endEditing());
  await press(page, "开始核查");
  await page.getByText("错误 5 处").waitFor();
});

describe("what Excel refuses is said in our own words, and nothing is half done", () => {
  const books = (page: Page) => inExcel(page, (excel) => JSON.stringify(excel.book.sheets.map(({ name, cells }) => [name, [...cells]])));

  test("a protected sheet", async () => {
    const page = await openChecked();
    const before = await books(page);
    await inExcel(page, (excel) => { excel.sheet("附件1 对照表").isProtected = true; });
    await askForFix(page);
    await press(page, "确定修正");
    await told(page, "受保护");
    expect(await page.locator("body").innerText()).not.toContain("raw text");
    expect(await books(page)).toBe(before);
  });

  test("a protected structure, when the summary is to be written", async () => {
    const page = await openChecked();
    const before = await books(page);
    await inExcel(page, (excel) => { excel.book.structureProtected = true; });
    await press(page, "写入汇总表");
    await told(page, "没有写入，工作簿没有改动");
    expect(await books(page)).toBe(before);
  });

  test("a sheet that was deleted meanwhile", async () => {
    const page = await openChecked();
    await inExcel(page, (excel) => { excel.book.sheets.splice(excel.book.sheets.findIndex(({ name }) => name === "附件1 对照表"), 1); });
    await finding(page, `${CARDS}!D9`).getByRole("button").first().click();
    await told(page, "找不到工作表“附件1 对照表”");
  });

  test("a cell that has changed since the check", async () => {
    const page = await openChecked();
    await askForFix(page);
    await inExcel(page, (excel) => { excel.sheet("附件1 对照表").cells.forEach((cell) => { if (cell.value === 0.527) cell.value = 0.6; }); });
    await press(page, "确定修正");
    await told(page, "内容与核查时不同了");
    expect(await inExcel(page, (excel) => excel.content("附件1 对照表", "D9"))).toBe(0.6);
  });

  test("a connection that is lost while reading", async () => {
    const page = await openPane();
    await inExcel(page, (excel) => { excel.faults.broken = true; });
    await press(page, "开始核查");
    await told(page, "没能核查");
    await inExcel(page, (excel) => { excel.faults.broken = false; });
    await press(page, "再试一次");
    await page.getByText("错误 5 处").waitFor();
  });
});

test("the pane takes language and theme from Office", async () => {
  const page = await openPane({ language: "en-US", dark: true }, { locale: "zh-CN", colorScheme: "light" });
  await page.getByRole("button", { name: "Start", exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe("dark");
});
