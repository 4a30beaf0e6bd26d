import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FixDocument } from "../../src/cli/fix-text";
import type { ReportDocument } from "../../src/report";

const ROOT = join(__dirname, "..", "..");
/** Far above what it takes: a command line that never ends fails here in place of hanging the run. */
const LONGEST = 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-"));
  for (let number = 1; number <= 6; number++) copyFileSync(join(ROOT, "samples", "lianhe.xlsx"), join(folder, `${number}.xlsx`));
  writeFileSync(join(folder, "7.xlsx"), "torn");
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(jobs: number) {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "dist", "cli.js"), "check", folder, "--jobs", String(jobs), "--format", "json"], {
    encoding: "utf8", timeout: LONGEST, maxBuffer: 1 << 28
  });
  return { status, document: JSON.parse(stdout || "null") as ReportDocument | null };
}

test("fix: workers write the copies, which check as the command says, and the originals stay", () => {
  const target = join(folder, "mended");
  const before = readFileSync(join(folder, "1.xlsx"));
  const run = spawnSync(process.execPath, [join(ROOT, "dist", "cli.js"), "fix", folder, "-o", target, "--jobs", "3", "--only", "rate-mismatch", "--format", "json"], {
    encoding: "utf8", timeout: LONGEST, maxBuffer: 1 << 28
  });
  expect(run.status).toBe(3);
  const { workbooks } = JSON.parse(run.stdout) as FixDocument;
  expect(workbooks.map(({ fixes }) => fixes.length)).toEqual([4, 4, 4, 4, 4, 4, 0]);
  expect(readdirSync(target).sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `${number}.xlsx`));
  expect(readFileSync(join(folder, "1.xlsx")).equals(before)).toBe(true);
  const checked = spawnSync(process.execPath, [join(ROOT, "dist", "cli.js"), "check", join(target, "1.xlsx"), "--format", "json"], { encoding: "utf8", timeout: LONGEST, maxBuffer: 1 << 28 });
  const { findings } = (JSON.parse(checked.stdout) as ReportDocument).workbooks[0]!;
  expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(workbooks[0]!.report.findings.map(({ fingerprint }) => fingerprint));
  expect(findings.filter(({ rule }) => rule === "rate-mismatch")).toEqual([]);
  rmSync(target, { recursive: true });
}, 3 * LONGEST);

test("workers end, and find what one thread finds", () => {
  const one = check(1);
  const three = check(3);
  expect([one.status, three.status]).toEqual([3, 3]);
  expect(three.document!.workbooks).toHaveLength(7);
  expect(three.document!.workbooks.filter(({ error }) => error)).toHaveLength(1);
  expect(three).toEqual(one);
}, 3 * LONGEST);
