/** Builds dist/ when it is missing or older than what it is built from. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runPackage, stop } from "./setup.mjs";

const SOURCES = ["src", "assets", "manifest.xml", "scripts/build", "webpack.config.js", "package.json", "package-lock.json"];
const RESULTS = ["dist/cli.js", "dist/index.html", "dist/taskpane.html", "dist/commands.html", "dist/manifest.xml"];

/** The time of the last change of a file, or of the newest file in a folder. */
function newestChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}

function upToDate() {
  const results = RESULTS.map((name) => join(root, name));
  if (!results.every(existsSync)) return false;
  const built = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((name) => newestChange(join(root, name)) <= built);
}

export function buildWhenStale() {
  if (upToDate()) return;
  console.log("Building dist/ …");
  if (runPackage("webpack", []) !== 0) stop("The build failed; see above.");
}
