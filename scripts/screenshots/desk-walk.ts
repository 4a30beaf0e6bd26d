import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editWorkbook } from "../../src/hosts/file";
import { sample } from "../../test/browser/harness";
import type { Fix } from "../../src/workbook";
import { writeStations } from "../bench/workbooks";
import type { Stage, Walk } from "./walk";

const OTHERS = 5;
const TITLE = "广州市联和街“双百工程”社工站指标完成情况统计及投入人员对照表（2023年7月1日至2023年11月30日）";
const change = (sheet: string, cell: string, before: Fix["before"], after: Fix["after"]): Fix => ({ sheet, cell, kind: "value", before, after, why: "" });

let folder = "";

/** A district: a station that mended one thing of two and lowered a target in silence, its final workbook, and others. */
async function openDistrict({ page }: Stage): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "hebiao-desk-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [now, earlier] = [join(folder, "这次"), join(folder, "上次")];
  for (const each of [now, earlier]) mkdirSync(each);
  const lianhe = readFileSync(sample("lianhe.xlsx"));
  writeFileSync(join(earlier, "联和.xlsx"), lianhe);
  const edited = async (name: string, fixes: readonly Fix[]): Promise<void> => writeFileSync(join(now, name), (await editWorkbook(lianhe, { fixes })).bytes);
  await edited("联和.xlsx", [change("附件1 对照表", "D9", 0.527, 101 / 148), change("附件1 对照表", "H9", 0.58, 0.6), change("附件1 指标完成情况", "O4", 30, 20)]);
  await edited("联和（末期）.xlsx", [change("附件1 指标完成情况", "A1", TITLE, TITLE.replace("2023年11月30日", "2024年6月30日")), change("附件1 指标完成情况", "G4", 40, 30)]);
  copyFileSync(sample("baihedong.xlsx"), join(now, "白鹤洞.xlsx"));
  writeStations(now, OTHERS);
  await page.locator("[data-input=folder]").setInputFiles(now);
  await page.getByText(/^全部核查完/).waitFor();
}

const row = ({ page }: Stage, path: string) => page.locator(`tr[data-path="${path}"]`);

/** An assessor's day: the batch with notes, from station to station, letters, what came back, mid-term and final. */
export const DESK: Walk = {
  name: "desk", path: "index.html", book: null,
  steps: [
    {
      name: "table",
      go: async (stage) => {
        const { page, press, words } = stage;
        await openDistrict(stage);
        await row(stage, "联和.xlsx").getByRole("combobox").selectOption("notified");
        await row(stage, "白鹤洞.xlsx").getByRole("combobox").selectOption("seen");
        await row(stage, "白鹤洞.xlsx").getByRole("button").nth(1).click();
        await page.getByRole("textbox", { name: words("desk-remark"), exact: true }).fill("缺配，请先确认协议人数");
        await press("desk-remark-keep");
      }
    },
    {
      name: "station",
      go: async (stage) => {
        await stage.page.getByRole("button", { name: /^有错误/ }).click();
        await row(stage, "联和.xlsx").getByRole("button").first().click();
        await stage.page.locator("li[data-cell] > button[aria-expanded=true]").waitFor();
      }
    },
    {
      name: "letters",
      go: async ({ page, press }) => {
        await press("page-back");
        await press("letters-make");
        await page.getByRole("dialog").waitFor();
      }
    },
    {
      name: "review",
      go: async ({ page, press }) => {
        await press("pane-cancel");
        await page.locator("[data-input=earlier]").setInputFiles(join(folder, "上次"));
        await page.getByRole("dialog").locator("summary").first().click();
      }
    },
    {
      name: "mid",
      go: async (stage) => {
        const { page, press, words } = stage;
        await press("review-close");
        await row(stage, "联和（末期）.xlsx").getByRole("button").first().click();
        await page.getByRole("button", { name: words("pane-more"), exact: true }).click();
        await press("mid-button");
        await page.locator("[data-progress]").waitFor();
      }
    }
  ]
};
