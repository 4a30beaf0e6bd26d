import { readdirSync, readFileSync, writeFileSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { newDocument } from "../hosts/word";
import { paragraph } from "../workbook";
import { BAIHEDONG, LIANHE, json, run, scratchFolder } from "../../test/support/command-line";

const scratch = scratchFolder();

describe("letters", () => {
  test("one for each workbook of a folder that has something to mend; a broken one costs one line", async () => {
    const submitted = join(scratch.path, "提交");
    mkdirSync(join(submitted, "甲"), { recursive: true });
    copyFileSync(LIANHE, join(submitted, "甲", "附件.xlsx"));
    writeFileSync(join(submitted, "坏.xlsx"), readFileSync(LIANHE).subarray(0, 9000));
    await run("template", "-o", join(submitted, "空.xlsx"), "--station", "广州市甲街社工站");
    const out = join(scratch.path, "清单");
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
    copyFileSync(LIANHE, join(scratch.path, "a.xlsx"));
    expect((await run("letters", scratch.path, "-o", scratch.path, "--format", "xlsx")).code).toBe(1);
    const letter = readFileSync(join(scratch.path, "a.整改清单.xlsx"));
    const again = await run("letters", scratch.path, "-o", scratch.path, "--format", "xlsx");
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("已经有了，没有覆盖")]);
    expect(readFileSync(join(scratch.path, "a.整改清单.xlsx")).equals(letter)).toBe(true);
    expect((await json(scratch.path)).workbooks).toHaveLength(1);
    expect(readFileSync(join(scratch.path, "a.xlsx")).equals(readFileSync(LIANHE))).toBe(true);
  });

  test("as text, by whom and until when; in English where that is asked for", async () => {
    await run("letters", LIANHE, "-o", scratch.path, "--format", "txt", "--until", "2025年4月15日", "--by", "评估组");
    const text = readFileSync(join(scratch.path, "lianhe.整改清单.txt"), "utf8");
    expect(text).toContain("请于 2025年4月15日 前改好");
    expect(text).toContain("核查人：评估组");
    await run("letters", LIANHE, "-o", scratch.path, "--format", "txt", "--language", "en");
    expect(readFileSync(join(scratch.path, "lianhe.to-mend.txt"), "utf8")).toContain("To do: Check both numbers");
  });

  test("names staff only where that is asked for", async () => {
    for (const names of [[], ["--names"]]) {
      const out = join(scratch.path, names.join(""));
      await run("letters", BAIHEDONG, "-o", out, "--format", "txt", ...names);
      expect(/涉及：/.test(readFileSync(join(out, "baihedong.整改清单.txt"), "utf8"))).toBe(names.length > 0);
    }
  });

  test("a report in the folder gets one, too: its sentences held against its workbook", async () => {
    const submitted = join(scratch.path, "提交");
    mkdirSync(submitted);
    copyFileSync(BAIHEDONG, join(submitted, "附件.xlsx"));
    const blocks = ["广州市白鹤洞街社工站中期评估报告", "评估期为2024年9月10日至2025年2月28日。", "完成小组8个，37节，服务324人次，分别完成协议指标量的50.00%、52.86%和77.14%。"].map((text) => paragraph("body", text));
    writeFileSync(join(submitted, "报告.docx"), newDocument({ title: "", language: "zh", foot: ["", "", ""], blocks }));
    const { code, out } = await run("letters", submitted, "-o", join(scratch.path, "清单"), "--format", "txt");
    expect([code, out]).toEqual([1, expect.stringContaining("写了 2 份整改清单")]);
    expect(readFileSync(join(scratch.path, "清单", "报告.整改清单.txt"), "utf8")).toContain("现为 8个，应为 7个。");
    // Alone it was held against nothing, which is no all-clear.
    expect((await run("letters", join(submitted, "报告.docx"), "-o", join(scratch.path, "另存"))).out).toContain("没有找到它说的工作簿");
  });

  test.each([[[]], [["-o", "x", "--format", "pdf"]], [["-o", "x", "--until", "2025-04-31"]], [["-o", "x", "--language", "fr"]], [["-o", BAIHEDONG]]])("%j is refused with 2", async (args) => {
    expect((await run("letters", LIANHE, ...args)).code).toBe(2);
  });
});
