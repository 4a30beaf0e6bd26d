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

/** Opens the finding of a cell. */
async function open({ page }: Stage, cell: string): Promise<void> {
  const finding = page.locator(`[data-cell="${cell}"]`).first();
  await finding.getByRole("button").first().click();
  await finding.locator("[aria-expanded=true]").waitFor();
}

const dialog = ({ page }: Stage): Locator => page.getByRole("dialog");

/** Presses what opens a dialog, after the one that may be open has been left. */
async function openDialog(stage: Stage, press: () => Promise<unknown>): Promise<void> {
  await escape(stage);
  await press();
  await dialog(stage).waitFor();
}

/** The fold of that title below the findings. */
const fold = ({ page, words }: Stage, title: "pane-solved-list" | "pane-ignored-list"): Locator => page.locator("summary", { hasText: words(title, { count: 1 }) });

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

/** Leaves the dialog that is open. */
async function escape(stage: Stage): Promise<void> {
  await stage.page.keyboard.press("Escape");
  await dialog(stage).waitFor({ state: "detached" });
}

async function introRead({ page, press, words }: Stage): Promise<void> {
  await press("pane-intro-done");
  await page.getByRole("button", { name: words("pane-intro-done") }).waitFor({ state: "detached" });
}

/** From the first look at the pane to a written summary. */
const MENDING: Walk = {
  name: "pane", path: "taskpane.html", book: LIANHE,
  steps: [
    { name: "start-first", go: ({ page, words }) => page.getByRole("button", { name: words("pane-begin") }).waitFor() },
    { name: "start", go: introRead },
    { name: "new-tables", go: async (stage) => { await stage.press("tables-new"); await dialog(stage).waitFor(); } },
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
    { name: "fix", go: (stage) => openDialog(stage, () => stage.press("pane-mend")) },
    { name: "fixed", go: async (stage) => { await stage.press("pane-mend-do"); await fold(stage, "pane-solved-list").waitFor(); } },
    { name: "undone", go: async (stage) => { await stage.press("pane-undo"); await fold(stage, "pane-solved-list").waitFor({ state: "detached" }); } },
    {
      name: "fix-kind",
      go: async (stage) => {
        await stage.page.locator("[data-finding]:has([aria-expanded=true])").getByRole("button").filter({ hasText: /\d/ }).last().click();
        await dialog(stage).waitFor();
      }
    },
    { name: "ignore", go: (stage) => openDialog(stage, () => stage.press("pane-ignore")) },
    { name: "ignore-asks", go: async (stage) => { await stage.press("pane-ignore-do"); await dialog(stage).getByText(stage.words("pane-ignore-needs-reason")).waitFor(); } },
    {
      name: "ignored",
      go: async (stage) => {
        await dialog(stage).getByRole("textbox").fill("已与督导核实");
        await stage.press("pane-ignore-do");
        await fold(stage, "pane-ignored-list").click();
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
        await page.getByRole("status").filter({ hasText: "附件1 对照表!D9" }).waitFor();
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
