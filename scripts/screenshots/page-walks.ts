import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample } from "../../test/browser/harness";
import { writeStations } from "../bench/workbooks";
import type { Stage, Walk } from "./walk";

const STATIONS = 8;

async function openStations({ page, words }: Stage): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-stations-"));
  try {
    await page.locator("input[type=file]").first().setInputFiles([sample("lianhe.xlsx"), sample("baihedong.xlsx"), ...writeStations(folder, STATIONS)]);
    await page.getByRole("button", { name: words("batch-stop") }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: words("batch-export") }).and(page.locator(":enabled")).waitFor();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The browser page: one workbook beside its sheets, many as a table. */
export const PAGE_WALKS: readonly Walk[] = [
  {
    name: "page", path: "index.html", book: null,
    steps: [
      { name: "start", go: ({ page }) => page.getByRole("heading", { level: 1 }).waitFor() },
      {
        name: "result",
        go: async ({ page }) => {
          await page.locator("input[type=file]").first().setInputFiles(sample("lianhe.xlsx"));
          await page.getByRole("tablist").first().waitFor();
          await page.locator('[data-cell="附件1 对照表!D9"]').first().getByRole("button").first().click();
        }
      }
    ]
  },
  { name: "batch", path: "index.html", book: null, steps: [{ name: "table", go: openStations }] }
];
