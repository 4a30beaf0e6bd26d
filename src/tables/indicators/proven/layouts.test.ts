import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../../../test/support/sheet-builder";
import { checkWorkbook, type WorkbookReport } from "../../../report";

const p = (f: string): CellSpec => ({ f, format: "0.00%" });
const report = (sheets: Record<string, SheetSpec>): WorkbookReport => checkWorkbook(workbookOf(sheets));
const worse = (found: WorkbookReport): string[] => found.findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`);
const tables = (found: WorkbookReport): string[] => found.tables.map(({ kind, sheet, range }) => `${kind} ${sheet}!${range}`);
const names = (found: WorkbookReport): string[] => [...new Set(found.evaluation!.indicators.map(({ name }) => name))];

interface Layout {
  readonly cells: Record<string, CellSpec>;
  readonly merges?: string[];
  readonly tables: string[];
  readonly names: string[];
  /** rates and totals that must be checked. */
  readonly checked: readonly [number, number];
  readonly wrong: Record<string, CellSpec>;
  readonly found: string[];
}

/** Layouts that words alone do not read: what must be recognised, and cells that, when changed, must be found. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  "months between target and done": {
    cells: rows("A1", [["指标名称", "年度指标", "7月", "8月", "9月", "累计完成", "完成率"], ["电访", 100, 12, 13, 14, "=SUM(C2:E2)", p("=F2/B2")], ["入户探访", 80, 14, 16, 18, "=SUM(C3:E3)", p("=F3/B3")], ["社区调研", 60, 6, 9, 12, "=SUM(C4:E4)", p("=F4/B4")]]),
    tables: ["overall 表!A1:G4"], names: ["电访", "入户探访", "社区调研"], checked: [3, 3], wrong: { F3: "=SUM(C3:D3)", G4: p("=F4/C4") }, found: ["formula-wrong 表!F3", "formula-wrong 表!G4"]
  },
  "months by area": {
    cells: rows("A1", [["服务片区", "电访"], [null, "协议量", "7月", "8月", "合计完成", "完成率"], ["东片区", 100, 12, 13, "=C3+D3", p("=E3/B3")], ["西片区", 80, 14, 16, "=C4+D4", p("=E4/B4")], ["合计", "=B3+B4", "=C3+C4", "=D3+D4", "=E3+E4", p("=E5/B5")]]),
    merges: ["A1:A2", "B1:F1"],
    tables: ["indicators 表!A1:F5"], names: ["电访"], checked: [3, 6], wrong: { C5: "=C3", F4: 0.3 }, found: ["rate-mismatch 表!F4", "formula-wrong 表!C5"]
  },
  "before, this period, altogether": {
    cells: rows("A1", [["指标名称", "协议量", "上期完成", "本期完成", "累计完成", "完成率"], ["电访", 100, 30, 41, "=C2+D2", p("=E2/B2")], ["入户探访", 80, 20, 33, "=C3+D3", p("=E3/B3")], ["社区调研", 10, 2, 3, "=C4+D4", p("=E4/B4")]]),
    tables: ["overall 表!A1:F4"], names: ["电访", "入户探访", "社区调研"], checked: [3, 3], wrong: { E4: 6 }, found: ["total-mismatch 表!E4"]
  },
  "two periods beside one target": {
    cells: rows("A1", [["指标名称", "协议量", "中期", null, "末期"], [null, null, "完成量", "完成率", "完成量", "完成率"], ["电访", 100, 30, p("=C3/B3"), 71, p("=E3/B3")], ["入户探访", 80, 20, p("=C4/B4"), 53, p("=E4/B4")]]),
    merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    tables: ["overall 表!A1:F4"], names: ["电访 · 中期", "电访 · 末期", "入户探访 · 中期", "入户探访 · 末期"], checked: [4, 0], wrong: { F4: p("=E4/C4") }, found: ["formula-wrong 表!F4"]
  },
  "two periods in one row of heads": {
    cells: rows("A1", [["指标名称", "协议量", "中期完成量", "中期完成率", "末期完成量", "末期完成率"], ["电访", 100, 30, p("=C2/B2"), 71, p("=E2/B2")], ["入户探访", 80, 20, p("=C3/B3"), 53, p("=E3/B3")]]),
    tables: ["overall 表!A1:F3"], names: ["电访 · 中期", "电访 · 末期", "入户探访 · 中期", "入户探访 · 末期"], checked: [4, 0], wrong: { D2: 0.5 }, found: ["rate-mismatch 表!D2"]
  },
  "points under areas, 小计 in the second column": {
    cells: rows("A1", [["服务片区", "社工点", "电访", null, null, "入户探访"], [null, null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"],
      ["片区1", "甲社区", 10, 9, p("=D3/C3"), 8, 7, p("=G3/F3")], [null, "乙社区", 12, 8, p("=D4/C4"), 9, 6, p("=G4/F4")], [null, "小计", "=SUM(C3:C4)", "=SUM(D3:D4)", p("=D5/C5"), "=SUM(F3:F4)", "=SUM(G3:G4)", p("=G5/F5")],
      ["片区2", "丙社区", 14, 7, p("=D6/C6"), 7, 5, p("=G6/F6")], [null, "丁社区", 11, 6, p("=D7/C7"), 8, 4, p("=G7/F7")], [null, "小计", "=SUM(C6:C7)", "=SUM(D6:D7)", p("=D8/C8"), "=SUM(F6:F7)", "=SUM(G6:G7)", p("=G8/F8")],
      ["合计", null, "=C5+C8", "=D5+D8", p("=D9/C9"), "=F5+F8", "=G5+G8", p("=G9/F9")]]),
    merges: ["A1:A2", "B1:B2", "C1:E1", "F1:H1", "A3:A5", "A6:A8"],
    tables: ["indicators 表!A1:H9"], names: ["电访", "入户探访"], checked: [14, 12], wrong: { D9: "=D5+D7", G8: 10 }, found: ["total-mismatch 表!G8", "formula-wrong 表!D9"]
  },
  "a total row without a name": {
    cells: rows("A1", [["服务片区", "电访", null, null, "入户探访"], [null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"], ["片区1", 10, 9, p("=C3/B3"), 8, 7, p("=F3/E3")], ["片区2", 12, 8, p("=C4/B4"), 9, 6, p("=F4/E4")],
      [null, "=B3+B4", "=C3+C4", p("=C5/B5"), "=E3+E4", "=F3+F4", p("=F5/E5")]]),
    merges: ["A1:A2", "B1:D1", "E1:G1"],
    tables: ["indicators 表!A1:G5"], names: ["电访", "入户探访"], checked: [6, 4], wrong: { F5: "=F3" }, found: ["formula-wrong 表!F5"]
  },
  "a row of numbers of the columns, a note inside, an area without a name": {
    cells: rows("A1", [["服务片区", "电访", null, null, "入户探访"], [null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"], ["栏次", 1, 2, 3, 4, 5, 6], ["片区1", 10, 9, p("=C4/B4"), 8, 7, p("=F4/E4")],
      ["以下片区自2025年3月起由我站承接，数据从3月起计"], [null, 15, 11, p("=C6/B6"), 13, 12, p("=F6/E6")], ["片区2", 12, 8, p("=C7/B7"), 9, 6, p("=F7/E7")], ["全街", "=B4+B6+B7", "=SUM(C4:C7)", p("=C8/B8"), "=SUM(E4:E7)", "=SUM(F4:F7)", p("=F8/E8")]]),
    merges: ["A1:A2", "B1:D1", "E1:G1", "A5:G5"],
    tables: ["indicators 表!A1:G8"], names: ["电访", "入户探访"], checked: [8, 4], wrong: { G6: p("=F7/E6"), E8: "=E4+E7" }, found: ["formula-wrong 表!G6", "formula-wrong 表!E8"]
  },
  "a text in a count cell: the total is checked all the same": {
    cells: rows("A1", [["服务片区", "电访", null, null, "入户探访"], [null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"], ["片区1", 10, 9, p("=C3/B3"), 8, 7, p("=F3/E3")], ["片区2", 12, "—", null, 9, 6, p("=F4/E4")],
      ["片区3", 14, 7, p("=C5/B5"), 5, 4, p("=F5/E5")], ["汇总", "=SUM(B3:B5)", "=SUM(C3:C5)", p("=C6/B6"), "=SUM(E3:E5)", "=SUM(F3:F5)", p("=F6/E6")]]),
    merges: ["A1:A2", "B1:D1", "E1:G1"],
    tables: ["indicators 表!A1:G6"], names: ["电访", "入户探访"], checked: [7, 4], wrong: { C6: 15 }, found: ["total-mismatch 表!C6"]
  },
  "one row of heads that carry the indicator": {
    cells: rows("A1", [["服务片区", "电访协议量", "电访完成量", "电访完成率", "入户探访协议量", "入户探访完成量", "入户探访完成率"], ["片区1", 10, 9, p("=C2/B2"), 8, 7, p("=F2/E2")], ["片区2", 12, 8, p("=C3/B3"), 9, 6, p("=F3/E3")],
      ["合计", "=B2+B3", "=C2+C3", p("=C4/B4"), "=E2+E3", "=F2+F3", p("=F4/E4")]]),
    tables: ["indicators 表!A1:G4"], names: ["电访", "入户探访"], checked: [6, 4], wrong: { G3: p("=F3/B3") }, found: ["formula-wrong 表!G3"]
  },
  "names over small tables": {
    cells: rows("A1", [["一、电访"], ["服务片区", "协议量", "完成量", "百分比"], ["片区1", 10, 9, p("=C3/B3")], ["片区2", 12, 8, p("=C4/B4")], ["合计", "=B3+B4", "=C3+C4", p("=C5/B5")], [null],
      ["二、入户探访"], ["服务片区", "协议量", "完成量", "百分比"], ["片区1", 14, 7, p("=C9/B9")], ["片区2", 15, 6, p("=C10/B10")], ["合计", "=B9+B10", "=C9+C10", p("=C11/B11")]]),
    merges: ["A1:D1", "A7:D7"],
    tables: ["indicators 表!A2:D5", "indicators 表!A8:D11"], names: ["电访", "入户探访"], checked: [6, 4], wrong: { C11: 12 }, found: ["total-mismatch 表!C11"]
  },
  "category, content and unit, areas side by side": {
    cells: rows("A1", [["服务类别", "服务内容", "单位", "片区1", null, null, "片区2", null, null, "合计"], [null, null, null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"],
      ["电访", "数量", "次", 100, 90, p("=E3/D3"), 80, 70, p("=H3/G3"), "=D3+G3", "=E3+H3", p("=K3/J3")], ["入户探访", "数量", "次", 60, 51, p("=E4/D4"), 40, 30, p("=H4/G4"), "=D4+G4", "=E4+H4", p("=K4/J4")],
      ["专业个案", "接案", "个", 10, 9, p("=E5/D5"), 8, 7, p("=H5/G5"), "=D5+G5", "=E5+H5", p("=K5/J5")]]),
    merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1", "J1:L1"],
    tables: ["indicators 表!A1:L5"], names: ["电访", "入户探访", "专业个案 · 接案"], checked: [9, 6], wrong: { K5: "=E5+H4" }, found: ["formula-wrong 表!K5"]
  },
  "cards from the top down": {
    cells: rows("A1", [["党建-微心愿"], ["指标要求", 80], ["完成情况", 40], ["完成百分比", p("=B3/B2")], [null], ["党建-组织共建"], ["指标要求", 4], ["完成情况", 1], ["完成百分比", p("=B8/B7")]]),
    merges: ["A1:B1", "A6:B6"],
    tables: ["cards 表!A1:B9"], names: ["党建-微心愿", "党建-组织共建"], checked: [2, 0], wrong: { B9: { v: 0.52, format: "0.00%" } }, found: ["rate-mismatch 表!B9"]
  },
  "metrics as rows": {
    cells: rows("A1", [["指标", "电访", "入户探访", "社区调研"], ["协议量", 100, 80, 12], ["完成量", 90, 71, 7], ["完成率", p("=B3/B2"), p("=C3/C2"), p("=D3/D2")]]),
    tables: ["overall 表!A1:D4"], names: ["电访", "入户探访", "社区调研"], checked: [3, 0], wrong: { C4: p("=C3/B2") }, found: ["formula-wrong 表!C4"]
  },
  "metrics as rows, by area, with a total": {
    cells: rows("A1", [["服务片区", "项目", "电访", "入户探访"], ["片区1", "协议量", 100, 80], [null, "完成量", 90, 71], [null, "百分比", p("=C3/C2"), p("=D3/D2")], ["片区2", "协议量", 50, 60], [null, "完成量", 41, 30], [null, "百分比", p("=C6/C5"), p("=D6/D5")],
      ["合计", "协议量", "=C2+C5", "=D2+D5"], [null, "完成量", "=C3+C6", "=D3+D6"], [null, "百分比", p("=C9/C8"), p("=D9/D8")]]),
    merges: ["A2:A4", "A5:A7", "A8:A10"],
    tables: ["indicators 表!A1:D10"], names: ["电访", "入户探访"], checked: [6, 4], wrong: { D9: "=D3+C6" }, found: ["formula-wrong 表!D9"]
  },
  "empty narrow columns": {
    cells: rows("A1", [["指标名称", null, "协议量", null, "完成量", null, "百分比"], ["电访", null, 100, null, 90, null, p("=E2/C2")], ["入户探访", null, 80, null, 71, null, p("=E3/C3")]]),
    tables: ["overall 表!A1:G3"], names: ["电访", "入户探访"], checked: [2, 0], wrong: { G3: p("=E2/C3") }, found: ["formula-wrong 表!G3"]
  },
  "empty rows inside": {
    cells: rows("A1", [["指标名称", "协议量", "完成量", "百分比"], ["电访", 100, 90, p("=C2/B2")], [null], ["入户探访", 80, 71, p("=C4/B4")], [null], [null], ["社区调研", 60, 31, p("=C7/B7")]]),
    tables: ["overall 表!A1:D7"], names: ["电访", "入户探访", "社区调研"], checked: [3, 0], wrong: { D7: p("=C7/B4") }, found: ["formula-wrong 表!D7"]
  },
  "unknown words for all three": {
    cells: rows("A1", [["工作事项", "购买量", "实做", "占比"], ["电访", 100, 90, p("=C2/B2")], ["入户探访", 80, 71, p("=C3/B3")], ["社区调研", 60, 31, p("=C4/B4")]]),
    tables: ["overall 表!A1:D4"], names: ["电访", "入户探访", "社区调研"], checked: [3, 0], wrong: { D4: { v: 0.75, format: "0.00%" } }, found: ["rate-mismatch 表!D4"]
  },
  "a head that says nothing, typed rates": {
    cells: rows("A1", [["服务项目", "目标", "实绩", null], ["电访", 415, 741, { v: 1.7855, format: "0.00%" }], ["入户探访", 148, 101, { v: 0.6824, format: "0.00%" }], ["社区调研", 37, 25, { v: 0.6757, format: "0.00%" }], ["社区宣传", 52, 31, { v: 0.5962, format: "0.00%" }]]),
    tables: ["overall 表!A1:D5"], names: ["电访", "入户探访", "社区调研", "社区宣传"], checked: [4, 0], wrong: { D5: { v: 0.5926, format: "0.00%" } }, found: ["rate-mismatch 表!D5"]
  },
  "known words over columns that do something else": {
    cells: rows("A1", [["指标名称", "责任人", "计划进度", "任务数", "完成差额", "完成数", "完成率"], ["电访", "社工1", 60, 100, "=D2-F2", 90, p("=F2/D2")], ["入户探访", "社工2", 55, 80, "=D3-F3", 71, p("=F3/D3")], ["社区调研", "社工3", 40, 60, "=D4-F4", 31, p("=F4/D4")]]),
    tables: ["overall 表!A1:G4"], names: ["电访", "入户探访", "社区调研"], checked: [3, 0], wrong: { G4: p("=F4/E4") }, found: ["formula-wrong 表!G4"]
  },
  "hours computed of units, two sums alone": {
    cells: rows("A1", [["服务项目", "单位工时", "协议数量", "协议工时", "完成数量", "完成工时", "工时完成率"],
      ...[["个案服务", 20, 40, 38], ["小组服务", 16, 20, 22], ["社区活动", 12, 60, 66], ["能力建设", 8, 10, 10]].map(([name, unit, target, done], i): CellSpec[] =>
        [name!, unit!, target!, `=B${i + 2}*C${i + 2}`, done!, `=B${i + 2}*E${i + 2}`, p(`=F${i + 2}/D${i + 2}`)]),
      ["合计", null, null, "=SUM(D2:D5)", null, "=SUM(F2:F5)", p("=F6/D6")]]),
    tables: ["overall 表!A1:G6"], names: ["个案服务", "小组服务", "社区活动", "能力建设"], checked: [5, 2], wrong: { F6: "=SUM(F2:F4)" }, found: ["formula-wrong 表!F6"]
  },
  "half a year and the whole, a category above its rows without being merged": {
    cells: rows("A1", [["服务领域", "指标名称", "年度指标", "上半年指标", "上半年完成", "半年完成率", "年度完成率", "序时进度"],
      ...[["长者", "个案", 24, 12, 14], [null, "小组", 10, 5, 5], [null, "走访", 120, 60, 71], ["青少年", "个案", 12, 6, 5], [null, "小组", 8, 4, 4], [null, "走访", 200, 100, 133]].map((row, i): CellSpec[] =>
        [...row, p(`=E${i + 2}/D${i + 2}`), p(`=E${i + 2}/C${i + 2}`), { v: 0.5, format: "0%" }] as CellSpec[])]),
    tables: ["overall 表!A1:H7"], names: ["长者 · 个案", "长者 · 小组", "长者 · 走访", "青少年 · 个案", "青少年 · 小组", "青少年 · 走访"], checked: [18, 0],
    wrong: { F4: p("=E4/C4"), G5: { v: 0.4617, format: "0.00%" } }, found: ["formula-wrong 表!F4", "rate-mismatch 表!G5"]
  }
};

describe("layouts that numbers prove", () => {
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    test(`${name}: recognised, and nothing reported`, () => {
      const found = report({ 表: { cells: layout.cells, merges: layout.merges ?? [] } });
      expect(found.error).toBeNull();
      expect(tables(found)).toEqual(layout.tables);
      expect(names(found)).toEqual(layout.names);
      expect([found.coverage.rates, found.coverage.totals]).toEqual(layout.checked);
      expect(worse(found)).toEqual([]);
    });
    test(`${name}: a wrong cell is found`, () => {
      expect(worse(report({ 表: { cells: { ...layout.cells, ...layout.wrong }, merges: layout.merges ?? [] } }))).toEqual(layout.found);
    });
  }
});

test("what columns add up in another table below says nothing of the areas above", () => {
  const matrix = rows("A1", [
    ["服务片区", "电访", null, null, "入户探访", null, null, "大型活动", null, null], [null, ...["协议量", "完成量", "百分比", "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"]],
    ...[[30, 28, 21, 20, 3, 2], [42, 40, 25, 26, 2, 2], [36, 33, 18, 15, 4, 3]].map(([a, b, c, d, e, f], i): CellSpec[] =>
      [`片区${i + 1}`, a!, b!, p(`=C${i + 3}/B${i + 3}`), c!, d!, p(`=F${i + 3}/E${i + 3}`), e!, f!, p(`=I${i + 3}/H${i + 3}`)])
  ]);
  const hours = rows("A9", [
    ["志愿服务时数", "上半年", null, null, "下半年", null, null, "全年"],
    ...[[11, 7], [9, 16], [13, 5], [8, 12], [17, 6]].map(([a, b], i): CellSpec[] => [`队伍${i + 1}`, a!, null, null, b!, null, null, `=B${i + 10}+E${i + 10}`])
  ]);
  const found = report({ 表: { cells: { ...matrix, ...hours }, merges: ["A1:A2", "B1:D1", "E1:G1", "H1:J1"] } });
  expect(worse(found)).toEqual([]);
  expect(names(found)).toEqual(["电访", "入户探访", "大型活动"]);
});

/** Cards below one another under one title, each under its name, all typed with their units. */
const cardsBelow = (names: readonly string[]): Record<string, SheetSpec> => {
  const numbers = [[60, 72], [1500, 1320], [4, 3]];
  const card = ([target, done]: number[], i: number): CellSpec[][] => [[names[i]!], ["任务数", `${target}人`], ["实际数", `${done}人`], ["比例", `${((done! / target!) * 100).toFixed(2)}%`], []];
  return { 卡: { cells: rows("A1", [["附件1-2 丙镇社工服务站指标卡（2025年1月1日至2025年6月30日）"], ...numbers.flatMap(card)]), merges: ["A1:D1"] } };
};

test("cards below one another are named each by what stands over it, and never by the sheet's title", () => {
  const found = report(cardsBelow(["新增志愿者", "志愿服务时数", "社区调研"]));
  expect(tables(found)).toEqual(["cards 卡!A1:B15"]);
  expect(names(found)).toEqual(["新增志愿者", "志愿服务时数", "社区调研"]);
  expect(worse(found)).toEqual([]);
});

test("cards of one name on one sheet contradict one another in nothing", () => expect(worse(report(cardsBelow(["志愿者", "志愿者", "社区调研"])))).toEqual([]));

describe("其中 rows are parts of the row above them", () => {
  const table = (changed: Record<string, CellSpec> = {}): Record<string, CellSpec> => ({
    ...rows("A1", [["项目", "单位", "协议量", "完成量", "完成率"], ["个案服务", "个", 40, 42, p("=D2/C2")], ["其中：高危个案", "个", 10, 11, p("=D3/C3")], ["小组服务", "个", 20, 19, p("=D4/C4")],
      ["其中：治疗性小组", "个", 5, 5, p("=D5/C5")], ["探访", "人次", 800, 866, p("=D6/C6")], ["合计（不含其中项）", null, "=C2+C4+C6", "=D2+D4+D6", p("=D7/C7")]]), ...changed
  });
  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["a total without them", {}, []],
    ["a total that adds them in one column", { D7: "=SUM(D2:D6)" }, ["formula-wrong 表!D7"]],
    ["a total that adds them throughout", { C7: "=SUM(C2:C6)", D7: "=SUM(D2:D6)" }, []]
  ])("%s", (_, changed, expected) => expect(worse(report({ 表: { cells: table(changed) } }))).toEqual(expected));
});

test("means and so many for each below the total are no areas", () => {
  const matrix = rows("A1", [["片区", "社工数", "入户探访", null, null, null, "电访"], [null, null, "协议量", "完成量", "百分比", "占全站比例", "协议量", "完成量", "百分比"],
    ...[[4, 300, 288, 500, 477], [3, 220, 231, 400, 412], [3, 180, 171, 300, 256]].map(([staff, target, done, other, called], i): CellSpec[] =>
      [`第${i + 1}片`, staff!, target!, done!, p(`=D${i + 3}/C${i + 3}`), p(`=D${i + 3}/D$6`), other!, called!, p(`=H${i + 3}/G${i + 3}`)]),
    ["合计", "=SUM(B3:B5)", "=SUM(C3:C5)", "=SUM(D3:D5)", p("=D6/C6"), p("=SUM(F3:F5)"), "=SUM(G3:G5)", "=SUM(H3:H5)", p("=H6/G6")],
    ["片区平均", null, "=AVERAGE(C3:C5)", "=AVERAGE(D3:D5)", p("=AVERAGE(E3:E5)"), null, "=AVERAGE(G3:G5)", "=AVERAGE(H3:H5)", p("=AVERAGE(I3:I5)")],
    ["人均", null, "=C6/$B$6", "=D6/$B$6", null, null, "=G6/$B$6", "=H6/$B$6"]]);
  const merges = ["A1:A2", "B1:B2", "C1:F1", "G1:I1"];
  expect(worse(report({ 表: { cells: matrix, merges } }))).toEqual([]);
  expect(worse(report({ 表: { cells: { ...matrix, C7: "=AVERAGE(C3:C4)" }, merges } }))).toEqual(["fill-mismatch 表!C7"]);
});

test("the count of what was reached, and its share, are no indicator", () => {
  const list = rows("A1", [["服务内容", "协议要求", "完成情况", "完成率", "是否达标"], ...[["咨询个案", 60, 64], ["专业小组", 8, 7], ["社区活动", 24, 25], ["志愿者培育", 30, 41]].map(([name, target, done], i): CellSpec[] =>
    [name!, target!, done!, p(`=ROUND(C${i + 2}/B${i + 2},4)`), `=IF(D${i + 2}>=1,"达标","未达标")`]), ["达标项数", null, "=COUNTIF(E2:E5,\"达标\")", p("=C6/4")]]);
  expect(worse(report({ 表: { cells: list } }))).toEqual([]);
});
