import { workbookOf, type SheetSpec } from "../../test/support/sheet-builder";
import { withKeptSheets } from "./kept-sheets";

const CELLS = { A1: "协议量", A2: 148, B2: "=A2*2", C2: "备注" };

test.each<[string, Record<string, SheetSpec>, Record<string, SheetSpec>, boolean]>([
  ["the same cells", { a: { cells: CELLS } }, { a: { cells: CELLS } }, true],
  ["another value", { a: { cells: CELLS } }, { a: { cells: { ...CELLS, A2: 149 } } }, false],
  ["a number that has become a text", { a: { cells: CELLS } }, { a: { cells: { ...CELLS, A2: "148" } } }, false],
  ["another formula", { a: { cells: CELLS } }, { a: { cells: { ...CELLS, B2: "=A2+148" } } }, false],
  ["a cell more", { a: { cells: CELLS } }, { a: { cells: { ...CELLS, D2: 1 } } }, false],
  ["a cell less", { a: { cells: { ...CELLS, D2: 1 } } }, { a: { cells: CELLS } }, false],
  ["merged cells", { a: { cells: CELLS } }, { a: { cells: CELLS, merges: ["A1:B1"] } }, false],
  ["a hidden row", { a: { cells: CELLS } }, { a: { cells: CELLS, hiddenRows: [2] } }, false],
  ["another name", { a: { cells: CELLS } }, { b: { cells: CELLS } }, false]
])("%s", (_, before, now, expected) => {
  const former = workbookOf(before);
  expect(withKeptSheets(workbookOf(now), former).sheets[0] === former.sheets[0]).toBe(expected);
});

test("of several sheets those that changed are new, the others kept; other dates keep nothing", () => {
  const former = workbookOf({ a: { cells: CELLS }, b: { cells: CELLS } });
  const now = workbookOf({ a: { cells: CELLS }, b: { cells: { ...CELLS, A2: 1 } } });
  const { sheets } = withKeptSheets(now, former);
  expect([sheets[0] === former.sheets[0], sheets[1] === now.sheets[1]]).toEqual([true, true]);
  expect(withKeptSheets({ ...now, date1904: true }, former).sheets[0]).toBe(now.sheets[0]);
});
