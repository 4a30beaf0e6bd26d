import { Kept, type Sheet, type Workbook } from "../workbook";
import { SheetAtoms } from "./atoms";
import { formsOf } from "./forms";
import { MOST_CELLS } from "./limits";
import { PlaceReader } from "./places";
import { findQuotients } from "./quotients";
import { evidenceTables } from "./tables";
import { findTotals } from "./totals";
import type { Atom, Evidence, Form } from "./types";

export { isCount, near, push, SheetAtoms } from "./atoms";
export { cellsOf } from "./tables";
export { isAttempt, rateVerdict, totalVerdict, type Verdict } from "./verdicts";
export { roleWord } from "./words";
export type * from "./types";

const keptAtoms = new Kept<Sheet, SheetAtoms>();

/** What formulas and values prove of the cells of a workbook. `skip` names sheets that are our own. What a sheet proves by itself is found once. */
export function evidenceOf(workbook: Workbook, skip: ReadonlySet<string> = new Set()): Evidence {
  const isTooLarge = (index: number): boolean => workbook.sheets[index]!.cells.size > MOST_CELLS;
  const sheets = workbook.sheets.map((sheet, index) => {
    const read = !skip.has(sheet.name) && !isTooLarge(index);
    return keptAtoms.of(sheet, [index, read], () => new SheetAtoms(sheet, index, read));
  });
  const places = new PlaceReader(workbook, sheets);
  const formsOn = sheets.map((sheet) => formsOf(sheet, places));
  const forms = new Map<Atom, Form>(formsOn.flatMap((own) => [...own]));
  const quotientsOn = findQuotients(sheets, formsOn);
  const { totals, lineSums, onSheets } = findTotals(sheets, formsOn, forms, quotientsOn);
  return {
    sheets,
    tooLarge: workbook.sheets.filter((sheet, index) => !skip.has(sheet.name) && isTooLarge(index)).map(({ name }) => name),
    forms, quotients: quotientsOn.flat(), totals, lineSums,
    onSheets: onSheets.map((own, index) => ({ forms: formsOn[index]!, quotients: quotientsOn[index]!, ...own })),
    tables: sheets.flatMap((sheet, index) => evidenceTables(sheet, quotientsOn[index]!, onSheets[index]!.totals))
  };
}
