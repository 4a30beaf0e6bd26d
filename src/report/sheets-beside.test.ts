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

const stock = rows("A1", [["爱心食品库存"], ["月份", "月初结存", "收入", "发放", "月末结存", "发放率"], ...[[80, 60], [45, 51], [90, 70], [30, 62], [66, 48], [52, 40]].map(([got, given], i): CellSpec[] =>
  [MONTHS[i]!, i === 0 ? 120 : `=E${i + 2}`, got!, given!, `=B${i + 3}+C${i + 3}-D${i + 3}`, p(`=D${i + 3}/(B${i + 3}+C${i + 3})`)]), ["半年", "=B3", "=SUM(C3:C8)", "=SUM(D3:D8)", "=E8", p("=D9/(B9+C9)")]]);
const progress = rows("A1", [["推进对照"], ["项目", "权重", "完成率", "加权", "与序时差（百分点）", null, null, 0.5], ...[[0.3, 0.62], [0.2, 0.48], [0.3, 0.71], [0.2, 0.55]].map(([weight, rate], i): CellSpec[] =>
  [`项目${i + 1}`, weight!, { v: rate!, format: "0.00%" }, p(`=B${i + 3}*C${i + 3}`), one(`=ROUND((C${i + 3}-$H$2)*100,1)`)]), ["合计", "=SUM(B3:B6)", null, p("=SUM(D3:D6)"), one("=ROUND((D7-$H$2)*100,1)")]]);

/** What a kilometre costs: as small as a ratio, and none. */
const trips = rows("A1", [["外展服务用车登记"], ["日期", "目的地", "乘坐人数", "里程（公里）", "油费（元）", "每公里油费"],
  ...[[15, 26, 55], [7, 17, 33], [18, 15, 31], [11, 17, 25], [14, 15, 22], [11, 16, 26], [7, 25, 32]].map(([seats, km, cost], i): CellSpec[] => [`11月${4 + 3 * i}日`, `社区${"甲乙丙丁"[i % 4]!}`, seats!, km!, cost!, { f: `=ROUND(E${i + 3}/D${i + 3},2)`, format: "0.00" }]),
  ["合计", null, "=SUM(C3:C9)", "=SUM(D3:D9)", "=SUM(E3:E9)", { f: "=ROUND(E10/D10,2)", format: "0.00" }]]);

describe("sheets beside the tables are not accused", () => {
  test.each<[string, Record<string, CellSpec>]>([
    ["so many for each, rounded", monthly()],
    ["the same cells, held fast or not", shares(p("=B8/B7"))],
    ["growth below shares of a total", years],
    ["shares of the answers to a survey", survey],
    ["a row for half a year below what goes on from month to month", stock],
    ["a row of totals that takes its own sum", progress],
    ["so much for each", trips]
  ])("%s", (_, cells) => expect(worse("统计", cells)).toEqual([]));
});

describe("what is wrong in them is found all the same", () => {
  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["a total one month short", monthly({ C9: "=SUM(C3:C7)" }), ["fill-mismatch 统计!C9"]],
    ["a share of another row", { ...shares(p("=B8/B7")), C5: p("=B6/B$7") }, ["formula-wrong 统计!C5"]]
  ])("%s", (_, cells, expected) => expect(worse("统计", cells)).toEqual(expected));
});
