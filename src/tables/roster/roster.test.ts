import { readFileSync } from "node:fs";
import { buildRoster, sheetOf, workbookOf, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { readWorkbook } from "../../hosts/file";
import { cellKey, Sheet, type Cell } from "../../workbook";
import { findRosters } from "./roster";
import { parseRemark } from "./remarks";
import type { Mark, Roster } from "./types";

const PERSONS: PersonSpec[] = [
  { months: "1111" },
  { months: "h110", remark: "2024.11.20入职⏎2025.1.31离职".replace("⏎", "\n") },
  { months: "1111", group: "uncertified" },
  { months: "0p11", group: "uncertified", remark: "2024年12月16日转入" }
];
const BASE: RosterSpec = { months: ["11月", "12月", "2025年1月", "2月"], persons: PERSONS, agreement: "年度服务协议时间：2024年9月10日至2025年9月9日" };

/** What must be read whatever the layout. */
function essence(roster: Roster): unknown {
  return {
    months: roster.months.map((month) => month.key),
    persons: roster.persons.map((person) => [person.no, person.group, person.marks.map((month) => month.every((mark) => mark.kind === "present") ? 1 : 0), person.total?.number, person.remark.events.map((event) => [event.kind, event.date])]),
    groups: roster.groups.map((group) => [group.group, group.persons.length, group.subtotal?.total?.number ?? null, group.effective?.months.map((month) => month.number) ?? null]),
    grand: roster.grandTotal?.total?.number ?? null,
    months4: roster.grandEffective?.months.map((month) => month.number) ?? null,
    retention: roster.retention?.number ?? null
  };
}

const layouts: [string, Partial<RosterSpec>][] = [
  ["moved to row 7, column D", { top: 7, left: 4 }],
  ["other words in the heads", {
    heads: { name: "员工姓名", certificate: "资格证书", total: "到岗小计", senior: "2年以上社工小计", remark: "说明", mark0: "到岗", mark1: "社保", mark2: "工资", contract: "劳动合同期限", position: "职务", type: "人员类型" }
  }],
  ["heads with blanks and breaks", { heads: { name: "姓　名", no: "序\n号", total: "人员到岗\n小 计", remark: "备  注" } }],
  ["columns in another order, with extra ones", { order: ["no", "type", "name", "电话", "学历", "contract", "certificate", "position", "months", "senior", "total", "remark"], extra: ["电话", "学历"] }],
  ["类型 in every row", { type: "row" }],
  ["no 类型: band rows", { type: "band" }],
  ["no 类型: the bottom rows name the groups", { type: "label" }],
  ["no 序号 merged, subtotals before the months", { order: ["type", "no", "name", "certificate", "contract", "total", "senior", "remark", "months"] }],
  ["heads repeated within a group", { pageBreak: 1 }],
  ["heads repeated between the groups", { pageBreak: 2 }],
  ["no position, no contract", { order: ["type", "no", "name", "certificate", "months", "total", "senior", "remark"] }],
  ["month heads with years", { months: ["2024年11月", "2024年12月", "2025年1月", "2025年2月"] }],
  ["month heads typed otherwise", { months: ["24年11月", "2024.12", "2025-01", "2025/2"] }],
  ["month heads that are dates", { months: [45597, 45627, 45658, 45689] }],
  ["no year in the heads: from the agreement", { months: ["11月", "12月", "1月", "2月"] }],
  ["other marks", { present: "✔", absent: "-" }],
  ["marks 1 and 0", { present: 1, absent: 0 }],
  ["marks 是 and ×", { present: "是", absent: "×" }],
  ["marks V and —", { present: "V", absent: "—" }],
  ["blank rows between", { blankRowAfter: 0 }],
  ["hidden rows", { hiddenRows: [5] }],
  ["other words in the bottom rows", {
    labels: { subtotal: "合计", "effective-certified": "持证社工每月有效人次", "effective-uncertified": "非持证社工每月有效人次", grand: "总计", "grand-effective": "全站有效人次合计", retention: "稳岗率" }
  }]
];

describe("one roster in many layouts", () => {
  const wanted = essence(findRosters(buildRoster(BASE).workbook)[0]!);

  test("the plain one", () => {
    expect(wanted).toMatchObject({
      months: ["2024-11", "2024-12", "2025-01", "2025-02"], grand: 12.5, months4: [2.5, 3, 4, 3], retention: 0.1,
      groups: [["certified", 2, 6.5, [1.5, 2, 2, 1]], ["uncertified", 2, 6, [1, 1, 2, 2]]]
    });
  });

  test.each(layouts)("%s", (_, layout) => {
    const built = buildRoster({ ...BASE, ...layout });
    const rosters = findRosters(built.workbook);
    expect(rosters).toHaveLength(1);
    expect(essence(rosters[0]!)).toEqual(wanted);
    expect(rosters[0]!.persons.map((person) => person.row)).toEqual(built.rows);
  });

  test("one or two mark columns a month", () => {
    for (const markColumns of [1, 2] as const) {
      const [roster] = findRosters(buildRoster({ ...BASE, markColumns }).workbook);
      expect(roster!.persons.map((person) => person.marks.map((month) => month.map((mark) => mark.kind[0]).join("")))).toEqual(
        [["p", "p", "p", "p"], ["p", "p", "p", "a"], ["p", "p", "p", "p"], ["a", markColumns === 2 ? "x" : "a", "p", "p"]].map((months) =>
          months.map((letter) => (letter === "x" ? "pa" : letter.repeat(markColumns)))));
      expect(essence(roster!)).toEqual(wanted);
    }
  });

  test("uncertified first", () => {
    const [roster] = findRosters(buildRoster({ ...BASE, uncertifiedFirst: true }).workbook);
    expect(roster!.groups.map((group) => [group.group, group.subtotal?.total?.number])).toEqual([["uncertified", 6], ["certified", 6.5]]);
    expect(roster!.grandTotal!.total!.number).toBe(12.5);
  });

  test("without bottom rows", () => {
    const [roster] = findRosters(buildRoster({ ...BASE, bottoms: false }).workbook);
    expect(roster!.groups.map((group) => [group.group, group.persons.length, group.subtotal])).toEqual([["certified", 2, null], ["uncertified", 2, null]]);
    expect(roster).toMatchObject({ grandTotal: null, grandEffective: null, retention: null });
  });

  test("one group only", () => {
    const [roster] = findRosters(buildRoster({ ...BASE, persons: PERSONS.slice(0, 2) }).workbook);
    expect(roster!.groups).toHaveLength(1);
    expect(roster!.groups[0]!.subtotal!.total!.number).toBe(6.5);
    expect(roster!.grandTotal!.total!.number).toBe(6.5);
    expect(roster!.grandEffective!.months.map((month) => month.number)).toEqual([1.5, 2, 2, 1]);
  });
});

test("several rosters: on two sheets, and one under the other with other months", () => {
  const first = buildRoster({ ...BASE, sheet: "甲" });
  const second = buildRoster({ ...BASE, sheet: "乙", months: ["2023年7月", "8月", "9月", "10月"] });
  expect(findRosters(workbookOf(first.sheet, second.sheet)).map((roster) => roster.months[0]!.key)).toEqual(["2024-11", "2023-07"]);
  const below = buildRoster({ ...BASE, top: 40, months: ["2023年7月", "8月", "9月", "10月"] });
  const both = new Sheet({ name: "两年", cells: new Map([...first.sheet.cells, ...below.sheet.cells]), merges: [...first.sheet.merges, ...below.sheet.merges] });
  expect(findRosters(workbookOf(both)).map((roster) => [roster.months[0]!.key, roster.persons.length])).toEqual([["2024-11", 4], ["2023-07", 4]]);
});

test("two rosters beside each other", () => {
  const one = buildRoster({ ...BASE, bottoms: false });
  const two = buildRoster({ ...BASE, bottoms: false, left: 30, months: ["2023年7月", "8月", "9月", "10月"] });
  const both = new Sheet({ name: "并排", cells: new Map([...one.sheet.cells, ...two.sheet.cells]), merges: [...one.sheet.merges, ...two.sheet.merges] });
  expect(findRosters(workbookOf(both)).map((roster) => [roster.months[0]!.key, roster.persons.length, roster.columns.remark])).toEqual([["2024-11", 4, one.columns["remark"]], ["2023-07", 4, two.columns["remark"]]]);
});

test("no roster: other tables with 姓名 or months", () => {
  const list = sheetOf("通讯录", { A1: "序号", B1: "姓名", C1: "电话", A2: 1, B2: "某人", C2: "1" });
  const plan = sheetOf("计划", { A1: "项目", B1: "9月", C1: "10月", A2: "小组", B2: 1, C2: 2 });
  expect(findRosters(workbookOf(list, plan))).toEqual([]);
});

test("the year of months that no head names: remarks, when there is neither title nor agreement", () => {
  const [roster] = findRosters(buildRoster({ ...BASE, agreement: null, months: ["11月", "12月", "1月", "2月"] }).workbook);
  expect(roster!.months.map((month) => month.key)).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
  const [unknown] = findRosters(buildRoster({ ...BASE, agreement: null, months: ["11月", "12月"], persons: [{ months: "11", contract: "" }] }).workbook);
  expect(unknown!.months.map((month) => [month.key, month.yearKnown])).toEqual([["11", false], ["12", false]]);
});

test("2024.10 typed as a number", () => {
  const heads = sheetOf("x", { A1: "序号", B1: "姓名", C1: 2024.9, D1: 2024.1, E1: 2024.11, F1: "小计", A2: 1, B2: "社工001", C2: "√", D2: "√", E2: "√", F2: 3 });
  expect(findRosters(workbookOf(heads))[0]!.months.map((month) => month.key)).toEqual(["2024-09", "2024-10", "2024-11"]);
});

describe("remarks", () => {
  const months = findRosters(buildRoster(BASE).workbook)[0]!.months;
  const there = (ticks: string): Mark[][] => [...ticks].map((letter) => [{ at: { sheet: "", row: 1, column: 1 }, kind: letter === "1" ? "present" : letter === "h" ? "half" : "absent", share: null, text: letter, formula: null, textual: false }]);
  test.each([
    ["2024.12.1入职，兼职，每月计0.5人次", "0hhh", ["2024-12=0.5", "2025-01=0.5", "2025-02=0.5"]],
    ["各月均计0.5人次", "1111", ["2024-11=0.5", "2024-12=0.5", "2025-01=0.5", "2025-02=0.5"]],
    ["机构督导，不计入到岗人次", "1100", ["2024-11=0", "2024-12=0"]],
    ["2025.1.4离职，当月不计人次", "1110", ["2025-01=0"]]
  ])("%s with %s settles", (text, ticks, expected) =>
    expect(parseRemark(text, null, months, "", there(ticks)).settled.map(({ month, value }) => `${month}=${value}`)).toEqual(expected));
  test("what stands in the row is a place of the station", () => {
    const within = (places: string[]): number => parseRemark("2024.12.1由湖畔调至滨江", null, months, "", [], places).events.length;
    expect([within(["湖畔→滨江"]), within(["一线社工"])]).toEqual([0, 1]);
  });
  const read = (text: string, station = "广州市联和街“双百工程”社工站"): unknown => {
    const remark = parseRemark(text, null, months, station);
    return [...remark.events.map((event) => `${event.kind} ${event.date ?? event.month ?? "?"}`), ...remark.settled.map((settled) => `${settled.month}=${settled.value}`)];
  };
  test.each([
    ["2024.11.23入职\n2024.12.15离职", ["join 2024-11-23", "leave 2024-12-15"]],
    ["2024-11-23入职；2024/12/15离职", ["join 2024-11-23", "leave 2024-12-15"]],
    ["11月23日入职，12月15日辞职", ["join 2024-11-23", "leave 2024-12-15"]],
    ["入职时间：2024.11.23；离职时间：2025年1月15日", ["join 2024-11-23", "leave 2025-01-15"]],
    ["2025.1.1转出到昌华社工站", ["leave 2025-01-01"]],
    ["2024.9.1昌华社工站转入", ["join 2024-09-01"]],
    ["2024年11月22日从黄花岗社工站转入联和街社工站,11月份计0.5人次", ["join 2024-11-22", "2024-11=0.5"]],
    ["2025.1.1转入昌华社工站", ["leave 2025-01-01"]],
    ["2025.1.10由昌华社工站调至本站", ["join 2025-01-10"]],
    ["2025.1.10调至昌华社工站", ["leave 2025-01-10"]],
    ["2024年11月12日解除劳动合同（行业内），11月份购买社保计0.5人次", ["leave 2024-11-12", "2024-11=0.5"]],
    ["2024.10.31离职，解除劳动合同", ["leave 2024-10-31"]],
    ["离职（试用期）", ["leave ?"]],
    ["离职（2024.12.3）", ["leave 2024-12-03"]],
    ["12月离职", ["leave 2024-12"]],
    ["退休返聘，仅可购买社保中工伤险", []],
    ["1月2日入职，当月计0.5人次", ["join 2025-01-02", "2025-01=0.5"]],
    ["11月、12月各计0.5人次", ["2024-11=0.5", "2024-12=0.5"]],
    ["2024.9.1由东片调至西片（站内调整，连续在岗）", []],
    ["2024.11.5从第一小组转入第三小组", []],
    ["2024.12.1调岗至副站长", []],
    ["2024.12.1由北岸驿站转到南岸驿站（内部轮岗）", ["leave 2024-12-01"]],
    ["2024.12.1由昌华社工站转入，任东片主管", ["join 2024-12-01"]],
    ["兼职，2024.12.1调入东片区", []],
    ["2024.2.30离职", ["leave ?"]],
    ["", []]
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

test.each(["baihedong", "lianhe"])("the sample %s is read in full", async (name) => {
  const rosters = findRosters(await readWorkbook(readFileSync(`samples/${name}.xlsx`)));
  expect(rosters).toHaveLength(1);
  expect(rosters[0]).toMatchObject(name === "baihedong"
    ? { sheet: "附件2", agreement: { start: "2024-09-10", end: "2025-09-09" }, presentMark: "√", absentMark: "——" }
    : { sheet: "附件2 到岗情况", agreement: { start: "2023-07-01", end: "2024-06-30" }, presentMark: "√", absentMark: "---" });
  expect(rosters[0]!.persons).toHaveLength(name === "baihedong" ? 25 : 28);
  expect(rosters[0]!.persons.every((person) => person.marks.flat().every((mark) => mark.kind === "present" || mark.kind === "absent"))).toBe(true);
});

describe("beside other tables on one sheet", () => {
  const cells = (built: ReturnType<typeof buildRoster>): [number, number, Cell][] => built.sheet.rows().flatMap((row) =>
    built.sheet.columns(row).map((column): [number, number, Cell] => [row, column, built.sheet.cell(row, column)!]));
  const together = (all: [number, number, Cell][], merges: Sheet["merges"]): Roster[] =>
    findRosters(workbookOf(new Sheet({ name: "一张表", cells: new Map(all.map(([row, column, cell]) => [cellKey(row, column), cell])), merges, hiddenRows: new Set() })));
  const text = (value: string): Cell => ({ value, formula: null, text: value, format: "General" });

  test("heads of indicators left of the roster are not its columns", () => {
    const built = buildRoster({ ...BASE, left: 6, order: ["type", "no", "name", "months", "remark"] });
    const head = built.rows[0]! - 2;
    const [roster] = together([...cells(built), [head, 3, text("协议人次")], [head, 4, text("完成人次")], [head, 5, text("百分比")]], built.sheet.merges);
    expect(roster!.columns.total).toBeNull();
    expect(roster!.rect.left).toBe(6);
  });

  test("two years side by side: each has its own title and agreement", () => {
    const first = buildRoster(BASE);
    const second = buildRoster({ ...BASE, left: 60, months: ["11月", "12月", "1月", "2月"], agreement: "年度服务协议时间：2023年9月10日至2024年9月9日" });
    const rosters = together([...cells(first), ...cells(second)], [...first.sheet.merges, ...second.sheet.merges]);
    expect(rosters.map((roster) => [roster.agreement?.start, roster.months[0]!.key])).toEqual([["2024-09-10", "2024-11"], ["2023-09-10", "2023-11"]]);
  });
});
