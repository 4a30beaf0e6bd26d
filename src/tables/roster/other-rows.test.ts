import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { cellName } from "../../workbook";
import { findRosters } from "./roster";

const MARKS = ["人员到位", "社保购买", "工资发放"];
const HEADS = ["序号", "姓名", "类型", "岗位"];
const person = (no: number, marks: readonly CellSpec[], type = "持证社工"): CellSpec[] => [no, `社工${no}`, type, "社工", ...marks];
const ticks = (count: number): string[] => Array.from({ length: count }, () => "√");
const loud = (sheets: Record<string, SheetSpec>): string[] => checkWorkbook(workbookOf(sheets)).findings.filter(({ severity, rule }) => severity !== "info" && !/retention|shortage/.test(rule)).map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);

/** Two months of three marks, the total of a person behind them, a post that nobody holds, and another list under the last line. */
const withOthers = (vacancyNo: number): SheetSpec => ({
  cells: rows("A1", [
    ["甲街社工站社工到岗情况表（2025年7月1日至2025年8月31日）"], [...HEADS, "7月", null, null, "8月", null, null, "人员到岗小计", "备注"], [null, null, null, null, ...MARKS, ...MARKS],
    person(1, [...ticks(6), 2]), person(2, [...ticks(6), 2]), [vacancyNo, "（空缺）", "持证社工", "社工", ...ticks(6).map(() => "-"), 0, "招聘中"],
    ["持证社工有效人次小计", null, null, null, 2, null, null, 2, null, null, 4], ["社工站稳岗率", null, null, null, { f: "=2/2", format: "0.00%" }],
    [], ["其他人员（不计入到岗人次）"], ["类别", "岗位", "姓名", "在岗月份", "备注"], ["机构管理", "总监", "领导1", "7月—8月", "兼管"], ["财务", "会计", "财务1", "7月—8月"]
  ]),
  merges: ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "H2:J2", "K2:K3", "L2:L3", "A7:D7", "E7:G7", "H7:J7", "A8:D8"]
});

test("another list under the last line is none of the roster's persons", () => {
  const [roster] = findRosters(workbookOf({ 附件2: withOthers(3) }));
  expect(roster!.persons.map(({ name }) => name)).toEqual(["社工1", "社工2"]);
  expect(loud({ 附件2: withOthers(3) })).toEqual([]);
});

test("a vacant post with the number of the person above it", () => expect(loud({ 附件2: withOthers(2) })).toEqual(["attendance-number 附件2!A6"]));

/** A sheet a month with what each person counts; the labels under it reach over the marks. */
const month = (name: string, absent: boolean): SheetSpec => ({
  cells: rows("A1", [
    [`甲街社工站${name}人员到岗登记表`], [...HEADS, ...MARKS, "有效人次", "备注"], person(1, [...ticks(3), 1]), person(2, [...ticks(3), 1], "非持证社工"),
    ...(absent ? [] : [person(3, [...ticks(3), 1, "2025年8月29日离职"], "非持证社工")]),
    ["持证社工有效人次小计", null, null, null, null, null, null, `=SUMIF(C3:C${absent ? 4 : 5},"持证社工",H3:H${absent ? 4 : 5})`],
    ["非持证社工有效人次小计", null, null, null, null, null, null, `=SUMIF(C3:C${absent ? 4 : 5},"非持证社工",H3:H${absent ? 4 : 5})`]
  ]),
  merges: absent ? ["A5:G5", "A6:G6"] : ["A6:G6", "A7:G7"]
});
const gathered = (extra: CellSpec[] = []): SheetSpec => ({
  cells: rows("A1", [["甲街社工站到岗汇总（2025年8月1日至2025年9月30日）"], ["序号", "姓名", "类型", "8月", "9月", "到岗小计", ...extra.slice(0, 1)], ...[1, 2, 3].map((no): CellSpec[] => [
    no, `社工${no}`, no === 1 ? "持证社工" : "非持证社工", ...["8月", "9月"].map((name) => `=SUMIF('${name}'!$B$3:$B$9,B${no + 2},'${name}'!$H$3:$H$9)`), `=SUM(D${no + 2}:E${no + 2})`
  ])])
});

test("labels merged over the marks are no values; a sheet that gathers others explains nothing", () => {
  expect(loud({ "8月": month("2025年8月", false), "9月": month("2025年9月", true), 汇总: gathered() })).toEqual([]);
});

test("with a column of remarks it must", () => {
  expect(loud({ "8月": month("2025年8月", false), "9月": month("2025年9月", true), 汇总: gathered(["备注"]) })).toEqual([`attendance-absence 汇总!${cellName(5, 7)}`]);
});

/** Two halves a month, each of which counts half a month; who came on the 24th has the second half only. */
const halves = (heads: readonly string[], late: readonly string[]): SheetSpec => ({
  cells: rows("A1", [
    ["甲街社工站到岗登记（2025年9月1日至2025年10月31日）"], ["序号", "姓名", "类型", "9月", null, "10月", null, "人员到岗小计", "备注"], [null, null, null, ...heads, ...heads],
    ...[1, 2].map((no): CellSpec[] => [no, `社工${no}`, "持证社工", "√", "√", "√", "√", `=COUNTIF(D${no + 3}:G${no + 3},"√")*0.5`]),
    [3, "社工3", "持证社工", ...late, `=COUNTIF(D6:G6,"√")*0.5`, "2025.10.24入职"], ["社工有效人次小计", null, null, `=COUNTIF(D4:E6,"√")/2`, null, `=COUNTIF(F4:G6,"√")/2`, null, "=SUM(D7:G7)"]
  ]),
  merges: ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:H3", "I2:I3", "A7:C7", "D7:E7", "F7:G7"]
});

test.each([[["上半月", "下半月"]], [["1-15日", "16日以后"]], [["一", "二"]]])("%p are halves of a month", (heads) => {
  expect(loud({ 半月: halves(heads, ["-", "-", "-", "√"]) })).toEqual([]);
});

test("a half before joining", () => expect(loud({ 半月: halves(["上半月", "下半月"], ["-", "-", "√", "√"]) })).toEqual(["attendance-mark 半月!F6"]));

/** Numbers of absence: what was due less what is lacking is what counts. */
const absences = (late: number): SheetSpec => ({
  cells: rows("A1", [
    ["甲街社工站缺岗登记表（2025年7月1日至2025年9月30日）"], ["序号", "姓名", "类型", "7月", "8月", "9月", "应到人次", "缺岗小计", "人员到岗小计", "到岗率", "备注"],
    ...[1, 2, 3].map((no): CellSpec[] => [
      no, `社工${no}`, "持证社工", no === 3 ? late : 0, 0, 0, 3, `=SUM(D${no + 2}:F${no + 2})`, `=G${no + 2}-H${no + 2}`, `=I${no + 2}/G${no + 2}`, no === 3 ? "2025.7.24入职" : null
    ]),
    ["合计", null, null, ...["D", "E", "F", "G", "H", "I"].map((column) => `=SUM(${column}3:${column}5)`)], ["社工有效人次小计", null, null, ...["D", "E", "F"].map((column) => `=COUNT(${column}3:${column}5)-${column}6`)]
  ])
});

test("numbers that say who was not there", () => expect(loud({ 缺岗: absences(0.5) })).toEqual([]));
test("a day of joining without the half month's absence", () => expect(loud({ 缺岗: absences(0) })).toEqual(["attendance-mark 缺岗!D5"]));

test("what adds up rows of person-months holds person-months, whatever it is called", () => {
  const months = ["D", "E", "F"];
  const group = (type: string, row: number): CellSpec[] => [type === "是" ? "持证社工人次" : "非持证社工人次", null, null,
    ...months.map((column) => `=SUMPRODUCT(($C$3:$C$5="${type}")*(${column}$3:${column}$5="√"))+SUMPRODUCT(($C$3:$C$5="${type}")*(${column}$3:${column}$5="○"))*0.5`), `=SUM(D${row}:F${row})`];
  const cells = rows("A1", [
    ["甲街社工站社工到岗情况（2025年7月1日至2025年9月30日；√＝在岗，○＝半月，×＝不在岗）"], ["编号", "姓名", "持证", "7月", "8月", "9月", "人次", "备注"],
    [1, "社工1", "是", "√", "√", "√", 3], [2, "社工2", "否", "○", "√", "√", 2.5, "2025.7.22入职，当月计0.5"], [3, "社工3", "否", "√", "√", "√", 3],
    group("是", 6), group("否", 7), ["合计人次", null, null, ...months.map((column) => `=${column}6+${column}7`), "=G6+G7"]
  ]);
  expect(loud({ 附件2: { cells, merges: ["A1:H1", "A6:C6", "A7:C7", "A8:C8"] } })).toEqual([]);
  expect(findRosters(workbookOf({ 附件2: { cells } }))[0]!.grandEffective?.row).toBe(8);
});

/** No 类型, both kinds of certificates, a row for everybody and one for those with a certificate. */
const oneList = (certified: readonly number[]): SheetSpec => ({
  cells: rows("A1", [
    ["甲街社工站社工到岗汇总表（2025年7月1日至2025年8月31日）"], ["序号", "姓名", "岗位资格证", "7月", "8月", "到岗小计", "备注"],
    ...["助理社会工作师", "社会工作师", "社会学专业本科", "社会工作专业专科"].map((certificate, i): CellSpec[] => [i + 1, `社工${i + 1}`, certificate, 1, 1, `=SUM(D${i + 3}:E${i + 3})`]),
    ["有效人次合计", null, null, "=SUM(D3:D6)", "=SUM(E3:E6)", "=SUM(F3:F6)"], ["持证有效人次", null, null, ...certified, "=SUM(D8:E8)"]
  ])
});

test("those with and without a certificate in one list, of which one row counts a part", () => expect(loud({ 附件2: oneList([2, 2]) })).toEqual([]));
test("a part that another sheet counts", () => expect(loud({
  附件2: { cells: { ...oneList([2, 2]).cells, D8: "='7月'!B9", E8: "='8月'!B9" } }, ...Object.fromEntries(["7月", "8月"].map((name) => [name, { cells: { A9: "其中持证", B9: 2 } }]))
})).toEqual([]));
test("a part that the certificates do not give", () => expect(loud({ 附件2: oneList([2, 3]) }).some((found) => found.endsWith("附件2!E8"))).toBe(true));

/** What was due, what is lacking and the share of those who came, below one another under the months. */
const due = (changes: Record<string, CellSpec> = {}): SheetSpec => ({
  cells: {
    ...rows("A1", [
      ["甲街社工站人员到岗情况表（2025年7月1日至2025年12月31日）"], ["序号", "姓名", "岗位", "资格证书", ...[7, 8, 9, 10, 11, 12].map((no) => `${no}月`), "到岗月数", "备注"],
      ...[1, 2, 3, 4].map((no): CellSpec[] => [no, `社工${no}`, "社工", "助理社工师", ...(no === 4 ? ["√", "√", "√", "√", "-", "-"] : ticks(6)), `=COUNTIF(E${no + 2}:J${no + 2},"√")`, no === 4 ? "2025年10月31日离职" : null]),
      ...(["实到人数", "应到人数", "超缺配", "到岗率"] as const).map((label, i): CellSpec[] => [null, label, null, null, ..."EFGHIJ".split("").map((column): CellSpec => [`=COUNTIF(${column}3:${column}6,"√")`, 4, `=${column}7-${column}8`, { f: `=MIN(1,${column}7/${column}8)`, format: "0%" }][i]!),
        ["=SUM(K3:K6)", "=SUM(E8:J8)", "=SUM(E9:J9)", { f: "=K7/K8", format: "0.00%" }][i]!])
    ]), ...changes
  }
});

test("what was due under the months is no indicator", () => {
  expect(loud({ 附件2: due() })).toEqual([]);
  expect(checkWorkbook(workbookOf({ 附件2: due() })).tables.map(({ kind }) => kind)).not.toContain("overall");
});
test("another number that was due makes no person of the row", () => {
  const [roster] = findRosters(workbookOf({ 附件2: due({ G8: 5 }) }));
  expect(roster!.persons.map(({ name }) => name)).toEqual(["社工1", "社工2", "社工3", "社工4"]);
});
test("a share that was typed", () => expect(loud({ 附件2: due({ H10: { v: 0.95, format: "0%" } }) })).toEqual([expect.stringMatching("附件2!H10")]));

/** 持续在岗 typed on a sheet of its own. */
const retained = (count: number): string[] => loud({
  附件2: due(), 稳岗: { cells: rows("A1", [["稳岗情况"], ["持续在岗社工数", count], ["协议要求在岗社工数", 4], ["稳岗率", { f: "=B2/B3", format: "0.00%" }]]) }
});
test("who was retained, as the roster has it", () => expect(retained(3)).toEqual([]));
