import { sheetOf, workbookOf } from "../../../test/support/roster-builder";
import { findScores } from "./scores";

test("a score table anywhere, with other words and a column of parties", () => {
  const [table] = findScores(workbookOf(sheetOf("x", {
    C5: "甲街社工站评分表", C6: "评估主体", D6: "评估内容", E6: "标 准 分", F6: "得分", G6: "折算得分",
    C7: "第三方", D7: "服务监测", E7: 10, F7: 9, G7: 9, D8: "服务成效", E8: 15, F8: 12, G8: 12, D9: "运营管理", E9: 10, F9: 9, G9: 9,
    D10: "服务质量（东片区）", E10: 20, F10: 16, G10: 17, D11: "服务质量（西片区）", E11: 20, F11: 18,
    C12: "购买方", E12: 20, F12: 18, G12: 18, C13: "督导中心", E13: 15, F13: 12, G13: 12, C14: "监督方", E14: 10, F14: 8, G14: 8, C15: "总分", E15: 100, G15: 85
  }, ["C7:C11", "C12:D12", "C13:D13", "C14:D14", "G10:G11"])));
  expect(table).toMatchObject({ rect: { top: 6, left: 3, bottom: 15, right: 7 }, title: "甲街社工站评分表", total: { converted: { number: 85 } } });
  expect(table!.rows.map((row) => [row.item, row.score?.number])).toEqual([
    ["monitoring", 9], ["effect", 12], ["operation", 9], ["quality", 16], ["quality", 18], ["purchaser", 18], ["guidance", 12], ["supervisor", 8]
  ]);
});

test.each<[string, Record<string, string | number>, [string, number][], string | null]>([
  ["four lines", { A1: "购买方评估 得分：19.40分", A2: "监督方评估得分：7.80分", B3: "督导中心评估　得分:11.9分", A4: "第三方评估 得分 46.35 分", A5: "总分：85.45分", A6: "评估等级：良好" },
    [["purchaser", 19.4], ["supervisor", 7.8], ["guidance", 11.9], ["thirdParty", 46.35], ["total", 85.45]], "良好"],
  ["words and numbers beside each other", { A1: "购买方评估得分", B1: 19.4, A2: "总得分", B2: 85.45, A3: "评估等级", B3: "优秀" }, [["purchaser", 19.4], ["total", 85.45]], "优秀"],
  ["several in one cell", { A1: "购买方得分：18.00分；监督方得分：8.70分" }, [["purchaser", 18], ["supervisor", 8.7]], null],
  ["不合格 is not 合格", { A1: "总分：55分", A2: "评估等级：不合格" }, [["total", 55]], "不合格"]
])("%s", (_, cells, lines, grade) => {
  const [found] = findScores(workbookOf(sheetOf("报告", cells)));
  expect(found!.lines.map((line) => [line.party, line.value])).toEqual(lines);
  expect(found!.grade?.grade ?? null).toBe(grade);
});

test("no scores: other tables", () => {
  expect(findScores(workbookOf(sheetOf("x", { A1: "评估内容", B1: "得分", A2: "甲", B2: 1 }), sheetOf("y", { A1: "本次评估由第三方进行" })))).toEqual([]);
});

test("what two evaluations lie apart is no evaluation", () => {
  const items: [string, number, number, number][] = [["服务监测", 10, 8.6, 9.4], ["服务成效", 15, 12.5, 14], ["运营管理", 10, 8.6, 9.1], ["服务质量", 20, 16.9, 18.4], ["购买方", 20, 17.5, 16.4]];
  const cells = Object.fromEntries(items.flatMap(([name, points, before, after], i): [string, string | number][] => [[`A${i + 2}`, name], [`B${i + 2}`, points], [`C${i + 2}`, before], [`D${i + 2}`, after], [`E${i + 2}`, Number((after - before).toFixed(1))]]));
  const tables = findScores(workbookOf(sheetOf("x", { A1: "评估内容", B1: "标准分", C1: "2024年", D1: "2025年", E1: "增减", ...cells, A7: "总分", B7: 75, C7: 64.1, D7: 67.3, E7: 3.2 })));
  expect(tables.map(({ rows }) => rows.map(({ score }) => score?.at.column))).toEqual([[4, 4, 4, 4, 4], [3, 3, 3, 3, 3]]);
});

test("小计 above their items, each with the items up to the next", () => {
  const [table] = findScores(workbookOf(sheetOf("自评", {
    A1: "某街社工站自评表（扣分制）", A2: "类别", B2: "自评项目", C2: "标准分", D2: "扣分", E2: "自评得分",
    A3: "组织保障", B3: "小计", C3: 20, D3: 1, E3: 19, B4: "阵地", C4: 10, D4: 0, E4: 10, B5: "队伍", C5: 10, D5: 1, E5: 9,
    A6: "服务", B6: "小计", C6: 60, D6: 4, E6: 56, B7: "个案", C7: 30, D7: 2, E7: 28, B8: "小组", C8: 30, D8: 2, E8: 28,
    A9: "档案", B9: "小计", C9: 20, D9: 0, E9: 20, B10: "档案", C10: 10, D10: 0, E10: 10, B11: "财务", C11: 10, D11: 0, E11: 10, A12: "合计", C12: 100, D12: 5, E12: 95
  }, ["A3:A5", "A6:A8", "A9:A11", "A12:B12"])));
  const added = table!.sums.filter(({ of }) => of === "score").map(({ cell, units }) => [cell.at.row, units.flatMap(({ cells }) => cells.map(({ at }) => at.row))]);
  expect(added).toEqual([[3, [4, 5]], [6, [7, 8]], [9, [10, 11]], [12, [4, 5, 7, 8, 10, 11]]]);
});
