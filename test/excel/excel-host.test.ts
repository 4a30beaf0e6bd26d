import { ExcelProblem } from "../../src/hosts/excel";
import { render } from "../../src/messages";
import type { BookData, FakeExcel } from "./host";
import { openExcel, settled } from "./host/in-node";

const BOOK: BookData = { sheets: [{ name: "附件1", cells: { A1: 1, B2: "=A1" } }, { name: "附件2", cells: { A1: "文" } }] };

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ExcelProblem);
  return render((error as ExcelProblem).sentence);
}

describe("going to a cell", () => {
  test("shows it, in two round trips", async () => {
    const { excel, host } = openExcel(BOOK);
    await host.goTo({ sheet: "附件2", row: 9, column: 4 });
    expect([excel.book.active, excel.book.selection, excel.roundTrips]).toEqual([excel.sheet("附件2").id, "附件2!D9", 2]);
  });

  test("of a hidden sheet is explained, and unhides nothing", async () => {
    const { excel, host } = openExcel({ sheets: [BOOK.sheets[0]!, { name: "附件2", cells: {}, visibility: "hidden" }, { name: "附件3", cells: {}, visibility: "veryHidden" }] });
    const active = excel.book.active;
    expect(await problemOf(host.goTo({ sheet: "附件2", row: 1, column: 1 }))).toContain("“附件2”是隐藏的工作表，请先取消隐藏");
    expect(await problemOf(host.goTo({ sheet: "附件3", row: 1, column: 1 }))).toContain("隐藏");
    expect([excel.sheet("附件2").visibility, excel.sheet("附件3").visibility, excel.book.active]).toEqual(["hidden", "veryHidden", active]);
  });

  test("of a sheet that is gone, or while another workbook is in front, is explained", async () => {
    const { excel, host } = openExcel(BOOK);
    expect(await problemOf(host.goTo({ sheet: "没有", row: 1, column: 1 }))).toContain("“没有”，可能已改名或删除");
    excel.book.elsewhere = true;
    expect(await problemOf(host.goTo({ sheet: "附件2", row: 1, column: 1 }))).toContain("另一个工作簿");
  });

  test.each(["AccessDenied", "InvalidOperationInCellEditMode", "ItemNotFound", "GeneralException", "ConnectionFailure", "Strange"])("%s at any action is a sentence", async (code) => {
    for (let action = 0; action < 6; action++) {
      const { excel, host } = openExcel(BOOK);
      excel.faults.at = { action, code, again: true };
      const outcome = await host.goTo({ sheet: "附件2", row: 9, column: 4 }).then(() => null, (error: ExcelProblem) => render(error.sentence));
      if (action < 4) expect([action, outcome]).toEqual([action, expect.stringMatching(/请/)]);
    }
  });
});

describe("settings", () => {
  const xml = (text: string) => `<settings xmlns="urn:hebiao:settings">${text}</settings>`;
  const parts = (excel: FakeExcel) => excel.book.parts.map((part) => part.xml);

  test("are kept in one part, replaced and removed, in two round trips", async () => {
    const { excel, host } = openExcel(BOOK);
    excel.book.addPart("<other xmlns=\"urn:other\"/>");
    await host.writeSettings(xml("1"));
    expect(excel.roundTrips).toBe(2);
    await host.writeSettings(xml("2"));
    expect(parts(excel)).toEqual(["<other xmlns=\"urn:other\"/>", xml("2")]);
    expect((await host.read()).settingsXml).toBe(xml("2"));
    await host.writeSettings(null);
    await host.writeSettings(null);
    expect(parts(excel)).toEqual(["<other xmlns=\"urn:other\"/>"]);
  });

  test("left twice become one", async () => {
    const { excel, host } = openExcel(BOOK);
    excel.book.addPart(xml("1"));
    excel.book.addPart(xml("2"));
    await host.writeSettings(xml("3"));
    expect(parts(excel)).toEqual([xml("3")]);
  });

  test("an error at any action: kept as asked, or as before with a sentence", async () => {
    for (const former of [null, xml("1")]) {
      for (const again of [false, true]) {
        for (let action = 0; action < 30; action++) {
          const { excel, host } = openExcel({ ...BOOK, settingsXml: former });
          excel.faults.at = { action, code: "AccessDenied", again };
          const problem = await host.writeSettings(xml("2")).then(() => null, (error: ExcelProblem) => render(error.sentence));
          expect([action, parts(excel)]).toEqual([action, problem === null ? [xml("2")] : former === null ? [] : [former]]);
          if (problem !== null) expect(problem).toContain("没有存进工作簿");
        }
      }
    }
  });

  test("an Excel without custom XML parts is explained", async () => {
    const { excel, host } = openExcel(BOOK);
    excel.faults.unknown = /^CustomXmlParts$/;
    expect(await problemOf(host.writeSettings(xml("1")))).toContain("版本做不到");
  });
});

describe("a copy of a sheet", () => {
  const NAME = /^附件1 留底 \d+-\d+ \d\d-\d\d( \(2\))?$/;

  test("stands behind it, under a name of its own, and no check reads it", async () => {
    const { excel, host } = openExcel(BOOK);
    const names = [await host.copySheet("附件1"), await host.copySheet("附件1")];
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(NAME);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["附件1", names[1], names[0], "附件2"]);
    expect(excel.content(names[0]!, "B2")).toBe("=A1");
    expect((await host.read()).sheets.map(({ marker }) => marker !== null)).toEqual([false, true, true, false]);
  });

  test("of a sheet that is gone, or of a protected workbook, is explained", async () => {
    const { excel, host } = openExcel(BOOK);
    expect(await problemOf(host.copySheet("没有"))).toContain("“没有”");
    excel.book.structureProtected = true;
    expect(await problemOf(host.copySheet("附件1"))).toContain("结构受保护");
    expect(excel.book.sheets).toHaveLength(2);
  });

  test("an error at any action leaves a whole copy, none, or says which sheet is left", async () => {
    for (let action = 0; action < 30; action++) {
      for (const again of [false, true]) {
        const { excel, host } = openExcel(BOOK);
        excel.faults.at = { action, code: "GeneralException", again };
        const outcome = await host.copySheet("附件1").catch((error: ExcelProblem) => error);
        const others = excel.book.sheets.map(({ name }) => name).filter((name) => !["附件1", "附件2"].includes(name));
        if (typeof outcome === "string") expect([action, others]).toEqual([action, [outcome]]);
        else if (others.length > 0) expect([action, render(outcome.sentence)]).toEqual([action, expect.stringMatching(`没有留底.*(${others[0]!.replace(/[()]/g, ".")}|如果多出了一张)`)]);
        else expect([action, outcome instanceof ExcelProblem]).toEqual([action, true]);
      }
    }
  });
});

describe("watching", () => {
  test("hears of the user's changes, not of ours nor of those of a sheet of ours, until it ends", async () => {
    const { excel, host } = openExcel({ sheets: [...BOOK.sheets, { name: "核查汇总", cells: { A1: "汇总" }, marker: "hebiao-summary" }] });
    let changes = 0;
    const end = host.watch(() => changes++);
    await host.read();
    excel.userTypes("附件1", 1, 1, 5);
    await settled();
    expect(changes).toBe(1);
    await host.applyFixes([{ sheet: "附件1", cell: "A1", kind: "value", before: 5, after: 6, why: "" }]);
    excel.userTypes("核查汇总", 3, 1, "备注");
    await settled();
    expect([changes, excel.content("附件1", "A1")]).toEqual([1, 6]);
    await end();
    excel.userTypes("附件1", 1, 1, 7);
    await settled();
    expect(changes).toBe(1);
  });

  test("in an Excel that does not say who made a change, our fix is known by its cell and the user's edit right after it is news", async () => {
    const { excel, host } = openExcel(BOOK);
    excel.saysWho = false;
    let changes = 0;
    host.watch(() => changes++);
    await host.read();
    const before = excel.content("附件1", "A1");
    const [outcome] = await host.applyFixes([{ sheet: "附件1", cell: "A1", kind: "value", before: before as string, after: 6, why: "" }]);
    expect(outcome!.applied).toBe(true);
    await settled();
    expect(changes).toBe(0);
    excel.userTypes("附件1", 1, 1, 7);
    await settled();
    expect(changes).toBe(1);
  });

  test("what changes while the first check reads is heard: Excel is asked in the round trip that begins it", async () => {
    const { excel, host } = openExcel(BOOK);
    let changes = 0;
    host.watch(() => changes++);
    const reading = host.read();
    while (excel.trips.length === 0) await new Promise((resolve) => setImmediate(resolve));
    excel.userTypes("附件1", 1, 1, 5);
    await reading;
    await settled();
    expect(changes).toBe(1);
  });

  test("an Excel without the event is left alone", async () => {
    const { excel, host } = openExcel(BOOK, { isSetSupported: (_set, version) => version !== "1.9" });
    const end = host.watch(() => undefined);
    await host.read();
    await end();
    expect(excel.listening).toBe(false);
  });
});

test.each([
  ["https://example.invalid/%E8%81%94%E5%92%8C.xlsx", "联和.xlsx"], ["C:\\评估\\联和#1.xlsx", "联和#1.xlsx"], ["", ""], ["https://x.invalid/100%.xlsx?web=1", "100%.xlsx"],
  ["https://x.invalid/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=%E8%81%94%E5%92%8C.xlsx&action=default", "联和.xlsx"]
])("the workbook at %s is called %s", (url, name) => {
  expect(openExcel(BOOK, { url }).host.fileName).toBe(name);
});

test("an Office that says nothing of itself harms nothing", async () => {
  const { host } = openExcel(BOOK);
  Object.assign(globalThis, { Office: {} });
  expect(host.fileName).toBe("");
  expect((await host.read()).sheets).toHaveLength(2);
  await host.watch(() => undefined)();
});
