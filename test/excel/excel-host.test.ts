import { ExcelHost, ExcelProblem } from "../../src/hosts/excel";
import { summarySheet, SUMMARY_MARKER, SUMMARY_SHEET_NAME } from "../../src/summary";
import { cellName, planOf, type Fix, type SheetDescription } from "../../src/workbook";
import { sampleFinding, sampleReport } from "../sample-report";
import { at, FakeExcel } from "./fake-excel";

const MARKER_NAME = "_hebiao_marker";

interface FakeFile {
  readonly bytes: Uint8Array;
  readonly failAt?: number;
  closed?: boolean;
}

/** Puts the fake where the host looks for Excel. */
function inside(excel: FakeExcel, file?: FakeFile): ExcelHost {
  const succeed = (value: unknown) => ({ status: "succeeded", value });
  const SLICE = 4;
  const office = {
    FileType: { Compressed: "compressed" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    context: {
      requirements: { isSetSupported: () => true },
      document: {
        url: "https://example.invalid/%E8%81%94%E5%92%8C.xlsx",
        getFileAsync: (_type: string, _options: unknown, done: (result: unknown) => void) => done(file ? succeed({
          size: file.bytes.length,
          sliceCount: Math.ceil(file.bytes.length / SLICE),
          getSliceAsync: (index: number, got: (result: unknown) => void) => {
            const data = [...file.bytes.slice(index * SLICE, (index + 1) * SLICE)];
            got(index === file.failAt ? { status: "failed", error: { code: 5001 } } : succeed({ data, size: data.length }));
          },
          closeAsync: () => {
            file.closed = true;
          }
        }) : { status: "failed", error: { code: 5000 } })
      }
    }
  };
  Object.assign(globalThis, { Excel: excel.client.Excel, OfficeExtension: excel.client.OfficeExtension, Office: office });
  return new ExcelHost();
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ExcelProblem);
  return (error as ExcelProblem).sentence.id;
}

/** What Excel must hold after the sheet was written. */
function expectWritten(excel: FakeExcel, description: SheetDescription, name = SUMMARY_SHEET_NAME): void {
  const sheet = excel.sheets.find((each) => each.name === name)!;
  description.rows.forEach((row, top) => row.forEach((cell, left) => {
    const written = sheet.contents.get(cellName(top + 1, left + 1)) ?? "";
    const wanted = cell?.formula ?? (typeof cell?.value === "string" && cell.value !== "" ? `'${cell.value}` : cell?.value ?? "");
    expect([top, left, written]).toEqual([top, left, wanted]);
  }));
}

describe("writing the summary sheet", () => {
  test("adds a marked sheet, links and all, in few round trips", async () => {
    const excel = new FakeExcel("附件1", "附件2");
    const description = summarySheet(sampleReport({ findings: [sampleFinding({ message: "=HYPERLINK(1)" })] }));
    await inside(excel).writeSheet(planOf(description));
    expect(excel.sheets.map(({ name }) => name)).toEqual(["附件1", "附件2", SUMMARY_SHEET_NAME]);
    const sheet = excel.sheets[2]!;
    expect(sheet.names.get(MARKER_NAME)).toEqual({ formula: `="${SUMMARY_MARKER}"`, visible: false });
    expectWritten(excel, description);
    expect([...sheet.links.values()]).toContain("'附件1 对照表'!D9");
    expect(sheet.log).toContain("Activate()");
    expect(sheet.log).toContain("FreezePanes.FreezeRows()");
    expect(excel.roundTrips).toBeLessThanOrEqual(7);
  });

  test("writes over its own earlier sheet, also when it was renamed, and leaves nothing of it", async () => {
    const excel = new FakeExcel("附件1");
    const host = inside(excel);
    await host.writeSheet(planOf(summarySheet(sampleReport({ findings: Array.from({ length: 30 }, () => sampleFinding()) }))));
    excel.sheets[1]!.name = "我的汇总";
    const shorter = summarySheet(sampleReport({ findings: [] }));
    await host.writeSheet(planOf(shorter));
    expect(excel.sheets.map(({ name }) => name)).toEqual(["附件1", "我的汇总"]);
    expectWritten(excel, shorter, "我的汇总");
    const last = Math.max(...[...excel.sheets[1]!.contents.keys()].map((cell) => at(cell).row));
    expect(last).toBe(shorter.rows.length);
  });

  test("keeps a sheet of the user's that has the name", async () => {
    const excel = new FakeExcel(SUMMARY_SHEET_NAME);
    excel.sheets[0]!.contents.set("A1", "用户自己的");
    await inside(excel).writeSheet(planOf(summarySheet(sampleReport())));
    expect(excel.sheets.map(({ name }) => name)).toEqual([SUMMARY_SHEET_NAME, `${SUMMARY_SHEET_NAME} (2)`]);
    expect([...excel.sheets[0]!.contents]).toEqual([["A1", "用户自己的"]]);
  });

  test("a refusal half-way leaves a marked sheet, which the next try takes", async () => {
    const excel = new FakeExcel("附件1");
    const host = inside(excel);
    excel.refuse = { action: /^Formulas$/, code: "AccessDenied" };
    expect(await problemOf(host.writeSheet(planOf(summarySheet(sampleReport()))))).toBe("excel-access-denied");
    excel.refuse = null;
    const description = summarySheet(sampleReport());
    await host.writeSheet(planOf(description));
    expect(excel.sheets).toHaveLength(2);
    expectWritten(excel, description);
  });
});

describe("applying fixes", () => {
  const fix = (parts: Partial<Fix>): Fix => ({ sheet: "附件1", cell: "E4", kind: "formula", before: 1.7831, after: "=D4/C4", why: "", ...parts });

  test("applies what is as it was, and refuses the rest with the reason", async () => {
    const excel = new FakeExcel("附件1");
    const { contents, formats } = excel.sheets[0]!;
    contents.set("E4", 1.7831);
    contents.set("E5", 99);
    contents.set("E6", "12");
    formats.set("E6", "@");
    const outcomes = await inside(excel).applyFixes([
      fix({}), fix({ cell: "E5" }), fix({ sheet: "没有" }), fix({ cell: "E6", kind: "value", before: "12", after: 12 }),
      fix({ cell: "E7", kind: "value", before: null, after: "=1" })
    ]);
    expect(outcomes.map(({ applied, reason }) => [applied, reason])).toEqual([
      [true, null], [false, expect.stringContaining("已改动")], [false, expect.stringContaining("没有")], [true, null], [true, null]
    ]);
    expect([contents.get("E4"), contents.get("E5"), contents.get("E6"), contents.get("E7")]).toEqual(["=D4/C4", 99, 12, "'=1"]);
    expect(formats.get("E6")).toBe("General");
  });
});

describe("settings", () => {
  const xml = (text: string) => `<settings xmlns="urn:hebiao:settings">${text}</settings>`;

  test("are kept in one part, replaced and removed", async () => {
    const excel = new FakeExcel("附件1");
    const host = inside(excel);
    await host.writeSettings(xml("1"));
    await host.writeSettings(xml("2"));
    expect(excel.parts.map((part) => part.xml)).toEqual([xml("2")]);
    await host.writeSettings(null);
    await host.writeSettings(null);
    expect(excel.parts).toEqual([]);
  });
});

describe("going to a cell", () => {
  test("shows it", async () => {
    const excel = new FakeExcel("附件1", "附件2");
    await inside(excel).goTo({ sheet: "附件2", row: 9, column: 4 });
    expect(excel.sheets[1]!.log).toEqual(["Activate()", "D9.Select()"]);
  });

  test("of a sheet that is gone is explained", async () => {
    expect(await problemOf(inside(new FakeExcel("附件1")).goTo({ sheet: "附件2", row: 1, column: 1 }))).toBe("excel-not-found");
  });
});

describe("reading the open workbook", () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, index) => index);

  test("joins all slices and closes the file", async () => {
    const file: FakeFile = { bytes };
    const host = inside(new FakeExcel("附件1"), file);
    expect(host.fileName).toBe("联和.xlsx");
    expect(await host.readBytes()).toEqual(bytes);
    expect(file.closed).toBe(true);
  });

  test("closes the file also when a slice fails", async () => {
    const file: FakeFile = { bytes, failAt: 1 };
    expect(await problemOf(inside(new FakeExcel("附件1"), file).readBytes())).toBe("excel-cannot-read");
    expect(file.closed).toBe(true);
  });

  test("explains a refusal", async () => {
    expect(await problemOf(inside(new FakeExcel("附件1")).readBytes())).toBe("excel-cannot-read");
  });
});
