import { buildRoster, type PersonSpec } from "../../test/support/roster-builder";
import { percent } from "../../test/support/station";
import { rows, workbookOf } from "../../test/support/sheet-builder";
import type { Workbook } from "../workbook";
import { check } from "./check";

const MONTHS = ["2024年9月", "10月", "11月"];

/** A roster typed throughout, every person alike. */
function roster(count: number, person: PersonSpec): Workbook {
  return buildRoster({ months: MONTHS, persons: Array.from({ length: count }, () => person), formulas: false, retention: null }).workbook;
}

/** A matrix in which every rate is wrong. */
function wrongRates(count: number): Workbook {
  const areas = Array.from({ length: count }, (_, i) => [`片区${i + 1}`, 5, 100 + (i % 7), 50 + (i % 11), percent(0.9)]);
  return workbookOf({
    指标: {
      cells: rows("A1", [["服务片区", "投入社工人数", "电访", null, null], [null, null, "协议量", "完成量", "百分比"], ...areas, ["合计", 5 * count, 3, 4, percent(0.3)]]),
      merges: ["A1:A2", "B1:B2", "C1:E1"]
    }
  });
}

/** Of the processor, which other programs cannot make longer. */
function milliseconds(workbook: Workbook): number {
  const times = Array.from({ length: 2 }, () => {
    const start = process.cpuUsage();
    check(workbook, {});
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test.each<[string, (n: number) => Workbook, number]>([
  ["wrong rates", wrongRates, 200],
  ["wrong subtotals", (n) => roster(n, { months: "111", total: 1 }), 80],
  ["subtotals by another reading", (n) => roster(n, { months: "011", total: 1.5, remark: "2024.10.12入职" }), 80],
  ["missing marks", (n) => roster(n, { months: "1b1", total: 3 }), 80],
  ["one 序号 for all", (n) => roster(n, { months: "111", no: 1 }), 80]
])("%s: twice as many take about twice as long", (_, make, n) => {
  milliseconds(make(n));
  const [once, twice] = [milliseconds(make(n)), milliseconds(make(2 * n))];
  // A quadratic cost would be four times; the rest is noise of a busy machine.
  expect(twice).toBeLessThan(3.4 * once + 100);
});
