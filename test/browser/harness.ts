import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

const ROOT = join(__dirname, "..", "..");
/** The built folder under test, which the build's own variable DIST names. */
export const BUILT = resolve(ROOT, process.env["DIST"] || "dist");
/** What playwright turns off of Chromium; of two such lists the last one counts. */
const OFF_BY_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "LensOverlay",
  "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect", "AvoidCorsURLLoaderRestartOnRedirect", "Translate",
  "AutoDeElevate", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"
];
/** Parts of the browser's own window that are pages themselves: each window of a test would load them as well, which takes as long as our page. */
const OF_THE_WINDOW = ["InitialWebUI", "WebUIReloadButton", "WebUIToolbar", "WebUITabStrip", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI"];
/** No connection but to the pages under test. */
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  `--disable-features=${[...OFF_BY_PLAYWRIGHT, ...OF_THE_WINDOW].join()}`,
  // A page lives for a second or two here: not worth compiling much of it twice.
  "--js-flags=--interrupt-budget=1000000"
];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"];

function browserPath(): string {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [process.env["CHROME_PATH"] ?? "", ...onPath].find((path) => path && existsSync(path));
  if (!found) throw new Error("No Chromium, Chrome or Edge found; `npm test` installs one, or set CHROME_PATH");
  return found;
}

/** Far above what anything on a page takes on a busy machine: what takes longer never comes. */
const PATIENCE = 60_000;
/** How often something is looked at until it is as wanted. */
const LOOK_AGAIN = 50;

/** A page with what it asked of the network and what it complained of. */
export interface OpenedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** dist/ served on loopback, and a browser to look at it. */
export class Harness {
  private context: BrowserContext | null = null;

  private constructor(private readonly server: ChildProcess, private readonly browser: Browser, readonly address: string) {}

  static async start(): Promise<Harness> {
    if (!existsSync(join(BUILT, "index.html"))) throw new Error(`${BUILT} is not built; run \`npm run build\` first`);
    const server = spawn(process.execPath, [join(ROOT, "scripts", "serve.mjs")], {
      env: { ...process.env, DIST: BUILT, PORT: "0", TLS_CERT: "", TLS_KEY: "" }, stdio: ["ignore", "pipe", "inherit"]
    });
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
      server.once("exit", () => reject(new Error("the server ended")));
    });
    return new Harness(server, await chromium.launch({ executablePath: browserPath(), args: FLAGS }), address);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.kill();
  }

  /** Of requests, those that went anywhere but to the pages under test. */
  outside(requests: readonly string[]): string[] {
    return requests.filter((url) => !url.replace(/^blob:/, "").startsWith(this.address));
  }

  /** Opens a page in a fresh profile, by its path or a whole address; the one before is closed. */
  async open(path: string, options: BrowserContextOptions = {}, before?: (page: Page) => Promise<unknown>): Promise<OpenedPage> {
    await this.context?.close();
    this.context = await this.browser.newContext({ locale: "zh-CN", viewport: { width: 350, height: 700 }, acceptDownloads: true, ...options });
    this.context.setDefaultTimeout(PATIENCE);
    const page = await this.context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    await before?.(page);
    await page.goto(new URL(path, this.address).href);
    return { page, requests, complaints };
  }
}

/** Waits until `get` gives what is wanted; fails with what it gives instead when it never does. */
export async function eventually<T>(get: () => Promise<T>, wanted: T): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until && !isDeepStrictEqual(await get(), wanted);) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  expect(await get()).toEqual(wanted);
}

export function sample(name: string): string {
  return join(ROOT, "samples", name);
}
