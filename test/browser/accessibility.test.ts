import type { Page } from "playwright-core";
import { PANE_WALKS } from "../../scripts/screenshots/pane-walks";
import { violationsOn } from "./axe";
import { Harness } from "./harness";
import { inExcel, openInExcel, sampleBook } from "./in-excel";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test.each(PANE_WALKS.map((walk) => [walk.name, walk] as const))("axe finds nothing in %s, in light and in dark", async (_, walk) => {
  expect(await violationsOn(harness, walk)).toEqual([]);
});

/** The pane beside a sample, at 320 px. */
async function openPane(): Promise<Page> {
  const book = await sampleBook("lianhe.xlsx");
  const { page } = await harness.open("taskpane.html", { viewport: { width: 320, height: 700 }, reducedMotion: "reduce" }, (opened) => openInExcel(opened, book));
  await page.getByRole("button", { name: "开始核查" }).waitFor();
  return page;
}

/** What has the focus: its name, or what it is. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent?.trim() ?? "";
  });
}

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const own = await focused(page);
    if (typeof name === "string" ? own === name : name.test(own)) return;
    passed.push(own.slice(0, 20));
  }
  throw new Error(`Tab never leads to ${name}, but to ${passed.join(", ")}`);
}

const selection = (page: Page) => inExcel(page, (excel) => excel.book.selection);
const said = (page: Page, text: string) => page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: text }).waitFor();
const noDialog = (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" });

test("everything is done by keyboard: check, step, look at a rule, mend, undo, ignore, summary, tabs", async () => {
  const page = await openPane();
  await tabTo(page, "开始核查");
  await page.keyboard.press("Enter");
  await said(page, "错误 5 处");
  expect(await focused(page)).toContain("社工站");

  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await page.waitForFunction(() => window.fakeExcel.book.selection.endsWith("!D9"));
  expect(await focused(page)).toContain("发展社区志愿者");
  await page.keyboard.press("Alt+ArrowUp");
  await page.waitForFunction(() => window.fakeExcel.book.selection.endsWith("!E4"));
  await page.keyboard.press("Alt+ArrowDown");

  for (const way of ["规则说明", "修正"]) {
    await tabTo(page, way);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await noDialog(page);
    expect(await focused(page)).toBe(way);
  }

  await page.keyboard.press("Enter");
  await tabTo(page, "确定修正");
  await page.keyboard.press("Space");
  await noDialog(page);
  await said(page, "已修正 1 格");
  expect(await inExcel(page, (excel) => excel.content("附件1 对照表", "D9"))).toBeCloseTo(101 / 148, 10);
  // The finding is gone; the next one has its place and the focus.
  await page.waitForFunction(() => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell") === "附件1 对照表!H9");
  await tabTo(page, "撤销", "Shift+Tab");
  await page.keyboard.press("Enter");
  await said(page, "已撤销 1 格");
  expect(await inExcel(page, (excel) => excel.content("附件1 对照表", "D9"))).toBeCloseTo(0.527, 10);

  await page.keyboard.press("Alt+ArrowDown");
  await tabTo(page, "忽略");
  await page.keyboard.press("Enter");
  await page.keyboard.type("已与督导核实");
  await tabTo(page, "忽略");
  await page.keyboard.press("Enter");
  await said(page, "已忽略");
  await tabTo(page, /^写入汇总表/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await said(page, "已写好工作表");
  await tabTo(page, "查看汇总表");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.fakeExcel.book.selection === "核查汇总!A1");
  expect(await selection(page)).toBe("核查汇总!A1");

  await tabTo(page, /^问题/, "Shift+Tab");
  for (const tab of ["指标", "到岗", "评分", "设置"]) {
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tab", { name: tab, selected: true }).waitFor();
    expect(await focused(page)).toBe(tab);
  }
  await page.keyboard.press("Home");
  await page.getByRole("tab", { name: "问题", selected: true }).waitFor();
});

test("a dialog keeps the focus, and Alt with an arrow does nothing behind it", async () => {
  const page = await openPane();
  await page.getByRole("button", { name: "开始核查" }).click();
  await page.locator('[data-cell="附件1 对照表!D9"] > button').click();
  await page.getByRole("button", { name: "忽略" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await focused(page)).toBe("");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.press("Alt+ArrowDown");
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    // Beyond its last button the focus may leave for the browser, never for the page behind.
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await noDialog(page);
  expect(await page.locator("[data-finding] > [aria-expanded=true]").count()).toBe(1);
  expect(await page.locator('[data-cell="附件1 对照表!D9"] > [aria-expanded=true]').count()).toBe(1);
});

test("whatever has the focus shows it", async () => {
  const page = await openPane();
  const unseen: string[] = [];
  const walkThrough = async (most: number) => {
    for (let presses = 0; presses < most; presses++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        if (element === document.body || element.dataset["seen"]) return null;
        element.dataset["seen"] = "true";
        const shows = (style: CSSStyleDeclaration) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1)
          || style.boxShadow !== "none" || parseFloat(style.borderBottomWidth) >= 2;
        // A field's line may be that of what it stands in.
        const isShown = [element, element.parentElement!].some((each) => shows(getComputedStyle(each)) || shows(getComputedStyle(each, "::after")));
        return { html: element.outerHTML.slice(0, 200), isShown };
      });
      if (stop && !stop.isShown) unseen.push(stop.html);
    }
  };
  await walkThrough(10);
  await page.getByRole("button", { name: "开始核查" }).click();
  await page.locator('[data-cell="附件1 对照表!D9"] > button').click();
  await walkThrough(40);
  for (const tab of ["指标", "到岗", "评分", "设置"]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("tabpanel").getByRole("heading").or(page.getByRole("textbox")).first().waitFor();
    await walkThrough(12);
  }
  expect(unseen).toEqual([]);
  expect(await page.locator("[data-seen]").count()).toBeGreaterThan(5);
});
