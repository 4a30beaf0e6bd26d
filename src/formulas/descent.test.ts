import { workbookOf, type SheetSpec } from "../../test/support/sheet-builder";
import { cellName, keyToRowColumn, withKeptSheets, type Scalar, type Workbook } from "../workbook";
import { Evaluator } from ".";

const NUMBERS = { A1: 1, A2: 2, A3: 3, A5: 5, C1: "A2", D1: "=A1+A2" };
/** What hangs on other cells in one way each. */
const FORMULAS = {
  F1: "=SUM(A1:A5)", F2: "=F1*2", F3: "=A1", F4: "=INDIRECT(C1)", F5: "=SUM(A:A)", F6: "=SUBTOTAL(109,A1:A5)", F7: "=FORMULATEXT(D1)", F8: "=ISBLANK(A4)",
  F9: "=OFFSET(A1,A1,0)", F10: "=IFERROR(1/(A3-3),0)", F11: "=别处!B1+1", F12: "=COUNTIF(A1:A5,\">2\")", F13: "=F14", F14: "=F13", F15: "=NOSUCH(A1)", F16: "=A4"
};
const OTHER = { B1: 7, B2: "=B1*2" };
const BEFORE: Record<string, SheetSpec> = { 表: { cells: { ...NUMBERS, ...FORMULAS } }, 别处: { cells: OTHER } };

function allValues(workbook: Workbook): Record<string, unknown> {
  const evaluator = new Evaluator(workbook);
  return Object.fromEntries(workbook.sheets.flatMap((sheet) => sheet.formulas().map(({ key }) => {
    const { row, column } = keyToRowColumn(key);
    return [`${sheet.name}!${cellName(row, column)}`, evaluator.valueOf({ sheet: sheet.name, row, column })];
  })));
}

const table = (cells: Record<string, Scalar>, more: Partial<SheetSpec> = {}): Record<string, SheetSpec> => ({ ...BEFORE, 表: { cells: { ...NUMBERS, ...FORMULAS, ...cells }, ...more } });

test.each<[string, Record<string, SheetSpec>]>([
  ["a number", table({ A2: 20 })],
  ["a blank cell that is filled", table({ A4: 4 })],
  ["a cell that is emptied", { ...BEFORE, 表: { cells: { A1: 1, A3: 3, A5: 5, C1: "A2", D1: "=A1+A2", ...FORMULAS } } }],
  ["the place that a text names", table({ C1: "A3" })],
  ["a formula that another shows", table({ D1: "=A1+A3" })],
  ["a formula in the place of a number", table({ A3: "=A1+A2+1" })],
  ["a number in the place of a formula", table({ F1: 100 })],
  ["a cell of another sheet", { ...BEFORE, 别处: { cells: { ...OTHER, B1: 8 } } }],
  ["a cell below all others", table({ A9: 9 })],
  ["a hidden row", table({}, { hiddenRows: [2] })],
  ["a hidden row and a number", table({ A1: 4 }, { hiddenRows: [2] })]
])("after a change (%s) each formula gives what it gives in a workbook that nothing is known of", (_, now) => {
  const former = workbookOf(BEFORE);
  allValues(former);
  const changed = withKeptSheets(workbookOf(now), former);
  expect(allValues(changed)).toEqual(allValues(workbookOf(now)));
  // And once more, from that one on.
  const again = withKeptSheets(workbookOf(BEFORE), changed);
  expect(allValues(again)).toEqual(allValues(workbookOf(BEFORE)));
});
