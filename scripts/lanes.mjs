/** Runs steps in lanes that go on side by side. What a step prints is kept, and shown when the step is over. */
import { spawn } from "node:child_process";
import { relative } from "node:path";
import { root } from "./setup.mjs";

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program of this project. Gives its exit code and what it printed. */
export function capture(command, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", (error) => resolve({ code: 1, output: `${output}${command}: ${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step that passes or fails as a whole; what it runs gives an exit code and an output. */
export const step = (title, work) => ({
  title,
  run: async () => {
    const { code, output } = await work();
    return { ...NOTHING, ...(code === 0 ? { passed: 1 } : { failed: 1 }), output };
  }
});

/** A step of several parts in one program, each of which has a bit of its exit code. Another code says that none came to its end. */
export const severalIn = (title, bits, work) => ({
  title,
  run: async () => {
    const { code, output } = await work();
    const isKnown = (code & ~bits.reduce((sum, bit) => sum | bit, 0)) === 0;
    const failed = bits.filter((bit) => !isKnown || code & bit).length;
    return { ...NOTHING, passed: bits.length - failed, failed, output };
  }
});

/** A step that this machine lacks something for: told with the reason, never silently. */
export const skipped = (title, reason) => ({ title, run: async () => ({ ...NOTHING, skipped: 1, output: `skipped: ${reason}` }) });

/**
 * What came of a run of jest, of its JSON (null where it wrote none), its exit code and its output. Every test counts; a file that can't run
 * counts as a failure, and so does a test that jest passes over, because nobody would see it.
 */
export function jestResult(json, code, output) {
  if (!json) return { ...NOTHING, failed: 1, output };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = json;
  const failures = testResults.filter(({ status }) => status === "failed").map(({ name, message }) => `${relative(root, name)}\n${message}`);
  const passedOver = testResults.flatMap(({ name, assertionResults }) => assertionResults
    .filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => `${relative(root, name)}: passed over without a word: ${fullName}`));
  const failed = numFailedTests + numRuntimeErrorTestSuites + passedOver.length;
  // A run can also fail as a whole, or find no test.
  if (failed === 0 && (code !== 0 || numPassedTests === 0)) return { ...NOTHING, passed: numPassedTests, failed: 1, output };
  return { ...NOTHING, passed: numPassedTests, failed, output: [...failures, ...passedOver].join("\n") };
}

const plural = ({ passed, failed, skipped: left }) => `${passed} passed, ${failed} failed, ${left} skipped`;

/** Goes through the steps of a lane. When one that the others stand on fails, they are not run. */
async function goThrough(steps, report) {
  for (const [index, { title, run, isGround = false }] of steps.entries()) {
    const started = Date.now();
    const result = await run();
    report(title, result, (Date.now() - started) / 1000);
    if (!isGround || result.failed === 0) continue;
    for (const other of steps.slice(index + 1)) report(other.title, { ...NOTHING, skipped: 1, output: `skipped: "${title}" failed` }, 0);
    return;
  }
}

/** Runs the lanes at once and prints each step when it is over. Gives the sum of what passed, failed and was skipped. */
export async function runLanes(lanes) {
  const total = { ...NOTHING };
  const report = (title, result, seconds) => {
    for (const kind of Object.keys(NOTHING)) total[kind] += result[kind];
    console.log(`\n== ${title}: ${plural(result)} (${seconds.toFixed(1)} s)`);
    const text = result.output.trim();
    if (text) console.log(text);
  };
  await Promise.all(lanes.map((steps) => goThrough(steps, report)));
  return { ...total, line: plural(total) };
}
