import type { Locator } from "playwright-core";
import { inExcel, sampleBook } from "../../test/browser/in-excel";
import { cleanBook, otherBook } from "./books";
import type { Stage, Step, Walk } from "./walk";

const LIANHE = () => sampleBook("lianhe.xlsx");
const BAIHEDONG = () => sampleBook("baihedong.xlsx");

async function check({ page, press }: Stage): Promise<void> {
  await press("pane-begin");
  await page.getByRole("tablist").waitFor();
}

const CHECK: Step = { name: "result", go: check };

/** A finding of that cell, opened. */
async function open({ page }: Stage, cell: string): Promise<Locator> {
  const finding = page.locator(`[data-cell="${cell}"]`).first();
  await finding.getByRole("button").first().click();
  return finding;
}

async function settled({ page, words }: Stage): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: words("pane-check-again"), exact: true }).waitFor();
}

function tab(name: "indicators" | "attendance" | "scores" | "settings", then?: (stage: Stage) => Promise<unknown>): Step {
  return {
    name: `tab-${name}`, whole: true,
    go: async (stage) => {
      await stage.page.getByRole("tab", { name: stage.words(`pane-tab-${name}`) }).click();
      await stage.page.getByRole("tabpanel").getByRole("heading").or(stage.page.getByRole("textbox")).first().waitFor();
      await then?.(stage);
    }
  };
}

const escape = ({ page }: Stage) => page.keyboard.press("Escape");

/** From the first look at the pane to a written summary. */
const MENDING: Walk = {
  name: "pane", path: "taskpane.html", book: LIANHE,
  steps: [
    { name: "start-first", go: ({ page, words }) => page.getByRole("button", { name: words("pane-begin") }).waitFor() },
    { name: "start", go: ({ press }) => press("pane-intro-done") },
    { name: "new-tables", go: ({ press }) => press("tables-new") },
    {
      name: "progress",
      go: async (stage) => {
        await escape(stage);
        await inExcel(stage.page, (excel) => { excel.editing = true; });
        await stage.press("pane-begin");
        await stage.page.getByRole("progressbar").waitFor();
      }
    },
    {
      name: "result",
      go: async ({ page }) => {
        await inExcel(page, (excel) => excel.endEditing());
        await page.getByRole("tablist").waitFor();
      }
    },
    { name: "result-all", whole: true, go: ({ page }) => page.locator("details").evaluateAll((folds) => folds.forEach((fold) => { (fold as HTMLDetailsElement).open = true; })) },
    { name: "finding", go: (stage) => open(stage, "附件1 对照表!D9") },
    { name: "rule", go: async ({ press, page }) => { await press("pane-rule"); await page.getByRole("dialog").getByRole("heading", { level: 3 }).first().waitFor(); } },
    { name: "fix", go: async (stage) => { await escape(stage); await stage.press("pane-mend"); } },
    { name: "fixed", go: async (stage) => { await stage.press("pane-mend-do"); await settled(stage); } },
    { name: "undone", go: async (stage) => { await stage.press("pane-undo"); await settled(stage); } },
    { name: "fix-kind", go: async (stage) => { const finding = stage.page.locator("[data-finding]:has([aria-expanded=true])"); await finding.getByRole("button").filter({ hasText: /\d/ }).last().click(); } },
    { name: "ignore", go: async (stage) => { await escape(stage); await stage.press("pane-ignore"); } },
    { name: "ignore-asks", go: (stage) => stage.press("pane-ignore-do") },
    {
      name: "ignored",
      go: async (stage) => {
        await stage.page.getByRole("dialog").getByRole("textbox").fill("已与督导核实");
        await stage.press("pane-ignore-do");
        await settled(stage);
        await stage.page.locator("summary", { hasText: stage.words("pane-ignored-list", { count: 1 }) }).click();
      }
    },
    { name: "search", go: ({ page }) => page.getByRole("searchbox").fill("附件2 7月") },
    { name: "nothing-fits", go: ({ page }) => page.getByRole("searchbox").fill("没有这样的问题") },
    {
      name: "summary",
      go: async ({ page, press, words }) => {
        await press("pane-clear-filter");
        await press("pane-summary");
        await page.getByRole("button", { name: words("pane-summary-go") }).waitFor();
      }
    }
  ]
};

const TABS: Walk = {
  name: "lianhe", path: "taskpane.html", book: LIANHE,
  steps: [CHECK, tab("indicators"), tab("attendance"), tab("scores"), tab("settings")]
};

const ATTENDANCE: Walk = {
  name: "baihedong", path: "taskpane.html", book: BAIHEDONG, file: "白鹤洞.xlsx",
  steps: [
    CHECK,
    { name: "finding", go: (stage) => open(stage, "附件2!Y31") },
    tab("indicators", ({ page, words }) => page.getByRole("button", { name: words("indicators-by-area") }).click()),
    tab("attendance"), tab("scores"), tab("settings")
  ]
};

const CLEAN: Walk = { name: "clean", path: "taskpane.html", book: cleanBook, file: "丙镇社工服务站评估附件（2025年中期）.xlsx", steps: [CHECK, tab("attendance"), tab("scores")] };

const NOTHING: Walk = { name: "other", path: "taskpane.html", book: otherBook, file: "采购.xlsx", steps: [{ name: "failed", go: async ({ page, press }) => { await press("pane-begin"); await page.getByRole("alert").waitFor(); } }] };

/** What Excel refuses, and what the pane then says. */
const REFUSALS: Walk = {
  name: "refused", path: "taskpane.html", book: LIANHE,
  steps: [
    { name: "read", go: async ({ page, press }) => { await press("pane-intro-done"); await inExcel(page, (excel) => { excel.faults.broken = true; }); await press("pane-begin"); await page.getByRole("alert").waitFor(); } },
    {
      name: "protected",
      go: async (stage) => {
        const { page, press } = stage;
        await inExcel(page, (excel) => { excel.faults.broken = false; excel.sheet("附件1 对照表").isProtected = true; });
        await press("pane-retry");
        await page.getByRole("tablist").waitFor();
        await open(stage, "附件1 对照表!D9");
        await press("pane-mend");
        await press("pane-mend-do");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
    },
    {
      name: "editing",
      go: async ({ page, press, words }) => {
        await inExcel(page, (excel) => { excel.editing = true; });
        await press("pane-summary");
        await page.getByText(words("pane-waiting")).waitFor();
      }
    }
  ]
};

const BLOCKED: Walk = { name: "blocked", path: "taskpane.html", book: null, steps: [{ name: "start", go: ({ page, words }) => page.getByText(words("pane-blocked-title")).waitFor() }] };

export const PANE_WALKS: readonly Walk[] = [MENDING, TABS, ATTENDANCE, CLEAN, NOTHING, REFUSALS, BLOCKED];
