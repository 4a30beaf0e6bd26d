/** `npm test`: everything that must hold, one step after the other. Ends with "N passed, N failed, N skipped". */
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserForTests, findProgram } from "./browser.mjs";
import { root, run, runPackage, setup } from "./setup.mjs";
import { readBudgets } from "./sizes.mjs";

const started = Date.now();
setup();
const browser = browserForTests();
const scratch = mkdtempSync(join(tmpdir(), "hebiao-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const total = { passed: 0, failed: 0, skipped: 0 };

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** A step that passes or fails as a whole. */
function step(title, work) {
  console.log(`\n== ${title}`);
  const passed = work() === 0;
  console.log(`${title}: ${passed ? "passed" : "FAILED"}`);
  add(passed ? { passed: 1 } : { failed: 1 });
}

function skip(title, reason) {
  console.log(`\n== ${title}\nskipped: ${reason}`);
  add({ skipped: 1 });
}

/** A step of jest; every test counts, and a test file that can't run counts as a failure. */
function jest(title, args) {
  console.log(`\n== ${title}`);
  const results = join(scratch, "jest.json");
  rmSync(results, { force: true });
  const code = runPackage("jest", ["--ci", "--json", `--outputFile=${results}`, ...args], {
    env: { ...process.env, CHROME_PATH: browser },
    // The JSON is read from the file.
    stdio: ["ignore", "ignore", "inherit"]
  });
  if (!existsSync(results)) return add({ failed: 1 });
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, "utf8"));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  add({ passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests + numTodoTests });
}

const script = (file, ...args) => () => run(process.execPath, ["scripts/run-ts.cjs", file, ...args]);
const APART = ["test/built/", "test/browser/", "test/libreoffice/"];

step("Type check", () => runPackage("typescript", ["--noEmit"], { program: "tsc" }));
step("Lint", () => runPackage("eslint", [".", "--max-warnings", "0"]));
step("Build", () => runPackage("webpack", []));
step("Sizes against their budgets", () => run(process.execPath, ["scripts/sizes.mjs"]));
jest("Unit and whole-workbook tests", ["--testPathIgnorePatterns", ...APART]);
jest("Built command line", ["test/built/"]);
jest("Browser tests", ["--runInBand", "test/browser/"]);
if (findProgram("soffice")) jest("LibreOffice", ["--runInBand", "test/libreoffice/"]);
else skip("LibreOffice", "soffice is not installed; the written workbooks were not opened in LibreOffice");
step("Formula cases", script("scripts/formula-cases.ts"));
step("Fuzz, a short run", script("scripts/fuzz.ts", "--inputs", "100", "--seed", "hebiao"));
step("Matrix of seeded errors", script("scripts/matrix.ts", "--check"));
step("Documents of the rules", script("scripts/rule-docs.ts", "--check"));
step("Notices of third parties", () => run(process.execPath, ["scripts/notices.mjs", "--check"]));
validateManifest();
const budget = readBudgets()["test run"];
step("Installed size against its budget", () => {
  const installed = readdirSync(join(root, "node_modules"), { recursive: true }).reduce((sum, name) => sum + lstatSync(join(root, "node_modules", name)).size, 0) / 1024 / 1024;
  console.log(`${installed.toFixed(0)} MB in node_modules, budget ${budget["MB installed"]} MB`);
  return installed <= budget["MB installed"] ? 0 : 1;
});

const minutes = (Date.now() - started) / 60_000;
// Told and not judged: how long it takes is also the machine's doing.
console.log(`\n${minutes.toFixed(1)} minutes, budget ${budget.minutes}${minutes > budget.minutes ? ": OVER THE BUDGET" : ""}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;

function validateManifest() {
  const title = "Manifest against Microsoft's schema";
  const schema = join(root, "..", "shared", "manifest-schema", "OfficeAppManifestV1_1.xsd");
  if (!existsSync(schema)) skip(title, "the schema is not on this machine");
  else if (!findProgram("xmllint")) skip(title, "xmllint is not installed (Debian: libxml2-utils)");
  else step(title, () => run("xmllint", ["--noout", "--schema", schema, "manifest.xml"]));
}
