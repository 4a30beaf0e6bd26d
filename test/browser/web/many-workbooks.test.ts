import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../../src/hosts/file";
import { SUMMARY_SHEET_NAME } from "../../../src/summary";
import type { SettingsInput } from "../../../src/settings";
import type { Sheet } from "../../../src/workbook";
import { Harness, sample } from "../harness";
import { downloaded, fileInput, result } from "../on-page";
import { writeSubmissions, type Submissions } from "./submissions";

const WIDE = { viewport: { width: 1280, height: 800 } };
/** Far above what two hundred workbooks take on one processor, while others work too. */
const LONG = 900_000;

let harness: Harness;
let scratch: string;
beforeAll(async () => {
  harness = await Harness.start();
  scratch = mkdtempSync(join(tmpdir(), "hebiao-many-"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
const rowOf = (page: Page, path: string): Locator => page.locator(`tr[data-path="${path}"]`);
const paths = (page: Page): Promise<(string | null)[]> => page.locator("tr[data-path]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-path")));
/** Without transitions: that of the progress bar draws the whole table anew sixty times a second, which takes a processor of those who check. */
const still = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important }");
  document.adoptedStyleSheets = [sheet];
});
const allChecked = (page: Page): Promise<void> => page.getByText("全部核查完").waitFor({ timeout: LONG });
const texts = (sheet: Sheet, column: number): string[] => Array.from({ length: sheet.used!.bottom - 2 }, (_, index) => sheet.cell(index + 3, column)?.text ?? "");

describe("two hundred workbooks", () => {
  let page: Page;
  let requests: readonly string[];
  let complaints: readonly string[];
  let given: Submissions;
  beforeAll(async () => {
    given = writeSubmissions(join(scratch, "提交"));
    ({ page, requests, complaints } = await harness.open("", WIDE, still));
    await page.locator("[data-input=folder]").setInputFiles(given.folder);
  }, LONG);

  test("are checked while the page answers: stopped, gone on with, filtered meanwhile", async () => {
    await page.getByRole("heading", { name: "200 个工作簿" }).waitFor();
    await page.locator('tr[data-state="failed"]').first().waitFor({ timeout: LONG });
    await page.getByRole("searchbox").fill("再交");
    expect(await paths(page)).toEqual([given.twice[1]]);
    await page.getByRole("searchbox").fill("");
    expect(await page.getByRole("progressbar").count()).toBe(1);
    await button(page, "停止").click();
    await page.getByText(/^已停止，还有 \d+ 个没有核查$/).waitFor();
    const checked = await page.locator("tr[data-state=warnings], tr[data-state=clean], tr[data-state=errors], tr[data-state=failed]").count();
    expect(await page.getByText("核查中 …").count()).toBe(0);
    expect(checked).toBeLessThan(200);
    await button(page, "继续核查").click();
    await allChecked(page);
    expect(await page.locator("tr[data-path]").count()).toBe(200);
  }, LONG);

  test("what cannot be read is a row with its reason", async () => {
    expect(await rowOf(page, given.broken).innerText()).toContain("文件已损坏或不完整");
    expect(await rowOf(page, given.encrypted).innerText()).toContain("密码");
    expect(await page.locator('tr[data-state="failed"]').count()).toBe(2);
    expect(await rowOf(page, given.broken).getByRole("button", { name: /^打开/ }).count()).toBe(0);
  });

  test("a huge one is a row like others, and doubles are pointed out", async () => {
    expect(await rowOf(page, given.huge).getAttribute("data-state")).toBe("errors");
    const [once, again] = given.twice;
    expect(await rowOf(page, once).innerText()).toContain(`与 ${again} 内容完全相同`);
    expect(await rowOf(page, again).innerText()).toContain(`与 ${once} 内容完全相同`);
    expect(await rowOf(page, given.huge).innerText()).toContain(`与 ${once} 是同一社工站、同一评估期`);
  });

  test("the columns sort, what is not known last", async () => {
    const column = async (key: string) => page.locator(`tr[data-path]:not([data-state=failed]) td[data-column=${key}]`).allInnerTexts();
    await button(page, "待核实").click();
    const warnings = (await column("warnings")).map(Number);
    expect(warnings).toEqual([...warnings].sort((a, b) => b - a));
    expect(new Set((await paths(page)).slice(-2))).toEqual(new Set([given.broken, given.encrypted]));
    await button(page, "稳岗率").click();
    await button(page, "稳岗率").click();
    const rates = (await column("retention")).filter(Boolean).map(parseFloat);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(await page.locator("th[aria-sort=ascending]").innerText()).toContain("稳岗率");
    await button(page, "序号").click();
  });

  test("rows are filtered by state, by rule and by station together", async () => {
    await button(page, /^有错误 3$/).click();
    expect(new Set(await paths(page))).toEqual(new Set([given.huge, ...given.twice]));
    await button(page, /^全部 200$/).click();
    const rule = page.getByRole("combobox", { name: "按问题种类筛选" });
    await rule.selectOption("rate-mismatch");
    expect(await rule.locator("option:checked").innerText()).toMatch(/百分比.*（3）$/);
    expect(new Set(await paths(page))).toEqual(new Set([given.huge, ...given.twice]));
    await page.getByRole("searchbox").fill("再交");
    expect(await paths(page)).toEqual([given.twice[1]]);
    await page.getByRole("searchbox").fill("没有这样的站");
    await page.getByText("没有符合条件的行。").waitFor();
    await page.getByRole("searchbox").fill("");
    await rule.selectOption({ label: "全部问题种类" });
    expect(await page.locator("tr[data-path]").count()).toBe(200);
  });

  test("a row opens its workbook, and going back finds the table as it was", async () => {
    await button(page, "待核实").click();
    await page.getByRole("searchbox").fill("中期");
    const before = await paths(page);
    const path = before[120]!;
    await rowOf(page, path).getByRole("button").first().click();
    await result(page).waitFor();
    await page.getByRole("grid").waitFor();
    // The browser's own Back does what the button does.
    await page.goBack();
    await page.getByRole("searchbox").waitFor();
    expect(await paths(page)).toEqual(before);
    const opened = rowOf(page, path).getByRole("button").first();
    expect(await opened.evaluate((element) => element === document.activeElement)).toBe(true);
    const { y } = (await opened.boundingBox())!;
    expect(y > 0 && y < 800).toBe(true);
    await page.getByRole("searchbox").fill("");
    await button(page, "序号").click();
  });

  test("the comparison has a row a station, every finding with its place, and the rules", async () => {
    const { name, bytes } = await downloaded(page, button(page, "导出对照表"));
    expect(name).toBe("对照.xlsx");
    const { sheets: [stations, findings, rules] } = await readWorkbook(bytes);
    expect([stations, findings, rules].map((sheet) => sheet!.name)).toEqual(["各站一览", "全部问题", "按规则"]);
    expect(texts(stations!, 1)).toHaveLength(200);
    const at = texts(stations!, 1).indexOf(given.broken);
    expect([texts(stations!, 18)[at], texts(stations!, 19)[at]]).toEqual(["没能核查", expect.stringContaining("已损坏")]);
    const wrong = texts(findings!, 1).map((file, index) => [file, ...[4, 5, 6, 7].map((column) => texts(findings!, column)[index])].join(" "));
    expect(wrong).toEqual(expect.arrayContaining([`${given.twice[0]} 附件1 对照表 D9 52.70% 68.24%`, `${given.huge} 附件1 对照表 D9 52.70% 68.24%`]));
    expect(texts(rules!, 1)).toContain("完成百分比与完成量÷协议量不符");
  });

  test("all copies come as one zip, each a workbook with its summary sheet", async () => {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: LONG }), button(page, "下载全部核查副本").click()]);
    await page.getByText("内有 198 个工作簿").waitFor();
    expect(await page.getByText(`没有放进去的 2 个：${given.broken}、${given.encrypted}`).count()).toBe(1);
    const entries = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(entries)).toHaveLength(198);
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(["中期/001.核查.xlsx", "联和.核查.xlsx", "很大.核查.xlsx"]));
    for (const [name, bytes] of Object.entries(entries)) {
      const workbook = new TextDecoder().decode(unzipSync(bytes, { filter: (part) => part.name === "xl/workbook.xml" })["xl/workbook.xml"]);
      expect([name, workbook.includes(`name="${SUMMARY_SHEET_NAME}"`)]).toEqual([name, true]);
    }
    for (const name of ["中期/001.核查.xlsx", "联和.核查.xlsx"]) {
      const { sheets } = await readWorkbook(entries[name]!);
      expect(sheets.at(-1)!.marker).not.toBeNull();
      expect(sheets.at(-1)!.cells.size).toBeGreaterThan(50);
    }
  }, LONG);

  test("nothing was asked of anyone, and nothing went wrong on the way", () => {
    expect(harness.outside(requests)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe("a few workbooks", () => {
  const LIANHE = "广州市联和街“双百工程”社工站";

  async function openSamples(): Promise<Page> {
    const { page } = await harness.open("", WIDE);
    await fileInput(page).setInputFiles([sample("lianhe.xlsx"), sample("baihedong.xlsx")]);
    await allChecked(page);
    return page;
  }

  test("settings of a station are set in the dialog, hold for its workbook, and go to a file and back", async () => {
    const page = await openSamples();
    expect(await rowOf(page, "lianhe.xlsx").locator("td[data-column=due]").innerText()).toBe("100");
    await button(page, "各站设置").click();
    const headcount = page.getByRole("textbox", { name: `${LIANHE} 协议要求社工数` });
    await headcount.fill("许多");
    await button(page, "保存并重新核查").click();
    await page.getByRole("alert").getByText(`“${LIANHE}”的协议要求社工数不可用`).waitFor();
    await headcount.fill("22");
    const { name, bytes } = await downloaded(page, button(page, "存为设置文件"));
    const kept: SettingsInput = { stations: { [LIANHE]: { headcount: 22 } } };
    expect([name, JSON.parse(new TextDecoder().decode(bytes))]).toEqual(["核表设置.json", kept]);
    await button(page, "保存并重新核查").click();
    await allChecked(page);
    expect(await rowOf(page, "lianhe.xlsx").locator("td[data-column=due]").innerText()).toBe("110");
    expect(await rowOf(page, "baihedong.xlsx").locator("td[data-column=due]").innerText()).toBe("120");

    await button(page, "各站设置").click();
    await page.locator("[data-input=settings]").setInputFiles({ name: "核表设置.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ headcount: 18, joinCutoffDay: 10 })) });
    await page.getByText("另有 1 项设置来自设置文件").waitFor();
    expect(await headcount.inputValue()).toBe("");
    await button(page, "保存并重新核查").click();
    await allChecked(page);
    expect(await rowOf(page, "lianhe.xlsx").locator("td[data-column=due]").innerText()).toBe("90");
    await button(page, "各站设置").click();
    await page.locator("[data-input=settings]").setInputFiles({ name: "其他.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await page.getByRole("alert").filter({ hasText: "JSON" }).waitFor();
  });

  test("a workbook that was mended shows so in its row, asks before it is lost, and is in the zip as mended", async () => {
    const page = await openSamples();
    await rowOf(page, "lianhe.xlsx").getByRole("button").first().click();
    await result(page).waitFor();
    await page.locator('li[data-cell="附件1 对照表!D9"] > button').click();
    await page.getByRole("button", { name: /^修正同类 4 处$/ }).click();
    await button(page, "确定修正").click();
    await page.getByText("已修正 4 格。").waitFor();
    await button(page, "返回各站一览").click();
    await rowOf(page, "lianhe.xlsx").getByText("有改动未下载").waitFor();
    // The row is checked anew when the workbook was left before that.
    await rowOf(page, "lianhe.xlsx").locator("td[data-column=errors]").filter({ hasText: /^1$/ }).waitFor();

    // Other settings hold for the mended workbook, too, in its row and when it is opened again: two more people are a shortage.
    await button(page, "各站设置").click();
    await page.getByRole("textbox", { name: "所有社工站 协议要求社工数" }).fill("22");
    await button(page, "保存并重新核查").click();
    await allChecked(page);
    await rowOf(page, "lianhe.xlsx").getByRole("button").first().click();
    await page.getByRole("tab", { name: "到岗", exact: true }).click();
    await page.getByText("应到 = 22 人").waitFor();
    await button(page, "返回各站一览").click();
    const figure = (key: string) => rowOf(page, "lianhe.xlsx").locator(`td[data-column=${key}]`).innerText();
    expect([await figure("errors"), await figure("due")]).toEqual(["2", "110"]);

    await button(page, "社工站核表").click();
    await page.getByRole("dialog").getByText("lianhe.xlsx").waitFor();
    await button(page, "留在这里").click();
    const { bytes } = await downloaded(page, button(page, "下载全部核查副本"));
    const { sheets } = await readWorkbook(unzipSync(bytes)["lianhe.核查.xlsx"]!);
    expect(sheets.find(({ name }) => name === "附件1 对照表")!.cell(9, 4)!.text).toBe("68.24%");
    await page.getByText("有改动未下载").waitFor({ state: "detached" });
    await button(page, "社工站核表").click();
    await page.getByText("把工作簿或整个文件夹拖到这里").waitFor();
  });

  test("a folder without workbooks is said to be one", async () => {
    const { page } = await harness.open("", WIDE);
    const folder = mkdtempSync(join(scratch, "空"));
    writeFileSync(join(folder, "说明.txt"), "notes");
    await page.locator("[data-input=folder]").setInputFiles(folder);
    expect(await page.getByRole("alert").innerText()).toContain("里面没有工作簿");
  });

  test("files of one name in several folders are told apart", async () => {
    const folder = mkdtempSync(join(scratch, "两期"));
    const { page } = await harness.open("", WIDE);
    for (const period of ["中期", "末期"]) {
      mkdirSync(join(folder, period));
      copyFileSync(sample("lianhe.xlsx"), join(folder, period, "站.xlsx"));
    }
    await page.locator("[data-input=folder]").setInputFiles(folder);
    await allChecked(page);
    expect((await paths(page)).sort()).toEqual(["中期/站.xlsx", "末期/站.xlsx"].sort());
    const { bytes } = await downloaded(page, button(page, "下载全部核查副本"));
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["中期/站.核查.xlsx", "末期/站.核查.xlsx"].sort());
  });
});
