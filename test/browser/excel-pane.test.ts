import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { Harness, sample } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

/** The page finds an Excel with that workbook open, which refuses every change with the code. */
async function insideExcel(page: Page, language = "zh-CN", dark = false): Promise<void> {
  await page.route(/office\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  const content = readFileSync(sample("lianhe.xlsx")).toString("base64");
  await page.addInitScript(({ base64, displayLanguage, isDarkTheme }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const succeed = (value: unknown) => ({ status: "succeeded", value });
    const Office = {
      HostType: { Excel: "Excel" },
      FileType: { Compressed: "compressed" },
      AsyncResultStatus: { Succeeded: "succeeded" },
      onReady: () => Promise.resolve({ host: "Excel" }),
      context: {
        displayLanguage,
        officeTheme: { isDarkTheme },
        document: {
          url: "C:\\评估\\lianhe.xlsx",
          getFileAsync: (_type: unknown, _options: unknown, done: (result: unknown) => void) => done(succeed({
            size: bytes.length, sliceCount: 1, closeAsync: () => undefined,
            getSliceAsync: (_index: number, got: (result: unknown) => void) => got(succeed({ data: [...bytes], size: bytes.length }))
          }))
        }
      }
    };
    const Excel = { run: () => Promise.reject(Object.assign(new Error("raw text of Excel"), { code: "AccessDenied" })) };
    Object.assign(window, { Office, Excel });
  }, { base64: content, displayLanguage: language, isDarkTheme: dark });
}

test("the pane checks the open workbook, without choosing a file", async () => {
  const { page } = await harness.open("taskpane.html", { viewport: { width: 320, height: 600 } }, insideExcel);
  expect(await page.locator("input[type=file]").count()).toBe(0);
  await page.getByRole("button", { name: "核查", exact: true }).click();
  await page.getByRole("button", { name: "转到 附件1 对照表!D9" }).waitFor();
  expect(await page.getByRole("button", { name: "写入“核查汇总”表" }).isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "下载核查副本" }).count()).toBe(0);
});

test("what Excel refuses is said in our own words", async () => {
  const { page } = await harness.open("taskpane.html", {}, insideExcel);
  await page.getByRole("button", { name: "核查", exact: true }).click();
  await page.getByRole("button", { name: "转到 附件1 对照表!D9" }).click();
  const alert = page.getByRole("alert");
  expect(await alert.innerText()).toContain("受保护");
  expect(await alert.innerText()).not.toContain("raw text");
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "写入“核查汇总”表" }).click();
  expect(await alert.innerText()).toContain("受保护");
});

test("the pane takes language and theme from Office", async () => {
  const { page } = await harness.open("taskpane.html", { locale: "zh-CN", colorScheme: "light" }, (opened) => insideExcel(opened, "en-US", true));
  await page.getByRole("button", { name: "Check", exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe("dark");
});
