import { sampleFinding, sampleReport } from "../../test/sample-report";
import { comparisonRow, comparisonSheets, doublesOf, findDuplicates, namesOfDoubles, shownNames } from "./index";

const failed = sampleReport({ file: "坏.xlsx", station: null, period: null, findings: [], evaluation: null, error: { code: "corrupt", message: "文件已损坏" } });

test.each([
  ["errors", sampleReport({ findings: [sampleFinding({ severity: "error" }), sampleFinding({ severity: "warning" })] }), "errors", 1, 1],
  ["warnings only", sampleReport({ findings: [sampleFinding({ severity: "warning" })] }), "warnings", 0, 1],
  ["information only", sampleReport({ findings: [sampleFinding({ severity: "info" })] }), "clean", 0, 0],
  ["an ignored error", sampleReport({ findings: [sampleFinding({ severity: "error", ignored: { reason: "已核实" } })] }), "clean", 0, 0],
  ["not filled in", sampleReport({ findings: [], coverage: { rates: 0, formulas: 73 } }), "blank", 0, 0],
  ["not read", failed, "failed", 0, 0]
])("the state of a workbook: %s", (_, report, state, errors, warnings) => {
  expect(comparisonRow(report)).toMatchObject({ state, errors, warnings });
});

test("doubles: the same bytes, the same station and period, nothing else", () => {
  const other = { ...sampleReport(), period: { start: "2020-01-01", end: "2020-06-30", months: 6 } };
  const rows = [sampleReport(), sampleReport(), sampleReport(), other, failed, failed].map((report) => comparisonRow(report));
  expect(findDuplicates(rows, ["a", "b", "a", "c", null, null])).toEqual([
    { kind: "same-file", rows: [0, 2] }, { kind: "same-station", rows: [0, 1] }
  ]);
});

test("three sheets: a row a station, all live findings, the rules", () => {
  const reports = [
    sampleReport({ file: "/某处/甲.xlsx", findings: [sampleFinding({ message: "=1+1" }), sampleFinding({ ignored: { reason: "x" } })] }),
    failed
  ];
  const [stations, findings, rules] = comparisonSheets(reports, [{ kind: "same-station", rows: [0, 1] }]);
  expect(stations!.rows).toHaveLength(4);
  expect(stations!.rows[2]!.map((cell) => cell?.value)).toEqual(expect.arrayContaining(["甲.xlsx", "有错误"]));
  expect(stations!.rows[3]!.at(-1)!.value).toMatch(/文件已损坏[^]*甲\.xlsx/);
  expect(findings!.rows).toHaveLength(3);
  expect(findings!.rows.flat().every((cell) => cell?.formula === undefined)).toBe(true);
  expect(rules!.rows.slice(2).map((row) => row[2]!.value)).toEqual([1]);
  for (const sheet of [stations, findings, rules]) expect(sheet!.rows[1]).toHaveLength(sheet!.columnWidths.length);
});

test("a rule is told by its title, and of many files only some are named", () => {
  const reports = Array.from({ length: 25 }, (_, index) => sampleReport({ file: `${index + 1}.xlsx` }));
  const rules = comparisonSheets(reports, [])[2]!;
  expect(rules.rows).toHaveLength(3);
  const [title, , , count, files] = rules.rows[2]!.map((cell) => cell!.value);
  expect(count).toBe(25);
  expect(title).toMatch(/百分比/);
  expect(files).toMatch(/^1\.xlsx、.*、20\.xlsx 等 25 个$/);
});

test("of many doubles two are named", () => {
  expect([["a", "b", "c"], ["a", "b", "c", "d"]].map((files) => namesOfDoubles(files, "zh"))).toEqual(["a、b、c", "a、b 等 4 个"]);
});

test("every double knows the others", () => {
  const doubles = doublesOf([{ kind: "same-file", rows: [0, 2, 3] }, { kind: "same-station", rows: [0, 1] }], ["a", "b", "c", "d"]);
  expect([...doubles].map(([row, of]) => [row, of.map(({ kind, files }) => `${kind} ${files.join()}`)])).toEqual([
    [0, ["same-file c,d", "same-station b"]], [2, ["same-file a,d"]], [3, ["same-file a,c"]], [1, ["same-station a"]]
  ]);
});

test("files of one name are told apart by the way from the folder that holds them all", () => {
  expect(shownNames(["/提交/2025/中期/001.xlsx", "/提交/2025/末期/001.xlsx", "/提交/2025/末期/002.xlsx"])).toEqual(["中期/001.xlsx", "末期/001.xlsx", "002.xlsx"]);
  expect(shownNames(["C:\\提交\\a.xlsx"])).toEqual(["a.xlsx"]);
  expect(shownNames(["a/x.xlsx", "b/c/x.xlsx"])).toEqual(["a/x.xlsx", "b/c/x.xlsx"]);
  expect(shownNames([])).toEqual([]);
});
