import { rows, type CellSpec } from "../../test/support/sheet-builder";
import { rateVerdict } from ".";
import { evidenceIn, quotientsIn } from "./evidence.fixture";

const typed = (v: number): CellSpec => ({ v, format: "0.00%" });
const formula = (f: string): CellSpec => ({ f, format: "0.00%" });
const found = (cells: Record<string, CellSpec>): string[] => quotientsIn(evidenceIn(cells));

describe("rates are found without a known word", () => {
  test.each<[string, Record<string, CellSpec>, string[]]>([
    ["by formulas", rows("A1", [["甲", "乙", "丙", "丁"], ["a", 10, 4, formula("=C2/B2")], ["b", 8, 6, formula("=IF(B3=\"/\",\"/\",ROUND(C3/B3,4))")]]), ["D2 = C2/B2", "D3 = C3/B3"]],
    ["by values", rows("A1", [["甲", "乙", "丙", "丁"], ["a", 415, 741, typed(1.7855)], ["b", 148, 101, typed(0.6824)], ["c", 37, 25, typed(0.6757)]]),
      ["D2 = C2/B2", "D3 = C3/B3", "D4 = C4/B4"]],
    ["numbers without a percent sign, by formulas", rows("A1", [["甲", "乙", "丙"], [80, 37, { f: "=B2/A2*100", format: "0.00" }], [60, 41, { f: "=B3/A3*100", format: "0.00" }]]), ["C2 = B2/A2", "C3 = B3/A3"]],
    ["sums of cells", rows("A1", [[10, 2, 3, formula("=SUM(B1:C1)/A1")], [20, 5, 6, formula("=(B2+C2)/A2")]]), ["D1 = B1+C1/A1", "D2 = B2+C2/A2"]],
    ["metrics as rows", rows("A1", [["甲", 415, 148, 37], ["乙", 741, 101, 25], ["丙", typed(1.7855), typed(0.6824), typed(0.6757)]]), ["B3 = B2/B1", "C3 = C2/C1", "D3 = D2/D1"]],
    ["one typed row, with the three words", rows("A1", [["目标", "实绩", "占比"], [148, 101, typed(0.6824)]]), ["C2 = B2/A2"]],
    ["a target that all rates share", rows("A1", [["甲", 30, formula("=B1/B$4")], ["乙", 50, formula("=B2/B$4")], ["丙", 20, formula("=B3/B$4")], ["计", 100]]), ["C1 = B1/B4", "C2 = B2/B4", "C3 = B3/B4"]],
    ["the names of a table", rows("A1", [["协议", "完成", "率"], [10, 4, { f: "=表1[[#This Row],[完成]]/表1[[#This Row],[协议]]", v: 0.4, format: "0.00%" }], [8, 6, { f: "=表1[[#This Row],[完成]]/表1[[#This Row],[协议]]", v: 0.75, format: "0.00%" }]]),
      ["C2 = B2/A2", "C3 = B3/A3"]]
  ])("%s", (_, cells, expected) => expect(found(cells)).toEqual(expected));

  test("cards of one shape prove each other, each with its own rate", () => {
    const card = (at: string, target: number, done: number): Record<string, CellSpec> => rows(at, [["项", "甲", "乙", "丙"], [null, target, done, typed(Math.round((done / target) * 10000) / 10000)]]);
    expect(found({ ...card("A1", 415, 741), ...card("A7", 148, 101), ...card("A13", 36, 21) })).toEqual(["D14 = C14/B14", "D2 = C2/B2", "D8 = C8/B8"]);
  });
});

describe("what does not fit is placed with its line", () => {
  const table = (changed: Record<string, CellSpec>): Record<string, CellSpec> => ({
    ...rows("A1", [["甲", "目", "绩", "比"], ["a", 41, 13, formula("=C2/B2")], ["b", 37, 25, formula("=C3/B3")], ["c", 52, 31, formula("=C4/B4")], ["d", 29, 17, formula("=C5/B5")]]), ...changed
  });
  const verdicts = (changed: Record<string, CellSpec>): (string | null)[] => {
    const evidence = evidenceIn(table(changed));
    return evidence.quotients.filter(({ rate }) => rate.top === 3).map((q) => rateVerdict(q, evidence.forms.get(q.rate)));
  };

  test.each<[string, CellSpec, string, string | null]>([
    ["a mistyped rate", typed(0.6767), "deviant", "error"],
    ["an inverted formula", formula("=B3/C3"), "deviant", "error"],
    ["a formula that slipped a row", formula("=C4/B4"), "deviant", "error"],
    ["a rate of growth", formula("=(C3-B3)/B3"), "deviant", "question"],
    ["a slash over numbers", "/", "deviant", "error"],
    ["a blank", null, "blank", "error"]
  ])("%s", (_, cell, state, verdict) => {
    expect(found(table({ D3: cell }))).toContain(`D3 = C3/B3 ${state}`);
    expect(verdicts({ D3: cell })).toEqual([verdict]);
  });

  test("one card's formula that divides by another card's target is a slip: its own word is no proof against its sisters", () => {
    const card = (at: string, target: number, done: number, f: string): Record<string, CellSpec> => rows(at, [["指标要求", "完成情况", "完成百分比"], [target, done, formula(f)]]);
    const cells = { ...card("A1", 23, 30, "=B2/A2"), ...card("E1", 7, 4, "=F2/E2"), ...card("I1", 28, 38, "=J2/I2"), ...card("A6", 33, 46, "=B7/A7"), ...card("E6", 13, 15, "=F7/E7"), ...card("I6", 3, 4, "=J7/$E$7") };
    expect(found(cells)).toContain("K7 = J7/I7 deviant");
  });

  test.each([["below", (row: number) => row + 3 - (row % 4)], ["typed", null]])("shares of each group's own whole, the wholes alike (%s), and one of another group's", (_, wholeOf) => {
    const answers = [[85, 24, 6], [86, 25, 4], [82, 28, 5]].flatMap((counts, i): CellSpec[][] => [
      ...counts.map((count, k): CellSpec[] => ["甲乙丙"[k]!, count, formula(`=B${i * 4 + k + 1}/B${i * 4 + 4}`)]), ["计", wholeOf ? `=SUM(B${i * 4 + 1}:B${i * 4 + 3})` : 115, { v: 1, format: "0.00%" }]]);
    const evidence = (changed: Record<string, CellSpec>) => evidenceIn({ ...rows("A1", answers), ...changed });
    const errors = (changed: Record<string, CellSpec>): number[] => {
      const own = evidence(changed);
      return own.quotients.filter((q) => rateVerdict(q, own.forms.get(q.rate)) === "error").map(({ rate }) => rate.top);
    };
    expect(errors({})).toEqual([]);
    expect(errors({ C2: formula("=B2/B8") })).toEqual([2]);
  });

  test("no target, no rate", () => {
    expect(found(table({ B3: "/", D3: "/" }))).toContain("D3 = C3/B3 none");
    expect(verdicts({ B3: "/", D3: "/" })).toEqual([null]);
  });

  test("a relation that fails on more than a tenth of typed rates is a question, not an error for each", () => {
    const line = Array.from({ length: 12 }, (_, i): CellSpec[] => [`r${i}`, 31 + 7 * i, 13 + 5 * i, typed(Math.round(((13 + 5 * i) / (31 + 7 * i)) * 10000) / 10000)]);
    for (const i of [2, 4, 6, 8]) line[i]![3] = typed(0.1234 + i / 100);
    const evidence = evidenceIn(rows("A1", line));
    expect(new Set(evidence.quotients.map((q) => rateVerdict(q, evidence.forms.get(q.rate))))).toEqual(new Set([null, "question"]));
  });
});

describe("what is no rate", () => {
  test.each<[string, Record<string, CellSpec>]>([
    ["prices: amount = price × number", rows("A1", [[2.5, 4, 10], [3.25, 8, 26], [1.75, 12, 21]])],
    ["percentages beside unrelated numbers", rows("A1", [[12, 30, typed(0.11)], [7, 45, typed(0.72)], [23, 19, typed(0.55)], [8, 61, typed(0.37)]])],
    ["dates", rows("A1", [[{ v: 45536, format: "yyyy-mm-dd" }, { v: 45600, format: "yyyy-mm-dd" }, typed(0.9986)], [{ v: 45546, format: "yyyy-mm-dd" }, { v: 45610, format: "yyyy-mm-dd" }, typed(0.9986)]])],
    ["conditions", rows("A1", [["满意度", "≥90%", "95%"], ["知晓率", "80%以上", "88%"], ["投诉", "≤5%", "1%"]])]
  ])("%s", (_, cells) => expect(found(cells)).toEqual([]));

  test("a table of random percentages proposes nothing", () => {
    let state = 7;
    const next = (most: number): number => (state = (state * 48271) % 2147483647) % most;
    for (let table = 0; table < 60; table++) {
      const lines = Array.from({ length: 8 }, () => [1 + next(100), 1 + next(100), 1 + next(100), typed(Math.round(((1 + next(100)) / (1 + next(100))) * 10000) / 10000)]);
      expect(found(rows("A1", lines))).toEqual([]);
    }
  });
});
