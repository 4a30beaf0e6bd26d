import { readdirSync, readFileSync, writeFileSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook } from "../hosts/file";
import { parseSettingsText, writeSettingsXml } from "../settings";
import { BAIHEDONG, LIANHE, json, run, scratchFolder } from "../../test/support/command-line";

const scratch = scratchFolder();
const { written } = scratch;

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
    const both = await run("check", join(scratch.path, "missing.xlsx"), LIANHE);
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
    for (const name of ["a.xlsx", "~$a.xlsx", "a.核查.xlsx"]) copyFileSync(LIANHE, join(scratch.path, name));
    written("notes.txt", "x");
    expect((await json(scratch.path)).workbooks.map(({ file }) => file)).toEqual([join(scratch.path, "a.xlsx")]);
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

describe("batches", () => {
  const many = (): string => {
    const root = join(scratch.path, "报送");
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
    expect(workbooks.map(({ file, error }) => [file.slice(scratch.path.length), error !== null])).toEqual([
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
    expect((await run("summarize", root, "-o", join(scratch.path, "x.xlsx"))).code).toBe(2);
  });

  test("compare writes one workbook, over an earlier one but nothing else", async () => {
    const root = many();
    const target = join(scratch.path, "对照.xlsx");
    const { code, out } = await run("compare", root, "-o", target);
    expect(code).toBe(3);
    expect(out).toContain("疑似重复");
    const { readWorkbook } = await import("../hosts/file");
    const workbook = await readWorkbook(new Uint8Array(readFileSync(target)));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["各站一览", "全部问题", "按规则", "全区"]);
    const texts = workbook.sheets[0]!.texts().map(({ value }) => value).join("|");
    expect(texts).toContain("内容完全相同");
    expect(texts).toContain("没能核查");
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
    const target = join(scratch.path, "标准表.xlsx");
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
    const inFolder = args.map((arg) => (arg.startsWith("a.") ? join(scratch.path, arg) : arg));
    expect((await run("template", ...inFolder)).code).toBe(2);
    expect(readdirSync(scratch.path)).toEqual([]);
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
    const target = join(scratch.path, "profiles.json");
    expect(await run("profile", book, "-o", target)).toMatchObject({ code: 0, err: "" });
    expect(parseSettingsText(readFileSync(target, "utf8"))).toEqual({ profiles });
    const { workbooks: [report] } = await json(LIANHE, "--settings", target);
    expect(report!.tables.map(({ kind }) => kind)).not.toContain("cards");
    expect(report!.told[0]!.places.length).toBeGreaterThan(5);
    expect((await run("profile", book, "-o", target)).code).toBe(2);
    expect((await run("profile", LIANHE, "-o", join(scratch.path, "none.json"))).code).toBe(2);
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
