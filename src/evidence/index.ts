import type { Workbook } from "../workbook";
import { SheetAtoms } from "./atoms";
import { FormReader } from "./forms";
import { MOST_CELLS } from "./limits";
import { PlaceReader } from "./places";
import { findQuotients } from "./quotients";
import { evidenceTables } from "./tables";
import { findTotals } from "./totals";
import type { Atom, Evidence, Form } from "./types";

export { isCount, SheetAtoms } from "./atoms";
export { cellsOf } from "./tables";
export { isAttempt, rateVerdict, totalVerdict, type Verdict } from "./verdicts";
export { roleWord } from "./words";
export type * from "./types";

/** What formulas and values prove of the cells of a workbook. `skip` names sheets that are our own. */
export function evidenceOf(workbook: Workbook, skip: ReadonlySet<string> = new Set()): Evidence {
  const isTooLarge = (index: number): boolean => workbook.sheets[index]!.cells.size > MOST_CELLS;
  const sheets = workbook.sheets.map((sheet, index) => new SheetAtoms(sheet, index, !skip.has(sheet.name) && !isTooLarge(index)));
  const forms = formsOf(workbook, sheets);
  const quotients = findQuotients(sheets, forms);
  const { totals, lineSums } = findTotals(sheets, forms, quotients);
  return {
    sheets,
    tooLarge: workbook.sheets.filter((sheet, index) => !skip.has(sheet.name) && isTooLarge(index)).map(({ name }) => name),
    forms, quotients, totals, lineSums,
    tables: sheets.flatMap((sheet) => evidenceTables(sheet, quotients.filter(({ rate }) => rate.sheet === sheet.index), totals))
  };
}

function formsOf(workbook: Workbook, sheets: readonly SheetAtoms[]): Map<Atom, Form> {
  const reader = new FormReader(new PlaceReader(workbook, sheets));
  const forms = new Map<Atom, Form>();
  for (const sheet of sheets) for (const atom of sheet.all()) if (atom.formula !== null) forms.set(atom, reader.of(atom));
  return forms;
}
