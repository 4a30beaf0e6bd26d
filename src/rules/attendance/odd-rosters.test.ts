import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { parseSettings } from "../../settings";
import { columnLetters } from "../../workbook";

/**
 * Rosters as a station might draw them that never saw the published form. Each is right as it stands (nothing may be called wrong), is read whole, and
 * shows its one mistake when one cell is written over.
 */
interface OddRoster {
  readonly sheets: Readonly<Record<string, SheetSpec>>;
  /** Marks that must be covered over all rosters. */
  readonly marks: number;
  /** How many rosters the list of tables shows. */
  readonly tables: number;
  /** The cell that is written over, with what; the finding stands there, or where `at` says. */
  readonly wrong: readonly [cell: string, value: CellSpec, at?: string];
}

interface Person {
  readonly group: "持证" | "非持证";
  readonly name: string;
  readonly position: string;
  readonly certificate: string;
  /** By month: "1" there, "h" there and counted half, "0" not there. */
  readonly months: string;
  readonly remark: string | null;
  readonly joined: string;
  readonly left: string | null;
}

const person = (group: Person["group"], name: string, position: string, certificate: string, months: string, remark: string | null = null, joined = "2022/3/28", left: string | null = null): Person =>
  ({ group, name, position, certificate, months, remark, joined, left });
const STAFF: readonly Person[] = [
  person("持证", "陈一", "负责人", "注册社会工作师", "111111"),
  person("持证", "李二", "合计核对员", "助理社会工作师", "111111"),
  person("持证", "张三", "片区主管", "助理社会工作师", "111111"),
  person("持证", "王四", "一线社工", "中级社会工作师", "00h111", "2024.11.18入职", "2024/11/18"),
  person("持证", "赵五", "一线社工", "社会工作师", "110000", "2024.10.31离职", "2021/7/1", "2024/10/31"),
  person("非持证", "孙六", "项目助理", "社会工作专业本科", "111111"),
  person("非持证", "周七", "行政", "社区矫正证书", "111111"),
  person("非持证", "吴八", "项目助理", "社会学大专", "11h000", "2024.11.10离职", "2023/7/21", "2024/11/10")
];
const CERTIFIED = STAFF.filter(({ group }) => group === "持证");
const UNCERTIFIED = STAFF.filter(({ group }) => group === "非持证");
const MONTHS = ["2024年9月", "10月", "11月", "12月", "2025年1月", "2月"];
const SETTINGS = parseSettings({ headcount: 5, certifiedShare: 0.5, period: { start: "2024-09-10", end: "2025-02-28" } });
const TITLE = "广州市甲街社工站社工到岗情况统计表（2024年9月10日至2025年2月28日）";

const worth = (letter: string): number => (letter === "1" ? 1 : letter === "h" ? 0.5 : 0);
const total = ({ months }: Person): number => [...months].reduce((sum, letter) => sum + worth(letter), 0);
const totals = (staff: readonly Person[]): number => staff.reduce((sum, one) => sum + total(one), 0);
const inMonth = (staff: readonly Person[], month: number): number => staff.reduce((sum, { months }) => sum + worth(months[month]!), 0);
const there = (staff: readonly Person[], month: number): number => staff.filter(({ months }) => months[month] !== "0").length;
/** The marks of a person, so many a month. */
const ticks = ({ months }: Person, present: CellSpec, absent: CellSpec, each: number): CellSpec[] => [...months].flatMap((letter) => Array.from({ length: each }, () => (letter === "0" ? absent : present)));
const spread = (values: readonly CellSpec[], each: number): CellSpec[] => values.flatMap((value) => [value, ...Array.from({ length: each - 1 }, () => null)]);
const perMonth = (of: (month: number) => CellSpec, each = 1): CellSpec[] => spread(MONTHS.map((_, month) => of(month)), each);
/** A formula a column: "#" stands for its letters. */
const across = (from: number, count: number, formula: string): CellSpec[] => Array.from({ length: count }, (_, i) => formula.replaceAll("#", columnLetters(from + i)));
const merged = (row: number, from: number, each: number, times = MONTHS.length): string[] =>
  Array.from({ length: times }, (_, i) => `${columnLetters(from + i * each)}${row}:${columnLetters(from + (i + 1) * each - 1)}${row}`);
const three = ["在岗", "社保", "工资"];

const odd: Readonly<Record<string, () => OddRoster>> = {
  "one column a month, person-months as numbers, everything summed": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, one.group, one.name, one.position, one.certificate, ...[...one.months].map(worth), `=SUM(F${i + 3}:K${i + 3})`, one.remark]);
    return {
      sheets: { 人员: { cells: { A1: TITLE, ...rows("A2", [["编号", "类别", "员工", "岗位", "资格", "9月", "10月", "11月", "12月", "1月", "2月", "累计", "情况说明"], ...lines, ["共计", null, null, null, null, ...across(6, 7, "=SUM(#3:#10)")]]) }, merges: ["A1:M1", "A11:E11"] } },
      marks: 48, tables: 1, wrong: ["人员!L5", 4]
    };
  },
  "circles with a legend": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, one.group, one.name, ...ticks(one, "●", "○", 3), total(one), one.remark]);
    return {
      sheets: { 表: { cells: { A1: TITLE, A2: "说明：●表示到岗，○表示未到岗。", ...rows("A3", [["序号", "人员类别", "姓名", ...spread(MONTHS, 3), "人次", "说明"], [null, null, null, ...MONTHS.flatMap(() => three)], ...lines,
        ["合计", null, null, ...across(4, 18, '=COUNTIF(#5:#12,"●")'), "=SUM(V5:V12)"]]) }, merges: ["A1:W1", "A2:W2", ...merged(3, 4, 3), "A13:C13"] } },
      marks: 144, tables: 1, wrong: ["表!V7", 5]
    };
  },
  "letters, told by the printed counts only": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, one.name, one.group, ...ticks(one, "Y", "N", 3), total(one), one.remark]);
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "姓名", "类型", ...spread(MONTHS, 3), "到岗小计", "备注"], [null, null, null, ...MONTHS.flatMap(() => three)], ...lines,
        ["每月到岗合计", null, null, ...MONTHS.flatMap((_, m) => [there(STAFF, m), there(STAFF, m), there(STAFF, m)]), totals(STAFF)]]) }, merges: ["A1:W1", ...merged(2, 4, 3), "A12:C12"] } },
      marks: 144, tables: 1, wrong: ["表!V6", 5]
    };
  },
  "a sheet a month": () => ({
    sheets: Object.fromEntries(MONTHS.map((month, m): [string, SheetSpec] => [month, {
      cells: {
        A1: `甲街社工站${m < 4 ? "2024" : "2025"}年${[9, 10, 11, 12, 1, 2][m]}月社工到岗情况表`,
        ...rows("A2", [["序号", "类型", "姓名", "职务", "人员到位", "社保购买", "工资发放", "计入人次", "备注"],
          ...STAFF.map((one, i): CellSpec[] => [i + 1, `${one.group}社工`, one.name, one.position, ...ticks({ ...one, months: one.months[m]! }, "√", "—", 3), worth(one.months[m]!), one.remark]),
          ["合计", null, null, null, ...across(5, 3, '=COUNTIF(#3:#10,"√")'), "=SUM(H3:H10)"]])
      },
      merges: ["A1:I1", "A11:D11"]
    }])),
    marks: 144, tables: 6, wrong: ["10月!H3", 0.5]
  }),
  "certified and uncertified on sheets of their own, a third that sums": () => {
    const sheet = (staff: readonly Person[], group: string): SheetSpec => {
      const end = staff.length + 4;
      return {
        cells: {
          A1: `甲街社工站${group}社工到岗表（2024年9月10日至2025年2月28日）`,
          ...rows("A2", [["序号", "姓名", "职务", "证书", ...spread(MONTHS, 3), "小计", "备注"], [null, null, null, null, ...MONTHS.flatMap(() => three)],
            ...staff.map((one, i): CellSpec[] => [i + 1, one.name, one.position, one.certificate, ...ticks(one, "√", "×", 3), total(one), one.remark]),
            ["勾数", null, null, null, ...across(5, 18, `=COUNTIF(#4:#${end - 1},"√")`), `=SUM(W4:W${end - 1})`],
            ["计入人次", null, null, null, ...perMonth((m) => inMonth(staff, m), 3)]])
        },
        merges: ["A1:X1", ...merged(2, 5, 3), `A${end}:D${end}`, `A${end + 1}:D${end + 1}`, ...merged(end + 1, 5, 3)]
      };
    };
    return {
      sheets: {
        持证: sheet(CERTIFIED, "持证"), 非持证: sheet(UNCERTIFIED, "非持证"),
        汇总: { cells: { A1: "甲街社工站到岗人次汇总", ...rows("A2", [["类别", ...MONTHS, "合计"],
          ["持证社工", ...MONTHS.map((_, m) => `=持证!${columnLetters(5 + 3 * m)}10`), "=SUM(B3:G3)"], ["非持证社工", ...MONTHS.map((_, m) => `=非持证!${columnLetters(5 + 3 * m)}8`), "=SUM(B4:G4)"],
          ["合计", ...across(2, 7, "=B3+B4".replaceAll("B", "#"))]]) }, merges: ["A1:H1"] }
      },
      marks: 144, tables: 3, wrong: ["非持证!W6", 3.5]
    };
  },
  "columns for the days of joining and leaving": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, `${one.group}社工`, one.name, one.joined, one.left, ...ticks(one, "√", null, 3), total(one)]);
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "类型", "姓名", "入职日期", "离职日期", ...spread(MONTHS, 3), "合计人次"], [null, null, null, null, null, ...MONTHS.flatMap(() => three)], ...lines,
        ["合计人次", null, null, null, null, ...perMonth((m) => inMonth(STAFF, m), 3), "=SUM(X4:X11)"]]), A13: "注：空白表示未到岗。" }, merges: ["A1:X1", ...merged(2, 6, 3), "A12:E12", ...merged(12, 6, 3), "A13:X13"] } },
      marks: 144, tables: 1, wrong: ["表!X7", 4]
    };
  },
  "posts that nobody holds": () => {
    const line = (one: Person, i: number): CellSpec[] => [i + 1, `${one.group}社工`, one.name, one.position, ...ticks(one, "✓", "/", 3), total(one), one.remark];
    const vacant = (no: number, name: string, remark: string | null): CellSpec[] => [no, null, name, "一线社工", ...Array.from({ length: 18 }, () => "/"), 0, remark];
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "类型", "姓名", "职位", ...spread(MONTHS, 3), "到岗小计", "备注"], [null, null, null, null, ...MONTHS.flatMap(() => three)],
        ...STAFF.map(line), vacant(9, "空缺", "2024.9起空缺，招聘中"), vacant(10, "（待聘）", null),
        ["小计", null, null, null, ...across(5, 18, '=COUNTIF(#4:#13,"✓")'), "=SUM(W4:W13)"]]) }, merges: ["A1:X1", ...merged(2, 5, 3), "A14:D14"] } },
      marks: 144, tables: 1, wrong: ["表!W8", 3]
    };
  },
  "groups under label rows, bottom rows by names of their own": () => {
    const line = (one: Person, i: number): CellSpec[] => [i + 1, one.name, one.position, one.certificate, ...ticks(one, "有", "无", 3), total(one), one.remark];
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序", "社工", "职务", "证书", ...spread(MONTHS, 3), "实到", "情况"], [null, null, null, null, ...MONTHS.flatMap(() => three)],
        ["一、持证人员"], ...CERTIFIED.map(line), ["本组到岗人次", null, null, null, ...perMonth((m) => inMonth(CERTIFIED, m), 3), "=SUM(W5:W9)"],
        ["二、未持证人员"], ...UNCERTIFIED.map(line), ["本组到岗人次", null, null, null, ...perMonth((m) => inMonth(UNCERTIFIED, m), 3), "=SUM(W12:W14)"],
        ["全站到岗人次", null, null, null, ...MONTHS.flatMap((_, m) => [`=${columnLetters(5 + 3 * m)}10+${columnLetters(5 + 3 * m)}15`, null, null]), "=W10+W15"]]) },
      merges: ["A1:X1", ...merged(2, 5, 3), "A4:X4", "A11:X11", ...[10, 15, 16].flatMap((row) => [`A${row}:D${row}`, ...merged(row, 5, 3)])] } },
      marks: 144, tables: 1, wrong: ["表!K15", 3]
    };
  },
  "remarks to the left, position and certificate to the right of the months": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [one.name, one.remark, ...ticks(one, "√", "——", 3), total(one), one.position, one.certificate, `${one.group}社工`, i + 1]);
    return {
      sheets: { 表: { cells: { B2: TITLE, ...rows("B3", [["姓名", "备注", ...spread(MONTHS, 3), "到岗小计", "职位", "资质", "类型", "序号"], [null, null, ...MONTHS.flatMap(() => three)], ...lines,
        ["小计", null, ...across(4, 18, '=COUNTIF(#5:#12,"√")'), "=SUM(V5:V12)"]]) }, merges: ["B2:Z2", ...merged(3, 4, 3), "B13:C13"] } },
      marks: 144, tables: 1, wrong: ["表!V12", 3]
    };
  },
  "first the months of 到位, then those of 社保, then those of 工资": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, `${one.group}社工`, one.name, ...[0, 1, 2].flatMap(() => ticks(one, "√", "-", 1)), total(one), one.remark]);
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "类型", "姓名", ...spread(["人员到位", "社保购买", "工资发放"], 6), "小计", "备注"], [null, null, null, ...[0, 1, 2].flatMap(() => MONTHS)], ...lines,
        ["合计", null, null, ...across(4, 18, '=COUNTIF(#4:#11,"√")'), "=SUM(V4:V11)"]]) }, merges: ["A1:W1", ...merged(2, 4, 6, 3), "A12:C12"] } },
      marks: 144, tables: 1, wrong: ["表!V7", 4]
    };
  },
  "three rows a person": () => {
    const lines = STAFF.flatMap((one, i): CellSpec[][] => three.map((what, k) => [k ? null : i + 1, k ? null : one.group, k ? null : one.name, what, ...ticks(one, "√", "×", 1), k ? null : total(one), k ? null : one.remark]));
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "类型", "姓名", "项目", ...MONTHS, "到岗小计", "备注"], ...lines,
        ["有效人次", null, null, null, ...perMonth((m) => inMonth(STAFF, m)), "=SUM(K3:K26)"]]) },
      merges: ["A1:L1", "A27:D27", ...STAFF.flatMap((_, i) => ["A", "B", "C", "K", "L"].map((column) => `${column}${3 + 3 * i}:${column}${5 + 3 * i}`))] } },
      marks: 144, tables: 1, wrong: ["表!K12", 4]
    };
  },
  "check boxes under month heads with days and a band of quarters": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, one.name, one.group, ...ticks(one, true, false, 1), total(one), one.remark]);
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "姓名", "持证情况", "三季度", "四季度", null, null, "一季度", null, "人次", "备注"], [null, null, null, "9月（21天）", "10月（18天）", "11月（21天）", "12月（22天）", "1月（18天）", "2月（19天）"], ...lines,
        ["到岗人数", null, null, ...across(4, 6, "=COUNTIF(#4:#11,TRUE)"), "=SUM(J4:J11)"]]) }, merges: ["A1:K1", "E2:G2", "H2:I2", "A12:C12"] } },
      marks: 48, tables: 1, wrong: ["表!J9", 5]
    };
  },
  "months as numbers of six digits, person-months printed, halves by a note": () => {
    const lines = STAFF.map((one, i): CellSpec[] => [i + 1, one.name, one.group, ...[...one.months].map((letter) => (letter === "0" ? null : worth(letter))), total(one), one.remark]);
    return {
      sheets: { 表: { cells: { A1: TITLE, ...rows("A2", [["序号", "姓名", "性质", 202409, 202410, 202411, 202412, 202501, 202502, "累计", "情况说明"], ...lines, ["合计", null, null, ...across(4, 7, "=SUM(#3:#10)")]]),
        A12: "备注：1表示全月到岗，0.5计半月，空白为未到岗" }, merges: ["A1:K1", "A11:C11", "A12:K12"] } },
      marks: 48, tables: 1, wrong: ["表!J5", 5]
    };
  },
  "the two groups side by side": () => {
    const line = (staff: readonly Person[]) => (i: number): CellSpec[] => {
      const one = staff[i];
      return one ? [one.name, ...ticks(one, "√", "—", 1), total(one), one.remark] : Array.from({ length: 9 }, () => null);
    };
    const bottom = (staff: readonly Person[]): CellSpec[] => ["小计", ...perMonth((m) => inMonth(staff, m)), totals(staff), null];
    return {
      sheets: { 表: { cells: { A1: TITLE, A2: "持证社工", K2: "非持证社工", ...rows("A3", [["姓名", ...MONTHS, "到岗小计", "备注", null, "姓名", ...MONTHS, "到岗小计", "备注"],
        ...CERTIFIED.map((_, i): CellSpec[] => [...line(CERTIFIED)(i), null, ...line(UNCERTIFIED)(i)]), [...bottom(CERTIFIED), null, ...bottom(UNCERTIFIED)]]) }, merges: ["A1:S1", "A2:I2", "K2:S2"] } },
      marks: 48, tables: 2, wrong: ["表!R6", 3]
    };
  }
};

const check = (sheets: Readonly<Record<string, SheetSpec>>) => checkWorkbook(workbookOf(sheets), { settings: SETTINGS });
const loud = (report: ReturnType<typeof check>): string[] => report.findings.filter(({ severity }) => severity !== "info").map((one) => `${one.severity} ${one.rule} ${one.sheet}!${one.cell} ${one.message}`);

for (const [name, build] of Object.entries(odd)) {
  describe(name, () => {
    const { sheets, marks, tables, wrong: [place, value, at = place] } = build();
    test("is read whole and draws nothing", () => {
      const report = check(sheets);
      expect(loud(report)).toEqual([]);
      expect(report.tables.filter(({ kind }) => kind === "roster")).toHaveLength(tables);
      expect(report.coverage).toMatchObject({ marks });
      expect(report.evaluation?.staffing?.actual).toBe(totals(STAFF));
    });
    test("shows its one mistake", () => {
      const [sheet, cell] = place.split("!") as [string, string];
      const report = check({ ...sheets, [sheet]: { ...sheets[sheet]!, cells: { ...sheets[sheet]!.cells, [cell]: value } } });
      expect(report.findings.filter(({ severity }) => severity !== "info").map((one) => `${one.sheet}!${one.cell}`)).toEqual([at]);
    });
  });
}
