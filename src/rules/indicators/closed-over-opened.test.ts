import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { stationWith } from "../../../test/support/station";
import type { Workbook } from "../../workbook";
import { closedOverOpened } from "./closed-over-opened";

const percent = (f: string): CellSpec => ({ f, format: "0.00%" });
/** 中期 and 末期（累计） beside one target. */
const periods = (last: number): Workbook => workbookOf({
  表: {
    cells: rows("A1", [["指标名称", "协议量", "中期（1-6月）", null, "末期（1-12月累计）", null], [null, null, "完成量", "完成率", "完成量", "完成率"],
      ...([[40, 25, last], [150, 80, 160], [60, 31, 66], [12, 7, 12]] as const).map(([target, first, all], i): CellSpec[] =>
        [["咨询个案", "电访", "入户探访", "专业小组"][i]!, target, first, percent(`=C${i + 3}/$B${i + 3}`), all, percent(`=E${i + 3}/$B${i + 3}`)])]),
    merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]
  }
});

/** The same for areas, under three rows of heads. */
const areas = (last: number): Workbook => workbookOf({
  表: {
    cells: rows("A1", [["服务片区", "入户探访", null, null, null, null], [null, "协议量", "中期", null, "末期（累计）", null], [null, null, "完成量", "完成率", "完成量", "完成率"],
      ...([[40, 25, last], [150, 80, 160], [60, 31, 66]] as const).map(([target, first, all], i): CellSpec[] =>
        [`第${i + 1}片区`, target, first, percent(`=C${i + 4}/B${i + 4}`), all, percent(`=E${i + 4}/B${i + 4}`)])]),
    merges: ["A1:A3", "B1:F1", "B2:B3", "C2:D2", "E2:F2"]
  }
});

/** Halves of the year beside each other and what they come to; `closed` in the second. */
const halves = (closed: number): Workbook => workbookOf({ 表: { cells: rows("A1", [["某街社工站指标完成情况统计（2024年3月1日至2025年2月28日）"], ["序号", "指标名称", "全年协议量", "中期", null, "末期", null, "全年累计", null],
  [null, null, null, "完成量", "占全年协议量%", "完成量", "占全年协议量%", "累计完成", "完成率"],
  ...([["专业个案接案", 30, 16, 17], ["专业个案结案", 26, 9, closed], ["电访", 2400, 1248, 1320], ["专业小组个数", 24, 13, 12]] as const)
    .map(([name, target, first, second], i): CellSpec[] => [i + 1, name, target, first, percent(`=D${i + 4}/$C${i + 4}`), second, percent(`=F${i + 4}/$C${i + 4}`), `=D${i + 4}+F${i + 4}`, percent(`=H${i + 4}/C${i + 4}`)])]),
  merges: ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2"] } });

/** Months as groups of columns, what was agreed for the year before them, and what they come to. */
const months = (): Workbook => workbookOf({ 表: { cells: rows("A1", [["某街社工站指标完成情况统计（2025年10月1日至2025年12月31日）"], ["指标", "年协议量", "10月", null, "11月", null, "12月", null, "累计", null, null],
  [null, null, "计划", "完成", "计划", "完成", "计划", "完成", "计划", "完成", "完成率"],
  ...([["专业个案接案（个）", 24, 2, 2, 2, 1, 2, 3], ["专业个案结案（个）", 16, 1, 1, 2, 2, 2, 2], ["电访（人次）", 960, 80, 91, 80, 88, 80, 84]] as const)
    .map(([name, ...numbers], i): CellSpec[] => [name, ...numbers, `=C${i + 4}+E${i + 4}+G${i + 4}`, `=D${i + 4}+F${i + 4}+H${i + 4}`, percent(`=J${i + 4}/I${i + 4}`)])]), merges: ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2", "I2:K2"] } });

testRule(closedOverOpened, {
  valid: {
    "more closed than opened in one month": months,
    "cumulated, and more than the first half": () => periods(28),
    "more closed than opened in the second half": () => halves(18),
    "as many closed as opened": () => stationWith({ "指标!J4": 9 })
  },
  invalid: {
    "the same of an area": [() => areas(20), { at: "表!E4", actual: "20", expected: "≥25" }],
    "more closed than opened in both halves": [() => halves(30), { at: "表!H5", actual: "39", expected: "≤33" }],
    "cumulated, and less than the first half": [() => periods(20), { at: "表!E3", actual: "20", expected: "≥25", says: "累计" }],
    "more closed": [() => stationWith({ "指标!J4": 10 }), { at: "指标!J4", actual: "10", expected: "≤9" }],
    "with what they are counted in": [() => workbookOf({ 表: { cells: rows("A1", [["指标（单位）", "协议量", "完成量", "完成率"], ["接案（个）", 6, 6, percent("=C2/B2")], ["节数（节）", 36, 40, percent("=C3/B3")], ["结案（个）", 5, 9, percent("=C4/B4")]]) } }), { at: "表!C4", actual: "9", expected: "≤6" }],
    "in a list": [() => stationWith({ "指标!G9": "社区矫正个案接案数", "指标!G10": "社区矫正个案结案数", "指标!H10": 12, "指标!I10": 12 }), { at: "指标!I10", expected: "≤11" }]
  }
});
