/** Finds what the tests need beside Node: a browser, LibreOffice, xmllint. What is missing is installed from Debian where that may be done. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stop } from "./setup.mjs";

/** Where each program may be found, and the package of Debian's that brings it. */
const PROGRAMS = {
  browser: { names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"], debian: "chromium" },
  soffice: { names: ["soffice"], debian: "libreoffice-calc" },
  xmllint: { names: ["xmllint"], debian: "libxml2-utils" }
};

const installCommand = (debian) => `apt-get update && apt-get install -y --no-install-recommends ${debian}`;

/** The path of a program on PATH, or null. */
function findProgram(name) {
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

function find(program) {
  const chosen = process.env.CHROME_PATH;
  if (program === "browser" && chosen) return existsSync(chosen) ? chosen : stop(`CHROME_PATH names no file: ${chosen}`);
  return PROGRAMS[program].names.map(findProgram).find(Boolean) ?? null;
}

/** Installs a package of Debian's as root. Prints apt's output only when it fails. */
function install(debian) {
  console.log(`Installing ${debian} for the tests (apt-get) …`);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", installCommand(debian)], {
    encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}

/**
 * The paths of the wanted programs, null for what is neither there nor could be installed. Without a browser it stops with the command to
 * run: most of what users see is tested in one.
 */
export function programsForTests(wanted) {
  const mayInstall = process.getuid?.() === 0 && findProgram("apt-get");
  for (const program of wanted) if (mayInstall && !find(program)) install(PROGRAMS[program].debian);
  const found = Object.fromEntries(wanted.map((program) => [program, find(program)]));
  if (wanted.includes("browser") && !found.browser) {
    stop(`The browser tests need Chromium. Install it as root, or set CHROME_PATH to a Chrome or Edge:\n  ${installCommand(PROGRAMS.browser.debian)}`);
  }
  return found;
}
