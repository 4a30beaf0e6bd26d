import { rows, workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import { checkWorkbook } from ".";

/** A table's own note goes before R15: what is above 100% is kept at 100%. */
const NUMBERS: readonly [string, number, number][] = [["困难群众建档", 200, 230], ["电访", 1200, 1310], ["入户探访", 600, 520], ["个案", 20, 20], ["小组", 12, 14], ["志愿者培训", 8, 10]];
const typed = (v: number): CellSpec => ({ v: Math.round(v * 10000) / 10000, format: "0.00%" });
const formula = (f: string): CellSpec => ({ f, format: "0.00%" });
const kept = (target: number, done: number): number => Math.min(done / target, 1);

function found(note: string, rate: (target: number, done: number, row: number) => CellSpec): string[] {
  const cells = rows("A1", [["某街社工站服务指标完成情况（2025年1月1日至2025年6月30日）"], ["序号", "服务指标", "协议量", "完成量", "完成率"],
    ...NUMBERS.map(([name, target, done], i): CellSpec[] => [i + 1, name, target, done, rate(target, done, i + 3)]), [note]]);
  return checkWorkbook(workbookOf({ 附件1: { cells } })).findings.filter(({ severity }) => severity !== "info")
    .map(({ rule, severity, cell, expected }) => `${severity} ${rule} ${cell} ${expected}`);
}

const NOTE = "注：完成率超过100%的，按100%计。";
const odd = (row: number, other: CellSpec, usual: (target: number, done: number, row: number) => CellSpec) =>
  (target: number, done: number, at: number): CellSpec => (at === row ? other : usual(target, done, at));
const byTyping = (target: number, done: number): CellSpec => typed(kept(target, done));
const byMinimum = (_: number, __: number, row: number): CellSpec => formula(`=MIN(D${row}/C${row},1)`);
const byCondition = (_: number, __: number, row: number): CellSpec => formula(`=IF(D${row}>=C${row},1,D${row}/C${row})`);

describe("rates that the table keeps at 100%", () => {
  test.each<[string, string, (target: number, done: number, row: number) => CellSpec, string[]]>([
    ["typed, by its note", NOTE, byTyping, []],
    ["in other words", "说明：各项完成率最高为 100%，多做的不计入。", byTyping, []],
    ["by formulas and its note", NOTE, byMinimum, []],
    ["by conditions and its note", NOTE, byCondition, []],
    ["one that is wrong below 100%", NOTE, odd(5, typed(0.8567), byTyping), ["error rate-mismatch E5 86.67%"]],
    ["one that is not kept at 100%", NOTE, odd(3, typed(1.15), byTyping), ["error rate-mismatch E3 100.00%"]],
    ["a formula of another row", NOTE, odd(5, formula("=MIN(D4/C5,1)"), byMinimum), ["error formula-wrong E5 86.67%"]],
    ["a plain formula where there is nothing to keep", NOTE, odd(5, formula("=D5/C5"), byMinimum), []],
    ["a note that the table does not follow", NOTE, (target, done) => typed(done / target), []]
  ])("%s", (_, note, rate, expected) => expect(found(note, rate)).toEqual(expected));

  it("are asked about once where nothing says so", () => {
    expect(found("", byTyping)).toEqual(["warning rate-mismatch E3 "]);
    expect(found("", byMinimum)).toEqual(["warning formula-wrong E3 "]);
  });
});
