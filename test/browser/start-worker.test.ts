import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILT, Harness, sample } from "./harness";
import { asExcel97 } from "./web/workbooks";

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

  test("loads the library for old formats only when one is opened", async () => {
    const { page, requests, complaints } = await harness.open("");
    const loaded = () => requests.filter((url) => /\/old-formats\.[^/]*js$/.test(url)).length;
    await page.goto(address());
    await page.locator("input[type=file]").first().setInputFiles(sample("lianhe.xlsx"));
    await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
    expect(loaded()).toBe(0);
    await page.goto(address());
    await page.locator("input[type=file]").first().setInputFiles({ name: "lianhe.xls", mimeType: "", buffer: Buffer.from(asExcel97()) });
    await page.getByText(RIGHT_RATE).first().waitFor({ state: "attached" });
    expect(loaded()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

test("no page loads a script as a module or across origins, which a folder could not", () => {
  for (const name of ["index", "taskpane", "commands"]) {
    expect(readFileSync(join(BUILT, `${name}.html`), "utf8")).not.toMatch(/type="?module|crossorigin/);
  }
});
