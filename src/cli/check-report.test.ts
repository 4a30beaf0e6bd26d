import { readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../hosts/document";
import type { ReportDocument } from "../report";
import type { WrittenReport } from "../report/statement-types";
import { BAIHEDONG, LIANHE, SAMPLES, run, scratchFolder } from "../../test/support/command-line";

const scratch = scratchFolder();

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
    copyFileSync(REPORT, join(scratch.path, "报告.docx"));
    copyFileSync(LIANHE, join(scratch.path, "乙.xlsx"));
    const [alone, other] = await written(scratch.path);
    expect([alone, other].map((report) => report!.notChecked.filter((sentence) => /报告|同一社工站/.test(sentence)).length)).toEqual([1, 1]);
    copyFileSync(BAIHEDONG, join(scratch.path, "甲.xlsx"));
    const reports = await written(scratch.path);
    expect(reports.map(({ file, beside }) => [file, beside])).toEqual([[join(scratch.path, "报告.docx"), join(scratch.path, "甲.xlsx")], [join(scratch.path, "甲.xlsx"), undefined], [join(scratch.path, "乙.xlsx"), undefined]]);
    copyFileSync(BAIHEDONG, join(scratch.path, "丙.xlsx"));
    expect((await written(scratch.path))[0]!.notChecked.join()).toContain("不止一个");
    expect((await written(join(scratch.path, "报告.docx"), "--with", LIANHE))[0]!.beside).toBe(LIANHE);
  });

  test("a plain text is a report, too; other documents are told what to do", async () => {
    const text = join(scratch.path, "说明.txt");
    writeFileSync(text, "共配备社工17名。");
    expect(await run("check", text)).toMatchObject({ code: 0, out: expect.stringContaining("报告里没有找到能核查的表") as string });
    for (const [name, content, code] of [["a.pdf", "%PDF-1.4", "document-pdf"], ["a.doc", "{\\rtf1", "document-other"], ["a.docx", readFileSync(REPORT).subarray(0, 9000), "document-corrupt"]] as const) {
      writeFileSync(join(scratch.path, name), content);
      expect((await written(join(scratch.path, name)))[0]!.error!.code).toBe(code);
    }
    expect((await run("check", REPORT, "--with", join(scratch.path, "missing.xlsx"))).code).toBe(3);
    expect(await run("check", LIANHE, "--with", LIANHE)).toMatchObject({ code: 2, err: expect.stringContaining("--with") as string });
  });

  test("a copy with remarks, under a name of its own; the report stays as it is", async () => {
    const copy = join(scratch.path, "批注.docx");
    const before = readFileSync(REPORT);
    expect(await run("check", REPORT, "--comments", copy)).toMatchObject({ code: 1, err: expect.stringContaining(`带批注的副本已存为 ${copy}`) as string });
    expect(readDocument(new Uint8Array(readFileSync(copy))).paragraphs).toEqual(readDocument(new Uint8Array(before)).paragraphs);
    expect(readFileSync(REPORT).equals(before)).toBe(true);
    expect((await run("check", REPORT, "--comments", copy)).code).toBe(2);
    expect((await run("check", REPORT, "--comments", join(scratch.path, "a.xlsx"))).code).toBe(2);
    expect((await run("check", LIANHE, "--comments", join(scratch.path, "b.docx"))).code).toBe(2);
  });
});
