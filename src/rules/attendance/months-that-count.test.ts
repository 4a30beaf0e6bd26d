import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { check } from "../../report/check";
import { parseSettings } from "../../settings";
import { addressName } from "../../workbook";

/** Rosters whose months print more than marks: what the marks come to, or the two halves of a month. */
const said = (cells: Record<string, CellSpec>, merges: string[]): string[] =>
  check(workbookOf({ 到岗: { cells, merges } }), parseSettings({ headcount: 4 }))!.findings
    .filter(({ severity, rule }) => severity !== "info" && !/shortage|retention/.test(rule)).map(({ rule, at }) => `${rule} ${addressName(at)}`);

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const TITLE = "甲街社工站人员到岗情况表（2025年1月1日至2025年3月31日）";

describe("有效人次 beside the marks of each month", () => {
  const heads: CellSpec[][] = [
    ["序号", "姓名", "资质", "1月", null, null, null, "2月", null, null, null, "3月", null, null, null, "有效人次合计", "备注"],
    [null, null, null, ...[1, 2, 3].flatMap(() => ["人员到位", "社保购买", "工资发放", "有效人次"]), null, null]
  ];
  const person = (no: number, row: number, months: (0 | 0.5 | 1)[], remark: string | null = null): CellSpec[] => [
    no, `社工${no}`, "助理社会工作师",
    ...months.flatMap((value, m): CellSpec[] => {
      const first = LETTERS[3 + 4 * m]!;
      const last = LETTERS[5 + 4 * m]!;
      return [...Array.from({ length: 3 }, (): CellSpec => (value === 0 ? 0 : 1)), value === 0.5 ? 0.5 : `=IF(SUM(${first}${row}:${last}${row})=3,1,0)`];
    }),
    `=G${row}+K${row}+O${row}`, remark
  ];
  const total: CellSpec[] = ["小计", null, null, ...Array.from({ length: 12 }, (_, i): CellSpec => `=SUM(${LETTERS[3 + i]}4:${LETTERS[3 + i]}7)`), "=SUM(P4:P7)", null];
  const cells = (changed: Record<string, CellSpec> = {}): Record<string, CellSpec> => ({
    ...rows("A1", [[TITLE], ...heads, person(1, 4, [1, 1, 1]), person(2, 5, [1, 1, 1]), person(3, 6, [0, 0.5, 1], "2025.2.24入职"), person(4, 7, [1, 1, 1]), total]), ...changed
  });
  const merges = ["A1:Q1", "A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:K2", "L2:O2", "P2:P3", "Q2:Q3", "A8:C8"];

  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["clean", {}, []],
    ["a whole month where the day of joining makes half of it", { K6: 1 }, ["attendance-month-total K6"]],
    ["a subtotal that leaves a month out", { P5: "=G5+K5" }, ["formula-wrong P5"]],
    ["a month counted by two of three marks", { K5: "=IF(SUM(H5:I5)=3,1,0)" }, ["formula-wrong K5"]],
    ["a bottom row one person short", { K8: "=SUM(K4:K6)" }, ["attendance-sum K8"]]
  ])("%s", (_, changed, expected) => expect(said(cells(changed), merges)).toEqual(expected));
});

describe("halves of months, each tick half a person-month", () => {
  const marks = (first: number): CellSpec[] => Array.from({ length: 6 }, (_, i): CellSpec => (i < first ? "—" : "√"));
  const person = (no: number, row: number, first = 0, remark: string | null = null): CellSpec[] => [no, `社工${no}`, "助理社会工作师", ...marks(first), `=COUNTIF(D${row}:I${row},"√")*0.5`, remark];
  const cells = (changed: Record<string, CellSpec> = {}): Record<string, CellSpec> => ({
    ...rows("A1", [
      [TITLE], ["序号", "姓名", "资质", "1月", null, "2月", null, "3月", null, "有效人次小计", "备注"], [null, null, null, ...[1, 2, 3].flatMap(() => ["上半月", "下半月"]), null, null],
      person(1, 4), person(2, 5), person(3, 6, 3, "2025.2.17入职"), person(4, 7),
      ["有效人次小计", null, null, ...Array.from({ length: 6 }, (__, i): CellSpec => `=COUNTIF(${LETTERS[3 + i]}$4:${LETTERS[3 + i]}$7,"√")*0.5`), "=SUM(D8:I8)", null],
      ["注：到位、社保、工资三项齐备打“√”，每“√”计0.5人次。"]
    ]), ...changed
  });
  const merges = ["A1:K1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2", "J2:J3", "K2:K3", "A8:C8", "A9:K9"];

  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["clean: a row of counts adds itself up along the row", {}, []],
    ["or down the column", { J8: "=SUM(J4:J7)" }, []],
    ["a count one person short", { F8: "=COUNTIF(F$4:F$6,\"√\")*0.5" }, ["formula-wrong F8"]],
    ["a sum one half short", { J8: "=SUM(D8:H8)" }, ["formula-wrong J8"]],
    ["a subtotal that was typed", { J5: 2.5 }, ["attendance-person-total J5"]]
  ])("%s", (_, changed, expected) => expect(said(cells(changed), merges)).toEqual(expected));
});

describe("signs of leave, where a note says what they count as", () => {
  const marks = ["√√√", "√年√", "病√√", "√产产"];
  const cells = (note: string, changed: Record<string, CellSpec> = {}): Record<string, CellSpec> => ({
    ...rows("A1", [
      [TITLE], ["序号", "姓名", "证书", "1月", "2月", "3月", "有效人次"],
      ...marks.map((signs, i): CellSpec[] => [i + 1, `社工${i + 1}`, "中级社会工作师", ...signs, i === 3 ? 1 : 3]),
      ["合计", null, null, 4, 3, 3, "=SUM(G3:G6)"], [note]
    ]), ...changed
  });
  const note = "注：√=在岗；年=年休假（计在岗）；病=病假（计在岗）；产=产假（不计人次）。";
  const merges = ["A1:G1", "A8:G8"];

  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["they count as the note says, and need no other reason", {}, []],
    ["a subtotal that counts a month that does not count", { G6: 2 }, ["attendance-person-total G6"]],
    ["a count that counts it", { E7: 4 }, ["attendance-tick-count E7"]]
  ])("%s", (_, changed, expected) => expect(said(cells(note, changed), merges)).toEqual(expected));
});
