import { sampleFinding, sampleReport } from "../../../../test/sample-report";
import type { ReportedIndicator } from "../../../report/types";
import { byArea, byIndicator, chosenLines, filterCounts, indicatorLines, shortName } from "./indicator-list";

let row = 0;
function indicator(name: string, parts: Partial<ReportedIndicator> = {}): ReportedIndicator {
  const { target = 10, done = 5 } = parts;
  const rate = target && done !== null ? done / target : null;
  return { name, subject: name, area: null, target, done, rate, printed: "50.00%", timeShare: 0.5, table: "indicators", sheet: "表", cell: `E${++row}`, ...parts };
}

function linesOf(indicators: readonly ReportedIndicator[], findings = [] as ReturnType<typeof sampleFinding>[]) {
  const report = sampleReport({ findings });
  return indicatorLines({ ...report, evaluation: { ...report.evaluation!, indicators } });
}

describe("progress", () => {
  test.each([
    ["done", { done: 10 }], ["done", { done: 25 }], ["on-time", { done: 5 }], ["on-time", { done: 5, timeShare: 0.1 + 0.2 + 0.2 }], ["late", { done: 4 }],
    ["unknown", { target: null }], ["unknown", { done: 5, timeShare: null }], ["done", { done: 10, timeShare: null }]
  ] as const)("%s: %j", (progress, parts) => expect(linesOf([indicator("电访", parts)])[0]!.progress).toBe(progress));
});

test("an error or warning at the cell of a rate belongs to its line; ignored and informing ones do not", () => {
  const at = (cell: string, parts = {}) => sampleFinding({ sheet: "表", cell, ...parts });
  const lines = linesOf(
    [indicator("甲", { cell: "E1" }), indicator("乙", { cell: "E2" }), indicator("丙", { cell: "E3" }), indicator("丁", { cell: "E4" })],
    [at("E1"), at("E2", { ignored: { reason: "已核实" } }), at("E3", { severity: "info" }), at("E4", { sheet: "别的表" })]
  );
  expect(lines.map(({ finding }) => finding?.cell ?? null)).toEqual(["E1", null, null, null]);
});

describe("by indicator", () => {
  const all = linesOf([
    indicator("专业个案 · 接案", { area: "片区1" }), indicator("专业个案 · 接案", { area: "片区2" }),
    indicator("电访"), indicator("专业个案 · 接案", { cell: "total" }), indicator("专业个案 · 结案"),
    indicator("志愿者", { table: "overall" }),
    indicator("个案", { table: "cards", subject: "专业个案 · 接案" }), indicator("党建-微心愿", { table: "cards" }), indicator("五社联动-个案", { table: "cards" }),
    indicator("社区组织培育", { table: "cards" })
  ]);

  test("the matrix by group, the overall list, then what only cards have, by prefix", () => {
    const heads = byIndicator(all, all).map(({ kind, title, entries }) => [kind, title, entries.map(({ name }) => name)]);
    expect(heads).toEqual([
      ["matrix", "专业个案", ["专业个案 · 接案", "专业个案 · 结案"]], ["matrix", "", ["电访"]],
      ["overall", "", ["志愿者"]],
      ["additional", "党建", ["党建-微心愿"]], ["additional", "五社联动", ["五社联动-个案"]], ["additional", "", ["社区组织培育"]]
    ]);
  });
  test("the total speaks for the station, areas and cards stand under it", () => {
    const entry = byIndicator(all, all)[0]!.entries[0]!;
    expect(entry.main.indicator.cell).toBe("total");
    expect(entry.areas.map(({ indicator: { area } }) => area)).toEqual(["片区1", "片区2"]);
    expect(entry.others.map(({ indicator: { name } }) => name)).toEqual(["个案"]);
  });
  test("without its total, what is left of an indicator keeps its head", () => {
    const left = all.filter(({ indicator: { name } }) => name === "个案");
    expect(byIndicator(left, all)).toMatchObject([{ kind: "matrix", title: "专业个案", entries: [{ main: { indicator: { name: "个案" } } }] }]);
  });
  test("no line is lost", () => {
    const listed = byIndicator(all, all).flatMap(({ entries }) => entries.flatMap(({ main, areas, others }) => [main, ...areas, ...others]));
    expect(new Set(listed)).toEqual(new Set(all));
  });
});

test("of two years in one workbook each line says where it stands; what stands once does not", () => {
  const of = (sheet: string, cell: string, parts = {}) => indicator("电访", { sheet, cell, ...parts });
  expect(linesOf([of("2023", "E4"), of("2024", "E4"), of("2024", "E3", { area: "片区1" })]).map(({ source }) => source)).toEqual(["2023", "2024", null]);
  const report = sampleReport({});
  const [table] = report.tables;
  const tables = ["A2:I9", "A20:I29"].map((range) => ({ ...table!, kind: "indicators" as const, sheet: "表", range }));
  const lines = indicatorLines({ ...report, tables, evaluation: { ...report.evaluation!, indicators: [of("表", "E9"), of("表", "E29"), indicator("家访", { cell: "H4" }), indicator("家访", { cell: "H9" })] } });
  expect(lines.map(({ source }) => source)).toEqual(["表!A2:I9", "表!A20:I29", null, null]);
});

test("by area, the whole station is first", () => {
  const lines = linesOf([indicator("电访", { area: "片区1" }), indicator("电访", { area: "片区2" }), indicator("电访")]);
  expect(byArea(lines).map(({ area, lines: own }) => [area, own.length])).toEqual([[null, 1], ["片区1", 1], ["片区2", 1]]);
});

describe("search and filters", () => {
  const lines = linesOf([indicator("专业个案 · 接案", { area: "片区1", done: 4 }), indicator("专业小组 · 个数", { area: "片区1", target: null }), indicator("iCare 热线")]);
  test.each([["", 3], ["个案", 1], ["片区1", 2], ["片区1 小组", 1], ["ICARE", 1], ["没有", 0]])("%j leaves %i", (search, count) => {
    expect(chosenLines(lines, null, search)).toHaveLength(count);
  });
  test("counts tell what each filter leaves", () => {
    expect(filterCounts(lines)).toEqual({ "wrong": 0, "behind": 1, "without-target": 1 });
    expect(chosenLines(lines, "behind", "").map(({ indicator: { name } }) => name)).toEqual(["专业个案 · 接案"]);
    expect(chosenLines(lines, "without-target", "接案")).toEqual([]);
  });
});

test.each([["专业个案 · 接案", "专业个案", "接案"], ["党建-微心愿", "党建", "微心愿"], ["党建—微心愿", "党建", "微心愿"], ["电访", "", "电访"], ["社区调研", "党建", "社区调研"]])("%s under %s is %s", (name, title, short) => {
  expect(shortName(name, title)).toBe(short);
});
