import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performAll, workersFor } from "./pool";

/** Answers with the file's name as its hash; files named die and throw end the worker, each in its way. */
const PROGRAM = `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ file }) => {
  if (file === "die") process.exit(9);
  if (file === "throw") throw new Error("torn");
  parentPort.postMessage({ report: { file, error: null }, hash: file, written: null, problem: null });
});`;

let folder: string;
let program: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-"));
  program = join(folder, "program.cjs");
  writeFileSync(program, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const numbers = Array.from({ length: 20 }, (_, number) => String(number));

async function run(files: readonly string[], workers: number) {
  const done: number[] = [];
  const outcomes = await performAll(files.map((file) => ({ file, settings: {} })), workers, program, (count) => void done.push(count));
  return { outcomes, done };
}

test.each([2, 3, 40])("%i workers do every task, in order, and end", async (workers) => {
  const { outcomes, done } = await run(numbers, workers);
  expect(outcomes.map(({ hash }) => hash)).toEqual(numbers);
  expect(done).toEqual(numbers.map((_, index) => index + 1));
});

test("a workbook that ends its worker fails alone", async () => {
  const { outcomes } = await run([...numbers, "die", "20", "throw", "21", "22"], 2);
  expect(outcomes.map(({ hash }) => hash)).toEqual([...numbers, null, "20", null, "21", "22"]);
  expect(outcomes.map(({ report }) => report.error?.code).filter(Boolean)).toEqual(["internal", "internal"]);
  expect(outcomes.map(({ report }) => report.file)).toEqual([...numbers, "die", "20", "throw", "21", "22"]);
});

test.each([1, 2])("stopped: what was done is there, the rest is missing, and no worker goes on (%i)", async (workers) => {
  const stopping = new AbortController();
  const outcomes = await performAll(numbers.map((file) => ({ file, settings: {} })), workers, workers === 1 ? null : program, (count) => { if (count === 5) stopping.abort(); }, stopping.signal);
  expect(outcomes.filter(Boolean)).toHaveLength(5);
  expect(outcomes).toHaveLength(20);
});

test.each([
  [1, null, 1], [200, 4, 4], [3, 8, 3], [0, 8, 1], [7, null, 1]
])("%i files, %p asked for: %i workers", (files, asked, workers) => expect(workersFor(files, asked)).toBe(workers));
