import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook, readWorkbook } from "../hosts/file";
import type { ReviewDocument } from "../review";
import type { Fix } from "../workbook";
import { run, scratchFolder } from "../../test/support/command-line";

const SAMPLES = join(__dirname, "..", "..", "samples");
const LIANHE = join(SAMPLES, "lianhe.xlsx");
const BAIHEDONG = join(SAMPLES, "baihedong.xlsx");

const scratch = scratchFolder();

async function reviewed(old: string, now: string): Promise<ReviewDocument & { code: number }> {
  const { code, out } = await run("review", old, now, "--format", "json");
  return { ...JSON.parse(out) as ReviewDocument, code };
}

/** A copy of the workbook with some cells changed. */
async function changed(file: string, name: string, changes: readonly Pick<Fix, "sheet" | "cell" | "before" | "after">[]): Promise<string> {
  const { bytes, fixes } = await editWorkbook(readFileSync(file), { fixes: changes.map((change) => ({ ...change, kind: "value", why: "" })) });
  expect(fixes.map(({ applied, reason }) => applied || reason)).toEqual(changes.map(() => true));
  const target = join(scratch.path, name);
  mkdirSync(join(target, ".."), { recursive: true });
  writeFileSync(target, bytes);
  return target;
}

test("the same file again: everything is open, nothing appeared, nothing was changed", async () => {
  const { code, pairs: [pair], unpaired } = await reviewed(LIANHE, LIANHE);
  expect(code).toBe(1);
  expect(unpaired).toEqual([]);
  expect(pair!.earlier.length).toBeGreaterThan(4);
  expect(pair!.earlier.every(({ state }) => state === "open")).toBe(true);
  expect([pair!.appeared, pair!.changed, pair!.structure]).toEqual([[], [], []]);
});

test("one rate mended, one changed and still wrong, a target lowered in silence", async () => {
  const now = await changed(LIANHE, "again.xlsx", [
    { sheet: "附件1 对照表", cell: "D9", before: 0.527, after: 101 / 148 },
    { sheet: "附件1 对照表", cell: "H9", before: 0.58, after: 0.6 },
    { sheet: "附件1 指标完成情况", cell: "O4", before: 30, after: 20 }
  ]);
  const { pairs: [pair] } = await reviewed(LIANHE, now);
  const state = (cell: string): string | undefined => pair!.earlier.find((finding) => finding.sheet === "附件1 对照表" && finding.cell === cell)?.state;
  expect([state("D9"), state("H9"), state("D18")]).toEqual(["mended", "still-wrong", "open"]);
  expect(pair!.changed.filter(({ asked }) => asked).map(({ cell, before, after }) => [cell, before, after])).toEqual([["D9", "52.70%", "68.24%"], ["H9", "58.00%", "60.00%"]]);
  expect(pair!.changed.filter(({ asked, follows }) => !asked && follows.length === 0)).toMatchObject([{ cell: "O4", before: "30", after: "20", kind: "target-lowered", label: "「专业小组 · 个数」的协议量" }]);
  expect(pair!.changed.filter(({ follows }) => follows.length > 0).map(({ cell }) => cell)).toEqual(expect.arrayContaining(["Q4", "O9", "Q9"]));
  expect(pair!.appeared.map(({ rule }) => rule)).toContain("same-indicator");
});

test("folders are paired by station and period; what has no counterpart is named; the text says what is left", async () => {
  mkdirSync(join(scratch.path, "old"));
  mkdirSync(join(scratch.path, "new"));
  copyFileSync(LIANHE, join(scratch.path, "old", "甲.xlsx"));
  copyFileSync(BAIHEDONG, join(scratch.path, "old", "乙.xlsx"));
  copyFileSync(LIANHE, join(scratch.path, "new", "联和（第二次）.xlsx"));
  const { code, out } = await run("review", join(scratch.path, "old"), join(scratch.path, "new"));
  expect(code).toBe(1);
  expect(out).toContain("联和（第二次）.xlsx（对照");
  expect(out).toMatch(/没有配成对的文件\n.*白鹤洞.*只有原来的.*乙\.xlsx/);
  expect(out).toContain("未改");
});

test("a file that cannot be read gives 2 and is named; two names are needed", async () => {
  const { code, unread } = await reviewed(LIANHE, join(scratch.path, "missing.xlsx"));
  expect([code, unread.length]).toEqual([2, 1]);
  expect((await run("review", LIANHE)).code).toBe(2);
});

test("a final workbook beside a mid-term one: what is missing is said, and the report has what both say together", async () => {
  const both = await run("check", LIANHE, "--mid", BAIHEDONG, "--format", "json");
  const { workbooks: [report] } = JSON.parse(both.out) as { workbooks: { mid?: { span: string | null }; findings: { rule: string }[] }[] };
  expect(report!.mid!.span).toBeNull();
  expect(report!.findings.map(({ rule }) => rule)).toContain("mid-months");
  const missing = await run("check", LIANHE, "--mid", join(scratch.path, "missing.xlsx"));
  expect([missing.code, missing.out]).toEqual([1, expect.stringMatching(/中期的 .*missing\.xlsx 没有对照/)]);
  expect((await run("check", LIANHE, "--mid", BAIHEDONG)).out).toContain("与中期对照");
});

test("a summary remembers the tables; what is changed afterwards is counted, without the old file, without a name or a value", async () => {
  expect((await run("summarize", LIANHE, "-o", join(scratch.path, "own.xlsx"))).code).toBe(1);
  const own = join(scratch.path, "own.xlsx");
  const same = JSON.parse((await run("check", own, "--format", "json")).out) as { workbooks: { selfCheck?: { day: string; changed: number } }[] };
  expect(same.workbooks[0]!.selfCheck).toEqual({ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), changed: 0 });
  const later = await changed(own, "later.xlsx", [{ sheet: "附件1 指标完成情况", cell: "O4", before: 30, after: 20 }, { sheet: "附件1 对照表", cell: "D9", before: 0.527, after: 0.5 }]);
  expect((await run("check", later)).out).toMatch(/站方\d+月\d+日自查后又改动 2 格/);
  const { settingsXml } = await readWorkbook(readFileSync(own), own);
  expect(settingsXml).toMatch(/<digest>\{"day":"[\d-]+","cells":"[0-9a-f]+"\}<\/digest>/);
  expect((await run("check", LIANHE)).out).not.toContain("自查后");
});
