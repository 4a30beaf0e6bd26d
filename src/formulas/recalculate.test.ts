import { cellKey, Sheet, type Cell, type Scalar, type Workbook } from "../workbook";
import { completeValues, findStaleValues } from ".";
import { workbookOf } from "./workbook-of.fixture";

const cell = (value: Scalar, formula: string | null = null): Cell => ({ value, formula, text: value === null ? "" : String(value), format: "General" });

/** A1:A3 with an array formula over B1:B3 that doubles them, and what is stored of it. */
function doubled(stored: readonly (Scalar | undefined)[]): Workbook {
  const cells = new Map([1, 2, 4].map((value, i) => [cellKey(i + 1, 1), cell(value)]));
  stored.forEach((value, i) => value !== undefined && cells.set(cellKey(i + 1, 2), cell(value, i === 0 ? "=A1:A3*2" : null)));
  return { ...workbookOf({}), sheets: [new Sheet({ name: "S", cells, arrays: [{ top: 1, left: 2, bottom: 3, right: 2 }] })] };
}

const column = (workbook: Workbook): (Scalar | undefined)[] => [1, 2, 3].map((row) => workbook.sheets[0]!.cell(row, 2)?.value);
const REGION = [{ sheet: "S", rect: { top: 1, left: 1, bottom: 3, right: 2 } }];

test("what an array formula fills is completed with it, also where the file has no cell", () => {
  const { workbook, computed, unknown } = completeValues(doubled([null, undefined, null]));
  expect(column(workbook)).toEqual([2, 4, 8]);
  expect([computed, unknown]).toEqual([3, 0]);
});

test("and is put right with it, once it is found to be stale", () => {
  const { workbook, stale } = findStaleValues(doubled([1, 4, 9]), REGION);
  expect(column(workbook)).toEqual([2, 4, 8]);
  expect(stale.map(({ at, value }) => [at.row, value])).toEqual([[1, 2]]);
});

test("of what an array formula fills a cell that alone is stale is named", () => {
  const { workbook, stale } = findStaleValues(doubled([2, 4, 9]), REGION);
  expect(column(workbook)).toEqual([2, 4, 8]);
  expect(stale.map(({ at, formula, value }) => [at.row, formula, value])).toEqual([[3, "=A1:A3*2", 8]]);
});

test("values that are right stay", () => {
  const given = doubled([2, 4, 8]);
  expect(findStaleValues(given, REGION)).toEqual({ workbook: given, stale: [] });
});

test("a truth value that a file keeps as a number is not stale, another number is", () => {
  const stored = (value: Scalar): Workbook => ({ ...workbookOf({}), sheets: [new Sheet({ name: "S", cells: new Map([[cellKey(1, 1), cell(value, "=1<2")]]) })] });
  expect([1, 0].map((value) => findStaleValues(stored(value), REGION).stale.length)).toEqual([0, 1]);
});

test("what is calculated keeps its look", () => {
  const look = { bold: true, fill: "FFF2CC" };
  const looking = (value: Scalar): Cell => ({ ...cell(value, "=A1+1"), look });
  const workbook = (value: Scalar): Workbook => ({ ...workbookOf({}), sheets: [new Sheet({ name: "S", cells: new Map([[cellKey(1, 1), cell(1)], [cellKey(1, 2), looking(value)]]) })] });
  expect(completeValues(workbook(null)).workbook.sheets[0]!.cell(1, 2)).toMatchObject({ value: 2, look });
  expect(findStaleValues(workbook(5), REGION).workbook.sheets[0]!.cell(1, 2)).toMatchObject({ value: 2, look });
});
