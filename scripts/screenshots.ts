import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { Harness } from "../test/browser/harness";
import { writeReadmePictures } from "./screenshots/readme";
import { PAGE_WALKS } from "./screenshots/page-walks";
import { PANE_WALKS } from "./screenshots/pane-walks";
import { go, type Walk, type WalkOptions } from "./screenshots/walk";

/**
 * Takes a picture of every state of the built pages.
 *   screenshots [--out DIR]     all of them, into output/screenshots otherwise
 *   screenshots --only WORD     the walks whose name has that word
 *   screenshots --readme        those of the README, into docs/screenshots (with --only: of those walks)
 */

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** How each state of the pane is looked at. */
const LOOKS: readonly { readonly name: string; readonly width: number; readonly height?: number; readonly media: Media }[] = [
  { name: "320-light", width: 320, media: { colorScheme: "light", forcedColors: "none" } },
  { name: "320-dark", width: 320, media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "350-light", width: 350, media: { colorScheme: "light", forcedColors: "none" } },
  { name: "350-dark", width: 350, media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "350-forced", width: 350, media: { colorScheme: "dark", forcedColors: "active" } },
  // What Excel leaves of a screen of 1366 × 768.
  { name: "350-low", width: 350, height: 378, media: { colorScheme: "light", forcedColors: "none" } }
];
const PAGE_LOOKS: typeof LOOKS = [
  { name: "1280-light", width: 1280, media: { colorScheme: "light", forcedColors: "none" } },
  { name: "800-light", width: 800, media: { colorScheme: "light", forcedColors: "none" } },
  { name: "1920-dark", width: 1920, media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "1280-forced", width: 1280, media: { colorScheme: "dark", forcedColors: "active" } }
];
const [PANE_HEIGHT, PAGE_HEIGHT] = [700, 800];
const SETTLING = 250;

const args = process.argv.slice(2);
const option = (label: string): string | null => (args.includes(label) ? args[args.indexOf(label) + 1] ?? null : null);
const folder = resolve(option("--out") ?? "output/screenshots");
const only = option("--only") ?? "";

async function picture(harness: Harness, walk: Walk, looks: typeof LOOKS, options: WalkOptions): Promise<void> {
  const { language = "zh", height = PANE_HEIGHT } = options;
  const complaints = await go(harness, walk, { ...options, width: looks[0]!.width, settling: SETTLING }, async ({ page }, { name, whole = false }) => {
    for (const look of looks) {
      await page.emulateMedia(look.media);
      await page.setViewportSize({ width: look.width, height: look.height ?? height });
      const file = `${walk.name}-${name}-${look.name}${language === "zh" ? "" : `-${language}`}.png`;
      writeFileSync(join(folder, file), await page.screenshot({ fullPage: whole && look.height === undefined }));
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sticksOut > 0) console.log(`${file}: ${sticksOut} px stick out`);
    }
    await page.emulateMedia(looks[0]!.media);
    await page.setViewportSize({ width: looks[0]!.width, height });
  });
  // A request that the walk itself blocks or breaks is complained of by the browser.
  for (const complaint of complaints.filter((each) => !/net::ERR_FAILED/.test(each))) console.log(`${walk.name}: ${complaint}`);
}

async function main(): Promise<void> {
  const harness = await Harness.start();
  try {
    if (args.includes("--readme")) return await writeReadmePictures(harness, only);
    mkdirSync(folder, { recursive: true });
    for (const walk of PANE_WALKS.filter(({ name }) => name.includes(only))) {
      await picture(harness, walk, LOOKS, {});
      if (walk.book) await picture(harness, walk, LOOKS.slice(0, 1), { language: "en" });
    }
    for (const walk of PAGE_WALKS.filter(({ name }) => name.includes(only))) await picture(harness, walk, PAGE_LOOKS, { height: PAGE_HEIGHT });
    console.log(folder);
  } finally {
    await harness.stop();
  }
}

void main();
