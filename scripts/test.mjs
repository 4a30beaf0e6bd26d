/** `npm test`: everything that must hold, in two lanes at once. Ends with "N passed, N failed, N skipped". */
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { capture, jestResult, runLanes, severalIn, skipped, step } from "./lanes.mjs";
import { LINT_FAILS, TYPES_FAIL } from "./lint.mjs";
import { programsForTests } from "./programs.mjs";
import { packageScript, root, setup } from "./setup.mjs";
import { readBudgets } from "./sizes.mjs";

const started = Date.now();
setup();

const SHARED = join(root, "..", "shared");
const SCHEMA = join(SHARED, "manifest-schema", "OfficeAppManifestV1_1.xsd");
const { browser, soffice, xmllint } = programsForTests(["browser", "soffice", ...(existsSync(SCHEMA) ? ["xmllint"] : [])]);
/** Lanes take turns on a machine's cores; a browser waits often enough for two tests at a time. */
const WORKERS = Math.max(2, Math.floor(availableParallelism() / 2));
const budget = readBudgets()["test run"];
const scratch = mkdtempSync(join(tmpdir(), "hebiao-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const node = (...args) => () => capture(process.execPath, args);
const script = (file, ...args) => node("scripts/run-ts.cjs", file, ...args);
const program = (name, ...args) => node(packageScript(...name.split(" ")), ...args);

/** The tests of one of jest's projects. */
function jest(title, project, workers = WORKERS) {
  const results = join(scratch, `${project}.json`);
  const args = ["--ci", "--json", `--outputFile=${results}`, "--selectProjects", project, `--maxWorkers=${workers}`];
  return {
    title,
    run: async () => {
      const { code, output } = await capture(process.execPath, [packageScript("jest"), ...args], { env: { CHROME_PATH: browser } });
      return jestResult(existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : null, code, output);
    }
  };
}

function installedSize() {
  const isOurs = (name) => !name.startsWith(".cache");
  const bytes = readdirSync(join(root, "node_modules"), { recursive: true }).filter(isOurs).reduce((sum, name) => sum + lstatSync(join(root, "node_modules", name)).size, 0);
  const installed = bytes / 1024 / 1024;
  return { code: installed <= budget["MB installed"] ? 0 : 1, output: `${installed.toFixed(0)} MB in node_modules, budget ${budget["MB installed"]} MB` };
}

function manifestAgainstSchema() {
  const title = "Manifest against Microsoft's schema";
  if (!existsSync(SCHEMA)) return skipped(title, "the schema is not on this machine (../shared)");
  if (!xmllint) return skipped(title, "xmllint is not installed (Debian: libxml2-utils)");
  return step(title, () => capture(xmllint, ["--noout", "--schema", SCHEMA, "manifest.xml"]));
}

const built = [
  { ...step("Build", program("webpack")), isGround: true },
  step("Sizes against their budgets", node("scripts/sizes.mjs")),
  jest("Built command line", "built"),
  jest("Browser", "browser"),
  soffice ? jest("LibreOffice", "libreoffice") : skipped("LibreOffice", "soffice is not installed; no written workbook was opened in LibreOffice")
];
// What several processors can share comes last, when the other lane is over.
const source = [
  severalIn("Types and lint", [TYPES_FAIL, LINT_FAILS], node("scripts/lint.mjs")),
  step("Matrix of seeded errors", script("scripts/matrix.ts", "--check")),
  step("Fuzz, a short run", script("scripts/fuzz.ts", "--inputs", "100", "--seed", "hebiao")),
  step("Notices of third parties", node("scripts/notices.mjs", "--check")),
  manifestAgainstSchema(),
  existsSync(SHARED) ? jest("Copies of ../shared", "shared", 1) : skipped("Copies of ../shared", "../shared is not on this machine"),
  step("Installed size against its budget", async () => installedSize()),
  jest("Unit and whole-workbook tests", "unit")
];

const { failed, line } = await runLanes([built, source]);
const minutes = (Date.now() - started) / 60_000;
// Told and not judged: how long it takes is also the machine's doing.
console.log(`\n${minutes.toFixed(1)} minutes, budget ${budget.minutes} on two quiet cores${minutes > budget.minutes ? ": OVER THE BUDGET" : ""}`);
console.log(`\n${line}`);
process.exitCode = failed ? 1 : 0;
