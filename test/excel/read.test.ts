import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExcelProblem } from "../../src/hosts/excel";
import { readWorkbook } from "../../src/hosts/file";
import { render } from "../../src/messages";
import { checkWorkbook } from "../../src/report";
import { makePackage } from "../../src/hosts/file/testing/make-package";
import { cellKey, cellName, parseCellName, type Rect } from "../../src/workbook";
import { build, packageVariant, Random, writeXlsx, type Spec } from "../generator";
import { dataOf, type BookData } from "./host";
import { openExcel, settled } from "./host/in-node";

const file = (name: string): Uint8Array => readFileSync(join(__dirname, "..", "..", "samples", name));
const station = (spec: Spec): Uint8Array => writeXlsx(build(spec).draft, { ...packageVariant(new Random(spec.seed)), withoutValues: false });
const spec = (kind: Spec["kind"], family: string, seed: number): Spec => ({ kind, family, rate: "mixed", total: "mixed", seed });

/** So many sheets of 20 rows and 10 columns. */
function sheets(count: number): BookData {
  const cells = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [cellName(Math.floor(index / 10) + 1, (index % 10) + 1), index]));
  return { sheets: Array.from({ length: count }, (_, index) => ({ name: `表${index + 1}`, cells })) };
}

/** One sheet of that size, every cell a number. */
function large(rows: number, columns: number, content: (row: number, column: number) => unknown = (row, column) => row * column): BookData {
  const cells: Record<string, unknown> = {};
  for (let row = 1; row <= rows; row++) for (let column = 1; column <= columns; column++) cells[cellName(row, column)] = { value: content(row, column), formula: null, format: "General", text: String(content(row, column)), locked: true };
  return { sheets: [{ name: "大表", cells }] };
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ExcelProblem);
  return (error as ExcelProblem).sentence.id;
}

describe("what is read through Excel is what the file says", () => {
  test.each<[string, () => Uint8Array]>([
    ["lianhe.xlsx", () => file("lianhe.xlsx")],
    ["baihedong.xlsx", () => file("baihedong.xlsx")],
    ...[1, 2, 3, 4].map((seed) => [`a generated station ${seed}`, () => station(spec("whole", "wild", seed))] satisfies [string, () => Uint8Array]),
    ["indicators", () => station(spec("indicators", "wild", 5))],
    ["a roster", () => station(spec("roster", "wild", 6))]
  ])("%s: the same report", async (_, bytes) => {
    const read = await readWorkbook(bytes(), "a.xlsx");
    const { host } = openExcel(dataOf(read));
    const { unread } = await host.readContent();
    expect(unread.map((sentence) => render(sentence))).toEqual([]);
    expect(checkWorkbook(await host.read())).toEqual(checkWorkbook(read));
  });

  test("plain data goes to a worker and back", async () => {
    const { host } = openExcel(dataOf(await readWorkbook(file("lianhe.xlsx"), "lianhe.xlsx")));
    const { content } = await host.readContent();
    expect(structuredClone(content)).toEqual(content);
  });
});

describe("round trips", () => {
  test.each([1, 3, 60])("%i sheets take three", async (count) => {
    const { excel, host } = openExcel(sheets(count));
    const workbook = await host.read();
    expect(workbook.sheets).toHaveLength(count);
    expect(workbook.sheets.at(-1)!.cell(20, 10)!.value).toBe(199);
    expect(excel.roundTrips).toBe(3);
    await settled();
    expect(excel.trips).toHaveLength(3);
  });

  test("hidden lines, merged areas, names and settings take no further one", async () => {
    const [first, ...others] = sheets(3).sheets;
    const { excel, host } = openExcel({
      sheets: [{ ...first!, hiddenRows: [3, 4], hiddenColumns: [2], merges: [{ top: 1, left: 1, bottom: 2, right: 3 }], marker: "hebiao-summary", visibility: "veryHidden" }, ...others],
      names: [{ name: "总数", formula: "=表1!$A$1", sheet: null }, { name: "本表", formula: "=表2!$A$1", sheet: "表2" }],
      settingsXml: "<settings xmlns=\"urn:hebiao:settings\"/>", calculation: "manual"
    });
    const workbook = await host.read();
    expect(excel.roundTrips).toBe(3);
    const [sheet] = workbook.sheets;
    expect([[...sheet!.hiddenRows], [...sheet!.hiddenColumns], sheet!.merges, sheet!.marker, sheet!.visibility])
      .toEqual([[3, 4], [2], [{ top: 1, left: 1, bottom: 2, right: 3 }], "hebiao-summary", "veryHidden"]);
    expect(workbook.names).toEqual([{ name: "总数", formula: "=表1!$A$1", sheet: null }, { name: "本表", formula: "=表2!$A$1", sheet: "表2" }]);
    expect([workbook.settingsXml, workbook.calculation]).toEqual(["<settings xmlns=\"urn:hebiao:settings\"/>", "manual"]);
  });

  test("an empty workbook is read", async () => {
    const { host } = openExcel({ sheets: [{ name: "空", cells: {} }] });
    expect((await host.read()).sheets[0]!.used).toBeNull();
  });
});

describe("cells", () => {
  test("texts that look like something else, errors, narrow columns", async () => {
    const { excel, host } = openExcel({
      sheets: [{ name: "表", cells: {
        A1: "'=1+1", A2: "'#N/A 说明", A3: { error: "#DIV/0!" }, A4: "=1/0", A5: true, A6: { value: 0.5, formula: null, format: "0.00%", text: "####", locked: true },
        A7: "'012", A8: "=\"\"", A9: { value: "#SPILL!", formula: "=A1:A2", format: "General", locked: true }, A10: { value: "#BUSY!", formula: "=A1", format: "General", locked: true }
      } }]
    });
    const [sheet] = (await host.read()).sheets;
    const cell = (row: number) => [sheet!.cell(row, 1)!.value, sheet!.cell(row, 1)!.formula, sheet!.cell(row, 1)!.text];
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(cell)).toEqual([
      ["=1+1", null, "=1+1"], ["#N/A 说明", null, "#N/A 说明"], [{ error: "#DIV/0!" }, null, "#DIV/0!"], [{ error: "#DIV/0!" }, "=1/0", "#DIV/0!"],
      [true, null, "TRUE"], [0.5, null, "50.00%"], ["012", null, "012"], ["", "=\"\"", ""]
    ]);
    expect([sheet!.cell(9, 1)!.value, sheet!.cell(10, 1)!.value]).toEqual([{ error: "#SPILL!" }, { error: "#VALUE!" }]);
    expect(sheet!.cell(6, 1)!.showing!(0.25)).toBe("25.00%");
    expect(excel.content("表", "A1")).toBe("=1+1");
  });

  test("dates that count from 1904 and links to other workbooks are told from the cells", async () => {
    const { host } = openExcel({ sheets: [{ name: "表", cells: {
      A1: { value: 44_621, formula: null, format: "yyyy/m/d", text: "2026/3/2", locked: true },
      A2: { value: 1, formula: "='C:\\我的\\[去年.xlsx]附件1'!$D$9", format: "General", locked: true }, A3: { value: 1, formula: "=Table1[done]", format: "General", locked: true }
    } }] });
    const workbook = await host.read();
    expect([workbook.date1904, workbook.externalLinks]).toEqual([true, ["去年.xlsx"]]);
  });
});

describe("tables, filters and arrays", () => {
  const number = (value: number, formula: string | null = null): object => ({ value, formula, format: "General", locked: true });
  const rect = (top: number, left: number, bottom: number, right: number): Rect => ({ top, left, bottom, right });
  const tables = (): BookData => ({
    sheets: [
      { name: "表", cells: { A1: "片区", B1: "完成量", A2: "一", B2: 1, A3: "二", B3: 2, A4: "合计", B4: "=SUBTOTAL(109,表1[完成量])", D1: "头", D2: 5, D3: 6 }, hiddenRows: [2],
        tables: [{ name: "表1", rect: rect(1, 1, 4, 2), hasHeads: true, hasTotals: true, columns: ["片区", "完成量"], isFiltered: true }], filter: { rect: rect(1, 4, 3, 4), isAtWork: true } },
      { name: "无", cells: { A1: 1, A2: 2 }, tables: [{ name: "表2", rect: rect(1, 1, 2, 1), hasHeads: false, hasTotals: false, columns: ["列1"], isFiltered: false }], filter: { rect: rect(1, 1, 2, 1), isAtWork: false } }
    ]
  });

  test("tables and filters at work are told, in no further round trip", async () => {
    const { excel, host } = openExcel(tables());
    const { content: { sheets: [first, second] }, unread } = await host.readContent();
    expect([excel.roundTrips, unread]).toEqual([3, []]);
    expect([first!.tables, first!.filters]).toEqual([
      [{ name: "表1", rect: rect(1, 1, 4, 2), hasHeads: true, hasTotals: true, columns: ["片区", "完成量"] }], [rect(2, 4, 3, 4), rect(2, 1, 3, 2)]
    ]);
    expect([second!.tables, second!.filters]).toEqual([[{ name: "表2", rect: rect(1, 1, 2, 1), hasHeads: false, hasTotals: false, columns: ["列1"] }], []]);
  });

  test("what spills, what was entered over an area, what is an array of one cell: the formula stands in the first cell", async () => {
    const { excel, host } = openExcel({ sheets: [
      { name: "表", cells: {
        A1: 1, A2: 2, A3: 3,
        // Spilled cells show a number, or the formula greyed out.
        B1: number(2, "=A1:A3*2"), B2: number(4), B3: number(6, "=A1:A3*2"), C1: number(1, "=A1"), C2: number(2, "=A2"),
        D1: number(1, "=A1:A2"), D2: number(2, "=A1:A2"), E1: number(1, "=A1:A2"), E2: number(2, "=A1:A2"), F1: number(14, "=SUM(A1:A3*A1:A3)"), F2: number(14, "=SUM(A1:A3*A1:A3)+0")
      }, arrays: [rect(1, 2, 3, 2), { ...rect(1, 4, 2, 5), entered: true }, rect(1, 6, 1, 6), rect(2, 6, 2, 6)] },
      { name: "无", cells: { A1: number(2, "=1+1") } }
    ] });
    const { content: { sheets: [sheet, other] }, unread } = await host.readContent();
    expect([sheet!.arrays, other!.arrays, unread]).toEqual([[rect(1, 2, 3, 2), rect(1, 4, 2, 5), rect(1, 6, 1, 6), rect(2, 6, 2, 6)], [], []]);
    const formula = (name: string): unknown => sheet!.cells.get(cellKey(parseCellName(name)!.row, parseCellName(name)!.column))!.formula;
    expect(["B1", "B2", "B3", "C2", "D1", "D2", "E1", "E2", "F2"].map(formula)).toEqual(["=A1:A3*2", null, null, "=A2", "=A1:A2", null, null, null, "=SUM(A1:A3*A1:A3)+0"]);
    expect(excel.roundTrips).toBe(4);
  });

  test("an Excel without a set of calls does without what it would tell", async () => {
    const { host } = openExcel(tables(), { isSetSupported: (set, version) => set !== "ExcelApi" || !["1.9", "1.12"].includes(version!) });
    const { content: { sheets: [sheet] }, unread } = await host.readContent();
    expect([sheet!.tables!.length, sheet!.filters, sheet!.arrays, unread]).toEqual([1, [], [], []]);
  });

  test.each([[/^Tables$/, "套用表格格式"], [/^IsDataFiltered$/, "筛选"], [/^SavedAsArray$/, "数组公式"]])("one that fails at %s: the rest is read, and what is missing is named", async (unknown, named) => {
    const { excel, host } = openExcel(tables());
    excel.faults.unknown = unknown;
    const { content, unread } = await host.readContent();
    expect(content.sheets.map((sheet) => sheet.cells.size)).toEqual([11, 2]);
    expect(unread.map((sentence) => render(sentence)).join()).toContain(named);
  });

  test("a file with all of these is the same through Excel", async () => {
    const read = await readWorkbook(makePackage({ sheets: [{ name: "表", data:
      '<row r="1"><c r="A1" t="inlineStr"><is><t>头</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="C2"><f t="array" ref="C2:C3">A2:A3*2</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>2</v></c><c r="C3"><v>4</v></c></row>',
      after: '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn></autoFilter>' }] }), "a.xlsx");
    const { host } = openExcel(dataOf(read));
    const sheet = (await host.read()).sheets[0]!;
    expect([sheet.arrays, sheet.filters]).toEqual([[rect(2, 3, 3, 3)], [rect(2, 1, 3, 1)]]);
    expect([sheet.arrays, sheet.filters, sheet.tables]).toEqual([read.sheets[0]!.arrays, read.sheets[0]!.filters, read.sheets[0]!.tables]);
  });
});

describe("a large workbook", () => {
  test("is read in blocks under 4 MB, with progress", async () => {
    const { excel, host } = openExcel(large(20_000, 10, (row, column) => (column === 10 ? `备注${"很长的话".repeat(row % 12)}` : row / column)));
    const shares: number[] = [];
    const workbook = await host.read({ onProgress: (share) => shares.push(share) });
    expect(workbook.sheets[0]!.cells.size).toBe(200_000);
    expect(Math.max(...excel.trips.map(({ responseBytes }) => responseBytes))).toBeLessThan(4_000_000);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  test("what Excel finds too large is asked for in halves", async () => {
    const { excel, host } = openExcel(large(300, 20));
    excel.faults.limit = 60_000;
    expect((await host.read()).sheets[0]!.cells.size).toBe(6000);
  });

  test("null instead of values is asked for in halves", async () => {
    const { excel, host } = openExcel(large(300, 20));
    excel.faults.mostCells = 1000;
    const { content, unread } = await host.readContent();
    expect([content.sheets[0]!.cells.size, unread]).toEqual([6000, []]);
  });

  test("a stray cell in the last corner is read, too", async () => {
    const { excel, host } = openExcel({ sheets: [{ name: "表", cells: { A1: "标题", B2: 2, XFD1048576: "x", A1048576: 1 } }] });
    const { content, unread } = await host.readContent();
    expect(content.sheets[0]!.cells.size).toBe(4);
    expect(unread).toEqual([]);
    expect(excel.roundTrips).toBeLessThanOrEqual(4);
  });

  test("what is too large is named, the rest is read", async () => {
    const { excel, host } = openExcel({ sheets: [{ name: "表", cells: { A1: "标题", B2: 2, XFD1048576: "x" } }, { name: "附件", cells: { A1: 1 } }] });
    // It can't be asked which part of the large sheet is used.
    excel.faults.before.set(3, () => (excel.faults.unknown = /^GetUsedRangeOrNullObject$/));
    const { content, unread } = await host.readContent();
    expect(content.sheets.map((sheet) => sheet.cells.size)).toEqual([2, 1]);
    expect(unread.map((sentence) => render(sentence))).toContain("工作表“表”的 A20001:IV1048576 没有读取，未核查：范围太大");
  });

  test("more merged areas than Excel tells at once are found in parts", async () => {
    const merges = Array.from({ length: 900 }, (_, index) => ({ top: index * 2 + 1, bottom: index * 2 + 2, left: 1, right: 2 }));
    const { host } = openExcel({ sheets: [{ name: "一张名字比较长的工作表", cells: large(1800, 3).sheets[0]!.cells, merges }] });
    const { content, unread } = await host.readContent();
    expect([content.sheets[0]!.merges!.length, unread]).toEqual([900, []]);
  });

  test("a cancelled reading stops", async () => {
    const { excel, host } = openExcel(large(20_000, 10));
    const stop = new AbortController();
    const reading = host.read({ signal: stop.signal, onProgress: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    const trips = excel.trips.length;
    await settled();
    expect(excel.trips.length).toBeLessThanOrEqual(trips + 1);
    await expect(host.read({ signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("faults", () => {
  const book = (): BookData => ({ ...sheets(3), names: [{ name: "总数", formula: "=表1!$A$1", sheet: null }], settingsXml: "<settings xmlns=\"urn:hebiao:settings\"/>" });

  async function actionsOfACheck(): Promise<number> {
    const { excel, host } = openExcel(book());
    await host.read();
    return excel.actions;
  }

  test("an error at any action, once: the whole workbook is read all the same", async () => {
    const count = await actionsOfACheck();
    expect(count).toBeGreaterThan(50);
    const { host: untouched } = openExcel(book());
    const { content: wanted } = await untouched.readContent();
    for (let action = 0; action < count; action++) {
      const { excel, host } = openExcel(book());
      excel.faults.at = { action, code: "GeneralException" };
      const { content, unread } = await host.readContent();
      expect([action, unread.map((sentence) => render(sentence)), content.sheets]).toEqual([action, [], wanted.sheets]);
    }
  });

  test.each([
    "AccessDenied", "InvalidOperationInCellEditMode", "ItemNotFound", "GeneralException", "RequestAborted", "ResponsePayloadSizeLimitExceeded", "ConnectionFailure", "Strange"
  ])("%s from any action on ends in a sentence", async (code) => {
    const count = await actionsOfACheck();
    for (let action = 0; action < count; action++) {
      const { excel, host } = openExcel(book());
      excel.faults.at = { action, code, again: true };
      const outcome = await host.readContent().catch((error: unknown) => error);
      expect([action, outcome instanceof ExcelProblem && render(outcome.sentence)]).toEqual([action, expect.stringMatching(/请/)]);
    }
  });

  test.each([
    [/^CalculationMode|Application$/, "计算方式"], [/^Names$/, "名称"], [/^Names$/, "标记"], [/^GetMergedAreasOrNullObject$/, "合并单元格"], [/^CustomXmlParts$/, "设置"],
    [/^RowHidden$/, "隐藏的行"], [/^(Names|CustomXmlParts|Application|RowHidden|GetMergedAreasOrNullObject)$/, "合并单元格"]
  ])("an Excel without %s: the rest is read, and what is missing is named", async (unknown, named) => {
    const { excel, host } = openExcel(book());
    excel.faults.unknown = unknown;
    const { content, unread } = await host.readContent();
    expect(content.sheets.map((sheet) => sheet.cells.size)).toEqual([200, 200, 200]);
    expect(unread.map((sentence) => render(sentence)).join()).toContain(named);
  });

  test("a sheet that is deleted meanwhile is named", async () => {
    for (const trip of [2, 3]) {
      const { excel, host } = openExcel(book());
      excel.faults.before.set(trip, () => excel.book.sheets.splice(1, 1));
      const { content, unread } = await host.readContent();
      expect(content.sheets.map(({ name }) => name)).toEqual(["表1", "表3"]);
      expect(unread.map((sentence) => render(sentence))).toEqual([expect.stringContaining("“表2”")]);
    }
  });

  test("a sheet that is renamed meanwhile is read under its new name", async () => {
    const { excel, host } = openExcel(book());
    excel.faults.before.set(3, () => (excel.sheet("表2").name = "新名"));
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(["表1", "新名", "表3"]);
  });

  test("a sheet that Excel refuses is named, the others are read", async () => {
    const { excel, host } = openExcel(book());
    excel.faults.refuse = { action: /^GetRange$/, code: "AccessDenied", sheet: "表2" };
    const { content, unread } = await host.readContent();
    expect(content.sheets.map(({ name }) => name)).toEqual(["表1", "表3"]);
    expect(render(unread[0]!)).toMatch(/“表2”.*受保护/);
  });

  test("a user who is typing is waited for", async () => {
    const { excel, host } = openExcel(book());
    excel.editing = true;
    const reading = host.read();
    await settled();
    expect(excel.trips).toHaveLength(0);
    excel.endEditing();
    expect((await reading).sheets).toHaveLength(3);
  });

  test("where Excel does not wait, the user is told to finish typing", async () => {
    const { excel, host } = openExcel(book(), { isSetSupported: (set) => set !== "DelayForCellEdit" });
    excel.editing = true;
    expect(await problemOf(host.read())).toBe("excel-editing");
  });

  test("no answer at all is a sentence", async () => {
    const { excel, host } = openExcel(book());
    excel.faults.broken = true;
    expect(await problemOf(host.read())).toMatch(/^excel-/);
  });
});
