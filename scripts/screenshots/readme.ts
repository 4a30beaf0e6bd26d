import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Harness } from "../../test/browser/harness";
import { PAGE_WALKS } from "./page-walks";
import { PANE_WALKS } from "./pane-walks";
import { go } from "./walk";

const FOLDER = resolve(__dirname, "../../docs/screenshots");

/** The states that the README shows, by walk and step, under the names of their files. */
const PICTURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "pane": { finding: "pane-findings", fix: "pane-fix" },
  "baihedong": { "tab-attendance": "pane-attendance" },
  "page": { result: "page-sheets" },
  "batch": { table: "page-batch" },
  "desk": { table: "desk-1-batch", station: "desk-2-station", letters: "desk-3-letters", review: "desk-4-review", mid: "desk-5-mid" }
};
const PANE = { width: 350, height: 640, settling: 250 };
const PAGE = { width: 1280, height: 720, settling: 250 };

/** Takes the pictures of the README, in Chinese and in light colours. */
export async function writeReadmePictures(harness: Harness, only = ""): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const walk of [...PANE_WALKS, ...PAGE_WALKS]) {
    const wanted = PICTURES[walk.name];
    if (!wanted || !walk.name.includes(only)) continue;
    await go(harness, walk, walk.path === "index.html" ? PAGE : PANE, async ({ page }, { name }) => {
      if (!wanted[name]) return;
      // No cell or button looks as if the mouse were over it.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(FOLDER, `${wanted[name]}.png`) });
    });
  }
}
