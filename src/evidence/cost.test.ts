import { rows, workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import type { Workbook } from "../workbook";
import { evidenceOf } from ".";

/** Rows of small numbers with a percentage: everything adds up by accident and many pairs give the same quotient. */
function data(length: number, columns: number): Workbook {
  let state = 11;
  const next = (most: number): number => (state = (state * 48271) % 2147483647) % most;
  const line = (): CellSpec[] => [...Array.from({ length: columns }, () => next(12)), { v: Math.round(((1 + next(9)) / (1 + next(9))) * 100) / 100, format: "0%" }];
  return workbookOf({ 数: { cells: rows("A1", Array.from({ length }, line)) } });
}

/** A column of formulas that add up everything above: n² cells are named. */
function running(length: number): Workbook {
  return workbookOf({ 数: { cells: rows("A1", Array.from({ length }, (_, i): CellSpec[] => [i + 1, { f: `=SUM(A$1:A${i + 1})`, v: ((i + 1) * (i + 2)) / 2 }])) } });
}

/** Of the processor, which other programs cannot make longer. */
function milliseconds(make: () => Workbook): number {
  const times = Array.from({ length: 3 }, () => {
    // What was found of a sheet is kept: only a new one costs anything.
    const workbook = make();
    const start = process.cpuUsage();
    evidenceOf(workbook);
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test.each<[string, (n: number) => Workbook, number]>([
  ["small numbers and percentages", (n) => data(n, 8), 100],
  ["wide rows", (n) => data(40, n), 60],
  ["more percentages than a table has", (n) => data(n, 4), 1500],
  ["running sums", running, 400],
  ["sheets of one shape", (n) => workbookOf(Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}`, { cells: rows("A1", Array.from({ length: 30 }, (_, k) => [k * i + 1, k + i])) }]))), 25]
])("%s: twice as many cells take about twice as long", (_, make, n) => {
  milliseconds(() => make(n));
  const [once, twice] = [milliseconds(() => make(n)), milliseconds(() => make(2 * n))];
  // A quadratic cost would be four times; the rest is noise of a busy machine.
  expect(twice).toBeLessThan(3.4 * once + 50);
});
