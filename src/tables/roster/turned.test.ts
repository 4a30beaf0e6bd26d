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

test("with numbers over the persons and a row of what each month counts", () => {
  const marks = ["√", "√", "√"];
  const grid: readonly (readonly Scalar[])[] = [
    ["甲街社工站人员到岗情况表（2025年7月1日至2025年9月30日）"],
    ["序号", null, 1, 2, 3, 4, "合计"], ["姓名", null, "社工1", "社工2", "社工3", "社工4", null], ["类型", null, "持证社工", "持证社工", "持证社工", "非持证社工", null], ["岗位资格证", null, "社会工作师", "社会工作师", "助理社会工作师", "专科", null],
    ...[7, 8, 9].flatMap((month, m): Scalar[][] => [
      ...["人员到位", "社保购买", "工资发放"].map((kind, k): Scalar[] => [k === 0 ? `${month}月` : null, kind, ...marks, month === 7 ? "-" : "√", `=COUNTIF(C${6 + 4 * m + k}:F${6 + 4 * m + k},"√")`]),
      [null, "折算人次", 1, 1, 1, month === 7 ? 0 : month === 8 ? 0.5 : 1, `=SUM(C${9 + 4 * m}:F${9 + 4 * m})`]
    ]),
    ["人员到岗小计", null, ...["C", "D", "E", "F"].map((column) => `=SUMIF($B$6:$B$17,"折算人次",${column}6:${column}17)`), "=SUM(C18:F18)"], ["备注", null, null, null, null, "2025.8.21入职"],
    ["持证社工人次", null, 9], ["持续在岗社工数", null, 3], ["协议要求在岗社工数", null, 3], ["社工站稳岗率", null, "=C21/C22"]
  ];
  const cells = Object.fromEntries(grid.flatMap((row, r) => row.flatMap((value, c): [string, Scalar][] => (value === null ? [] : [[cellName(r + 1, c + 1), value]]))));
  const merges = ["A1:G1", ...[2, 3, 4, 5].map((row) => `A${row}:B${row}`), "A6:A9", "A10:A13", "A14:A17", "A18:B18", "A19:B19"].map((name) => parseRectName(name)!);
  const [roster, ...more] = findRosters(workbookOf({ 到岗: cells }, [], {}, { merges }));
  expect(more).toEqual([]);
  expect(roster).toMatchObject({ turned: true, title: "甲街社工站人员到岗情况表（2025年7月1日至2025年9月30日）", retention: { at: { row: 23, column: 3 } } });
  expect(roster!.months.map(({ key, columns }) => [key, columns.length])).toEqual([["2025-07", 3], ["2025-08", 3], ["2025-09", 3]]);
  expect(roster!.persons.map(({ group, counted, total }) => [group, counted.map(({ number }) => number).join(), total!.formula])[3]).toEqual(["uncertified", "0,0.5,1", "=SUMIF($B$6:$B$17,\"折算人次\",F6:F17)"]);
});
