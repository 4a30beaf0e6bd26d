import { rows, workbookOf as bookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { buildRoster, type PersonSpec, type RosterSpec } from "../../../test/support/roster-builder";
import { parseRemark } from "./remarks";
import { findRosters } from "./roster";
import type { Mark, Roster } from "./types";

/** By what a roster is known, and what its columns are, whatever their heads say. */
const PERSONS: PersonSpec[] = [
  { months: "1111", name: "陈一" }, { months: "h110", name: "李二三", remark: "2024.11.20入职\n2025.1.31离职" }, { months: "1111", name: "欧阳四" },
  { months: "1111", name: "赵五", group: "uncertified" }, { months: "0111", name: "孙六", group: "uncertified", remark: "2024年12月2日转入" }
];
const MONTHS = ["11月", "12月", "2025年1月", "2月"];
const roster = (spec: Partial<RosterSpec>): Roster[] => findRosters(buildRoster({ months: MONTHS, persons: PERSONS, ...spec }).workbook);
const plain = roster({})[0]!;

test.each([
  ["人员"], ["员工"], ["同工"], ["社工"], ["成员"], [""]
])("the names are found under the head %p", (name) => expect(roster({ heads: { name } }).map(({ columns, persons }) => [columns, persons.length])).toEqual([[plain.columns, 5]]));

test.each<[keyof Roster["columns"], string]>([["type", "性质"], ["type", "持证情况说明"], ["type", ""], ["total", "累计"], ["total", "实到"], ["total", ""], ["remark", "情况说明"], ["remark", "人员变动"], ["no", "#"], ["contract", "聘期"], ["certificate", "学历及证书情况"]])(
  "the column %s is known by its cells under the head %p", (role, head) => expect(roster({ heads: { [role]: head } })[0]!.columns[role]).toBe(plain.columns[role])
);

test.each<[string, (string | number)[]]>([
  ["six digits", ["202411", "202412", "202501", "202502"]], ["days of work", ["11月（21天）", "12月（22天）", "1月（18天）", "2月（18天）"]],
  ["days of work below", ["11月\n21天", "12月\n22天", "1月\n18天", "2月\n18天"]], ["the months of the period", ["第1月", "第2月", "第3月", "第4月"]], ["the months of the period in words", ["第一个月", "第二个月", "第三个月", "第四个月"]],
  ["first and last day", ["2024.11.1-11.30", "2024.12.1-12.31", "2025.1.1-1.31", "2025.2.1-2.28"]], ["with remarks", ["11月（实到）", "12月（实到）", "1月（实到）", "2月（实到）"]]
])("months as %s", (_, months) => {
  const built = buildRoster({ months, persons: PERSONS, title: "甲街社工站社工到岗情况统计表（2024年11月1日至2025年2月28日）" });
  expect(findRosters(built.workbook).map((found) => found.months.map(({ key }) => key))).toEqual([["2024-11", "2024-12", "2025-01", "2025-02"]]);
});

/** Which rows sum up whom. */
const bottomsOf = ({ groups, grandTotal, grandEffective, retention }: Roster): unknown =>
  [groups.map(({ group, subtotal, effective }) => [group, subtotal?.row, effective?.row]), grandTotal?.row, grandEffective?.row, retention?.at.row];

test.each<[string, Record<string, string>]>([
  ["words nobody listed", { subtotal: "打勾数", "effective-certified": "本组实到", "effective-uncertified": "本组实到", grandHead: "", grand: "全站打勾数", "grand-effective": "全站实到", retention: "社工稳定率" }],
  ["人次 without 有效", { "effective-certified": "持证社工人次小计", "effective-uncertified": "非持证社工人次小计", "grand-effective": "社工人次总计" }],
  ["one word for all", { subtotal: "共", "effective-certified": "共", "effective-uncertified": "共", grandHead: "", grand: "全部", "grand-effective": "全部" }]
])("bottom rows with %s, by what they count", (_, labels) => expect(bottomsOf(roster({ labels })[0]!)).toEqual(bottomsOf(plain)));

test("a row of what is due is no total", () => {
  const [found] = roster({ labels: { "effective-certified": "应到人次小计" } });
  expect(found!.groups[0]!.effective).toBeNull();
});

const people = ["陈一", "李二", "张三", "王四", "赵五"];
const months = ["9月", "10月", "11月", "12月"];
const register = (title: string, cell: (i: number, m: number) => CellSpec, heads: readonly string[] = months): Record<string, SheetSpec> =>
  ({ 表: { cells: { A1: title, ...rows("A2", [["序号", "姓名", "职务", ...heads], ...people.map((name, i): CellSpec[] => [i + 1, name, "社工", ...heads.map((_, m) => cell(i, m))])]) } } });

test.each<[string, Record<string, SheetSpec>]>([
  ["hours of training", register("甲街社工站继续教育学时登记表", (i, m) => [6, 8, 4, 12][m]! + i)],
  ["hours of supervision, some of them 1 and 0.5", register("甲街社工站督导时数表", (_, m) => [1, 0.5, 2, 1][m]!)],
  ["sessions of training with ticks", register("甲街社工站培训签到表", (_, m) => (m ? "√" : "×"))],
  ["wages", register("甲街社工站工资发放表", (i, m) => 5200 + 100 * i + m)],
  ["wages under heads that say so", register("甲街社工站工资表", (i, m) => 5200 + 100 * i + m, ["9月工资", "10月工资", "11月工资", "12月工资"])],
  ["birth days", register("社工花名册", (i, m) => ({ v: 33000 + 400 * i + m, format: "yyyy-mm-dd" }))],
  ["telephone numbers by month", register("值班表", (i, m) => `1380013${i}${m}00`)],
  ["grades", register("甲街社工站月度考核表", (i, m) => ["优", "良", "中"][(i + m) % 3]!)],
  ["who is on duty", register("值班安排", (i, m) => people[(i + m) % 5]!)],
  ["wages paid and insurance bought", register("工资发放及社保参保登记", () => "已发", ["10月工资", "11月工资", "12月工资", "10月社保", "11月社保", "12月社保"])],
  ["bonuses and insurance under bands", register("人员待遇登记", () => "√", ["11月社保", "12月社保", "1月社保"])],
  ["visits of old people", { 表: { cells: { A1: "独居长者定期探访登记", ...rows("A2", [["序号", "姓名", "住址", ...months], ...people.map((name, i): CellSpec[] => [i + 1, name, `丙街${i}号`, "√", "√", "√", "√"])]) } } }],
  ["leave by month", register("年假安排", (i, m) => (i === m ? "√" : null))],
  ["a plan of the year's work", { 表: { cells: { A1: "年度安排（■计划 √已完成）", ...rows("A2", [["工作内容", ...months, "备注"], ["年度计划", "√", "■"], ["需求调研", null, "√", "■"], ["中期自评", null, null, "√", "■"], ["档案归档", "■", null, null, "√"]]) } } }],
  ["months and persons alone", register("甲街社工站到岗情况表", () => null)]
])("%s by person and month are no roster", (_, sheets) => expect(findRosters(bookOf(sheets))).toEqual([]));

test("a film list with years is none, nor a ledger with two dates a row", () => {
  const films = rows("A1", [["片名", "首映", "重映"], ...Array.from({ length: 30 }, (_, i): CellSpec[] => [`影片${i}`, { v: 40000 + i * 31, format: "yyyy-mm-dd" }, { v: 41000 + i * 31, format: "yyyy-mm-dd" }])]);
  expect(findRosters(bookOf({ 片单: { cells: films } }))).toEqual([]);
});

test("vacant posts are no persons; a row with ticks is, whatever its name says", () => {
  const vacant: PersonSpec = { months: "0000", name: "（空缺）", no: null };
  const [found] = roster({ persons: [...PERSONS, vacant, { months: "1111", name: "待聘" }] });
  expect(found!.persons.map(({ name }) => name)).toEqual(["陈一", "李二三", "欧阳四", "待聘", "赵五", "孙六"]);
  expect(found!.vacancies).toHaveLength(1);
});

describe("remarks", () => {
  const marks = (text: string): Mark[][] => [...text].map((letter) => [{ at: { sheet: "", row: 1, column: 1 }, kind: letter === "1" ? "present" : "absent", share: null, text: letter, formula: null, textual: false }]);
  const read = (text: string, ticks: string) => parseRemark(text, null, plain.months, "", marks(ticks));
  test.each([
    ["2024。11。20入职", "1111", "join", "2024-11-20"], ["2024、12、20离职", "1100", "leave", "2024-12-20"], ["2024-12-20 00:00:00离职", "1100", "leave", "2024-12-20"],
    ["2024·12·20 离职", "1100", "leave", "2024-12-20"], ["2024\\12\\20离职", "1100", "leave", "2024-12-20"],
    ["2024.12.12转岗至机构总部", "1100", "leave", "2024-12-12"], ["2024.12.20合同到期", "1100", "leave", "2024-12-20"], ["2025.1.16聘用", "0011", "join", "2025-01-16"], ["2025.1.16由乙站派驻", "0011", "join", "2025-01-16"]
  ])("%s with %s", (text, ticks, kind, date) => expect(read(text, ticks).events.map((event) => [event.kind, event.date])).toEqual([[kind, date]]));
  test("a known word beside one that nobody listed", () =>
    expect(read("2024.11.23入职，2025.1.16考上公务员", "1110").events.map((event) => [event.kind, event.date])).toEqual([["join", "2024-11-23"], ["leave", "2025-01-16"]]));
  test.each([["2024.12.20合同到期，已续签", "1111"], ["2024.12.12起产假", "1100"], ["2024.12.12通过中级考试", "1111"], ["2024.12.12任站长", "1100"]])("%s is no coming or going", (text, ticks) =>
    expect(read(text, ticks)).toMatchObject({ events: [], unclear: false }));
  test.each([["2024年冬至后到站", "0111"], ["11/12月间调整", "1011"]])("%s is not understood, and said to be so", (text, ticks) => expect(read(text, ticks).unclear).toBe(true));
});
