import { readdirSync, readFileSync, symlinkSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BAIHEDONG, LIANHE, json, run, scratchFolder } from "../../test/support/command-line";

const scratch = scratchFolder();
const { written } = scratch;

describe("summarize", () => {
  test("writes the copy beside the file, replaces its own earlier output, touches the original never", async () => {
    const file = join(scratch.path, "表.xlsx");
    copyFileSync(LIANHE, file);
    const before = readFileSync(file);
    expect((await run("summarize", file)).code).toBe(1);
    expect((await run("summarize", file)).code).toBe(1);
    expect(readdirSync(scratch.path).sort()).toEqual(["表.xlsx", "表.核查.xlsx"].sort());
    expect(readFileSync(file).equals(before)).toBe(true);
    // The copy checks as the original does: our own sheet is no table.
    expect((await json(join(scratch.path, "表.核查.xlsx"))).workbooks[0]!.tables).toHaveLength(6);
  });

  test("never overwrites what it did not write", async () => {
    const file = join(scratch.path, "表.xlsx");
    copyFileSync(LIANHE, file);
    const other = written("表.核查.xlsx", readFileSync(BAIHEDONG));
    const { code, err } = await run("summarize", file);
    expect(code).toBe(2);
    expect(err).toContain("已经存在");
    expect(readFileSync(other).equals(readFileSync(BAIHEDONG))).toBe(true);
  });

  test("refuses the original as output, over a link too", async () => {
    const file = join(scratch.path, "表.xlsx");
    copyFileSync(LIANHE, file);
    symlinkSync(file, join(scratch.path, "link.xlsx"));
    expect((await run("summarize", file, "-o", join(scratch.path, "link.xlsx"))).code).toBe(2);
    expect((await run("summarize", file, "-o", file)).code).toBe(2);
    expect(readFileSync(file).equals(readFileSync(LIANHE))).toBe(true);
  });

  test("an output of another kind than the original is refused: Excel would not open it", async () => {
    const { code, err } = await run("summarize", LIANHE, "-o", join(scratch.path, "x.txt"));
    expect(code).toBe(2);
    expect(err).toContain(".xlsx");
    expect(readdirSync(scratch.path)).toEqual([]);
  });

  test("what a file is decides, not its name: an .xlsx named .xls is checked and written as .xlsx", async () => {
    const file = written("表.xls", readFileSync(LIANHE));
    expect((await json(file)).workbooks[0]!.tables).toHaveLength(6);
    expect((await run("summarize", file)).code).toBe(1);
    expect((await run("summarize", file, "-o", join(scratch.path, "b.xlsx"))).code).toBe(1);
    const refused = await run("summarize", file, "-o", join(scratch.path, "b.xls"));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(".xlsx")]);
    expect(readdirSync(scratch.path).sort()).toEqual(["b.xlsx", "表.xls", "表.核查.xlsx"].sort());
  });

  test("a real .xls can only be checked", async () => {
    const file = written("表.xls", "<table><tr><td>服务片区</td><td>协议量</td><td>完成量</td><td>百分比</td></tr><tr><td>片区1</td><td>2</td><td>1</td><td>50%</td></tr></table>");
    const { code, err } = await run("summarize", file, "-o", join(scratch.path, "b.xlsx"));
    expect([code, err]).toEqual([3, expect.stringContaining("另存为 .xlsx")]);
  });

  test("an output that can't be written leaves nothing behind", async () => {
    mkdirSync(join(scratch.path, "out"));
    const { code, err } = await run("summarize", LIANHE, "-o", join(scratch.path, "out", "no", "x.xlsx"));
    expect(code).toBe(3);
    expect(err).toContain("写不了");
    expect(readdirSync(join(scratch.path, "out"))).toEqual([]);
  });

  test("a file without a table gets no copy", async () => {
    const { code, err } = await run("summarize", written("x.xlsx", "nothing"), "-o", join(scratch.path, "y.xlsx"));
    expect(code).toBe(3);
    expect(err).toContain("不是 Excel 工作簿");
    expect(readdirSync(scratch.path)).toEqual(["x.xlsx"]);
  });
});
