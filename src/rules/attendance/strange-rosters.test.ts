import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { parseSettings } from "../../settings";

/** Rosters of kinds that nobody had shown: each is right as it stands, and shows its mistake when one cell is written over. */
const SETTINGS = parseSettings({ headcount: 3, certifiedShare: 0.5 });
const TITLE = "甲街社工站社工到岗情况表（2025年7月1日至2025年8月31日）";
const KINDS = ["人员到位", "社保购买", "工资发放"];
const HEADS: CellSpec[] = ["序号", "姓名", "类型", "7月", null, null, "8月", null, null, "人员到岗小计", "备注"];
const SUBHEADS: CellSpec[] = [null, null, null, ...KINDS, ...KINDS];
const MERGES = (top: number): string[] => ["A", "B", "C", "J", "K"].map((column) => `${column}${top}:${column}${top + 1}`).concat(`D${top}:F${top}`, `G${top}:I${top}`);

/** Their finding names, sheet and cell. */
const loud = (sheets: Record<string, SheetSpec>): string[] =>
  checkWorkbook(workbookOf(sheets), { settings: SETTINGS }).findings.filter(({ severity, rule }) => severity !== "info" && rule !== "attendance-retention-limit").map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
const person = (no: number, marks: string, total: CellSpec, remark: CellSpec = null, type = no < 3 ? "持证社工" : "非持证社工", name = `社工${no}`): CellSpec[] =>
  [no, name, type, ...[...marks].flatMap((mark) => KINDS.map(() => (mark === "1" ? "√" : "-"))), total, remark];
const table = (lines: readonly (readonly CellSpec[])[], more: readonly string[] = []): SheetSpec => ({ cells: rows("A1", [[TITLE], HEADS, SUBHEADS, ...lines.map((line) => [...line])]), merges: ["A1:K1", ...MERGES(2), ...more] });
const STAFF = [person(1, "11", 2), person(2, "11", 2), person(3, "11", 2)];

interface Case {
  readonly clean: SheetSpec;
  readonly wrong: readonly [lines: SheetSpec, ...found: string[]];
}

const results = (retained: number, rate: CellSpec): CellSpec[][] => [["到岗人次合计", null, null, null, null, null, null, null, null, "=SUM(J4:J6)"], [], ["协议要求人数", "应到人次", "实到人次", "持续在岗人数", "稳岗率"], [3, 6, 6, retained, rate]];
const sentence = (rate: string): SheetSpec => ({ cells: rows("A1", [[TITLE], [`评估期内持续在岗社工3人，稳岗率为${rate}；协议要求稳岗率不低于80%`], HEADS, SUBHEADS, ...STAFF]), merges: ["A1:K1", "A2:K2", ...MERGES(3)] });
const half = (remark: string, total = 1): SheetSpec => table([person(1, "11", 2), person(2, "11", 2), person(3, "11", total, remark), person(4, "11", total, remark, "非持证社工", "社工3"), person(5, "11", 2)]);
const twoLists = (all: CellSpec): SheetSpec => ({
  cells: rows("A1", [
    [TITLE], HEADS, SUBHEADS, person(1, "11", 2), person(2, "11", 2), ["共计", null, null, ...["D", "E", "F", "G", "H", "I"].map((c) => `=COUNTIF(${c}4:${c}5,"√")`), "=SUM(J4:J5)"],
    HEADS, SUBHEADS, person(1, "11", 2, null, "非持证社工", "社工3"), person(2, "11", 2, null, "非持证社工", "社工4"), ["共计", null, null, ...["D", "E", "F", "G", "H", "I"].map((c) => `=COUNTIF(${c}9:${c}10,"√")`), "=SUM(J9:J10)"],
    ["全站到岗人次", null, null, ...["D", "E", "F", "G", "H", "I"].map((c) => `=${c}6+${c}11`), all]
  ]),
  merges: ["A1:K1", ...MERGES(2), ...MERGES(7), "A6:C6", "A11:C11", "A12:C12"]
});

/** Four months in two halves, each with its subtotal. */
const halves = (first: CellSpec, total: CellSpec, half: CellSpec = 0.5): SheetSpec => ({
  cells: rows("A1", [
    ["甲街社工站社工到岗情况表（2025年7月1日至2025年10月31日）"], ["序号", "姓名", "类型", "7月", "8月", "上期小计", "9月", "10月", "本期小计", "到岗合计", "备注"],
    [1, "社工1", "持证社工", "√", "√", first, "√", "√", 2, total], [2, "社工2", "持证社工", "√", "√", 2, "√", "√", 2, "=F4+I4"],
    [3, "社工3", "非持证社工", "√", "√", 2, "√", "√", 2, "=F5+I5"], [4, "社工4", "非持证社工", "√", half, 1.5, "/", "/", 0, "=F6+I6", "2025.8.5离职"],
    ["合计", null, null, 4, 3.5, "=SUM(F3:F6)", 3, 3, "=SUM(I3:I6)", "=SUM(J3:J6)"]
  ]),
  merges: ["A1:K1", "A7:C7"]
});

/** Each kind of mark has words of its own for those who are not there. */
const words = (total: CellSpec): SheetSpec => table([1, 2, 3].map((no): CellSpec[] => [no, `社工${no}`, "持证社工", ...["1", no === 3 ? "0" : "1"].flatMap((mark) => (mark === "1" ? ["在岗", "已购", "已发"] : ["离岗", "未购", "未发"])), no === 3 ? 1 : no === 2 ? total : 2, no === 3 ? "2025.7.31离职" : null])
  .concat([[4, "社工4", "非持证社工", ...["在岗", "已购", "已发", "离岗", "未购", "未发"], 1, "2025.7.31离职"]]));
/** The days of each month, and what they come to. */
const days = (total: CellSpec): SheetSpec => ({
  cells: rows("A1", [
    [TITLE], ["序号", "姓名", "类型", "7月", null, "8月", null, "到岗人次小计", "备注"], [null, null, null, ...["出勤天数", "计人次", "出勤天数", "计人次"]],
    [1, "社工1", "持证社工", 23, 1, 21, 1, total], [2, "社工2", "持证社工", 22, 1, 21, 1, "=E5+G5"], [3, "社工3", "非持证社工", 23, 1, 21, 1, "=E6+G6"], ["合计", null, null, ...["D", "E", "F", "G", "H"].map((c) => `=SUM(${c}4:${c}6)`)]
  ]),
  merges: ["A1:I1", "D2:E2", "F2:G2", ...["A", "B", "C", "H", "I"].map((c) => `${c}2:${c}3`), "A7:C7"]
});
/** 持证类别 names the certificates; one row counts everybody, one those with a certificate. */
const certificates = (count: number): SheetSpec => ({
  cells: rows("A1", [
    [TITLE], ["序号", "姓名", "持证类别", "7月", "8月", "到岗小计"],
    ...["中级社会工作师", "助理社会工作师", "社会工作师", "非持证"].map((certificate, i): CellSpec[] => [i + 1, `社工${i + 1}`, certificate, "√", "√", 2]),
    ["有效人次", null, null, "=COUNTIF(D3:D6,\"√\")", "=COUNTIF(E3:E6,\"√\")", "=SUM(F3:F6)"], ["其中持证社工", null, null, 3, count, "=SUM(D8:E8)"]
  ]),
  merges: ["A1:F1", "A7:C7", "A8:C8"]
});

const CASES: Readonly<Record<string, Case>> = {
  "a small table of results under the roster is none of its persons": {
    clean: table([...STAFF, ...results(3, { f: "=D10/A10", format: "0.00%" })]), wrong: [table([...STAFF, ...results(4, { f: "=D10/A10", format: "0.00%" })]), "attendance-retention 到岗!D10"]
  },
  "a sentence above the heads gives the rate": { clean: sentence("100.00%"), wrong: [sentence("66.67%"), "attendance-retention 到岗!A2"] },
  "one person in two areas counts half in each": { clean: half("兼两个片区，各计0.5人次"), wrong: [half("兼两个片区，各计0.5人次", 2), "attendance-settled-half 到岗!J6", "attendance-settled-half 到岗!J7"] },
  "who is away from day to day has not come on the last": { clean: table([...STAFF, person(4, "00", 0, "2025.6.1至2025.11.25休产假，到岗不计")]), wrong: [table([...STAFF, person(4, "00", 1, "2025.6.1至2025.11.25休产假，到岗不计")]), "attendance-person-total 到岗!J7"] },
  "subtotals of parts of the months stand among them": { clean: halves(2, "=F3+I3"), wrong: [halves(1, "=F3+I3"), "attendance-person-total 到岗!F3"] },
  "a total that leaves out a part": { clean: halves(2, 4), wrong: [halves(2, "=F3"), "formula-wrong 到岗!J3"] },
  "words of its own for each kind of mark": { clean: words(2), wrong: [words(1), "attendance-person-total 到岗!J5"] },
  "days beside what they come to": { clean: days(2), wrong: [days(1), "attendance-person-total 到岗!H4"] },
  "certificates under 类别, and those who have one counted": { clean: certificates(3), wrong: [certificates(2), "attendance-month-total 到岗!E8"] },
  "two lists with heads and sums of their own, and one sum of both": { clean: twoLists("=J6+J11"), wrong: [twoLists("=J11"), "formula-wrong 到岗!J12"] }
};

test.each(Object.entries(CASES))("%s", (_, { clean, wrong: [wrong, ...found] }) => {
  expect(loud({ 到岗: clean })).toEqual([]);
  expect(loud({ 到岗: wrong })).toEqual(found);
});

test("a row that adds its own months is right beside a mark that nobody knows", () => {
  const people = [1, 2, 3, 4].map((no): CellSpec[] => [no, `社工${no}`, "持证社工", no === 2 ? "补" : "√", "√", no === 2 ? 1 : 2, "√", "√", 2, `=F${no + 2}+I${no + 2}`]);
  const along: CellSpec[] = ["合计", null, null, ...["D", "E"].map((c) => `=COUNTIF(${c}3:${c}6,"√")`), "=SUM(D7:E7)", ...["G", "H"].map((c) => `=COUNTIF(${c}3:${c}6,"√")`), "=SUM(G7:H7)", "=F7+I7"];
  const sheet: SheetSpec = { cells: rows("A1", [["甲街社工站社工到岗情况表（2025年7月1日至2025年10月31日）"], ["序号", "姓名", "类型", "7月", "8月", "上期小计", "9月", "10月", "本期小计", "到岗合计"], ...people, along]), merges: ["A1:J1", "A7:C7"] };
  expect(loud({ 到岗: sheet })).toEqual(["attendance-mark 到岗!D4"]);
});

test("what the sheet of all months says of a person explains the sheet of one month", () => {
  const month = (no: number, mark: string): SheetSpec => ({ cells: rows("A1", [[`甲街社工站2025年${no}月到岗表`], ["序号", "姓名", "类型", ...KINDS], ...[1, 2, 3].map((i): CellSpec[] => [i, `社工${i}`, "持证社工", ...KINDS.map(() => (i === 3 ? mark : "√"))])]) });
  const all = (remark: CellSpec): SheetSpec => ({ cells: rows("A1", [[TITLE], ["序号", "姓名", "类型", "7月", "8月", "到岗小计", "备注"], ...[1, 2, 3].map((i): CellSpec[] => [i, `社工${i}`, "持证社工", i === 3 ? "-" : "√", "√", i === 3 ? 1 : 2, i === 3 ? remark : null])]) });
  expect(loud({ "7月": month(7, "-"), "8月": month(8, "√"), 汇总: all("2025.8.1入职") })).toEqual([]);
  expect(loud({ "7月": month(7, "-"), "8月": month(8, "√"), 汇总: all(null) })).toContain("attendance-absence 7月!D5");
});
