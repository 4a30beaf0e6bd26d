import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** Runs files, in that order, as one worker does; gives what failed in which, and what jest itself ended with. */
function run(files: Readonly<Record<string, string>>): { readonly failed: Record<string, readonly string[]>; readonly status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), "hebiao-realm-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, "in-order.cjs"), `module.exports = class extends require(${JSON.stringify(require.resolve("@jest/test-sequencer"))}).default {
      sort(tests) { return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1)); }
    };`);
    const config = {
      rootDir: folder, testRegex: "\\.test\\.cjs$", transform: {}, testSequencer: "<rootDir>/in-order.cjs",
      testEnvironment: join(__dirname, "environment.cjs"), runtime: join(__dirname, "runtime.cjs"), testRunner: require.resolve("jest-circus/runner")
    };
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules", "jest", "bin", "jest.js"), "--config", JSON.stringify(config), "--ci", "--json", "--runInBand"], { cwd: folder, encoding: "utf8" });
    const { testResults } = JSON.parse(stdout) as { testResults: { name: string; assertionResults: { status: string; title: string }[] }[] };
    return { failed: Object.fromEntries(testResults.map(({ name, assertionResults }) => [basename(name), assertionResults.filter((each) => each.status === "failed").map(({ title }) => title)])), status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("files share their modules, and nothing else that they leave behind; each one's failures are told as its own", () => {
  const { failed, status } = run({
    "kept.cjs": "exports.loadedBy = expect.getState().testPath; exports.answer = () => 1;",
    "a.test.cjs": `
      const kept = require("./kept.cjs");
      globalThis.left = 1;
      process.env.LEFT = "1";
      process.exitCode = 9;
      jest.useFakeTimers();
      jest.spyOn(kept, "answer").mockReturnValue(2);
      expect.extend({ toBeLeft: () => ({ pass: true }) });
      afterAll(() => undefined);
      test("fails", () => expect(kept.answer()).toBe(1));`,
    "b.test.cjs": `
      const kept = require("./kept.cjs");
      test("the module is that of the first file", () => expect(kept.loadedBy).toMatch(/a\\.test\\.cjs$/));
      test("what the first file left is gone", () => {
        expect([typeof left, process.env.LEFT, process.exitCode, kept.answer(), expect.toBeLeft]).toEqual(["undefined", undefined, undefined, 1, undefined]);
        expect(new Date().getFullYear()).toBeGreaterThan(2000);
        return new Promise((resolve) => setTimeout(resolve));
      });
      test("a module of Node's throws errors of this realm", () => expect(() => require("node:fs").readFileSync("/no such file")).toThrow(Error));`,
    "c.test.cjs": `/** @jest-environment node */
      test("a file that asks for it has its modules for itself", () => expect(require("./kept.cjs").loadedBy).toMatch(/c\\.test\\.cjs$/));`
  });
  expect(failed).toEqual({ "a.test.cjs": ["fails"], "b.test.cjs": [], "c.test.cjs": [] });
  expect(status).toBe(1);
});
