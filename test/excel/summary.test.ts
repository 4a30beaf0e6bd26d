import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExcelHost, ExcelProblem } from "../../src/hosts/excel";
import { readWorkbook } from "../../src/hosts/file";
import { render } from "../../src/messages";
import { checkWorkbook } from "../../src/report";
import { DETAILS_SHEET_NAME, detailsPlan, SUMMARY_SHEET_NAME as NAME, summaryPlan } from "../../src/summary";
import { FINDING, SUMMARY } from "../../src/summary/grid";
import { cellName, type SheetPlan, type WriteProgress, type WrittenSheet } from "../../src/workbook";
import { attach, attachedTo } from "./host/attached";
import { dataOf, type BookData, type FakeExcel } from "./host";
import { openExcel, type OfficeSetup, settled, writeOne } from "./host/in-node";

const REMARK = FINDING.remark[0];
/** A column of the user's own. */
const OWN = SUMMARY.key + 2;

let book: BookData;
let plan: SheetPlan;
/** Of 核查明细, on which everything stands that may be drawn. */
let details: SheetPlan;
beforeAll(async () => {
  const workbook = await readWorkbook(readFileSync(join(__dirname, "..", "..", "samples", "lianhe.xlsx")), "lianhe.xlsx");
  book = dataOf(workbook);
  const report = checkWorkbook(workbook);
  plan = summaryPlan(report, { checkedAt: new Date(2026, 2, 3, 4, 5) });
  details = detailsPlan(report, { checkedAt: new Date(2026, 2, 3, 4, 5) });
});

/** An Excel whose workbook has just been read, as it always has when a summary is written. */
async function read(data: BookData = book, setup?: OfficeSetup): Promise<{ excel: FakeExcel; host: ExcelHost }> {
  const opened = openExcel(data, setup);
  await opened.host.readContent();
  opened.excel.trips.length = 0;
  opened.excel.actions = 0;
  return opened;
}

/** …and already has a summary, with a remark beside the first finding and a column of the user's own. */
async function written(): Promise<{ excel: FakeExcel; host: ExcelHost; remark: string; own: string }> {
  const { excel, host } = await read();
  await writeOne(host, plan);
  const [row] = rowsWith(excel, "finding:");
  excel.userTypes(NAME, row!, REMARK, "已电话核实");
  excel.userTypes(NAME, row!, OWN, "本人的列");
  await host.readContent();
  excel.trips.length = 0;
  excel.actions = 0;
  return { excel, host, remark: cellName(row!, REMARK), own: cellName(row!, OWN) };
}

/** Rows whose hidden key begins so. */
function rowsWith(excel: FakeExcel, key: string): number[] {
  return [...excel.sheet(NAME).cells].filter(([, { value }]) => String(value).startsWith(key)).map(([at]) => Math.floor(at / 16384) + 1);
}

/** The first two findings of the earlier sheet stand in the other order, so that what the user keeps beside them has to move. */
function swapFindings(excel: FakeExcel): void {
  const [first, second] = rowsWith(excel, "finding:");
  const [a, b] = [first!, second!].map((row) => excel.content(NAME, cellName(row, SUMMARY.key)));
  excel.userTypes(NAME, first!, SUMMARY.key, b);
  excel.userTypes(NAME, second!, SUMMARY.key, a);
}

/** All that a user would see of the contents, by sheet. */
function contents(excel: FakeExcel): Record<string, unknown> {
  return Object.fromEntries(excel.book.sheets.map((sheet) => [sheet.name, [...sheet.cells]
    .filter(([, { value, formula }]) => value !== null || formula !== null)
    .map(([key, { value, formula }]) => [key, formula ?? value]).sort((a, b) => Number(a[0]) - Number(b[0]))]));
}

/** The sheets of the user's with all that belongs to them. */
function userSheets(excel: FakeExcel): unknown {
  return structuredClone(excel.book.sheets.filter(({ names }) => names.every(({ name }) => name !== "_hebiao_marker")));
}

async function outcomeOf(work: Promise<WrittenSheet>): Promise<WrittenSheet | string> {
  return work.catch((error: unknown) => {
    expect(error).toBeInstanceOf(ExcelProblem);
    return render((error as ExcelProblem).sentence);
  });
}

describe("round trips", () => {
  test("a first summary takes three, those of the helper that creates the sheet among them, and one to read back", async () => {
    const { excel, host } = await read();
    expect(await writeOne(host, plan)).toEqual({ name: NAME, replaced: false, omitted: [], differing: [] });
    expect(excel.roundTrips).toBe(4);
    expect(excel.trips.map(({ actions }) => actions.some((action) => / =$|^(Merge|Clear|Delete|Activate)$/.test(action)))).toEqual([false, false, true, false]);
  });

  test("written again in place it takes two, and one to read back", async () => {
    const { excel, host } = await written();
    expect(await writeOne(host, plan)).toEqual({ name: NAME, replaced: true, omitted: [], differing: [] });
    expect(excel.roundTrips).toBe(3);
  });

  test("at once after the first, without a reading between, too", async () => {
    const { excel, host } = await read();
    await writeOne(host, plan);
    excel.trips.length = 0;
    expect(await writeOne(host, plan)).toMatchObject({ replaced: true, omitted: [], differing: [] });
    expect(excel.roundTrips).toBe(3);
  });

  test("however many sheets there are", async () => {
    const { excel, host } = await read({ sheets: [...book.sheets, ...Array.from({ length: 60 }, (_, index) => ({ name: `表${index}`, cells: { A1: index } }))] });
    await writeOne(host, plan);
    expect(excel.roundTrips).toBe(4);
  });
});

describe("what is written", () => {
  test("stands there; the user's sheets are as they were; remarks, own columns and widths stay", async () => {
    const { excel, host, remark, own } = await written();
    const before = userSheets(excel);
    const sheet = excel.sheet(NAME);
    const widths = sheet.log.filter((line) => line.includes("ColumnWidth")).length;
    expect(sheet.names).toEqual([expect.objectContaining({ formula: "=\"hebiao-summary\"", visible: false })]);
    await writeOne(host, plan);
    expect(excel.book.sheets.filter(({ name }) => name.startsWith(NAME))).toHaveLength(1);
    expect([excel.content(NAME, remark), excel.content(NAME, own)]).toEqual(["已电话核实", "本人的列"]);
    expect(userSheets(excel)).toEqual(before);
    expect(sheet.log.filter((line) => line.includes("ColumnWidth"))).toHaveLength(widths);
    expect(sheet.links.size).toBeGreaterThan(10);
    expect(excel.book.active).toBe(sheet.id);
  });

  test("cells of the user's own that do not move are not touched, and what moves moves with its row", async () => {
    const { excel, host, own } = await written();
    const [, second] = rowsWith(excel, "finding:");
    excel.sheet(NAME).log.length = 0;
    await writeOne(host, plan);
    const touched = () => excel.trips.flatMap(({ actions }) => actions).filter((action) => action === "Clear").length;
    const clears = touched();
    // The findings stand in another order: the remark goes along.
    swapFindings(excel);
    await writeOne(host, plan);
    expect([excel.content(NAME, own), excel.content(NAME, cellName(second!, OWN))]).toEqual([null, "本人的列"]);
    expect(touched()).toBeGreaterThan(clears);
  });

  test("a longer sheet of an earlier run leaves nothing behind", async () => {
    const { excel, host } = await written();
    const last = Math.max(...[...excel.sheet(NAME).cells.keys()].map((key) => Math.floor(key / 16384))) + 1;
    excel.userTypes(NAME, last + 9, 2, "旧内容");
    await writeOne(host, plan);
    expect(excel.content(NAME, `B${last + 9}`)).toBeNull();
  });

  test("needs nothing of a range but its address, however large the sheet is", async () => {
    const { excel, host } = await read();
    await writeOne(host, plan);
    expect(excel.trips.flatMap(({ actions }) => actions).filter((action) => /^_Validate|^GetRow$|^GetBoundingRect$/.test(action))).toEqual([]);
  });

  test("rows that Excel refuses once others are written: those are put back, remarks and own columns with them", async () => {
    const { excel, host, remark, own } = await written();
    swapFindings(excel);
    const before = contents(excel);
    excel.faults.refuse = { action: /^Clear$/, code: "GeneralException" };
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/没有写入：.*仍是上次的内容/);
    expect(contents(excel)).toEqual(before);
    expect([excel.content(NAME, remark), excel.content(NAME, own)]).toEqual(["已电话核实", "本人的列"]);
  });

  test("what was read back otherwise is named", async () => {
    const { excel, host } = await read();
    excel.faults.before.set(excel.trips.length + 4, () => excel.userTypes(NAME, 1, 1, "别的"));
    expect(await writeOne(host, plan)).toMatchObject({ omitted: [], differing: ["A1"] });
  });

  test("content that no single request may carry goes in several; a break between them loses no remark", async () => {
    const { excel, host, remark } = await written();
    const long: SheetPlan = { ...plan, describe: (earlier) => {
      const sheet = plan.describe(earlier);
      return { ...sheet, rows: [...sheet.rows, ...Array.from({ length: 60 }, () => [{ value: "长".repeat(30_000) }])] };
    } };
    excel.faults.before.set(3, () => (excel.faults.broken = true));
    const told = await outcomeOf(writeOne(host, long));
    expect(told).toMatch(/不能确定工作表“核查汇总”是否写全/);
    excel.faults.broken = false;
    // What the break left cannot be trusted; what was read before it can.
    excel.sheet(NAME).cells.clear();
    expect(await writeOne(host, plan)).toMatchObject({ replaced: true, differing: [] });
    expect(excel.content(NAME, remark)).toBe("已电话核实");
    expect(Math.max(...excel.trips.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
  });
});

describe("the workbook has changed since it was read", () => {
  test.each([true, false])("a sheet of the user's that has taken our name is not cleared (helper knows ExcelApi 1.4: %s)", async (modern) => {
    const { excel, host } = await read(book, { isSetSupported: (_set, version) => modern || String(version) !== "1.4" });
    excel.book.addSheet(NAME);
    excel.userTypes(NAME, 1, 1, "用户自己的表");
    expect(await writeOne(host, plan)).toMatchObject({ name: `${NAME} (2)`, replaced: false });
    expect(excel.content(NAME, "A1")).toBe("用户自己的表");
  });

  test.each([1, 2])("one that comes at the last moment (round trip %i) is neither cleared nor taken away", async (trip) => {
    const { excel, host } = await read();
    excel.faults.before.set(trip, () => excel.userTypes(excel.book.addSheet(NAME).name, 1, 1, "用户自己的表"));
    const outcome = await outcomeOf(writeOne(host, plan));
    expect(outcome).toEqual(trip === 1 ? expect.objectContaining({ name: `${NAME} (2)` }) : expect.stringContaining("已有同名的工作表"));
    expect(excel.content(NAME, "A1")).toBe("用户自己的表");
    expect(await writeOne(host, plan)).toMatchObject({ name: `${NAME} (2)`, replaced: trip === 1 });
    expect(excel.content(NAME, "A1")).toBe("用户自己的表");
  });

  test("our sheet was renamed, or moved: it is found", async () => {
    const { excel, host } = await written();
    excel.sheet(NAME).name = "三月核查";
    expect(await writeOne(host, plan)).toMatchObject({ name: "三月核查", replaced: true });
    expect(excel.book.sheet(NAME)).toBeUndefined();
  });

  test("our sheet was deleted, and a sheet of the user's has its name: ours is made anew", async () => {
    const { excel, host } = await written();
    excel.book.sheets.splice(excel.book.sheets.indexOf(excel.sheet(NAME)), 1);
    excel.book.addSheet(NAME);
    excel.userTypes(NAME, 1, 1, "用户自己的表");
    expect(await writeOne(host, plan)).toMatchObject({ name: `${NAME} (2)`, replaced: false });
    expect(excel.content(NAME, "A1")).toBe("用户自己的表");
  });

  test("somebody else wrote the summary meanwhile: it is written over in place", async () => {
    const { excel, host } = await read();
    const other = excel.book.addSheet(NAME);
    other.names.push({ name: "_hebiao_marker", formula: "=\"hebiao-summary\"", visible: false });
    expect(await writeOne(host, plan)).toMatchObject({ name: NAME, replaced: true });
  });

  test("without any reading before, the earlier sheet is found", async () => {
    const { excel } = await written();
    const { host } = openExcel(book);
    await writeOne(host, plan);
    expect(await writeOne(host, plan)).toMatchObject({ name: NAME, replaced: true });
    expect(excel.book.sheets.filter(({ name }) => name.startsWith(NAME))).toHaveLength(1);
  });

  test("a hidden summary is written and stays hidden", async () => {
    const { excel, host } = await written();
    excel.sheet(NAME).visibility = "hidden";
    expect(await writeOne(host, plan)).toMatchObject({ replaced: true, omitted: [], differing: [] });
    expect(excel.sheet(NAME).visibility).toBe("hidden");
  });
});

describe("comments that the user attached to cells", () => {
  /** A summary with the first two findings in the other order, and comments on them and on the title. */
  async function annotated() {
    const { excel, host } = await read();
    await host.writeSheets([plan]);
    const [first, second] = rowsWith(excel, "finding:");
    const sheet = excel.sheet(NAME);
    attach(sheet, 1, 1, "存档");
    attach(sheet, first!, 4, "问过站长");
    attach(sheet, second!, 4, "请看", [{ author: "丙", content: "看了" }]);
    swapFindings(excel);
    excel.trips.length = 0;
    return { excel, host, first: first!, second: second!, seen: () => attachedTo(sheet).map(({ row, column, content, replies }) => [row, column, content, ...replies.map((reply) => reply.content)]).sort((a, b) => Number(a[0]) - Number(b[0])) };
  }

  test("go with their rows, also where two wait for each other's cell, and say whose they were", async () => {
    const { excel, host, first, second, seen } = await annotated();
    expect(await host.writeSheets([plan])).toMatchObject([{ replaced: true, omitted: [], differing: [] }]);
    expect(excel.roundTrips).toBe(4);
    const moved = [[1, 1, "存档"], [first, 4, "甲（原批注）：请看", "丙（原批注）：看了"], [second, 4, "甲（原批注）：问过站长"]];
    expect(seen()).toEqual(moved);
    for (let times = 0; times < 2; times++) {
      swapFindings(excel);
      await host.writeSheets([plan]);
    }
    expect(seen()).toEqual(moved);
  });

  test("stay where they are where Excel does not tell where that is, and that is said", async () => {
    const { excel, host, first, second, seen } = await annotated();
    excel.faults.refuse = { action: /^GetLocation$/, code: "GeneralException" };
    expect(await host.writeSheets([plan])).toMatchObject([{ omitted: ["notes"], differing: [] }]);
    expect(seen()).toEqual([[1, 1, "存档"], [first, 4, "问过站长"], [second, 4, "请看", "看了"]]);
  });
});

test("an Excel without names knows the sheets in another session of the pane by what stands in them", async () => {
  const { excel, host } = await read();
  excel.faults.unknown = /^Names$/;
  await host.writeSheets([plan, details]);
  const [row] = rowsWith(excel, "finding:");
  excel.userTypes(NAME, row!, REMARK, "已电话核实");
  for (const reads of [true, false]) {
    const later = new ExcelHost();
    if (reads) expect((await later.read()).sheets.map(({ marker }) => marker !== null)).toEqual([false, false, false, true, true]);
    expect(await later.writeSheets([plan, details])).toMatchObject([{ name: NAME, replaced: true }, { name: DETAILS_SHEET_NAME, replaced: true }]);
    expect(excel.content(NAME, cellName(row!, REMARK))).toBe("已电话核实");
  }
});

test("an Office that does not tell its version gets the sheet, too", async () => {
  const { excel, host } = await read();
  Object.assign(globalThis, { Office: { context: {} } });
  expect(await writeOne(host, plan)).toEqual({ name: NAME, replaced: false, omitted: [], differing: [] });
  expect(excel.content(NAME, "A1")).not.toBeNull();
});

describe("an Excel that lacks something", () => {
  test.each<[string, RegExp, WrittenSheet["omitted"], again?: WrittenSheet["omitted"]]>([
    ["charts", /^Charts$/, ["charts"]], ["a property of charts", /^ReversePlotOrder$|^HasDataLabels$/, ["charts"]],
    ["conditional formats", /^ConditionalFormats$/, ["dataBars"]], ["data bars", /^DataBar$/, ["dataBars"]], ["data validation", /^DataValidation$/, ["validations"]],
    ["page layout", /^PageLayout$/, ["printLayout"]], ["page breaks", /^HorizontalPageBreaks$/, ["printLayout"]],
    ["frozen panes", /^FreezePanes$/, ["view"]], ["gridlines", /^Gridlines$/, ["view"]],
    ["links", /^Hyperlink$/, ["links"]], ["formats", /^Format$/, ["looks", "dataBars", "charts"]], ["merging", /^Merge$/, ["looks"]],
    ["hidden columns", /^ColumnHidden$/, ["looks"], []], ["names", /^Names$/, []], ["hidden names, and legends", /^Visible$/, ["charts"]], ["activating", /^Activate$/, []]
  ])("%s: the content is there, twice, and what is missing is named", async (_, unknown, omitted, again = omitted) => {
    const { excel, host } = await read();
    const { excel: whole, host: other } = await read();
    await writeOne(other, details);
    openExcel.again(excel);
    excel.faults.unknown = unknown;
    expect(await writeOne(host, details)).toEqual({ name: DETAILS_SHEET_NAME, replaced: false, omitted, differing: [] });
    expect(contents(excel)).toEqual(contents(whole));
    expect(await writeOne(host, details)).toMatchObject({ name: DETAILS_SHEET_NAME, replaced: true, omitted: again, differing: [] });
    expect(contents(excel)).toEqual(contents(whole));
  });
});

describe("an error at any action", () => {
  const CODES = ["AccessDenied", "InvalidOperationInCellEditMode", "ItemNotFound", "RequestPayloadSizeLimitExceeded", "GeneralException", "ConnectionFailure", "Strange"];

  const SMALL: BookData = { sheets: [{ name: "附件1", cells: { A1: 1, B2: "=A1" } }, { name: "附件2", cells: { A1: "文" } }] };

  /** A sheet of few cells with everything that a summary has; the remark in C3 stays, the user's own cell in F moves to row 5. */
  const PLAN: SheetPlan = { marker: "hebiao-summary", describe: (earlier) => {
    const own = [3, 5].find((row) => earlier?.cell(row, 6));
    return {
      name: NAME, marker: "hebiao-summary", columnWidths: [5, 10, 20, 8], frozenRows: 1, hiddenColumns: [4], merges: ["A1:C1"],
      rows: [
        [{ value: "核查汇总", style: "title" }], [{ value: "单元格", style: "head" }, { value: "数" }, { value: "备注" }],
        [{ value: "B2", style: "link", link: { sheet: "附件1", row: 2, column: 2 } }, { value: 0.5, style: "percent" }, { value: earlier?.cell(3, 3)?.text ?? "", style: "remark" }],
        [null, { value: 1, formula: "=SUM(附件1!A1:A2)" }], [{ value: "=不是公式" }, null, null, null, null, own ? { value: earlier!.cell(own, 6)!.text, kept: { row: own, column: 6 } } : null]
      ],
      conditionals: [{ range: "B3", formula: "=B3>1", style: "error" }], dataBars: [{ range: "B3", least: 0, most: 1, color: "00FF00" }],
      validations: [{ range: "B3", rule: { kind: "list", values: ["是", "否"] } }],
      charts: [{ kind: "bars", title: "图", over: "A7:C12", format: "0%", series: [{ name: "数", categories: "A3", values: "B3", labels: ["B2"], numbers: [0.5], color: "00FF00" }] }],
      print: { orientation: "landscape", titleRows: [1, 1], area: "A1:C5" }
    };
  } };

  async function before(rewrite: boolean): Promise<{ excel: FakeExcel; host: ExcelHost }> {
    const { excel, host } = await read(SMALL);
    if (rewrite) {
      await writeOne(host, PLAN);
      excel.userTypes(NAME, 3, 3, "已电话核实");
      excel.userTypes(NAME, 3, 6, "本人的列");
      await host.readContent();
    }
    excel.trips.length = 0;
    excel.actions = 0;
    return { excel, host };
  }

  function expectTruth(at: unknown, outcome: WrittenSheet | string, excel: FakeExcel, before: ReturnType<typeof contents>, after: ReturnType<typeof contents>): void {
    const present = contents(excel);
    const { [NAME]: ours, ...others } = present;
    const { [NAME]: former, ...othersBefore } = before;
    expect([at, others]).toEqual([at, othersBefore]);
    if (typeof outcome !== "string") expect([at, ours]).toEqual([at, after[NAME]]);
    else if (/工作簿没有改动/.test(outcome)) expect([at, present]).toEqual([at, before]);
    else if (/仍是上次的内容/.test(outcome)) expect([at, ours]).toEqual([at, former]);
    else expect([at, outcome]).toEqual([at, expect.stringMatching(/只写了一部分|不能确定工作表/)]);
  }

  test.each(CODES.flatMap((code) => [[code, "once", false], [code, "once", true], [code, "from there on", false], [code, "from there on", true]] as const))(
    "%s, %s, in place: %s: as asked, or a true sentence; no remark is lost, and a next try completes it", async (code, times, rewrite) => {
      const { excel: whole, host: other } = await before(rewrite);
      const former = contents(whole);
      await writeOne(other, PLAN);
      const after = contents(whole);
      const count = whole.actions;
      expect(count).toBeGreaterThan(100);
      // What differs by code does not differ by place.
      for (let action = 0; action < count; action += code === "GeneralException" ? 1 : 17) {
        const { excel, host } = await before(rewrite);
        excel.faults.at = { action, code, again: times === "from there on" };
        const outcome = await outcomeOf(writeOne(host, PLAN));
        expectTruth([action, code], outcome, excel, former, after);
        if (rewrite) expect([action, excel.content(NAME, "C3"), [excel.content(NAME, "F3"), excel.content(NAME, "F5")].includes("本人的列")]).toEqual([action, "已电话核实", true]);
        excel.faults.at = null;
        expect([action, await outcomeOf(writeOne(host, PLAN))]).toEqual([action, expect.objectContaining({ omitted: [], differing: [] })]);
        expect([action, contents(excel)]).toEqual([action, after]);
      }
    });
});

describe("both sheets", () => {
  let plans: readonly SheetPlan[];
  beforeAll(() => (plans = [plan, details]));

  test("are written one after the other, step by step; the summary is shown", async () => {
    const { excel, host } = await read();
    const steps: WriteProgress[] = [];
    const written = await host.writeSheets(plans, { signal: new AbortController().signal, onProgress: (progress) => steps.push(progress) });
    expect(written.map(({ name }) => name)).toEqual([NAME, DETAILS_SHEET_NAME]);
    expect(steps.map(({ step, canStop }) => [step, canStop])).toEqual([[1, true], [2, false], [3, false], [4, false], [5, false], [6, false]]);
    expect(steps.every(({ steps: count }) => count === 6)).toBe(true);
    expect(excel.book.active).toBe(excel.sheet(NAME).id);
    expect(excel.book.sheets.slice(-2).map(({ name }) => name)).toEqual([NAME, DETAILS_SHEET_NAME]);
  });

  test.each([["for the first time", false], ["again", true]])("stopped while Excel is being asked, %s: nothing has changed", async (_, again) => {
    const { excel, host } = again ? await written() : await read();
    const before = contents(excel);
    const stop = new AbortController();
    excel.faults.before.set(1, () => stop.abort());
    await expect(host.writeSheets(plans, { signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
    await settled();
    expect(contents(excel)).toEqual(before);
    expect(await host.writeSheets(plans)).toMatchObject([{ replaced: again }, { replaced: false }]);
  });

  test("stopped while a user keeps Excel waiting: answered at once, and nothing comes of it later", async () => {
    const { excel, host } = await read();
    const before = contents(excel);
    excel.editing = true;
    const stop = new AbortController();
    const writing = host.writeSheets(plans, { signal: stop.signal });
    await settled();
    stop.abort();
    await expect(writing).rejects.toMatchObject({ name: "AbortError" });
    excel.endEditing();
    await settled();
    expect(contents(excel)).toEqual(before);
  });

  test("stopped once it is begun, it goes on to its end", async () => {
    const { excel, host } = await read();
    const stop = new AbortController();
    excel.faults.before.set(3, () => stop.abort());
    expect(await host.writeSheets(plans, { signal: stop.signal })).toMatchObject([{ name: NAME, differing: [] }, { name: DETAILS_SHEET_NAME, differing: [] }]);
    expect(excel.content(NAME, "A1")).not.toBeNull();
  });

  test("where the second is refused, the sentence says that the first is written", async () => {
    const { excel, host } = await read();
    excel.faults.before.set(5, () => (excel.book.structureProtected = true));
    const told = await host.writeSheets(plans).then(() => "", (error: unknown) => render((error as ExcelProblem).sentence));
    expect(told).toMatch(/^工作表“核查汇总”已写好。另一张没有写入：工作簿的结构受保护.*再写一次就会补全。$/);
    expect(excel.book.sheets.at(-1)!.name).toBe(NAME);
  });

  test("the one sheet of version 0.1 is written over in place: nothing of its 23 columns is left, what the user noted stays", async () => {
    const former = Object.fromEntries(["序号", "级别", "表格", "单元格", "问题"].map((text, index) => [cellName(3, index + 1), text]));
    const { excel, host } = await read({ sheets: [...book.sheets, {
      name: NAME, marker: "hebiao-summary", hiddenColumns: [23], merges: [{ top: 4, left: 5, bottom: 4, right: 10 }],
      cells: { A1: "旧标题", W1: "hebiao-rows", ...former, V3: "处理情况", W3: "findings.1", E4: "旧的话", Q4: "旧的依据", V4: "已电话核实", W4: "finding:gone", X4: "本人的列" }
    }] });
    expect(await host.writeSheets(plans)).toMatchObject([{ name: NAME, replaced: true, omitted: [], differing: [] }, { replaced: false }]);
    const sheet = excel.sheet(NAME);
    const text = (value: unknown) => [...sheet.cells].filter(([, cell]) => cell.value === value).map(([key]) => key % 16384 + 1);
    expect([text("已电话核实"), text("本人的列"), text("旧标题"), text("旧的依据")]).toEqual([[REMARK], [SUMMARY.key + 1], [], []]);
    expect(Math.max(...[...sheet.cells].filter(([, { value }]) => value !== null && value !== "").map(([key]) => key % 16384 + 1))).toBe(SUMMARY.key + 1);
    expect([...sheet.hiddenColumns]).toEqual([SUMMARY.key]);
  });
});

describe("what users meet", () => {
  test("a protected structure: nothing is written, and the sentence says where to lift it", async () => {
    const { excel, host } = await read();
    const before = contents(excel);
    excel.book.structureProtected = true;
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/没有写入，工作簿没有改动：工作簿的结构受保护.*保护工作簿/);
    expect(contents(excel)).toEqual(before);
    // An earlier summary needs no new sheet.
    excel.book.structureProtected = false;
    await writeOne(host, plan);
    excel.book.structureProtected = true;
    expect(await writeOne(host, plan)).toMatchObject({ replaced: true, omitted: [] });
  });

  test("a protected summary: it holds what it held", async () => {
    const { excel, host } = await written();
    const before = contents(excel);
    excel.sheet(NAME).isProtected = true;
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/没有写入：.*受保护.*仍是上次的内容/);
    expect(contents(excel)).toEqual(before);
  });

  test("a workbook open read-only", async () => {
    const { excel, host } = await read();
    excel.book.readOnly = true;
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/没有写入，工作簿没有改动：.*受保护/);
  });

  test("a user who is typing is waited for", async () => {
    const { excel, host } = await read();
    excel.editing = true;
    const writing = writeOne(host, plan);
    await settled();
    expect(excel.trips).toHaveLength(0);
    excel.endEditing();
    expect(await writing).toMatchObject({ omitted: [] });
  });

  test("a sheet that is deleted while it is written", async () => {
    const { excel, host } = await written();
    excel.faults.before.set(2, () => excel.book.sheets.splice(excel.book.sheets.indexOf(excel.sheet(NAME)), 1));
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/不能确定工作表“核查汇总”是否写全：找不到这张工作表/);
    expect(await writeOne(host, plan)).toMatchObject({ replaced: false, omitted: [] });
  });

  test("no answer at all", async () => {
    const { excel, host } = await read();
    excel.faults.broken = true;
    expect(await outcomeOf(writeOne(host, plan))).toMatch(/没有写入，工作簿没有改动/);
  });
});
