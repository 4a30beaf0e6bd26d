import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { BUILT, Harness, sample } from "./harness";
import { openInExcel, sampleBook } from "./in-excel";
import { asExcel97, asOpenDocument } from "./web/workbooks";

/** What the sample's first wrong rate should be: only reading and checking can say it. */
const RIGHT_RATE = "178.55%";
/** The pages as a folder that was copied from somewhere. */
const FOLDER = pathToFileURL(join(BUILT, "index.html")).href;

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

describe.each([["served", () => harness.address], ["opened from a folder", () => FOLDER]])("the page %s", (_, address) => {
  test("checks in a worker and complains of nothing", async () => {
    const { page, complaints } = await harness.open("");
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(address());
    await page.locator("input[type=file]").first().setInputFiles(sample("lianhe.xlsx"));
    await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
    expect(workers.length).toBeGreaterThan(0);
    expect(workers.every((url) => url.startsWith("blob:"))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("loads the library for old formats only when a workbook needs it", async () => {
    const { page, requests, complaints } = await harness.open("");
    const loaded = () => requests.filter((url) => /\/old-formats\.[^/]*js$/.test(url)).length;
    for (const [name, bytes, times] of [["lianhe.xlsx", readFileSync(sample("lianhe.xlsx")), 0], ["lianhe.xls", asExcel97(), 0], ["lianhe.ods", asOpenDocument(), 1]] as const) {
      await page.goto(address());
      await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
      await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
      expect([name, loaded()]).toEqual([name, times]);
    }
    expect(complaints).toEqual([]);
  });
});

test("the page in one file, alone in a folder, checks the sample and an .ods, and asks for nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-one-page-"));
  try {
    const file = join(folder, "社工站核表.html");
    copyFileSync(join(BUILT, "社工站核表.html"), file);
    const { page, requests, complaints } = await harness.open(pathToFileURL(file).href, { viewport: { width: 1280, height: 800 } });
    await page.getByRole("button", { name: "打开示例" }).click();
    await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
    for (const tab of ["指标", "到岗", "评分"]) await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.locator("input[type=file]").first().setInputFiles({ name: "lianhe.ods", mimeType: "", buffer: Buffer.from(asOpenDocument()) });
    await page.getByText("lianhe.ods").first().waitFor();
    // The same station again takes over where the user was: the tab of the scores.
    await page.locator("#tab-findings").click();
    await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
    expect(requests.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ["index.html", async (page: Page) => { await page.getByRole("button", { name: "打开工作簿" }).waitFor(); }],
  ["taskpane.html", async (page: Page) => { await page.getByRole("button", { name: "开始核查" }).waitFor(); }],
  ["commands.html", async (page: Page) => { await page.waitForFunction(() => Object.keys(window.officeCommands).length > 0); }]
] as const)("%s runs from a folder, whose scripts can be no modules and cross no origin", async (name, runs) => {
  const book = await sampleBook("lianhe.xlsx");
  const { page, complaints } = await harness.open("", {}, (opened) => openInExcel(opened, book));
  await page.goto(pathToFileURL(join(BUILT, name)).href);
  await runs(page);
  expect(complaints).toEqual([]);
});
