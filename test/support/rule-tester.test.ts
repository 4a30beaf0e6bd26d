import { say } from "../../src/messages";
import { finding } from "../../src/rules/finding";
import { errorValue } from "../../src/rules/indicators/error-value";
import type { Rule } from "../../src/rules/rule";
import { problemsOf } from "./rule-tester";
import { clean, stationWith } from "./station";

const wrong = () => stationWith({ "卡!D3": { v: { error: "#N/A" as const } } });
const at = { at: "卡!D3" };

test.each([
  ["a table that proves something", { valid: { clean }, invalid: { wrong: [wrong, at] } }, []],
  ["an invalid case that names no finding", { valid: { clean }, invalid: { wrong: [wrong] } }, ["\"wrong\" names no finding"]],
  ["no case of a kind", { valid: {}, invalid: {} }, ["no valid case", "no invalid case"]],
  ["a workbook twice", { valid: { clean, again: clean }, invalid: { wrong: [wrong, at], same: [wrong, at] } }, ["\"again\" is the workbook of \"clean\"", "\"same\" is the workbook of \"wrong\""]]
] as const)("%s", (_, cases, problems) => expect(problemsOf(errorValue, cases)).toEqual(problems));

test("a rule that nobody listed, and one that changes its input", () => {
  const rule: Rule = {
    meta: errorValue.meta,
    *check({ tables }) {
      const [matrix] = tables.matrices;
      (matrix as { title: string }).title = "";
      yield finding(this.meta, { sheet: "指标", row: 1, column: 1 }, { message: () => say("error-value"), basis: say("basis-rate"), subject: { table: "indicators", row: "", column: "" } });
    }
  };
  expect(problemsOf(rule, { valid: { clean }, invalid: { wrong: [clean.bind(null), at] } })).toEqual(["the rule is not in the list", "the rule changes what it looks at in \"clean\"", "the rule changes what it looks at in \"wrong\"", "\"wrong\" is the workbook of \"clean\""]);
});
