import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../test/support/command-line";
import { runCommand } from "./run";

const SAMPLES = join(__dirname, "..", "..", "samples");

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-"));
  cache = join(folder, "结果");
  copyFileSync(join(SAMPLES, "lianhe.xlsx"), join(folder, "甲.xlsx"));
  copyFileSync(join(SAMPLES, "baihedong.xlsx"), join(folder, "乙.xlsx"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (...more: string[]) => run("check", folder, "--format", "json", "--cache", cache, ...more);
/** How many of the files were taken as they were known. */
const known = ({ err }: { err: string }): number => Number(/(\d+) 个工作簿没有改动/.exec(err)?.[1] ?? 0);

test("a second run says the same and checks only what changed: the file, the settings", async () => {
  const plain = await run("check", folder, "--format", "json");
  const first = await check();
  expect([first.out, known(first)]).toEqual([plain.out, 0]);
  const second = await check();
  expect([second.out, second.code, known(second)]).toEqual([plain.out, plain.code, 2]);
  copyFileSync(join(SAMPLES, "lianhe.xlsx"), join(folder, "乙.xlsx"));
  const third = await check();
  // The same bytes under another name are the same workbook.
  expect([known(third), (JSON.parse(third.out) as { workbooks: { file: string }[] }).workbooks.map(({ file }) => file)]).toEqual([2, [join(folder, "甲.xlsx"), join(folder, "乙.xlsx")]]);
  const settings = join(folder, "设置.json");
  writeFileSync(settings, JSON.stringify({ headcount: 22 }));
  expect(known(await check("--settings", settings))).toBe(0);
  expect(known(await check("--settings", settings))).toBe(2);
});

test("what could not be read is tried again; a line that was cut off is none", async () => {
  writeFileSync(join(folder, "坏.xlsx"), "no workbook");
  expect((await check()).code).toBe(3);
  appendFileSync(cache, '{"key":"0123');
  const again = await check();
  expect([again.code, known(again)]).toEqual([3, 2]);
  expect(known(await check())).toBe(2);
  expect(readFileSync(cache, "utf8").trimEnd().split("\n")).toHaveLength(3);
});

test("a file of something else is left alone", async () => {
  writeFileSync(cache, "mine");
  expect([(await check()).code, readFileSync(cache, "utf8")]).toEqual([2, "mine"]);
});

test("stopped, what was checked is kept, and the next run goes on", async () => {
  const stopping = new AbortController();
  let err = "";
  const output = { out: () => undefined, err: (text: string) => { err += text; }, coloured: false, program: null, signal: stopping.signal, progress: (text: string) => { if (text.includes("1/2")) setImmediate(() => stopping.abort()); } };
  expect(await runCommand(["check", folder, "--cache", cache], output)).toBe(130);
  expect(err).toContain("核查了 1/2 个，结果记在");
  expect(known(await check())).toBe(1);
  expect(known(await check())).toBe(2);
});

test("the comparison keeps what it needs of the persons, too", async () => {
  const compare = () => run("compare", folder, "-o", join(folder, "对照.xlsx"), "--cache", cache);
  await compare();
  const before = readFileSync(join(folder, "对照.xlsx"));
  // The comparison itself is no submission, but lies in the folder.
  expect(known(await compare())).toBe(2);
  expect(readFileSync(join(folder, "对照.xlsx")).equals(before)).toBe(true);
});
