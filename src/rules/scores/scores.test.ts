import { buildRoster, sheetOf, workbookOf, type PersonSpec } from "../../../test/support/roster-builder";
import { render } from "../../messages";
import { check } from "../../report/check";
import { parseSettings, type SettingsInput } from "../../settings";
import { addressName, type Scalar, type Sheet, type Workbook } from "../../workbook";

const CELLS: Record<string, Scalar> = {
  A1: "广州市甲街社工站评分表", A2: "评估内容", B2: "标准分", C2: "评分", D2: "折算分",
  A3: "服务监测", B3: 10, C3: 8.93, D3: 8.93, A4: "服务成效", B4: 15, C4: 12.4, D4: 12.4, A5: "运营管理", B5: 10, C5: 9.6, D5: 9.6,
  A6: "服务质量（第1片区）", B6: 20, C6: 16.8, D6: 16.43, A7: "服务质量（第2片区）", B7: 20, C7: 16, A8: "服务质量（第3片区）", B8: 20, C8: 16.5,
  A9: "购买方", B9: 20, C9: 18.5, D9: 18.5, A10: "督导中心", B10: 15, C10: 12.75, D10: 12.75, A11: "监督方", B11: 10, C11: 8.5, D11: 8.5,
  A12: "总分", B12: 100, D12: 87.11, A14: "评估等级：良好"
};

function scores(change: Record<string, Scalar> = {}): Sheet {
  return sheetOf("评分", { ...CELLS, ...change }, ["D6:D8"]);
}

function found(workbook: Workbook, input: SettingsInput = {}): string[] {
  const findings = check(workbook, parseSettings(input))!.findings.filter((finding) => finding.rule.startsWith("score"));
  for (const finding of findings) expect(`${render(finding.message)}${render(finding.message, "en")}`).not.toMatch(/\{\w+\}/);
  return findings.map((finding) => `${finding.severity} ${finding.rule} ${addressName(finding.at)} ${finding.expected}${finding.consequences.map((one) => ` >${addressName(one.at)}=${one.expected}`).join("")}`);
}

/** The same table with a 小计 of the third party before the other parties. */
const WITH_SUBTOTAL: Record<string, Scalar> = {
  A9: "第三方小计", B9: 55, C9: null, D9: 47.36, A10: "购买方", B10: 20, C10: 18.5, D10: 18.5, A11: "督导中心", B11: 15, C11: 12.75, D11: 12.75,
  A12: "监督方", B12: 10, C12: 8.5, D12: 8.5, A13: "总分", B13: 100, C13: null, D13: 87.11
};

test.each<[string, Record<string, Scalar>, string[]]>([
  ["a clean table", {}, []],
  ["a 小计 of the third party", WITH_SUBTOTAL, []],
  ["a wrong 小计, the total follows", { ...WITH_SUBTOTAL, D9: 47.46, D13: 87.21 }, ["error score-sum D9 47.36"]],
  ["a wrong total beside a 小计", { ...WITH_SUBTOTAL, D13: 134.47 }, ["error score-sum D13 87.11"]],
  ["a score above its maximum", { C3: 10.5, D3: 10.5, D12: 88.68 }, ["error score-maximum C3 "]],
  ["a party above its maximum", { C9: 21, D9: 21, D12: 89.61 }, ["error score-maximum C9 "]],
  ["a wrong mean, the total follows", { D6: 16.8, D12: 87.48 }, ["error score-mean D6 16.43 >D12=87.11"]],
  ["a wrong mean under a right total", { D6: 16.8 }, ["error score-mean D6 16.43"]],
  ["a wrong conversion", { D9: 18, D12: 86.61 }, ["error score-mean D9 18.50 >D12=87.11"]],
  ["a wrong total", { D12: 88.11 }, ["error score-sum D12 87.11"]],
  ["a wrong total under the right grade", { D12: 97.11 }, ["error score-sum D12 87.11"]],
  ["a wrong grade", { A14: "评估等级：优秀" }, ["error score-grade A14 良好"]],
  ["不合格 in spite of the total", { A14: "评估等级：不合格" }, ["warning score-grade A14 良好"]],
  ["a line that differs from the table", { A16: "购买方评估 得分：18.00分" }, ["error score-sum A16 18.50"]],
  ["a line that agrees with the score under a wrong conversion", { D9: 18, D12: 86.61, A16: "购买方评估 得分：18.50分" }, ["error score-mean D9 18.50 >D12=87.11"]],
  ["a line that repeats a number above its maximum", { C9: 21, D9: 21, D12: 89.61, A16: "购买方评估 得分：21.00分" }, ["error score-maximum C9 "]],
  ["a line of its own above its maximum", { A16: "购买方评估 得分：21.00分" }, ["error score-sum A16 18.50"]],
  ["a grade in the last column", { A14: "评估等级", D14: "优秀" }, ["error score-grade D14 良好"]],
  ["a grade in the last column, right", { A14: "评估等级：", D14: "良好" }, []],
  ["a grade under its word", { A14: "评估等级", A15: "优秀" }, ["error score-grade A15 良好"]],
  ["a line that agrees", { A16: "购买方评估 得分：18.50分" }, []],
  ["scores out of 100 are converted", { B9: 100, C9: 92.5 }, []]
])("%s", (_, change, expected) => expect(found(workbookOf(scores(change)))).toEqual(expected));

test("score lines without a table", () => {
  const lines = { A1: "购买方评估 得分：19.40分", A2: "监督方评估 得分：7.80分", A3: "督导中心评估 得分：11.90分", A4: "第三方评估 得分：46.35分", A5: "总得分：85.45分", A6: "评估等级：良好" };
  expect(found(workbookOf(sheetOf("报告", lines)))).toEqual([]);
  expect(found(workbookOf(sheetOf("报告", { ...lines, A5: "总得分：86.45分" })))).toEqual(["error score-sum A5 85.45"]);
  expect(found(workbookOf(sheetOf("报告", { ...lines, A1: "购买方评估 得分：20.40分", A5: "总得分：86.45分" })))).toEqual(["error score-maximum A1 "]);
});

test("a shortage that makes 不合格 beside a better grade", () => {
  const persons = Array.from({ length: 10 }, (): PersonSpec => ({ months: "11" }));
  const roster = buildRoster({ months: ["2024年9月", "10月"], persons });
  expect(found(workbookOf(scores(), roster.sheet))).toEqual(["warning score-shortage A14 "]);
  expect(found(workbookOf(scores(), roster.sheet), { headcount: 10 })).toEqual([]);
});

test("a veto that was ticked makes 不合格 right", () => expect(found(workbookOf(scores({ A14: "评估等级：不合格" })), { vetoes: { spending: true } })).toEqual([]));

test("a score that no number holds leaves the party's score open", () => {
  const { evaluation } = check(workbookOf(scores({ D3: 1e308 })), parseSettings({}))!;
  expect(evaluation.scores!.parties.thirdParty).toBeNull();
});
