import { linesWith, scoresWith } from "../../../test/support/score-cases";
import { testRule } from "../../../test/support/rule-tester";
import { rows, workbookOf, type CellSpec } from "../../../test/support/sheet-builder";
import { checkWorkbook } from "../../report";
import { scoreMaximum } from "./score-maximum";

/** A table that gives points and takes some off, the most of which stands there as a negative number. */
const withDeduction = (taken: number, rate = "=C3/B3") => () => workbookOf({ 评分: { cells: rows("A1", [
  ["甲街社工站评估得分"], ["评估项目", "满分", "得分", "得分率"],
  ...([["服务成效", 40, 36], ["服务管理", 20, 17], ["专业规范", 20, 18], ["财务管理", 10, 9], ["人员配备", 10, 8]] as const).map((line, i): CellSpec[] => [...line, { f: i === 0 ? rate : `=C${i + 3}/B${i + 3}`, format: "0.0%" }]),
  ["基础分合计", "=SUM(B3:B7)", "=SUM(C3:C7)"], ["加分项", 2, 1], ["扣分项", -2, taken], ["最终得分", null, "=C8+C9+C10"]
]), merges: ["A1:D1"] } });

testRule(scoreMaximum, {
  valid: { "a clean table": scoresWith(), "less taken off than may be": withDeduction(-0.5) },
  invalid: {
    "a score": [scoresWith({ C3: 10.5, D3: 10.5, D12: 88.68 }), { at: "评分!C3", severity: "error", expected: "" }],
    "more taken off than may be": [withDeduction(-3), { at: "评分!C10", severity: "error" }],
    "a party": [scoresWith({ C9: 21, D9: 21, D12: 89.61 }), { at: "评分!C9", severity: "error" }],
    "a line repeats the number": [scoresWith({ C9: 21, D9: 21, D12: 89.61, A16: "购买方评估 得分：21.00分" }), { at: "评分!C9" }],
    "a line without a table": [linesWith({ A1: "购买方评估 得分：20.40分", A5: "总得分：86.45分" }), { at: "报告!A1", severity: "error" }]
  }
});

test("a wrong rate of scores is told as the cell shows rates", () => {
  const [found] = checkWorkbook(withDeduction(-0.5, "=C4/B3")()).findings.filter(({ cell }) => cell === "D3");
  expect(found).toMatchObject({ rule: "formula-wrong", actual: "42.5%", expected: "90.0%" });
});
