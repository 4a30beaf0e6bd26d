import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../test/support/sheet-builder";
import type { Workbook } from "../../workbook";
import { fillMismatch } from "./fill-mismatch";

const p = (f: string): CellSpec => ({ f, format: "0.00%" });
type Cells = Readonly<Record<string, CellSpec>>;
const TITLE = "某街社工站指标完成情况统计表（2024年9月1日至2025年2月28日）";

/** A list with the difference and the growth over last year, and whether the target was met. */
const list = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  指标: {
    cells: {
      A1: TITLE,
      ...rows("A2", [["指标名称", "上年度完成", "协议量", "完成量", "完成率", "差额", "同比增长", "是否达标"],
        ...[[1324, 938, 1238], [1820, 2040, 2170], [34, 23, 32], [14, 15, 18], [150, 139, 121]].map(([before, target, done], i): CellSpec[] => {
          const row = i + 3;
          return [["电访", "入户探访", "咨询个案", "社区调研", "发展志愿者"][i]!, before!, target!, done!, p(`=D${row}/C${row}`), `=D${row}-C${row}`, p(`=(D${row}-B${row})/B${row}`), `=IF(E${row}>=1,"达标","未达标")`];
        })]),
      ...changes
    }
  }
});

const register: SheetSpec = {
  cells: rows("A1", [["片区", "指标", "完成数"], ["东片区", "电访", 12], ["东片区", "入户探访", 7], ["西片区", "电访", 9], ["西片区", "入户探访", 8], ["南片区", "电访", 11], ["南片区", "入户探访", 13]])
};
const fromRegister = (row: number, head: string, last = 7): string => `=SUMIFS(明细!$C$2:$C$${last},明细!$A$2:$A$${last},$A${row},明细!$B$2:$B$${last},${head}$2)`;

/** Areas whose numbers are drawn from a register on another sheet. */
const drawn = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  指标: {
    cells: {
      A1: TITLE,
      ...rows("A2", [["片区", "电访", null, null, "入户探访"], [null, "协议量", "完成量", "完成率", "协议量", "完成量", "完成率"],
        ...["东片区", "西片区", "南片区"].map((area, i): CellSpec[] => [area, 10, fromRegister(i + 4, "B"), p(`=C${i + 4}/B${i + 4}`), 9, fromRegister(i + 4, "E"), p(`=F${i + 4}/E${i + 4}`)]),
        ["合计", "=SUM(B4:B6)", "=SUM(C4:C6)", p("=C7/B7"), "=SUM(E4:E6)", "=SUM(F4:F6)", p("=F7/E7")]]),
      ...changes
    },
    merges: ["A2:A3", "B2:D2", "E2:G2"]
  },
  明细: register
});

/** Each area on a sheet of its own, with the whole of them gathered by links. */
const AREAS = [["东片区", [10, 4, 9, 5, 20, 11]], ["西片区", [12, 6, 8, 7, 25, 13]]] as const;
const gathered = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  指标: {
    cells: {
      A1: TITLE,
      ...rows("A2", [["片区", "电访", null, null, "入户探访", null, null, "咨询个案"], [null, ...Array.from({ length: 3 }, () => ["协议量", "完成量", "完成率"]).flat()],
        ...AREAS.map(([area], i): CellSpec[] => [area, ...[2, 3, 4].flatMap((row, k) => [`=${area}!B${row}`, `=${area}!C${row}`, p(`=${"CFI"[k]}${i + 4}/${"BEH"[k]}${i + 4}`)])]),
        ["合计", ...["B", "C", "", "E", "F", "", "H", "I", ""].map((column, k): CellSpec => (column === "" ? p(`=${"CFI"[(k - 2) / 3]}6/${"BEH"[(k - 2) / 3]}6`) : `=SUM(${column}4:${column}5)`))]]),
      ...changes
    },
    merges: ["A2:A3", "B2:D2", "E2:G2", "H2:J2"]
  },
  ...Object.fromEntries(AREAS.map(([area, numbers]) => [area, { cells: rows("A1", [["指标", "协议量", "完成量", "完成率"], ...["电访", "入户探访", "咨询个案"].map((name, i): CellSpec[] => [name, numbers[i * 2]!, numbers[i * 2 + 1]!, p(`=C${i + 2}/B${i + 2}`)])]) }]))
});

/** The months' numbers, brought over from every third column of another sheet to one that sums them up; neither is a table of ours. */
const broughtOver = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  指标: { cells: { A1: TITLE, ...rows("A2", [["指标名称", "协议量", "完成量", "完成率"], ["电访", 10, 5, p("=C3/B3")], ["入户探访", 20, 9, p("=C4/B4")]]) } },
  月报: { cells: rows("A1", [["月份", ...["7月", "8月", "9月", "10月", "11月", "12月"].flatMap((month) => [month, null, null])], ["人次", ...[9, 8, 7, 6, 5, 4].flatMap((count) => [count, null, null])]]) },
  汇总: { cells: { ...rows("A1", [["项目", "7月", "8月", "9月", "10月", "11月", "12月", "合计"], ["人次", ...["B", "E", "H", "K", "N", "Q"].map((column) => `=月报!${column}2`), "=SUM(B2:G2)"]]), ...changes } }
});

/** The same from a sheet with a subtotal before its last month: the last link skips it, and is right. */
const beforeASubtotal = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  指标: { cells: { A1: TITLE, ...rows("A2", [["指标名称", "协议量", "完成量", "完成率"], ["电访", 10, 5, p("=C3/B3")], ["入户探访", 20, 9, p("=C4/B4")]]) } },
  月报: { cells: rows("A1", [["月份", "7月", "8月", "9月", "10月", "11月", "前五月小计", "12月"], ["人次", 9, 8, 7, 6, 5, 35, 4]]) },
  汇总: { cells: { ...rows("A1", [["项目", "7月", "8月", "9月", "10月", "11月", "12月", "合计"], ["人次", ...["B", "C", "D", "E", "F", "H"].map((column) => `=月报!${column}2`), "=SUM(B2:G2)"]]), ...changes } }
});

/** Targets of so many months, below a head that begins with their number and a note merged over all columns. */
const monthly = (changes: Cells = {}): (() => Workbook) => () => workbookOf({
  进度: {
    cells: {
      ...rows("A1", [["某街社工站指标月度进度（2025年1月1日至2025年6月30日）"], ["类别", "指标（单位）", "每月目标", "1—3月", "4—6月", "6个月目标", "累计完成", "完成率"],
        ...["电访（人次）", "入户探访（人次）", "咨询个案（个）"].map((name, i): CellSpec[] => [i === 0 ? "日常服务" : null, name, 35 - 10 * i, 101 + i, 97 - i, `=C${i + 3}*6`, `=SUM(D${i + 3}:E${i + 3})`, p(`=G${i + 3}/F${i + 3}`)]),
        ["说明：小组以签到表为准；同一活动多场次按场次计。"],
        ...["小组节数（节）", "小组服务（人次）", "社区活动（次）"].map((name, i): CellSpec[] => [i === 0 ? "小组与活动" : null, name, 7 + 20 * i, 21 + 50 * i, 24 + 61 * i, `=C${i + 7}*6`, `=SUM(D${i + 7}:E${i + 7})`, p(`=G${i + 7}/F${i + 7}`)])]),
      ...changes
    },
    merges: ["A1:H1", "A3:A5", "A6:H6", "A7:A9"]
  }
});

testRule(fillMismatch, {
  valid: {
    "targets of six months": monthly(),
    "a link that skips a subtotal": beforeASubtotal(),
    "months brought over from the roster": broughtOver(),
    "areas gathered from their sheets": gathered(),
    "a number of one's own in place of a link": gathered({ F5: 9 }),
    "filled throughout": list(),
    "drawn from a register": drawn(),
    "a total row of its own way": list({ A8: "合计", B8: "=SUM(B3:B7)", C8: "=SUM(C3:C7)", D8: "=SUM(D3:D7)", E8: p("=D8/C8"), F8: "=SUM(F3:F7)", G8: p("=AVERAGE(G3:G7)") }),
    "a typed number that the formula gives as well": list({ F5: 9 }),
    "a number of which the register has no entry": drawn({ F6: 13, A6: "南片", C6: 11 }),
    "a row that is counted in another way": list({ F4: "=MAX(D4-C4,0)+40" }),
    "a remark": list({ H7: "暂缓" }),
    "two rows in another way": list({ F4: "=D4-C4-1", F6: "=D6-C6-1" }),
    "the first of a running sum": list({ I3: 5, I4: "=I3+D4", I5: "=I4+D5", I6: "=I5+D6", I7: "=I6+D7" })
  },
  invalid: {
    "the target of another number of months than the head says": [monthly({ F8: "=C8*5" }), { at: "进度!F8", expected: "162", says: "「小组与活动·小组服务(人次)」的6个月目标", fix: "=C8*6" }],
    "a month that shows the one before": [broughtOver({ D2: "=月报!E2" }), { at: "汇总!D2", severity: "error", actual: "8", expected: "7", fix: "=月报!H2" }],
    "a link to the row above": [gathered({ F5: "=西片区!C2" }), { at: "指标!F5", severity: "error", actual: "6", expected: "7", fix: "=西片区!C3", says: "引用的是 西片区!C2" }],
    "a link to another area's sheet": [gathered({ F5: "=东片区!C3" }), { at: "指标!F5", expected: "7", fix: "=西片区!C3" }],
    "a typed difference": [list({ F5: 7 }), { at: "指标!F5", severity: "error", actual: "7", expected: "9", fix: "=D5-C5", says: "「咨询个案」的差额" }],
    "a growth that was typed": [list({ G3: { v: 0.065, format: "0.00%" } }), { at: "指标!G3", actual: "6.50%", expected: "-6.50%" }],
    "an answer that the rate does not give": [list({ H7: "达标" }), { at: "指标!H7", expected: "未达标" }],
    "a formula of another row": [list({ G6: p("=(D5-B5)/B5") }), { at: "指标!G6", severity: "error", says: "(D5-B5)/B5" }],
    "the difference the wrong way round": [list({ F6: "=C6-D6" }), { at: "指标!F6", expected: "3" }],
    "right today by luck": [list({ C5: 139, F5: "=D5-C7", D5: 140, D7: 140, E7: p("=D7/C7"), H5: null, H7: null }), { at: "指标!F5", severity: "warning" }],
    "a register read too short": [drawn({ C6: fromRegister(6, "B", 5) }), { at: "指标!C6", actual: "0", expected: "11", fix: fromRegister(6, "B") }],
    "a number typed before the register grew": [drawn({ F5: 6 }), { at: "指标!F5", actual: "6", expected: "8" }]
  }
});
