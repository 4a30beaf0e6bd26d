import { say } from "../../messages";
import type { Measure } from "../text/measures";
import { credible } from "./credible";
import { isTellingSlip } from "./slips";
import { agrees, contradicts, type Proof } from "./statement";

const place = { paragraph: 0, start: 0, end: 5, quote: "" };

/** A number at the end of a clause. */
function measureIn(text: string): Measure {
  return { line: { text }, token: { start: text.length, end: text.length }, group: { start: 0, end: text.length }, sentence: { start: 0, end: text.length } } as unknown as Measure;
}

function accused(kind: string, actual: string, expected: string, clause = "增加54次", explainedBy: string | null = null): boolean {
  const measure = measureIn(clause);
  const proof = contradicts([measure], { kind, place }, { rule: "report-rate", severity: "warning", message: say("statement-label-sentence"), actual, expected });
  const others: Proof[] = explainedBy === null ? [] : [agrees([measure], { kind: explainedBy, place })];
  return credible([proof, ...others])[0]!.verdict === "contradicts";
}

test.each([
  ["what words expect, and near", "difference", "54次", "64次", true],
  ["what words expect, but nowhere near", "difference", "1名", "96名", false],
  ["far, and yet digits changed about", "difference", "14.11个百分点", "41.11个百分点", true],
  ["far, and yet a digit left out", "share", "46.97%", "146.97%", true],
  ["named by a term of its own", "attendance-shortage", "4.5人次", "1.5人次", true],
  ["the name of a row before it, no slip", "value", "30个", "28个", false],
  ["the name of a row before it, one digit of two", "value", "17个", "37个", false],
  ["the name of a row before it, a slip", "value", "1569次", "1596次", true],
  ["more or fewer, the number being right", "attendance-surplus", "5.5人次", "-5.5人次", true],
  ["a wrong name", "rank", "电访", "探访", true]
])("%s", (_, kind, actual, expected, told) => expect(accused(kind, actual, expected)).toBe(told));

test("a mark of a party is told where the party is named, another only as a slip", () => {
  expect(accused("score-party", "17.00分", "16.50分", "服务质量得分17.00分")).toBe(false);
  expect(accused("score-party", "8.70分", "8.60分", "监督方8.70分")).toBe(true);
});

test("what another reading explains is not accused; what its own term names, only where another term explains it", () => {
  expect(accused("difference", "54次", "64次", "增加", "derived")).toBe(false);
  expect(accused("indicator-count", "54次", "64次", "增加54次", "value")).toBe(true);
  expect(accused("indicator-count", "54次", "64次", "增加54次", "indicator-target")).toBe(false);
});

test("what a reading expects that the base of a rate tells is told however far", () => {
  expect(accused("ratio", "50.00%", "137.50%", "接案11个，达本片区指标8个的")).toBe(true);
  expect(accused("ratio", "13.70%", "40.00%", "会员540人，其中长者216人，占")).toBe(true);
  expect(accused("ratio", "83.52%", "222.22%", "人员费用147万元，全年支出176万元，占总支出的")).toBe(false);
});

test.each([
  [1810, 1710, true], [339, 329, true], [3.41, 3.14, true], [49.34, 49.64, true], [115, 1150, true], [46.97, 146.97, true],
  [12, 14, false], [90, 95, false], [10, 30, false], [1000, 3000, false], [17, 16.5, false], [27, 49, false]
])("%d for %d: a slip that tells is %s", (actual, expected, tells) => expect(isTellingSlip(actual, expected)).toBe(tells));
