import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, copyFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../hosts/document";
import { editWorkbook } from "../hosts/file";
import { newDocument } from "../hosts/word";
import type { ReportDocument } from "../report";
import type { WrittenReport } from "../report/statement-types";
import { parseSettingsText, writeSettingsXml } from "../settings";
import type { FixDocument } from "./fix-text";
import { paragraph } from "../workbook";
import { run } from "../../test/support/command-line";

const SAMPLES = join(__dirname, "..", "..", "samples");
const LIANHE = join(SAMPLES, "lianhe.xlsx");
const BAIHEDONG = join(SAMPLES, "baihedong.xlsx");

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "hebiao-")); });
afterEach(() => rmSync(folder, { recursive: true }));

const json = async (...args: string[]): Promise<ReportDocument> => JSON.parse((await run("check", ...args, "--format", "json")).out) as ReportDocument;

function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("check", () => {
  test("finds exactly the four wrong rates on the indicator sheets of lianhe", async () => {
    const { workbooks: [report] } = await json(LIANHE);
    const wrong = report!.findings.filter(({ severity, sheet }) => severity !== "info" && sheet.startsWith("附件1"));
    expect(wrong.map(({ sheet, cell, actual, expected }) => [sheet, cell, actual, expected])).toEqual([
      ["附件1 指标完成情况", "E4", "178.31%", "178.55%"], ["附件1 对照表", "D9", "52.70%", "68.24%"],
      ["附件1 对照表", "H9", "58.00%", "58.33%"], ["附件1 对照表", "D18", "178.31%", "178.55%"]
    ]);
    expect(wrong.map(({ message }) => message).join()).toContain("78÷148");
    expect(report!.station).toBe("广州市联和街“双百工程”社工站");
  });

  test("draws no error or warning on the indicator sheets of baihedong, and says what it proved", async () => {
    const { version, workbooks: [report] } = await json(BAIHEDONG);
    expect(version).toBe(1);
    expect(report!.findings.filter(({ severity, sheet }) => severity === "error" && sheet.startsWith("附件1"))).toEqual([]);
    expect(report!.period).toEqual({ start: "2024-09-10", end: "2025-02-28", months: 6 });
    expect(report!.coverage).toMatchObject({ rates: 82, totals: 28 });
    expect(report!.tables.map(({ kind, sheet, range }) => [kind, sheet, range])).toEqual([
      ["indicators", "附件1-1", "A2:W7"], ["indicators", "附件1-1", "A8:W13"], ["overall", "附件1-1", "A14:J17"],
      ["cards", "附件1-2", "A2:C61"], ["footnote", "附件1-1", "A18:Q20"], ["roster", "附件2", "A3:AA37"]
    ]);
  });

  test("errors give 1; a file that can't be read outranks them, and the others are still checked", async () => {
    expect((await run("check", LIANHE)).code).toBe(1);
    const both = await run("check", join(folder, "missing.xlsx"), LIANHE);
    expect(both.code).toBe(3);
    expect(both.out).toContain("找不到这个文件");
    expect(both.out).toContain("52.70%");
  });

  test.each([
    ["empty.xlsx", new Uint8Array(), "empty"],
    ["text.xlsx", "not a workbook at all", "not-a-workbook"],
    ["cut.xlsx", readFileSync(LIANHE).subarray(0, 9000), "corrupt"]
  ])("%s gets one sentence", async (name, content, code) => {
    const { workbooks: [report] } = await json(written(name, content));
    expect(report!.error!.code).toBe(code);
    expect(report!.error!.message).toMatch(/。$/);
  });

  test("a folder stands for the workbooks in it, without lock files and our own copies", async () => {
    for (const name of ["a.xlsx", "~$a.xlsx", "a.核查.xlsx"]) copyFileSync(LIANHE, join(folder, name));
    written("notes.txt", "x");
    expect((await json(folder)).workbooks.map(({ file }) => file)).toEqual([join(folder, "a.xlsx")]);
  });

  test("text is Chinese, without colours where there is no terminal, one line a sentence", async () => {
    const { out } = await run("check", LIANHE);
    expect(out).toContain("错误  D9");
    expect(out).not.toContain("\u001b");
  });
});

describe("usage and settings", () => {
  test.each([[["check"]], [["nonsense"]], [["check", "--format", "xml", LIANHE]], [["check", "--colour", LIANHE]], [["check", LIANHE, "--settings"]],
    [["check", LIANHE, "--format", "json", "--format", "text"]], [["summarize", LIANHE, BAIHEDONG, "-o", "x.xlsx"]], [["check", LIANHE, "--settings", "/nowhere.json"]]
  ])("%j is refused with 2", async (args) => {
    const { code, err, out } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/[。]/);
  });

  test.each([['{"headcuont":20}', "headcuont"], ['{"certifiedShare":2}', "certifiedShare"], ["{", "JSON"], ['{"__proto__":{"headcount":1}}', "__proto__"]])("settings %s are refused", async (text, names) => {
    const { code, err } = await run("check", LIANHE, "--settings", written("s.json", text));
    expect(code).toBe(2);
    expect(err).toContain(names);
  });

  test("settings of a single station apply to it", async () => {
    const settings = written("s.json", JSON.stringify({ stations: { "广州市联和街“双百工程”社工站": { certifiedShare: 0.7 } } }));
    expect((await json(LIANHE, "--settings", settings)).workbooks[0]!.evaluation!.staffing!.certified).toEqual({ share: 0.7, due: 70, actual: 85 });
  });

  test("help", async () => expect(await run("--help")).toMatchObject({ code: 0, err: "" }));
});

describe("letters", () => {
  test("one for each workbook of a folder that has something to mend; a broken one costs one line", async () => {
    const submitted = join(folder, "提交");
    mkdirSync(join(submitted, "甲"), { recursive: true });
    copyFileSync(LIANHE, join(submitted, "甲", "附件.xlsx"));
    writeFileSync(join(submitted, "坏.xlsx"), readFileSync(LIANHE).subarray(0, 9000));
    await run("template", "-o", join(submitted, "空.xlsx"), "--station", "广州市甲街社工站");
    const out = join(folder, "清单");
    const first = await run("letters", submitted, "-o", out, "--until", "2025-04-15");
    expect(first.code).toBe(3);
    expect(first.out).toContain("附件.整改清单.docx（请改正 5 项，请核实 4 项，请确认 3 项）");
    expect(first.out).toContain("空.xlsx：没有要整改的，没有写清单");
    expect(first.out).toContain("写了 1 份整改清单；1 个工作簿没有要整改的；1 个没能写");
    expect(first.err).toContain("坏.xlsx: 文件已损坏");
    expect(readdirSync(join(out, "甲"))).toEqual(["附件.整改清单.docx"]);
    expect(new TextDecoder("latin1").decode(readFileSync(join(out, "甲", "附件.整改清单.docx")).subarray(0, 2))).toBe("PK");
  });

  test("writes over nothing; letters in a folder of workbooks are no workbooks", async () => {
    copyFileSync(LIANHE, join(folder, "a.xlsx"));
    expect((await run("letters", folder, "-o", folder, "--format", "xlsx")).code).toBe(1);
    const letter = readFileSync(join(folder, "a.整改清单.xlsx"));
    const again = await run("letters", folder, "-o", folder, "--format", "xlsx");
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("已经有了，没有覆盖")]);
    expect(readFileSync(join(folder, "a.整改清单.xlsx")).equals(letter)).toBe(true);
    expect((await json(folder)).workbooks).toHaveLength(1);
    expect(readFileSync(join(folder, "a.xlsx")).equals(readFileSync(LIANHE))).toBe(true);
  });

  test("as text, by whom and until when; in English where that is asked for", async () => {
    await run("letters", LIANHE, "-o", folder, "--format", "txt", "--until", "2025年4月15日", "--by", "评估组");
    const text = readFileSync(join(folder, "lianhe.整改清单.txt"), "utf8");
    expect(text).toContain("请于 2025年4月15日 前改好");
    expect(text).toContain("核查人：评估组");
    await run("letters", LIANHE, "-o", folder, "--format", "txt", "--language", "en");
    expect(readFileSync(join(folder, "lianhe.to-mend.txt"), "utf8")).toContain("To do: Check both numbers");
  });

  test("names staff only where that is asked for", async () => {
    for (const names of [[], ["--names"]]) {
      const out = join(folder, names.join(""));
      await run("letters", BAIHEDONG, "-o", out, "--format", "txt", ...names);
      expect(/涉及：/.test(readFileSync(join(out, "baihedong.整改清单.txt"), "utf8"))).toBe(names.length > 0);
    }
  });

  test("a report in the folder gets one, too: its sentences held against its workbook", async () => {
    const submitted = join(folder, "提交");
    mkdirSync(submitted);
    copyFileSync(BAIHEDONG, join(submitted, "附件.xlsx"));
    const blocks = ["广州市白鹤洞街社工站中期评估报告", "评估期为2024年9月10日至2025年2月28日。", "完成小组8个，37节，服务324人次，分别完成协议指标量的50.00%、52.86%和77.14%。"].map((text) => paragraph("body", text));
    writeFileSync(join(submitted, "报告.docx"), newDocument({ title: "", language: "zh", foot: ["", "", ""], blocks }));
    const { code, out } = await run("letters", submitted, "-o", join(folder, "清单"), "--format", "txt");
    expect([code, out]).toEqual([1, expect.stringContaining("写了 2 份整改清单")]);
    expect(readFileSync(join(folder, "清单", "报告.整改清单.txt"), "utf8")).toContain("现为 8个，应为 7个。");
    // Alone it was held against nothing, which is no all-clear.
    expect((await run("letters", join(submitted, "报告.docx"), "-o", join(folder, "另存"))).out).toContain("没有找到它说的工作簿");
  });

  test.each([[[]], [["-o", "x", "--format", "pdf"]], [["-o", "x", "--until", "2025-04-31"]], [["-o", "x", "--language", "fr"]], [["-o", BAIHEDONG]]])("%j is refused with 2", async (args) => {
    expect((await run("letters", LIANHE, ...args)).code).toBe(2);
  });
});

describe("fix", () => {
  const fix = async (...args: string[]) => {
    const { code, out, err } = await run("fix", ...args, "--format", "json");
    return { code, err, document: (out === "" ? null : JSON.parse(out)) as FixDocument | null };
  };

  test("writes a mended copy, lists before and after, touches the original never", async () => {
    const file = join(folder, "表.xlsx");
    copyFileSync(LIANHE, file);
    const target = join(folder, "改.xlsx");
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
    const { document } = await fix(LIANHE, "-o", join(folder, "x.xlsx"));
    const [workbook] = document!.workbooks;
    expect(workbook).toMatchObject({ file: LIANHE, output: join(folder, "x.xlsx"), problem: null });
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
    const { code, out } = await run("fix", BAIHEDONG, "--dry-run", "-o", join(folder, "x.xlsx"));
    const copy = await run("fix", BAIHEDONG, "-o", join(folder, "y.xlsx"));
    expect([code, out.split("\n").length]).toEqual([copy.code, copy.out.split("\n").length - 1]);
    expect(readdirSync(folder)).toEqual(["y.xlsx"]);
  });

  test("a folder: copies as the originals stand, what can't be read is said, copies of an earlier run are no originals", async () => {
    mkdirSync(join(folder, "街道"));
    copyFileSync(LIANHE, join(folder, "街道", "a.xlsx"));
    copyFileSync(BAIHEDONG, join(folder, "b.xls"));
    written("c.xlsx", "torn");
    const target = join(folder, "改");
    const { code, document } = await fix(folder, "-o", target);
    expect(code).toBe(3);
    expect(document!.workbooks.map(({ output }) => output).sort()).toEqual([null, join(target, "b.xlsx"), join(target, "街道", "a.xlsx")].sort());
    // Again: nothing is written over.
    const again = await fix(folder, "-o", target);
    expect([again.code, again.document!.workbooks.length]).toEqual([2, 3]);
    expect(again.err).toContain("已经有了");
  });

  test("a file with nothing to mend is copied as it is", async () => {
    const clean = join(folder, "clean.xlsx");
    expect((await run("template", "-o", clean, "--station", "甲街社工站")).code).toBe(0);
    const { code, out } = await run("fix", clean, "-o", join(folder, "x.xlsx"));
    expect([code, out]).toEqual([0, expect.stringContaining("没有可以直接修正的问题")]);
    expect(readFileSync(join(folder, "x.xlsx")).equals(readFileSync(clean))).toBe(true);
  });

  test("an old format is only read", async () => {
    const rows = ["<tr><td>服务片区</td><td>协议量</td><td>完成量</td><td>百分比</td></tr>", "<tr><td>片区1</td><td>200</td><td>101</td><td>52.50%</td></tr>", "<tr><td>片区2</td><td>100</td><td>50</td><td>50.00%</td></tr>"];
    const { code, err } = await run("fix", written("表.xls", `<table>${rows.join("")}</table>`), "-o", join(folder, "b.xls"));
    expect([code, err]).toEqual([3, expect.stringContaining("另存为 .xlsx")]);
    expect(readdirSync(folder)).toEqual(["表.xls"]);
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

describe("summarize", () => {
  test("writes the copy beside the file, replaces its own earlier output, touches the original never", async () => {
    const file = join(folder, "表.xlsx");
    copyFileSync(LIANHE, file);
    const before = readFileSync(file);
    expect((await run("summarize", file)).code).toBe(1);
    expect((await run("summarize", file)).code).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(["表.xlsx", "表.核查.xlsx"].sort());
    expect(readFileSync(file).equals(before)).toBe(true);
    // The copy checks as the original does: our own sheet is no table.
    expect((await json(join(folder, "表.核查.xlsx"))).workbooks[0]!.tables).toHaveLength(6);
  });

  test("never overwrites what it did not write", async () => {
    const file = join(folder, "表.xlsx");
    copyFileSync(LIANHE, file);
    const other = written("表.核查.xlsx", readFileSync(BAIHEDONG));
    const { code, err } = await run("summarize", file);
    expect(code).toBe(2);
    expect(err).toContain("已经存在");
    expect(readFileSync(other).equals(readFileSync(BAIHEDONG))).toBe(true);
  });

  test("refuses the original as output, over a link too", async () => {
    const file = join(folder, "表.xlsx");
    copyFileSync(LIANHE, file);
    symlinkSync(file, join(folder, "link.xlsx"));
    expect((await run("summarize", file, "-o", join(folder, "link.xlsx"))).code).toBe(2);
    expect((await run("summarize", file, "-o", file)).code).toBe(2);
    expect(readFileSync(file).equals(readFileSync(LIANHE))).toBe(true);
  });

  test("an output of another kind than the original is refused: Excel would not open it", async () => {
    const { code, err } = await run("summarize", LIANHE, "-o", join(folder, "x.txt"));
    expect(code).toBe(2);
    expect(err).toContain(".xlsx");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("what a file is decides, not its name: an .xlsx named .xls is checked and written as .xlsx", async () => {
    const file = written("表.xls", readFileSync(LIANHE));
    expect((await json(file)).workbooks[0]!.tables).toHaveLength(6);
    expect((await run("summarize", file)).code).toBe(1);
    expect((await run("summarize", file, "-o", join(folder, "b.xlsx"))).code).toBe(1);
    const refused = await run("summarize", file, "-o", join(folder, "b.xls"));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(".xlsx")]);
    expect(readdirSync(folder).sort()).toEqual(["b.xlsx", "表.xls", "表.核查.xlsx"].sort());
  });

  test("a real .xls can only be checked", async () => {
    const file = written("表.xls", "<table><tr><td>服务片区</td><td>协议量</td><td>完成量</td><td>百分比</td></tr><tr><td>片区1</td><td>2</td><td>1</td><td>50%</td></tr></table>");
    const { code, err } = await run("summarize", file, "-o", join(folder, "b.xlsx"));
    expect([code, err]).toEqual([3, expect.stringContaining("另存为 .xlsx")]);
  });

  test("an output that can't be written leaves nothing behind", async () => {
    mkdirSync(join(folder, "out"));
    const { code, err } = await run("summarize", LIANHE, "-o", join(folder, "out", "no", "x.xlsx"));
    expect(code).toBe(3);
    expect(err).toContain("写不了");
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });

  test("a file without a table gets no copy", async () => {
    const { code, err } = await run("summarize", written("x.xlsx", "nothing"), "-o", join(folder, "y.xlsx"));
    expect(code).toBe(3);
    expect(err).toContain("不是 Excel 工作簿");
    expect(readdirSync(folder)).toEqual(["x.xlsx"]);
  });
});

describe("batches", () => {
  const many = (): string => {
    const root = join(folder, "报送");
    mkdirSync(join(root, "甲街"), { recursive: true });
    copyFileSync(LIANHE, join(root, "联和.xlsx"));
    copyFileSync(LIANHE, join(root, "甲街", "联和 副本.xlsx"));
    copyFileSync(BAIHEDONG, join(root, "甲街", "白鹤洞.xlsx"));
    writeFileSync(join(root, "坏.xlsx"), "不是工作簿");
    writeFileSync(join(root, "~$联和.xlsx"), "锁");
    return root;
  };

  test("a folder stands for the workbooks in it and in its folders", async () => {
    const { workbooks } = await json(many());
    expect(workbooks.map(({ file, error }) => [file.slice(folder.length), error !== null])).toEqual([
      ["/报送/坏.xlsx", true], ["/报送/甲街/白鹤洞.xlsx", false], ["/报送/甲街/联和 副本.xlsx", false], ["/报送/联和.xlsx", false]
    ]);
  });

  test.each([["*.xlsx", 2], ["联?.xlsx", 1], ["没有*.xlsx", 1]])("%s stands for what it matches", async (pattern, count) => {
    const { workbooks } = await json(join(many(), pattern));
    expect(workbooks).toHaveLength(count);
  });

  test("summarize writes a copy beside each file; one that fails stops no other", async () => {
    const root = many();
    const { code, out, err } = await run("summarize", root);
    expect(code).toBe(3);
    expect(err).toContain("坏.xlsx");
    expect(out.match(/已写入/g)).toHaveLength(3);
    expect(readdirSync(join(root, "甲街")).sort()).toEqual(["白鹤洞.xlsx", "白鹤洞.核查.xlsx", "联和 副本.xlsx", "联和 副本.核查.xlsx"].sort());
    expect((await run("summarize", root, "-o", join(folder, "x.xlsx"))).code).toBe(2);
  });

  test("compare writes one workbook, over an earlier one but nothing else", async () => {
    const root = many();
    const target = join(folder, "对照.xlsx");
    const { code, out } = await run("compare", root, "-o", target);
    expect(code).toBe(3);
    expect(out).toContain("疑似重复");
    const { readWorkbook } = await import("../hosts/file");
    const workbook = await readWorkbook(new Uint8Array(readFileSync(target)));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["各站一览", "全部问题", "按规则", "全区"]);
    const texts = workbook.sheets[0]!.texts().map(({ value }) => value).join("|");
    expect(texts).toContain("内容完全相同");
    expect(texts).toContain("无法核查");
    expect((await run("compare", root, "-o", target)).code).toBe(3);
    const own = written("自己的.xlsx", new Uint8Array(readFileSync(LIANHE)));
    const before = readFileSync(own);
    expect((await run("compare", root, "-o", own)).code).toBe(2);
    expect(readFileSync(own).equals(before)).toBe(true);
  });

  test.each([["0"], ["x"], ["1.5"]])("--jobs %s is refused", async (jobs) => {
    expect((await run("check", LIANHE, "--jobs", jobs)).code).toBe(2);
  });
});

describe("template", () => {
  test("writes tables that our own check finds nothing wrong in, and never over a file", async () => {
    const target = join(folder, "标准表.xlsx");
    const made = await run("template", "-o", target, "--station", "广州市甲街社工站", "--start", "2025-07-01", "--end", "2025-12-31", "--areas", "东片区，西片区", "--headcount", "8", "--certified", "70%");
    expect(made).toMatchObject({ code: 0, err: "" });
    const { workbooks: [report] } = await json(target);
    expect(report!.station).toBe("广州市甲街社工站");
    expect(report!.findings).toEqual([]);
    expect((await run("template", "-o", target, "--station", "x")).code).toBe(2);
  });

  test.each([
    [["-o", "a.xlsx"]], [["--station", "x"]], [["-o", "a.xls", "--station", "x"]], [["-o", "a.xlsx", "--station", "x", "--start", "2025-13-01"]],
    [["-o", "a.xlsx", "--station", "x", "--areas", "甲,甲"]], [["-o", "a.xlsx", "--station", "x", "--headcount", "0"]], [["多余", "-o", "a.xlsx", "--station", "x"]]
  ])("%j is refused and nothing is written", async (args) => {
    const inFolder = args.map((arg) => (arg.startsWith("a.") ? join(folder, arg) : arg));
    expect((await run("template", ...inFolder)).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("profile", () => {
  const profiles = [{
    name: "卡", kind: "none" as const, headRows: 1,
    columns: [{ head: "指标要求", holds: "number" as const, role: "none" as const }, { head: "完成情况", holds: "number" as const, role: "none" as const }, { head: "完成百分比", holds: "percent" as const, role: "none" as const }]
  }];

  test("writes what was told of a workbook, which other checks take", async () => {
    const { bytes } = await editWorkbook(readFileSync(LIANHE), { settingsXml: writeSettingsXml({ settings: { profiles }, ignored: [] }) });
    const book = written("book.xlsx", bytes);
    const target = join(folder, "profiles.json");
    expect(await run("profile", book, "-o", target)).toMatchObject({ code: 0, err: "" });
    expect(parseSettingsText(readFileSync(target, "utf8"))).toEqual({ profiles });
    const { workbooks: [report] } = await json(LIANHE, "--settings", target);
    expect(report!.tables.map(({ kind }) => kind)).not.toContain("cards");
    expect(report!.told[0]!.places.length).toBeGreaterThan(5);
    expect((await run("profile", book, "-o", target)).code).toBe(2);
    expect((await run("profile", LIANHE, "-o", join(folder, "none.json"))).code).toBe(2);
  });

  test.each([
    ["another version", { version: 2, profiles }, "版本是 2"],
    ["an unknown role", { version: 1, profiles: [{ ...profiles[0], columns: [{ head: "甲", holds: "text", role: "boss" }] }] }, "role"],
    ["two rates of one target", { profiles: [{ name: "表", kind: "list", headRows: 1, columns: ["name", "target", "done", "rate", "rate"].map((role, i) => ({ head: `甲${i}`, holds: i === 0 ? "text" : "number", role })) }] }, "自相矛盾"]
  ])("refused: %s", async (_, content, says) => {
    const { code, err } = await run("check", LIANHE, "--settings", written("bad.json", JSON.stringify(content)));
    expect([code, err.includes(says)]).toEqual([2, true]);
  });
});

describe("check of a report", () => {
  const REPORT = join(SAMPLES, "reports", "baihedong.docx");
  const written = async (...args: string[]) => (JSON.parse((await run("check", ...args, "--format", "json")).out) as ReportDocument<WrittenReport>).workbooks;

  test("its tables are checked like a workbook's, at the document's places", async () => {
    const [report] = await written(REPORT);
    expect(report).toMatchObject({ file: REPORT, error: null, station: "广州市白鹤洞街社工站", statements: expect.any(Array) as unknown });
    expect(report!.findings.find(({ rule }) => rule === "attendance-person-total")).toMatchObject({ sheet: "表5", cell: "Y12", fix: null });
    const { code, out } = await run("check", REPORT);
    expect(code).toBe(1);
    expect(out).toContain("到岗表  表5 A1:AA18");
  });

  test("beside the workbook that was named, or the one of its station and period in the folder", async () => {
    copyFileSync(REPORT, join(folder, "报告.docx"));
    copyFileSync(LIANHE, join(folder, "乙.xlsx"));
    const [alone, other] = await written(folder);
    expect([alone, other].map((report) => report!.notChecked.filter((sentence) => /报告|同一社工站/.test(sentence)).length)).toEqual([1, 1]);
    copyFileSync(BAIHEDONG, join(folder, "甲.xlsx"));
    const reports = await written(folder);
    expect(reports.map(({ file, beside }) => [file, beside])).toEqual([[join(folder, "报告.docx"), join(folder, "甲.xlsx")], [join(folder, "甲.xlsx"), undefined], [join(folder, "乙.xlsx"), undefined]]);
    copyFileSync(BAIHEDONG, join(folder, "丙.xlsx"));
    expect((await written(folder))[0]!.notChecked.join()).toContain("不止一个");
    expect((await written(join(folder, "报告.docx"), "--with", LIANHE))[0]!.beside).toBe(LIANHE);
  });

  test("a plain text is a report, too; other documents are told what to do", async () => {
    const text = join(folder, "说明.txt");
    writeFileSync(text, "共配备社工17名。");
    expect(await run("check", text)).toMatchObject({ code: 0, out: expect.stringContaining("报告里没有找到能核查的表") as string });
    for (const [name, content, code] of [["a.pdf", "%PDF-1.4", "document-pdf"], ["a.doc", "{\\rtf1", "document-other"], ["a.docx", readFileSync(REPORT).subarray(0, 9000), "document-corrupt"]] as const) {
      writeFileSync(join(folder, name), content);
      expect((await written(join(folder, name)))[0]!.error!.code).toBe(code);
    }
    expect((await run("check", REPORT, "--with", join(folder, "missing.xlsx"))).code).toBe(3);
    expect(await run("check", LIANHE, "--with", LIANHE)).toMatchObject({ code: 2, err: expect.stringContaining("--with") as string });
  });

  test("a copy with remarks, under a name of its own; the report stays as it is", async () => {
    const copy = join(folder, "批注.docx");
    const before = readFileSync(REPORT);
    expect(await run("check", REPORT, "--comments", copy)).toMatchObject({ code: 1, err: expect.stringContaining(`带批注的副本已存为 ${copy}`) as string });
    expect(readDocument(new Uint8Array(readFileSync(copy))).paragraphs).toEqual(readDocument(new Uint8Array(before)).paragraphs);
    expect(readFileSync(REPORT).equals(before)).toBe(true);
    expect((await run("check", REPORT, "--comments", copy)).code).toBe(2);
    expect((await run("check", REPORT, "--comments", join(folder, "a.xlsx"))).code).toBe(2);
    expect((await run("check", LIANHE, "--comments", join(folder, "b.docx"))).code).toBe(2);
  });
});
