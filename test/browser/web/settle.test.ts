import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../../src/hosts/file";
import { findSheet, parseCellName } from "../../../src/workbook";
import { Harness, sample } from "../harness";
import { downloaded, openWorkbook, result } from "../on-page";

const CARDS = "附件1 对照表";
const ROSTER = "附件2 到岗情况";
/** What the station knows of those who left, by the cells of their remarks: only the page was used to write it. */
const REMARKS = { X26: "2023.11.30离职（试用期）", X27: "2023.11.1转入", X28: "2023.9.20离职（试用期）", X29: "2023.9.20离职（试用期）" } as const;
/** What is right as it is, and is ignored with the reason that stands there to be chosen. */
const IGNORED = [`${CARDS}!H3`, `${ROSTER}!S3`, `${ROSTER}!F7`] as const;

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

const item = (page: Page, place: string): Locator => page.locator(`li[data-cell="${place}"]`).first();
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** Opens a finding, unless the list has gone on to it by itself. */
async function choose(page: Page, place: string): Promise<void> {
  const head = item(page, place).getByRole("button").first();
  if (await head.getAttribute("aria-expanded") !== "true") await head.click();
}

const press = async (page: Page, place: string, name: string | RegExp): Promise<void> => {
  await choose(page, place);
  await item(page, place).getByRole("button", { name, exact: true }).click();
};

test("the sample's twelve findings are all settled on the page alone, in fewer than twenty clicks", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1366, height: 900 } });
  await openWorkbook(page);
  expect(await page.locator("li[data-severity]").count()).toBe(12);
  await page.evaluate(() => {
    Object.assign(window, { clicks: 0 });
    document.addEventListener("click", () => (window as unknown as { clicks: number }).clicks++, true);
  });

  expect(await page.getByRole("tab", { name: /^问题/ }).innerText()).toMatch(/12$/);

  // The four rates and the number that occurs twice.
  await button(page, "可修正的 5 处一起看").click();
  await button(page, "确定修正").click();
  for (const place of [`${CARDS}!D9`, `${ROSTER}!B32`]) await item(page, place).waitFor({ state: "detached" });

  for (const [cell, remark] of Object.entries(REMARKS)) {
    await press(page, `${ROSTER}!${cell}`, "改这一格");
    const field = page.getByRole("textbox", { name: `${cell} 的内容` }).last();
    await field.fill(remark);
    await page.keyboard.press("Enter");
    await item(page, `${ROSTER}!${cell}`).waitFor({ state: "detached" });
  }

  for (const place of IGNORED) {
    await press(page, place, "忽略");
    await page.getByRole("dialog").getByRole("textbox").fill("已核实");
    await page.keyboard.press("Enter");
    await item(page, place).waitFor({ state: "detached" });
  }

  expect(await page.locator("li[data-severity]").evaluateAll((items) => items.map((each) => `${each.getAttribute("data-cell")} ${each.textContent}`))).toEqual([]);
  // Nothing is open any more: what comes next is the summary.
  const fill = (name: string): Promise<string> => button(page, name).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await page.getByRole("button", { name: /^逐条处理/ }).count()).toBe(0);
  expect(await fill("写入汇总表")).toBe(await fill("下载"));
  expect(await fill("写入汇总表")).not.toBe(await fill("重新核查"));
  // Two for what can be mended, two for each remark, three for what is ignored; less where the list goes on by itself.
  const clicks = await page.evaluate(() => (window as unknown as { clicks: number }).clicks);
  expect(clicks).toBeLessThan(20);

  const { bytes } = await downloaded(page, button(page, "下载"));
  const roster = findSheet(await readWorkbook(bytes), ROSTER)!;
  const textOf = (name: string): string | undefined => {
    const { row, column } = parseCellName(name)!;
    return roster.cell(row, column)?.text;
  };
  expect(Object.keys(REMARKS).map(textOf)).toEqual(Object.values(REMARKS));
  expect(["B29", "B32", "B33", "B34"].map(textOf)).toEqual(["25", "26", "27", "28"]);
  await result(page).waitFor();
  expect(complaints).toEqual([]);
});

test("the agreement is confirmed in place, and the focus stays beside it", async () => {
  const { page } = await harness.open("", { viewport: { width: 1366, height: 900 } });
  await openWorkbook(page, sample("baihedong.xlsx"));
  await page.getByRole("tab", { name: "到岗" }).click();
  await page.getByText("（按默认 20 人算，请先按协议确认）").first().waitFor();
  await button(page, "确认").press("Enter");
  await page.getByText("默认，未确认").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("修改");
  await page.getByText("（按默认 20 人算，请先按协议确认）").first().waitFor({ state: "detached" });
});

test("the tab 到岗 brings its sheet, and a page at 200% still shows the sheet on two fifths of its height", async () => {
  const { page } = await harness.open("", { viewport: { width: 683, height: 384 } });
  await openWorkbook(page);
  await page.getByRole("tab", { name: "到岗", exact: true }).click();
  await page.getByRole("tab", { name: ROSTER, selected: true }).waitFor();
  for (const [width, height] of [[683, 384], [800, 600]] as const) {
    await page.setViewportSize({ width, height });
    const share = await page.getByRole("grid").evaluate((grid) => (grid as HTMLElement).offsetParent!.getBoundingClientRect().height / window.innerHeight);
    expect(share).toBeGreaterThanOrEqual(0.4);
  }
});
