/** Builds dist/ when it is missing, older than what it is built from, or built with other options. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { BadOption, buildOptions, OPTIONS_FILE, optionsText } from "./build/options.cjs";
import { ONE_PAGE } from "./build/one-page.cjs";
import { root, runPackage, stop } from "./setup.mjs";

const SOURCES = ["src", "assets", "manifest.xml", "scripts/build", "webpack.config.js", "package.json", "package-lock.json", "LICENSE", "THIRD-PARTY.md"];
const RESULTS = ["cli.js", "index.html", "taskpane.html", "commands.html", "manifest.xml", ONE_PAGE];

/** The time of the last change of a file, or of the newest file in a folder. */
function newestChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}

/** The options of the build to come; stops with a sentence when one cannot be used. */
function askedFor() {
  try {
    return buildOptions();
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    return stop(error.message);
  }
}

function upToDate() {
  const options = askedFor();
  const results = [...RESULTS, OPTIONS_FILE].map((name) => join(options.dist, name));
  if (!results.every(existsSync)) return false;
  if (readFileSync(join(options.dist, OPTIONS_FILE), "utf8") !== optionsText(options)) return false;
  const built = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((name) => newestChange(join(root, name)) <= built);
}

export function buildWhenStale() {
  if (upToDate()) return;
  console.log("Building dist/ …");
  if (runPackage("webpack", []) !== 0) stop("The build failed; see above.");
}
