import { rows, type CellSpec } from "./sheet-builder";
import type { ToldKind, ToldTable } from "../../src/told";

/** A typed rate. */
export const rate = (v: number): CellSpec => ({ v, format: "0.00%" });
const T = "√";
const F = "-";

/** A table nobody recognises, what its user tells, and the one cell that is wrong; then a sibling elsewhere, with other numbers and another mistake. */
export interface StrangeTable {
  readonly kind: ToldKind;
  readonly headRows: number;
  /** Of the columns of `range`, in order. */
  readonly roles: string;
  readonly more?: Pick<ToldTable, "rows" | "marks" | "firstMonth">;
  readonly range: string;
  readonly cells: Record<string, CellSpec>;
  readonly wrong: string;
  readonly sibling: Record<string, CellSpec>;
  readonly siblingWrong: string;
}

const list = (heads: readonly (readonly CellSpec[])[]): Pick<StrangeTable, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["子", 10, 9, rate(0.9)], ["丑", 20, 18, rate(0.9)], ["寅", 30, 25, rate(0.85)]]), wrong: `D${4 + heads.length}`,
  sibling: rows("C7", [...heads, ["辰", 40, 9, rate(0.225)], ["巳", 60, 18, rate(0.31)], ["午", 32, 25, rate(0.78125)], ["未", 8, 4, rate(0.5)]]), siblingWrong: `F${8 + heads.length}`
});
const matrix = (heads: readonly (readonly CellSpec[])[]): Pick<StrangeTable, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("B3", [...heads, ["子", 3, 100, 50, rate(0.5)], ["丑", 3, 80, 20, rate(0.25)], ["寅", 3, 90, 63, rate(0.7)], ["卯", 9, 270, 134, rate(0.4963)]]), wrong: `E${6 + heads.length}`,
  sibling: rows("A9", [...heads, ["东", 2, 50, 25, rate(0.5)], ["西", 2, 60, 24, rate(0.4)], ["卯", 4, 111, 49, rate(0.4414)]]), siblingWrong: `C${11 + heads.length}`
});
const roster = (heads: readonly (readonly CellSpec[])[], longer: readonly (readonly CellSpec[])[], [yes, no]: readonly [CellSpec, CellSpec] = [T, F]): Pick<StrangeTable, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["张甲", yes, yes, yes, 3], ["李乙", yes, yes, no, 2], ["王丙", yes, yes, yes, 2], ["赵丁", yes, no, no, 1]]), wrong: `E${4 + heads.length}`,
  sibling: rows("B6", [...longer, ["钱戊", yes, yes, yes, yes, 4], ["孙己", yes, yes, yes, no, 4], ["周庚", yes, yes, no, no, 2]]), siblingWrong: `G${7 + longer.length}`
});
const scores = (heads: readonly (readonly CellSpec[])[]): Pick<StrangeTable, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [...heads, ["子", 10, 9], ["丑", 20, 18], ["寅", 30, 25], ["卯", 60, 53]]), wrong: `C${5 + heads.length}`,
  sibling: rows("D5", [...heads, ["子", 10, 8], ["丑", 20, 17], ["寅", 30, 24], ["辰", 40, 30], ["卯", 100, 78]]), siblingWrong: `F${9 + heads.length}`
});
const cards = (heads: readonly CellSpec[]): Pick<StrangeTable, "cells" | "wrong" | "sibling" | "siblingWrong"> => ({
  cells: rows("A2", [["社区沙龙"], heads, [10, 9, rate(0.9)], [], ["邻里行"], heads, [20, 9, rate(0.48)]]), wrong: "C8",
  sibling: rows("D4", [["夏令营"], heads, [40, 9, rate(0.3)], [], ["读书会"], heads, [20, 10, rate(0.5)]]), siblingWrong: "F6"
});
const total = { rows: [{ label: "卯", is: "total" as const }] };
const LIST = "name target done rate";
const MATRIX = "name staff target done rate";
const ROSTER = "name mark mark mark total";
const SCORES = "name standard score";

/** Twenty tables with absurd heads or none. */
export const STRANGE_TABLES: readonly (readonly [string, StrangeTable])[] = [
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
