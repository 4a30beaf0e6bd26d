import { rows, workbookOf, type CellSpec, type SheetSpec } from "../../test/support/sheet-builder";
import { checkWorkbook, type WorkbookReport } from "../report";

const TITLE = "某街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）";


const sheet = (cells: Record<string, CellSpec>, merges: string[] = []): Record<string, SheetSpec> => ({ 表: { cells, merges } });
const report = (sheets: Record<string, SheetSpec>): WorkbookReport => checkWorkbook(workbookOf(sheets));
const worse = (found: WorkbookReport): string[] => found.findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet: name, cell }) => `${rule} ${name}!${cell}`);
const tables = (found: WorkbookReport): string[] => found.tables.map(({ kind, sheet: name, range }) => `${kind} ${name}!${range}`);
const percent = (f: string): CellSpec => ({ f, format: "0.00%" });

/** A layout, what must be recognised in it, and one cell that, when changed, must be found. */
const LAYOUTS: Readonly<Record<string, { cells: Record<string, CellSpec>; merges?: string[]; tables: string[]; names: string[]; wrong: Record<string, CellSpec>; found: string }>> = {
  "no merged cells at all": {
    cells: rows("A1", [[TITLE], ["服务片区", "投入社工人数", "电访", null, null, "专业个案"], [null, null, "协议量", "完成量", "百分比", "协议接案数", "接案完成数", "百分比", "协议节数", "完成量", "百分比"],
      ["东片区", 3, 10, 5, percent("=D4/C4"), 8, 4, percent("=G4/F4"), 40, 10, percent("=J4/I4")], ["西片区", 2, 20, 8, percent("=D5/C5"), 6, 3, percent("=G5/F5"), 30, 15, percent("=J5/I5")],
      ["合  计", 5, 30, 13, percent("=D6/C6"), 14, 7, percent("=G6/F6"), 70, 25, percent("=J6/I6")]]),
    tables: ["indicators 表!A2:K6"], names: ["电访", "专业个案 · 接案", "专业个案 · 节数"], wrong: { J6: 26 }, found: "total-mismatch 表!J6"
  },
  "three rows of heads": {
    cells: rows("B3", [["服务片区", "专业个案", null, null, null, null, null], [null, "接案", null, null, "结案"], [null, "协议量", "完成量", "完成率", "协议量", "完成量", "完成率"],
      ["一", 8, 4, percent("=D6/C6"), 5, 2, percent("=G6/F6")], ["二", 6, 3, percent("=D7/C7"), 4, 3, percent("=G7/F7")], ["总计", "=C6+C7", "=D6+D7", percent("=D8/C8"), "=F6+F7", "=G6+G7", percent("=G8/F8")]]),
    merges: ["B3:B5", "C3:H3", "C4:E4", "F4:H4"],
    tables: ["indicators 表!B3:H8"], names: ["专业个案 · 接案", "专业个案 · 结案"], wrong: { H7: percent("=G7/F6") }, found: "formula-wrong 表!H7"
  },
  "other order of the columns, a remark between the groups, a number before the area": {
    cells: rows("A1", [["序号", "片区名称", "社工人数", "入户探访/家访", null, null, "备注", "电访"], [null, null, null, "实际完成", "协议量", "完成百分比", null, "百分比", "协议量", "完成情况"],
      [1, "第一片区", 3, 5, 10, percent("=D3/E3"), "下雨", percent("=J3/I3"), 100, 40], [2, "第二片区", 2, 8, 20, percent("=D4/E4"), null, percent("=J4/I4"), 50, 60],
      ["合计", null, "=SUM(C3:C4)", "=SUM(D3:D4)", "=SUM(E3:E4)", percent("=D5/E5"), null, percent("=J5/I5"), "=SUM(I3:I4)", "=SUM(J3:J4)"]]),
    merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2", "H1:J1", "A5:B5"],
    tables: ["indicators 表!B1:J5"], names: ["入户探访/家访", "电访"], wrong: { H3: percent("=I3/J3") }, found: "formula-wrong 表!H3"
  },
  "total first, blank rows, heads in two lines": {
    cells: rows("A1", [[TITLE], [null], ["服务\n片区", "投入社工\n人数", "咨询 个案"], [null, null, "协 议\n量", "完成\u00a0量", "百 分 比"], [null], ["合计", "=SUM(B7:B9)", "=SUM(C7:C9)", "=SUM(D7:D9)", percent("=D6/C6")],
      ["片区１", 2, 5, 5, percent("=D7/C7")], [null], ["片区２", 2, 5, 3, percent("=D9/C9")]]),
    merges: ["A3:A4", "B3:B4", "C3:E3"],
    tables: ["indicators 表!A3:E9"], names: ["咨询个案"], wrong: { D6: "=SUM(D7:D8)" }, found: "formula-wrong 表!D6"
  },
  "cards with a remark of their own": {
    cells: rows("A1", ([["驻点服务", 48, 30], ["五社联动-社区教育", 12, 6], ["党建-中型活动", 1, 2]] as const).flatMap(([name, target, done]): CellSpec[][] => [
      [name], ["指标要求", "完成情况", "完成百分比", "备注"], [target, done, { v: done / target, format: "0.00%" }]
    ])),
    merges: ["A1:D1", "A4:D4", "A7:D7"],
    tables: ["cards 表!A1:D9"], names: ["驻点服务", "五社联动-社区教育", "党建-中型活动"], wrong: { C3: { v: 0.65, format: "0.00%" } }, found: "rate-mismatch 表!C3"
  },
  "two blocks side by side": {
    cells: rows("A1", [["服务片区", "电访", null, null, null, "服务片区", "入户探访"], [null, "协议量", "完成量", "百分比", null, null, "协议量", "完成量", "百分比"],
      ["东", 10, 5, percent("=C3/B3"), null, "东", 6, 3, percent("=H3/G3")], ["西", 20, 8, percent("=C4/B4"), null, "西", 8, 2, percent("=H4/G4")],
      ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", percent("=C5/B5"), null, "合计", "=SUM(G3:G4)", "=SUM(H3:H4)", percent("=H5/G5")]]),
    merges: ["A1:A2", "B1:D1", "F1:F2", "G1:I1"],
    tables: ["indicators 表!A1:D5", "indicators 表!F1:I5"], names: ["电访", "入户探访"], wrong: { H5: "=SUM(C3:C4)" }, found: "formula-wrong 表!H5"
  },
  "a total that is merged over area and staff": {
    cells: rows("A1", [["服务片区", "投入社工人数", "电访"], [null, null, "协议量", "完成量", "百分比"], ["东", 2, 10, 5, percent("=D3/C3")], ["西", 2, 20, 8, percent("=D4/C4")], ["合计", null, 30, 13, percent("=D5/C5")]]),
    merges: ["A1:A2", "B1:B2", "C1:E1", "A5:B5"],
    tables: ["indicators 表!A1:E5"], names: ["电访"], wrong: { C5: 31 }, found: "total-mismatch 表!C5"
  },
  "a target for the station merged over areas with done values of their own": {
    cells: rows("A1", [["服务片区", "电访"], [null, "协议量", "完成量", "百分比"], ["东", 100, 20, percent("=C6/B6")], ["西", null, 30], ["南", null, 10], ["合计", 100, "=SUM(C3:C5)", percent("=C6/B6")]]),
    merges: ["A1:A2", "B1:D1", "B3:B5", "D3:D5"],
    tables: ["indicators 表!A1:D6"], names: ["电访"], wrong: { C6: "=SUM(C3:C4)" }, found: "formula-wrong 表!C6"
  },
  "rates in percent under a head with (%), a head over all groups": {
    cells: rows("A1", [["服务片区", "指标完成情况", null, null, null, null, null], [null, "电访", null, null, "入户探访", null, null], [null, "协议量（次）", "完成量（次）", "完成率（%）", "协议量", "完成量", "完成率(%)"],
      ["东", 80, 37, { f: "=C4/B4*100", format: "0.00" }, 40, 10, { f: "=F4/E4*100", format: "0.00" }], ["西", 60, 41, { f: "=ROUND(C5/B5*100,2)", format: "0.00" }, 30, 11, { f: "=F5/E5*100", format: "0.00" }],
      ["合计", "=SUM(B4:B5)", "=SUM(C4:C5)", { f: "=C6/B6*100", format: "0.00" }, "=SUM(E4:E5)", "=SUM(F4:F5)", { f: "=F6/E6*100", format: "0.00" }]]),
    merges: ["A1:A3", "B1:G1", "B2:D2", "E2:G2"],
    tables: ["indicators 表!A1:G6"], names: ["电访", "入户探访"], wrong: { G5: { v: 37.67, format: "0.00" } }, found: "rate-mismatch 表!G5"
  },
  "percent formats under a head with (%)": {
    cells: rows("A1", [["服务片区", "电访"], [null, "协议量", "完成量", "完成率（%）"], ["东", 80, 37, percent("=C3/B3")], ["西", 60, 41, percent("=ROUND(C4/B4,4)")], ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", percent("=C5/B5")]]),
    merges: ["A1:A2", "B1:D1"],
    tables: ["indicators 表!A1:D5"], names: ["电访"], wrong: { D4: percent("=C3/B4") }, found: "formula-wrong 表!D4"
  },
  "a head in words of its own, in the usual order of its row": {
    cells: rows("A1", [["服务片区", "电访", null, null, "专业个案", null, null, null, null, null, "入户探访"], [null, "协议量", "完成量", "完成率", "接案基数", "完成量", "完成率", "节数基数", "完成量", "完成率", "协议量", "完成量", "完成率"],
      ["东", 10, 5, percent("=C3/B3"), 8, 4, percent("=F3/E3"), 40, 10, percent("=I3/H3"), 7, 6, percent("=L3/K3")], ["西", 20, 8, percent("=C4/B4"), 6, 3, percent("=F4/E4"), 30, 15, percent("=I4/H4"), 9, 5, percent("=L4/K4")],
      ["合计", "=B3+B4", "=C3+C4", percent("=C5/B5"), "=E3+E4", "=F3+F4", percent("=F5/E5"), "=H3+H4", "=I3+I4", percent("=I5/H5"), "=K3+K4", "=L3+L4", percent("=L5/K5")]]),
    merges: ["A1:A2", "B1:D1", "E1:J1", "K1:M1"],
    tables: ["indicators 表!A1:M5"], names: ["电访", "专业个案 · 接案", "专业个案 · 节数", "入户探访"], wrong: { G4: percent("=F4/H4") }, found: "formula-wrong 表!G4"
  },
  "what is counted stands in brackets, or before the word for the target": {
    cells: rows("A1", [["服务片区", "专业个案", null, null, null, null, null, "专业小组"], [null, "协议指标（接案）", "已完成", "完成率", "协议指标（结案）", "已完成", "完成率", "指标开展个数", "完成量", "完成率", "人次目标", "完成量", "完成率"],
      ["东", 10, 5, percent("=C3/B3"), 8, 4, percent("=F3/E3"), 4, 1, percent("=I3/H3"), 7, 6, percent("=L3/K3")], ["西", 20, 8, percent("=C4/B4"), 6, 3, percent("=F4/E4"), 3, 5, percent("=I4/H4"), 9, 5, percent("=L4/K4")],
      ["合计", "=B3+B4", "=C3+C4", percent("=C5/B5"), "=E3+E4", "=F3+F4", percent("=F5/E5"), "=H3+H4", "=I3+I4", percent("=I5/H5"), "=K3+K4", "=L3+L4", percent("=L5/K5")]]),
    merges: ["A1:A2", "B1:G1", "H1:M1"],
    tables: ["indicators 表!A1:M5"], names: ["专业个案 · 接案", "专业个案 · 结案", "专业小组 · 个数", "专业小组 · 人次"], wrong: { F3: 6 }, found: "closed-over-opened 表!F3"
  },
  "cards beside the matrix": {
    cells: { ...rows("A1", [["服务片区", "电访"], [null, "协议量", "完成量", "百分比"], ["东", 80, 37, percent("=C3/B3")], ["西", 60, 41, percent("=C4/B4")], ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", percent("=C5/B5")]]),
      ...rows("F1", [["党建-微心愿"], ["指标要求", "完成情况", "完成百分比"], ["20个", "5个", { v: 0.25, format: "0.00%" }], ["党建-共建"], ["指标要求", "完成情况", "完成百分比"], ["8个", "6个", { v: 0.75, format: "0.00%" }]]) },
    merges: ["A1:A2", "B1:D1", "F1:H1", "F4:H4"],
    tables: ["indicators 表!A1:D5", "cards 表!F1:H6"], names: ["电访", "党建-微心愿", "党建-共建"], wrong: { H6: { v: 0.7, format: "0.00%" } }, found: "rate-mismatch 表!H6"
  },
  "a list whose names stand under 指标": {
    cells: rows("A1", [["指标", "目标值", "完成数", "完成率"], ["发展志愿者", 50, 46, percent("=C2/B2")], ["培训开展次数", 20, 10, percent("=C3/B3")]]),
    tables: ["overall 表!A1:D3"], names: ["发展志愿者", "培训开展次数"], wrong: { D3: percent("=B3/C3") }, found: "formula-wrong 表!D3"
  },
  "a list with a head for its categories": {
    cells: rows("C4", [["类别", "协议内容", "指标要求", "完成量", "完成率", "备注"], ["志愿者", "发展志愿者", 50, 46, percent("=F5/E5")], [null, "志愿者骨干培训", 20, 10, percent("=F6/E6")], ["其他", "社区调研", 3, 3, percent("=F7/E7")]]),
    merges: ["C5:C6"],
    tables: ["overall 表!C4:G7"], names: ["发展志愿者", "志愿者骨干培训", "社区调研"], wrong: { G6: percent("=F5/E6") }, found: "formula-wrong 表!G6"
  },
  "a list whose rows only say what is counted of their category": {
    cells: rows("A1", [["服务项目", "指标名称", "协议量", "完成量", "完成率"], ["专业个案", "接案数", 8, 4, percent("=D2/C2")], [null, "服务节数", 40, 22, percent("=D3/C3")], [null, "结案数", 5, 4, percent("=D4/C4")],
      ["专业小组", "开展个数", 6, 3, percent("=D5/C5")], [null, "服务节数", 36, 18, percent("=D6/C6")], ["志愿者", "新增志愿者", 50, 46, percent("=D7/C7")]]),
    merges: ["A2:A4", "A5:A6"],
    tables: ["overall 表!A1:E7"], names: ["专业个案 · 接案", "专业个案 · 节数", "专业个案 · 结案", "专业小组 · 个数", "专业小组 · 节数", "新增志愿者"], wrong: { D4: 5 }, found: "closed-over-opened 表!D4"
  },
  "a list in sections": {
    cells: rows("A1", [["指标内容", "指标要求", "完成情况", "完成率"], ["一、专业个案"], ["接案数", 8, 4, percent("=C3/B3")], ["节数", 40, 22, percent("=C4/B4")], ["二、专业小组"], ["个数", 6, 3, percent("=C6/B6")], ["节数", 36, 18, percent("=C7/B7")]]),
    merges: ["A2:D2", "A5:D5"],
    tables: ["overall 表!A1:D7"], names: ["专业个案 · 接案", "专业个案 · 节数", "专业小组 · 个数", "专业小组 · 节数"], wrong: { D7: percent("=C4/B7") }, found: "formula-wrong 表!D7"
  },
  "parts of the areas with sums of their own": {
    cells: rows("A1", [["服务片区", "投入社工人数", "电访"], [null, null, "协议量", "完成量", "百分比"], ["东一", 2, 10, 5, percent("=D3/C3")], ["东二", 2, 20, 8, percent("=D4/C4")], ["小计", "=SUM(B3:B4)", "=SUM(C3:C4)", "=SUM(D3:D4)", percent("=D5/C5")],
      ["西一", 1, 6, 5, percent("=D6/C6")], ["西二", 2, 8, 8, percent("=D7/C7")], ["小计", "=SUM(B6:B7)", "=SUM(C6:C7)", "=SUM(D6:D7)", percent("=D8/C8")], ["综合组", 1, 4, 2, percent("=D9/C9")],
      ["合计", "=B5+B8+B9", "=C5+C8+C9", "=SUM(D3:D4,D6:D7,D9)", percent("=D10/C10")]]),
    merges: ["A1:A2", "B1:B2", "C1:E1"],
    tables: ["indicators 表!A1:E10"], names: ["电访"], wrong: { C10: "=SUM(C3:C9)" }, found: "formula-wrong 表!C10"
  },
  "parts with 合计, all of them with 总计": {
    cells: rows("A1", [["服务片区", "电访"], [null, "协议量", "完成量", "百分比"], ["东一", 10, 5, percent("=C3/B3")], ["东二", 20, 8, percent("=C4/B4")], ["合计", 30, 13, percent("=C5/B5")],
      ["西一", 6, 5, percent("=C6/B6")], ["西二", 8, 8, percent("=C7/B7")], ["合计", 14, 13, percent("=C8/B8")], ["总计", 44, 26, percent("=C9/B9")]]),
    merges: ["A1:A2", "B1:D1"],
    tables: ["indicators 表!A1:D9"], names: ["电访"], wrong: { C8: 14, C9: 27 }, found: "total-mismatch 表!C8"
  },
  "a sum under every page": {
    cells: rows("A1", [["服务片区", "电访"], [null, "协议量", "完成量", "百分比"], ["东一", 10, 5, percent("=C3/B3")], ["东二", 20, 8, percent("=C4/B4")], ["本页小计", 30, 13, percent("=C5/B5")],
      ["服务片区", "电访"], [null, "协议量", "完成量", "百分比"], ["西一", 6, 5, percent("=C8/B8")], ["西二", 8, 8, percent("=C9/B9")], ["合计", 44, 26, percent("=C10/B10")]]),
    merges: ["A1:A2", "B1:D1", "A6:A7", "B6:D6"],
    tables: ["indicators 表!A1:D10"], names: ["电访"], wrong: { B10: 14 }, found: "total-mismatch 表!B10"
  },
  "targets of the year and of the half, the rate of the year": {
    cells: rows("A1", [["指标名称", "年度协议量", "本期协议量", "完成量", "完成率"], ["社区调研", 20, 10, 5, percent("=D2/B2")], ["志愿服务", 60, 30, 18, percent("=D3/B3")], ["社区教育", 24, 12, 6, percent("=D4/B4")]]),
    tables: ["overall 表!A1:E4"], names: ["社区调研", "志愿服务", "社区教育"], wrong: { E3: percent("=D3/C3") }, found: "formula-wrong 表!E3"
  },
  "targets of the year and of the half, the rate of the half": {
    cells: rows("A1", [["服务片区", "电访"], [null, "年度指标", "本期指标", "完成量", "完成率"], ["东", 20, 10, 5, percent("=D3/C3")], ["西", 60, 30, 18, percent("=D4/C4")], ["合计", "=B3+B4", "=C3+C4", "=D3+D4", percent("=D5/C5")]]),
    merges: ["A1:A2", "B1:E1"],
    tables: ["indicators 表!A1:E5"], names: ["电访"], wrong: { E4: percent("=D4/B4") }, found: "formula-wrong 表!E4"
  },
  "other columns between the heads of an indicator": {
    cells: rows("A1", [["序号", "指标名称", "协议量", "单位", "完成量", "备注", "完成率"], [1, "社区调研", 10, "次", 5, "第二季度", percent("=E2/C2")], [2, "志愿服务", 30, "场", 18, null, percent("=E3/C3")]]),
    tables: ["overall 表!B1:G3"], names: ["社区调研", "志愿服务"], wrong: { G3: percent("=C3/E3") }, found: "formula-wrong 表!G3"
  },
  "areas side by side, indicators below one another": {
    cells: rows("A1", [["指标名称", "东片区", null, null, "西片区", null, null, "合计"], [null, "目标", "完成", "完成率", "目标", "完成", "完成率", "目标", "完成", "完成率"],
      ["电访", 10, 5, percent("=C3/B3"), 20, 8, percent("=F3/E3"), "=B3+E3", "=C3+F3", percent("=I3/H3")], ["专业个案接案数", 8, 4, percent("=C4/B4"), 6, 3, percent("=F4/E4"), "=B4+E4", "=C4+F4", percent("=I4/H4")],
      ["专业个案结案数", 5, 4, percent("=C5/B5"), 4, 1, percent("=F5/E5"), "=B5+E5", "=C5+F5", percent("=I5/H5")]]),
    merges: ["A1:A2", "B1:D1", "E1:G1", "H1:J1"],
    tables: ["indicators 表!A1:J5"], names: ["电访", "专业个案接案数", "专业个案结案数"], wrong: { H4: "=B4+E5" }, found: "formula-wrong 表!H4"
  },
  "areas side by side with typed totals, the indicators by category": {
    cells: rows("B2", [["类别", "指标", "甲社区", null, null, "乙社区", null, null, "总计"], [null, null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"],
      ["专业个案", "接案数", 10, 5, percent("=E4/D4"), 20, 8, percent("=H4/G4"), 30, 13, percent("=K4/J4")], [null, "节数", 8, 4, percent("=E5/D5"), 6, 3, percent("=H5/G5"), 14, 7, percent("=K5/J5")],
      ["专业小组", "节数", 5, 4, percent("=E6/D6"), 4, 1, percent("=H6/G6"), 9, 5, percent("=K6/J6")]]),
    merges: ["B2:B3", "C2:C3", "D2:F2", "G2:I2", "J2:L2", "B4:B5"],
    tables: ["indicators 表!B2:L6"], names: ["专业个案 · 接案", "专业个案 · 节数", "专业小组 · 节数"], wrong: { K6: 6 }, found: "total-mismatch 表!K6"
  },
  "cards of three rows side by side without merged names": {
    cells: rows("A1", [["党建-微心愿", null, null, null, "党建-共建"], ["协议量", "完成量", "百分比", null, "协议量", "完成量", "百分比"], [10, 5, percent("=B3/A3"), null, 8, 8, percent("=F3/E3")],
      [null], ["志愿服务", null, null, null, "社区教育"], ["协议量", "完成量", "百分比", null, "协议量", "完成量", "百分比"], [30, 18, percent("=B7/A7"), null, 12, 6, percent("=F7/E7")]]),
    tables: ["cards 表!A1:G7"], names: ["党建-微心愿", "党建-共建", "志愿服务", "社区教育"], wrong: { G7: percent("=F3/E7") }, found: "formula-wrong 表!G7"
  }
};

describe("layouts", () => {
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    test(`${name}: recognised, and nothing reported`, () => {
      const found = report(sheet(layout.cells, layout.merges));
      expect(found.error).toBeNull();
      expect(tables(found)).toEqual(layout.tables);
      expect([...new Set(found.evaluation!.indicators.map((indicator) => indicator.name))]).toEqual(layout.names);
      expect(worse(found)).toEqual([]);
    });
    test(`${name}: a wrong cell is found`, () => {
      expect(worse(report(sheet({ ...layout.cells, ...layout.wrong }, layout.merges)))).toEqual([layout.found]);
    });
  }
});

test("two stations below one another, in one period: each by itself", () => {
  const block = (top: number, station: string, done: number): Record<string, CellSpec> => rows(`A${top}`, [
    [`${station}社工站指标完成情况统计表（2024年9月10日至2025年2月28日）`], ["服务片区", "电访"], [null, "协议量", "完成量", "百分比"],
    ["东", 10, done, percent(`=C${top + 3}/B${top + 3}`)], ["西", 20, 8, percent(`=C${top + 4}/B${top + 4}`)],
    ["合计", `=SUM(B${top + 3}:B${top + 4})`, `=SUM(C${top + 3}:C${top + 4})`, percent(`=C${top + 5}/B${top + 5}`)]
  ]);
  expect(worse(report(sheet({ ...block(1, "甲街", 5), ...block(9, "乙街", 6) })))).toEqual([]);
  expect(worse(report(sheet({ ...block(1, "甲街", 5), ...block(9, "甲街", 6) })))).toEqual(["same-indicator 表!C14"]);
});

describe("what is no table", () => {
  const texts = [["完成情况", "很好"], ["目标", "提高服务质量"], ["进度", "正常"]];
  test.each<[string, Record<string, CellSpec>]>([
    ["a plan in words", rows("A1", texts)],
    ["numbers with heads of their own", rows("A1", [["项目", "预算", "支出", "结余"], ["活动", 100, 40, 60], ["合计", 100, 40, 60]])],
    ["an empty sheet", {}]
  ])("%s", (_, cells) => expect(report(sheet(cells)).error?.code).toBe("no-table"));
});
