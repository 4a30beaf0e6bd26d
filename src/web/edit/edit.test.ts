import { workbookFrom } from "../../hosts/snapshot/workbook-from";
import { render } from "../../messages";
import { cellKey, type Cell } from "../../workbook";
import { blockOf, entriesOf } from "./block";
import { editText } from "./edit-text";
import { planEdits } from "./plan";
import { readTyped } from "./typed";

const cell = (value: Cell["value"], format = "General", formula: string | null = null): Cell => ({ value, format, formula, text: "" });

describe("what stands in a cell to be written on", () => {
  test.each<[Cell, string]>([
    [cell(0.527), "0.527"],
    [cell(0.527027027027027, "0.00%"), "52.7027027027027%"],
    [cell(0.07, "0%"), "7%"],
    [cell(45839, "yyyy/m/d"), "2025/7/1"],
    [cell(45839, "0"), "45839"],
    [cell("√"), "√"],
    [cell("12"), "'12"],
    [cell("12", "@"), "12"],
    [cell("'x"), "''x"],
    [cell("=1"), "'=1"],
    [cell(true), "TRUE"],
    [cell(null), ""],
    [cell(1, "0", "=A1"), "=A1"],
    [cell({ error: "#DIV/0!" }), "#DIV/0!"]
  ])("%j → %s", (given, expected) => {
    expect(editText(given, false)).toBe(expected);
  });

  test("typed again it is the same, but for the digits that nobody could have typed", () => {
    for (const given of [cell(0.527), cell(101 / 148, "0.00%"), cell(1 / 3), cell(45839, "yyyy-mm-dd"), cell(-12.5), cell("12"), cell("0.5", "@"), cell("true"), cell("x\ny"), cell(false)]) {
      const { after } = readTyped(editText(given, false), { format: given.format, date1904: false, year: 2025 });
      if (typeof given.value === "number") expect(after as number).toBeCloseTo(given.value, 13);
      else expect(after).toBe(given.value);
    }
  });
});

describe("a pasted block", () => {
  test.each<[string, string[][]]>([
    ["a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]],
    ["1\t\t3", [["1", "", "3"]]],
    ["single", [["single"]]],
    ['"两\n行"\t"说""好"""\nx\ty\n', [["两\n行", '说"好"'], ["x", "y"]]],
    ['"quoted" words\t5"', [['"quoted" words', '5"']]],
    ["a\n\nb\n", [["a"], [""], ["b"]]]
  ])("%j", (text, expected) => {
    expect(blockOf(text)).toEqual(expected);
  });

  test("is laid over the sheet from a cell on", () => {
    expect(entriesOf([["a", "b"], ["c"]], { row: 3, column: 2 })).toEqual([{ row: 3, column: 2, text: "a" }, { row: 3, column: 3, text: "b" }, { row: 4, column: 2, text: "c" }]);
  });
});

describe("a plan of what was typed", () => {
  const workbook = workbookFrom({
    sheets: [{
      name: "附件1",
      cells: new Map([[cellKey(1, 1), cell(0.527, "0.00%")], [cellKey(1, 2), cell(2, "0", "=A1*2")], [cellKey(2, 1), cell({ error: "#N/A" })], [cellKey(3, 1), cell("合并")]]),
      merges: [{ top: 3, left: 1, bottom: 3, right: 2 }]
    }],
    names: [], date1904: false, calculation: "automatic", recalculatesOnOpen: false, externalLinks: [], settingsXml: null
  });
  const plan = (...cells: [row: number, column: number, text: string][]) => planEdits(workbook, { sheet: "附件1", year: 2025, cells: cells.map(([row, column, text]) => ({ row, column, text })) });

  test("names what stands there now and what is to stand there", () => {
    expect(plan([1, 1, "68.24"], [1, 2, "3"], [2, 1, ""], [9, 3, "12%"]).changes.map(({ fix }) => fix)).toEqual([
      { sheet: "附件1", cell: "A1", kind: "value", before: 0.527, after: 0.6824, why: "" },
      { sheet: "附件1", cell: "B1", kind: "value", before: "=A1*2", after: 3, why: "" },
      { sheet: "附件1", cell: "A2", kind: "value", before: "#N/A", after: null, why: "" },
      { sheet: "附件1", cell: "C9", kind: "value", before: null, after: 0.12, format: "0%", why: "" }
    ]);
  });

  test("brackets that were left open are closed", () => {
    expect(plan([1, 1, "=ROUND(SUM(A1:A2),2"]).changes.map(({ fix }) => fix.after)).toEqual(["=ROUND(SUM(A1:A2),2)"]);
  });

  test("nothing comes under a merged cell, where nobody would see it", () => {
    const { changes, refused } = plan([3, 2, "5"]);
    expect(changes).toEqual([]);
    expect(render(refused[0]!)).toMatch(/B3.*合并/);
  });

  test("what would change nothing, and blanks over what a merged cell covers, are passed over", () => {
    expect(plan([1, 1, "52.7%"], [1, 2, "=A1*2"], [9, 9, ""], [3, 2, ""])).toEqual({ changes: [], refused: [] });
  });

  test.each([['=SUM("A1', /不是完整的公式/], ["=A1+", /不是完整的公式/], ["=[1]表!A1", /别的工作簿/]])("%s is refused in words", (text, sentence) => {
    const { changes, refused } = plan([1, 1, text]);
    expect(changes).toEqual([]);
    expect(render(refused[0]!)).toMatch(sentence);
  });
});
