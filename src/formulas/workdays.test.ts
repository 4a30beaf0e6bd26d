import { Evaluator } from "./evaluate";
import { workbookOf } from "./workbook-of.fixture";

const HOLIDAYS = { A1: 45292, A2: 45293, A3: 45299, A4: 45332, A5: 45333, A6: 45334, A7: 45300 };
const evaluator = new Evaluator(workbookOf({ S: HOLIDAYS }));
const value = (formula: string) => {
  const outcome = evaluator.evaluate(formula, { sheet: "S", row: 9, column: 9 });
  return outcome.state === "known" ? outcome.value : outcome.reason;
};

test.each([["1"], ["2"], ["11"], ['"0000111"'], ['"1111110"']])("so many working days on (weekend %s) are that many when counted", (weekend) => {
  for (const start of [45285, 45290, 45292, 45298, 45300]) {
    for (const days of [1, 2, 5, 6, 7, 11, 30, 261, 2000]) {
      const forth = `WORKDAY.INTL(${start},${days},${weekend},A1:A7)`;
      expect([start, days, value(`=NETWORKDAYS.INTL(${start + 1},${forth},${weekend},A1:A7)`)]).toEqual([start, days, days]);
      // And it ends on a working day.
      expect([start, days, value(`=NETWORKDAYS.INTL(${forth},${forth},${weekend},A1:A7)`)]).toEqual([start, days, 1]);
      const back = `WORKDAY.INTL(${start},-${days},${weekend},A1:A7)`;
      expect([start, days, value(`=NETWORKDAYS.INTL(${back},${start - 1},${weekend},A1:A7)`)]).toEqual([start, days, days]);
    }
  }
});

test("any number of days is answered at once, and beyond the calendar it is an error", () => {
  const cells = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`A${index + 1}`, `=WORKDAY(${index + 1},2000000)`]));
  const many = new Evaluator(workbookOf({ S: cells }));
  for (let row = 1; row <= 3000; row++) expect(many.valueOf({ sheet: "S", row, column: 1 }).state).toBe("known");
  for (const formula of ["=WORKDAY(1,1E+300)", "=WORKDAY(1,-1E+300)", "=WORKDAY(45000,9999999)", "=WORKDAY(10,-20)"]) expect(value(formula)).toEqual({ error: "#NUM!" });
});
