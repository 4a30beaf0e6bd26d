import { workbookOf } from "../../formulas/workbook-of.fixture";
import { cellName, parseRectName, type Scalar } from "../../workbook";
import { findRosters } from "./roster";

const GRID: readonly (readonly (string | number | null)[])[] = [
  ["甲街社工站人员到岗表（2024年9月1日至2024年11月30日）"],
  ["类型", null, "持证社工", "持证社工", "非持证社工", "合计"],
  ["序号", null, 1, 2, 3, null],
  ["姓名", null, "社工1", "社工2", "社工3", null],
  ["9月", "人员到位", "√", "√", "×", "=COUNTIF(C5:E5,\"√\")"],
  [null, "社保购买", "√", "√", "×", "=COUNTIF(C6:E6,\"√\")"],
  ["10月", "人员到位", "√", "√", "√", "=COUNTIF(C7:E7,\"√\")"],
  [null, "社保购买", "√", "√", "√", "=COUNTIF(C8:E8,\"√\")"],
  ["11月", "人员到位", "√", "√", "√", "=COUNTIF(C9:E9,\"√\")"],
  [null, "社保购买", "√", "√", "√", "=COUNTIF(C10:E10,\"√\")"],
  ["人员到岗小计", null, 3, 3, 2, "=SUM(C11:E11)"],
  ["备注", null, null, null, "2024.10.1入职"],
  ["稳岗率", null, 1]
];

test("persons as columns, months as rows: a roster with the addresses and formulas of its own sheet", () => {
  const cells = Object.fromEntries(GRID.flatMap((row, r) => row.flatMap((value, c): [string, Scalar][] => (value === null ? [] : [[cellName(r + 1, c + 1), value]]))));
  const merges = ["A5:A6", "A7:A8", "A9:A10"].map((name) => parseRectName(name)!);
  const [roster, ...more] = findRosters(workbookOf({ 到岗: cells }, [], {}, { merges }));
  expect(more).toEqual([]);
  expect(roster!.persons.map(({ no, name, group, total }) => [no, name, group, total!.number])).toEqual([[1, "社工1", "certified", 3], [2, "社工2", "certified", 3], [3, "社工3", "uncertified", 2]]);
  expect(roster!.months.map(({ key, head }) => [key, head.row, head.column])).toEqual([["2024-09", 5, 1], ["2024-10", 7, 1], ["2024-11", 9, 1]]);
  expect(roster!.persons[2]!.marks[0]!.map(({ at, kind }) => [at.row, at.column, kind])).toEqual([[5, 5, "absent"], [6, 5, "absent"]]);
  expect(roster!.persons[2]!.remark.events.map(({ date }) => date)).toEqual(["2024-10-01"]);
  expect(roster!.groups[0]!.subtotal ?? roster!.grandTotal).toMatchObject({ total: { at: { row: 11, column: 6 }, formula: "=SUM(C11:E11)" } });
  expect(roster!.retention).toMatchObject({ at: { row: 13, column: 3 }, number: 1 });
});
