import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("workers end, and find what one thread finds", () => {
  const one = check(1);
  const three = check(3);
  expect([one.status, three.status]).toEqual([3, 3]);
  expect(three.document!.workbooks).toHaveLength(7);
  expect(three.document!.workbooks.filter(({ error }) => error)).toHaveLength(1);
  expect(three).toEqual(one);
}, 3 * LONGEST);
