import { sampleFinding, sampleReport } from "../../test/sample-report";
import { groupFindings } from "./group";

const { tables } = sampleReport();

test("groups by the table that holds the cell, in the order of the report", () => {
  const groups = groupFindings([
    sampleFinding({ cell: "D9" }),
    sampleFinding({ sheet: "附件1 指标完成情况", cell: "W9" }),
    sampleFinding({ cell: "I20" }),
    sampleFinding({ cell: "A1" })
  ], tables);
  expect(groups.map(({ table, sheet, findings }) => [table?.kind ?? null, sheet, findings.map(({ cell }) => cell)])).toEqual([
    ["cards", "附件1 对照表", ["D9", "I20"]],
    ["indicators", "附件1 指标完成情况", ["W9"]],
    [null, "附件1 对照表", ["A1"]]
  ]);
});

test("what a rule of scores or of attendance says of a cell beside its table stands under that table", () => {
  const scores = { ...tables[0]!, kind: "scores" as const, sheet: "评分", range: "A3:D12" };
  const findings = [sampleFinding({ rule: "score-grade", sheet: "评分", cell: "B15" }), sampleFinding({ rule: "formula-wrong", sheet: "评分", cell: "C15" })];
  expect(groupFindings(findings, [...tables, scores]).map(({ table }) => table?.kind ?? null)).toEqual(["scores", null]);
});

test("puts a finding without a cell beside the tables of its sheet", () => {
  expect(groupFindings([sampleFinding({ cell: "" })], tables)[0]?.table).toBeNull();
});
