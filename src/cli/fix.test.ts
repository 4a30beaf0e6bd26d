import { readdirSync, readFileSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook } from "../hosts/file";
import { writeSettingsXml } from "../settings";
import type { FixDocument } from "./fix-text";
import { BAIHEDONG, LIANHE, SAMPLES, json, run, scratchFolder } from "../../test/support/command-line";

const scratch = scratchFolder();
const { written } = scratch;

describe("fix", () => {
  const fix = async (...args: string[]) => {
    const { code, out, err } = await run("fix", ...args, "--format", "json");
    return { code, err, document: (out === "" ? null : JSON.parse(out)) as FixDocument | null };
  };

  test("writes a mended copy, lists before and after, touches the original never", async () => {
    const file = join(scratch.path, "表.xlsx");
    copyFileSync(LIANHE, file);
    const target = join(scratch.path, "改.xlsx");
    const { code, out } = await run("fix", file, "-o", target);
    expect(code).toBe(0);
    expect(out).toContain("52.70% → 68.24%");
    expect(out).toContain("修正 5 处");
    expect(readFileSync(file).equals(readFileSync(LIANHE))).toBe(true);
    const { workbooks: [report] } = await json(target);
    expect(report!.findings.filter(({ rule }) => rule === "rate-mismatch")).toEqual([]);
    const before = (await json(LIANHE)).workbooks[0]!.findings.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
    expect(report!.findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`).filter((one) => !before.includes(one))).toEqual([]);
  });

  test("as JSON, with the check of the mended copy", async () => {
    const { document } = await fix(LIANHE, "-o", join(scratch.path, "x.xlsx"));
    const [workbook] = document!.workbooks;
    expect(workbook).toMatchObject({ file: LIANHE, output: join(scratch.path, "x.xlsx"), problem: null });
    expect(workbook!.fixes.map(({ sheet, cell, shownBefore, shownAfter, applied, reason }) => [sheet, cell, shownBefore, shownAfter, applied, reason])).toContainEqual(["附件1 对照表", "D9", "52.70%", "68.24%", true, null]);
    expect(workbook!.report.findings.some(({ rule }) => rule === "rate-mismatch")).toBe(false);
  });

  test("some of them: by rule, by fingerprint, in every spelling", async () => {
    const [one, two] = (await json(LIANHE)).workbooks[0]!.findings.filter(({ fix: each }) => each).map(({ fingerprint }) => fingerprint);
    const count = async (...args: string[]) => (await fix(LIANHE, "--dry-run", ...args)).document!.workbooks[0]!.fixes.length;
    expect(await count("--only", "rate-mismatch")).toBe(4);
    expect(await count("--only", "total-mismatch", "text-number")).toBe(0);
    expect(await count("--only=total-mismatch,rate-mismatch")).toBe(4);
    expect(await count("--fingerprint", one!)).toBe(1);
    expect(await count("--fingerprint", one!, two!)).toBe(2);
    expect(await count("--fingerprint", one!, "--fingerprint", two!)).toBe(2);
    const before = (await run("fix", "--only", "rate-mismatch", LIANHE, "--dry-run")).out;
    expect(before).toContain("可以修正 4 处");
  });

  test("a dry run writes nothing and ends as the mended copy would", async () => {
    const { code, out } = await run("fix", BAIHEDONG, "--dry-run", "-o", join(scratch.path, "x.xlsx"));
    const copy = await run("fix", BAIHEDONG, "-o", join(scratch.path, "y.xlsx"));
    expect([code, out.split("\n").length]).toEqual([copy.code, copy.out.split("\n").length - 1]);
    expect(readdirSync(scratch.path)).toEqual(["y.xlsx"]);
  });

  test("a folder: copies as the originals stand, what can't be read is said, copies of an earlier run are no originals", async () => {
    mkdirSync(join(scratch.path, "街道"));
    copyFileSync(LIANHE, join(scratch.path, "街道", "a.xlsx"));
    copyFileSync(BAIHEDONG, join(scratch.path, "b.xls"));
    written("c.xlsx", "torn");
    const target = join(scratch.path, "改");
    const { code, document } = await fix(scratch.path, "-o", target);
    expect(code).toBe(3);
    expect(document!.workbooks.map(({ output }) => output).sort()).toEqual([null, join(target, "b.xlsx"), join(target, "街道", "a.xlsx")].sort());
    // Again: nothing is written over.
    const again = await fix(scratch.path, "-o", target);
    expect([again.code, again.document!.workbooks.length]).toEqual([2, 3]);
    expect(again.err).toContain("已经有了");
  });

  test("a file with nothing to mend is copied as it is", async () => {
    const clean = join(scratch.path, "clean.xlsx");
    expect((await run("template", "-o", clean, "--station", "甲街社工站")).code).toBe(0);
    const { code, out } = await run("fix", clean, "-o", join(scratch.path, "x.xlsx"));
    expect([code, out]).toEqual([0, expect.stringContaining("没有可以直接修正的问题")]);
    expect(readFileSync(join(scratch.path, "x.xlsx")).equals(readFileSync(clean))).toBe(true);
  });

  test("an old format is only read", async () => {
    const rows = ["<tr><td>服务片区</td><td>协议量</td><td>完成量</td><td>百分比</td></tr>", "<tr><td>片区1</td><td>200</td><td>101</td><td>52.50%</td></tr>", "<tr><td>片区2</td><td>100</td><td>50</td><td>50.00%</td></tr>"];
    const { code, err } = await run("fix", written("表.xls", `<table>${rows.join("")}</table>`), "-o", join(scratch.path, "b.xls"));
    expect([code, err]).toEqual([3, expect.stringContaining("另存为 .xlsx")]);
    expect(readdirSync(scratch.path)).toEqual(["表.xls"]);
  });

  test("what was ignored is left alone, unless it is named", async () => {
    const { fingerprint, actual } = (await json(LIANHE)).workbooks[0]!.findings.find(({ fix: each }) => each)!;
    const settingsXml = writeSettingsXml({ settings: {}, ignored: [{ fingerprint, actual, reason: "已说明" }] });
    const file = written("a.xlsx", (await editWorkbook(readFileSync(LIANHE), { settingsXml })).bytes);
    expect((await fix(file, "--dry-run")).document!.workbooks[0]!.fixes).toHaveLength(4);
    expect((await fix(file, "--dry-run", "--fingerprint", fingerprint)).document!.workbooks[0]!.fixes).toHaveLength(1);
  });

  test.each([[["fix", LIANHE], "-o"], [["fix", LIANHE, "-o", LIANHE], "原文件"], [["fix", LIANHE, "-o", "x.txt"], ".xlsx"], [["fix", LIANHE, "--dry-run", "--only", "no-such-rule"], "no-such-rule"],
    [["fix", LIANHE, "--dry-run", "--fingerprint", "xyz"], "xyz"], [["fix", LIANHE, BAIHEDONG, "-o", LIANHE], "文件夹"], [["fix", SAMPLES, "-o", SAMPLES], "原文件"]
  ] as [string[], string][])("%j is refused with 2", async (args, says) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    expect(readFileSync(LIANHE).length).toBeGreaterThan(1000);
  });

  test("a fingerprint that is nowhere is said", async () => {
    expect((await run("fix", LIANHE, "--dry-run", "--fingerprint", "0123456789abcdef")).err).toContain("0123456789abcdef");
  });
});
