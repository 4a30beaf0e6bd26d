import { rows, type CellSpec } from "../../test/support/sheet-builder";
import { totalVerdict } from ".";
import { evidenceIn, totalsIn } from "./evidence.fixture";

const found = (cells: Record<string, CellSpec>): string[] => totalsIn(evidenceIn(cells));

describe("totals are found without a known word", () => {
  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["a row by values", rows("A1", [["一", 41, 13], ["二", 37, 25], ["三", 22, 60], ["全", 100, 98]]), ["B4 = B1+B2+B3", "C4 = C1+C2+C3"]],
    ["a row that stands first", rows("A1", [["全", 100, 98], ["一", 41, 13], ["二", 37, 25], ["三", 22, 60]]), ["B1 = B2+B3+B4", "C1 = C2+C3+C4"]],
    ["by formulas", rows("A1", [[41, 13], [37, 25], ["=SUM(A1:A2)", "=B1+B2"]]), ["A3 = A1+A2", "B3 = B1+B2"]],
    ["小计 and 合计", rows("A1", [["一", 41, 13], ["二", 37, 25], ["小计", 78, 38], ["三", 22, 60], ["四", 31, 17], ["小计", 53, 77], ["合计", 131, 115]]),
      ["B3 = B1+B2", "B6 = B4+B5", "B7 = B3+B6", "C3 = C1+C2", "C6 = C4+C5", "C7 = C3+C6"]],
    ["a text among the parts counts as nothing", rows("A1", [["一", 41, 13, 7], ["二", "待定", 25, 9], ["三", 59, 60, 3], ["全", 100, 98, 19]]), ["B4 = B1+B2+B3", "C4 = C1+C2+C3", "D4 = D1+D2+D3"]],
    ["months to a sum", rows("A1", [["a", 41, 13, 22, 76], ["b", 37, 25, 16, 78], ["c", 52, 31, 19, 102]]), ["E1 = B1+C1+D1", "E2 = B2+C2+D2", "E3 = B3+C3+D3"]]
  ])("%s", (_, cells, expected) => expect(found(cells).filter((total) => expected.some((one) => one.split(" ")[0] === total.split(" ")[0]))).toEqual(expected));

  test("a sheet that is the sum of sheets of its shape", () => {
    const sheet = (a: number, b: number, c: number): { cells: Record<string, CellSpec> } => ({ cells: rows("A1", [["项", "数"], ["甲", a], ["乙", b], ["丙", c]]) });
    expect(totalsIn(evidenceIn({ 一: sheet(41, 13, 27), 二: sheet(37, 25, 66), 全: sheet(78, 38, 93) }))).toEqual(["B2 = 一!B2+二!B2", "B3 = 一!B3+二!B3", "B4 = 一!B4+二!B4"]);
  });

  test("sums over sheets by formula", () => {
    const sheet = (a: CellSpec, b: CellSpec): { cells: Record<string, CellSpec> } => ({ cells: rows("A1", [["项", "数"], ["甲", a], ["乙", b]]) });
    expect(totalsIn(evidenceIn({ 一: sheet(41, 13), 二: sheet(37, 25), 全: sheet("=SUM(一:二!B2)", "=一!B3+二!B3") }))).toEqual(["B2 = 一!B2+二!B2", "B3 = 一!B3+二!B3"]);
  });
});

describe("sums over sheets that most formulas say in one way", () => {
  const area = (...numbers: number[]): { cells: Record<string, CellSpec> } => ({ cells: rows("A1", [["项", "数"], ...numbers.map((number): CellSpec[] => ["项", number])]) });
  const parts = { 一: area(41, 13, 27, 9), 二: area(37, 25, 66, 14), 三: area(12, 0, 5, 31) };
  const whole = (changed: Record<string, CellSpec>): string[] => {
    const cells = { ...rows("C5", [["项", "数"], ...[2, 3, 4, 5].map((row): CellSpec[] => ["项", `=一!B${row}+二!B${row}+三!B${row}`])]), ...changed };
    const evidence = evidenceIn({ ...parts, 全: { cells } });
    return evidence.totals.filter(({ direction, state, formulaAgrees }) => direction === "sheets" && (state === "deviant" || formulaAgrees === false)).map(({ cell, parts: of }) => `D${cell.top} of ${of.length}`);
  };

  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["all agree", {}, []],
    ["one leaves a sheet out", { D6: "=一!B2+二!B2" }, ["D6 of 3"]],
    ["one reads another row of a sheet", { D8: "=一!B4+二!B4+三!B2" }, ["D8 of 3"]],
    ["one was typed and is wrong", { D8: 99 }, ["D8 of 3"]],
    ["one was typed and is right", { D8: 98 }, []],
    ["what is zero may be left out", { D7: "=一!B3+二!B3" }, []]
  ])("%s", (_, changed, expected) => expect(whole(changed)).toEqual(expected));

  test("a row put into one of the sheets is no slip of all the totals above it", () => {
    const moved = { ...parts, 一: { cells: { ...rows("A1", [["项", "数"], ["项", 41], ["项", 13]]), ...rows("A5", [["项", 27], ["项", 9], ["项", 8], ["项", 6]]) } } };
    const cells = rows("C5", [["项", "数"], ...[2, 3, 4, 5, 6, 7].map((row): CellSpec[] => ["项", `=一!B${row > 3 ? row + 1 : row}+二!B${row}+三!B${row}`])]);
    const evidence = evidenceIn({ ...moved, 二: area(37, 25, 66, 14, 3, 4), 三: area(12, 1, 5, 31, 9, 2), 全: { cells } });
    expect(evidence.totals.filter(({ direction, formulaAgrees }) => direction === "sheets" && formulaAgrees === false)).toEqual([]);
  });
});

describe("what does not add up", () => {
  const table = (changed: Record<string, CellSpec>): Record<string, CellSpec> => ({
    ...rows("A1", [["一", 41, 13, 61], ["二", 37, 25, 33], ["三", 22, 60, 19], ["全", "=SUM(B1:B3)", "=SUM(C1:C3)", "=SUM(D1:D3)"]]), ...changed
  });
  const verdict = (changed: Record<string, CellSpec>): string[] => {
    const evidence = evidenceIn(table(changed));
    return evidence.totals.flatMap((total) => {
      const one = totalVerdict(total, evidence.forms.get(total.cell));
      return one ? [`${one} ${total.cell.text}`] : [];
    });
  };

  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["nothing", {}, []],
    ["a typed total", { C4: 99 }, ["error 99"]],
    ["a SUM that leaves a row out", { D4: "=SUM(D1:D2)" }, ["error 94"]],
    ["a formula of another kind", { D4: "=D1*2" }, []]
  ])("%s", (_, changed, expected) => expect(verdict(changed)).toEqual(expected));

  test("target = done + rest is no total", () => {
    const cells = rows("A1", [["目标", "实绩", "差额", "率"], [41, 13, 28, { f: "=B2/A2", format: "0.00%" }], [37, 25, 12, { f: "=B3/A3", format: "0.00%" }], [52, 31, 21, { f: "=B4/A4", format: "0.00%" }]]);
    expect(found(cells).filter((total) => total.startsWith("A"))).toEqual([]);
  });

  test("serial numbers and ids are no sums", () => {
    expect(found(rows("A1", [[1, 440106199001011234], [2, 440106199001011235], [3, 440106199001011236], [4, 440106199001011237]])).filter((total) => total.startsWith("B"))).toEqual([]);
  });
});
