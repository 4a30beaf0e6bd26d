import { bottom, month, replaced, rosterOf } from "../../test/support/roster-cases";
import { checkWorkbook } from "../report";
import type { Workbook } from "../workbook";

const said = (workbook: Workbook): string[] => checkWorkbook(workbook).findings.filter(({ severity }) => severity !== "info").map(({ severity, rule, cell, fix }) => `${severity} ${rule} ${cell}${fix ? " mended" : ""}`);

test("subtotals of most persons that no marks give are one question, and none of them is mended", () => {
  const built = rosterOf((persons) => persons.forEach((_, i) => replaced(persons, i, { total: 9 + i })), { formulas: false });
  const own = said(built.workbook).filter((line) => line.includes("person-total"));
  expect(own).toEqual([`warning attendance-person-total ${built.name(built.rows[0]!, "total")}`]);
});

test("three of them, beside sums that follow the marks, are three mistakes", () => {
  const built = rosterOf((persons) => [0, 1, 2].forEach((i) => replaced(persons, i, { total: 4 })), { formulas: false });
  expect(said(built.workbook).filter((line) => line.includes("person-total"))).toHaveLength(3);
});

test("tick counts of all columns that count something else are one question", () => {
  const plain = rosterOf(undefined, { formulas: false });
  const cells = [0, 1, 2, 3, 4, 5].flatMap((m) => ["subtotal-certified", "subtotal-uncertified"].flatMap((row) => [0, 1, 2].map((j) => [bottom(plain, row, month(plain, m, j)), 40 + 3 * m] as const)));
  const built = rosterOf(undefined, { formulas: false, override: Object.fromEntries(cells) });
  expect(said(built.workbook).filter((line) => line.includes("tick-count"))).toHaveLength(1);
});
