import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Harness, sample } from "./harness";

const { copyOfficeJs } = jest.requireActual<{ copyOfficeJs: (folder: string) => void }>("../../scripts/build/office-js.cjs");
const { panePolicy } = jest.requireActual<{ panePolicy: (officeJs: string) => string }>("../../scripts/build/policies.cjs");

/** What Excel adds to the address of a page of ours: host, program, version, language. */
const inside = (program: string, version: string, language: string) => `?_host_Info=Excel$${program}$${version}$${language}$$$$0`;

let harness: Harness;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-office-"));
  copyOfficeJs(join(folder, "office-js"));
  cpSync(sample("../assets/icon-32.png"), join(folder, "icon.png"));
  writeFileSync(join(folder, "pane.html"), [
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${panePolicy("office-js/office.js")}">`,
    "<link rel=icon href=icon.png><script src=office-js/office.js></script><p>pane"
  ].join("\n"));
  harness = await Harness.start();
});
afterAll(async () => {
  await harness?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Microsoft's client under the pane's policy, as a bundled copy: what it asked for and what became of it. */
async function load(query: string) {
  const asked: string[] = [];
  const { page, complaints } = await harness.open("", {}, (opened) => opened.route("https://tools.example.org/**", (route) => {
    const path = new URL(route.request().url()).pathname;
    asked.push(path);
    try {
      return route.fulfill({ body: readFileSync(join(folder, path)), contentType: path.endsWith(".html") ? "text/html" : path.endsWith(".js") ? "text/javascript" : "image/png" });
    } catch {
      return route.fulfill({ status: 404 });
    }
  }));
  await page.goto(`https://tools.example.org/pane.html${query}`);
  return { page, asked, complaints };
}

test.each([
  ["Win32", "16.01", "zh-CN", "excel-win32-16.01.js"],
  ["Mac", "16.00", "zh-CN", "excel-mac-16.00.js"],
  ["Win32", "16.02", "zh-TW", "excel-win32-16.01.js"]
])("the copy has all that Excel (%s %s, %s) asks for", async (program, version, language, script) => {
  const { page, asked, complaints } = await load(inside(program, version, language));
  await page.waitForFunction(() => "Excel" in window);
  expect(asked).toEqual(expect.arrayContaining([`/office-js/${script}`, `/office-js/${language.toLowerCase()}/office_strings.js`]));
  expect(complaints.filter((complaint) => /Content Security Policy|Failed to load/.test(complaint))).toEqual([]);
});

test("the copy has what Excel on the web asks for", async () => {
  const { page, asked, complaints } = await load(inside("Web", "16.00", "en-US"));
  await page.waitForFunction(() => "Excel" in window);
  expect(asked).toContain("/office-js/excel-web-16.00.js");
  expect(complaints.filter((complaint) => /Content Security Policy|Failed to load/.test(complaint))).toEqual([]);
});

test("a language that is not copied gets English", async () => {
  const { page, asked } = await load(inside("Win32", "16.01", "fr-FR"));
  await page.waitForFunction(() => "Strings" in window);
  expect(asked).toContain("/office-js/en-us/office_strings.js");
});

test("outside Office the client says so, and Office.onReady resolves", async () => {
  const { page } = await load("");
  expect(await page.evaluate(() => Office.onReady().then(({ host }) => host))).toBeNull();
});
