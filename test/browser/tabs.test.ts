import type { BrowserContextOptions, Page } from "playwright-core";
import { readSettingsXml, type SettingsInput } from "../../src/settings";
import { eventually, Harness } from "./harness";
import { inExcel, openInExcel, sampleBook } from "./in-excel";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

/** The pane in Excel with a sample checked, at one of its tabs. */
async function openTab(tab: string, sample = "baihedong.xlsx", options: BrowserContextOptions = {}): Promise<Page> {
  const book = await sampleBook(sample);
  const { page } = await harness.open("taskpane.html", { viewport: { width: 320, height: 700 }, ...options }, (opened) => openInExcel(opened, book));
  await page.getByRole("button", { name: "开始核查" }).click();
  await page.getByRole("tab", { name: tab }).click();
  return page;
}

/** Waits until Excel has selected that cell. */
async function selected(page: Page, cell: string): Promise<void> {
  await page.waitForFunction((end) => window.fakeExcel.book.selection.endsWith(`!${end}`), cell);
}

/** Waits until the settings that the workbook keeps are as wanted. */
async function keptSettings(page: Page, wanted: SettingsInput): Promise<void> {
  await eventually(async () => readSettingsXml(await inExcel(page, (excel) => excel.book.parts[0]?.xml ?? null)).settings, wanted);
}

/** One page for tests that only look at it; gives it at the tab. */
function sharedPage(sample?: string): (tab: string) => Promise<Page> {
  let page: Page;
  beforeAll(async () => {
    page = await openTab("问题", sample);
  });
  return async (tab) => {
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("tab", { name: tab, selected: true }).waitFor();
    return page;
  };
}

describe("指标", () => {
  const onTab = sharedPage("lianhe.xlsx");

  test("a rate that is shown wrongly stands open under its indicator, with what it should be and a way to its cell", async () => {
    const page = await onTab("指标");
    const row = page.locator("li li", { hasText: "52.70%" });
    await row.waitFor();
    expect(await row.innerText()).toContain("应为 68.24%");
    await row.getByRole("button", { name: "52.70%" }).click();
    await selected(page, "D9");
  });

  test("a card that repeats an indicator of the matrix is listed under it", async () => {
    const page = await onTab("指标");
    await page.getByRole("searchbox").fill("大型活动");
    await page.getByRole("heading", { name: "大型社区活动" }).waitFor();
    expect(await page.getByText("指标卡").count()).toBe(0);
  });
});

/** In this order: “by area” leaves them so. */
describe("指标 and 到岗 of another station", () => {
  const onTab = sharedPage();

  test("additional cards stand by their prefix", async () => {
    const page = await onTab("指标");
    await page.getByRole("heading", { name: "党建（指标卡）" }).waitFor();
  });

  test("a filter and a search leave what fits, and say when nothing does", async () => {
    const page = await onTab("指标");
    await page.getByRole("button", { name: /^无协议量 4$/ }).click();
    await page.getByRole("status").filter({ hasText: "列出 4 项" }).waitFor();
    await page.getByRole("searchbox").fill("没有这样的指标");
    await page.getByText("没有符合条件的指标。").waitFor();
    await page.getByRole("button", { name: "全部显示" }).click();
    await page.locator('[data-indicator="党建-微心愿"]').waitFor();
  });

  test("by area, the whole station comes first", async () => {
    const page = await onTab("指标");
    await page.getByRole("button", { name: "按片区" }).click();
    await eventually(() => page.getByRole("heading", { level: 2 }).allInnerTexts(), ["全站", "片区1", "片区2", "片区3"]);
  });

  test("the arithmetic, and each difference from the table with a way to its cell", async () => {
    const page = await onTab("到岗");
    await page.getByText("应到 = 20 人 × 考核 6 个月 = 120 人次").waitFor();
    expect(await page.getByText("14 / 20 = 70.00%").count()).toBe(1);
    expect(await page.getByText("序号26的到岗小计").count()).toBe(1);
    await page.getByRole("button", { name: "附件2!Y31" }).first().click();
    await selected(page, "Y31");
  });

  test("the chart says in words what it draws", async () => {
    const page = await onTab("到岗");
    const chart = page.getByRole("img", { name: /^各月到岗人次柱图/ });
    expect(await chart.getAttribute("aria-label")).toContain("2025-01 实到 16（持证 15、非持证 1），应到 20");
    await page.locator("summary", { hasText: "看表格" }).click();
    expect(await page.getByRole("row", { name: "2025-01" }).innerText()).toMatch(/15\s+1\s+16/);
  });

  test("each person's months, with the reason for what does not count in full, lead to the row", async () => {
    const page = await onTab("到岗");
    const person = page.locator('[data-person="31"]');
    await person.waitFor();
    expect(await person.getByRole("img", { name: "计1" }).count()).toBe(4);
    expect(await person.getByRole("img", { name: "不计" }).count()).toBe(2);
    expect(await person.innerText()).toContain("1月–2月：已离职（转出），不计");
    expect(await person.innerText()).toContain("表中小计 2，核算 4");
    await person.getByRole("rowheader").getByRole("button").click();
    await selected(page, "A31");
  });
});

describe("设置", () => {
  test("a value is kept in the workbook as a ratio, is in force after the check, and goes back to its default", async () => {
    const page = await openTab("设置");
    const share = page.getByRole("textbox", { name: "持证社工比例" });
    await share.fill("70");
    await share.press("Enter");
    await keptSettings(page, { certifiedShare: 0.7 });
    await page.getByRole("tab", { name: "到岗" }).click();
    await page.getByText("120 × 70% = 84 人次").waitFor();
    await page.getByRole("tab", { name: "设置" }).click();
    await page.getByRole("button", { name: "持证社工比例恢复默认" }).click();
    await keptSettings(page, {});
    await eventually(() => share.inputValue(), "50");
  });

  test("what can't be taken is said where it stands and not kept", async () => {
    const page = await openTab("设置");
    const headcount = page.getByRole("textbox", { name: "协议要求社工数" });
    await headcount.fill("许多");
    await headcount.press("Tab");
    await page.getByText("请填数字").waitFor();
    expect(await headcount.getAttribute("aria-invalid")).toBe("true");
    expect(await inExcel(page, (excel) => excel.book.parts.length)).toBe(0);
  });

  test("scores typed here make the total, and the way there leads from the scores", async () => {
    const page = await openTab("评分");
    await page.getByText("工作簿里没有评分表").waitFor();
    await page.getByRole("button", { name: "到设置里填写得分" }).click();
    for (const [party, score] of [["购买方", "20"], ["监督方", "8.7"], ["督导中心", "13"], ["第三方", "47.23"]] as const) {
      const field = page.getByRole("group", { name: "各方得分" }).getByRole("textbox", { name: party });
      await field.fill(score);
      await field.press("Enter");
    }
    await keptSettings(page, { scores: { purchaser: 20, supervisor: 8.7, guidance: 13, thirdParty: 47.23 } });
    await page.getByRole("tab", { name: "评分" }).click();
    await page.getByText("88.93").waitFor();
    // So many posts are only assumed: what they are short of decides nothing before the agreement's number is given.
    const decided = page.getByText("按总分是良好；有一票否决情形成立，应评为不合格。");
    expect(await decided.count()).toBe(0);
    await page.getByRole("tab", { name: "设置" }).click();
    await page.getByRole("textbox", { name: "协议要求社工数" }).fill("21");
    await page.getByRole("textbox", { name: "协议要求社工数" }).press("Enter");
    await page.getByRole("tab", { name: "评分" }).click();
    await decided.waitFor();
  });
});

describe("any tab", () => {
  const onTab = sharedPage();

  test.each(["指标", "到岗", "评分", "设置"])("%s: nothing sticks out at 320 px, and everything that acts has a name", async (tab) => {
    const page = await onTab(tab);
    await page.getByRole("tabpanel").getByRole("heading").or(page.getByRole("textbox")).first().waitFor();
    await page.locator("[role=tabpanel] details").evaluateAll((folds) => folds.forEach((fold) => { (fold as HTMLDetailsElement).open = true; }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const nameless = await page.getByRole("tabpanel").locator("button, input, select").evaluateAll((controls) => controls
      .filter((control) => !(control.getAttribute("aria-label") || control.textContent?.trim() || (control as HTMLInputElement).labels?.length))
      .map((control) => control.outerHTML));
    expect(nameless).toEqual([]);
  });
});
