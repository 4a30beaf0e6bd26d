import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { SUMMARY_SHEET_NAME } from "../../src/summary";
import { sample } from "../../test/browser/harness";
import { writeStations } from "../bench/workbooks";
import { DESK } from "./desk-walk";
import type { Stage, Step, Walk } from "./walk";

const STATIONS = 20;

const give = (page: Page, files: string | readonly string[]) => page.locator("[data-input=files]").first().setInputFiles(files);

/** Stations, one of them twice, and a file that is none. */
async function openStations({ page }: Stage): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-stations-"));
  // A row reads its file when it is opened.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const broken = join(folder, "坏文件.xlsx");
  writeFileSync(broken, readFileSync(sample("lianhe.xlsx")).subarray(0, 5000));
  const again = join(folder, "联和（再交）.xlsx");
  writeFileSync(again, readFileSync(sample("lianhe.xlsx")));
  await give(page, [sample("lianhe.xlsx"), sample("baihedong.xlsx"), again, broken, ...writeStations(join(folder, "中期"), STATIONS)]);
  await page.locator("tr[data-state=errors]").first().waitFor();
}

/** Something is dragged over the page, or no longer. */
function drag(event: "dragover" | "dragleave"): Step["go"] {
  return async ({ page, words }) => {
    await page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "x.xlsx"));
      window.dispatchEvent(new DragEvent(name, { dataTransfer, cancelable: true }));
    }, event);
    await page.getByText(words("page-drop-now")).waitFor({ state: event === "dragover" ? "visible" : "detached" });
  };
}

/** A step that opens a dialog. */
const opens = (name: string, go: Step["go"]): Step => ({
  name,
  go: async (stage) => {
    await go(stage);
    await stage.page.getByRole("dialog").waitFor();
  }
});

const ONE: Walk = {
  name: "page", path: "index.html", book: null,
  steps: [
    { name: "start", go: ({ page }) => page.getByRole("heading", { level: 1 }).waitFor() },
    { name: "start-dragged", go: drag("dragover") },
    opens("new-tables", async (stage) => {
      await drag("dragleave")(stage);
      await stage.press("tables-new");
    }),
    {
      name: "result",
      go: async ({ page, press }) => {
        await press("pane-cancel");
        await press("page-sample");
        await page.getByRole("tablist").first().waitFor();
        await page.locator('[data-cell="附件1 对照表!D9"]').first().getByRole("button").first().click();
        await page.locator("#cell-D9").waitFor();
      }
    },
    opens("letter", async ({ press }) => { await press("pane-more"); await press("letters-make"); }),
    {
      name: "result-dragged",
      go: async (stage) => {
        await stage.press("pane-close");
        await drag("dragover")(stage);
      }
    },
    {
      name: "why",
      go: async (stage) => {
        await drag("dragleave")(stage);
        await stage.page.locator("#cell-H9").hover();
        await stage.page.locator("#cell-why").waitFor();
      }
    },
    {
      name: "writing",
      go: async ({ page, words }) => {
        await page.locator("#cell-B9").dblclick();
        await page.getByRole("textbox", { name: words("edit-cell", { cell: "B9" }) }).last().fill("=101/148");
      }
    },
    {
      name: "written-wrong",
      go: async ({ page, words }) => {
        await page.keyboard.type('+("');
        await page.keyboard.press("Enter");
        await page.getByText(words("edit-no-formula", { cell: "B9", formula: '=101/148+("' })).waitFor();
        await page.keyboard.press("Escape");
      }
    },
    opens("mend", ({ press }) => press("pane-mend-kind", { count: 4 })),
    {
      name: "mended",
      go: async ({ page, press, words }) => {
        await press("pane-mend-do");
        await page.locator("summary", { hasText: words("pane-solved-list", { count: 4 }) }).waitFor();
      }
    },
    {
      name: "summary",
      go: async ({ page, press }) => {
        await press("pane-summary");
        await press("pane-summary-go");
        await page.getByRole("tab", { name: SUMMARY_SHEET_NAME, selected: true }).waitFor();
      }
    },
    opens("leave", ({ press }) => press("pane-title")),
    {
      name: "unreadable",
      go: async ({ page, press }) => {
        await press("page-leave-anyway");
        await page.locator("[data-input=files]").first().setInputFiles({ name: "坏文件.xlsx", mimeType: "", buffer: Buffer.from("PK\x03\x04 nothing") });
        await page.getByRole("alert").waitFor();
      }
    }
  ]
};

const MANY: Walk = {
  name: "batch", path: "index.html", book: null,
  steps: [
    { name: "running", go: openStations },
    { name: "table", go: ({ page, words }) => page.getByRole("button", { name: words("batch-export") }).and(page.locator(":enabled")).waitFor() },
    {
      name: "exported",
      go: async ({ page, press, words }) => {
        await press("batch-export");
        await page.getByText(words("batch-exported", { file: `${words("batch-export-name")}.xlsx` })).waitFor();
      }
    },
    opens("letters", ({ press }) => press("letters-make")),
    {
      name: "none",
      go: async ({ page, press }) => {
        await press("pane-cancel");
        await page.getByRole("searchbox").fill("没有这样的站");
      }
    },
    {
      name: "settings",
      go: async ({ page, press }) => {
        await page.getByRole("searchbox").fill("");
        await press("batch-settings");
        await page.getByRole("dialog").getByRole("textbox").nth(1).fill("300");
        await press("batch-settings-apply");
        await page.getByRole("dialog").getByRole("alert").waitFor();
      }
    },
    {
      name: "workbook",
      go: async ({ page, press }) => {
        await press("batch-settings-cancel");
        await page.locator("tr[data-state=errors]").first().getByRole("button").first().click();
        await page.locator("[data-focus=result]").waitFor();
      }
    }
  ]
};

/** A report beside its workbook. */
const REPORT: Walk = {
  name: "page-report", path: "index.html", book: null,
  steps: [
    {
      name: "report",
      go: async ({ page }) => {
        await give(page, [sample("reports/baihedong.docx"), sample("baihedong.xlsx")]);
        await page.locator("li[data-finding]").first().waitFor();
      }
    },
    { name: "report-finding", go: ({ page }) => page.locator("li[data-severity=error] > button").first().click() },
    {
      name: "report-workbook",
      go: async ({ page, words }) => {
        await page.getByRole("button", { name: words("document-tab-workbook", { file: "baihedong.xlsx" }) }).click();
        await page.getByRole("grid").waitFor();
      }
    },
    opens("report-ignore", ({ press }) => press("pane-ignore"))
  ]
};

/** The browser page: one workbook beside its sheets, a report, many workbooks as a table. */
export const PAGE_WALKS: readonly Walk[] = [ONE, REPORT, MANY, DESK];
