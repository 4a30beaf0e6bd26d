import type { Fix, FixOutcome } from "../../src/workbook";
import type { BookData, FakeExcel } from "./host";
import { openExcel } from "./host/in-node";

const BOOK: BookData = { sheets: [
  { name: "附件1", cells: { C4: 10, D4: 5, E4: { value: 0.9, formula: null, format: "0.00%", locked: true }, E5: "=D4/C4", E6: { value: "12", formula: null, format: "@", locked: true }, E7: "合计", E8: "'=C4" } },
  { name: "附件2", cells: { A1: 1, A2: 2, A3: true, A4: { error: "#N/A" } } },
  { name: "附件3", cells: { A1: 1 } }
] };

function fix(cell: string, kind: Fix["kind"], before: Fix["before"], after: Fix["after"], sheet = "附件1", format?: string): Fix {
  return { sheet, cell, kind, before, after, why: "", ...(format !== undefined && { format }) };
}

const FIXES = [
  fix("E4", "formula", 0.9, "=D4/C4"), fix("E5", "value", "=D4/C4", 0.5), fix("E6", "value", "12", 12), fix("E7", "value", "合计", "=总计"), fix("C9", "value", null, "3-4"),
  fix("A1", "value", 1, 7, "附件2"), fix("A3", "value", true, false, "附件2"), fix("A4", "formula", "#N/A", "=A1+A2", "附件2"), fix("A1", "value", 1, 2, "附件3", "0.0")
];

/** Everything that a user would see of the cells. */
function stateOf(excel: FakeExcel): unknown {
  return excel.book.sheets.map((sheet) => [sheet.name, [...sheet.cells].filter(([, { value, formula, format }]) => value !== null || formula !== null || format !== "General")
    .map(([key, { value, formula, format }]) => [key, formula === null ? value : null, formula, format]).sort((a, b) => Number(a[0]) - Number(b[0]))]);
}

const told = (outcomes: readonly FixOutcome[]): unknown[] => outcomes.map(({ fix: { sheet, cell }, applied, reason }) => [`${sheet}!${cell}`, applied, reason]);

test("three round trips write, a fourth reads back; undo puts back value, formula and format", async () => {
  const { excel, host } = openExcel(BOOK);
  const before = stateOf(excel);
  const outcomes = await host.applyFixes(FIXES);
  expect(excel.roundTrips).toBe(4);
  expect(excel.trips.at(-1)!.actions.filter((action) => action.endsWith("="))).toEqual([]);
  expect(outcomes.map(({ applied, reason }) => [applied, reason])).toEqual(FIXES.map(() => [true, null]));
  expect(["E4", "E5", "E6", "E7", "C9"].map((cell) => excel.content("附件1", cell))).toEqual(["=D4/C4", 0.5, 12, "=总计", "3-4"]);
  expect(excel.sheet("附件1").cells.get(3 * 16384 + 4)!.value).toBe(0.5);
  expect(["A1", "A3", "A4"].map((cell) => excel.content("附件2", cell))).toEqual([7, false, "=A1+A2"]);
  const undone = await host.applyFixes(outcomes.map(({ undo }) => undo!));
  expect(undone.map(({ applied, reason }) => [applied, reason])).toEqual(FIXES.map(() => [true, null]));
  expect(stateOf(excel)).toEqual(before);
  // And forth again: an undo is a fix like any other.
  expect((await host.applyFixes(undone.map(({ undo }) => undo!))).every(({ applied }) => applied)).toBe(true);
});

test("what has changed, is gone or can't be written is refused with the reason", async () => {
  const { excel, host } = openExcel(BOOK);
  const before = stateOf(excel);
  const outcomes = await host.applyFixes([
    fix("E4", "formula", 0.8, "=D4/C4"), fix("A1", "value", 1, 2, "没有"), fix("E5", "value", "=D4/C5", 1), fix("E7", "formula", "合计", "总计"), fix("E7", "value", "合计", Infinity)
  ]);
  expect(told(outcomes)).toEqual([
    ["附件1!E4", false, expect.stringContaining("与核查时不同")], ["没有!A1", false, expect.stringContaining("没有")], ["附件1!E5", false, expect.stringContaining("与核查时不同")],
    ["附件1!E7", false, expect.stringContaining("不能写入")], ["附件1!E7", false, expect.stringContaining("不能写入")]
  ]);
  expect(stateOf(excel)).toEqual(before);
  expect(await host.applyFixes([])).toEqual([]);
});

test.each(["=1+1", "+1", "-x", "@x", "2024-1-1", "1/2", "'quoted", "TRUE", "12%", "3月"])("the text %s is written as a text and undone", async (text) => {
  const { excel, host } = openExcel(BOOK);
  const [outcome] = await host.applyFixes([fix("E7", "value", "合计", text)]);
  expect([excel.content("附件1", "E7"), excel.sheet("附件1").cells.get(6 * 16384 + 4)!.formula]).toEqual([text, null]);
  expect(outcome).toMatchObject({ applied: true, reason: null });
  await host.applyFixes([outcome!.undo!]);
  expect(excel.content("附件1", "E7")).toBe("合计");
});

test("undo of a text that looks like a formula gives the text", async () => {
  const { excel, host } = openExcel(BOOK);
  const [outcome] = await host.applyFixes([fix("E8", "value", "=C4", 3)]);
  expect(outcome!.undo).toMatchObject({ kind: "value", after: "=C4" });
  await host.applyFixes([outcome!.undo!]);
  expect([excel.content("附件1", "E8"), excel.sheet("附件1").cells.get(7 * 16384 + 4)!.formula]).toEqual(["=C4", null]);
});

test("spaces, letters' case and quotes around a sheet's name in a formula are Excel's to choose; reasons speak the user's language", async () => {
  const { excel, host } = openExcel(BOOK);
  excel.faults.before.set(4, () => Object.assign(excel.sheet("附件1").cells.get(4 * 16384 + 4)!, { formula: "=SUM(附件2!A1, 附件2!A2)" }));
  expect(await host.applyFixes([fix("E5", "formula", "=D4/C4", "=sum('附件2'!A1,附件2!A2)")])).toMatchObject([{ applied: true, reason: null }]);
  expect(await host.applyFixes([fix("A1", "value", 1, 2, "没有")], "en")).toMatchObject([{ applied: false, reason: expect.stringMatching(/^[\u0020-\u007e\u2010-\u201f没有]+$/) }]);
});

test("undo is refused when the cell has changed since", async () => {
  const { excel, host } = openExcel(BOOK);
  const [outcome] = await host.applyFixes([FIXES[0]!]);
  excel.userTypes("附件1", 4, 5, 0.7);
  expect(told(await host.applyFixes([outcome!.undo!]))).toEqual([["附件1!E4", false, expect.stringContaining("与核查时不同")]]);
  expect(excel.content("附件1", "E4")).toBe(0.7);
});

test("a protected sheet keeps its own cells, the others are mended", async () => {
  const { excel, host } = openExcel(BOOK);
  excel.sheet("附件1").isProtected = true;
  excel.sheet("附件1").cells.get(4 * 16384 + 4)!.locked = false;
  const outcomes = await host.applyFixes(FIXES);
  expect(outcomes.map(({ fix: each }) => each)).toEqual(FIXES);
  expect(outcomes.filter(({ applied }) => applied).map(({ fix: { sheet } }) => sheet)).toEqual(["附件2", "附件2", "附件2", "附件3"]);
  expect(outcomes.filter(({ applied }) => !applied).map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => expect.stringContaining("受保护")));
  expect([excel.content("附件1", "E4"), excel.content("附件2", "A1")]).toEqual([0.9, 7]);
});

test("an unlocked cell of a protected sheet is mended", async () => {
  const { excel, host } = openExcel(BOOK);
  excel.sheet("附件1").isProtected = true;
  excel.sheet("附件1").cells.get(4 * 16384 + 4)!.locked = false;
  expect(told(await host.applyFixes([FIXES[1]!]))).toEqual([["附件1!E5", true, null]]);
});

test("a cell that a merged area covers takes nothing, and that is said", async () => {
  const { excel, host } = openExcel({ sheets: [{ ...BOOK.sheets[0]!, merges: [{ top: 9, left: 3, bottom: 9, right: 5 }] }] });
  expect(told(await host.applyFixes([fix("D9", "value", null, 3)]))).toEqual([["附件1!D9", false, expect.stringContaining("没有接受")]]);
  expect(excel.content("附件1", "D9")).toBeNull();
});

test("when Excel makes something else of it, the outcome says what stands there", async () => {
  const { excel, host } = openExcel(BOOK);
  excel.faults.before.set(4, () => excel.userTypes("附件1", 4, 5, 0.3));
  const [outcome] = await host.applyFixes([FIXES[0]!]);
  expect(outcome).toMatchObject({ applied: true, reason: expect.stringContaining("0.3"), undo: { before: 0.3, after: 0.9, format: "0.00%" } });
});

describe("an error at any action", () => {
  async function actionsOfTheFixes(): Promise<number> {
    const { excel, host } = openExcel(BOOK);
    await host.applyFixes(FIXES);
    return excel.actions;
  }

  /** What the cell holds agrees with what the outcome says of it. */
  function expectTruth(action: number, excel: FakeExcel, outcomes: readonly FixOutcome[], before: FakeExcel): void {
    for (const { fix: { sheet, cell, after }, applied, reason } of outcomes) {
      const present = excel.content(sheet, cell);
      if (applied) expect([action, sheet, cell, present]).toEqual([action, sheet, cell, after]);
      else {
        expect([action, sheet, cell, reason]).toEqual([action, sheet, cell, expect.any(String)]);
        if (!/不能确定/.test(reason!)) expect([action, sheet, cell, present]).toEqual([action, sheet, cell, before.content(sheet, cell)]);
      }
    }
  }

  test("once: everything is as asked, or the outcome says what is not", async () => {
    const count = await actionsOfTheFixes();
    const { excel: untouched } = openExcel(BOOK);
    for (let action = 0; action < count; action++) {
      const { excel, host } = openExcel(BOOK);
      excel.faults.at = { action, code: "GeneralException" };
      const outcomes = await host.applyFixes(FIXES).catch((error: { sentence: { id: string } }) => error.sentence.id);
      if (typeof outcomes === "string") expect([action, outcomes, stateOf(excel)]).toEqual([action, "excel-failed", stateOf(untouched)]);
      else expectTruth(action, excel, outcomes, untouched);
    }
  });

  test.each(["AccessDenied", "InvalidOperationInCellEditMode", "ItemNotFound", "GeneralException"])("%s from there on: every outcome is true", async (code) => {
    const count = await actionsOfTheFixes();
    const { excel: untouched } = openExcel(BOOK);
    for (let action = 0; action < count; action++) {
      const { excel, host } = openExcel(BOOK);
      excel.faults.at = { action, code, again: true };
      const outcomes = await host.applyFixes(FIXES).catch((error: { sentence: { id: string } }) => error.sentence.id);
      if (typeof outcomes === "string") expect([action, stateOf(excel)]).toEqual([action, stateOf(untouched)]);
      else expectTruth(action, excel, outcomes, untouched);
    }
  });

  test("a content that Excel refuses after its format was written: the format is put back", async () => {
    const { excel, host } = openExcel(BOOK);
    const before = stateOf(excel);
    excel.faults.refuse = { action: /^Values$/, code: "InvalidArgument" };
    const outcomes = await host.applyFixes([fix("E6", "value", "12", 12)]);
    expect(told(outcomes)).toEqual([["附件1!E6", false, expect.stringContaining("没有改动")]]);
    expect(stateOf(excel)).toEqual(before);
  });
});

test("text gives way to the format of the numbers beside it, as in a file", async () => {
  const cell = (value: number | string, format: string) => ({ value, formula: null, format });
  const { excel, host } = openExcel({ sheets: [{ name: "附件1", cells: { A1: cell(0.5, "0.00%"), A2: cell("60%", "@"), A3: cell(0.7, "0.00%"), C2: cell("8", "@") } }] });
  const outcomes = await host.applyFixes([fix("A2", "value", "60%", 0.6), fix("C2", "value", "8", 8)]);
  expect(excel.roundTrips).toBe(4);
  expect([excel.sheet("附件1").cells.get(16384)!, excel.sheet("附件1").cells.get(16384 + 2)!].map(({ value, format }) => [value, format])).toEqual([[0.6, "0.00%"], [8, "General"]]);
  expect(outcomes.map(({ undo }) => undo!.format)).toEqual(["@", "@"]);
});
