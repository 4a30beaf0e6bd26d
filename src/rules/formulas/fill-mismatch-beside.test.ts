import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import type { Workbook } from "../../workbook";
import { fillMismatch } from "./fill-mismatch";

const p = (f: string): CellSpec => ({ f, format: "0.00%" });
type Cells = Readonly<Record<string, CellSpec>>;
const indicators = {
  cells: rows("A1", [["某街社工站指标完成情况统计表（2025年7月1日至2025年12月31日）"], ["指标名称", "协议量", "完成量", "完成率"], ["电访", 100, 50, p("=C3/B3")], ["入户探访", 20, 9, p("=C4/B4")], ["咨询个案", 8, 5, p("=C5/B5")]])
};
const MONTHS = ["7月", "8月", "9月", "10月", "11月", "12月"];

/** Person-months by month on a sheet that is no table of ours. */
const beside = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  各月人次: {
    cells: {
      ...rows("A1", [["月份", "应到", "持证", "非持证", "实到", "差额", "备注"], ...MONTHS.map((month, i): CellSpec[] => [month, 10, 6 + (i % 2), 4, `=C${i + 2}+D${i + 2}`, `=E${i + 2}-B${i + 2}`]),
        ["合计", ...["B", "C", "D", "E", "F"].map((column) => `=SUM(${column}2:${column}7)`)]]),
      ...changes
    }
  }
});

/** A mean under a numbered list, with nothing beside it that takes the same rows. */
const means = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  问卷: { cells: { ...rows("A1", [["序号", "片区", "得分"], ...[88, 92, 95, 81, 90].map((score, i): CellSpec[] => [i + 1, `第${i + 1}片区`, score]), [null, "平均", "=AVERAGE(C2:C6)"]]), ...changes } }
});

/** A list of volunteers on a sheet of its own, counted on another. */
const counted = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  名册: { cells: rows("A1", [["序号", "姓名", "骨干", "时数", "队长"], ...Array.from({ length: 14 }, (_, i): CellSpec[] => [i + 1, `志愿者${i + 1}`, i % 3 ? "否" : "是", 5 + i, i % 3 ? null : "是"])]) },
  志愿服务: { cells: { ...rows("A1", [["项目", "数量"], ["志愿者人数", "=COUNTA(名册!B2:B15)"], ["骨干人数", "=COUNTIF(名册!C2:C15,\"是\")"], ["服务时数", "=SUM(名册!D2:D15)"]]), ...changes } }
});

/** Courses of a week, counted along the rows and down the columns. */
const courses = (): Workbook => workbookOf({
  附件1: indicators,
  课程表: { cells: rows("A1", [["时段", "周一", "周二", "周三", "周四", "每周节数"], ["9:30", "书法", null, "舞蹈", "书法", "=COUNTA(B2:E2)"], ["14:30", null, "合唱", "手工", null, "=COUNTA(B3:E3)"],
    ["16:00", "课托", "课托", "课托", "课托", "=COUNTA(B4:E4)"], ["合计", ...["B", "C", "D", "E"].map((column) => `=COUNTA(${column}2:${column}4)`), "=SUM(F2:F4)"]]) }
});

/** What areas did, added up, and the staff of them, taken from elsewhere. */
const ofAreas = (): Workbook => workbookOf({
  汇总: { cells: rows("A1", [["指标", "协议量", "完成量", "完成率", "片区一", "片区二"], ...[[40, 12, 30], [30, 20, 14], [25, 9, 17], [10, 6, 4]].map(([target, one, two], i): CellSpec[] => [`指标${i + 1}`, target!, `=E${i + 2}+F${i + 2}`, p(`=C${i + 2}/B${i + 2}`), one!, two!]),
    ["投入社工人数", "/", "=片区!B1+片区!B2"]]) },
  片区: { cells: rows("A1", [["片区一社工", 6], ["片区二社工", 7]]) }
});

/** What a fund had at the beginning of each month, what came and went, and what was left; and the row under it. */
const fund = (last: readonly CellSpec[], typed = true): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  基金: {
    cells: rows("A1", [["月份", "期初", "捐入", "支出", "结余"], ...MONTHS.map((month, i): CellSpec[] => {
      const [before, after] = [[323, 316, 317, 320, 331, 327][i]!, [316, 317, 320, 331, 327, 322][i]!];
      return [month, i === 0 || typed ? before : `=E${i + 1}`, 30 + i, 30 + i + before - after, typed ? after : `=B${i + 2}+C${i + 2}-D${i + 2}`];
    }), ["合计", ...last]])
  }
});

/** Months in two quarters, each with what it comes to, and all of them. */
const quarters = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  月度: { cells: { ...rows("A1", [["月份", "电访", "探访", "个案", "活动"], ...MONTHS.flatMap((month, i): CellSpec[][] => [[month, 48 + i * 7, 15 + i, 22 - i, 3 + i],
    ...(i % 3 === 2 ? [[`${i < 3 ? "三" : "四"}季度小计`, ...["B", "C", "D", "E"].map((column) => `=SUM(${column}${i < 3 ? 2 : 6}:${column}${i < 3 ? 4 : 8})`)]] : [])]),
    ["总计", ...["B", "C", "D", "E"].map((column) => `=${column}5+${column}9`)]]), ...changes } }
});

/** A register with a total under some of its columns. */
const visits = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  登记: { cells: { ...rows("A1", [["日期", "对象", "人次", "慰问金"], ...Array.from({ length: 10 }, (_, i): CellSpec[] => [`${i + 1}日`, `对象${i + 1}`, 1 + (i % 3), 100 + 50 * (i % 2)]), [null, "合计", "=SUM(C2:C11)", "=SUM(D2:D11)"]]), ...changes } }
});

/** Wages by month on a sheet without a word of the domain. */
const money = (total: string): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  人员经费: { cells: rows("A1", [["月份", "工资", "社保", "小计"], ...MONTHS.map((month, i): CellSpec[] => [month, 10 + i, 6, `=B${i + 2}+C${i + 2}`]), ["合计", "=SUM(B2:B7)", "=SUM(C2:C7)", total]]) }
});
/** One sheet a month, each with how many of those who were there had a certificate. */
const monthly = (word: string): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  ...Object.fromEntries(MONTHS.slice(0, 4).map((month, m) => [month, { cells: rows("A1", [["编组", "持证情况", "人次"], ...[1, 1, 0.5, 1].map((value, i): CellSpec[] => [`组员${i + 1}`, i < 2 ? "持证" : "未持证", value]), ["其中持证", null, `=SUMIF(B2:B5,"${m === 1 ? word : "持证"}",C2:C5)`]]) }]))
});
const sparse = { B3: "=COUNTIF(名册!E2:E15,\"是\")" };
/** 是否持续在岗, told by a formula a row. */
const answers = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  在岗: { cells: { ...rows("A1", [["姓名", "在岗月数", "是否持续在岗"], ...[6, 6, 4, 6, 6].map((months, i): CellSpec[] => [`社工${i + 1}`, months, `=IF(B${i + 2}=6,"是","否")`])]), ...changes } }
});

/** What the cells hold that a merged area covers is not seen. */
const covered = (cell: string, formula: string): (() => Workbook) => () => workbookOf({
  附件1: indicators,
  名册: { cells: rows("A1", [["序号", "时数"], ...Array.from({ length: 14 }, (_, i): CellSpec[] => [i + 1, 5 + i])]) },
  志愿服务: { cells: { ...rows("A1", [["项目", "数量"], ["服务时数", "=SUM(名册!B2:B15)"], ["平均", "=AVERAGE(名册!B2:B15)"], ["最多", "=MAX(名册!B2:B15)"]]), [cell]: formula }, merges: ["B4:B6"] }
});

testRule(fillMismatch, {
  valid: {
    "a range one short under a merged cell": covered("B5", "=SUM(名册!B2:B14)"),
    "beside the tables, as it should be": beside(),
    "copies among which some were typed": beside({ G2: "=F2", G3: "=F3", G4: 7, G5: "=F5", G6: "=F6" }),
    "counts of a week added up in the corner": courses,
    "a row for which the others' cells are blank": ofAreas,
    "the last month alone": beside({ H8: "=SUM(E2:E6)", H1: "前五个月" }),
    "half of the months, and the other half": beside({ A10: "上半", B10: "=SUM(B2:B6)", A11: "下半", B11: "=SUM(B7:B7)" }),
    "what was there at first, under what was there each month": fund([323, "=SUM(C2:C7)", "=SUM(D2:D7)", "=B8+C8-D8"]),
    "the same by formula": fund(["=B2", "=SUM(C2:C7)", "=SUM(D2:D7)", "=E7"], false),
    "typed, what is left at last": fund([323, "=SUM(C2:C7)", "=SUM(D2:D7)", 322]),
    "the highest of the months": beside({ B8: 12, B4: 12 }),
    "the mean of the months": beside({ B8: 11, B4: 16 }),
    "quarters and all": quarters(),
    "the fourth quarter alone, called so": quarters({ A10: "其中四季度", B10: "=B9" }),
    "a register": visits(),
    "the first days, called so": visits({ D12: "=SUM(D2:D9)", D1: "慰问金（前八日）" }),
    "a mean of all": means(),
    "a row of another kind before the mean": means({ B6: "上年得分" }),
    "a list counted on another sheet": counted(),
    "the first three of it": counted({ B5: "=SUM(名册!D2:D4)", A5: "前三名时数" }),
    "one sheet a month": monthly("持证"),
    "a sparse column": counted(sparse),
    "answers": answers(),
    "a foreign workbook": () => workbookOf({ 表: { cells: rows("A1", [["品名", "数量"], ["甲", 1], ["乙", 2], ["丙", 3], ["丁", 4], ["计", "=SUM(B2:B4)"]]) }, 率: { cells: rows("A1", [["品名", "计划", "实际", "执行率"], ["甲", 10, 9, p("=C2/B2")], ["乙", 20, 8, p("=C3/B3")], ["丙", 8, 5, p("=C4/B4")]]) } })
  },
  invalid: {
    "a total of one quarter of two": [quarters({ B10: "=B5" }), { at: "月度!B10", severity: "error", fix: "=B5+B9" }],
    "a total of the second quarter alone, in the middle": [quarters({ C10: "=C9" }), { at: "月度!C10", severity: "error", fix: "=C5+C9" }],
    "a total that ends two rows early": [visits({ D12: "=SUM(D2:D9)" }), { at: "登记!D12", severity: "error", actual: "1000", expected: "1250", fix: "=SUM(D2:D11)" }],
    "a number added to a difference": [beside({ F4: "=E4-B4+1" }), { at: "各月人次!F4", severity: "error", expected: "0", fix: "=E4-B4" }],
    "a difference the wrong way round": [beside({ F5: "=B5-E5" }), { at: "各月人次!F5", severity: "error", expected: "1" }],
    "a sum of another row": [beside({ E6: "=C6+D5", D5: 3 }), { at: "各月人次!E6", severity: "error", expected: "10" }],
    "a typed difference": [beside({ F6: 3 }), { at: "各月人次!F6", severity: "error", expected: "0" }],
    "a total that ends before the last month": [beside({ C8: "=SUM(C2:C6)" }), { at: "各月人次!C8", severity: "error", actual: "32", expected: "39", fix: "=SUM(C2:C7)" }],
    "one total of three that ends before the last month": [money("=SUM(D2:D6)"), { at: "人员经费!D8", severity: "error", actual: "90", expected: "111" }],
    "a mean that ends before the last": [means({ C7: "=AVERAGE(C2:C5)" }), { at: "问卷!C7", severity: "error", actual: "89", expected: "89.2", fix: "=AVERAGE(C2:C6)", says: "第 6 行（第5片区）" }],
    "another word than on the other sheets": [monthly("未持证"), { at: "8月!C6", severity: "error", actual: "1.5", expected: "2", fix: "=SUMIF(B2:B5,\"持证\",C2:C5)" }],
    "a sparse column counted too short": [counted({ ...sparse, B3: "=COUNTIF(名册!E2:E11,\"是\")" }), { at: "志愿服务!B3", severity: "error", actual: "4", expected: "5" }],
    "a total typed beside sums": [beside({ B8: 70 }), { at: "各月人次!B8", severity: "error", actual: "70", expected: "60" }],
    "a list counted too short": [counted({ B3: "=COUNTIF(名册!C2:C11,\"是\")" }), { at: "志愿服务!B3", severity: "error", actual: "4", expected: "5", fix: "=COUNTIF(名册!C2:C15,\"是\")" }],
    "an answer at the end": [answers({ C4: "=IF(B4=6,\"是\",\"否\")", C6: "否" }), { at: "在岗!C6", severity: "error", expected: "是" }],
    "an answer that the number does not give": [answers({ C4: "是" }), { at: "在岗!C4", severity: "error", expected: "否" }],
    "a mean that begins after the first": [means({ C7: "=AVERAGE(C3:C6)" }), { at: "问卷!C7", severity: "error", expected: "89.2" }]
  }
});
