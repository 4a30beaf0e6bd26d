import type { Locator, Page } from "playwright-core";
import { sample } from "../../test/browser/harness";
import { inExcel, sampleBook } from "../../test/browser/in-excel";
import { cleanBook, otherBook, strangeBook } from "./books";
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
    { name: "letter", go: (stage) => openDialog(stage, async () => { await stage.press("pane-more"); await stage.press("letters-make"); }) },
    { name: "finding", go: async (stage) => { await stage.press("pane-close"); await open(stage, "附件1 对照表!D9"); } },
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
    { name: "keys", go: (stage) => openDialog(stage, () => stage.press("pane-keys")) },
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

/** A table's reading, looked at and corrected; a table that nothing recognised, pointed to and told. */
const STUDY: Walk = {
  name: "study", path: "taskpane.html", book: BAIHEDONG, file: "白鹤洞.xlsx",
  steps: [
    CHECK,
    { name: "tables", whole: true, go: async ({ page }) => { await openFolds(page); } },
    { name: "table", whole: true, go: async (stage) => { await stage.page.getByRole("button", { name: /^(怎么读的|How it is read)：?:? ?.*附件2/ }).first().click(); await studyShown(stage); await openFolds(stage.page); } },
    { name: "changed", go: async (stage) => { await stage.page.getByRole("combobox").nth(2).selectOption("none"); await tried(stage); } },
    { name: "kind", whole: true, go: async (stage) => { await stage.page.getByRole("combobox").first().selectOption("arithmetic"); await tried(stage); } },
    { name: "none", go: async (stage) => { await stage.page.getByRole("combobox").first().selectOption("none"); await tried(stage); } },
    { name: "told", whole: true, go: async (stage) => { await stage.press("study-apply"); await stage.page.getByRole("status").filter({ hasText: "附件2" }).first().waitFor(); await openFolds(stage.page); } },
    { name: "settings", whole: true, go: async ({ page, words }) => { await page.getByRole("tab", { name: words("pane-tab-settings") }).click(); await page.getByText(words("told-group")).waitFor(); await openFolds(page); } }
  ]
};

const POINT: Walk = {
  name: "point", path: "taskpane.html", book: strangeBook, file: "丁街.xlsx",
  steps: [
    { name: "failed", go: async ({ page, press, words }) => { await press("pane-begin"); await page.getByLabel(words("tables-point-range")).waitFor(); } },
    { name: "region", whole: true, go: async (stage) => { await stage.press("tables-tell"); await studyShown(stage); } },
    {
      name: "roles", whole: true,
      go: async (stage) => {
        const { page } = stage;
        await page.getByRole("combobox").first().selectOption("list");
        await studyShown(stage);
        for (const [index, role] of ["name", "target", "done", "rate"].entries()) await page.getByRole("listitem").getByRole("combobox").nth(index).selectOption(role);
        await tried(stage);
      }
    },
    { name: "told", whole: true, go: async ({ page, press }) => { await press("study-apply"); await page.getByRole("tablist").waitFor(); } }
  ]
};

async function openFolds(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => { (fold as HTMLDetailsElement).open = true; }));
}

async function studyShown({ page, words }: Stage): Promise<void> {
  await page.getByText(words("study-columns"), { exact: true }).waitFor();
}

/** The workbook was tried with what the user has chosen. */
async function tried({ page, words }: Stage): Promise<void> {
  await page.getByText(/这张工作表会有错误|On this sheet: errors/).or(page.getByRole("alert").filter({ hasText: /列|column/ })).first().waitFor();
  await page.getByText(words("study-trying")).waitFor({ state: "detached" });
}

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

/** A report beside the workbook that is open in Excel. */
const REPORT: Walk = {
  name: "report", path: "taskpane.html", book: () => sampleBook("baihedong.xlsx"),
  steps: [
    { name: "report-begin", go: async ({ press }) => { await press("pane-intro-done"); await press("document-begin"); } },
    {
      name: "report",
      go: async ({ page }) => {
        await page.locator("[data-input=report]").setInputFiles(sample("reports/baihedong.docx"));
        await page.locator("li[data-finding]").first().waitFor();
      }
    },
    { name: "report-finding", go: ({ page }) => page.locator("li[data-severity=error] > button").first().click() }
  ]
};

const BLOCKED: Walk = { name: "blocked", path: "taskpane.html", book: null, steps: [{ name: "start", go: ({ page, words }) => page.getByText(words("pane-blocked-title")).waitFor() }] };

export const PANE_WALKS: readonly Walk[] = [MENDING, TABS, ATTENDANCE, CLEAN, NOTHING, STUDY, POINT, REFUSALS, REPORT, BLOCKED];
