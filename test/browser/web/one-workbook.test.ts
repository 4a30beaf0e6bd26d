import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../../src/hosts/file";
import type { ReportDocument } from "../../../src/report/types";
import { findSheet, parseCellName } from "../../../src/workbook";
import { BUILT, Harness, sample } from "../harness";
import { downloaded, fileInput, openWorkbook, result } from "../on-page";
import { asExcel97, changedParts, withMacros } from "./workbooks";

const WIDE = { viewport: { width: 1280, height: 800 } };
const CARDS = "附件1 对照表";

let harness: Harness;
let scratch: string;
beforeAll(async () => {
  harness = await Harness.start();
  scratch = mkdtempSync(join(tmpdir(), "hebiao-page-"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const finding = (page: Page, place: string): Locator => page.locator(`li[data-cell="${place}"]`).first();
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

async function choose(page: Page, place: string): Promise<void> {
  await finding(page, place).getByRole("button").first().click();
}

/** Mends a finding of that cell, with all of its kind. */
async function mendAll(page: Page, place: string): Promise<void> {
  await choose(page, place);
  await page.getByRole("button", { name: /^修正同类 \d+ 处$/ }).click();
  await button(page, "确定修正").click();
  await page.getByText("已修正 4 格。").waitFor();
}

/** What the command line says of the bytes. */
function checkedByCommand(bytes: Uint8Array, name: string): ReportDocument["workbooks"][number] {
  const file = join(scratch, name);
  writeFileSync(file, bytes);
  let output: string;
  try {
    output = execFileSync(process.execPath, [join(BUILT, "cli.js"), "check", file, "--format", "json"], { encoding: "utf8" });
  } catch (error) {
    // Errors that were found give an exit code of their own.
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as ReportDocument).workbooks[0]!;
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

test("a finding leads to its cell, which is outlined in its severity and says why", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  await choose(page, `${CARDS}!D9`);
  await page.getByRole("tab", { name: CARDS, selected: true }).waitFor();
  const cell = page.locator("#cell-D9");
  await cell.waitFor();
  expect(await cell.getAttribute("data-severity")).toBe("error");
  expect(await cell.getAttribute("aria-selected")).toBe("true");
  expect(await page.getByLabel("所选单元格").innerText()).toBe("D9");
  await cell.hover();
  expect(await page.locator("#cell-why").innerText()).toContain("68.24%");
  expect(complaints).toEqual([]);
});

test("the view scrolls to a cell out of sight, and a found cell chosen there opens its finding", async () => {
  const { page } = await harness.open("", { viewport: { width: 1000, height: 420 } });
  await openWorkbook(page);
  await choose(page, "附件2 到岗情况!X26");
  const cell = page.locator("#cell-X26");
  await cell.waitFor();
  const grid = (await page.getByRole("grid").boundingBox())!;
  const box = (await cell.boundingBox())!;
  expect(box.x >= grid.x && box.x + box.width <= grid.x + grid.width && box.y >= grid.y && box.y + box.height <= grid.y + grid.height).toBe(true);
  expect(await page.locator("#cell-A1").count()).toBe(0);
  await page.getByRole("tab", { name: CARDS }).click();
  await page.locator("#cell-H9").click();
  await finding(page, `${CARDS}!H9`).locator("[aria-expanded=true]").waitFor();
});

test("the grid is walked by keyboard", async () => {
  const { page } = await harness.open("", WIDE);
  await openWorkbook(page);
  await choose(page, `${CARDS}!D9`);
  await page.locator("#cell-D9").waitFor();
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowLeft");
  expect(await page.getByLabel("所选单元格").innerText()).toBe("C9");
  expect(await page.getByRole("grid").getAttribute("aria-activedescendant")).toBe("cell-C9");
  await page.keyboard.press("Control+Home");
  expect(await page.getByLabel("所选单元格").innerText()).toBe("A1");
});

test("a table's heads and names stay while its sheet is scrolled, and are where the mouse finds them", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  await page.getByRole("tab", { name: "到岗", exact: true }).click();
  const grid = page.getByRole("grid", { name: /到岗情况/ });
  await grid.waitFor();
  await grid.evaluate((element) => Object.assign(element, { scrollTop: 600, scrollLeft: 700 }));
  const box = (await grid.boundingBox())!;
  const cell = (name: string) => grid.locator(`[id=cell-${name}]`);
  for (const name of ["C3", "S3", "S4", "C16"]) await cell(name).waitFor();
  const [head, month, name] = await Promise.all([cell("C3"), cell("S4"), cell("C16")].map(async (each) => (await each.boundingBox())!));
  expect([head!.y, name!.x].map(Math.round)).toEqual([box.y + 24, head!.x].map(Math.round));
  expect(Math.round(month!.y + month!.height)).toBe(Math.round(head!.y + head!.height));
  expect(await cell("C16").innerText()).toMatch(/^社工/);
  await page.mouse.click(name!.x + 10, name!.y + name!.height / 2);
  expect(await page.locator("output").innerText()).toBe("C16");
  await page.mouse.click(month!.x + 10, month!.y + 10);
  expect(await page.locator("output").innerText()).toBe("S4");
  // Nothing was scrolled for what was in sight already.
  expect(await grid.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([600, 700]);
  // What the rows at the bottom are called is merged over more than the names: its beginning stays.
  await grid.evaluate((element) => Object.assign(element, { scrollTop: 9999 }));
  const label = grid.getByText("稳岗率（持续在岗社工数", { exact: false });
  const [said, names] = [(await label.boundingBox())!, (await cell("C3").boundingBox())!];
  expect(said.x).toBeGreaterThanOrEqual(box.x + 56);
  expect(said.x + said.width).toBeLessThanOrEqual(names.x + names.width);
  expect(complaints).toEqual([]);
});

test("everything is done by key: stepping takes the focus along, mending, undoing, downloading, and what the keys are", async () => {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  const focused = (place: string) => page.waitForFunction((cell) => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell") === cell, place);
  await page.keyboard.press("Alt+ArrowDown");
  await focused("附件1 指标完成情况!E4");
  await page.keyboard.press("F6");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowDown");
  await focused("附件1 指标完成情况!E4");
  await page.keyboard.press("Shift+?");
  const keys = page.getByRole("dialog", { name: "键盘操作" });
  expect(await keys.innerText()).toContain("Ctrl+S");
  await page.keyboard.press("Enter");
  await keys.waitFor({ state: "detached" });
  await page.keyboard.press("Alt+KeyM");
  await button(page, "确定修正").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("已修正 1 格。").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+KeyS")]);
  expect(download.suggestedFilename()).toBe("lianhe.核查.xlsx");
  await page.keyboard.press("Alt+KeyZ");
  await page.getByText("已撤销 1 格").waitFor();
  await focused("附件1 指标完成情况!E4");
  expect(complaints).toEqual([]);
});

test("what is printed is the verdict and every finding, opened, and nothing else of the page", async () => {
  const { page, complaints } = await harness.open("", { ...WIDE, colorScheme: "dark" });
  await openWorkbook(page);
  const printed = page.locator("[data-print]");
  // Printing begins and ends with these events.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  expect(await printed.locator("li[data-printed]").count()).toBe(12);
  const text = await page.locator("body").innerText();
  for (const wanted of ["联和", "错误 5 处", "序号重复或缺号", "怎么改", "依据", "D4 完成量：741"]) expect(text).toContain(wanted);
  for (const hidden of ["打开工作簿", "逐条处理", "上一个"]) expect(text).not.toContain(hidden);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await printed.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("at a phone's width a cell's link brings the sheet over the findings, and leads back", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 350, height: 700 } });
  await openWorkbook(page);
  const grid = page.getByRole("grid");
  expect(await grid.isVisible()).toBe(false);
  await choose(page, `${CARDS}!D9`);
  const link = page.getByRole("button", { name: `转到 ${CARDS}!D9`, exact: true });
  for (const leave of [() => button(page, "返回").click(), () => page.keyboard.press("Escape")]) {
    await link.click();
    await page.locator("#cell-D9[aria-selected=true]").waitFor();
    const [over, back] = [(await grid.boundingBox())!, button(page, "返回")];
    expect([over.width, over.height > 500]).toEqual([350, true]);
    expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
    await leave();
    await grid.waitFor({ state: "hidden" });
    expect(await finding(page, `${CARDS}!D9`).getByRole("button").first().getAttribute("aria-expanded")).toBe("true");
  }
  expect(complaints).toEqual([]);
});

test("fixes go into the copy, are undone, and the download has them with the summary and nothing else", async () => {
  const { page, requests, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  await mendAll(page, `${CARDS}!D9`);
  await page.locator("#cell-D9").filter({ hasText: "68.24%" }).waitFor();
  await finding(page, `${CARDS}!D9`).waitFor({ state: "detached" });
  // A formula shows what it gives, though no program has computed it yet.
  await page.getByRole("tab", { name: "附件1 指标完成情况" }).click();
  await page.locator("#cell-E4").filter({ hasText: "178.55%" }).waitFor();
  await page.getByRole("tab", { name: CARDS }).click();
  await button(page, "撤销").first().click();
  // Once it is checked again, the page goes to the first of what was taken back.
  await finding(page, "附件1 指标完成情况!E4").locator("[aria-expanded=true]").waitFor();
  await page.locator("#cell-E4[aria-selected=true]").waitFor();
  await page.getByRole("tab", { name: CARDS }).click();
  await page.locator("#cell-D9").filter({ hasText: "52.70%" }).waitFor();
  await finding(page, `${CARDS}!D9`).waitFor();

  // A summary that was written before the fixes says in the download what holds after them.
  await button(page, "写入汇总表").click();
  await page.getByText("已写好工作表“核查汇总”").waitFor();
  await button(page, "查看汇总表").click();
  await page.getByRole("gridcell", { name: "问题清单" }).waitFor();
  // What the summary keeps in a hidden column for itself.
  expect(await page.getByRole("gridcell", { name: /^finding:/ }).count()).toBe(0);
  await mendAll(page, `${CARDS}!D9`);
  const { name, bytes } = await downloaded(page, button(page, "下载"));
  expect(name).toBe("lianhe.核查.xlsx");
  await page.getByText(`已存为 ${name}`).waitFor();
  expect(findSheet(await readWorkbook(bytes), "核查汇总")!.cell(3, 1)!.text).toMatch(/^错误 1 处/);

  const original = bytesOf(sample("lianhe.xlsx"));
  expect(changedParts(original, bytes)).toEqual([
    // What the workbook remembers of its tables once its summary is written.
    "[Content_Types].xml", "customXml/_rels/item1.xml.rels", "customXml/item1.xml", "customXml/itemProps1.xml", "xl/_rels/workbook.xml.rels", "xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/drawings/_rels/drawing1.xml.rels",
    "xl/drawings/drawing1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/_rels/sheet5.xml.rels", "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml"
  ]);
  const [before, after] = await Promise.all([readWorkbook(original), readWorkbook(bytes)]);
  const differing = before.sheets.flatMap((sheet, index) => [...sheet.cells].flatMap(([key, cell]) => {
    const now = after.sheets[index]!.cells.get(key);
    return now?.value === cell.value && now?.formula === cell.formula && now?.text === cell.text ? [] : [`${sheet.name} ${now?.formula ?? now?.text}`];
  }));
  expect(differing).toEqual(['附件1 指标完成情况 =IF(C4="/","/",D4/C4)', `${CARDS} 68.24%`, `${CARDS} 58.33%`, `${CARDS} 178.55%`]);

  const report = checkedByCommand(bytes, name);
  expect(report.findings.filter(({ severity }) => severity === "error").map(({ cell }) => cell)).toEqual(["B32"]);
  expect(report.tables).toHaveLength(6);
  expect(harness.outside(requests)).toEqual([]);
  expect(complaints).toEqual([]);
});

describe("with fixes that were not downloaded", () => {
  async function mended(): Promise<Page> {
    const { page } = await harness.open("", WIDE);
    await openWorkbook(page);
    await mendAll(page, `${CARDS}!D9`);
    await page.getByText("有改动还没有下载").waitFor();
    return page;
  }

  test("going home asks; staying keeps them, leaving without them goes", async () => {
    const page = await mended();
    await button(page, "社工站核表").click();
    await page.getByRole("dialog").getByText("lianhe.xlsx").waitFor();
    await button(page, "留在这里").click();
    await page.locator("#cell-D9").filter({ hasText: "68.24%" }).waitFor();
    await button(page, "社工站核表").click();
    await button(page, "放弃改动").click();
    await page.getByText("把工作簿或整个文件夹拖到这里").waitFor();
  });

  test("opening another asks, and downloads first when that is wished", async () => {
    const page = await mended();
    await fileInput(page).setInputFiles(sample("baihedong.xlsx"));
    const { bytes } = await downloaded(page, button(page, "先下载"));
    expect(findSheet(await readWorkbook(bytes), CARDS)!.cells.size).toBeGreaterThan(0);
    await page.getByRole("heading", { name: "广州市白鹤洞街社工站" }).waitFor();
  });

  test("closing the page asks, until they are downloaded", async () => {
    const page = await mended();
    const asked = new Promise<string>((resolve) => page.once("dialog", (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    }));
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
    await downloaded(page, button(page, "下载"));
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
  });
});

test("a workbook with macros is mended and keeps them", async () => {
  const original = withMacros();
  const { page } = await harness.open("", WIDE);
  await fileInput(page).setInputFiles({ name: "带宏.xlsm", mimeType: "", buffer: Buffer.from(original) });
  await result(page).waitFor();
  await mendAll(page, `${CARDS}!D9`);
  const { name, bytes } = await downloaded(page, button(page, "下载"));
  expect(name).toBe("带宏.核查.xlsm");
  expect(changedParts(original, bytes)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
});

test.each(["旧表.xls", "金山.et"])("%s is checked, shown and not written; what is ignored is remembered, and the page says how to go on", async (name) => {
  const { page } = await harness.open("", { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] });
  await fileInput(page).setInputFiles({ name, mimeType: "", buffer: Buffer.from(asExcel97()) });
  await result(page).waitFor();
  await choose(page, `${CARDS}!D9`);
  await page.locator("#cell-D9").filter({ hasText: "52.70%" }).waitFor();
  expect(await button(page, "下载").count()).toBe(0);
  expect(await page.getByText("另存为 .xlsx 后可以修正").count()).toBe(1);
  expect(await button(page, "写入汇总表").count()).toBe(0);
  await button(page, "复制改法").click();
  await page.getByText("已复制，可以照着在 Excel 或 WPS 里改。").waitFor();
  await page.getByRole("button", { name: /^可修正的 \d+ 处一起看$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: /D9/ }).uncheck();
  await dialog.getByRole("button", { name: "复制改法" }).click();
  await dialog.waitFor({ state: "detached" });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("178.55%");
  expect(copied).not.toContain(`${CARDS}!D9`);
  await button(page, "忽略").click();
  await page.getByRole("textbox", { name: "理由" }).fill("已与督导核实");
  await page.getByRole("dialog").getByRole("button", { name: "忽略" }).click();
  await page.locator("summary", { hasText: "已忽略 1 处" }).waitFor();
  await page.locator("#cell-D9[data-severity=ignored]").waitFor();
});

test("the policy of the page lets nothing out", async () => {
  const { page } = await harness.open("");
  expect(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")).toContain("connect-src 'none'");
  for (const way of ["fetch", "beacon", "image"]) {
    const refused = page.evaluate((kind) => new Promise<string>((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
      const address = `${location.origin}/somewhere`;
      if (kind === "fetch") void fetch(address).catch(() => undefined);
      else if (kind === "beacon") navigator.sendBeacon(address, "x");
      else Object.assign(new Image(), { src: "https://example.invalid/x.png" });
    }), way);
    expect(await refused).toBe(way === "image" ? "img-src" : "connect-src");
  }
});

test("opened from a folder, a workbook is checked, mended and downloaded all the same", async () => {
  const { page, requests, complaints } = await harness.open(pathToFileURL(join(BUILT, "index.html")).href, WIDE);
  await openWorkbook(page);
  await mendAll(page, `${CARDS}!D9`);
  const { bytes } = await downloaded(page, button(page, "下载"));
  const { row, column } = parseCellName("D9")!;
  expect(findSheet(await readWorkbook(bytes), CARDS)!.cell(row, column)?.text).toBe("68.24%");
  expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a check that is stopped before its end can be begun again", async () => {
  const { page } = await harness.open("", WIDE);
  // Until the worker is let, nothing of the workbook is read.
  await page.evaluate(() => {
    const start = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function hold(this: Worker, ...given: Parameters<Worker["postMessage"]>) {
      if ((window as { letGo?: boolean }).letGo) start.apply(this, given);
    } as Worker["postMessage"];
  });
  await fileInput(page).setInputFiles(sample("lianhe.xlsx"));
  await button(page, "取消").click();
  await page.getByText("已停止，还没有核查").waitFor();
  await page.evaluate(() => Object.assign(window, { letGo: true }));
  await button(page, "开始核查").click();
  await result(page).waitFor();
});
