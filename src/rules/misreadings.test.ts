import { rows, workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import { checkWorkbook } from "../report";

const p = (f: string): CellSpec => ({ f, format: "0.00%" });
const typed = (v: number): CellSpec => ({ v: Math.round(v * 10000) / 10000, format: "0.00%" });
const TITLE = "某街社工站指标完成情况统计表（2024年9月1日至2025年2月28日）";
const NAMES = ["电访", "入户探访", "咨询个案", "社区调研", "发展志愿者", "大型社区活动"];
const COUNTS = [[938, 1238], [2040, 2170], [23, 32], [15, 18], [139, 121], [12, 9]] as const;

/** Errors and warnings of a workbook with one sheet. */
function said(cells: Record<string, CellSpec>, merges: string[] = []): string[] {
  const { findings } = checkWorkbook(workbookOf({ 指标: { cells: { A1: TITLE, ...cells }, merges } }));
  return findings.filter(({ severity }) => severity !== "info").map(({ severity, rule, cell, related }) => `${severity} ${rule} ${cell}${related.length > 0 && severity === "warning" ? ` and ${related.length}` : ""}`);
}

const list = (rate: (target: number, done: number, row: number) => CellSpec, swapped = false): Record<string, CellSpec> => rows("A2", [
  ["指标名称", "协议量", "完成量", "完成率"], ...COUNTS.map(([target, done], i): CellSpec[] => [NAMES[i]!, swapped ? done : target, swapped ? target : done, rate(target, done, i + 3)])
]);

/** Areas with a last row of another kind. */
const areas = (label: string, last: (column: string) => CellSpec): Record<string, CellSpec> => rows("A2", [
  ["服务片区", "电访", null, null, "入户探访"], [null, "协议量", "完成量", "完成率", "协议量", "完成量", "完成率"],
  ...[[30, 41, 20, 33], [50, 47, 40, 51], [60, 77, 30, 21], [44, 52, 35, 40]].map((v, i): CellSpec[] => [`片区${i + 1}`, v[0]!, v[1]!, p(`=C${i + 4}/B${i + 4}`), v[2]!, v[3]!, p(`=F${i + 4}/E${i + 4}`)]),
  [label, last("B"), last("C"), p("=C8/B8"), last("E"), last("F"), p("=F8/E8")]
]);
const MERGES = ["A2:A3", "B2:D2", "E2:G2"];

describe("a table that computes in another way is asked about once", () => {
  test.each<[string, Record<string, CellSpec>, string[]?, string[]?]>([
    ["target and done in each other's column", list((target, done) => typed(done / target), true), ["warning rate-mismatch D3 and 5"]],
    ["the same by formulas", list((_t, _d, row) => p(`=B${row}/C${row}`), true), ["warning formula-wrong D3 and 5"]],
    ["rates of half the target", list((target, done) => typed((done * 2) / target)), ["warning rate-mismatch D3 and 5"]],
    ["rates that are cut off at 100%", list((_t, _d, row) => p(`=MIN(1,C${row}/B${row})`)), ["warning formula-wrong D3 and 5"]],
    ["a total row of means", areas("合计", (column) => `=AVERAGE(${column}4:${column}7)`), ["warning formula-wrong B8 and 3"], MERGES]
  ])("%s", (_, cells, expected = [], merges = []) => expect(said(cells, merges)).toEqual(expected));
});

describe("cells that are wrong are accused one by one", () => {
  test("two of six", () => expect(said(list((target, done, row) => typed(done / target + (row === 4 || row === 7 ? 0.1 : 0))))).toEqual(["error rate-mismatch D4", "error rate-mismatch D7"]));
  test("the only two", () => expect(said(rows("A2", [["指标名称", "协议量", "完成量", "完成率"], ["电访", 40, 30, typed(0.7)], ["入户探访", 80, 70, typed(0.9)]]))).toEqual(["error rate-mismatch D3", "error rate-mismatch D4"]));
  test("totals that are sums and leave out the last area", () =>
    expect(said(areas("合计", (column) => `=SUM(${column}4:${column}6)`), MERGES)).toEqual(["B8", "C8", "E8", "F8"].map((cell) => `error formula-wrong ${cell}`)));
});
