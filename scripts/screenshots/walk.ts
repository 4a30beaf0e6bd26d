import type { Page } from "playwright-core";
import { render, say, type Datum, type Language, type MessageId } from "../../src/messages";
import type { BookData } from "../../test/excel/host";
import type { Harness } from "../../test/browser/harness";
import { openInExcel } from "../../test/browser/in-excel";

/** What a step of a walk works with. */
export interface Stage {
  readonly page: Page;
  /** A sentence of the page, by which its button is found in either language. */
  words(id: MessageId, data?: Readonly<Record<string, Datum>>): string;
  /** Presses the button with that sentence; the last one where a dialog lies over another. */
  press(id: MessageId, data?: Readonly<Record<string, Datum>>): Promise<void>;
}

/** A state of a page worth looking at, and how to get there from the one before. */
export interface Step {
  readonly name: string;
  /** Ends when the state is there, however long that takes. */
  readonly go: (stage: Stage) => Promise<unknown>;
  /** Looked at from top to bottom, not only what a pane's height shows. */
  readonly whole?: boolean;
}

/** States that follow from one another on one page. */
export interface Walk {
  readonly name: string;
  /** The workbook that is open in Excel; null for the browser page, and for a pane that Excel does not answer. */
  readonly book: (() => Promise<BookData>) | null;
  /** What the workbook is called. */
  readonly file?: string;
  readonly path: "taskpane.html" | "index.html";
  readonly steps: readonly Step[];
}

export interface WalkOptions {
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  /** How long a picture waits in milliseconds, for what fades in. */
  readonly settling?: number;
}

/** Goes a walk and looks around after every step. Gives what the page complained of. */
export async function go(harness: Harness, walk: Walk, options: WalkOptions, look: (stage: Stage, step: Step) => Promise<unknown>): Promise<readonly string[]> {
  const { language = "zh", width = 320, height = 700, settling = 0 } = options;
  const words: Stage["words"] = (id, data) => render(say(id, data), language);
  const { page, complaints } = await harness.open(walk.path, { viewport: { width, height }, reducedMotion: "reduce" }, async (opened) => {
    await opened.addInitScript(hold);
    if (walk.book) await openInExcel(opened, await walk.book(), { language: language === "zh" ? "zh-CN" : "en-US", ...(walk.file && { url: `https://example.invalid/${encodeURIComponent(walk.file)}` }) });
    else await opened.route(/office\.js(\?|$)/, (route) => route.abort());
  });
  const stage: Stage = { page, words, press: (id, data) => page.getByRole("button", { name: words(id, data), exact: true }).last().click() };
  for (const step of walk.steps) {
    await step.go(stage);
    await page.waitForTimeout(settling);
    await look(stage, step);
  }
  return complaints;
}

/** Colours change at once, and no room is kept for a scroll bar that headless browsers don't draw. */
function hold(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important } html { scrollbar-gutter: auto !important }");
  document.adoptedStyleSheets = [sheet];
}
