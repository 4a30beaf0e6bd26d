import { sampleFinding, sampleReport } from "../../../../test/sample-report";
import { chartLayout, CHART, type StaffMonth } from "./chart-layout";
import { differences, personCell, reasonRuns, totalFinding, type Person } from "./people";

const PERSON: Person = {
  sheet: "附件2", row: 31, no: 26, group: "uncertified", months: [1, 0.5, 0, 0, 0], total: 1.5, printed: 2, retained: false,
  reasons: ["三项齐全，计1", "早于15日，计0.5", "已离职，不计", "已离职，不计", "缺社保购买，不计"]
};

function reportWith(findings: ReturnType<typeof sampleFinding>[], range = "A2:Y37") {
  const report = sampleReport({ findings, tables: [{ kind: "roster", sheet: "附件2", range, title: "", counts: { rows: 1, persons: 1, months: 6, rates: 0, totals: 1 }, told: null }] });
  return { ...report, evaluation: { ...report.evaluation!, people: [PERSON] } };
}

test("months that count a half or nothing have a reason, equal ones in a row once", () => {
  expect(reasonRuns(PERSON)).toEqual([
    { from: 1, to: 1, reason: "早于15日，计0.5" }, { from: 2, to: 3, reason: "已离职，不计" }, { from: 4, to: 4, reason: "缺社保购买，不计" }
  ]);
  expect(reasonRuns({ ...PERSON, months: [0, 1, 0], reasons: ["同", "", "同"] })).toHaveLength(2);
});

describe("numbers of the roster that differ", () => {
  const wrong = sampleFinding({
    rule: "attendance-person-total", sheet: "附件2", cell: "Y31", actual: "2", expected: "1.5",
    consequences: [{ sheet: "附件2", cell: "Y32", label: "合计", actual: "14", expected: "13.5" }]
  });
  test("come with their consequences, each cell once", () => {
    const again = sampleFinding({ rule: "attendance-sum", sheet: "附件2", cell: "Y32", actual: "14", expected: "13.5" });
    expect(differences(reportWith([wrong, again])).map(({ cell, actual, expected, person }) => [cell, actual, expected, person?.no])).toEqual([
      ["Y31", "2", "1.5", 26], ["Y32", "14", "13.5", undefined]
    ]);
  });
  test("are none where they are ignored, or where a rule compares no numbers", () => {
    expect(differences(reportWith([{ ...wrong, ignored: { reason: "已核实" } }, sampleFinding({ rule: "attendance-number", sheet: "附件2", cell: "B31", expected: "25" })]))).toEqual([]);
  });
  test("a person's subtotal is found by the row", () => {
    expect(totalFinding(reportWith([wrong]), PERSON)?.cell).toBe("Y31");
    expect(totalFinding(reportWith([{ ...wrong, sheet: "去年" }]), PERSON)).toBeNull();
    expect(totalFinding(reportWith([{ ...wrong, cell: "Y30" }]), PERSON)).toBeNull();
  });
});

test.each([["A2:Y37", "A31"], ["C5:AA40", "C31"], ["A2:Y9", "A31"]])("the row of a person in %s begins at %s", (range, cell) => {
  expect(personCell(reportWith([], range), PERSON)).toBe(cell);
});

describe("the chart", () => {
  const month = (total: number, certified: number, due = 20): StaffMonth => ({ month: "2024-09", weight: 1, certified, uncertified: total - certified, total, due });
  test("the highest reaches the top, nothing the base", () => {
    const { bars, base } = chartLayout([month(25, 20), month(0, 0)]);
    expect(bars[0]!.top).toBeCloseTo(CHART.top);
    expect([bars[1]!.top, bars[1]!.certifiedTop]).toEqual([base, base]);
    expect((base - bars[0]!.certifiedTop) / (base - bars[0]!.top)).toBeCloseTo(0.8);
  });
  test.each([1, 6, 12, 24])("%i months stay apart and inside", (count) => {
    const { bars, dueLine } = chartLayout(Array.from({ length: count }, () => month(18, 10)));
    bars.forEach((bar, index) => expect(bar.x).toBeGreaterThanOrEqual(index === 0 ? 0 : bars[index - 1]!.x + bars[index - 1]!.width));
    expect(bars.at(-1)!.x + bars.at(-1)!.width).toBeLessThanOrEqual(CHART.width);
    expect(dueLine).not.toContain("NaN");
  });
  test("a roster without months draws nothing", () => expect(chartLayout([]).bars).toEqual([]));
});
