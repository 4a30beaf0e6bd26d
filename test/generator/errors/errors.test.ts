import { isError, rectContains, type Workbook } from "../../../src/workbook";
import { measurable } from "../../matrix/plan";
import { seed } from "../../matrix/measure";
import { build } from "..";
import { SEEDED_ERRORS } from ".";

/** All that a reader of the file can see. */
function visible(workbook: Workbook): string {
  return JSON.stringify(workbook.sheets.map((sheet) => [
    sheet.name, [...sheet.cells].map(([key, cell]) => [key, isError(cell.value) ? cell.value.error : cell.value, cell.formula, cell.text, cell.format]),
    [...sheet.hiddenRows], [...sheet.hiddenColumns]
  ]));
}

test("ids are unique and every mistake names its line of the catalogue", () => {
  expect(new Set(SEEDED_ERRORS.map((e) => e.id)).size).toBe(SEEDED_ERRORS.length);
  for (const error of SEEDED_ERRORS) {
    expect(error.catalogue).not.toBe("");
    expect(error.description).not.toBe("");
  }
});

/** In one workbook each: that every family has a place for it, and shows it there, is what the matrix counts. */
test.each(SEEDED_ERRORS.map((error) => [error.id, error] as const))("%s changes something, at the cell it names, and the same again", (_id, error) => {
  const spec = measurable(error).find((candidate) => seed(error, candidate))!;
  const { built, outcome } = seed(error, spec)!;
  const wrong = built.draft.toWorkbook();
  expect(visible(wrong) === visible(build(spec).draft.toWorkbook())).toBe(false);
  expect(outcome.accept.length).toBeGreaterThan(0);
  for (const { sheet, row, column } of outcome.accept) {
    const used = wrong.sheets.find((s) => s.name === sheet)!.used!;
    expect(rectContains({ ...used, right: used.right + 1 }, row, column)).toBe(true);
  }
  expect(visible(seed(error, spec)!.built.draft.toWorkbook()) === visible(wrong)).toBe(true);
});
