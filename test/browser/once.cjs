/** Before all files of browser tests: joins the fake Excel into one script for pages, which in-excel.ts finds under FAKE_EXCEL. */
const { execFileSync } = require("node:child_process");
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-fake-excel-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(__dirname, "..", "excel", "host", "bundle.cjs"), folder], { stdio: ["ignore", "inherit", "inherit"] });
  process.env.FAKE_EXCEL = join(folder, "in-page.js");
};
