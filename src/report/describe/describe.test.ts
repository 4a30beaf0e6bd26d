import { buildRoster, type PersonSpec } from "../../../test/support/roster-builder";
import { scoresWith } from "../../../test/support/score-cases";
import { rows, workbookOf } from "../../../test/support/sheet-builder";
import { cleanStation, percent, stationWith } from "../../../test/support/station";
import type { Workbook } from "../../workbook";
import { checkWorkbook } from "..";
import { describeTables, proposeTable } from ".";

/** "D 完成量 done": a column, its head and what it is read as. */
const columnsOf = (workbook: Workbook, table = 0): string[] => describeTables(workbook)[table]!.columns.map(({ letter, words, role }) => `${letter} ${words} ${role}`);
const evidenceOf = (workbook: Workbook, letter: string, table = 0): string => describeTables(workbook)[table]!.columns.find((column) => column.letter === letter)!.evidence;
const rowsOf = (workbook: Workbook, table = 0): string[] => describeTables(workbook)[table]!.rows.map(({ row, label, is }) => `${row} ${label} ${is}`);

const list = (heads: readonly string[]): Workbook => workbookOf({ 清单: { cells: rows("A1", [
  [...heads], ["电访", 600, 590, percent("=C2/B2")], ["家访", 80, 96, percent("=C3/B3")], ["个案", 20, 15, percent("=C4/B4")], ["小组", 12, 12, percent("=C5/B5")]
]) } });
const PERSONS: PersonSpec[] = [{ months: "1111" }, { months: "h110", remark: "2024.11.20入职\n2025.1.31离职" }, { months: "1111" }, { months: "1111", group: "uncertified" }];
const roster = buildRoster({ months: ["11月", "12月", "2025年1月", "2月"], persons: PERSONS }).workbook;

describe("columns", () => {
  test.each<[string, Workbook, number, string[]]>([
    ["heads in words nobody listed", list(["项目", "目标", "实绩", "占比"]), 0, ["A 项目 name", "B 目标 target", "C 实绩 done", "D 占比 rate"]],
    ["no heads at all", list(["", "", "", ""]), 0, ["A  name", "B  target", "C  done", "D  rate"]],
    ["points and scores", scoresWith()(), 0, ["A 评估内容 name", "B 标准分 standard", "C 评分 score", "D 折算分 converted"]]
  ])("%s", (_, workbook, table, expected) => expect(columnsOf(workbook, table)).toEqual(expected));

  test("one that holds targets and rates below one another has no single role", () => {
    const turned = workbookOf({ 表: { cells: rows("A1", [["指标", "电访", "家访", "个案"], ["协议量", 600, 80, 20], ["完成量", 590, 96, 15], ["完成率", percent("=B3/B2"), percent("=C3/C2"), percent("=D3/D2")]]) } });
    expect(columnsOf(turned).slice(1)).toEqual(["B 电访 none", "C 家访 none", "D 个案 none"]);
    expect(evidenceOf(turned, "B")).toContain("上下排列");
  });

  test.each<[string, Workbook, string, string]>([
    ["formulas", list(["项目", "目标", "实绩", "占比"]), "D", "当作百分比：表头“占比”，D2＝C2÷B2 等 4 处公式"],
    ["values", workbookOf({ 清单: { cells: rows("A1", [["项目", "目标", "实绩", "占比"], ["电访", 600, 590, percent(0.9833)], ["家访", 80, 96, percent(1.2)], ["个案", 20, 15, percent(0.75)], ["小组", 12, 12, percent(1)]]) } }), "C", "当作完成量：表头“实绩”，D2＝C2÷B2 等 4 处数值"],
    ["cells that are filled", list(["项目", "目标", "实绩", "占比"]), "A", "当作名称：表头“项目”，4 格有内容"]
  ])("the evidence of %s", (_, workbook, letter, expected) => expect(evidenceOf(workbook, letter)).toBe(expected));
});

describe("rows", () => {
  test("areas, total, heads", () => expect(rowsOf(stationWith({})).slice(0, 6)).toEqual([
    "2 服务片区 head", "3 服务片区 head", "4 片区1 area", "5 片区2 area", "6 片区3 area", "7 合计 total"
  ]));

  test("persons and what stands under them", () => {
    const kinds = describeTables(roster)[0]!.rows.map(({ is }) => is);
    expect(kinds.filter((is) => is === "person")).toHaveLength(4);
    expect(kinds.filter((is) => is === "bottom").length).toBeGreaterThan(2);
    expect(kinds.at(-1)).toBe("retention");
  });
});

test("marks with what they mean and how often they stand there", () => {
  expect(describeTables(roster)[0]!.marks.map(({ text, means }) => `${text} ${means}`)).toEqual(["√ present", "—— absent"]);
});

describe("a region that is pointed to", () => {
  const pointed = (cells: ReturnType<typeof rows>, range: string, more: { isExact?: boolean } = {}) => proposeTable(workbookOf({ 表: { cells } }), { sheet: "表", range, ...more })!;
  const roles = (told: ReturnType<typeof pointed>): string => told.columns.map(({ role }) => role).join(" ");

  test.each<[string, ReturnType<typeof rows>, string, string, string, number]>([
    ["plain numbers right before percentages", rows("B2", [["甲", "乙", "丙", "丁"], ["子", 40, 30, percent(0.75)], ["丑", 50, 45, percent(0.9)]]), "C3", "list", "name target done rate", 1],
    ["a total row makes a matrix", rows("B2", [["甲", "乙", "丙", "丁"], ["子", 40, 30, percent(0.75)], ["合计", 40, 30, percent(0.75)]]), "C3", "matrix", "name target done rate", 1],
    ["signs make a roster", rows("A1", [["谁", "一", "二", "三", "共"], ["张甲", "P", "P", "P", 3], ["李乙", "P", "Q", "P", 2], ["王丙", "P", "P", "P", 3], ["赵丁", "P", "P", "Q", 2]]), "B2", "roster", "name mark mark mark total", 1],
    ["a title over it is no part of it", rows("A1", [["某某一览"], ["甲", "乙", "丙", "丁"], ["子", 40, 30, percent(0.75)], ["丑", 50, 45, percent(0.9)]]), "B3", "list", "name target done rate", 1],
    ["nothing but numbers has no heads", rows("A1", [["子", 40, 30, percent(0.75)], ["丑", 50, 45, percent(0.9)]]), "B1", "list", "name target done rate", 0]
  ])("%s", (_, cells, range, kind, expected, headRows) => {
    const told = pointed(cells, range);
    expect([told.kind, roles(told), told.headRows]).toEqual([kind, expected, headRows]);
  });

  test("a sheet that is not there, or a place that is none, proposes nothing", () => {
    expect(proposeTable(stationWith({}), { sheet: "没有", range: "A1" })).toBeNull();
    expect(proposeTable(stationWith({}), { sheet: "指标", range: "到处" })).toBeNull();
  });

  test("what was read, told as it is, reads the same", () => {
    const workbook = workbookOf(cleanStation());
    const described = describeTables(workbook).filter(({ proposal }) => proposal.kind === "matrix" || proposal.kind === "list");
    const told = checkWorkbook(workbook, { settings: { profiles: described.map(({ proposal }) => proposal) } });
    expect(told.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("questions", () => {
  const asked = (workbook: Workbook): string[] => checkWorkbook(workbook).questions.map(({ text }) => text);
  test("none where everything is read", () => {
    expect(asked(stationWith({}))).toEqual([]);
    expect(asked(roster)).toEqual([]);
  });

  test("what a sign that nothing explains means, with an answer each way", () => {
    const people = ["1111", "1111", "1111", "h110", "1111", "1111"].map((months, i): PersonSpec => ({ months: months.replace("h", "0"), ...(i > 3 && { group: "uncertified" }) }));
    const { questions } = checkWorkbook(buildRoster({ months: ["11月", "12月", "2025年1月", "2月"], persons: people, present: "K", absent: "Z", formulas: false }).workbook);
    expect(questions.map(({ text }) => text)).toEqual([expect.stringContaining("的“K”是到岗吗？"), expect.stringContaining("的“Z”是到岗吗？")]);
    expect(questions[0]!.answers.map(({ label, told }) => [label, told.kind, told.marks])).toEqual([
      ["是", "roster", [{ mark: "K", means: "present" }]], ["不是", "roster", [{ mark: "K", means: "absent" }]]
    ]);
  });

  test("whether a region that looks like a table is one; 不是 silences it", () => {
    const region = workbookOf({ 表: { cells: rows("A1", [["甲", "乙", "丙", "丁"], ["子", 40, 30, percent(0.7)], ["丑", 50, 45, percent(0.8)], ["寅", 20, 19, percent(0.5)], ["卯", 32, 40, percent(1.2)]]) }, ...Object.fromEntries(Object.entries(cleanStation())) });
    const { questions } = checkWorkbook(region);
    for (const { answers: [, no] } of questions) expect(checkWorkbook(region, { settings: { profiles: [no!.told] } }).questions).toEqual([]);
    expect(questions.length).toBeLessThanOrEqual(3);
  });
});
