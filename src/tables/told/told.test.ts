import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { parseSettingsText, profilesText } from "../../settings";
import { toldTable, type ColumnRole, type ToldKind, type ToldTable } from "../../told";
import { findSheet, parseRectName, type Workbook } from "../../workbook";

const rate = (v: number): CellSpec => ({ v, format: "0.00%" });
const T = "√";
const F = "-";

/** A table nobody recognises, what its user tells, and the one cell that is wrong; then a sibling elsewhere, with other numbers and another mistake. */
interface Case {
  readonly kind: ToldKind;
  readonly headRows: number;
  readonly roles: string;
  readonly more?: Pick<ToldTable, "rows" | "marks" | "firstMonth">;
  readonly range: string;
  readonly cells: Record<string, CellSpec>;
  readonly wrong: string;
  readonly sibling: Record<string, CellSpec>;
  readonly siblingWrong: string;
}

const list = (heads: readonly (readonly CellSpec[])[]): Pick<Case, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["子", 10, 9, rate(0.9)], ["丑", 20, 18, rate(0.9)], ["寅", 30, 25, rate(0.85)]]), wrong: `D${4 + heads.length}`,
  sibling: rows("C7", [...heads, ["辰", 40, 9, rate(0.225)], ["巳", 60, 18, rate(0.31)], ["午", 32, 25, rate(0.78125)], ["未", 8, 4, rate(0.5)]]), siblingWrong: `F${8 + heads.length}`
});
const matrix = (heads: readonly (readonly CellSpec[])[]): Pick<Case, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("B3", [...heads, ["子", 3, 100, 50, rate(0.5)], ["丑", 3, 80, 20, rate(0.25)], ["寅", 3, 90, 63, rate(0.7)], ["卯", 9, 270, 134, rate(0.4963)]]), wrong: `E${6 + heads.length}`,
  sibling: rows("A9", [...heads, ["东", 2, 50, 25, rate(0.5)], ["西", 2, 60, 24, rate(0.4)], ["卯", 4, 111, 49, rate(0.4414)]]), siblingWrong: `C${11 + heads.length}`
});
const roster = (heads: readonly (readonly CellSpec[])[], longer: readonly (readonly CellSpec[])[], [yes, no]: readonly [CellSpec, CellSpec] = [T, F]): Pick<Case, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["张甲", yes, yes, yes, 3], ["李乙", yes, yes, no, 2], ["王丙", yes, yes, yes, 2], ["赵丁", yes, no, no, 1]]), wrong: `E${4 + heads.length}`,
  sibling: rows("B6", [...longer, ["钱戊", yes, yes, yes, yes, 4], ["孙己", yes, yes, yes, no, 4], ["周庚", yes, yes, no, no, 2]]), siblingWrong: `G${7 + longer.length}`
});
const scores = (heads: readonly (readonly CellSpec[])[]): Pick<Case, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["子", 10, 9], ["丑", 20, 18], ["寅", 30, 25], ["卯", 60, 53]]), wrong: `C${5 + heads.length}`,
  sibling: rows("D5", [...heads, ["子", 10, 8], ["丑", 20, 17], ["寅", 30, 24], ["辰", 40, 30], ["卯", 100, 78]]), siblingWrong: `F${9 + heads.length}`
});
const cards = (heads: readonly CellSpec[]): Pick<Case, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [["社区沙龙"], heads, [10, 9, rate(0.9)], [], ["邻里行"], heads, [20, 9, rate(0.48)]]), wrong: "C8",
  sibling: rows("D4", [["夏令营"], heads, [40, 9, rate(0.3)], [], ["读书会"], heads, [20, 10, rate(0.5)]]), siblingWrong: "F6"
});
const total = { rows: [{ label: "卯", is: "total" as const }] };
const LIST = "name target done rate";
const MATRIX = "name staff target done rate";
const ROSTER = "name mark mark mark total";
const SCORES = "name standard score";

const CASES: readonly (readonly [string, Case])[] = [
  ["a list, 甲乙丙", { kind: "list", headRows: 1, roles: LIST, range: "A2:D5", ...list([["甲", "乙", "丙", "丁"]]) }],
  ["a list in English", { kind: "list", headRows: 1, roles: LIST, range: "A2:D5", ...list([["thing", "foo", "bar", "baz"]]) }],
  ["a list without heads", { kind: "list", headRows: 0, roles: LIST, range: "A2:D4", ...list([]) }],
  ["a list with one head", { kind: "list", headRows: 1, roles: LIST, range: "A2:D5", ...list([["", "乙", "", ""]]) }],
  ["a list under two rows of heads", { kind: "list", headRows: 2, roles: LIST, range: "A2:D6", ...list([["天", "地", "玄", "黄"], ["甲", "乙", "丙", "丁"]]) }],
  ["a matrix, 甲乙丙", { kind: "matrix", headRows: 1, roles: MATRIX, more: total, range: "B3:F7", ...matrix([["甲", "乙", "丙", "丁", "戊"]]) }],
  ["a matrix in English", { kind: "matrix", headRows: 1, roles: MATRIX, more: total, range: "B3:F7", ...matrix([["x1", "x2", "aim", "got", "q"]]) }],
  ["a matrix without heads", { kind: "matrix", headRows: 0, roles: MATRIX, more: total, range: "B3:F6", ...matrix([]) }],
  ["a matrix under its indicator", { kind: "matrix", headRows: 2, roles: MATRIX, more: total, range: "B3:F8", ...matrix([["", "", "沙龙", "", ""], ["甲", "乙", "丙", "丁", "戊"]]) }],
  ["cards, 甲乙丙", { kind: "cards", headRows: 1, roles: "target done rate", range: "A3:C4", ...cards(["甲", "乙", "丙"]) }],
  ["cards in English", { kind: "cards", headRows: 1, roles: "target done rate", range: "A3:C4", ...cards(["aim", "got", "q"]) }],
  ["a roster, 甲乙丙", { kind: "roster", headRows: 1, roles: ROSTER, range: "A2:E6", ...roster([["甲", "乙", "丙", "丁", "戊"]], [["甲", "乙", "丙", "丁", "己", "戊"]]) }],
  ["a roster in English", { kind: "roster", headRows: 1, roles: ROSTER, range: "A2:E6", ...roster([["who", "m1", "m2", "m3", "all"]], [["who", "m5", "m6", "m7", "m8", "all"]]) }],
  ["a roster without heads", { kind: "roster", headRows: 0, roles: ROSTER, range: "A2:E5", ...roster([], []) }],
  ["a roster with marks of its own", {
    kind: "roster", headRows: 1, roles: ROSTER, range: "A2:E6", more: { marks: [{ mark: "P", means: "present" }, { mark: "Q", means: "absent" }], firstMonth: 7 }, ...roster([["甲", "乙", "丙", "丁", "戊"]], [["甲", "乙", "丙", "丁", "己", "戊"]], ["P", "Q"])
  }],
  ["scores, 甲乙丙", { kind: "scores", headRows: 1, roles: SCORES, more: total, range: "A2:C6", ...scores([["甲", "乙", "丙"]]) }],
  ["scores in English", { kind: "scores", headRows: 1, roles: SCORES, more: total, range: "A2:C6", ...scores([["part", "most", "got"]]) }],
  ["scores without heads", { kind: "scores", headRows: 0, roles: SCORES, more: total, range: "A2:C5", ...scores([]) }],
  ["arithmetic, 甲乙丙", { kind: "arithmetic", headRows: 1, roles: LIST, range: "A2:D5", ...list([["甲", "乙", "丙", "丁"]]) }],
  ["arithmetic in English", { kind: "arithmetic", headRows: 1, roles: LIST, range: "A2:D5", ...list([["thing", "foo", "bar", "baz"]]) }]
];

function tell({ kind, headRows, roles, range, more }: Case, workbook: Workbook): ToldTable {
  const rect = parseRectName(range)!;
  const all = roles.split(" ") as ColumnRole[];
  return toldTable("表", kind, findSheet(workbook, "甲表")!, rect, headRows, (column) => all[column - rect.left]!, more);
}

const wrongCells = (workbook: Workbook, told: readonly ToldTable[]): { cells: string[]; questions: number; messages: (string | null)[] } => {
  const report = checkWorkbook(workbook, { settings: parseSettingsText(profilesText(told)) });
  return { cells: report.findings.filter(({ severity }) => severity === "error").map(({ cell }) => cell), questions: report.questions.length, messages: report.told.map(({ message }) => message) };
};

test.each(CASES)("%s: told, it is checked; so is its sibling by the profile", (_, given) => {
  const workbook = workbookOf({ 甲表: { cells: given.cells } });
  const told = tell(given, workbook);
  expect(wrongCells(workbook, [told])).toEqual({ cells: [given.wrong], questions: 0, messages: [null] });
  expect(wrongCells(workbookOf({ 别处: { cells: {} }, 乙表: { cells: given.sibling } }), [told])).toEqual({ cells: [given.siblingWrong], questions: 0, messages: [null] });
});

describe("what is said of a profile", () => {
  const known = rows("A1", [["项目", "目标", "完成", "完成率"], ["子", 10, 9, rate(0.9)], ["丑", 20, 18, rate(0.9)], ["寅", 30, 25, rate(0.85)]]);
  const workbook = workbookOf({ 甲表: { cells: known }, 乙表: { cells: known } });
  const columns = (...roles: ColumnRole[]): ToldTable["columns"] => ["项目", "目标", "完成", "完成率"].map((head, i) => ({ head, holds: i === 0 ? "text" : i === 3 ? "percent" : "number", role: roles[i]! }));
  const report = (told: ToldTable) => checkWorkbook(workbook, { settings: { profiles: [told] } });
  test("it fits no table", () => expect(report({ name: "旧表", kind: "list", headRows: 1, columns: [{ head: "无此", holds: "text", role: "name" }, { head: "甲", holds: "number", role: "done" }, { head: "乙", holds: "percent", role: "rate" }] }).notChecked.join()).toContain("“旧表”在这个工作簿里没有合适的表"));
  test("it fits two, and both are read by it", () => {
    const { told, tables } = report({ name: "清单", kind: "list", headRows: 1, columns: columns("name", "target", "done", "rate") });
    expect(told[0]!.message).toContain("2 处");
    expect(tables.map((table) => table.told)).toEqual(["清单", "清单"]);
  });
  test("the cells contradict it: what was recognised stays", () => {
    const { told, tables } = report({ name: "反", kind: "list", headRows: 1, columns: columns("done", "name", "target", "rate") });
    expect(told[0]!.message).toContain("多是文字");
    expect(tables.map((table) => table.told)).toEqual([null, null]);
  });
  test("what is not to be checked is silent", () => {
    const { error, findings, told } = report({ name: "别核", kind: "none", headRows: 1, columns: columns("none", "none", "none", "none") });
    expect([error?.code, findings.length, told[0]!.places.length]).toEqual(["no-table", 0, 2]);
  });
});
