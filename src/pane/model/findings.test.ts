import { sampleFinding, sampleReport } from "../../../test/sample-report";
import { groupPlace, keyFindings, mendable, neighbour, NO_FILTER, sameKind, shownGroups, tableKey, type Filter } from "./findings";

const { tables } = sampleReport();
const FIX = { sheet: "附件1 对照表", cell: "D9", kind: "value", before: 0.5, after: 0.6, why: "" } as const;
const findings = keyFindings([
  sampleFinding({ fingerprint: "a", cell: "D9", severity: "info", message: "进度落后" }),
  sampleFinding({ fingerprint: "b", cell: "D12", severity: "error", message: "完成百分比不对", fix: FIX }),
  sampleFinding({ fingerprint: "c", cell: "H9", severity: "warning", rule: "other", fix: FIX }),
  sampleFinding({ fingerprint: "d", sheet: "附件1 指标完成情况", cell: "E4", severity: "error", actual: "178.31%" }),
  sampleFinding({ fingerprint: "e", sheet: "别处", cell: "A1", severity: "warning" }),
  sampleFinding({ fingerprint: "f", cell: "D15", fix: FIX, ignored: { reason: "已核实" } })
]);

function shown(filter: Partial<Filter> = {}): string[][] {
  return shownGroups(findings, tables, { ...NO_FILTER, ...filter }).map((group) => group.findings.map(({ key }) => key));
}

test("findings that share a fingerprint have keys of their own", () => {
  const keys = keyFindings([sampleFinding({ fingerprint: "x" }), sampleFinding({ fingerprint: "y" }), sampleFinding({ fingerprint: "x" })]);
  expect(keys.map(({ key }) => key)).toEqual(["x", "y", "x#2"]);
});

test("findings stand by table, what is wrong first; ignored ones stand elsewhere", () => {
  expect(shown()).toEqual([["b", "c", "a"], ["d"], ["e"]]);
});

test("of two tables of a kind on one sheet the range tells which is meant", () => {
  const [first] = tables;
  const groups = [{ table: first!, sheet: first!.sheet }, { table: { ...first!, range: "A20:H30" }, sheet: first!.sheet }, { table: tables[1]!, sheet: tables[1]!.sheet }, { table: null, sheet: first!.sheet }];
  expect(groups.map((group) => groupPlace(group, groups))).toEqual([`${first!.sheet} ${first!.range}`, `${first!.sheet} A20:H30`, tables[1]!.sheet, first!.sheet]);
});

test.each<[string, Partial<Filter>, string[][]]>([
  ["a severity", { severity: "error" }, [["b"], ["d"]]],
  ["a table", { table: tableKey("附件1 对照表", tables[1]!) }, [["b", "c", "a"]]],
  ["what lies outside the tables", { table: tableKey("别处", null) }, [["e"]]],
  ["words of the sentence", { search: "完成百分比" }, [["b"]]],
  ["several words, in any case and width", { search: "d１２  对照" }, [["b"]]],
  ["what the cell shows", { search: "178.31" }, [["d"]]],
  ["words that nothing has", { search: "没有的词" }, []]
])("the filter lets %s through", (_, filter, expected) => {
  expect(shown(filter)).toEqual(expected);
});

test("stepping goes through the list as it is shown, and round", () => {
  const groups = shownGroups(findings, tables, NO_FILTER);
  const walk = (from: string | null, step: 1 | -1) => neighbour(groups, from, step)?.key ?? null;
  expect([walk(null, 1), walk(null, -1), walk("a", 1), walk("d", -1), walk("e", 1), walk("b", -1)]).toEqual(["b", "e", "d", "a", "b", "e"]);
  expect(neighbour([], null, 1)).toBeNull();
});

test("of one kind are findings of the rule that can be mended and are not ignored", () => {
  expect(sameKind(findings, "rate-mismatch").map(({ key }) => key)).toEqual(["b"]);
});

test("what can be mended is looked at over all kinds", () => {
  expect(mendable(findings).map(({ key }) => key)).toEqual(["b", "c"]);
});
