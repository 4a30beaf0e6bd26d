/** Finds the browser of the tests: one that is installed, otherwise Debian's Chromium through apt. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stop } from "./setup.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];
const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium";

/** The path of a program on PATH, or null. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

function installedBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : stop(`CHROME_PATH names no file: ${chosen}`);
  return NAMES.map(findProgram).find(Boolean) ?? null;
}

/** The browser's path; installs one when there is none and this may be done, otherwise stops with the command to run. */
export function browserForTests() {
  const installed = installedBrowser();
  if (installed) return installed;
  if (process.getuid?.() === 0 && findProgram("apt-get")) {
    console.log("Installing Chromium for the browser tests (apt-get) …");
    const apt = spawnSync("sh", ["-c", INSTALL], {
      encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    });
    const browser = installedBrowser();
    if (apt.status === 0 && browser) return browser;
    console.error(`${apt.stdout}${apt.stderr}`);
  }
  return stop(`The browser tests need Chromium. Install it as root, or set CHROME_PATH to a Chrome or Edge:\n  ${INSTALL}`);
}
