import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LANES = pathToFileURL(join(__dirname, "..", "scripts", "lanes.mjs")).href;

/** Runs lines of a module that has what lanes.mjs exports; gives what it printed. */
function run(lines: string): string {
  const module = `import { capture, jestResult, runLanes, severalIn, skipped, step } from ${JSON.stringify(LANES)};\n${lines}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", module], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.replace(/\(\d+\.\d s\)/g, "(s)");
}

const print = (code: number, text: string): string => `() => capture(process.execPath, ["-e", ${JSON.stringify(`console.log(${JSON.stringify(text)}); process.exitCode = ${code}`)}])`;

test("every step of every lane is run and printed whole, and counted", () => {
  const printed = run(`
    const { line, failed } = await runLanes([
      [step("a", ${print(0, "1\n2")}), step("b", ${print(1, "3")}), step("c", ${print(0, "")})],
      [skipped("d", "no such program"), step("e", () => capture("no-such-program", []))]
    ]);
    console.log("sum", line, failed);`);
  for (const block of ["== a: 1 passed, 0 failed, 0 skipped (s)\n1\n2\n", "== b: 0 passed, 1 failed, 0 skipped (s)\n3\n", "== c: 1 passed,", "== d: 0 passed, 0 failed, 1 skipped (s)\nskipped: no such program\n"]) {
    expect(printed).toContain(block);
  }
  expect(printed).toMatch(/== e: 0 passed, 1 failed, 0 skipped \(s\)\nno-such-program: .*ENOENT/);
  expect(printed).toContain("sum 2 passed, 2 failed, 1 skipped 2");
});

test.each([[0, 2, 0], [16, 1, 1], [32, 1, 1], [48, 0, 2], [1, 0, 2], [17, 0, 2]])("a program of two parts that ends with %i: %i passed, %i failed", (code, passed, failed) => {
  expect(run(`console.log((await runLanes([[severalIn("a", [16, 32], ${print(code, "why")})]])).line);`)).toContain(`${passed} passed, ${failed} failed, 0 skipped (s)\nwhy`);
});

test("lanes go on side by side", () => {
  const order = run(`
    let letGo;
    const gate = new Promise((resolve) => (letGo = resolve));
    const waits = step("waits", async () => { await gate; return { code: 0, output: "" }; });
    const opens = step("opens", async () => { letGo(); return { code: 0, output: "" }; });
    console.log((await runLanes([[waits], [opens]])).line);`);
  expect(order).toContain("2 passed, 0 failed, 0 skipped");
});

test("what stands on a step that failed is not run, and said to be skipped", () => {
  const printed = run(`
    const ground = { ...step("build", ${print(1, "error")}), isGround: true };
    console.log((await runLanes([[ground, step("built", () => { throw new Error("was run"); })]])).line);`);
  expect(printed).toContain('== built: 0 passed, 0 failed, 1 skipped (s)\nskipped: "build" failed\n');
  expect(printed).toContain("0 passed, 1 failed, 1 skipped");
});

test.each([
  ["all passed", { numPassedTests: 2 }, 0, { passed: 2, failed: 0, output: "" }],
  ["a test failed", { numPassedTests: 1, numFailedTests: 1, testResults: [{ name: "/a", status: "failed", message: "why", assertionResults: [] }] }, 1, { passed: 1, failed: 1, output: /why/ }],
  ["a file that can't run", { numRuntimeErrorTestSuites: 1, testResults: [{ name: "/a", status: "failed", message: "syntax", assertionResults: [] }] }, 1, { failed: 1, output: /syntax/ }],
  ["a test passed over", { numPassedTests: 1, testResults: [{ name: "/a", status: "passed", message: "", assertionResults: [{ status: "pending", fullName: "x y" }, { status: "passed", fullName: "z" }] }] }, 0, { passed: 1, failed: 1, output: /passed over without a word: x y$/ }],
  ["no test at all", {}, 0, { failed: 1, output: "output" }],
  ["an exit code without a failure", { numPassedTests: 3 }, 1, { passed: 3, failed: 1, output: "output" }],
  ["no JSON", null, 1, { failed: 1, output: "output" }]
] as const)("jest: %s", (_, part, code, expected) => {
  const json = part && { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [], ...part };
  const result = JSON.parse(run(`console.log(JSON.stringify(jestResult(${JSON.stringify(json)}, ${code}, "output")));`)) as { output: string };
  const { output, ...counts } = { passed: 0, ...expected };
  expect(result).toEqual({ ...counts, skipped: 0, output: typeof output === "string" ? output : expect.stringMatching(output) as string });
});
