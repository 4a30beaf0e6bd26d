import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../test/support/sheet-builder";
import { checkWorkbook } from ".";

/** Sheets that stand beside a station's tables and compute in ways of their own: right, each of a kind that was once accused. */
const p = (f: string): CellSpec => ({ f, format: "0.00%" });
const one = (f: string): CellSpec => ({ f, format: "0.0" });
const indicators: SheetSpec = {
  cells: rows("A1", [["某街社工站指标完成情况统计表（2025年1月1日至2025年6月30日）"], ["指标名称", "协议量", "完成量", "完成率"], ["电访", 100, 50, p("=C3/B3")], ["入户探访", 20, 9, p("=C4/B4")], ["咨询个案", 8, 5, p("=C5/B5")]])
};
const MONTHS = ["1月", "2月", "3月", "4月", "5月", "6月"];
const worse = (name: string, cells: Record<string, CellSpec>): string[] =>
  checkWorkbook(workbookOf({ 附件1: indicators, [name]: { cells } })).findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);

const monthly = (changed: Record<string, CellSpec> = {}): Record<string, CellSpec> => ({
  ...rows("A1", [["服务月度统计表"], ["月份", "活动场次", "服务人次", "场均人次"], ...MONTHS.map((month, i): CellSpec[] => [month, 4 + i, 210 + 37 * i, one(`=ROUND(C${i + 3}/B${i + 3},1)`)]),
    ["合计", "=SUM(B3:B8)", "=SUM(C3:C8)", one("=ROUND(C9/B9,1)")], ["月平均", one("=AVERAGE(B3:B8)"), one("=AVERAGE(C3:C8)")]]), ...changed
});
const shares = (last: CellSpec): Record<string, CellSpec> => rows("A1", [["各社区活动参与人次"], ["社区", "参与人次", "占比"], ...[859, 620, 455, 391].map((number, i): CellSpec[] => [`第${i + 1}社区`, number, p(`=B${i + 3}/B$7`)]),
  ["合计", "=SUM(B3:B6)", p("=SUM(C3:C6)")], ["前三名合计", "=SUM(B3:B5)", last]]);
const years = rows("A1", [["近三年各社区服务人次"], ["社区", "2023年", "占比", "2024年", "占比", "2025年", "占比"],
  ...[[828, 709, 1206], [633, 1451, 914], [858, 850, 614], [1039, 1220, 1287]].map(([a, b, c], i): CellSpec[] => [`第${i + 1}社区`, a!, p(`=B${i + 3}/B$7`), b!, p(`=D${i + 3}/D$7`), c!, p(`=F${i + 3}/F$7`)]),
  ["合计", ...["B", "C", "D", "E", "F", "G"].map((column, i): CellSpec => (i % 2 ? p(`=SUM(${column}3:${column}6)`) : `=SUM(${column}3:${column}6)`))], ["较上年", null, null, "=D7-B7", p("=D8/B7"), "=F7-D7", p("=F8/D7")]]);
const survey = rows("A1", [["服务满意度问卷统计"], ["题目", "非常满意(5分)", "满意(4分)", "一般(3分)", "不满意(2分)", "很不满意(1分)", "有效份数"],
  ...[[50, 25, 33, 1, 0], [56, 22, 31, 0, 0], [56, 24, 28, 1, 0]].map((numbers, i): CellSpec[] => [`题目${i + 1}`, ...numbers, `=SUM(B${i + 3}:F${i + 3})`]),
  ["合计", ...["B", "C", "D", "E", "F", "G"].map((column): CellSpec => `=SUM(${column}3:${column}5)`)], ["占比", ...["B", "C", "D", "E", "F"].map((column) => p(`=${column}6/$G$6`)), p("=SUM(B7:F7)")]]);
const cash = rows("A1", [["备用金收支"], ["日期", "摘要", "收入", "支出", "余额"], ["1月2日", "上期结转", null, null, 5000], ...[[0, 120], [0, 340.5], [1000, 0], [0, 88], [0, 410]].map(([income, spent], i): CellSpec[] =>
  [`1月${i + 5}日`, "用品", income!, spent!, `=E${i + 3}+C${i + 4}-D${i + 4}`]), ["本期合计", null, "=SUM(C4:C8)", "=SUM(D4:D8)", "=E3+C9-D9"]]);
const teams = rows("A1", [["志愿服务队伍汇总"], ["编号", "队伍名称", "登记人数", "活跃人数", "活跃率"], ...[[13, 6], [36, 30], [34, 27], [12, 8]].map(([all, active], i): CellSpec[] => [`V-${i + 1}`, `队伍${i + 1}`, all!, active!, p(`=D${i + 3}/C${i + 3}`)]),
  ["总计", null, "=SUM(C3:C6)", "=SUM(D3:D6)", p("=D7/C7")], ["平均值", null, one("=AVERAGE(C3:C6)"), one("=AVERAGE(D3:D6)"), p("=AVERAGE(E3:E6)")]]);
const visitors = rows("A1", [["站点日客流"], ["日期", "上午", "下午", "全天"], ...[[38, 36], [19, 41], [45, 10], [54, 15], [10, 34], [11, 19]].map(([morning, noon], i): CellSpec[] => [`12月${i + 1}日`, morning!, noon!, `=B${i + 3}+C${i + 3}`]),
  ["合计", "=SUM(B3:B8)", "=SUM(C3:C8)", "=SUM(D3:D8)"], ["前三日", "=SUM(B3:B5)", "=SUM(C3:C5)", "=SUM(D3:D5)"], ["前三日占比", null, null, p("=D10/D9")]]);

describe("sheets beside the tables are not accused", () => {
  test.each<[string, Record<string, CellSpec>]>([
    ["so many for each, rounded", monthly()],
    ["the same cells, held fast or not", shares(p("=B8/B7"))],
    ["growth below shares of a total", years],
    ["shares of the answers to a survey", survey],
    ["a balance that begins anew in the row of totals", cash],
    ["means below counts", teams],
    ["one share alone", visitors]
  ])("%s", (_, cells) => expect(worse("统计", cells)).toEqual([]));
});

describe("what is wrong in them is found all the same", () => {
  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["a total one month short", monthly({ C9: "=SUM(C3:C7)" }), ["fill-mismatch 统计!C9"]],
    ["a share of another row", { ...shares(p("=B8/B7")), C5: p("=B6/B$7") }, ["formula-wrong 统计!C5"]]
  ])("%s", (_, cells, expected) => expect(worse("统计", cells)).toEqual(expected));
});
